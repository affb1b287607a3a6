"""The table of rules, in the order in which they are tried."""

from __future__ import annotations

from typing import Final

from dateline.dates.grammar import Rule
from dateline.dates.rules import days, distances, parts, periods, ranges, written

RULES: Final[tuple[Rule, ...]] = (
    *written.RULES, *days.RULES, *periods.RULES, *distances.RULES, *parts.RULES, *ranges.RULES,
)  # fmt: skip
