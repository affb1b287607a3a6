"""How a date was read, for whoever asks why it is that one."""

from __future__ import annotations

from dateline.dates.reading import Reading
from dateline.dates.sentences import SPREAD
from dateline.dates.wording.labels import label
from dateline.tongue import ENGLISH, Tongue


def reasoning(reading: Reading, tongue: Tongue = ENGLISH) -> str:
    """How it was read, in a plain sentence for a reader of the page."""
    because = tongue.gettext(reading.because)
    if not reading.spread or reading.anchor is None:
        return because
    published = label(reading.anchor.published, locale=tongue.language)
    return tongue.gettext(SPREAD, because=because, published=published)
