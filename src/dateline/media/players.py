"""Videos and sounds at other sites: the page that a link leads to, and the player that a click loads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import parse_qs, urlsplit


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
    domains: tuple[str, ...]
    id: re.Pattern[str]
    """In the path and query of an address."""
    watch: str
    embed: str


_HOSTS: Final = (
    _Host(
        "YouTube",
        ("youtube.com", "youtu.be", "youtube-nocookie.com"),
        re.compile(r"/(?:watch\?(?:.*&)?v=|(?:embed|shorts|live|v)/)?([\w-]{11})(?=[?&/#]|$)"),
        "https://www.youtube.com/watch?v={id}",
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
    ),
    _Host(
        "Vimeo",
        ("vimeo.com",),
        re.compile(r"/(?:[\w-]+/)*?(\d{5,12})(?=[?&/#]|$)"),
        "https://vimeo.com/{id}",
        "https://player.vimeo.com/video/{id}?autoplay=1&dnt=1",
    ),
    _Host(
        "Dailymotion",
        ("dailymotion.com", "dai.ly"),
        re.compile(r"/(?:(?:embed/)?video/|player\.html\?(?:.*&)?video=)?(x[0-9a-z]{5,8})(?=[?&/#]|$)"),
        "https://www.dailymotion.com/video/{id}",
        "https://geo.dailymotion.com/player.html?video={id}",
    ),
    _Host(
        "Internet Archive",
        ("archive.org",),
        re.compile(r"/(?:details|embed|download)/([\w.-]{3,100})(?=[?&/#]|$)"),
        "https://archive.org/details/{id}",
        "https://archive.org/embed/{id}",
    ),
)
"""One row a site whose player we know."""

HOSTS: Final = tuple(host.name for host in _HOSTS)


def player_for(url: str) -> Player | None:
    """The player of a video's page; None for an address that names none we know."""
    try:
        parts = urlsplit(url)
        name = (parts.hostname or "").lower()
    except ValueError:
        return None
    for host in _HOSTS:
        if parts.scheme in ("http", "https") and any(_is_under(name, domain) for domain in host.domains):
            found = host.id.match(f"{parts.path}?{parts.query}" if parts.query else parts.path)
            return _player(host, found.group(1), url) if found else None
    return None


def _is_under(name: str, domain: str) -> bool:
    return name == domain or name.endswith("." + domain)


def _player(host: _Host, id: str, url: str) -> Player:
    extra = _EXTRAS.get(host.name)
    watch, embed = extra(url) if extra else ("", "")
    return Player(
        host=host.name, watch=host.watch.format(id=id) + watch, embed=host.embed.format(id=id) + embed
    )


def _start(url: str) -> tuple[str, str]:
    """`t=90`, `t=1m30s`: where YouTube begins."""
    query = parse_qs(urlsplit(url).query)
    said = next(iter(query.get("t") or query.get("start") or ()), "")
    found = re.fullmatch(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", said)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    start = 3600 * hours + 60 * minutes + seconds
    return (f"&t={start}s", f"&start={start}") if start else ("", "")


def _unlisted(url: str) -> tuple[str, str]:
    """The key of a video at Vimeo that is on no list: `/76979871/0a1b2c3d4e`, or `h=0a1b2c3d4e`."""
    found = re.search(r"/\d+/([0-9a-f]{6,20})(?=[?#/]|$)|[?&]h=([0-9a-f]{6,20})", url)
    key = (found.group(1) or found.group(2)) if found else ""
    return (f"/{key}", f"&h={key}") if key else ("", "")


_EXTRAS: Final[dict[str, Callable[[str], tuple[str, str]]]] = {"YouTube": _start, "Vimeo": _unlisted}
