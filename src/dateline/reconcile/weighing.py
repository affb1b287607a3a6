"""Which of several values a timeline goes by when its editor has not said: rules with names, no averages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.dates.day import ordinal
from dateline.model import Disagreement, Resolution, Source, Value
from dateline.reconcile.comparing import Comparable, DateValue, contains
from dateline.tongue import N_, Tongue

UNRESOLVED = "unresolved"
"""The beginning of the editor's verdict that leaves the question open."""
COMPATIBLE = ("compatible", "reconcilable", "reconciled")
"""Beginnings of the editor's verdicts that say: these do not exclude each other after all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value that stands for a field, and what it is compared by."""

    value: Value
    compared: Comparable


@dataclass(frozen=True, slots=True)
class Rule:
    """Why one value was chosen, as the page says it."""

    name: str
    because: str


RULES = (
    Rule(
        N_("explicit beats anchored"),
        N_("It names its date in full; the others depend on the day they were written."),
    ),
    Rule(N_("first-hand beats relayed"), N_("It comes from a source that does not repeat another.")),
    Rule(N_("narrower beats wider"), N_("It says more exactly when.")),
    Rule(N_("more independent origins"), N_("More sources state it that do not repeat one another.")),
    Rule(N_("first cited beats later cited"), N_("Nothing else decides between them.")),
)
"""In order; each is asked only where those before it leave a tie."""
OWN = Rule(N_("the editor's date"), "")
"""Not one of these: the editor gave a date, and no resolution beside it."""


def ruling(found: Disagreement, tongue: Tongue, name: Callable[[str], str]) -> tuple[str, str]:
    """What decided a disagreement, and why: a rule of ours in this language, or the editor's verdict.

    Of the editor's words those are ours that we gave them: "unresolved", "error in SOURCE"; of a source
    readers are told the `name`, not the id.
    """
    rule = next((rule for rule in (*RULES, OWN) if rule.name == found.verdict), None)
    if rule is None or (found.by_editor and rule is not OWN):
        return _said(found.verdict, tongue, name), found.because
    because = tongue.gettext(rule.because) if rule.because else ""
    return tongue.gettext(rule.name), tongue.joined([because, told_by_zones(found.zones, tongue)])


_VERDICTS = (N_("unresolved"), N_("reconcilable"), N_("compatible"))


def _said(verdict: str, tongue: Tongue, name: Callable[[str], str]) -> str:
    if verdict in _VERDICTS:
        return tongue.gettext(verdict)
    match = _FOLLOW.search(verdict) or _BLAME.search(verdict)
    if not match:
        return verdict
    sources = tongue.listed(map(name, _split(match[1])))
    if verdict[: match.start(1)].split() == ["error", "in"]:
        return tongue.gettext("error in %(sources)s", sources=sources)
    return verdict[: match.start(1)] + sources


def told_by_zones(zones: Sequence[str], tongue: Tongue) -> str:
    """How two time zones explain a day's difference; empty where there are none."""
    if not zones:
        return ""
    here, there = zones
    return tongue.gettext(
        "They are a day apart and written in %(here)s and %(there)s, "
        "where one moment can have these two dates.",
        here=here,
        there=there,
    )


def choose(entries: Sequence[Entry], sources: Mapping[str, Source]) -> tuple[Entry, Rule]:
    """The value that stands, of at least one, and the rule that put it before the next best."""
    leaves = [each for each in entries if not any(_is_narrower(other, each) for other in entries)]
    ranked = sorted(leaves, key=lambda each: _rank(each, entries, sources), reverse=True)
    if len(ranked) < 2:
        return ranked[0], RULES[2]
    first, second = (_rank(each, entries, sources) for each in ranked[:2])
    return ranked[0], next(rule for rule, a, b in zip(RULES, first, second, strict=True) if a != b)


def outcome(
    entries: Sequence[Entry], chosen: Entry, rule: Rule, resolution: Resolution | None, *, dated: bool
) -> tuple[tuple[Entry, ...], bool]:
    """The values that stand, and whether a rule of ours had to choose one: an event has one place in time."""
    if rule is OWN:
        return (chosen,), False
    left = _left(entries, chosen, resolution)
    standing = (chosen,) if dated and left else left
    return standing, not overruled(resolution, entries) and (dated or len(standing) == 1)


