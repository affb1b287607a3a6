"""What all makers of pages share: the timeline and its views, and how a page is put together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dateline import addresses, embeds, overview
from dateline.dates import Edtf
from dateline.filters import shortened
from dateline.formats import coins, jsonld
from dateline.formats.feeds import offered
from dateline.kept import Kept, digest, same
from dateline.later import Later
from dateline.model import Essay, Event, Shared, Source, Timeline
from dateline.named import by_source
from dateline.pages.bodies import Bodies
from dateline.pages.cards import Stretch, stretches
from dateline.pages.desk import Desk
from dateline.pages.directory import Links
from dateline.pages.figures import Shown, shown
from dateline.pages.gaps import passed
from dateline.pages.paging import Paging
from dateline.pages.periods import Entry, Period, periods
from dateline.pages.sourceviews import SourceRow, source_row
from dateline.pages.widgets import Framed, Named, snippets

_HELD: Final = ("overview", "sources")
"""What is in a page's context and large, and the same object as long as what it is made of is the same; as
is all that is worked out later.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page before it is rendered."""

    path: str
    """Its file, relative to the output folder: `events/ft-report/index.html`."""
    template: str
    context: Mapping[str, object]
    """What its template is given; what takes long is a `Later`, for when it is rendered."""
    widget: embeds.Widget | None = None
    """What stands for it in other people's pages."""

    @property
    def address(self) -> str:
        """Its target, as `addresses` has it: `events/ft-report/`."""
        return addresses.address_of(self.path)

    def values(self) -> dict[str, object]:
        """The context, with all of it worked out."""
        given = self.context.items()
        return {name: value.get() if isinstance(value, Later) else value for name, value in given}

    @property
    def moved(self) -> bool:
        """Whether it only leads to another."""
        return self.template == "moved.html.jinja"


