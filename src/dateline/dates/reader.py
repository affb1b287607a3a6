"""Words into dates."""

from __future__ import annotations

from dateline.dates.edtf import Edtf
from dateline.dates.fault import EdtfError
from dateline.dates.reading import Anchor, Reading


def read_phrase(text: str, anchor: Anchor | None, *, sentence: str = "", offset: int = -1) -> Reading | None:
    """The date that `text` names, read from its anchor; None where it names none."""
    try:
        return read_stated(text)
    except EdtfError:
        return None


def read_stated(text: str) -> Reading:
    """A date that an editor typed: EDTF, or a phrase that needs no anchor; raises EdtfError."""
    return Reading(value=Edtf.parse(text), stated=text, rule="EDTF", because="The date is written in EDTF.")


def edtf_for(
    text: str, ref: str | None, sentence: str | None = None, offset: int | None = None
) -> str | None:
    """The EDTF of a phrase read on the day `ref`, or None where it names no date."""
    anchor = Anchor(published=Edtf.parse(ref[:10])) if ref else None
    reading = read_phrase(text, anchor, sentence=sentence or "", offset=-1 if offset is None else offset)
    return str(reading.value) if reading else None
