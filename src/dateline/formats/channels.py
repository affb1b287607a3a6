"""What a feed is about, the whole timeline or one name on it, and how each event is told in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from dateline import addresses
from dateline.dates import Day, Edtf, Reading, label
from dateline.formats.changed import changes, site_changed
from dateline.illustrations import illustrations
from dateline.markup import plain
from dateline.media import Picture
from dateline.model import Citation, Correction, Event, Medium, Timeline
from dateline.named import by_name, naming
from dateline.tongue import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """The events of one page that can be followed."""

    page: str
    """The target of that page: "" is the front page, `actors/ford/` one of its narrowed ones."""
    title: str
    dek: str
    events: tuple[Event, ...]
    """In order of time, undated ones last."""
    withdrawn: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One event, told."""

    event: Event
    address: str
    """Of its page, in full."""
    title: str
    date: str
    """In words; of an undated event that it is."""
    summary: str
    """One paragraph of plain text: date, status, what happened, corrections."""
    disputed: str
    """On what its sources exclude each other, a sentence; empty where they do on nothing."""
    html: str
    """The same with its picture, its quotations, each with its source, and what the sources disagree on."""
    image: str
    """The address of its first picture; empty when it has none."""
    changed: Day


def channels(timeline: Timeline) -> Iterator[Channel]:
    """The whole site's first, then one for each actor and each tag."""
    site = timeline.site
    yield Channel(
        page=addresses.FRONT,
        title=site.title,
        dek=site.dek,
        events=timeline.events,
        withdrawn=timeline.withdrawn,
    )
    for field, page_of in NARROWED.items():
        for name, events in by_name(timeline, field).items():
            yield Channel(
                page=page_of(name),
                title=f"{name} · {site.title}",
                dek=timeline.tongue.gettext("The same timeline, narrowed to %(name)s.", name=name),
                events=events,
                withdrawn=naming(timeline.withdrawn, field, name),
            )


NARROWED: Final = {"actors": addresses.actor, "tags": addresses.tag}


def items(timeline: Timeline) -> dict[str, Item]:
    """Every event that is published or was, by its id."""
    changed = changes(timeline)
    names = {source.id: source.label for source in timeline.sources}
    published = (*timeline.events, *timeline.withdrawn)
    return {event.id: _item(event, changed[event.id], names, timeline) for event in published}


def newest_first(channel: Channel, told: Mapping[str, Item]) -> list[Item]:
    """By change, newest first; among equals the last in time order comes first, undated ones at the end."""
    dated = [event for event in reversed(channel.events) if event.date]
    undated = [event for event in channel.events if not event.date]
    listed = [told[event.id] for event in (*channel.withdrawn, *dated, *undated)]
    return sorted(listed, key=lambda item: item.changed, reverse=True)


def newest(listed: Sequence[Item], timeline: Timeline) -> Day:
    """The last change among them; of none, the site's."""
    return max(item.changed for item in listed) if listed else site_changed(timeline)


def url(target: str, timeline: Timeline) -> str:
    """The full address of a target."""
    return addresses.url(target, base=timeline.site.url)


def picture(event: Event, timeline: Timeline) -> tuple[Medium, Picture] | None:
    """The first picture that the event's page shows, and what is said of it."""
    shelf = timeline.shelf.pictures
    found = illustrations(event).all if shelf else ()
    return next(((medium, shelf[medium.file]) for medium in found if medium.file in shelf), None)


def dated(value: Reading | Edtf | None, timeline: Timeline) -> str:
    """A date in words; that there is none, where there is none."""
    tongue = timeline.tongue
    if value is None:
        return tongue.gettext("undated")
    return label(value, order=timeline.site.date_order, locale=tongue.language)


def _item(event: Event, changed: Day, names: Mapping[str, str], timeline: Timeline) -> Item:
    tongue, date = timeline.tongue, dated(event.date, timeline)
    told = _withdrawn(event, timeline) if event.withdrawn else _told(event, date, timeline)
    title = tongue.gettext("Withdrawn: %(title)s", title=event.title) if event.withdrawn else event.title
    paragraphs = "".join(f"<p>{escape(text, quote=False)}</p>" for text in told)
    disputed = "" if event.withdrawn else _disputed(event, timeline)
    shown = None if event.withdrawn else picture(event, timeline)
    image = url(shown[1].fallback.target, timeline) if shown else ""
    figure = f'<p><img src="{escape(image)}" alt="{escape(shown[0].alt or "")}"></p>' if shown else ""
    return Item(
        event=event,
        address=url(addresses.event(event.id), timeline),
        title=title,
        date=date,
        summary=tongue.joined(told),
        disputed=disputed,
        html=paragraphs + figure + ("" if event.withdrawn else _evidence(event, disputed, names, timeline)),
        image=image,
        changed=changed,
    )


def _withdrawn(event: Event, timeline: Timeline) -> tuple[str, ...]:
    assert event.withdrawn
    date = dated(Edtf.parse(event.withdrawn.date), timeline)
    return timeline.tongue.gettext("Withdrawn on %(date)s.", date=date), event.withdrawn.because


def _told(event: Event, date: str, timeline: Timeline) -> tuple[str, ...]:
    """Its date and status, what happened, and what was corrected."""
    tongue = timeline.tongue
    status = tongue.gettext(event.status)
    first = tongue.gettext("%(date)s, %(status)s.", date=capital(date), status=status)
    corrections = (_correction(record, timeline) for record in event.corrections)
    return tuple(filter(None, (first, event.dek or plain(event.body), *corrections)))


def _correction(record: Correction, timeline: Timeline) -> str:
    return timeline.tongue.gettext(
        "Correction of %(date)s: was “%(was)s”, is now “%(now)s”.",
        date=dated(Edtf.parse(record.date), timeline),
        was=record.was,
        now=record.now,
    )


def _evidence(event: Event, disputed: str, names: Mapping[str, str], timeline: Timeline) -> str:
    """Its quotations in a list, and what its sources disagree on."""
    rows = "".join(f"<li>{_said(citation, names, timeline)}</li>" for citation in event.citations)
    quotations = f"<ol>{rows}</ol>" if rows else ""
    return quotations + (f"<p>{escape(disputed, quote=False)}</p>" if disputed else "")


def _disputed(event: Event, timeline: Timeline) -> str:
    """The fields on which its sources exclude each other, in a sentence; "" where they do on none."""
    fields = [found.field for found in event.disagreements if found.relation == "disagree"]
    if not fields:
        return ""
    tongue = timeline.tongue
    named = tongue.listed(map(tongue.field, fields))
    return tongue.sentence(tongue.gettext("Sources disagree on %(fields)s", fields=named))


def _said(citation: Citation, names: Mapping[str, str], timeline: Timeline) -> str:
    name = escape(names.get(citation.source, citation.source), quote=False)
    source = f'<a href="{escape(url(addresses.source(citation.source), timeline))}">{name}</a>'
    quote = f"<q>{escape(citation.quote.text, quote=False)}</q> " if citation.quote else ""
    against = timeline.tongue.gettext("denies it") if citation.stance == "denies" else ""
    return quote + source + (f" ({escape(against)})" if against else "")
