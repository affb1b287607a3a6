"""Pictures of the author's, made ready for the web by Pillow: bytes in, bytes out."""

from dateline.pixels.encoding import encode
from dateline.pixels.looking import Look, PictureError, look, make_of
from dateline.pixels.recipes import MADE_BY, Recipe, recipe

__all__ = ["MADE_BY", "Look", "PictureError", "Recipe", "encode", "look", "make_of", "recipe"]
