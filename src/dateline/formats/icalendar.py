"""`timeline.ics`: events in a calendar (RFC 5545), each on the days that are known and on no others.

All entries are all-day. An event whose day nobody knows, "in October 2024", is left out and counted: any
day would be made up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal
from urllib.parse import urlsplit

from dateline.dates import Day, Reading
from dateline.dates.component import Date
from dateline.formats.changed import instant
from dateline.formats.channels import Channel, Item, newest, url
from dateline.model import Event, Timeline

FILE: Final = "timeline.ics"
_WIDTH: Final = 75
"""Octets of a line, the line's end aside (RFC 5545, 3.1)."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

Reason = Literal["undated", "vague", "far"]
REASONS: Final[tuple[Reason, ...]] = ("vague", "far", "undated")
"""Why an event is in no calendar: no day is known, it lies before the year 1 or after 9999, or no date is."""


def days(event: Event) -> tuple[Day, Day] | Reason:
    """The first and last day of its entry, inclusive; or why it has none."""
    reading = event.date
    if reading is None:
        return "undated"
    first, last = reading.earliest, reading.latest
    if not all(0 < day.year < 10_000 for day in (first, last) if day):
        return "far"
    return (first, last) if first and last and _is_exact(reading) else "vague"


def left_out(events: Iterable[Event]) -> Mapping[Reason, int]:
    """How many events are in no calendar, by reason, the reasons in one order."""
    found = Counter(placed for event in events if isinstance(placed := days(event), str))
    return {reason: found[reason] for reason in REASONS if found[reason]}


def entry(item: Item, timeline: Timeline) -> str:
    """One event on its days; nothing where it has none, or was withdrawn."""
    event = item.event
    placed = days(event)
    if event.date is None or isinstance(placed, str) or event.withdrawn:
        return ""
    lines = (
        "BEGIN:VEVENT",
        f"UID:{event.id}@{_domain(timeline)}",
        f"DTSTAMP:{_stamp(item.changed)}",
        f"LAST-MODIFIED:{_stamp(item.changed)}",
        f"SEQUENCE:{len(event.corrections)}",
        f"DTSTART;VALUE=DATE:{_date(placed[0])}",
        *_end(placed),
        f"SUMMARY:{_text(_title(item, placed))}",
        f"DESCRIPTION:{_text(timeline.tongue.joined((item.summary, item.disputed)))}",
        f"URL:{item.address}",
        *((f"LOCATION:{_text(', '.join(event.places))}",) if event.places else ()),
        f"CATEGORIES:{','.join(map(_text, (event.status, *event.tags)))}",
        *(("STATUS:TENTATIVE",) if event.date.qualifier or event.status == "possible" else ()),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )
    return "".join(map(_folded, lines))


def whole(channel: Channel, listed: Sequence[Item], entries: Sequence[str], timeline: Timeline) -> str:
    """The calendar; nothing where no event has a place in it, for a calendar may not be empty."""
    if not any(entries):
        return ""
    missing = left_out(channel.events)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//dateline//timeline//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(channel.title)}",
        f"X-WR-CALNAME:{_text(channel.title)}",
        f"DESCRIPTION:{_text(_described(channel, missing, timeline))}",
        f"X-WR-CALDESC:{_text(_described(channel, missing, timeline))}",
        f"URL:{url(channel.page, timeline)}",
        f"SOURCE;VALUE=URI:{url(channel.page, timeline)}{FILE}",
        f"LAST-MODIFIED:{_stamp(newest(listed, timeline))}",
        f"X-DATELINE-LEFT-OUT:{sum(missing.values())}",
    )
    return "".join((*map(_folded, lines), *entries, "END:VCALENDAR\r\n"))


def _is_exact(reading: Reading) -> bool:
    """Whether both bounds are days that are named; not one day or another of a list, and not about a day."""
    value = reading.value
    ends = {end for member in value.members for end in member}
    return len(value.members) == 1 and all(_is_day(end) and "~" not in _marks(end) for end in ends)


def _is_day(date: Date) -> bool:
    return bool(_DAY.fullmatch(f"{date.year}-{date.month}-{date.day}"))


def _marks(date: Date) -> str:
    """`~` for every sign that the date is approximate."""
    return "".join(date.marks).replace("%", "~")


def _title(item: Item, placed: tuple[Day, Day]) -> str:
    """With the words of its date where the entry's days alone would say more than is known."""
    reading = item.event.date
    assert reading
    certain = not reading.qualifier and (placed[0] == placed[1] or reading.kind == "lasting")
    return item.title if certain else f"{item.title} ({item.date})"


def _end(placed: tuple[Day, Day]) -> Iterator[str]:
    """The day after the last, for a span; the last day of all time has none after it."""
    first, last = placed
    if first != last and (after := last.plus(1)).year < 10_000:
        yield f"DTEND;VALUE=DATE:{_date(after)}"


def _described(channel: Channel, missing: Mapping[Reason, int], timeline: Timeline) -> str:
    """What the channel is, and how much of it no calendar can hold."""
    tongue = timeline.tongue
    return tongue.joined((channel.dek, *told(missing, timeline)))


def told(missing: Mapping[Reason, int], timeline: Timeline) -> tuple[str, ...]:
    """How many events are left out and why, a sentence for each reason."""
    ngettext = timeline.tongue.ngettext
    sentences = {
        "vague": lambda n: ngettext(
            "%(num)s event is left out, because its day is not known.",
            "%(num)s events are left out, because their days are not known.",
            n,
        ),
        "far": lambda n: ngettext(
            "%(num)s event is left out, because calendars know the years 1 to 9999 only.",
            "%(num)s events are left out, because calendars know the years 1 to 9999 only.",
            n,
        ),
        "undated": lambda n: ngettext(
            "%(num)s event is left out, because it has no date.",
            "%(num)s events are left out, because they have no date.",
            n,
        ),
    }
    return tuple(sentences[reason](count) for reason, count in missing.items())


def _domain(timeline: Timeline) -> str:
    """Where the ids of events hold: the site's host and path."""
    parts = urlsplit(timeline.site.url)
    return f"{parts.netloc}{parts.path}".rstrip("/")


def _stamp(day: Day) -> str:
    return instant(day).replace("-", "").replace(":", "")


def _date(day: Day) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _text(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11), without characters that have no place in one."""
    shown = text if text.isprintable() else "".join(c if c >= " " and c != "\x7f" else " " for c in text)
    return shown.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, no character cut, each but the first after a space."""
    if line.isascii():
        first, rest = line[:_WIDTH], line[_WIDTH:]
        pieces = [first, *(rest[at : at + _WIDTH - 1] for at in range(0, len(rest), _WIDTH - 1))]
        return "\r\n ".join(pieces) + "\r\n"
    pieces, piece, room = [], "", _WIDTH
    for character in line:
        width = len(character.encode())
        if width > room:
            pieces.append(piece)
            piece, room = "", _WIDTH - 1
        piece += character
        room -= width
    return "\r\n ".join((*pieces, piece)) + "\r\n"
