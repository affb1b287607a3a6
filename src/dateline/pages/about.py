"""The page that says how dates and quotations were checked."""

from __future__ import annotations

from collections.abc import Iterator

from dateline import addresses
from dateline.pages.guide import rules_used
from dateline.pages.meanings import MATCH_WORDS, STATUS_MEANINGS
from dateline.pages.planner import Page, Planner


def about(planner: Planner) -> Iterator[Page]:
    """One page."""
    timeline, tongue = planner.timeline, planner.timeline.tongue
    citations = [citation for event in timeline.events for citation in event.citations]
    verified = [citation.verification for citation in citations if citation.verification]
    yield planner.page(
        addresses.ABOUT,
        "about",
        title=tongue.gettext("How dates and quotations were checked"),
        description=tongue.gettext(
            "How the dates were read and the quotations verified, and what that does and does not prove."
        ),
        nav="about",
        statuses={status: tongue.gettext(meaning) for status, meaning in STATUS_MEANINGS.items()},
        rules=rules_used(timeline, planner.desk),
        matches=[
            (tongue.gettext(words), count)
            for match, words in MATCH_WORDS.items()
            if (count := sum(found.match == match for found in verified))
        ],
        quotations=sum(citation.quote is not None for citation in citations),
        fresh=sum(found.fresh for found in verified),
        locked=planner.desk.day(max((found.verified for found in verified), default="")),
    )
