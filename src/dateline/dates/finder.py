"""Dates in running text: an article in, every date that it names out, with its place.

One pass over the words looks for those that a date cannot do without; only the words around them are
read by the grammar.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from dateline.dates.changed import negated
from dateline.dates.chart import Chart, Match
from dateline.dates.day import Day
from dateline.dates.edtf import Edtf
from dateline.dates.grammar import Grammar
from dateline.dates.invisible import Seen, has_invisible
from dateline.dates.lexicon import tokens
from dateline.dates.licence import NEVER, OPEN, Place, stands
from dateline.dates.meant import hedged, reading_of
from dateline.dates.publication import days_of, setting_of
from dateline.dates.reading import Anchor, Reading
from dateline.dates.rules import RULES
from dateline.dates.setting import Named, Setting, may_be_leant_on
from dateline.dates.span import NOTHING, RANGE, day
from dateline.dates.telling import stretches


def find_dates(
    text: str,
    ref: Anchor | str | None,
    *,
    zone: str = "UTC",
    language: str = "en",
    whole: bool = False,
) -> tuple[Reading, ...]:
    """Every date that a text names, in order, with its place in the text.

    `ref` is the day of publication as EDTF, or a whole anchor. A day that is known only as a span is taken
    at its first day; without one, only dates that need none are found. Of “since August” the date is August,
    and of “from May to July” there are two, as annotators of TIMEX3 have it; with `whole` it is all of it.
    """
    anchor = Anchor(published=Edtf.parse(ref), zone=zone, language=language) if isinstance(ref, str) else ref
    days = days_of(anchor) if anchor else ()
    setting = setting_of(anchor, days[0] if days else None)
    grammar = grammar_of_running_text(whole)
    if not has_invisible(text):
        return tuple(_readings(text, setting, anchor, grammar, whole))
    seen = Seen.of(text)
    return tuple(map(seen.restored, _readings(seen.text, setting, anchor, grammar, whole)))


@cache
def grammar_of_running_text(whole: bool) -> Grammar:
    """What running text is read by, made when it is first asked for."""
    left_out = NEVER if whole else NEVER | OPEN
    return Grammar([rule for rule in RULES if rule.name not in left_out])


def _readings(
    text: str, setting: Setting, anchor: Anchor | None, grammar: Grammar, whole: bool
) -> Iterator[Reading]:
    named: list[Named] = []
    setting.text = text
    setting.look_back = lambda: named
    done = 0
    for start, end, telling in stretches(text):
        chart = Chart(grammar, text, tokens(text, max(start, done), end), setting)
        words = chart.words
        for index, (word, after) in enumerate(zip(words, (*words[1:], *words[-1:]), strict=True)):
            if word.start > telling:
                break
            if word.start < done or not (grammar.may_begin(word) and grammar.may_begin_with(word, after)):
                continue
            match = _standing(chart, index)
            if match is None:
                continue
            done = chart.words[match.end - 1].end
            if match.span.unit == NOTHING or negated(text, word.start):
                continue
            for date in (match,) if whole else apart(chart, match):
                begin, close = _named_from(chart, date), chart.words[date.end - 1].end
                if may_be_leant_on(date.span):
                    named.append(Named(date.span, begin, close))
                    chart.read_anew_from(match.end)
                reading = reading_of(date, text[begin:close], anchor, begin)
                if reading:
                    yield hedged(reading, text, begin)


_JOINED: Final = {
    "from one date to another": frozenset(("to", "until", "till", "through", "thru", "and")),
    "months of one year": frozenset(("to", "until", "till", "through", "and")),
    "either": frozenset(("or",)),
}
"""The rules that read two dates as one, and the words between them; a dash makes them one expression."""


def apart(chart: Chart, match: Match) -> tuple[Match, ...]:
    """The two dates that a stretch or a choice names, each with the year that the other supplied."""
    joints = _JOINED.get(match.rule.name, ())
    first, last = match.span.first, match.span.last
    if not joints or first is None or last is None:
        return (match,)
    begin = match.start + (chart.words[match.start].text in ("from", "between", "either"))
    for joint in range(begin + 1, match.end - 1):
        if chart.words[joint].text in joints:
            start, end = _ending(chart, begin, joint), _ending(chart, joint + 1, match.end)
            if start and end:
                return _in_year(start, first), _in_year(end, last)
    return (match,)


def _ending(chart: Chart, begin: int, end: int) -> Match | None:
    """The date that takes in all words from one index up to another."""
    return next((match for match in chart.matches(begin) if match.end == end), None)


def _in_year(match: Match, bound: Day) -> Match:
    """A date, on the side of a stretch that ends at a bound."""
    if match.span.supplied == "week" and match.span.unit == "day":
        return match._replace(span=day(bound)._replace(anchored=True))
    return match._replace(span=match.span.in_year(bound.year)) if match.span.supplied == "year" else match


def _standing(chart: Chart, index: int) -> Match | None:
    """The longest date from a word on that may be taken for one: “Saturday” of “won on Saturday, 6-4”."""
    match = chart.longest(index)
    if match is None or match.span.unit == NOTHING or stands(Place(chart.text, chart.words, match)):
        return match
    if match.end == index + 1:
        return None
    shorter = sorted((other for other in chart.matches(index) if other.end < match.end), key=lambda m: -m.end)
    return next((other for other in shorter if stands(Place(chart.text, chart.words, other))), None)


_LEADS: Final = frozenset(("in", "on", "at", "over", "during", "by", "before", "after", "until"))
"""Prepositions that some rules take in, and that are no part of a date's name."""


def _named_from(chart: Chart, match: Match) -> int:
    """Where the words that name a date begin: “over the weekend” at its article, “the 1988 vote” after it."""
    first = chart.words[match.start].text
    leads = match.span.unit != RANGE and first in _LEADS
    of_a_thing = first == "the" and match.rule.name == "year" and match.end - match.start == 2
    return chart.words[match.start + (leads or of_a_thing)].start
