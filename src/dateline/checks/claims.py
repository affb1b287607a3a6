"""Which page or file stands at which address, and that no two claim one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline import addresses
from dateline.model import Timeline
from dateline.problems import Place, Problem, Problems


def one_thing_an_address(timeline: Timeline) -> Problems:
    """No two files, and no alias, claim one address, or a file where another needs a folder."""
    files: dict[str, _Claim] = {}
    folders: dict[str, _Claim] = {}
    problems: list[Problem] = []
    for claim in _claims(timeline):
        file, above = _spread(claim.address)
        message = _trespass(claim, above) or _collision(claim, file, above, files, folders)
        if message:
            problems.append(Problem(claim.place, message, claim.hint))
        else:
            files[file] = claim
            folders |= {folder: claim for folder in above if folder not in folders}
    return tuple(problems)


class _Claim(NamedTuple):
    address: str
    place: Place
    what: str
    hint: str


def _spread(address: str) -> tuple[str, tuple[str, ...]]:
    """Its file and the folders above that, as a disk that does not tell case apart compares them."""
    file = addresses.file_of(address).casefold()
    steps = file.split("/")
    return file, tuple("/".join(steps[:n]) for n in range(1, len(steps)))


def _trespass(claim: _Claim, above: tuple[str, ...]) -> str:
    if addresses.is_period(claim.address) and claim.place.path:
        return f"{claim.what} would stand at /{claim.address}, an address of the timeline's own periods."
    own = next((folder for folder in addresses.OWN_FOLDERS if folder.removesuffix("/") in above), "")
    return own and f"{claim.what} would stand in /{own}, which dateline fills itself."


def _collision(
    claim: _Claim,
    file: str,
    above: tuple[str, ...],
    files: Mapping[str, _Claim],
    folders: Mapping[str, _Claim],
) -> str:
    """What is wrong with it beside those that came before, or nothing."""
    if first := files.get(file):
        return f"{claim.what} and {first.what} both stand at /{first.address}."
    if within := next((folder for folder in above if folder in files), None):
        return _file_and_folder(claim, files[within], within)
    return _file_and_folder(claim, folders[file], file) if file in folders else ""


def _file_and_folder(claim: _Claim, first: _Claim, path: str) -> str:
    return f"{claim.what} and {first.what} cannot both be: /{path} would be a file and a folder."


def _claims(timeline: Timeline) -> Iterator[_Claim]:
    """In order of right: what the builder writes, then files in order of path, then aliases."""
    events = (*timeline.events, *timeline.withdrawn)
    records = (
        *((addresses.event(event.id), event.place) for event in events),
        *((addresses.source(source.id), source.place) for source in timeline.sources),
        *((addresses.essay(essay.id), essay.place) for essay in timeline.essays),
    )
    for address in _builders(timeline, [address for address, _ in records]):
        kind = "page" if _is_page(address) else "file"
        yield _Claim(address, Place(""), f"a {kind} that dateline makes", "")
    for address, place in sorted(records, key=lambda record: record[1]):
        yield _Claim(address, place, place.path, "Rename one of the files.")
    for event in sorted(events, key=lambda event: event.place):
        for alias in event.aliases:
            yield _Claim(alias, event.at("aliases"), f'the alias "{alias}"', "Delete the alias.")


def _builders(timeline: Timeline, records: Iterable[str]) -> tuple[str, ...]:
    """What the builder writes of its own accord, beside the records' pages too; each address once."""
    named = (
        *(addresses.actor(name) for event in timeline.events for name in event.actors),
        *(addresses.tag(name) for event in timeline.events for name in event.tags),
    )
    own = (*addresses.OWN, *named)
    pages = (page for page in (*own, *records) if _is_page(page) and page not in addresses.OWN_FOLDERS)
    return tuple(dict.fromkeys((*own, *map(addresses.oembed, pages))))


def _is_page(address: str) -> bool:
    return not address or address.endswith("/")
