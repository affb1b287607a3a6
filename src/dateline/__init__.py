"""A static timeline microsite generator whose every date and every quotation is checked."""

from dateline.model import Site

__all__ = ["Site"]
