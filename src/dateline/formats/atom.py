"""`atom.xml`: events as a feed (RFC 4287), those that changed last first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from dateline.formats.changed import instant
from dateline.formats.channels import Channel, Item, newest, url
from dateline.model import Timeline

FILE = "atom.xml"


def entry(item: Item, timeline: Timeline) -> str:
    """One event; its id is its address, `updated` its newest correction or verification."""
    event = item.event
    names = ("withdrawn",) if event.withdrawn else (event.status, *event.tags)
    return "\n".join(
        (
            " <entry>",
            f"  <title>{_text(item.title)}</title>",
            f"  <id>{_text(item.address)}</id>",
            f"  <updated>{instant(item.changed)}</updated>",
            f'  <link rel="alternate" type="text/html" href={_value(item.address)}/>',
            *(f"  <category term={_value(name)}/>" for name in names),
            f"  <summary>{_text(item.summary)}</summary>",
            f'  <content type="html">{_text(item.html)}</content>',
            " </entry>",
        )
    )


def whole(channel: Channel, listed: Sequence[Item], entries: Sequence[str], timeline: Timeline) -> str:
    """The feed; `updated` is the newest of its entries', so no build changes it."""
    site, page = timeline.site, url(channel.page, timeline)
    rows = (
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_value(site.language)}>',
        f" <title>{_text(channel.title)}</title>",
        *((f" <subtitle>{_text(channel.dek)}</subtitle>",) if channel.dek else ()),
        f" <id>{_text(page)}</id>",
        f" <updated>{instant(newest(listed, timeline))}</updated>",
        f' <link rel="self" type="application/atom+xml" href={_value(page + FILE)}/>',
        f' <link rel="alternate" type="text/html" href={_value(page)}/>',
        f" <author><name>{_text(site.author or site.title)}</name></author>",
        *((f" <rights>{_text(site.license)}</rights>",) if site.license else ()),
        *entries,
        "</feed>\n",
    )
    return "\n".join(rows)


def _text(text: str) -> str:
    return escape(_for_xml(text), quote=False)


def _value(text: str) -> str:
    return f'"{escape(_for_xml(text), quote=False).translate(_IN_QUOTES)}"'


_IN_QUOTES: Final = str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _for_xml(text: str) -> str:
    """Without the control characters that XML 1.0 has no way to write."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c >= " " or c in "\t\n\r").replace("\ufffe", "").replace("\uffff", "")
