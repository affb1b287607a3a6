"""The texts that authors write, as HTML for the page that shows them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from dateline import addresses, markup
from dateline.kept import Kept, same
from dateline.markup import Body
from dateline.model import Essay, Event, Source, Timeline
from dateline.problems import Place, Problem, Problems
from dateline.text import nearest_spelling

_EMPTY: Final = Body(blocks=())


class Bodies:
    """Renders each text once for every kind of page that shows it, and keeps the problems it met."""

    def __init__(self, timeline: Timeline, targets: Iterable[str], kept: Kept | None = None) -> None:
        self._targets = frozenset((*targets, *(target for _, target in timeline.unread_pages)))
        self._files = _targets_by_file(timeline)
        self._kept = kept or Kept()
        self._tongue = timeline.tongue
        self._names = {source.id: source.label for source in timeline.sources}
        self._drafts = frozenset(path for path, _ in timeline.left_out)
        self._unpublished = frozenset(addresses.event(id) for _, id in timeline.left_out)
        self.leads_to = same(self._kept.value((self._targets, tuple(self._files.items()), timeline.left_out)))
        """Where links in texts may lead: a key."""
        self._links: dict[str, tuple[str, ...]] = {}
        self._problems: dict[Problem, None] = {}

    @property
    def problems(self) -> Problems:
        """What was wrong in the texts so far, each told once."""
        return tuple(self._problems)

    def event(self, event: Event, page: str, id_prefix: str = "") -> Body:
        """The body of an event, its citations linked to the notes on `page` that begin with `id_prefix`."""
        return self._render(event, page, id_prefix)

    def text(self, record: Source | Essay, page: str) -> Body:
        """The body of a source or of a page of the author's own."""
        return self._render(record, page, "")

    def faults(self, record: Event | Source | Essay, page: str) -> Problems:
        """What is wrong in its text."""
        return self._read(record, page, "")[1]

    def file_of(self, typed: str, path: str) -> str | None:
        """The file whose page a link leads to, without its fragment, that is typed in the file `path`."""
        if typed.startswith("/"):
            target = self._target(typed, path)
            return next((file for file, known in self._files.items() if known == target), None)
        found = _joined(path, typed) if typed else path
        return found if found in self._files else None

    def tell(self, problems: Problems) -> None:
        """These were met, in a text that was rendered before."""
        self._problems.update(dict.fromkeys(problems))

    def _render(self, record: Event | Source | Essay, page: str, id_prefix: str) -> Body:
        body, problems = self._read(record, page, id_prefix)
        self.tell(problems)
        return body

    def _read(self, record: Event | Source | Essay, page: str, id_prefix: str) -> tuple[Body, Problems]:
        if not record.body.strip():
            return _EMPTY, ()
        names = self._cited(record) if isinstance(record, Event) else {}
        place = (page.count("/"), id_prefix, self.leads_to, self._tongue)
        key = (markup.render, same(record), *place, *names.items())
        return self._kept.under(
            key,
            lambda: markup.render(
                record.body,
                citations=self._numbers(record) if isinstance(record, Event) else {},
                place=Place(record.place.path, record.body_line),
                resolve=self._resolver(record.place.path, page),
                id_prefix=id_prefix,
                known=partial(self._known, record.place.path),
                is_draft=lambda link: self._is_draft(link, record.place.path),
                names=names,
                tongue=self._tongue,
            ),
        )

    def _resolver(self, path: str, page: str) -> Callable[[str], str | None]:
        """What turns a link as typed in the file `path` into an address on `page`; None leads nowhere.

        Pages of one depth share a rendering, so a link must not depend on more of `page` than that.
        """

        def resolve(link: str) -> str | None:
            typed, mark, fragment = link.partition("#")
            target = self._target(typed, path) if typed else self._files.get(path)
            return (
                None
                if target is None
                else addresses.url(target + mark + fragment, page="x/" * page.count("/"))
            )

        return resolve

    def _known(self, path: str) -> tuple[str, ...]:
        """Links that the file `path` could hold, as it would write them."""
        folder = posixpath.dirname(path)
        if folder not in self._links:
            files = (posixpath.relpath(file, folder) for file in self._files)
            self._links[folder] = (*files, *(f"/{target}" for target in sorted(self._targets)))
        return self._links[folder]

    def _is_draft(self, link: str, path: str) -> bool:
        """Whether a link as typed in the file `path` leads to a draft that was left out."""
        typed = link.partition("#")[0]
        if typed.startswith("/"):
            return addresses.address_of(typed.strip("/") + "/") in self._unpublished
        return _joined(path, typed) in self._drafts

    def _numbers(self, event: Event) -> Mapping[str, tuple[int, ...]]:
        """Of each source's citations; a source that there is not counts as the one it is nearly spelt as.

        That it is misspelt is told at its citation, and not once more in the body. Of an event that wants
        citations, any other source may be what is cited.
        """
        numbers: dict[str, tuple[int, ...]] = dict.fromkeys(self._names if event.wants_citations else (), ())
        for citation in event.citations:
            id = citation.source
            meant = id if id in self._names else nearest_spelling(id, self._names) or id
            for name in dict.fromkeys((id, meant)):
                numbers[name] = (*numbers.get(name, ()), citation.number)
        return numbers

    def _cited(self, event: Event) -> Mapping[str, str]:
        """What the sources of an event are called, by id."""
        return {c.source: self._names[c.source] for c in event.citations if c.source in self._names}

    def _target(self, typed: str, path: str) -> str | None:
        if typed.startswith("/"):
            target = typed.removeprefix("/")
            target = addresses.address_of(target)
            return next((known for known in (target, target + "/") if known in self._targets), None)
        return self._files.get(_joined(path, typed))


def _joined(path: str, link: str) -> str:
    """The file that a link typed in the file `path` names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), link))


def _targets_by_file(timeline: Timeline) -> dict[str, str]:
    return (
        dict(timeline.unread_pages)
        | {event.place.path: addresses.event(event.id) for event in (*timeline.events, *timeline.withdrawn)}
        | {source.place.path: addresses.source(source.id) for source in timeline.sources}
        | {essay.place.path: addresses.essay(essay.id) for essay in timeline.essays}
    )
