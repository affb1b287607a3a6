"""The pages that other sites show in a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from dateline import addresses
from dateline.model import Event, Shared
from dateline.pages.lists import facts_of
from dateline.pages.planner import Page, Planner
from dateline.pages.widgets import event_context, list_context


def frames(planner: Planner) -> Iterator[Page]:
    """Each list that can be embedded, and each event."""
    timeline, facts = planner.timeline, facts_of(planner.timeline)
    sources = timeline.tongue.ngettext("%(num)s source", "%(num)s sources", len(timeline.sources))
    told = f"{sources} · {facts['verified']}"
    for one in planner.framed:
        target = one.widget.target
        made_of = (one.widget, one.heading, one.total, told, planner.kept.token(*one.events))
        context = partial(list_context, one, planner.desk, told)
        make = partial(_framed, target, "embed/list", context, planner.picture(one.widget.page))
        yield planner.keep(list_context, target, made_of, make)
    pictures = (planner.picture(addresses.event(event.id)) for event in timeline.events)
    given = zip(timeline.events, pictures, strict=True)
    yield from planner.kept.each(partial(_framed_event, planner), given, event_context, planner.common)


def _framed_event(planner: Planner, event: Event, picture: Shared | None) -> Page:
    context = partial(event_context, event, planner.desk, planner.timeline.site)
    return _framed(addresses.event_embed(event.id), "embed/event", context, picture)


def _framed(
    target: str, template: str, context: Callable[[], Mapping[str, object]], picture: Shared | None
) -> Page:
    path = addresses.file_of(target)
    return Page(path=path, template=f"{template}.html.jinja", context={**context(), "picture": picture})
