"""Is a quotation in a text? Where, how exactly, and if not, what is nearest; and the lock that vouches."""

from dateline.evidence.verification import Found, Missing, Several, Text, find, verify

__all__ = ["Found", "Missing", "Several", "Text", "find", "verify"]
