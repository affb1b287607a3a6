"""`dateline publish`, from top to bottom: check the site, look at the remote, write a commit, push it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from dateline import addresses
from dateline.build import Outcome, Progress, prepare
from dateline.model import Site, Timeline
from dateline.problems import Problems, UserError, has_errors
from dateline.publishing import branch
from dateline.publishing.branch import NO_CHANGES, SOURCE, UNCOMMITTED, Changes
from dateline.publishing.git import Git, GitError
from dateline.publishing.hosting import check_address, check_files
from dateline.publishing.refusals import explain
from dateline.publishing.repository import Repository, open_repository
from dateline.scaffold import untouched

NO_JEKYLL: Final = ".nojekyll"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What an author may ask of a publication."""

    remote: str = "origin"
    branch: str = "gh-pages"
    dry_run: bool = False
    force: bool = False
    """Publish over what others did to the branch. The branch's history keeps it: no push is forced."""
    allow_warnings: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a publication came to, or would."""

    problems: Problems
    stopped: bool = False
    """Whether the problems kept it from happening."""
    title: str = ""
    target: str = ""
    """The branch as people name it, `origin/gh-pages`."""
    address: str = ""
    """Where readers find the site; empty for a remote that is not on GitHub."""
    changes: Changes = NO_CHANGES
    commit: str = ""
    """Empty when nothing changed, and for a dry run."""
    first: bool = False
    """Whether the branch was not there before."""
    notes: tuple[str, ...] = ()
    """Remarks on what the site was made from."""


def publish(root: Path, wishes: Wishes, progress: Progress = lambda step: None) -> Publication:
    """Make the remote's branch hold the site in `root` as it is: one commit, or none when nothing changed.

    The site is rendered in memory: neither the working tree nor the index nor any local branch is touched.
    Raises UserError for what no problem's place can be told of: no repository, no remote, a refused push.
    """
    repository = open_repository(root, wishes.remote, wishes.branch)
    outcome, files = prepare(root, progress)
    if outcome.timeline is None or _stops(outcome.problems, wishes):
        return Publication(problems=outcome.problems, stopped=True)
    try:
        return _publish(repository, outcome, outcome.timeline, files, wishes, progress)
    except GitError as error:
        raise explain(error, wishes.remote, wishes.branch) from error


def _publish(
    repository: Repository,
    outcome: Outcome,
    timeline: Timeline,
    files: Mapping[str, bytes],
    wishes: Wishes,
    progress: Progress,
) -> Publication:
    git, site = repository.git, timeline.site
    progress("asking the remote")
    tip = branch.fetch_tip(git, repository.tip_at, wishes.branch)
    kept = "" if site.cname else _domain_at(git, tip)
    files = _with_marks(files, site.cname or kept)
    publication = Publication(
        problems=(*outcome.problems, *_fitness(repository, site, files, kept)),
        title=site.title,
        target=f"{wishes.remote}/{wishes.branch}",
        address=site.url if repository.served else "",
        first=not tip,
        notes=tuple(_notes(repository, timeline, kept)),
    )
    if _stops(publication.problems, wishes):
        return replace(publication, stopped=True)
    if tip and not wishes.force:
        _require_ours(repository, tip, publication.target)
    progress("writing the commit")
    tree = branch.write_tree(git, files)
    publication = replace(publication, changes=branch.changes(git, tip, tree))
    if wishes.dry_run or not publication.changes:
        return publication
    commit = branch.write_commit(git, tree, tip, _message(repository, outcome, timeline, publication.notes))
    progress("pushing")
    branch.push(git, wishes.remote, wishes.branch, commit)
    return replace(publication, commit=commit)


def _stops(problems: Problems, wishes: Wishes) -> bool:
    """Readers see what is published, so a warning stops it, too, unless the author lets it pass."""
    return has_errors(problems) or bool(problems and not wishes.allow_warnings)


def _fitness(repository: Repository, site: Site, files: Mapping[str, bytes], domain: str) -> Problems:
    """What keeps these files from being served well where they are going."""
    sizes = {path: len(content) for path, content in files.items()}
    return (*check_address(site, repository.served, domain), *check_files(sizes))


def _domain_at(git: Git, tip: str) -> str:
    """The custom domain that GitHub's settings wrote to the branch; publishing without it would drop it."""
    return (branch.file_at(git, tip, addresses.DOMAIN) or b"").decode(errors="replace").strip()


