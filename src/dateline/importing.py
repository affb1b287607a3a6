"""`dateline import`: a saved page becomes a source, its private copy, and drafts of what it tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.article import text_of
from dateline.article.candidates import Candidate, candidates
from dateline.article.facts import Fact, Facts, facts_of
from dateline.evidence.citing import scalar
from dateline.files import read_text, typed
from dateline.model import Source
from dateline.output import write_one
from dateline.problems import Place, UserError, has_errors
from dateline.project import Project, read_project
from dateline.records import read_source
from dateline.records.zones import zone_fault
from dateline.snapshots import take
from dateline.text import slug

PAGES = (".html", ".htm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What was made of a page."""

    source: str
    """The path of the new source's file, as the author names it; so are the drafts'."""
    facts: Facts
    drafts: tuple[str, ...]


def import_page(root: Path, file: Path, id: str = "", *, zone: str = "", drafts: bool = True) -> Imported:
    """Write a source's file, the copy and the drafts; nothing that is there already is changed.

    `zone` is the publisher's, which pages do not state. Raises UserError where the file is no saved page or
    has no title, its id or address is taken, or there is no such zone.
    """
    project, problems = read_project(root)
    if project is None:
        raise UserError("\n".join(map(str, problems)))
    if zone and (fault := zone_fault(zone)):
        raise UserError(" ".join(fault))
    html = _read(file)
    facts = facts_of(html)
    if "title" not in facts.found:
        hint = "Write the source's file, then: dateline snapshot ID FILE"
        raise UserError(f"{file}: the page states no title. {hint}")
    _refuse_kept(html, facts.found, project, file)
    id = _free_id(id, facts.found, project, file)
    front = _front_matter(facts.found, zone)
    place = f"{project.site.content}/sources/{id}.md"
    source, faults = read_source(id, place, front)
    if source is None or has_errors(faults):
        raise UserError("\n".join(map(str, faults)))
    made = dict(_drafts(html, source, project)) if drafts else {}
    take(root / project.site.snapshots, id, file)
    try:
        for path, text in {place: front, **made}.items():
            write_one(root / path, text.encode())
    except OSError as error:
        raise UserError(f"{error.filename} cannot be written: {error.strerror}.") from error
    return Imported(source=place, facts=facts, drafts=tuple(made))


def _read(file: Path) -> str:
    if file.suffix.lower() not in PAGES:
        hint = "Save the page as HTML; or write the source's file, then: dateline snapshot ID FILE"
        raise UserError(f'{file}: "{file.suffix}" is not a saved page. {hint}')
    text, problems = read_text(file, Place(str(file)))
    if text is None:
        raise UserError("\n".join(map(str, problems)))
    return text


def _refuse_kept(html: str, found: Mapping[str, Fact], project: Project, file: Path) -> None:
    """Raises UserError where a source is this page already, which would count twice.

    It has the same address; or, where either has none, a copy with the same words.
    """
    address = found["url"].value if "url" in found else None
    same = next((source.id for source in project.sources if address and source.url == address), None)
    if same is not None:
        hint = f"To renew its copy: dateline snapshot --replace {same} {typed(file)}"
        raise UserError(f'source "{same}" is this page already: {address}. {hint}')
    words = text_of(html)
    elsewhere = {source.id for source in project.sources if address and source.url}
    copies = ((id, copy) for id, copy in project.snapshots.items() if id not in elsewhere)
    kept = next((id for id, copy in copies if copy.text == words), None)
    if kept is not None:
        hint = f"To cite it: source: {kept}"
        raise UserError(f'source "{kept}" is this page already: its copy has the same words. {hint}')


def _free_id(wanted: str, found: Mapping[str, Fact], project: Project, file: Path) -> str:
    """The id that was asked for; or else the publisher's name, with the day where that is taken."""
    known = {source.id for source in project.sources}
    if wanted:
        if wanted != slug(wanted):
            raise UserError(f'"{wanted}" cannot be an id: it becomes an address. Write {slug(wanted)}.')
        if wanted in known:
            raise UserError(f'there is a source "{wanted}" already. Choose another id.')
        return wanted
    return next(name for name in _names(found, file) if name not in known)


def _names(found: Mapping[str, Fact], file: Path) -> Iterator[str]:
    base = slug(found["publisher"].value if "publisher" in found else file.stem)
    yield base
    if "published" in found:
        base = f"{base}-{found['published'].value[:10]}"
        yield base
    yield from (f"{base}-{number}" for number in range(2, 10_000))


def _front_matter(found: Mapping[str, Fact], zone: str) -> str:
    """A source's file, each value with the place where it was found."""
    lines = [f"{key}: {scalar(fact.value)}  # {fact.where}" for key, fact in found.items()]
    if "published" in found:
        lines.append("published_basis: explicit")
    if zone:
        lines.append(f"timezone: {scalar(zone)}  # as you said")
    else:
        lines.append("# timezone:  (no page states it: the zone of its “today”; UTC until you say)")
    return "\n".join(("---", *lines, "---", ""))


def _drafts(html: str, source: Source, project: Project) -> Iterator[tuple[str, str]]:
    """The path and the text of each draft; they are numbered past those that are there."""
    taken: Collection[str] = {event.id for event in project.events} | project.unread
    found: list[Candidate] = list(candidates(html, source, project.site.hemisphere))
    free = (id for number in range(1, 10_000) if (id := f"{source.id}-{number}") not in taken)
    for id, candidate in zip(free, found, strict=False):
        yield f"{project.site.content}/events/{id}.md", candidate.front_matter()
