"""Dates as evidence: EDTF values, and what the words of a source mean as one."""

from dateline.dates.day import Day
from dateline.dates.edtf import Edtf
from dateline.dates.fault import EdtfError
from dateline.dates.finder import find_dates
from dateline.dates.misnamed import Misnamed, misnamed
from dateline.dates.order import relation, sort_key
from dateline.dates.publication import month_and_day
from dateline.dates.reader import edtf_for, read_phrase
from dateline.dates.reading import Alternative, Anchor, Hemisphere, Reading
from dateline.dates.stated import is_either_day, read_stated
from dateline.dates.wording import DateOrder, label, reasoning

__all__ = [
    "Alternative", "Anchor", "DateOrder", "Day", "Edtf", "EdtfError", "Hemisphere", "Misnamed", "Reading",
    "edtf_for", "find_dates", "is_either_day", "label", "misnamed", "month_and_day",
    "read_phrase", "read_stated", "reasoning", "relation", "sort_key",
]  # fmt: skip
