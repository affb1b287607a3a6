"""What each status, match and stance means, in words for readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dateline.model import Match, Stance, Status
from dateline.tongue import N_

STATUS_MEANINGS: Final[Mapping[Status, str]] = {
    "confirmed": N_("the person or organisation concerned said so; that does not make it true"),
    "reported": N_("a named outlet says so"),
    "alleged": N_("based on unnamed people or on second-hand reports"),
    "denied": N_("alleged, but denied by someone it concerns"),
    "disputed": N_("sources contradict each other"),
    "retracted": N_("withdrawn by those who said it"),
    "scheduled": N_("announced by those who decide it"),
    "possible": N_("described only as possible or likely"),
}
MATCH_WORDS: Final[Mapping[Match, str]] = {
    "exact": N_("exact"),
    "typographic": N_("exact but for quotation marks, dashes or spaces"),
    "edges": N_("exact but for the first letter or the last mark"),
    "elided": N_("exact, with words left out where … stands"),
    "editorial": N_("exact, with our words in square brackets"),
}
MATCH_SHORT: Final[Mapping[Match, str]] = {
    "exact": N_("exact"),
    "typographic": N_("exact but for typography"),
    "edges": N_("exact but for its edges"),
    "elided": N_("exact, with an elision"),
    "editorial": N_("exact, with an insertion"),
}
STANCE_WORDS: Final[Mapping[Stance, str]] = {
    "reports": N_("reports it"),
    "denies": N_("denies it"),
    "confirms": N_("confirms it"),
    "context": N_("gives context"),
}