def _left(entries: Sequence[Entry], chosen: Entry, resolution: Resolution | None) -> tuple[Entry, ...]:
    """The values that the editor's verdict leaves standing; without a verdict, the chosen one.

    None where it is `unresolved`, all where they are `compatible`, and those not in error where some are.
    """
    if resolution is None:
        return (chosen,)
    verdict = resolution.verdict.casefold()
    if verdict.startswith(UNRESOLVED):
        return ()
    out = overruled(resolution, entries)
    if out or verdict.startswith(COMPATIBLE):
        return tuple(entry for entry in entries if entry not in out)
    return (chosen,)


def is_remark(found: Disagreement) -> bool:
    """Whether the editor's verdict is in words that choose nothing, and a rule of ours had to."""
    settled = found.verdict.casefold().startswith((UNRESOLVED, *COMPATIBLE))
    return bool(found.by_editor and found.rule and found.verdict and not settled)


def choice(found: Disagreement, date: str, tongue: Tongue) -> str:
    """Where the editor's verdict chose no value: which one is used all the same, and by which rule.

    `date` is the label of the event's, and empty for another field.
    """
    rule = next((rule for rule in RULES if found.by_editor and rule.name == found.rule), None)
    if rule is None:
        return ""
    used = ""
    if date:
        used = (
            tongue.gettext("The timeline uses %(date)s.", date=date)
            if any(value.stands for value in found.values)
            else tongue.gettext("No date stands. The event is placed at %(date)s.", date=date)
        )
    name = tongue.sentence(tongue.gettext(rule.name))
    chosen = tongue.gettext("Chosen by rule: %(rule)s", rule=name)
    return tongue.joined([used, chosen, tongue.gettext(rule.because)])


def overruled(resolution: Resolution | None, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The values that the verdict sets aside; never all.

    Those that only sources hold which it puts at fault, or all that are not of a source which it follows.
    """
    named, leading = set(blamed(resolution)), set(followed(resolution))
    out = tuple(
        e
        for e in entries
        if (leading.isdisjoint(e.value.sources) if leading else named.issuperset(e.value.sources))
        and e.value.sources
    )
    return out if len(out) < len(entries) else ()


def blamed(resolution: Resolution | None) -> tuple[str, ...]:
    """The sources that a verdict names at its end: `error in SOURCE`, `loose paraphrase in ONE and OTHER`."""
    return _named(_BLAME, resolution)


def followed(resolution: Resolution | None) -> tuple[str, ...]:
    """The sources that a verdict puts in place of the others: `superseded by SOURCE`."""
    return _named(_FOLLOW, resolution)


def _named(ending: re.Pattern[str], resolution: Resolution | None) -> tuple[str, ...]:
    match = ending.search(verdict_of(resolution))
    return tuple(_split(match[1])) if match else ()


_NAMES = r"([\w-]+(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)[\w-]+)*)[.\s]*$"
"""The sources at the end of a verdict."""
_BLAME = re.compile(rf"\bin\s+{_NAMES}")
_FOLLOW = re.compile(rf"^(?:superseded|corrected|replaced) by\s+(?:the\s+)?{_NAMES}", re.IGNORECASE)


def _split(names: str) -> list[str]:
    return re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", names)


def verdict_of(resolution: Resolution | None) -> str:
    """The editor's verdict, or nothing."""
    return resolution.verdict if resolution else ""


def origins(source: str, sources: Mapping[str, Source]) -> frozenset[str]:
    """Where a source's word comes from in the end: what it relays, and what that relays; or itself.

    Five articles on one report have one origin. A circle of sources is one origin too.
    """
    ends: set[str] = set()
    seen: set[str] = set()
    waiting = [source]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        relayed = sources[name].derived_from if name in sources else ()
        waiting += relayed
        if not relayed:
            ends.add(name)
    return frozenset(ends or {min(seen)})


def _is_narrower(other: Entry, than: Entry) -> bool:
    return contains(than.compared, other.compared) and not contains(other.compared, than.compared)


_Rank = tuple[bool, bool, float, int, int]


def _rank(entry: Entry, entries: Sequence[Entry], sources: Mapping[str, Source]) -> _Rank:
    """Greater is better, in the order of `RULES`. Whoever says the same less exactly supports it, too."""
    value = entry.value
    supporters = {s for e in entries if contains(e.compared, entry.compared) for s in e.value.sources}
    return (
        value.reading is not None and value.reading.explicit,
        any(s in sources and not sources[s].derived_from for s in value.sources),
        -_days(entry.compared),
        len({origin for s in supporters for origin in origins(s, sources)}),
        -min(value.citations, default=0),
    )


def _days(compared: Comparable) -> float:
    """How wide a date is; words have no width."""
    if not isinstance(compared, DateValue):
        return 0
    first, last = compared.reading.earliest, compared.reading.latest
    return ordinal(last) - ordinal(first) if first and last else float("inf")
