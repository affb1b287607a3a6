"""Videos and sounds at other sites: the page that a link leads to, and the player that a click loads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import SplitResult, parse_qs, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """One video at another site."""

    host: str
    """As readers know it: YouTube."""
    watch: str
    """The page that shows it there."""
    embed: str
    """What a frame loads, after a click and not before; in its form that sets the fewest cookies."""

    @property
    def origin(self) -> str:
        """Of the frame, as a Content-Security-Policy has it."""
        parts = urlsplit(self.embed)
        return f"{parts.scheme}://{parts.netloc}"


class _Host(NamedTuple):
    name: str
    domain: str
    watch: str
    embed: str


class _Page(NamedTuple):
    """Addresses of one form, each of which is the page of one video."""

    host: _Host
    names: tuple[str, ...]
    """Of the server, exactly."""
    path: re.Pattern[str]
    """All of it; with the `id`, and a `key` where a video has one."""


_YOUTUBE: Final = _Host(
    "YouTube",
    "youtube.com",
    "https://www.youtube.com/watch?v={id}",
    "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
)
_VIMEO: Final = _Host(
    "Vimeo",
    "vimeo.com",
    "https://vimeo.com/{id}",
    "https://player.vimeo.com/video/{id}?autoplay=1&dnt=1",
)
_DAILYMOTION: Final = _Host(
    "Dailymotion",
    "dailymotion.com",
    "https://www.dailymotion.com/video/{id}",
    "https://geo.dailymotion.com/player.html?video={id}",
)
_ARCHIVE: Final = _Host(
    "Internet Archive",
    "archive.org",
    "https://archive.org/details/{id}",
    "https://archive.org/embed/{id}",
)
_HOSTS: Final = (_YOUTUBE, _VIMEO, _DAILYMOTION, _ARCHIVE)

_TUBE: Final = r"(?P<id>[A-Za-z0-9_-]{11})"
_NUMBER: Final = r"(?P<id>[0-9]{5,12})"
_KEY: Final = r"(?P<key>[0-9a-f]{6,20})"
_X: Final = r"(?P<id>x[0-9a-z]{5,8})"
_ITEM: Final = r"(?P<id>[A-Za-z0-9][A-Za-z0-9._-]{2,99})"


def _pages(host: _Host, names: str, *paths: str) -> tuple[_Page, ...]:
    return tuple(_Page(host, tuple(names.split()), re.compile(f"{path}/?")) for path in paths)


_PAGES: Final = (
    *_pages(_YOUTUBE, "youtube.com www.youtube.com m.youtube.com", "/watch", f"/(?:shorts|live)/{_TUBE}"),
    *_pages(
        _YOUTUBE,
        "youtube.com www.youtube.com m.youtube.com youtube-nocookie.com www.youtube-nocookie.com",
        f"/embed/(?!videoseries|live_stream){_TUBE}",
    ),
    *_pages(_YOUTUBE, "youtu.be", f"/{_TUBE}"),
    *_pages(
        _VIMEO, "vimeo.com www.vimeo.com", f"/{_NUMBER}(?:/{_KEY})?", f"/channels/[A-Za-z0-9_-]+/{_NUMBER}"
    ),
    *_pages(_VIMEO, "player.vimeo.com", f"/video/{_NUMBER}"),
    *_pages(_DAILYMOTION, "dailymotion.com www.dailymotion.com", f"/video/{_X}"),
    *_pages(_DAILYMOTION, "dai.ly", f"/{_X}"),
    *_pages(_ARCHIVE, "archive.org www.archive.org", f"/(?:details|embed)/{_ITEM}"),
)
"""Every form that is known. Another may be a list, a channel or a search, which would play something else."""

HOSTS: Final = tuple(host.name for host in _HOSTS)


def player_for(url: str) -> Player | None:
    """The player of a video's page; None for an address that is not known to be one."""
    parts = _parts(url)
    if parts is None:
        return None
    for page in _PAGES:
        found = page.path.fullmatch(parts.path) if parts.hostname in page.names else None
        if found:
            return _player(page.host, found.groupdict(""), parse_qs(parts.query))
    return None


def page_fault(url: str) -> tuple[str, str] | None:
    """What is wrong with an address at a host whose players are known, and what to write; None elsewhere."""
    parts = _parts(url)
    name = (parts.hostname or "") if parts else ""
    others = {name: page.host for page in _PAGES for name in page.names}
    host = others.get(name) or next((one for one in _HOSTS if name.endswith(f".{one.domain}")), None)
    if host is None or player_for(url):
        return None
    message = f'"{url}" is not known to be the page of one video at {host.name}.'
    return message, f"Write {host.watch.format(id='…')} with its id, or link to it in the text."


def _parts(url: str) -> SplitResult | None:
    """An address of the web, taken apart."""
    try:
        parts = urlsplit(url)
        return parts if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _player(host: _Host, found: Mapping[str, str], query: Mapping[str, list[str]]) -> Player | None:
    said = {name: values[0] for name, values in query.items()}
    id = found.get("id") or said.get("v", "")
    if host is _YOUTUBE and not re.fullmatch(_TUBE, id):
        return None
    watch, embed = ("", "")
    if host is _YOUTUBE:
        watch, embed = _start(said.get("t") or said.get("start") or "")
    elif host is _VIMEO:
        watch, embed = _unlisted(found.get("key") or said.get("h", ""))
    return Player(
        host=host.name, watch=host.watch.format(id=id) + watch, embed=host.embed.format(id=id) + embed
    )


def _start(said: str) -> tuple[str, str]:
    """`90`, `1m30s`: where YouTube begins."""
    found = re.fullmatch(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", said)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    start = 3600 * hours + 60 * minutes + seconds
    return (f"&t={start}s", f"&start={start}") if start else ("", "")


def _unlisted(key: str) -> tuple[str, str]:
    """The key of a video at Vimeo that is on no list."""
    return (f"/{key}", f"&h={key}") if re.fullmatch(_KEY, key) else ("", "")
