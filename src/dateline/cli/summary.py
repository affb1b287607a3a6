"""What a build came to, in a few lines that a person wants to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dateline.addresses import is_placeholder
from dateline.build import Outcome
from dateline.model import Timeline
from dateline.named import by_name, look_alikes

if TYPE_CHECKING:
    from dateline.importing import Imported  # and with it what reads HTML


def summary(outcome: Outcome, seconds: float, example: str = "") -> str:
    """The whole table; `example` says what is left of a new site's.

    Raises ValueError for an outcome that was not written.
    """
    timeline, written = outcome.timeline, outcome.written
    if timeline is None or written is None:
        raise ValueError("only a written outcome has a summary")
    rows = [
        *_rows(timeline),
        (
            outcome.pages,
            "page",
            f"{written.changed} {_plural(written.changed, 'file')} changed, "
            f"{written.unchanged} as {'it was' if written.unchanged == 1 else 'they were'}, "
            f"{written.removed} removed",
        ),
    ]
    if outcome.untitled:
        why = "for sharing without a title: no font here has its letters; name one as share_font"
        rows.append((outcome.untitled, "picture", why))
    width = max(len(str(count)) for count, _, _ in rows)
    lines = [
        f"  {count:>{width}} {_plural(count, noun):<15}{detail}".rstrip() for count, noun, detail in rows
    ]
    done = f"{timeline.site.output}/ in {seconds:.2f} s"
    told = [*_alike(timeline), *_placeholder(timeline.site.url), *([f"  {example}"] if example else [])]
    return "\n".join([timeline.site.title, *lines, *told, done])


def of_import(imported: Imported) -> str:
    """What was found in a page and where, what was not, and what was made of it."""
    found, missing = imported.facts.found, imported.facts.missing
    width = max((len(fact.value) for fact in found.values() if len(fact.value) <= _COLUMN), default=0)
    lines = [f"  {key:<10} {fact.value:<{width}}  {fact.where}" for key, fact in found.items()]
    lines += [f"  {key:<10} left empty: {why}" for key, why in missing.items()]
    drafts = imported.drafts
    made = f"its copy and {len(drafts)} {_plural(len(drafts), 'draft')}" if drafts else "its copy"
    rows = [f"  {drafts[0]} …" if len(drafts) > 1 else f"  {path}" for path in drafts[:1]]
    return "\n".join([f"Made {imported.source}, {made}:", *lines, *rows, *_after_import(imported)])


def _after_import(imported: Imported) -> Iterator[str]:
    if "published" not in imported.facts.found:
        yield f"Write published: in {imported.source}; “Monday” and “last month” are read from that day."
    if imported.drafts:
        yield "Look through them: dateline serve"
    else:
        id = PurePosixPath(imported.source).stem
        yield f'Find a passage to cite: dateline cite {id} "ROUGH WORDS"'


_COLUMN = 60
"""Characters; longer values do not push the others' places away."""


def _alike(timeline: Timeline) -> Iterator[str]:
    for field in ("actors", "tags"):
        for one, other in look_alikes(by_name(timeline, field)):
            yield f'  "{one}" and "{other}" are two {field}: if one is a mistake, spell them alike.'


def _placeholder(url: str) -> Iterator[str]:
    if is_placeholder(url):
        yield f"  url is still {url} in site.py: write the site's own address there before you publish it."


def _rows(timeline: Timeline) -> Iterator[tuple[int, str, str]]:
    events = timeline.events
    undated = sum(event.date is None for event in events)
    drafts = f", {timeline.drafts} {_plural(timeline.drafts, 'draft')} left out" if timeline.drafts else ""
    yield len(events), "event", f"{len(events) - undated} dated, {undated} undated{drafts}"
    yield (
        len(timeline.sources),
        "source",
        f"{len(timeline.snapshots)} with a copy or an entry in the lock",
    )
    yield from _quotations(timeline)
    points = timeline.disagreements
    apart = sum(point.relation == "disagree" for point in points)
    detail = f"{apart} where sources contradict each other, {len(points) - apart} only worded differently"
    yield len(points), "disagreement", detail if points else ""


def _quotations(timeline: Timeline) -> Iterator[tuple[int, str, str]]:
    found = [c.verification for event in timeline.events for c in event.citations if c.verification]
    levels = Counter(verification.match for verification in found)
    fresh = sum(verification.fresh for verification in found)
    ways = ((fresh, "against the copies"), (len(found) - fresh, "by the lock"))
    used = [(count, way) for count, way in ways if count]
    by = used[0][1] if len(used) == 1 else " and ".join(f"{count} {way}" for count, way in used)
    kinds = ", ".join(f"{count} {level}" for level, count in levels.most_common())
    yield len(found), "quotation", f"all verified {by}: {kinds}" if found else ""


def _plural(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"
