"""The overview's caption: what is drawn, in words, and nothing that is not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.overview.axis import Span
from dateline.overview.lens import Crowd
from dateline.overview.strip import Plan, Strip
from dateline.overview.units import stretch_name

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_LOOKS = (
    ("m-solid", "filled", ("confirmed",)),
    ("m-line", "outlined", ("reported",)),
    ("m-dash", "dashed", ("alleged",)),
    ("m-struck", "struck out", ("denied", "retracted")),
    ("m-split", "halved", ("disputed",)),
    ("m-next", "pointed", ("scheduled",)),
    ("m-maybe", "pointed and dashed", ("possible",)),
)


def describe(plan: Plan, strip: Strip, breaks: Sequence[Span], disputed: int) -> tuple[str, ...]:
    """Sentences, each about something that this strip shows."""
    sentences = (
        _marks(plan, strip),
        _bars(strip),
        _brackets(len(strip.brackets), disputed),
        _crowd(plan.crowd) if plan.crowd else "",
        _breaks(breaks),
    )
    return tuple(s for s in sentences if s)


def count(number: int, noun: str) -> str:
    """Two events, 13 events."""
    words = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{words} {noun}{'s' * (number != 1)}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """One, two and three."""
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final


def capital(sentence: str) -> str:
    """With a capital first letter and all else as it is."""
    return sentence[:1].upper() + sentence[1:]


def _marks(plan: Plan, strip: Strip) -> str:
    if strip.profile:
        events = count(len(plan.marks), "event")
        return (
            f"The profile shows {events}, each spread over the days that it may mean: the higher, the more."
        )
    if not strip.groups:
        return ""
    pale = ", pale when very wide" if any("faint" in group.look for group in strip.groups) else ""
    looks = _looks(plan, strip)
    return f"Each mark is one event, as wide as its date is vague and wide enough to see{pale}: {looks}."


def _looks(plan: Plan, strip: Strip) -> str:
    drawn = {group.look.split()[0] for group in strip.groups}
    held = {s.status for s in plan.marks}
    return listed(
        f"{look} if {listed([s for s in statuses if s in held], 'or')}"
        for key, look, statuses in _LOOKS
        if key in drawn
    )


def _bars(strip: Strip) -> str:
    lasting = [p for p in strip.pieces if p.lasting]
    unsure = ", fading where an end is unsure" if any(p.fill != "core" for p in lasting) else ""
    dark = f"dark bar lasted all that time{unsure}" if lasting else ""
    pale = "pale, fading one (hatched on paper) lies somewhere in it" if lasting else ""
    if not lasting:
        pale = "pale, fading bar (hatched on paper) lies somewhere in that time"
    parts = [dark] * bool(lasting) + [pale] * (len(lasting) < len(strip.pieces))
    return f"A {'; a '.join(parts)}." if parts else ""


def _crowd(crowd: Crowd) -> str:
    more = f"{count(crowd.across, 'more event')} {'lies' if crowd.across == 1 else 'lie'} across its columns"
    return f"Below, {crowd.words} enlarged{f'; {more}' * (crowd.across > 0)}."


def _brackets(drawn: int, disputed: int) -> str:
    if not drawn:
        return ""
    said = "The bracket joins" if drawn == 1 else "Each bracket joins"
    more = f"; {count(disputed - drawn, 'more date')} {'is' if disputed - drawn == 1 else 'are'} disputed"
    return f"{said} dates that sources dispute{more * (disputed > drawn)}."


def _breaks(breaks: Sequence[Span]) -> str:
    if not breaks:
        return ""
    names = listed(stretch_name(*b) for b in breaks)
    cut = "is left out" if len(breaks) == 1 else "are left out"
    return f"The axis is broken: {names}, when nothing begins or ends, {cut}."
