"""Where everything stands on the site, and the one function that makes an address of it.

A *target* is a path from the site's root: "" is the front page, `events/ft-report/#c2` a place on a page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urlsplit

from dateline.text import slug

FRONT: Final = ""
EVENTS: Final = "events/"
SOURCES: Final = "sources/"
DISAGREEMENTS: Final = "disagreements/"
ACTORS: Final = "actors/"
TAGS: Final = "tags/"
STATUSES: Final = "statuses/"
ABOUT: Final = "about/"
CORRECTIONS: Final = "corrections/"
ALL: Final = "all/"
AHEAD: Final = "still-to-come/"
UNDATED: Final = "undated/"
NOT_FOUND: Final = "404.html"
FEED: Final = "atom.xml"
JSON_FEED: Final = "feed.json"
CALENDAR: Final = "timeline.ics"
SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
DOMAIN: Final = "CNAME"
STATIC: Final = "static/"
DATA: Final = "data/"
TIMELINE_JSON: Final = "data/timeline.json"
TIMELINE_SCHEMA: Final = "data/timeline.schema.json"
CSL_JSON: Final = "data/sources.json"
BIBTEX: Final = "data/sources.bib"
RIS: Final = "data/sources.ris"
ANNOTATIONS: Final = "data/annotations.json"
EVENTS_CSV: Final = "data/events.csv"
TIMELINEJS: Final = "data/timelinejs.json"
SEARCH: Final = "data/search.json"
WORDS: Final = "static/words.js"
EMBED: Final = "embed/"
MEDIA: Final = "media/"
SHARED: Final = "og/"
OEMBED: Final = "oembed.json"

OWN: Final = (
    *(FRONT, EVENTS, SOURCES, DISAGREEMENTS, ACTORS, TAGS, STATUSES, ABOUT, CORRECTIONS, NOT_FOUND),
    *(FEED, JSON_FEED, CALENDAR, SITEMAP, ROBOTS, DOMAIN, ALL, AHEAD, UNDATED),
)
"""What the builder writes, or may write, whatever the content is."""
OWN_FOLDERS: Final = (STATIC, DATA, EMBED, MEDIA, SHARED)
"""Folders in which everything is the builder's."""

_PERIOD: Final = re.compile(
    r"\d+(?:-\d+)?(?:-bce)?/"
    r"|(?:actors|tags|statuses|sources)/[^/]+/(?:\d+(?:-\d+)?(?:-bce)?|still-to-come|undated)/"
)
_PATH: Final = "/-._~!$&'()*+,;=:@%"
_FRAGMENT: Final = _PATH + "?"
_EXAMPLE: Final = re.compile(r"(www\.)?example\.(com|org|net|github\.io)")


def is_period(target: str) -> bool:
    """Whether a long list may have a period there, or a part of one.

    >>> is_period("1984/"), is_period("49-40-bce/"), is_period("2024/q1/"), is_period("2024-in-review/")
    (True, True, True, False)
    >>> is_period("tags/money/1984/"), is_period("sources/echo/1984/"), is_period("tags/1984/")
    (True, True, False)
    """
    return bool(_PERIOD.match(target))


def url(target: str, *, page: str = FRONT, base: str = "") -> str:
    """The address of `target` as a link on `page`; absolute when `base` (the site's address) is given.

    >>> url("sources/ev-com/", page="events/ft-report/")
    '../../sources/ev-com/'
    >>> url("#c2", page="events/ft-report/")
    '#c2'
    >>> url("atom.xml", base="https://example.org/repo/")
    'https://example.org/repo/atom.xml'
    """
    path, hash_mark, fragment = target.partition("#")
    tail = hash_mark + _quoted(fragment, _FRAGMENT)
    if base:
        return base + _quoted(path, _PATH) + tail
    if hash_mark and (not path or path == page):
        return tail
    return ("../" * page.count("/") + _quoted(path, _PATH) or "./") + tail


_quoted: Final = lru_cache(maxsize=1 << 14)(quote)


def is_placeholder(address: str) -> bool:
    """Whether a site's address is an example's, as in a site that was just made.

    >>> is_placeholder("https://example.org/footbridge/"), is_placeholder("https://ada.github.io/bridge/")
    (True, False)
    """
    return bool(_EXAMPLE.fullmatch(urlsplit(address).hostname or ""))


def is_page(path: str) -> bool:
    """Whether a file is a page that readers open: HTML, and no widget for other people's pages.

    >>> is_page("events/strike/index.html"), is_page("embed/one/strike/index.html"), is_page("atom.xml")
    (True, False, False)
    """
    return path.endswith(".html") and not path.startswith(EMBED)


def event(id: str) -> str:
    """The page of one event."""
    return f"{EVENTS}{id}/"


def source(id: str) -> str:
    """The page of one source."""
    return f"{SOURCES}{id}/"


def actor(name: str) -> str:
    """The timeline narrowed to one actor."""
    return f"{ACTORS}{name_id(name)}/"


def tag(name: str) -> str:
    """The timeline narrowed to one tag."""
    return f"{TAGS}{name_id(name)}/"


def status(name: str) -> str:
    """The timeline narrowed to one status."""
    return f"{STATUSES}{name}/"


def essay(id: str) -> str:
    """A page of the author's own."""
    return f"{id}/"


def embed(page: str) -> str:
    """The widget of a narrowed timeline: `actors/ford/` is framed as `embed/actors/ford/`."""
    return EMBED + page


def event_embed(id: str) -> str:
    """The widget of one event."""
    return f"{EMBED}one/{id}/"


def latest_embed(count: int) -> str:
    """The widget of the latest `count` events."""
    return f"{EMBED}latest/{count}/"


def oembed(page: str) -> str:
    """What a page says to those who would embed it (oEmbed)."""
    return page + OEMBED


def name_id(name: str) -> str:
    """The id of a name."""
    return slug(name)


def file_of(target: str) -> str:
    """The file behind a page's address: `events/ft-report/` is `events/ft-report/index.html`."""
    return target + "index.html" if not target or target.endswith("/") else target


def address_of(file: str) -> str:
    """The address of a page's file, the other way round."""
    return file.removesuffix("index.html")
