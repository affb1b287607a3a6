"""Widgets for frames elsewhere: the timeline, its latest events, one event, one actor, one tag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline import addresses
from dateline.embeds import LATEST, LOOKS, MOST_ROWS, Part, Widget, frame
from dateline.kept import same
from dateline.markup import plain
from dateline.model import Event, Site, Status, Timeline
from dateline.pages.dateviews import DateView, machine_form, moments
from dateline.pages.desk import Desk
from dateline.pages.room import most_needed, opening
from dateline.pages.views import CitationView, EventView
from dateline.tongue import Tongue

_PASTED = 5
"""How many of the latest events a pasted link to the timeline shows."""
_SHOWN = 2
"""Quotations of an event that are always in sight; its other ones can be opened."""
_IN_A_ROW = 1
"""Quotations that a row of a long list opens; there is a budget for the page."""
_SHORT_LIST = 12

Named = Mapping[str, tuple[Event, ...]]
"""Events by the name of an actor or a tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """An event in a list of fixed rows."""

    title: str
    target: str
    status: Status
    date: DateView
    disputed: bool
    points: str
    sources: str
    quotations: tuple[CitationView, ...]
    """The most needed ones, which the row opens where the frame can grow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A widget and the events in it."""

    widget: Widget
    heading: str
    total: int
    events: tuple[Event, ...]


def lists(timeline: Timeline, actors: Named, tags: Named) -> tuple[Framed, ...]:
    """Every widget that is a list; none where there are no events."""
    if not timeline.events:
        return ()
    title, tongue = timeline.site.title, timeline.tongue
    front, events = addresses.FRONT, timeline.events
    whole = _list(addresses.EMBED, front, title, events, MOST_ROWS, _titled(title, tongue))
    latest = (
        _list(addresses.latest_embed(n), front, title, events, n, _latest(title, n, tongue)) for n in LATEST
    )
    named = (
        _list(
            addresses.embed(page),
            page,
            f"{name} · {title}",
            events,
            MOST_ROWS,
            tongue.gettext("Timeline: %(name)s, in %(title)s", name=name, title=title),
        )
        for names, page_of in ((actors, addresses.actor), (tags, addresses.tag))
        for name, events in names.items()
        if (page := page_of(name))
    )
    return (whole, *latest, *named)


def _titled(title: str, tongue: Tongue) -> str:
    return tongue.gettext("Timeline: %(title)s", title=title)


def _latest(title: str, count: int, tongue: Tongue) -> str:
    return tongue.ngettext(
        "Timeline: %(title)s: the latest event",
        "Timeline: %(title)s: the latest %(num)s",
        count,
        title=title,
    )


def _list(target: str, page: str, heading: str, events: tuple[Event, ...], most: int, title: str) -> Framed:
    dated = tuple(event for event in events if event.date)
    shown = events if len(events) <= most else (dated or events)[-most:]
    parts: tuple[tuple[Part, int], ...] = (("head", 1), ("row", len(shown)), ("foot", 1))
    widget = Widget(target=target, page=page, title=title, parts=parts)
    return Framed(widget=widget, heading=heading, total=len(events), events=shown)


def by_page(framed: Iterable[Framed], events: Iterable[Event], desk: Desk) -> Mapping[str, Widget]:
    """The widget of each page that has one of its own; the front page's is that of the latest events."""
    found = dict(desk.kept.each(lambda event: _own(event, desk), zip(events), by_page, desk.key))
    for one in framed:
        if one.widget.target != addresses.EMBED:
            found.setdefault(one.widget.page, one.widget)
        if one.widget.target == addresses.latest_embed(_PASTED):
            found[one.widget.page] = one.widget
    return found


def _own(event: Event, desk: Desk) -> tuple[str, Widget]:
    return addresses.event(event.id), event_widget(event, desk)


def event_widget(event: Event, desk: Desk) -> Widget:
    """The widget of one event."""
    return desk.kept.under((Widget, same(event), desk.key), lambda: _event_widget(event, desk))


def _event_widget(event: Event, desk: Desk) -> Widget:
    view = desk.event(event)
    parts: dict[Part, int] = {
        "head": 1,
        "rivals" if view.rivals else "when": 1,
        "title": 1,
        "dek": 1 if _dek(event) else 0,
        "points": 1 if view.points else 0,
        "quote": min(_SHOWN, quoted := sum(bool(citation.quote) for citation in view.citations)),
        "foot": 1,
        "more": 1 if quoted > _SHOWN else 0,
    }
    return Widget(
        target=addresses.event_embed(event.id),
        page=view.target,
        title=desk.tongue.gettext("Event: %(title)s", title=event.title),
        parts=tuple((part, count) for part, count in parts.items() if count),
    )


