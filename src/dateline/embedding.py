"""`dateline embed`: the code that shows a part of a site's timeline in another page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline import addresses, embeds
from dateline.build import arrange
from dateline.embeds import Density, Look, Scheme, Widget
from dateline.kept import Kept
from dateline.model import Event, Timeline
from dateline.named import by_name
from dateline.pages.desk import Desk
from dateline.pages.widgets import Framed, event_widget, lines, lists
from dateline.problems import Problems, UserError, has_errors
from dateline.project import read_project
from dateline.text import suggest


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to show, and how; of event, actor, tag and latest one at most."""

    event: str | None = None
    actor: str | None = None
    tag: str | None = None
    latest: str | None = None
    auto_height: bool = False
    element: bool = False
    scheme: Scheme = "auto"
    compact: bool = False

    @property
    def look(self) -> Look:
        """The widget's look; only a frame that follows its content lets quotations open."""
        density: Density = "compact" if self.compact else "comfortable"
        return Look(scheme=self.scheme, density=density, opens=self.auto_height or self.element)


def snippet(root: Path, wish: Wish) -> tuple[str, Problems]:
    """The code to paste; empty when the site cannot be read. Raises UserError for what is not there."""
    chosen = [name for name in ("event", "actor", "tag", "latest") if getattr(wish, name)]
    if len(chosen) > 1:
        raise UserError(f"--{chosen[0]} and --{chosen[1]} are two widgets. Ask for one at a time.")
    if wish.auto_height and wish.element:
        raise UserError("--element follows its content already. Leave out --auto-height.")
    project, problems = read_project(root)
    if project is None or has_errors(problems):
        return "", problems
    if any(event.draft and event.id == wish.event for event in project.events):
        raise UserError(f'"{wish.event}" is a draft, which has no widget. Publish it first.')
    timeline, found = arrange(project, Kept())
    if has_errors(found):
        return "", (*problems, *found)
    desk = Desk(timeline.sources, timeline.site.date_order)
    widget, events = choose(timeline, wish, desk)
    if wish.element:
        return embeds.element(widget, timeline.site, tuple(lines(events, desk)), wish.look), problems
    written = embeds.following if wish.auto_height else embeds.frame
    return written(widget, timeline.site, wish.look), problems


def choose(timeline: Timeline, wish: Wish, desk: Desk) -> tuple[Widget, tuple[Event, ...]]:
    """The widget that is wished for, and its events. Raises UserError for what is not there."""
    if not timeline.events:
        raise UserError("the timeline has no events yet, so there is nothing to embed.")
    if wish.event:
        by_id = {event.id: event for event in timeline.events}
        event = by_id[_known(wish.event, tuple(by_id), "event")]
        return event_widget(event, desk), (event,)
    found = _list(timeline, wish)
    return found.widget, found.events


def _list(timeline: Timeline, wish: Wish) -> Framed:
    actors, tags = by_name(timeline, "actors"), by_name(timeline, "tags")
    framed = {one.widget.target: one for one in lists(timeline, actors, tags)}
    target = addresses.latest_embed(int(wish.latest)) if wish.latest else addresses.EMBED
    if wish.actor:
        target = addresses.embed(addresses.actor(_known(wish.actor, tuple(actors), "actor")))
    if wish.tag:
        target = addresses.embed(addresses.tag(_known(wish.tag, tuple(tags), "tag")))
    return framed[target]


_WHERE: Final = {
    "event": "Give the name of its file in content/events/, without .md.",
    "actor": "Give an actor as the events name it.",
    "tag": "Give a tag as the events name it.",
}


def _known(name: str, names: Sequence[str], kind: str) -> str:
    """The name as the site spells it; names of one id are one, as everywhere."""
    spelt = {addresses.name_id(each): each for each in names}
    if addresses.name_id(name) not in spelt:
        hint = suggest(name, names) or _WHERE[kind]
        raise UserError(f'there is no {kind} "{name}". {hint}')
    return spelt[addresses.name_id(name)]
