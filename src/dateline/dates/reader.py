"""Words into dates: the phrase of one source, read from the day and the place of its publication."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from functools import cache, lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from dateline.dates.changed import changed, negated
from dateline.dates.chart import Chart, Match
from dateline.dates.day import Day, days_in_month
from dateline.dates.edtf import Edtf
from dateline.dates.fault import EdtfError
from dateline.dates.grammar import Grammar
from dateline.dates.lexicon import tokens
from dateline.dates.misnamed import misnamed
from dateline.dates.reading import Anchor, Reading
from dateline.dates.rules import RULES
from dateline.dates.rules.nothing import RULES as NOT_DATES
from dateline.dates.sentences import OF_A_HISTORY
from dateline.dates.setting import DayOrder, Named, Setting, may_be_leant_on
from dateline.dates.span import NOTHING

GRAMMAR: Final = Grammar(RULES)
NO_DATES: Final = Grammar(NOT_DATES)
_ORDERS: Final[dict[str, DayOrder]] = {"en-us": "month-day", "en-ph": "month-day", "en-ca": ""}
_YEAR_FIRST: Final = frozenset({"hu", "ja", "ko", "lt", "mn", "zh"})
_LOOKS_LIKE_EDTF: Final = re.compile(
    r"(?!\d{4}/\d\d$)(?:[\[{].*|[?~%]?-?[\dX]{4}(?!-(?:1[3-9]|[2-9]\d)$)[-/?~%].*|Y.*)"
)
_MONTH_AND_DAY: Final = re.compile(r"(\d\d)-(\d\d)")
_COMMON: Final = 2023
"""A year of 365 days."""
LONGEST_SPAN: Final = 400
"""Days of publication that a relative phrase is tried from; beyond, "last week" is anybody's guess."""


def read_phrase(text: str, anchor: Anchor | None, *, sentence: str = "", offset: int = -1) -> Reading | None:
    """The date that `text` names, read from the day of publication; None where it names none.

    `sentence` is what stands around it, for the tense, and `offset` where in it `text` begins. Where the
    day of publication is known as a span, a relative phrase is read from every day of it: the reading is
    what they all give, else the stretch from the first to the last of them. Words are read as English; in
    a source of another language a date must be all there is, or “4. Februar 2026” would be a year. Of
    “not Monday but Tuesday”, where other words of `text` change the date, there is none.
    """
    reading = _dated(text, anchor, sentence, offset)
    if reading is None or reading.rule == "EDTF":
        return reading
    return None if changed(text, reading.start, reading.end) else reading


def _dated(text: str, anchor: Anchor | None, sentence: str = "", offset: int = -1) -> Reading | None:
    """The date in `text`, whatever else that says."""
    written = _edtf(text) if _LOOKS_LIKE_EDTF.fullmatch(text.strip()) else None
    if written:
        return written
    source, start = _place(text, sentence, offset)
    days = days_of(anchor) if anchor else []
    first = _read(source, start, len(text), setting_of(anchor, days[0] if days else None), anchor)
    if first is None or (anchor and _is_foreign(anchor.language) and not _is_all(first, text)):
        return None
    if first.explicit or len(days) < 2:
        return first
    readings = [
        first,
        *(_read(source, start, len(text), setting_of(anchor, day), anchor) for day in days[1:]),
    ]
    found = [reading for reading in readings if reading]
    if len(found) < len(readings):
        return None
    return first if len({(reading.value, reading.within) for reading in found}) == 1 else _hull(found)


def _edtf(text: str) -> Reading | None:
    stated = text.strip()
    try:
        value = Edtf.parse(stated)
        return Reading(
            value=value, stated=stated, rule="EDTF", because=RULES[0].because, start=text.index(stated)
        )
    except EdtfError:
        return None


def read_stated(text: str) -> Reading:
    """A date that an editor typed: EDTF, or a phrase that needs no anchor; raises EdtfError."""
    try:
        return Reading(value=Edtf.parse(text), stated=text, rule="EDTF", because=RULES[0].because)
    except EdtfError as fault:
        reading = _dated(text, None)
        if reading is None or not _is_all(reading, text):
            raise _leaning(text) or _no_such_day(text) or _only_part(text, reading) or fault from None
        wrong = misnamed(reading)
        if wrong:
            raise EdtfError(
                text, 0, f"{wrong}", f"Write {wrong.day}, if its figures are right, or {wrong.meant}."
            ) from None
        return reading


_LEADS: Final = re.compile(r"\s*(?:in|on|at|the|during)?\s+", re.I)


def _is_all(reading: Reading, text: str) -> bool:
    """Whether a reading takes in all of what was typed, but for a preposition."""
    rest = text[: reading.start] + " " + text[reading.end :]
    return _LEADS.fullmatch(f" {rest.strip()} ") is not None


