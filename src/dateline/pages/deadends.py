"""Links to places inside pages that no such page has: `[see below](#the-flod)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from dateline.markup import anchors, links
from dateline.model import Essay, Event, Source, Timeline
from dateline.pages.bodies import Bodies
from dateline.problems import Place, Problems, warning
from dateline.text import suggest
from dateline.theme import locate

Record = Event | Source | Essay


def dead_ends(timeline: Timeline, bodies: Bodies) -> Problems:
    """A place that a text links to is a heading there, a citation, or a part of the page.

    Of pages without a text of the author's nobody can tell.
    """
    records: tuple[Record, ...] = (*timeline.events, *timeline.withdrawn, *timeline.sources, *timeline.essays)
    by_path = {record.place.path: record for record in records}
    return tuple(
        warning(place, f'there is no "#{name}" on the page that this leads to.', _meant(name, target))
        for record in records
        for place, path, name in _fragments(record, bodies)
        if (target := by_path.get(path)) and name not in _places(target) and name not in _parts(timeline)
    )


def _fragments(record: Record, bodies: Bodies) -> Iterator[tuple[Place, str, str]]:
    """Each place that a text links to: where the link stands, the file of its page, and what it names."""
    begin = Place(record.place.path, record.body_line)
    for place, link in links(record.body, begin) if "#" in record.body else ():
        typed, _, fragment = link.partition("#")
        path = bodies.file_of(typed, record.place.path) if fragment else None
        if path is not None:
            yield place, path, unquote(fragment)


def _places(record: Record) -> dict[str, None]:
    """What an author can link to on a record's page, in order."""
    numbers = range(1, len(record.citations) + 1) if isinstance(record, Event) else ()
    cited = (f"{kind}{number}" for kind in "cr" for number in numbers)
    return dict.fromkeys((*anchors(record.body), *cited))


def _meant(name: str, target: Record) -> str:
    headings = [f"#{heading}" for heading in anchors(target.body)]
    cited = [f"#c{citation.number}" for citation in target.citations] if isinstance(target, Event) else []
    known = ", ".join([*headings, *cited][:_SHOWN])
    plain = f"It has {known}." if known else "It has no headings: link to the page as a whole."
    return suggest(f"#{name}", headings) or plain


_SHOWN = 5


def _parts(timeline: Timeline) -> frozenset[str]:
    """The ids that templates give, the theme's or the site's own."""
    texts = (text.decode(errors="replace") for _, _, text in locate(timeline.root).texts())
    return frozenset(id for text in texts for id in re.findall(r'\bid="([^"{}]+)"', text))
