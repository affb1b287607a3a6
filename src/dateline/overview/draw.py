"""The overview strip of a timeline: all of its events at true scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dateline.dates import label
from dateline.kept import Kept, same
from dateline.model import STATUSES, Event, Status
from dateline.overview.axis import lay, shown
from dateline.overview.caption import describe_axis, describe_signs, small
from dateline.overview.extents import extent_of, overlap
from dateline.overview.lanes import Subject
from dateline.overview.lens import find_crowd
from dateline.overview.names import stretch_name, years_name
from dateline.overview.strip import NARROW, WIDE, Strip, lay_out, plan
from dateline.tongue import ENGLISH, Tongue, capital

_FEWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Two drawings of one plan, and what they show in words."""

    title: str
    wide: Strip
    narrow: Strip
    signs: tuple[str, ...]
    """What the marks, bars and brackets mean: sentences."""
    axis: tuple[str, ...]
    """What of it is enlarged, and what is left out: sentences."""
    undated: str
    """How many events have no date, as the beginning of a sentence; empty when all have one."""
    undated_href: str

    @property
    def caption(self) -> tuple[str, ...]:
        """All of its sentences."""
        return (*self.signs, *self.axis)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """Those whose marks stand beside a name in either drawing."""
        named = {link.status for strip in (self.wide, self.narrow) for link in strip.links}
        return tuple(status for status in STATUSES if status in named)


def draw(
    events: Sequence[Event],
    *,
    href: Callable[[Event], str],
    section: Callable[[Event], str],
    undated_href: str = "",
    tongue: Tongue = ENGLISH,
    kept: Kept | None = None,
) -> Overview | None:
    """The strip of these events, in their order; None where fewer than three are dated.

    `href` gives the address of an event's page, `section` that of its part of the list; `undated_href`
    that of the events without a date. All go into links as they are.
    """
    kept = kept or Kept()
    found = (kept.under((Subject, same(e), tongue), partial(_subject, e, tongue)) for e in events)
    subjects = [replace(s, href=href(e), section=section(e)) for e, s in zip(events, found, strict=True) if s]
    if len(subjects) < _FEWEST:
        return None
    stretches = shown([x for s in subjects for x in (s.extent, *s.rivals)])
    axis = lay(stretches, WIDE.width, WIDE.gap)
    layout = plan(subjects, stretches, find_crowd(subjects, axis), tongue)
    wide = lay_out(layout, WIDE, tongue)
    undated = len(events) - len(subjects)
    return Overview(
        title=_title(subjects, tongue),
        wide=wide,
        narrow=lay_out(layout, NARROW, tongue),
        signs=describe_signs(layout, wide, sum(bool(s.rivals) for s in subjects), tongue),
        axis=describe_axis(layout, axis.cuts(), tongue),
        undated=_undated(undated, tongue) if undated else "",
        undated_href=undated_href,
    )


def _title(subjects: Sequence[Subject], tongue: Tongue) -> str:
    title = tongue.ngettext(
        "%(num)s event at true scale, %(time)s",
        "%(num)s events at true scale, %(time)s",
        len(subjects),
        num=small(len(subjects), tongue),
        time=_time(subjects, tongue),
    )
    return capital(title)


def _undated(number: int, tongue: Tongue) -> str:
    words = tongue.ngettext(
        "%(num)s event has no date", "%(num)s events have no date", number, num=small(number, tongue)
    )
    return capital(words)


def _time(subjects: Sequence[Subject], tongue: Tongue) -> str:
    start, end = min(s.extent.begin for s in subjects), max(s.extent.finish for s in subjects)
    one_year = years_name(start, end) == years_name(start, start + 1)
    return stretch_name(start, end, tongue) if one_year else years_name(start, end, tongue)


def _subject(event: Event, tongue: Tongue) -> Subject | None:
    """The event, with no links yet; None without a date."""
    extent = extent_of(event.date)
    if extent is None or event.date is None:
        return None
    rivals = [
        (value.reading, other)
        for d in event.disagreements
        if d.field == "date" and d.relation == "disagree"
        for value in d.values
        if value.reading and (other := extent_of(value.reading)) and not overlap(extent, other)
    ]
    readings = [*(reading for reading, _ in rivals), event.date] if rivals else []
    dates = dict.fromkeys(label(reading, locale=tongue.language) for reading in readings)
    return Subject(
        id=event.id,
        extent=extent,
        title=event.title,
        status=event.status,
        href="",
        section="",
        weight=len(event.citations),
        rivals=tuple(dict.fromkeys(other for _, other in rivals if not other.open)),
        dispute=tongue.gettext("%(date)s, disputed", date=tongue.listed(dates, "or")) if dates else "",
    )