def _leaning(text: str) -> EdtfError | None:
    """Why “last Saturday” is no date for an event: it counts from a day that an event does not have."""
    reading = read_phrase(text, Anchor(published=Edtf.parse("2024-02-29")))
    if reading is None or reading.explicit or not _is_all(reading, text):
        return None
    if reading.rule in ("month and day", "day and month"):
        written = f"{reading.value}"[4:]
        return EdtfError(text, 0, "it names no year", f"Write 2026{written}, with the year that it was.")
    reason = "it counts from the day on which it was said, and an event has no such day"
    return EdtfError(
        text, 0, reason, "Write the date that it came to, as 2026, 2026-02 or 2026-02-28; or leave the date "
        "out, and give these words as what a citation says.",
    )  # fmt: skip


def _only_part(text: str, reading: Reading | None) -> EdtfError | None:
    """Why a date with other words around it is none: nobody can tell what they were to change."""
    if reading is None:
        return None
    reason = f'only "{reading.stated}" in it is a date'
    return EdtfError(text, 0, reason, f"Write {reading.value}, and what else there is to say in the text.")


def _no_such_day(text: str) -> EdtfError | None:
    """Why “31 February 2026” is none, in the words that its figures would get."""
    words = tokens(text)
    found = {category: value for word in words for category, value in word.terminals}
    if len(words) > 8 or not {"DAY", "MONTH", "YEAR"} <= found.keys():
        return None
    try:
        Edtf.parse(f"{found['YEAR']:04d}-{found['MONTH']:02d}-{found['DAY']:02d}")
    except EdtfError as fault:
        return EdtfError(text, 0, fault.reason, fault.hint)
    return None


def edtf_for(
    text: str, ref: str | None, sentence: str | None = None, offset: int | None = None
) -> str | None:
    """The EDTF of a phrase read on the day `ref`, or None where it names no date."""
    anchor = Anchor(published=Edtf.parse(ref[:10]), language="en-US") if ref else None
    reading = read_phrase(text, anchor, sentence=sentence or "", offset=-1 if offset is None else offset)
    return str(reading.value) if reading else None


def _place(text: str, sentence: str, offset: int) -> tuple[str, int]:
    """The text with its sentence around it, if it stands there, and where it begins."""
    if offset < 0 or sentence[offset : offset + len(text)] != text:
        offset = sentence.find(text)
    return (sentence, offset) if offset >= 0 else (text, 0)


def _read(source: str, start: int, length: int, setting: Setting, anchor: Anchor | None) -> Reading | None:
    """The longest date in a stretch of a text; the first of two that are as long."""
    setting.text = source
    if start:
        setting.look_back = cache(lambda: all_named(source, start, setting))
    chart = Chart(GRAMMAR, source, tokens(source, start, start + length), setting)
    best = _longest(chart)
    if best is None:
        return None
    begin, end = chart.words[best.start].start, chart.words[best.end - 1].end
    if negated(source, begin) or (length < len(source) and _is_no_date(source, begin, end, setting)):
        return None
    best = _with_its_day(source, begin, end, setting, best)
    reading = reading_of(best, source[begin:end], anchor, begin - start)
    return hedged(reading, source, begin) if reading else None


def _longest(chart: Chart) -> Match | None:
    """The date that takes in the most words; the first of two that are as long."""
    best: Match | None = None
    index, width = 0, 0
    while index + width < len(chart.words):
        match = chart.longest(index) if GRAMMAR.may_begin(chart.words[index]) else None
        if match and match.span.unit == NOTHING:
            index = match.end
            continue
        if match and match.end - match.start > width:
            best, width = match, match.end - match.start
        index += 1
    return best


_BEYOND: Final = 40
"""How far around a phrase its sentence is looked at, in characters."""


def _is_no_date(source: str, begin: int, end: int, setting: Setting) -> bool:
    """Whether the words are part of more words that name no date: "Sunday" in the Sunday Times."""
    first = source.rfind(" ", 0, max(0, begin - _BEYOND)) + 1
    chart = Chart(NO_DATES, source, tokens(source, first, end + _BEYOND), setting)
    for index, word in enumerate(chart.words):
        if word.start > begin:
            return False
        match = chart.longest(index)
        if match and chart.words[match.end - 1].end >= end:
            return True
    return False


def _with_its_day(source: str, begin: int, end: int, setting: Setting, match: Match) -> Match:
    """A time of day, on the day that the text names right after it: "16:15 UTC, June 1st"."""
    if not match.span.anchored or "T" not in match.span.text:
        return match
    chart = Chart(GRAMMAR, source, tokens(source, begin, end + _BEYOND), setting)
    beyond = chart.longest(0)
    return beyond if beyond and "T" in beyond.span.text else match


