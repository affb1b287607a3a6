"""Pictures of the author's, made ready for the web by Pillow: bytes in, bytes out."""

from dateline.pixels.encoding import encode
from dateline.pixels.looking import PictureError, Size, make_of, size_of
from dateline.pixels.recipes import MADE_BY, Recipe, recipe

__all__ = ["MADE_BY", "PictureError", "Recipe", "Size", "encode", "make_of", "recipe", "size_of"]
