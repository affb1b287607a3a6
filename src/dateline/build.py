"""The story from top to bottom: read, verify, reconcile, check, plan, render, write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dateline import checks, output, pages
from dateline.addresses import is_page
from dateline.cache import Cache, cache_of
from dateline.catalogues import tongue_for
from dateline.compiled import Compiled
from dateline.evidence import verify
from dateline.evidence.lock import check as check_lock
from dateline.evidence.lock import is_reminder
from dateline.evidence.replaced import gathered
from dateline.kept import Kept
from dateline.later import Files
from dateline.litter import uncollected
from dateline.mediafiles import gather
from dateline.model import Event, Timeline
from dateline.options import dressed
from dateline.output import Written
from dateline.palette import Theme
from dateline.pictures import deal_pictures, draw_pictures, later_pictures
from dateline.problems import Problems, has_errors, in_order
from dateline.project import Project, read_project
from dateline.reconcile import in_time_order, reconcile
from dateline.render import render_site
from dateline.sharing import Deck

Progress = Callable[[str], None]
"""Told the name of each step as it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build or a check came to."""

    problems: Problems
    timeline: Timeline | None = None
    """None when `site.py` could not be read."""
    pages: int = 0
    """How many of the site's files are pages that readers open; widgets are not."""
    written: Written | None = None
    """None when nothing was written: errors, or a check."""
    untitled: int = 0
    """How many pictures for sharing have no title, for want of a font with its letters."""

    @property
    def failed(self) -> bool:
        """Whether any problem is an error."""
        return has_errors(self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A site before it is rendered."""

    timeline: Timeline
    pages: tuple[pages.Page, ...]
    media: Mapping[str, bytes]
    """The author's pictures and recordings, ready, by path."""
    deck: Deck
    """The pictures for sharing, not yet drawn."""


def build(root: Path, progress: Progress = lambda step: None, *, strict: bool = False) -> Outcome:
    """Build the site in `root`; with any error, list them all and leave the old output as it was.

    With `strict`, warnings keep the site from being written, too.
    """
    cache = cache_of(root)
    outcome, files = prepare(root, progress, cache=cache)
    if outcome.failed or outcome.timeline is None or (strict and outcome.problems):
        return outcome
    progress("writing")
    written = output.write(root / outcome.timeline.site.output, files)
    cache.tidy()
    return replace(outcome, written=written)


def check(root: Path, progress: Progress = lambda step: None) -> Outcome:
    """All that `build` would say, writing no site."""
    outcome, _ = prepare(root, progress, drawing=False)
    return outcome


@uncollected()
def prepare(
    root: Path,
    progress: Progress = lambda step: None,
    *,
    preview: bool = False,
    kept: Kept | None = None,
    cache: Cache | None = None,
    theme: Theme | None = None,
    drawing: bool = True,
) -> tuple[Outcome, Files]:
    """What `build` would write, by path, writing nothing; no files when there is any error.

    A `preview` has the drafts on its timeline, and is content with a lock that the content has outgrown.
    What an earlier build of the same process came to is in `kept`, where what it was made of is the same;
    pictures that any earlier build made are in the `cache`, a folder of its own. With a `theme`, the site is
    shown in that one. Without `drawing`, pictures for sharing are planned and not drawn. For a preview they,
    the downloads and the pages are made when they are asked for.
    """
    kept, cache = kept or Kept(), cache or cache_of(root)
    progress("reading")
    project, problems = _read(root, kept, theme)
    if project is None:
        return Outcome(problems=in_order(problems)), Files()
    plan, found = _plan(project, cache, kept, progress, preview=preview)
    problems, files = (*problems, *found), Files()
    if not has_errors(problems):
        files, unrendered = _render(plan, cache, kept, progress, preview=preview, drawing=drawing)
        problems = (*problems, *unrendered)
    outcome = Outcome(
        problems=_in_turn(problems),
        timeline=plan.timeline,
        pages=sum(is_page(page.path) for page in plan.pages),
        untitled=plan.deck.untitled,
    )
    return outcome, files if preview or not outcome.failed else Files()


def _read(root: Path, kept: Kept, theme: Theme | None) -> tuple[Project | None, Problems]:
    """The site in `root`, shown in a theme that may be another than its own."""
    project, problems = read_project(root, kept)
    if project and theme:
        project = replace(project, site=dressed(project.site, theme))
    return project, problems


def _plan(
    project: Project, cache: Cache, kept: Kept, progress: Progress, *, preview: bool
) -> tuple[_Plan, Problems]:
    """All that pages will show, and what is wrong with it."""
    progress("verifying quotations")
    timeline, found = arrange(project, kept, preview=preview)
    progress("preparing pictures")
    timeline, media, deck, unshown = _illustrated(timeline, project.root, cache, kept)
    progress("planning pages")
    planned, unplanned = pages.plan(timeline, kept)
    problems = (*found, *unshown, *checks.run(timeline, kept), *unplanned)
    return _Plan(timeline=timeline, pages=planned, media=media, deck=deck), problems


def _render(
    plan: _Plan, cache: Cache, kept: Kept, progress: Progress, *, preview: bool, drawing: bool
) -> tuple[Files, Problems]:
    """Every file of the site, and what is wrong in its templates."""
    progress("rendering")
    compiled = Compiled(cache, plan.timeline.tongue)
    files, problems = render_site(plan.timeline, plan.pages, kept, compiled, preview=preview)
    files.add(plan.media)
    if preview:
        later_pictures(files, plan.deck, cache)
    elif drawing:
        progress("drawing pictures for sharing")
        files.add(draw_pictures(plan.deck, cache))
    return files, problems


def _in_turn(problems: Problems) -> Problems:
    """In order. With an error the lock cannot be renewed, so that it is behind is told once there is none."""
    if has_errors(problems):
        problems = tuple(problem for problem in problems if not is_reminder(problem))
    return in_order(problems)


def _illustrated(
    timeline: Timeline, root: Path, cache: Cache, kept: Kept
) -> tuple[Timeline, Mapping[str, bytes], Deck, Problems]:
    """With what is known of its pictures; the files of its media; the pictures for sharing, not yet drawn."""
    media, unshown = gather(timeline, root / timeline.site.content, cache, kept)
    deck, undrawn = deal_pictures(timeline, kept)
    timeline = replace(timeline, shelf=media.shelf, shared=deck.shared)
    return timeline, media.files, deck, (*unshown, *undrawn)


def arrange(project: Project, kept: Kept, *, preview: bool = False) -> tuple[Timeline, Problems]:
    """Quotations verified, dates read, disagreements found, events in order; drafts in a preview only."""
    sources = {source.id: source for source in project.sources}
    verified, problems = _verify(project, preview, kept)
    site, fiscal = project.site, tuple(project.site.fiscal.items())
    weighed = kept.each(
        lambda event: reconcile(event, sources, site.hemisphere, site.fiscal),
        zip(verified),
        *(reconcile, kept.token(*project.sources), site.hemisphere, fiscal),
    )
    events = [event for event, _ in weighed]
    problems = (*problems, *(problem for _, found in weighed for problem in found))
    standing = [event for event in events if event.withdrawn is None]
    shown = [event for event in standing if preview or not event.draft]
    withdrawn = [event for event in events if event.withdrawn and (preview or not event.draft)]
    timeline = Timeline(
        site=project.site,
        events=in_time_order(shown),
        sources=tuple(sorted(project.sources, key=lambda source: source.id)),
        essays=project.essays,
        snapshots=_snapshot_table(project),
        withdrawn=tuple(sorted(withdrawn, key=lambda event: event.id)),
        drafts=len(standing) - len(shown),
        left_out=tuple((e.place.path, e.id) for e in standing if e.draft and not preview),
        awaited=tuple(sorted({c.source for e in standing if e.draft for c in e.citations})),
        unread=kept.value(project.unread),
        unread_pages=kept.value(project.unread_pages),
        root=project.root,
        tongue=tongue_for(project.site.language, project.root),
    )
    return timeline, problems


def _verify(project: Project, preview: bool, kept: Kept) -> tuple[tuple[Event, ...], Problems]:
    known = {source.id for source in project.sources}
    beside = kept.token(project.lock, *project.snapshots.values(), kept.value(frozenset(known)))
    compared = kept.each(
        lambda event: verify(event, project.snapshots, project.lock, known),
        zip(project.events),
        *(verify, beside),
    )
    events = [event for event, _ in compared]
    told = [problem for _, found in compared for problem in found]
    problems = gathered(told, events, project.snapshots, project.lock)
    wanting = {event.id for event in events if event.wants_citations}
    of_lock = check_lock(events, project.lock, project.unread | wanting, kept)
    if preview:
        of_lock = tuple(replace(problem, severity="warning") for problem in of_lock)
    return tuple(events), (*problems, *of_lock)


def _snapshot_table(project: Project) -> tuple[tuple[str, str, int], ...]:
    """What is known of each source's snapshot: from the copy itself, or else from the lock."""
    locked = {id: (entry.sha256, entry.characters) for id, entry in project.lock.snapshots.items()}
    at_hand = {id: (snapshot.sha256, len(snapshot.text)) for id, snapshot in project.snapshots.items()}
    return tuple((id, *known) for id, known in sorted((locked | at_hand).items()))
