"""What each source says of a field becomes one reading, and disagreements that keep every value."""

from dateline.reconcile.reconciliation import in_time_order, reconcile

__all__ = ["in_time_order", "reconcile"]
