"""The records of a timeline: what authors write, and what the builder found out about it.

All frozen; a later step makes a richer record with `dataclasses.replace`. Fields under "found" are empty
as a record leaves `schema`, and are filled by the step that each names.
"""

from dateline.model.citation import STANCES, Citation, Match, Stance, Statement, Verification
from dateline.model.disagreement import Disagreement, Relation, Resolution, Value
from dateline.model.essay import Essay
from dateline.model.event import STATUSES, Correction, Event, Status, Withdrawal
from dateline.model.medium import Medium
from dateline.model.record import Record, Typed, Words
from dateline.model.settings import DATE_ORDERS, HEMISPHERES, Site
from dateline.model.source import PUBLISHED_BASES, PublishedBasis, Snapshot, Source
from dateline.model.timeline import Shared, Timeline

__all__ = [
    "DATE_ORDERS", "HEMISPHERES", "PUBLISHED_BASES", "STANCES", "STATUSES", "Citation",
    "Correction", "Disagreement", "Essay", "Event", "Match", "Medium",
    "PublishedBasis", "Record", "Relation", "Resolution", "Shared", "Site", "Snapshot", "Source",
    "Stance", "Statement", "Status", "Timeline", "Typed", "Value", "Verification", "Withdrawal",
    "Words",
]  # fmt: skip
