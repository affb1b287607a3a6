"""A saved web page: its text, what it states about itself, and what it tells that has a date."""

from dateline.article.text import EXTRACTION, text_of

__all__ = ["EXTRACTION", "text_of"]
