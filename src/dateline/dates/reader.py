"""Words into dates: the phrase of one source, read from the day and the place of its publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.dates.changed import changed, negated
from dateline.dates.chart import Chart, Match
from dateline.dates.edtf import Edtf
from dateline.dates.fault import EdtfError
from dateline.dates.grammar import Grammar
from dateline.dates.invisible import Seen, has_invisible
from dateline.dates.lexicon import tokens
from dateline.dates.meant import hedged, reading_of
from dateline.dates.publication import days_of, is_foreign, setting_of
from dateline.dates.reading import Anchor, Reading
from dateline.dates.rules import RULES
from dateline.dates.rules.nothing import RULES as NOT_DATES
from dateline.dates.setting import Named, Setting, may_be_leant_on
from dateline.dates.span import NOTHING

_LOOKS_LIKE_EDTF: Final = re.compile(
    r"(?!\d{4}/\d\d$)(?:[\[{].*|[?~%]?-?[\dX]{4}(?!-(?:1[3-9]|[2-9]\d)$)[-/?~%].*|Y.*)"
)


@cache
def grammar() -> Grammar:
    """All the rules, made ready when they are first asked for."""
    return Grammar(RULES)


@cache
def _grammar_of_no_dates() -> Grammar:
    return Grammar(NOT_DATES)


def read_phrase(text: str, anchor: Anchor | None, *, sentence: str = "", offset: int = -1) -> Reading | None:
    """The date that `text` names, read from the day of publication; None where it names none.

    `sentence` is what stands around it, for the tense, and `offset` where in it `text` begins. Where the
    day of publication is known as a span, a relative phrase is read from every day of it: the reading is
    what they all give, else the stretch from the first to the last of them. Words are read as English; in
    a source of another language a date must be all there is, or “4. Februar 2026” would be a year. Of
    “not Monday but Tuesday”, where other words of `text` change the date, there is none.
    """
    if has_invisible(text) or has_invisible(sentence):
        return _as_seen(read_phrase, text, anchor, sentence, offset)
    reading = _some(text, anchor, sentence, offset)
    if reading is None or reading.rule == "EDTF" or len(reading.stated) == len(text):
        return reading
    return None if changed(text, reading.start, reading.end) else reading


def read_some(text: str, anchor: Anchor | None, sentence: str = "", offset: int = -1) -> Reading | None:
    """The date in `text`, whatever else that says."""
    if has_invisible(text) or has_invisible(sentence):
        return _as_seen(_some, text, anchor, sentence, offset)
    return _some(text, anchor, sentence, offset)


def _some(text: str, anchor: Anchor | None, sentence: str, offset: int) -> Reading | None:
    """The date in a text of which everything is seen."""
    written = _edtf(text) if _LOOKS_LIKE_EDTF.fullmatch(text.strip()) else None
    if written:
        return written
    source, start = _place(text, sentence, offset)
    days = days_of(anchor) if anchor else ()
    first = _read(source, start, len(text), setting_of(anchor, days[0] if days else None), anchor)
    if first is None or (anchor and is_foreign(anchor.language) and not is_all(first, text)):
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


def _as_seen(
    read: Callable[..., Reading | None], text: str, anchor: Anchor | None, sentence: str, offset: int
) -> Reading | None:
    """What a reader makes of a text without the signs that nobody sees, told where it stands among them."""
    seen, around = Seen.of(text), Seen.of(sentence)
    place = around.place_in(offset) if offset >= 0 else -1
    reading = read(seen.text, anchor, sentence=around.text, offset=place)
    return seen.restored(reading) if reading else None


def _edtf(text: str) -> Reading | None:
    stated = text.strip()
    try:
        value = Edtf.parse(stated)
        return Reading(
            value=value, stated=stated, rule="EDTF", because=RULES[0].because, start=text.index(stated)
        )
    except EdtfError:
        return None


_LEADS: Final = re.compile(r"\s*(?:in|on|at|the|during)?\s+", re.I)


def is_all(reading: Reading, text: str) -> bool:
    """Whether a reading takes in all of what was typed, but for a preposition."""
    rest = text[: reading.start] + " " + text[reading.end :]
    return _LEADS.fullmatch(f" {rest.strip()} ") is not None


def edtf_for(
    text: str, ref: str | None, sentence: str | None = None, offset: int | None = None
) -> str | None:
    """The EDTF of a phrase read on the day `ref`, or None where it names no date."""
    anchor = Anchor(published=Edtf.parse(ref[:10]), language="en-US") if ref else None
    reading = read_phrase(text, anchor, sentence=sentence or "", offset=-1 if offset is None else offset)
    return str(reading.value) if reading else None


def _place(text: str, sentence: str, offset: int) -> tuple[str, int]:
    """The text with its sentence around it, if it stands there, and where it begins."""
    if not sentence:
        return text, 0
    if offset < 0 or sentence[offset : offset + len(text)] != text:
        offset = sentence.find(text)
    return (sentence, offset) if offset >= 0 else (text, 0)


def _read(source: str, start: int, length: int, setting: Setting, anchor: Anchor | None) -> Reading | None:
    """The longest date in a stretch of a text; the first of two that are as long."""
    setting.text = source
    if start:
        setting.look_back = cache(lambda: all_named(source, start, setting))
    chart = Chart(grammar(), source, tokens(source, start, start + length), setting)
    best = _longest(chart)
    if best is None:
        return None
    begin, end = chart.words[best.start].start, chart.words[best.end - 1].end
    if (begin and negated(source, begin)) or (
        length < len(source) and _is_no_date(source, begin, end, setting)
    ):
        return None
    if end < len(source) and "T" in best.span.text:
        best = _with_its_day(source, begin, end, setting, best)
    reading = reading_of(best, source[begin:end], anchor, begin - start)
    return hedged(reading, source, begin) if reading and begin else reading


def _longest(chart: Chart) -> Match | None:
    """The date that takes in the most words; the first of two that are as long."""
    best: Match | None = None
    index, width, words = 0, 0, chart.words
    while index + width < len(words):
        match = chart.longest(index) if chart.grammar.may_begin(words[index]) else None
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
    chart = Chart(_grammar_of_no_dates(), source, tokens(source, first, end + _BEYOND), setting)
    for index, word in enumerate(chart.words):
        if word.start > begin:
            return False
        match = chart.longest(index)
        if match and chart.words[match.end - 1].end >= end:
            return True
    return False


def _with_its_day(source: str, begin: int, end: int, setting: Setting, match: Match) -> Match:
    """A time of day, on the day that the text names right after it: "16:15 UTC, June 1st"."""
    if not match.span.anchored:
        return match
    chart = Chart(grammar(), source, tokens(source, begin, end + _BEYOND), setting)
    beyond = chart.longest(0)
    return beyond if beyond and "T" in beyond.span.text else match


def all_named(text: str, end: int, setting: Setting) -> list[Named]:
    """The dates that are named in a text before a place in it, each read with those before it."""
    found: list[Named] = []
    apart = replace(setting, look_back=lambda: found, story=(0, None))
    chart = Chart(grammar(), text, tokens(text, 0, end), apart)
    index = 0
    while index < len(chart.words):
        match = chart.longest(index)
        if match and may_be_leant_on(match.span):
            found.append(Named(match.span, chart.words[index].start, chart.words[match.end - 1].end))
            chart.read_anew_from(match.end)
        index = match.end if match and may_be_leant_on(match.span) else index + 1
    return found


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
