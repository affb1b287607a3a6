"""The files of one picture, in all their sizes and forms."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final

from PIL import Image

from dateline.media import Rendition
from dateline.pixels.looking import Make, PictureError, frames_of, upright
from dateline.pixels.recipes import Recipe

# Any: options of Pillow's encoders.
_OPTIONS: Final[Mapping[str, Mapping[str, Any]]] = {
    "image/avif": {"format": "AVIF", "quality": 52, "speed": 8, "max_threads": 1},
    "image/webp": {"format": "WEBP", "quality": 78, "method": 4},
    "image/jpeg": {"format": "JPEG", "quality": 82, "progressive": True, "optimize": True},
    "image/png": {"format": "PNG", "optimize": True},
}
_LOSSLESS: Final[Mapping[str, Any]] = {"format": "WEBP", "lossless": True, "method": 4}


def encode(raw: bytes, recipe: Recipe) -> dict[str, bytes]:
    """Every file of the recipe by its target; raises PictureError for what is damaged or cannot be saved."""
    _, pixels = upright(raw)
    if recipe.make == "moving":
        return _moving(raw, recipe, pixels)
    return {one.target: _still(pixels, one, recipe.make) for one in recipe.renditions}


def _still(pixels: Image.Image, rendition: Rendition, make: Make) -> bytes:
    sized = _sized(pixels, rendition)
    if rendition.type == "image/jpeg" or make in ("photo", "drawing"):
        sized = _opaque(sized)
    if rendition.type == "image/png" and make == "drawing" and sized.size == pixels.size:
        sized = sized.quantize(256, dither=Image.Dither.NONE)
    lossless = make == "drawing" and rendition.type == "image/webp"
    return _saved(sized, _LOSSLESS if lossless else _OPTIONS[rendition.type])


def _moving(raw: bytes, recipe: Recipe, first: Image.Image) -> dict[str, bytes]:
    frames, durations = frames_of(raw)
    files = {recipe.fallback.target: _still(first, recipe.fallback, recipe.make)}
    for _, renditions in recipe.choices:
        for rendition in renditions:
            head, *rest = (_sized(frame, rendition) for frame in frames)
            options = {"save_all": True, "append_images": rest, "duration": durations, "loop": 0}
            files[rendition.target] = _saved(head, {**_OPTIONS[rendition.type], **options})
    return files


def _sized(pixels: Image.Image, rendition: Rendition) -> Image.Image:
    size = (rendition.width, rendition.height)
    return pixels if pixels.size == size else pixels.resize(size, Image.Resampling.LANCZOS)


def _opaque(pixels: Image.Image) -> Image.Image:
    """On white where it lets something through: what stays in a JPEG."""
    if pixels.mode != "RGBA":
        return pixels.convert("RGB")
    ground = Image.new("RGB", pixels.size, "white")
    ground.paste(pixels, mask=pixels.getchannel("A"))
    return ground


def _saved(pixels: Image.Image, options: Mapping[str, Any]) -> bytes:
    written = BytesIO()
    try:
        pixels.save(written, **options)
    except Exception as error:  # an encoder raises what it likes
        size = f"{pixels.width:,} × {pixels.height:,} pixels"
        message = f"this picture cannot be saved as {options['format']} with {size}."
        raise PictureError(message, "Cut it into several, or save it smaller.") from error
    return written.getvalue()