def all_named(text: str, end: int, setting: Setting) -> list[Named]:
    """The dates that are named in a text before a place in it, each read as if it were the first."""
    alone = replace(setting, look_back=tuple, story=(0, None))
    chart = Chart(GRAMMAR, text, tokens(text, 0, end), alone)
    found: list[Named] = []
    index = 0
    while index < len(chart.words):
        match = chart.longest(index)
        if match and may_be_leant_on(match.span):
            found.append(Named(match.span, chart.words[index].start, chart.words[match.end - 1].end))
        index = match.end if match and may_be_leant_on(match.span) else index + 1
    return found


def reading_of(match: Match, stated: str, anchor: Anchor | None, start: int) -> Reading | None:
    """What a match says, as a reading; None where it lies further away than any date may."""
    span, rule = match.span, match.rule
    try:
        value = Edtf.parse(span.edtf())
    except EdtfError:
        return None
    return Reading(
        value=value,
        stated=stated,
        rule=rule.name,
        part=span.part,
        anchor=anchor if span.anchored else None,
        alternatives=span.alternatives,
        because=OF_A_HISTORY if span.supplied and not span.anchored else rule.because,
        unit=span.unit if span.unit in ("week", "weekend") else None,
        side=span.side,
        within=(span.first, span.last) if span.side and span.first and span.last else None,
        start=start,
    )


_HEDGE: Final = re.compile(
    r"\b(reportedly|supposedly|apparently|allegedly|possibly|perhaps|maybe|could|might)\s+"
    r"(?:(?:be|come|happen|follow|arrive|start|begin|launch)\s+)?"
    r"(?:(?:due|set|scheduled|planned|slated|coming|released|launched)\s+)?"
    r"(?:(?:as\s+(?:early|soon|late)\s+as|in|on|at|by|for|during|around|about)\s+)*$"
)
_HEDGE_REACH: Final = 60


def hedged(reading: Reading, text: str, begin: int) -> Reading:
    """The reading, uncertain where a hedge leads up to its date: “reportedly due in April”.

    “Reportedly due to visit China in April” hedges the visit, and leaves the date alone.
    """
    front = text[max(0, begin - _HEDGE_REACH) : begin].lower()
    match = _HEDGE.search(front) if front else None
    if not match or reading.value.shape != "date" or reading.qualifier or "T" in str(reading.value):
        return reading
    return replace(reading, value=Edtf.parse(f"{reading.value}?"), hedge=match[1])


def _hull(readings: list[Reading]) -> Reading:
    """From the first to the last of what the days of publication give: one moment somewhere inside."""
    first = min((r.earliest for r in readings if r.earliest), default=None)
    last = max((r.latest for r in readings if r.latest), default=None)
    value = Edtf.parse(f"[{first or ''}..{last or ''}]")
    return replace(
        readings[0],
        value=value,
        part=None,
        unit=None,
        side=None,
        within=None,
        alternatives=(),
        spread=True,
    )


@lru_cache(maxsize=64)
def _order(language: str) -> DayOrder:
    """Of figures; English without a country has two, and where the year comes first there may be either."""
    language = language.lower()
    known = "-" in language or (_is_foreign(language) and language not in _YEAR_FIRST)
    return _ORDERS.get(language, "day-month" if known else "")


@lru_cache(maxsize=64)
def _is_foreign(language: str) -> bool:
    """Whether that is another language than English."""
    return language.partition("-")[0].lower() not in ("", "en")


@lru_cache(maxsize=64)
def month_and_day(text: str) -> tuple[int, int] | None:
    """`10-01` as (10, 1); None for what is no day of every year."""
    match = _MONTH_AND_DAY.fullmatch(text)
    month, day = (int(match[1]), int(match[2])) if match else (0, 0)
    return (month, day) if 1 <= month <= 12 and 1 <= day <= days_in_month(_COMMON, month) else None


def setting_of(anchor: Anchor | None, day: Day | None) -> Setting:
    """What a source's dates are read against on one of the days on which it may have appeared."""
    if anchor is None:
        return Setting(day=day)
    return Setting(
        day=day,
        order=_order(anchor.language),
        southern=anchor.hemisphere == "south",
        zone=anchor.zone,
        fiscal_start=month_and_day(anchor.fiscal_start),
    )


def days_of(anchor: Anchor) -> list[Day]:
    """Every day on which the source may have been published, in its own zone; none where that is open."""
    date = anchor.published.members[0][0]
    if date.time and anchor.published.shape == "date":
        return [_local_day(date.year, date.text, anchor.zone)]
    first, last = anchor.published.earliest, anchor.published.latest
    if first is None or last is None:
        return []
    days = [first]
    while days[-1] < last and len(days) <= LONGEST_SPAN:
        days.append(days[-1].plus(1))
    return days if len(days) <= LONGEST_SPAN else []


@lru_cache(maxsize=256)
def _local_day(year: str, text: str, zone: str) -> Day:
    moment = datetime.fromisoformat(text)
    return Day.of(moment.astimezone(ZoneInfo(zone)).date() if moment.tzinfo else moment.date())
