"""Writes the table of rules into dates.md, between its two marks: python docs/dates.py."""

from __future__ import annotations

from pathlib import Path

from dateline.dates.guide import rules_as_markdown

PAGE = Path(__file__).with_name("dates.md")
BEGIN = "<!-- rules: written by docs/dates.py from the rules themselves; change them there -->"
END = "<!-- end of the rules -->"


def renewed(page: str) -> str:
    """The page with the present rules in it."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{rules_as_markdown()}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
