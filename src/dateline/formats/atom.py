"""`atom.xml`: the events as a feed (RFC 4287), those that changed last first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from dateline import addresses
from dateline.dates import Day, label
from dateline.formats.changed import changes, instant, site_changed
from dateline.markup import plain
from dateline.model import Event, Timeline

_NAMESPACE = "http://www.w3.org/2005/Atom"


def write(timeline: Timeline, pages: Sequence[str] = ()) -> str:
    """The feed's text; `updated` is the newest correction or verification, so no build changes it."""
    site = timeline.site
    feed = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": site.language})
    _text(feed, "title", site.title)
    if site.dek:
        _text(feed, "subtitle", site.dek)
    _text(feed, "id", site.url)
    _text(feed, "updated", instant(site_changed(timeline)))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=_url(addresses.FEED, timeline))
    SubElement(feed, "link", rel="alternate", type="text/html", href=site.url)
    _text(SubElement(feed, "author"), "name", site.author or site.title)
    if site.license:
        _text(feed, "rights", site.license)
    changed = changes(timeline)
    for event in _newest_first(timeline, changed):
        feed.append(_entry(event, changed[event.id], timeline))
    ElementTree.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, "unicode") + "\n"


def _newest_first(timeline: Timeline, changed: Mapping[str, Day]) -> Iterable[Event]:
    """By change, newest first; among equals the last in time order comes first, undated ones at the end."""
    dated = [event for event in reversed(timeline.events) if event.date]
    undated = [event for event in timeline.events if not event.date]
    return sorted([*timeline.withdrawn, *dated, *undated], key=lambda event: changed[event.id], reverse=True)


def _entry(event: Event, changed: Day, timeline: Timeline) -> Element:
    address = _url(addresses.event(event.id), timeline)
    entry = Element("entry")
    _text(entry, "title", f"Withdrawn: {event.title}" if event.withdrawn else event.title)
    _text(entry, "id", address)
    _text(entry, "updated", instant(changed))
    SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    for name in ("withdrawn",) if event.withdrawn else (event.status, *event.tags):
        SubElement(entry, "category", term=name)
    _text(entry, "summary", _summary(event, timeline))
    return entry


def _summary(event: Event, timeline: Timeline) -> str:
    if event.withdrawn:
        return f"Withdrawn on {event.withdrawn.date}. {event.withdrawn.because}"
    date = label(event.date, order=timeline.site.date_order) if event.date else "Undated"
    said = event.dek or " ".join(plain(event.body).split())
    corrections = (f"Correction of {c.date}: was “{c.was}”, is now “{c.now}”." for c in event.corrections)
    return " ".join(part for part in (f"{date}, {event.status}.", said, *corrections) if part)


def _url(target: str, timeline: Timeline) -> str:
    return addresses.url(target, base=timeline.site.url)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _for_xml(text)


def _for_xml(text: str) -> str:
    """Without the control characters that XML 1.0 has no way to write."""
    return "".join(c for c in text if c >= " " or c in "\t\n\r").replace("\ufffe", "").replace("\uffff", "")
