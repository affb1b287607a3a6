"""What must hold of a whole timeline, beside what each of its files says by itself."""

from dateline.checks.running import run

__all__ = ["run"]
