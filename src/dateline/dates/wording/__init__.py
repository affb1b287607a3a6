"""A date in the words that a reader reads: "early 2024", "2–5 May 2024", "c. 1980", "44 BCE"."""

from dateline.dates.wording.english_dates import DateOrder
from dateline.dates.wording.labels import label
from dateline.dates.wording.reasoning import reasoning

__all__ = ["DateOrder", "label", "reasoning"]
