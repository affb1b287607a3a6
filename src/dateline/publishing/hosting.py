"""What GitHub Pages makes of a repository: the address it serves, and what is too big for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from dateline.addresses import is_placeholder
from dateline.model import Site
from dateline.problems import Place, Problem, Problems, warning

FILE_LIMIT: Final = 100 * 1024**2
"""Bytes of one file; a push with a larger one is refused."""
SITE_LIMIT: Final = 1000**3
"""Bytes of a published site."""

_SITE_PY: Final = Place("site.py")
_GITHUB: Final = re.compile(
    r"(?:(?:https?|ssh|git)://(?:[^@/]+@)?|(?:[^@/:]+@)?)"
    r"(?:(?:www\.|ssh\.)?github\.com|github\.com-[\w.-]+)(?::\d+)?[:/]+"
    r"(?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:\.git)?/?",
    re.IGNORECASE,
)
"""Every way to write a repository's address, an alias for a second SSH key (`github.com-work`) among them."""
_DOMAIN: Final = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE
)


def pages_address(remote: str) -> str:
    """Where Pages serves the repository at this remote address; "" for one that is not on GitHub.

    >>> pages_address("git@github.com:alice/bridge.git")
    'https://alice.github.io/bridge/'
    >>> pages_address("https://github.com/alice/alice.github.io")
    'https://alice.github.io/'
    """
    found = _GITHUB.fullmatch(remote)
    if found is None:
        return ""
    owner, name = found["owner"].lower(), found["name"]
    return f"https://{owner}.github.io/" + ("" if name.lower() == f"{owner}.github.io" else f"{name}/")


def check_address(site: Site, served: str, domain: str = "") -> Problems:
    """Whether `site.url` is what readers will find.

    `served` is the remote's `pages_address`; `domain` the custom one that the branch carries already.
    """
    if site.cname and not _DOMAIN.fullmatch(site.cname):
        hint = 'Write the bare name, such as cname="timeline.example.org".'
        return (Problem(_SITE_PY, f'cname="{site.cname}" is not a domain.', hint),)
    if site.cname or domain:
        return tuple(_check_domain(site, domain))
    elsewhere = tuple(_check_served(site.url, served)) if served else ()
    if is_placeholder(site.url) and not elsewhere:
        hint = f'Write url="{served}".' if served else "Write the site's own address."
        return (
            warning(_SITE_PY, f'url="{site.url}" is still the example that a new site begins with.', hint),
        )
    return elsewhere


def _check_domain(site: Site, domain: str) -> Iterator[Problem]:
    told = site.cname or domain
    if urlsplit(site.url)[1:3] != (told.lower(), "/"):
        because = "as cname says" if site.cname else "as the file CNAME on the branch says"
        yield _not_served(site.url, f"https://{told.lower()}/", because)


def _check_served(url: str, served: str) -> Iterator[Problem]:
    """A domain of the author's own may stand before a whole account: then the path is still the project's."""
    ours, theirs = urlsplit(url), urlsplit(served)
    own_domain = not ours.netloc.endswith(".github.io")
    if own_domain and ours.path == theirs.path != "/":
        return
    if own_domain and ours.path == "/":
        hint = f'Write cname="{ours.netloc}" if that domain is yours, or url="{served}".'
        yield warning(_SITE_PY, f'url="{url}" is a domain that GitHub Pages does not know of.', hint)
    elif url != served:
        yield _not_served(url, served, "as the remote says")


def _not_served(url: str, served: str, because: str) -> Problem:
    message = f'url="{url}" is not where GitHub Pages will serve this site, {because}.'
    return warning(_SITE_PY, message, f'Write url="{served}".')


def check_files(sizes: Mapping[str, int]) -> Problems:
    """Files, and a sum of files, that GitHub does not take; sizes in bytes by path."""
    return (*_large_files(sizes), *_large_site(sizes))


def _large_files(sizes: Mapping[str, int]) -> Iterator[Problem]:
    for path, size in sorted(sizes.items()):
        if size > FILE_LIMIT:
            message = f"this file has {size / 1024**2:,.0f} MB, and GitHub accepts no file over 100 MB."
            yield Problem(Place(path), message, "Put it elsewhere and link to it, or make it smaller.")


def _large_site(sizes: Mapping[str, int]) -> Iterator[Problem]:
    total = sum(sizes.values())
    if total > SITE_LIMIT:
        path, size = max(sizes.items(), key=lambda item: (item[1], item[0]))
        message = f"the site has {total / 1000**3:.2f} GB, and GitHub Pages serves no more than 1 GB."
        yield Problem(_SITE_PY, message, f"The largest of its files is {path}, {size / 1000**2:,.0f} MB.")