def list_context(framed: Framed, desk: Desk, facts: str) -> Mapping[str, object]:
    """What a widget that is a list shows; `facts` stand at its foot."""
    rows, tongue = Rows(desk), desk.tongue
    shown = len(framed.events)
    return {
        "title": tongue.gettext("%(title)s (widget)", title=framed.widget.title),
        "description": tongue.ngettext(
            "%(title)s: %(num)s event for a frame.",
            "%(title)s: %(num)s events for a frame.",
            framed.total,
            title=framed.heading,
        ),
        "looks": LOOKS,
        "widget": framed.widget,
        "heading": framed.heading,
        "rows": [rows(event) for event in framed.events],
        "most": _SHOWN if shown <= _SHORT_LIST else _IN_A_ROW,
        "all": tongue.ngettext("The event", "All %(num)s events", framed.total),
        "facts": facts if shown == framed.total else f"{_only(shown, tongue)} · {facts}",
    }


def _only(shown: int, tongue: Tongue) -> str:
    return tongue.ngettext("the latest", "the latest %(num)s", shown)


class Rows:
    """Makes rows, each once for all the lists that have it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, event: Event) -> RowView:
        """One event in a row."""
        return self._desk.kept.under((RowView, same(event), self._desk.key), lambda: self._row(event))

    def _row(self, event: Event) -> RowView:
        view = self._desk.event(event)
        return RowView(
            title=event.title,
            target=view.target,
            status=event.status,
            date=_short_date(event, view, self._desk),
            disputed=bool(view.rivals),
            points=view.points,
            sources=_sources(view, self._desk.tongue),
            quotations=tuple(citation for citation, _ in most_needed(view)[:_SHOWN]),
        )


def event_context(event: Event, desk: Desk, site: Site) -> Mapping[str, object]:
    """It, who says so, and what is disputed."""
    view = desk.event(event)
    ranked = [citation for citation, _ in most_needed(view)]
    tongue = desk.tongue
    return {
        "title": tongue.gettext("%(title)s (widget)", title=event.title),
        "description": tongue.gettext("One event of “%(title)s” for a frame.", title=site.title),
        "looks": LOOKS,
        "widget": event_widget(event, desk),
        "event": view,
        "dek": _dek(event),
        "points": view.points,
        "shown": sorted(ranked[:_SHOWN], key=_number),
        "others": sorted(ranked[_SHOWN:], key=_number),
        "all": tongue.ngettext("The citation", "All %(num)s citations", len(view.citations))
        if view.citations
        else tongue.gettext("Who says so"),
        "facts": _sources(view, tongue),
    }


def lines(events: Iterable[Event], desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Events as plain lines: title, target, and the rest in words."""
    for row in map(Rows(desk), events):
        dated, say = row.date.label, desk.tongue.gettext
        if row.disputed:
            dated = say("%(date)s, disputed", date=dated)
        rest = (dated, say(row.status), row.points, row.sources)
        yield row.title, row.target, desk.tongue.semicolon.join(filter(None, rest))


def snippets(own: Widget | None, others: Iterable[Framed], site: Site) -> tuple[tuple[str, str], ...]:
    """(what it is, the code to paste) of a page's own widget and of others, for "Share and embed"."""
    widgets = [own, *(framed.widget for framed in others)] if own else []
    return tuple((widget.title, frame(widget, site)) for widget in widgets)


def _short_date(event: Event, view: EventView, desk: Desk) -> DateView:
    if event.date is None:
        return view.date
    text = desk.label(event.date, short=True)
    shown = moments(event.date, text)
    return DateView(label=text, edtf=machine_form(event.date, shown), moments=shown)


def _sources(view: EventView, tongue: Tongue) -> str:
    names = list(dict.fromkeys(citation.source for citation in view.citations))
    if len(names) < 2:
        return names[0] if names else tongue.gettext("nobody is cited")
    listed = tongue.listed(names, ",")
    return tongue.ngettext(
        "%(num)s source: %(names)s", "%(num)s sources: %(names)s", len(names), names=listed
    )


def _dek(event: Event) -> str:
    return event.dek or opening(plain(event.body))


def _number(citation: CitationView) -> int:
    return citation.number
