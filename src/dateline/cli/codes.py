"""The exit codes of every command."""

FINE, PROBLEMS, MISUSE = 0, 1, 2