@dataclass(frozen=True, kw_only=True)
class Planner:
    """Plans pages of one timeline."""

    timeline: Timeline
    desk: Desk
    bodies: Bodies
    kept: Kept
    menu: Links
    colophon: Links
    actors: Named
    tags: Named
    newest: Edtf | None
    """The publication of the newest source."""
    paging: Paging | None
    """None where the front page lists everything."""
    narrowings: Mapping[str, Paging]
    """The pages of those narrowed lists that have several, by the target of the list."""
    leanings: Mapping[str, Paging]
    """The pages of those sources that have several, by the target of the source."""
    framed: tuple[Framed, ...]
    """The lists among the widgets."""
    widgets: Mapping[str, embeds.Widget]
    """By the page that each stands for."""

    def page(
        self, target: str, template: str, *, title: str, description: str, nav: str = "", **context: object
    ) -> Page:
        """A page with what every page has."""
        shown = context.get("shown")
        fallback = None if template in ("404", "moved", "withdrawn") else self.widgets.get(addresses.FRONT)
        widget = self.widgets.get(target, fallback)
        shared = self.framed[:1] if widget is fallback else ()
        common = {
            "title": title,
            "description": shortened(description),
            "nav": nav,
            "menu": self.menu,
            "colophon": self.colophon,
            "json_ld": None,
            "feeds": self.feeds(addresses.FRONT, ())[:1],
            "policy": shown.policy if isinstance(shown, Shown) else "",
            "players": isinstance(shown, Shown) and shown.players,
            "picture": self.picture(target),
            "share": snippets(widget, shared, self.timeline.site),
        }
        return Page(
            path=addresses.file_of(target),
            template=f"{template}.html.jinja",
            context=common | context,
            widget=widget,
        )

    def keep(
        self, make: object, target: str, made_of: tuple[Hashable, ...], page: Callable[[], Page]
    ) -> Page:
        """The page, or that of before, where it is made of the same; `made_of` leaves out what all share."""
        return self.kept.under((make, target, made_of, self.common, self.picture(target)), page)

    def steady(self, page: Page) -> Page:
        """The same page of before, where there is one; so that it is rendered once."""
        given = page.context.items()
        held = {name: same(value) for name, value in given if name in _HELD or isinstance(value, Later)}
        rest = {name: value for name, value in given if name not in held}
        key = (Page, page.path, page.template, page.widget, *held.items(), digest(rest))
        return self.kept.under(key, lambda: page)

    @cached_property
    def common(self) -> Hashable:
        """The key of all that any page may be made of beside the events."""
        timeline = self.timeline
        shared = (self.menu, self.colophon, self.widgets.get(addresses.FRONT))
        lists = tuple(framed.widget for framed in self.framed[:1])
        read = digest(timeline.site, timeline.shelf, timeline.snapshots)
        sources = self.kept.token(*timeline.sources)
        key = (shared, lists, read, sources, self.bodies.leads_to, self.desk.key, bool(timeline.events))
        return same(self.kept.value(key))

    def picture(self, target: str) -> Shared | None:
        """The picture for sharing: the page's own, or the site's."""
        shared = self.timeline.shared
        return shared.get(target) or shared.get(addresses.FRONT)

    def shown(self, record: Event | Source | Essay, target: str) -> Shown:
        """The text of a record and its figures, as its own page has them."""
        bodies = self.bodies
        body = bodies.event(record, target) if isinstance(record, Event) else bodies.text(record, target)
        return shown(record, body, self.timeline.shelf)

    def pictured(self, json_ld: jsonld.Json, shown: Shown, target: str) -> jsonld.Json:
        """What machines are told of a page, and its pictures: the author's own, then the one for sharing."""
        own = [picture.fallback.target for picture in shown.pictures]
        drawn = self.timeline.shared.get(target)
        found = [*own, *([drawn.target] if drawn else [])]
        base = self.timeline.site.url
        return {**json_ld, "image": [addresses.url(t, base=base) for t in found]} if found else json_ld

    def feeds(self, target: str, events: Sequence[Event]) -> tuple[tuple[str, str, str], ...]:
        """(target, media type, words) of the files by which a page with these events can be followed."""
        say = self.timeline.tongue.gettext
        return tuple((file, feed.media_type, say(feed.name)) for file, feed in offered(target, events))

    def figure(self, event: Event) -> object:
        """The drawing of how the event was dated."""
        return overview.reading_figure(event, self.desk.sources, self.timeline.tongue)

    def coins(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The sources that a page cites, each once, for reference managers."""
        known = (self.desk.sources[id] for id in dict.fromkeys(ids) if id in self.desk.sources)
        order = self.timeline.site.date_order
        return tuple(self.kept.of(coins.context_object, source, order) for source in known)

    def periods(self, events: Sequence[Event], before: Sequence[Event] = ()) -> tuple[Period, ...]:
        """A list's; `before` are events of the pages before it, which its first gap is counted from."""
        key = (periods, self.kept.token(*events), self.kept.token(*before), self.desk.key)
        tongue, order = self.timeline.tongue, self.desk.order
        return self.kept.under(key, lambda: periods(events, self.newest, order, before=before, tongue=tongue))

    def stretches(self, listed: Sequence[Period], page: str) -> tuple[Stretch, ...]:
        """The cards of a list on `page`."""
        return stretches(listed, self.desk, self.bodies, page)

    @cached_property
    def leaves(self) -> Mapping[str, tuple[Period, ...]]:
        """What each page of a long list has, by its target."""
        found: dict[str, tuple[Period, ...]] = {}
        for paging in (*((self.paging,) if self.paging else ()), *self.narrowings.values()):
            before: tuple[Event, ...] = ()
            for leaf in paging.leaves:
                found[leaf.target] = self.periods(leaf.events, before)
                before = passed((*before, *leaf.events))
        return found

    @cached_property
    def told(self) -> tuple[Entry, ...]:
        """Every event as the timeline lists it, from the first to the last."""
        pages = [self.leaves[leaf.target] for leaf in self.paging.leaves] if self.paging else []
        listed = pages or [self.periods(self.timeline.events)]
        return tuple(entry for page in listed for period in page for entry in period.entries)

    @cached_property
    def citing(self) -> Mapping[str, tuple[Event, ...]]:
        """The events that cite each source, by its id."""
        return by_source(self.timeline)

    @cached_property
    def rows(self) -> Mapping[str, SourceRow]:
        """Every source as lists have it, by its id."""
        kept, desk = self.kept, self.desk
        return {
            source.id: kept.value(source_row(source, self.citing[source.id], desk))
            for source in self.timeline.sources
        }

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """Where each event's part of a long timeline is, by the event's id: `1980-1989/#y1984`."""
        return {
            entry.event.id: f"{leaf.target}#{period.id}"
            for leaf in (self.paging.leaves if self.paging else ())
            for period in self.leaves[leaf.target]
            for entry in period.entries
        }
