"""Which pages a timeline has, and what each of them shows: values for templates, in the reader's words."""

from dateline.pages.plan import plan
from dateline.pages.planner import Page

__all__ = ["Page", "plan"]
