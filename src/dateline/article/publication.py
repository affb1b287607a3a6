"""On which day a page was published: the one that all it states agrees on, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

from dateline.dates import read_phrase


class _Stated(NamedTuple):
    day: date
    moment: datetime | None
    """Where the page gives a time and its zone."""
    where: str


def published(stated: Sequence[tuple[str, str]], text: str) -> tuple[tuple[str, str] | None, str]:
    """The day as YYYY-MM-DD and where it is stated; or None, and why it is left empty.

    `stated` are texts that say when, each with its place. Where there are none, a line of the page's own
    `text` that begins with “Published” may say it. The day is the one on the newsroom's clock: a time in a
    zone names it, and so does a bare day. A time in UTC is what machines write, and may be of the day before
    or after: where nothing else is stated it stays a moment, YYYY-MM-DDTHH:MM:SSZ.
    """
    read = [each for value, where in stated if (each := _read(value, where))] or list(_in_words(text))
    if not read:
        return None, "not stated"
    first = min(read, key=_is_universal)
    apart = next((each for each in read if not _agree(first, each)), None)
    if apart is not None:
        return None, f"stated as {first.day} ({first.where}) and as {apart.day} ({apart.where})"
    return (_written(first), first.where), ""


def _is_universal(stated: _Stated) -> bool:
    """Whether it is a moment in UTC, whose day may not be the newsroom's."""
    return stated.moment is not None and stated.moment.utcoffset() == timedelta(0)


def _written(stated: _Stated) -> str:
    if stated.moment is None or not _is_universal(stated):
        return stated.day.isoformat()
    return f"{stated.moment:%Y-%m-%dT%H:%M:%SZ}"


def _agree(one: _Stated, other: _Stated) -> bool:
    if one.day == other.day:
        return True
    if one.moment is not None and other.moment is not None:
        return one.moment == other.moment
    moments = [each.moment for each in (one, other) if each.moment is not None and _is_universal(each)]
    bare = one.day if one.moment is None else other.day
    return any((moment - _WEST).date() <= bare <= (moment + _EAST).date() for moment in moments)


_WEST: Final = timedelta(hours=12)
_EAST: Final = timedelta(hours=14)
"""How far the clocks of the world are behind UTC, and ahead of it."""


def _read(value: str, where: str) -> _Stated | None:
    """A day, with or without a time; an ambiguous one, or a machine's zero, is none."""
    text = value.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        day = _day_in(re.sub(r"[T ]\d{1,2}:\d{2}.*$", "", text).replace("/", "-"))
        return _Stated(day, None, where) if day else None
    is_zero = moment.year < _EARLIEST or moment.date() == _EPOCH
    zoned = moment if moment.tzinfo else None
    return None if is_zero else _Stated(moment.date(), zoned, where)


_EARLIEST: Final = 1600
_EPOCH: Final = datetime.fromtimestamp(0, UTC).date()


def _day_in(words: str) -> date | None:
    """The one day that words name by themselves."""
    reading = read_phrase(words, None)
    if reading is None or reading.earliest is None or reading.earliest != reading.latest:
        return None
    return date(*reading.earliest) if _EARLIEST <= reading.earliest.year <= 9999 else None


def _in_words(text: str) -> Iterator[_Stated]:
    for line in text.split("\n"):
        told = _PUBLISHED.match(line)
        if told and (day := _day_in(told[1])):
            yield _Stated(day, None, "the line “Published …”")


_PUBLISHED: Final = re.compile(
    r"(?:first |originally )?(?:published|posted)(?: on)?:? +([^|·•]{6,40}?)"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d.*)?$",
    re.I,
)
