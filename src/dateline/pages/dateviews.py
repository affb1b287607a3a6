"""Dates as a reader sees them, and what becomes of one that a source gives beside another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.dates import Edtf, Reading, relation
from dateline.model import Event, Source, Value
from dateline.tongue import ENGLISH, N_, Tongue

_HTML_DATE: Final = re.compile(r"(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The text of one `<time>` and the machine's form of it, empty where HTML has none."""

    text: str
    datetime: str
    joint: str = ""
    """The dash before it, as the label sets it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """One date as a reader sees it."""

    label: str
    edtf: str
    """Empty where the moments' machine forms say it all."""
    moments: tuple[Moment, ...]
    """One, or two where the label joins two dates with a dash."""
    words: str = ""
    """The source's own words; empty where the label says the same, or nobody stated any."""
    language: str = ""
    """Of these words, where it is known."""
    note: str = ""
    """Our words about it: whose it is, or that there is none."""
    sources: str = ""
    """The labels of those who state it, listed."""


def moments(reading: Reading, text: str) -> tuple[Moment, ...]:
    """The `<time>`s of a label: two where a dash joins the ends of an interval, else one."""
    ends = str(reading.value).strip("[]{}").replace("..", "/").split("/")
    halves = re.split("( ?– ?)", text)
    if len(ends) == 2 and len(halves) == 3 and all(ends):
        first, joint, second = halves
        return (
            Moment(text=first, datetime=_html_date(ends[0])),
            Moment(text=second, datetime=_html_date(ends[1]), joint=joint),
        )
    return (Moment(text=text, datetime=_html_date(str(reading.value))),)


def machine_form(reading: Reading, shown: tuple[Moment, ...]) -> str:
    """The EDTF, where the `<time>`s do not say all of it."""
    edtf = str(reading.value)
    return "" if [moment.datetime for moment in shown] == [edtf] else edtf


def same_date(one: Reading | None, other: Reading | None) -> bool:
    """Whether two readings name the same stretch of time, by whatever words and rule."""
    return one is not None and other is not None and _stretch(one) == _stretch(other)


def _stretch(reading: Reading) -> tuple[object, ...]:
    """“Earlier in 2026” and “later in 2026” are one value, and not the same days."""
    return reading.value, reading.part, reading.earliest, reading.latest


def excludes(one: Reading | None, other: Reading | None) -> bool:
    """Whether two dates cannot both be right."""
    return bool(one and other and relation(one, other) in ("before", "after"))


def rival_values(event: Event) -> tuple[Value, ...]:
    """The dates that exclude each other: the one the event is placed by, then those that deny it; () if none.

    A date that merely holds that one, as a weekend holds its Saturday, is no rival of it.
    """
    disputed = next((d.values for d in event.disagreements if d.field == "date"), ())
    used = [value for value in disputed if value.stands or same_date(value.reading, event.date)]
    rivals = [value for value in disputed if not value.stands and excludes(value.reading, event.date)]
    return (*used, *rivals) if rivals else ()


def is_unresolved(event: Event) -> bool:
    """Whether sources dispute its date and the editor lets none stand: it is placed by one all the same."""
    return any(d.field == "date" and not any(value.stands for value in d.values) for d in event.disagreements)


def outcome(
    reading: Reading | None, used: Reading | None, tongue: Tongue = ENGLISH, *, unresolved: bool = False
) -> str:
    """What became of a source's date, beside the one that the timeline goes by, or is placed by."""
    if reading is None or used is None:
        return tongue.gettext("not used")
    if same_date(reading, used):
        return tongue.gettext("the event is placed here") if unresolved else tongue.gettext("the date we use")
    if unresolved and excludes(reading, used):
        return tongue.gettext("contradicts another date; neither stands")
    return tongue.gettext(_OUTCOMES[relation(reading, used)])


_OUTCOMES: Final = {
    "before": N_("contradicts the date we use"),
    "after": N_("contradicts the date we use"),
    "contains": N_("agrees; the date we use is more exact"),
    "during": N_("agrees, and is more exact than the date we use"),
    "equals": N_("the same days as the date we use"),
    "undetermined": N_("overlaps with the date we use"),
}


def newest_published(sources: Sequence[Source]) -> Edtf | None:
    """The latest publication among the sources: what "as of the sources" means; None when none is dated."""
    readings = [source.published for source in sources if source.published and source.published.latest]
    latest = max(readings, key=lambda reading: reading.latest or (0, 0, 0), default=None)
    return latest.value if latest else None


def _html_date(edtf: str) -> str:
    plain = edtf.strip("?~%")
    return plain if _HTML_DATE.fullmatch(plain) else ""
