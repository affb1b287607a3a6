"""The table of rules, in the order in which they are tried."""

from __future__ import annotations

from typing import Final

from dateline.dates import sentences
from dateline.dates.grammar import Rule
from dateline.dates.rules import (
    back,
    beside,
    days,
    distances,
    eras,
    feasts,
    nothing,
    parts,
    periods,
    ranges,
    seasons,
    stretches,
    times,
    weekdays,
    written,
)

CHAPTERS: Final[dict[str, tuple[Rule, ...]]] = {
    "Written out": written.RULES,
    "Eras": eras.RULES,
    "Holidays": feasts.RULES,
    "Days": days.RULES,
    "Weekdays": weekdays.RULES,
    "Times of day": times.RULES,
    "Weeks, months, years": periods.RULES,
    "Parts of a stretch": stretches.RULES,
    "Seasons and quarters": seasons.RULES,
    "Distances": distances.RULES,
    "Parts and hedges": parts.RULES,
    "Beside a date": beside.RULES,
    "Ranges": ranges.RULES,
    "Dates that lean on others": back.RULES,
    "No dates": nothing.RULES,
}
"""The rules by chapter, as the documentation shows them."""

RULES: Final[tuple[Rule, ...]] = tuple(rule for chapter in CHAPTERS.values() for rule in chapter)

SENTENCES: Final[tuple[str, ...]] = tuple(
    dict.fromkeys(
        [
            *(rule.because for rule in RULES),
            sentences.SPREAD,
            sentences.OF_A_HISTORY,
            *sentences.OF_ALTERNATIVES,
        ]
    )
)
"""Every sentence that explains a reading: the messages of this package that a translator translates."""
