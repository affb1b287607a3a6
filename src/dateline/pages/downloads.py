"""The page of everything that can be downloaded and followed: what each file is, and what it cannot hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline import addresses
from dateline.formats import icalendar, timelinejs
from dateline.formats.feeds import offered
from dateline.model import Timeline
from dateline.pages.planner import Page, Planner
from dateline.tongue import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One file on offer."""

    target: str
    name: str
    told: str
    """What it is, a sentence or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Files of one kind under one heading."""

    id: str
    heading: str
    downloads: tuple[Download, ...]
    note: str = ""


_SHELVES: Final[tuple[tuple[str, str, str, tuple[tuple[str, str, str], ...]], ...]] = (
    (
        "follow",
        N_("To follow it"),
        N_("Every actor and every tag has these of its own, too; its page links to them."),
        (
            (
                addresses.FEED,
                N_("Atom feed"),
                N_("For feed readers: the last hundred changes, including corrections and withdrawals."),
            ),
            (addresses.JSON_FEED, N_("JSON Feed"), N_("The same, for programs.")),
            (
                addresses.CALENDAR,
                N_("Calendar"),
                N_("For calendars (iCalendar): each event on the days that are known and no others."),
            ),
        ),
    ),
    (
        "events",
        N_("The events"),
        "",
        (
            (
                addresses.TIMELINE_JSON,
                N_("Everything, as JSON"),
                N_(
                    "Events, with their dates and how they were read, citations, disagreements and "
                    "corrections, and the sources."
                ),
            ),
            (
                addresses.TIMELINE_SCHEMA,
                N_("Its schema"),
                N_("What the fields of that file mean (JSON Schema)."),
            ),
            (
                addresses.EVENTS_CSV,
                N_("A table, as CSV"),
                N_(
                    "For spreadsheets: one row per event. A cell that a spreadsheet might take for a "
                    "formula begins with an apostrophe."
                ),
            ),
            (
                addresses.TIMELINEJS,
                "TimelineJS",
                N_("For TimelineJS, with no date more exact than it is known."),
            ),
        ),
    ),
    (
        "sources",
        N_("The sources"),
        "",
        (
            (addresses.CSL_JSON, "CSL-JSON", N_("For Zotero, Pandoc and citation processors.")),
            (addresses.BIBTEX, "BibTeX", N_("For LaTeX and JabRef.")),
            (addresses.RIS, "RIS", N_("For EndNote and Mendeley.")),
            (
                addresses.ANNOTATIONS,
                N_("The quotations"),
                N_("Every verified quotation with its place in its source (W3C Web Annotations)."),
            ),
        ),
    ),
)


def data(planner: Planner) -> Iterator[Page]:
    """The page at `data/`."""
    timeline, say = planner.timeline, planner.timeline.tongue.gettext
    yield planner.page(
        addresses.DATA,
        "data",
        title=say("Data and feeds"),
        description=say("The timeline for feed readers, calendars, spreadsheets and programs."),
        nav="data",
        shelves=tuple(_shelves(timeline)),
    )


def _shelves(timeline: Timeline) -> Iterator[Shelf]:
    say = timeline.tongue.gettext
    missing = _missing(timeline)
    for id, heading, note, rows in _SHELVES:
        downloads = tuple(
            Download(
                target=target,
                name=say(name),
                told=timeline.tongue.joined((say(told), *missing.get(target, ()))),
            )
            for target, name, told in rows
            if target != addresses.CALENDAR or _has_calendar(timeline)
        )
        named = any(event.actors or event.tags for event in timeline.events)
        shown = note if id != "follow" or named else ""
        yield Shelf(id=id, heading=say(heading), downloads=downloads, note=say(shown) if shown else "")


def _has_calendar(timeline: Timeline) -> bool:
    return addresses.CALENDAR in dict(offered(addresses.FRONT, timeline.events))


def _missing(timeline: Timeline) -> dict[str, tuple[str, ...]]:
    """How many events a file leaves out, by the file."""
    unplaced = sum(not (event.date and timelinejs.bounded(event.date)) for event in timeline.events)
    sentence = timeline.tongue.ngettext(
        "%(num)s event is left out, because it has no date, or one without an end.",
        "%(num)s events are left out, because they have no date, or one without an end.",
        unplaced,
    )
    return {
        addresses.CALENDAR: icalendar.told(icalendar.left_out(timeline.events), timeline),
        addresses.TIMELINEJS: (sentence,) if unplaced else (),
    }
