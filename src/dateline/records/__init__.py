"""Content files become typed records, every fault with its place."""

from dateline.records.content import read_essay, read_event, read_source

__all__ = ["read_essay", "read_event", "read_source"]
