"""What a match means: the reading that travels, and uncertain where a hedge leads up to it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.dates.chart import Match
from dateline.dates.edtf import Edtf
from dateline.dates.fault import EdtfError
from dateline.dates.reading import Anchor, Reading
from dateline.dates.sentences import OF_A_HISTORY


def reading_of(match: Match, stated: str, anchor: Anchor | None, start: int) -> Reading | None:
    """What a match says, as a reading; None where it lies further away than any date may."""
    _, _, span, rule = match
    first, last, unit, _, part, _, _, supplied, anchored, alternatives, side = span
    try:
        value = Edtf.parse(span.edtf())
    except EdtfError:
        return None
    return Reading(
        value=value,
        stated=stated,
        rule=rule.name,
        part=part,
        anchor=anchor if anchored or (supplied and alternatives) else None,
        alternatives=alternatives,
        because=OF_A_HISTORY if supplied and not anchored else rule.because,
        unit=unit if unit in ("week", "weekend") else None,
        side=side,
        within=(first, last) if side and first and last else None,
        start=start,
    )


_HEDGE: Final = re.compile(
    r"(reportedly|supposedly|apparently|allegedly|possibly(?<!impossibly)|perhaps|maybe|could|might)\s+"
    r"(?:(?:be|come|happen|follow|arrive|start|begin|launch)\s+)?"
    r"(?:(?:due|set|scheduled|planned|slated|coming|released|launched)\s+)?"
    r"(?:(?:as\s+(?:early|soon|late)\s+as|in|on|at|by|for|during|around|about)\s+)*$"
)
"""Each way begins with a letter, for then the search leaps from one such letter to the next."""
_HEDGE_REACH: Final = 60


def hedged(reading: Reading, text: str, begin: int) -> Reading:
    """The reading, uncertain where a hedge leads up to its date: “reportedly due in April”.

    “Reportedly due to visit China in April” hedges the visit, and leaves the date alone.
    """
    match = _HEDGE.search(text[max(0, begin - _HEDGE_REACH) : begin].lower())
    if not match or reading.value.shape != "date" or reading.qualifier or "T" in str(reading.value):
        return reading
    return replace(reading, value=Edtf.parse(f"{reading.value}?"), hedge=match[1])
