"""The sentences beside a reading that no rule says by itself, each of them whole, for a translator to find.

The others are the rules' own, `Rule.because`; `dateline.dates.rules.SENTENCES` has them all.
"""

from __future__ import annotations

from typing import Final

WRITTEN_OUT: Final = "The date is written out in full."
SPREAD: Final = "%(because)s When it was published is not known better than: %(published)s."
"""After a rule's sentence, where the words were read from several days."""

OF_A_HISTORY: Final = (
    "The text tells of another time than that of its publication: counted from the date that it named last."
)


THE_ONE_AFTER: Final[dict[str, str]] = {
    "tense": "The one after publication, but “%(word)s” speaks of the past.",
    "reach": "The one after publication, as “%(word)s” has it, but it is too far away.",
    "distance": "The one after publication, but it is further away.",
}
THE_ONE_BEFORE: Final[dict[str, str]] = {
    "tense": "The one before publication, but “%(word)s” speaks of what is to come.",
    "reach": "The one before publication, as “%(word)s” has it, but it is too far away.",
    "distance": "The one before publication, but it is further away.",
}
THE_ONE_OF_NEXT_WEEK: Final = "The one of next week, as some mean it; most news means the first to come."
THE_ONE_NEAREST: Final = "The one nearest to publication, but its sentence tells of another year."
OTHER_ORDER: Final = {
    "month-day": "The other order of day and month; the source's English is American.",
    "day-month": "The other order of day and month; the source's English is British.",
}

OF_ALTERNATIVES: Final = (
    *THE_ONE_AFTER.values(),
    *THE_ONE_BEFORE.values(),
    THE_ONE_OF_NEXT_WEEK,
    THE_ONE_NEAREST,
    *OTHER_ORDER.values(),
)
"""Why another date was not taken; `word` is a word of the source."""
