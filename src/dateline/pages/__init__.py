"""Which pages a timeline has, and what each of them shows: values for templates, in the reader's words."""

from dateline.pages.plan import Page, plan, targets

__all__ = ["Page", "plan", "targets"]
