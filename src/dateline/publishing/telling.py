"""What a publication did, or would do, in a few lines that a person wants to read."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.publishing.branch import pages
from dateline.publishing.publication import Publication, Wishes


def tell(publication: Publication, wishes: Wishes) -> str:
    """The whole report; `publication` must not have been stopped."""
    return "\n".join([publication.title, *_lines(publication, wishes)])


def _lines(publication: Publication, wishes: Wishes) -> Iterator[str]:
    changes, target = publication.changes, publication.target
    yield from (f"  {note}" for note in publication.notes)
    if not changes:
        yield f"{target} holds exactly this site already: nothing to publish."
        return
    kinds = (("added", changes.added), ("changed", changes.changed), ("removed", changes.removed))
    counts = [f"{len(found)} {_pages(len(found))} {kind}" for kind, paths in kinds if (found := pages(paths))]
    if changes.other_files:
        counts.append(f"{changes.other_files} other {'file' if changes.other_files == 1 else 'files'}")
    if wishes.dry_run:
        for kind, paths in kinds:
            yield from (f"  {kind:<8} {page}" for page in pages(paths))
        yield f"Would publish to {target}: {', '.join(counts)}. Nothing was published."
        return
    yield f"Published to {target} as {publication.commit[:7]}: {', '.join(counts)}."
    yield from _where(publication, wishes)


def _where(publication: Publication, wishes: Wishes) -> Iterator[str]:
    if publication.address:
        yield f"Readers see it in a minute or two: {publication.address}"
        if publication.first:
            yield f"Once, on GitHub: Settings → Pages → Source: Deploy from a branch → {wishes.branch}."


def _pages(count: int) -> str:
    return "page" if count == 1 else "pages"
