"""`feed.json`: events as a JSON Feed (version 1.1), those that changed last first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from dateline import addresses
from dateline.formats.changed import instant
from dateline.formats.channels import Channel, Item, url
from dateline.model import Timeline

FILE: Final = "feed.json"
VERSION: Final = "https://jsonfeed.org/version/1.1"


def entry(item: Item, timeline: Timeline) -> str:
    """One event, with an extension that holds its date as EDTF; `date_modified` is its last change.

    When something was published nobody knows here, so there is no `date_published`.
    """
    event = item.event
    told = {
        "id": item.address,
        "url": item.address,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        **({"image": item.image} if item.image else {}),
        "date_modified": instant(item.changed),
        "tags": ["withdrawn"] if event.withdrawn else [event.status, *event.tags],
        "_dateline": {
            "about": url(addresses.DATA, timeline),
            "date": str(event.date.value) if event.date else None,
            "label": item.date,
            "status": event.status,
        },
    }
    return json.dumps(told, ensure_ascii=False)


def whole(channel: Channel, listed: Sequence[Item], entries: Sequence[str], timeline: Timeline) -> str:
    """The feed, one entry a line."""
    site, page = timeline.site, url(channel.page, timeline)
    head = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": page,
        "feed_url": page + FILE,
        **({"description": channel.dek} if channel.dek else {}),
        **({"authors": [{"name": site.author}]} if site.author else {}),
        "language": site.language,
    }
    members = json.dumps(head, ensure_ascii=False, indent=0).removesuffix("\n}")
    return members + ',\n"items": [\n' + ",\n".join(entries) + "\n]}\n"
