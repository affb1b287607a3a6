"""Marks of footnotes in a source, which are none of its words: `good[1]`, `done.²`, `here*`."""

from __future__ import annotations

import re

_NOTE = re.compile(
    r"(?<=[\w.,;:!?”’\"'\]])\[(?:\d{1,3}|[abc]|note \d{1,2}|citation needed)\]"
    r"|(?:(?<=[^\W\d_]{4})|(?<=[.,;:!?”’]))[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?!\w)"
    r"|(?<=[^\W\d_]{3})[*†‡]{1,3}(?!\w)"
)
_UNSEEN = "\u00ad"


def without_notes(text: str) -> str:
    """The text with such marks made invisible, so that no offset changes."""
    return _NOTE.sub(lambda found: _UNSEEN * len(found[0]), text)
