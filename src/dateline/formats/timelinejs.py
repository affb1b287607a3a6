"""`data/timelinejs.json`: the events as TimelineJS 3 takes them, no date more exact than it is known.

TimelineJS draws years, months and days, and a span where an event has an end. So a decade is a span of two
years, a season and a quarter are their year alone, and the words beside it are always ours. Undated events
have no place in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from dateline import addresses
from dateline.dates import Reading
from dateline.dates.component import Date
from dateline.formats.channels import dated, picture, url
from dateline.formats.jsontext import jsontext
from dateline.markup import plain
from dateline.model import Event, Timeline

_FAR: Final = 100_000
"""Years from which TimelineJS wants its other scale."""
_MONTHS: Final = 12

Json = dict[str, object]


def write(timeline: Timeline, pages: Sequence[str] = ()) -> str:
    """The file's text, in the timeline's order."""
    return jsontext(as_dict(timeline))


def as_dict(timeline: Timeline) -> Json:
    """The file's content."""
    site = timeline.site
    shown = [event for event in timeline.events if event.date and bounded(event.date)]
    names = {source.id: source.label for source in timeline.sources}
    far = any(abs(day.year) >= _FAR for event in shown if event.date and (day := event.date.earliest))
    return {
        "title": {
            "unique_id": "title",
            "text": {"headline": escape(site.title), "text": _paragraph(site.dek)},
        },
        "scale": "cosmological" if far else "human",
        "events": [_slide(event, event.date, names, timeline) for event in shown if event.date],
    }


def bounded(reading: Reading) -> bool:
    """Whether both of its ends are known: TimelineJS has no open ones."""
    return bool(reading.earliest and reading.latest)


def _slide(event: Event, reading: Reading, names: Mapping[str, str], timeline: Timeline) -> Json:
    start, end = _ends(reading)
    page = escape(url(addresses.event(event.id), timeline))
    cited = timeline.tongue.listed(
        names.get(id, id) for id in dict.fromkeys(c.source for c in event.citations)
    )
    link = f'<p><a href="{page}">{escape(timeline.tongue.gettext("Who says so"))}</a> {escape(cited)}</p>'
    return {
        "unique_id": event.id,
        "start_date": start,
        **({"end_date": end} if end != start else {}),
        "display_date": dated(reading, timeline),
        "text": {"headline": escape(event.title), "text": _paragraph(event.dek or plain(event.body)) + link},
        **_media(event, timeline),
    }


def _media(event: Event, timeline: Timeline) -> Json:
    """Its first picture; TimelineJS takes HTML for what is said of it."""
    shown = picture(event, timeline)
    if shown is None:
        return {}
    medium, made = shown
    said = {"caption": escape(medium.caption), "credit": escape(medium.credit), "alt": medium.alt or ""}
    return {"media": {"url": url(made.fallback.target, timeline), **said}}


def _ends(reading: Reading) -> tuple[Json, Json]:
    """The first and the last of what the value names, each in the units in which it is written."""
    dates = sorted(
        reading.value.dates, key=lambda date: (date.earliest or (0, 0, 0), date.latest or (0, 0, 0))
    )
    first, last = dates[0], dates[-1]
    assert first.earliest
    assert last.latest
    return _parts(first, first.earliest.year), _parts(last, last.latest.year)


def _parts(date: Date, year: int) -> Json:
    """A date's year, and its month and day where they are named and no season stands for them."""
    if not date.month.isdigit() or int(date.month) > _MONTHS or "X" in date.year:
        return {"year": year}
    return {"year": year, "month": int(date.month), **({"day": int(date.day)} if date.day.isdigit() else {})}


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""
