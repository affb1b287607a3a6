"""Pictures that other sites show beside a link: drawn by Pillow, without a browser."""

from dateline.sharing.cards import Card, Deck, deal
from dateline.sharing.drawing import MADE_BY, draw
from dateline.sharing.typefaces import Typeface, is_font

__all__ = ["MADE_BY", "Card", "Deck", "Typeface", "deal", "draw", "is_font"]
