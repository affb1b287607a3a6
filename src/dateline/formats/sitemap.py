"""`sitemap.xml` and `robots.txt`: what a search engine may read, and when it last changed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dateline import addresses
from dateline.formats.changed import changes, site_changed
from dateline.model import Timeline


def write(timeline: Timeline, pages: Sequence[str]) -> str:
    """Every page but widgets and the one for missing pages, each with the day of its last change."""
    changed = {addresses.event(id): day for id, day in changes(timeline).items()}
    newest = site_changed(timeline)
    events = (*timeline.events, *timeline.withdrawn)
    aliases = {alias for event in events for alias in event.aliases}
    rows = [
        f"<url><loc>{escape(addresses.url(page, base=timeline.site.url), quote=False)}</loc>"
        f"<lastmod>{changed.get(page, newest)}</lastmod></url>"
        for page in pages
        if page != addresses.NOT_FOUND and page not in aliases and not page.startswith(addresses.EMBED)
    ]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *rows,
            "</urlset>\n",
        )
    )


def write_robots(timeline: Timeline, pages: Sequence[str] = ()) -> str:
    """Everybody may read everything."""
    sitemap = addresses.url(addresses.SITEMAP, base=timeline.site.url)
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"
