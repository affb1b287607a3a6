"""A date that an editor typed, or why it is none and what to write instead."""

from __future__ import annotations

import re
from typing import Any, Final

from dateline.dates.day import MONTHS, days_in_month
from dateline.dates.edtf import Edtf
from dateline.dates.fault import EdtfError
from dateline.dates.lexicon import tokens
from dateline.dates.misnamed import misnamed
from dateline.dates.reader import is_all, read_phrase, read_some
from dateline.dates.reading import Anchor, Reading
from dateline.dates.rules import RULES


def read_stated(text: str) -> Reading:
    """A date that an editor typed: EDTF, or a phrase that needs no anchor; raises EdtfError."""
    try:
        return Reading(value=Edtf.parse(text), stated=text, rule="EDTF", because=RULES[0].because)
    except EdtfError as fault:
        reading = read_some(text, None)
        if reading is None or not is_all(reading, text):
            raise _leaning(text) or _no_such_day(text) or _only_part(text, reading) or fault from None
        wrong = misnamed(reading)
        if wrong:
            raise EdtfError(
                text, 0, f"{wrong}", f"Write {wrong.day}, if its figures are right, or {wrong.meant}."
            ) from None
        return reading


def is_either_day(reading: Reading) -> bool:
    """Whether it is one day in Britain and another in America: 10/11/2024."""
    return reading.kind == "one of" and _DAY_OR_MONTH.fullmatch(reading.stated) is not None


_DAY_OR_MONTH = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")


def _leaning(text: str) -> EdtfError | None:
    """Why “last Saturday” is no date for an event: it counts from a day that an event does not have."""
    reading = read_phrase(text, Anchor(published=Edtf.parse("2024-02-29")))
    if reading is None or reading.explicit or not is_all(reading, text):
        return None
    if reading.rule in ("month and day", "day and month"):
        written = f"{reading.value}"[4:]
        return EdtfError(text, 0, "it names no year", f"Write {_LEAP}{written}, with the year that it was.")
    return EdtfError(
        text, 0, "it counts from the day on which it was said", "Write the date that it came to, as "
        "2026-02-28. If these are the words of a source, give them as what its citation says.",
    )  # fmt: skip


def _only_part(text: str, reading: Reading | None) -> EdtfError | None:
    """Why a date with other words around it is none: nobody can tell what they were to change."""
    if reading is None:
        return None
    reason = f'only "{reading.stated}" in it is a date'
    return EdtfError(
        text, 0, reason, f"Write {reading.value} alone, or the whole date in figures: 2026-02-28."
    )


def _no_such_day(text: str) -> EdtfError | None:
    """Why “31 February 2026”, 31/02/2026 or “31 April” is none, in the words that ISO figures would get."""
    words = tokens(text)
    found: dict[str, Any] = {category: value for word in words for category, value in word.terminals}
    if len(words) > 8:
        return None
    if "NUMERIC" in found:
        return _in_neither_order(text, found["NUMERIC"])
    if not {"DAY", "MONTH"} <= found.keys():
        return None
    if "YEAR" in found:
        return _fault_of(text, found["YEAR"], found["MONTH"], found["DAY"])
    most = days_in_month(_LEAP, found["MONTH"])
    if found["DAY"] <= most:
        return None
    reason = f"{MONTHS[found['MONTH'] - 1]} never has more than {most} days"
    return EdtfError(text, 0, reason, "Write the day that it was, with its year: 2026-02-28.")


_LEAP: Final = 2024


def _in_neither_order(text: str, figures: str) -> EdtfError | None:
    """Why figures with a year at their end are no day, be the day first or the month."""
    parts = re.split(r"[/.-]", figures)
    if not all(part.isdecimal() for part in parts) or len(parts[2]) != 4:
        return None
    first, second, year = map(int, parts)
    orders = sorted(((second, first), (first, second)), key=lambda order: order[0] > 12)
    faults = [_fault_of(text, year, month, number) for month, number in orders]
    return faults[0] if all(faults) else None


def _fault_of(text: str, year: int, month: int, number: int) -> EdtfError | None:
    try:
        Edtf.parse(f"{year:04d}-{month:02d}-{number:02d}")
    except EdtfError as fault:
        return EdtfError(text, 0, fault.reason, fault.hint)
    return None
