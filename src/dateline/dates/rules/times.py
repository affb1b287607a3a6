"""Times of day: this morning, Tuesday night, 14:58 UTC, 6:40 p.m."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from dateline.dates import span
from dateline.dates.day import Day
from dateline.dates.grammar import Rule
from dateline.dates.history import time_told
from dateline.dates.rules.moving import antecedent_of_tense
from dateline.dates.setting import Setting
from dateline.dates.span import Span


def this_daypart(at: Setting, _: object, part: str) -> Span:
    """As in “this morning”."""
    return span.day(at.today, supplied="week")


def last_night(at: Setting, *_: object) -> Span:
    """“last night”, “overnight”."""
    return span.day(at.today.plus(-1), supplied="week")


def of_day(at: Setting, *caught: object) -> Span | None:
    """“Tuesday night”, “late Friday”, “the morning of 5 May”: the day, its hours left aside."""
    return next(found for found in caught if isinstance(found, Span))


def in_the_day(at: Setting) -> Span | None:
    """“earlier in the day”: of the day that the text named last, if the tense allows it; else of publication.

    What was “later in the day” is told from a day that the text names; where it names none, it is none.
    """
    before = antecedent_of_tense(at, at.antecedent)
    if before is None and at.says("later") and at.direction != "future":
        return span.nothing()
    return _day_of_text(at) if before or not at.antecedent else span.day(at.today, supplied="week")


def hours_of_no_day(at: Setting, *_: object) -> Span | None:
    """“a curfew from 10 p.m. to 5 a.m.”: of no one day, unless that is named or it is told of the past."""
    here = at.antecedent_here
    if here and here.unit == "day":
        return None
    overnight = _OVERNIGHT.search(at.text[at.start : at.end])
    return None if at.direction == "past" and not overnight else span.nothing()


_OVERNIGHT: Final = re.compile(r"p\.?m\b.*a\.?m\b", re.I)


def hour_of_the_clock(at: Setting, number: int, *caught: object) -> Span | None:
    """“nine o'clock”, “at 9 o'clock on Friday morning”: the day; which half of it is mostly left open."""
    named = next((found for found in caught if isinstance(found, Span)), None)
    return (named or _day_of_text(at)) if 1 <= number <= 12 else None


SHARP: Final = ("noon", "midnight", "dawn", "dusk")
"""Parts of a day that are nearly times: those of a day that a text does not name are of its own day."""


def bare_daypart(at: Setting, part: str) -> Span | None:
    """“in the morning”: of the day that the text named last; “at noon”, else of that of publication."""
    before = at.antecedent
    if before and before.unit == "day" and before.first:
        return span.day(before.first)
    own = part in SHARP and before is None and at.day
    return span.day(at.today, supplied="week") if own else None


def _day_of_text(at: Setting) -> Span | None:
    """The day that the text named last, else of publication; none in a history that named no day."""
    found = bare_daypart(at, "")
    return found or (None if time_told(at) else span.day(at.today, supplied="week"))


def clock(at: Setting, time: str, half: int | None, zone: str | None) -> Span | None:
    """“6:40 p.m.”, “14:58 UTC”: on the day that the text named last, else of publication."""
    return _timed(at, _day_of_text(at), time, half, zone)


def hour(at: Setting, number: int, half: int, zone: str | None) -> Span | None:
    """“6 p.m.”"""
    return _timed(at, _day_of_text(at), f"{number}:00", half, zone) if 1 <= number <= 12 else None


def clock_on(at: Setting, time: str, half: int | None, zone: str | None, day: Span) -> Span | None:
    """“6:40 p.m. on Friday”."""
    return _timed(at, day, time, half, zone)


def clock_in_part(at: Setting, time: str, zone: str | None, day: Span | None, part: str) -> Span | None:
    """“7:30 Friday night”: the part of the day says which half of it is meant."""
    later = part in ("afternoon", "evening", "night") and 1 <= int(re.split("[:.]", time)[0]) < 12
    return _timed(at, day, time, 12 if later else None, zone)


def hour_in_part(at: Setting, time: str, part: str) -> Span | None:
    """“7:30 in the evening”: on the day that the text named last, else of publication."""
    return clock_in_part(at, time, None, _day_of_text(at), part)


def day_clock(at: Setting, day: Span, time: str, half: int | None, zone: str | None) -> Span | None:
    """“Friday at 6:40 p.m.”"""
    return _timed(at, day, time, half, zone)


def hour_on(at: Setting, number: int, half: int, zone: str | None, day: Span) -> Span | None:
    """“6 p.m. on Friday”."""
    return _timed(at, day, f"{number}:00", half, zone) if 1 <= number <= 12 else None


def day_hour(at: Setting, day: Span, number: int, half: int, zone: str | None) -> Span | None:
    """“Friday at 6 p.m.”"""
    return hour_on(at, number, half, zone, day)


def figures_of_hour(at: Setting, number: int, day: Span | None) -> Span | None:
    """“1600 GMT on Tuesday”."""
    hours, minutes = divmod(number, 100)
    return _timed(at, day or _day_of_text(at), f"{hours}:{minutes:02d}", None, "Z") if number > 23 else None


def _timed(at: Setting, day: Span | None, time: str, half: int | None, zone: str | None) -> Span | None:
    """A day with a time, in the zone if it is named and certain."""
    if "." in time and half is None and not zone:
        return None
    hours, minutes = (int(part) for part in re.split("[:.]", time)[:2])
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + half
    if hours > 23 or minutes > 59 or day is None or day.first is None:
        return None
    offset = _offset(at, day.first, hours, zone or "")
    return day._replace(text=f"{day.first}T{hours:02d}:{minutes:02d}{offset}", unit="day")


_BY_COUNTRY: Final = {
    ("CST", "America/"): "-06:00",
    ("CST", "Asia/Shanghai"): "+08:00",
    ("CST", "Asia/Taipei"): "+08:00",
    ("IST", "Asia/Kolkata"): "+05:30",
    ("IST", "Asia/Jerusalem"): "+02:00",
    ("IST", "Europe/Dublin"): "+01:00",
}
"""What a name of several zones means in a source that is published there."""


def _offset(at: Setting, day: Day, hour: int, zone: str) -> str:
    """The offset of a zone on that day; empty where its name is not certain."""
    if zone in ("CST", "IST"):
        return next(
            (o for (name, place), o in _BY_COUNTRY.items() if name == zone and at.zone.startswith(place)), ""
        )
    if "/" not in zone or not 1 <= day.year <= 9999:
        return "" if "/" in zone else zone
    written = datetime(*day, hour, tzinfo=ZoneInfo(zone)).strftime("%z")
    return f"{written[:3]}:{written[3:]}"


RULES: Final = (
    Rule("part of today", "earlier|later|early|late? THIS DAYPART", this_daypart,
         "“This morning” is the day of publication.", """
         this morning = 2024-11-21
         earlier this evening = 2024-11-21"""),
    Rule("tonight", "later? tonight", lambda at: span.day(at.today, supplied="week"),
         "Tonight is the day of publication.",
         "tonight = 2024-11-21"),
    Rule("last night", """
         late|early? last night|evening
         late? overnight""", last_night,
         "Last night is the day before publication.", """
         last night = 2024-11-20
         overnight = 2024-11-20"""),
    Rule("part of a day", """
         <day> 's? early|late|mid? -? DAYPART
         overnight on? <day>
         early|late|mid on? <day>
         early|late|mid on? <day> DAYPART
         the? early|late? DAYPART of|on <day>
         the? early|late hours of <day>
         <day> at DAYPART
         before|after|around|about|near|until|by DAYPART on? <day>
         at? DAYPART on? <day>""", of_day,
         "The hours of a day are left aside; its date stands.", """
         Tuesday night = 2024-11-19
         late Friday = 2024-11-22
         the morning of 5 May 2024 = 2024-05-05
         yesterday afternoon = 2024-11-20"""),
    Rule("time of day", "CLOCK AMPM? ZONE?", clock,
         "A time alone is on the day that the text named last, or on the day of publication. A zone is "
         "kept where its name is certain.", """
         14:58 UTC = 2024-11-21T14:58Z
         6:40 p.m. = 2024-11-21T18:40
         9.30 a.m. EST = 2024-11-21T09:30-05:00"""),
    Rule("hour of the day", "NUM AMPM ZONE?", hour,
         "An hour alone is on the day that the text named last, or on the day of publication.",
         "6 p.m. = 2024-11-21T18:00"),
    Rule("time in a part of a day", "CLOCK ZONE? ,? on? <day> DAYPART", clock_in_part,
         "A time on the day that is named with it; its afternoon, evening or night counts from noon.",
         "7:30 Friday night = 2024-11-22T19:30"),
    Rule("time on a day", "CLOCK AMPM? ZONE? time? ,? on? <day>", clock_on,
         "A time on the day that is named with it.", """
         16:15 UTC, June 1st @ 2009-06-04 = 2009-06-01T16:15Z
         6:40 p.m. on Friday = 2024-11-22T18:40"""),
    Rule("time in a part of the day", "CLOCK in the DAYPART", hour_in_part,
         "A time alone is on the day that the text named last, or on the day of publication; the "
         "afternoon, the evening and the night count from noon.",
         "7:30 in the evening = 2024-11-21T19:30"),
    Rule("day and time", "<day> ,? at? about|around|approximately? CLOCK AMPM? ZONE? time?", day_clock,
         "A time on the day that is named with it.",
         "5 May 2024 at 12:00 = 2024-05-05T12:00"),
    Rule("hour on a day", "NUM AMPM ZONE? time? ,? on? <day>", hour_on,
         "An hour on the day that is named with it.",
         "6 p.m. on 5 May 2024 = 2024-05-05T18:00"),
    Rule("day and hour", "<day> ,? at? about|around|approximately? NUM AMPM ZONE? time?", day_hour,
         "An hour on the day that is named with it.",
         "tomorrow at 9 a.m. = 2024-11-22T09:00"),
    Rule("hours in four figures", """
         NUM gmt|utc
         NUM gmt|utc ,? on? <day>""", lambda at, number, day=None: figures_of_hour(at, number, day),
         "Four figures before GMT are a time, on the day that the text names.",
         "1600 GMT = 2024-11-21T16:00Z"),
    Rule("hours of a day", """
         from|between? NUM AMPM? to|until|and|-|– NUM AMPM ZONE? ,? on? <day>
         from|between? CLOCK AMPM? to|until|and|-|– CLOCK AMPM? ZONE? ,? on? <day>
         from|between NUM AMPM? to|until|and|-|– DAYPART on? <day>""", of_day,
         "The hours of a day are left aside; its date stands.",
         "from 9 a.m. to 5 p.m. on 5 May 2024 = 2024-05-05"),
    Rule("hours of no day", """
         from|between NUM AMPM? to|until|and|-|– NUM AMPM
         from|between CLOCK AMPM? to|until|and|-|– CLOCK AMPM
         from|between NUM AMPM? to|until|and|-|– DAYPART
         from|between DAYPART to|until|and|-|– NUM AMPM
         NUM AMPM? -|– NUM AMPM
         CLOCK AMPM? -|– CLOCK AMPM""", hours_of_no_day,
         "Hours from one to another are of no one day, unless the text names it or tells what was done "
         "then.", """
         a curfew [from 10 p.m. to 5 a.m.] = no date
         open [from 9 a.m. to 5 p.m.] = no date"""),
    Rule("hour of the clock", """
         NUM o'clock
         NUM o'clock in the DAYPART
         NUM o'clock on? <day> DAYPART?""", hour_of_the_clock,
         "An hour of the clock is on the day that is named with it, or that the text named last, or on the "
         "day of publication.", """
         at [nine o'clock] = 2024-11-21
         at [9 o'clock on Friday morning] = 2024-11-22"""),
    Rule("earlier in the day", "earlier|later|late|early in the day", in_the_day,
         "The day that the text named last, or that of publication.", """
         came back [earlier in the day] = 2024-11-21
         will come back [later in the day] = 2024-11-21
         came back [later in the day] = no date
         left on 3 April 2009; [earlier in the day] it rained = 2009-04-03"""),
    Rule("part of the day", """
         in|at|by|during? the? DAYPART
         shortly|just? before|after DAYPART""", bare_daypart,
         "A part of a day alone is of the day that the text named last.", """
         fell on 3 April 2009, and rose in [the morning] = 2009-04-03
         shortly before [noon] = 2024-11-21
         it began [just before dawn] = 2024-11-21"""),
)  # fmt: skip
