"""Bodies: Markdown with citations, as safe HTML and as plain words."""

from dateline.markup.anchors import anchors, links
from dateline.markup.body import Block, Body, media, render
from dateline.markup.words import plain

__all__ = ["Block", "Body", "anchors", "links", "media", "plain", "render"]
