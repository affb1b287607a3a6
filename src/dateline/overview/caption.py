"""The overview's caption: what is drawn, in words, and nothing that is not."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.overview.axis import Span
from dateline.overview.lens import Crowd
from dateline.overview.names import stretch_name
from dateline.overview.strip import Plan, Strip
from dateline.tongue import ENGLISH, N_, Tongue

_SMALL = 12
"""Up to here numbers are words."""
_LOOKS = (
    ("m-solid", N_("filled if %(statuses)s"), ("confirmed",)),
    ("m-line", N_("outlined if %(statuses)s"), ("reported",)),
    ("m-dash", N_("dashed if %(statuses)s"), ("alleged",)),
    ("m-struck", N_("struck out if %(statuses)s"), ("denied", "retracted")),
    ("m-split", N_("halved if %(statuses)s"), ("disputed",)),
    ("m-next", N_("pointed if %(statuses)s"), ("scheduled",)),
    ("m-maybe", N_("pointed and dashed if %(statuses)s"), ("possible",)),
)
_BARS = {
    (True, False, False): N_("A dark bar is an event that lasted all that time."),
    (True, True, False): N_(
        "A dark bar is an event that lasted all that time; it fades where an end is uncertain."
    ),
    (True, False, True): N_(
        "A dark bar is an event that lasted all that time; "
        "a pale, fading one (hatched on paper) falls at some point within it."
    ),
    (True, True, True): N_(
        "A dark bar is an event that lasted all that time, and fades where an end is uncertain; a pale, "
        "fading one (hatched on paper) falls at some point within it."
    ),
    (False, False, True): N_(
        "A pale, fading bar (hatched on paper) is an event that falls at some point within that time."
    ),
}
"""By whether something lasted, whether one of its ends is unsure, and whether something is merely vague."""


def describe_signs(plan: Plan, strip: Strip, disputed: int, tongue: Tongue = ENGLISH) -> tuple[str, ...]:
    """What the signs of this strip mean: a sentence for each kind of them."""
    sentences = (
        _marks(plan, strip, tongue),
        _bars(strip, tongue),
        _brackets(len(strip.brackets), disputed, tongue),
    )
    return tuple(filter(None, sentences))


def describe_axis(plan: Plan, breaks: Sequence[Span], tongue: Tongue = ENGLISH) -> tuple[str, ...]:
    """Where this strip leaves true scale: what it enlarges, and what it leaves out."""
    enlarged = _crowd(plan.crowd, tongue) if plan.crowd else ""
    return tuple(filter(None, (enlarged, _breaks(breaks, tongue))))


def small(number: int, tongue: Tongue) -> str:
    """Two, 13."""
    return tongue.spelled(number) if number <= _SMALL else tongue.number(number)


def _marks(plan: Plan, strip: Strip, tongue: Tongue) -> str:
    if strip.profile:
        return tongue.ngettext(
            "The profile shows %(num)s event, spread over the time that its date may mean. "
            "The higher, the more events.",
            "The profile shows %(num)s events, each spread over the time that its date may mean. The "
            "higher, the more events.",
            len(plan.marks),
            num=small(len(plan.marks), tongue),
        )
    if not strip.groups:
        return ""
    looks = _looks(plan, strip, tongue)
    if any("faint" in group.look for group in strip.groups):
        return tongue.gettext(
            "Each mark is one event: %(looks)s. The vaguer its date, the wider the mark; very wide ones are "
            "pale.",
            looks=looks,
        )
    return tongue.gettext(
        "Each mark is one event: %(looks)s. The vaguer its date, the wider the mark.",
        looks=looks,
    )


def _looks(plan: Plan, strip: Strip, tongue: Tongue) -> str:
    drawn = {group.look.split()[0] for group in strip.groups}
    held = {s.status for s in plan.marks}
    return tongue.listed(
        (
            tongue.gettext(
                look, statuses=tongue.listed((tongue.gettext(s) for s in statuses if s in held), "or")
            )
            for key, look, statuses in _LOOKS
            if key in drawn
        ),
        ",",
    )


def _bars(strip: Strip, tongue: Tongue) -> str:
    lasting = [p for p in strip.pieces if p.lasting]
    vague = len(lasting) < len(strip.pieces)
    unsure = any(p.fill != "core" for p in lasting)
    return tongue.gettext(_BARS[bool(lasting), unsure, vague]) if lasting or vague else ""


def _crowd(crowd: Crowd, tongue: Tongue) -> str:
    stretch, across = crowd.words(tongue), crowd.across
    if not across:
        return tongue.gettext("The columns name events of %(stretch)s.", stretch=stretch)
    return tongue.ngettext(
        "The columns name events of %(stretch)s; %(num)s more event covers several columns.",
        "The columns name events of %(stretch)s; %(num)s more events cover several columns.",
        across,
        stretch=stretch,
        num=small(across, tongue),
    )


def _brackets(drawn: int, disputed: int, tongue: Tongue) -> str:
    more = disputed - drawn
    if not drawn:
        return ""
    if more > 0 and drawn == 1:
        return tongue.ngettext(
            "The bracket joins dates on which sources disagree; %(num)s more date is disputed.",
            "The bracket joins dates on which sources disagree; %(num)s more dates are disputed.",
            more,
            num=small(more, tongue),
        )
    if more > 0:
        return tongue.ngettext(
            "Each bracket joins dates on which sources disagree; %(num)s more date is disputed.",
            "Each bracket joins dates on which sources disagree; %(num)s more dates are disputed.",
            more,
            num=small(more, tongue),
        )
    if drawn == 1:
        return tongue.gettext("The bracket joins dates on which sources disagree.")
    return tongue.gettext("Each bracket joins dates on which sources disagree.")


def _breaks(breaks: Sequence[Span], tongue: Tongue) -> str:
    if not breaks:
        return ""
    return tongue.ngettext(
        "The axis leaves out %(stretches)s, when nothing begins or ends.",
        "The axis leaves out %(stretches)s, when nothing begins or ends.",
        len(breaks),
        stretches=tongue.listed(stretch_name(*cut, tongue) for cut in breaks),
    )
