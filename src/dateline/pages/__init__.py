"""Which pages a timeline has, and what each of them shows: values for templates, in the reader's words."""

from dateline.pages.directory import targets
from dateline.pages.plan import Page, plan

__all__ = ["Page", "plan", "targets"]
