"""A picture, a recording or a video that an author shows beside a text."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium(Record):
    """A picture or a recording among the author's files, or a video that another site plays."""

    file: str = ""
    """Its path below `content/media/`; empty for what another site plays."""
    url: str = ""
    """Its page at that other site, one that `media.player_for` knows."""
    alt: str | None = None
    """What it shows, for those who do not see it; "" says that it shows nothing; None is not said."""
    caption: str = ""
    credit: str = ""
    """Whose it is, and under which licence, plain text."""
    credit_url: str = ""
    """Where it was found."""
    language: str = ""
    """BCP 47, of the alt and the caption; empty is the site's."""
    poster: str = ""
    """The picture before a video plays; a path like `file`."""
    captions: str = ""
    """WebVTT; a path like `file`."""