def _with_marks(files: Mapping[str, bytes], domain: str) -> dict[str, bytes]:
    """The site with the two files by which Pages is told to serve it as it is, and under which name."""
    marks = {NO_JEKYLL: b""} | ({addresses.DOMAIN: f"{domain}\n".encode()} if domain else {})
    return {**files, **marks}


def _require_ours(repository: Repository, tip: str, target: str) -> None:
    """Raises UserError when publishing would hide what somebody else did to the branch."""
    git = repository.git
    last, source = branch.last_publication(git, tip)
    newest = git.line(*branch.NO_SIGNATURE, "log", "-1", "--format=“%s” by %an, %cs", tip)
    if not last:
        raise UserError(
            f"{target} was not made by dateline; its newest commit is {newest}. Nothing was published. "
            "Choose another branch with --branch, or put the site on top of what is there with --force."
        )
    if edited := [path for path in branch.changes(git, last, tip).paths if path != addresses.DOMAIN]:
        raise UserError(
            f"{target} was edited since dateline wrote it: {_few(edited)} ({newest}). Nothing was published. "
            "Make the same edit in your content, then publish over it with --force; the history keeps it."
        )
    if not _holds(repository, source):
        raise UserError(
            f"{target} was published from commit {source[:7]}, which is not in what you have checked out. "
            "Nothing was published. Get it with git pull, or publish over it with --force."
        )


def _holds(repository: Repository, source: str) -> bool:
    """Whether the published commit is in what is checked out; a shallow clone cannot tell, and passes."""
    git = repository.git
    if source == UNCOMMITTED or git.ask("rev-parse", "--is-shallow-repository") == "true":
        return True
    return (
        bool(repository.commit)
        and git.ask("merge-base", "--is-ancestor", source, repository.commit) is not None
    )


def _few(paths: Sequence[str]) -> str:
    rest = len(paths) - 3
    return ", ".join(paths[:3]) + (f" and {rest} more" if rest > 0 else "")


def _notes(repository: Repository, timeline: Timeline, kept: str) -> Iterator[str]:
    changed = repository.uncommitted(timeline.site.output)
    if not repository.commit:
        yield "This repository has no commit yet: the site was made from files that only this folder holds."
    elif changed:
        files = "1 file is" if changed == 1 else f"{changed} files are"
        yield f"{files} changed and not committed: the site was made from the folder as it is."
    if repository.commit and not repository.on:
        yield f"No branch is checked out: HEAD is detached at {repository.commit[:7]}."
    if example := untouched(repository.git.folder, timeline.site):
        yield example
    if timeline.drafts:
        yield f"{timeline.drafts} {'draft was' if timeline.drafts == 1 else 'drafts were'} left out."
    if kept:
        yield f'The domain {kept} of the branch was kept. To have it in site.py, too, write cname="{kept}".'


def _message(repository: Repository, outcome: Outcome, timeline: Timeline, notes: Sequence[str]) -> str:
    """What was published, how much of it, and from what; the next one knows this one by the trailer."""
    counts = ((len(timeline.events), "event"), (len(timeline.sources), "source"), (outcome.pages, "page"))
    amounts = ", ".join(f"{count} {noun}{'s' * (count != 1)}" for count, noun in counts)
    subject = f"Publish “{' '.join(timeline.site.title.split())}”: {amounts}"
    commit = repository.commit
    made_from = (
        [f"Made from {commit[:7]}{f' on {repository.on}' if repository.on else ''}."] if commit else []
    )
    return "\n".join([subject, "", *made_from, *notes, "", f"{SOURCE}: {commit or UNCOMMITTED}", ""])
