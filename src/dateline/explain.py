"""`dateline when`: which date a phrase means, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dateline.dates import (
    Anchor,
    Day,
    Edtf,
    EdtfError,
    Reading,
    label,
    misnamed,
    month_and_day,
    read_phrase,
    read_stated,
    reasoning,
)
from dateline.problems import UserError
from dateline.reconcile.statements import leans
from dateline.records.zones import zone_fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One phrase and its reading, or why it has none."""

    phrase: str
    reading: Reading | None
    why_not: str = ""

    @property
    def dated(self) -> bool:
        """Whether the phrase names a date."""
        return self.reading is not None

    def text(self) -> str:
        """For a person, one fact a line."""
        if self.reading is None:
            return f"“{self.phrase}” {self.why_not}"
        facts = self.as_dict()
        names = ("edtf", "earliest", "latest", "label", "precision", "rule", "because")
        lines = [f"“{self.phrase}”", *(f"  {name:<10} {facts[name]}" for name in names)]
        lines.extend(f"  {'not':<10} {line}" for line in self._rejected())
        lines.extend(f"  {'but':<10} {line}" for line in self._caution())
        return "\n".join(lines)

    def as_dict(self) -> dict[str, object]:
        """For a program."""
        if self.reading is None:
            return {"phrase": self.phrase, "edtf": None, "because": self.why_not}
        reading = self.reading
        return {
            "phrase": self.phrase,
            "edtf": str(reading.value),
            "earliest": _day(reading.earliest),
            "latest": _day(reading.latest),
            "label": label(reading),
            "precision": reading.precision,
            "kind": reading.kind,
            "part": reading.part or reading.side,
            "qualifier": reading.qualifier,
            "rule": reading.rule,
            "because": reasoning(reading),
            "alternatives": self._rejected(),
            "caution": next(iter(self._caution()), None),
        }

    def _caution(self) -> list[str]:
        """That a weekday is not that of its date."""
        wrong = misnamed(self.reading) if self.reading else None
        return [f"{wrong}."] if wrong else []

    def _rejected(self) -> list[str]:
        return [] if self.reading is None else [str(other) for other in self.reading.alternatives]


def explain(phrase: str, published: str | None, zone: str, language: str, fiscal: str = "") -> Answer:
    """Read one phrase as a source published then and there would mean it.

    Raises UserError when `published` is no date, `zone` no time zone or `fiscal` no day of every year.
    """
    anchor = _anchor(published or _NO_DAY, zone, language, fiscal)
    reading = read_phrase(phrase, anchor) or _edtf(phrase)
    if reading is not None:
        return Answer(phrase=phrase, reading=reading)
    if not published and read_phrase(phrase, _anchor("2000-01-15", "UTC", language)) is not None:
        return Answer(
            phrase=phrase, reading=None, why_not="counts from a day: say which, with --on 2026-02-02."
        )
    if leans(phrase, anchor):
        return Answer(
            phrase=phrase,
            reading=None,
            why_not="depends on a date that is named before it, and there is none.",
        )
    return Answer(phrase=phrase, reading=None, why_not=_why_not(phrase))


_NO_DAY: Final = "../.."
"""When the day of publication is not said: only the language of the source is known."""


def _edtf(phrase: str) -> Reading | None:
    try:
        return read_stated(phrase)
    except EdtfError:
        return None


def _why_not(phrase: str) -> str:
    """What is wrong with figures; of words there is no more to say than that they name no date."""
    try:
        read_stated(phrase)
    except EdtfError as fault:
        if any(sign.isdigit() for sign in phrase):
            return f"is not a date: {fault.reason}. {fault.hint}".rstrip()
    return "names no date."


def _anchor(published: str, zone: str, language: str, fiscal: str = "") -> Anchor:
    if fault := zone_fault(zone):
        raise UserError(" ".join(fault))
    if fiscal and month_and_day(fiscal) is None:
        raise UserError(f'--fiscal: "{fiscal}" is not a month and a day. Write one like 10-01.')
    return Anchor(published=_published(published), zone=zone, language=language, fiscal_start=fiscal)


def _published(typed: str) -> Edtf:
    try:
        reading = read_stated(typed)
    except EdtfError as error:
        raise UserError(f"--on: {error} {error.hint}") from error
    if reading.kind == "one of" and reading.rule != "EDTF":
        raise UserError(
            f'--on: "{typed}" may be two days. Write the one that is meant, year first: 2026-02-28.'
        )
    return reading.value


def _day(day: Day | None) -> str:
    return str(day) if day is not None else "open"
