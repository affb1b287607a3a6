"""Pictures, recordings and players as values: what kinds there are, and what a site has of them ready."""

from dateline.media.assets import Picture, Recording, Rendition, Shelf
from dateline.media.kinds import Kind, fault_of, kind_of, name_of, type_of
from dateline.media.players import Player, page_fault, player_for

__all__ = [
    "Kind",
    "Picture",
    "Player",
    "Recording",
    "Rendition",
    "Shelf",
    "fault_of",
    "kind_of",
    "name_of",
    "page_fault",
    "player_for",
    "type_of",
]
