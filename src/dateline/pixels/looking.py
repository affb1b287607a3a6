"""What a picture is, by its head alone; and the pixels of one that may be hostile."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal

from PIL import Image, ImageCms, ImageOps

LARGEST: Final = 80_000_000
"""Pixels that a picture may have, all its frames together: below what Pillow itself warns of."""
HEAVIEST: Final = 60_000_000
"""Bytes of its file."""
_FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
_SIDEWAYS: Final = (5, 6, 7, 8)
"""EXIF orientations that change width for height."""
_ORIENTATION: Final = 0x0112
_FEW: Final = 256

Make = Literal["photo", "clear", "drawing", "moving"]
"""Opaque; with transparency; of few colours, as diagrams and screens are; of several frames."""


class PictureError(ValueError):
    """A picture that cannot be shown: why, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """The size of a picture the right way up, in pixels."""

    width: int
    height: int


def size_of(raw: bytes) -> Size:
    """What the head of a picture says; raises PictureError for what no page should show."""
    with _opened(raw) as picture:
        try:
            sideways = picture.getexif().get(_ORIENTATION) in _SIDEWAYS
        except Exception as error:
            raise _damaged() from error
        width, height = picture.size[::-1] if sideways else picture.size
        return Size(width=width, height=height)


def _opened(raw: bytes) -> Image.Image:
    if len(raw) > HEAVIEST:
        mega = len(raw) // 1_000_000
        raise PictureError(f"this picture has {mega} MB.", "Save it smaller: 2,400 pixels wide is plenty.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow warns of is refused below
        try:
            picture = Image.open(BytesIO(raw), formats=_FORMATS)
            frames = _frames(picture)
        except Image.DecompressionBombError as error:
            raise _too_many_pixels() from error
        except Exception as error:  # a decoder of hostile bytes raises what it likes
            raise PictureError(
                "this is not a picture in JPEG, PNG, GIF, WebP or AVIF.",
                "Open it in a picture editor and save it again.",
            ) from error
    if picture.width * picture.height * frames > LARGEST:
        raise _too_many_pixels(picture.width, picture.height, frames)
    return picture


def _damaged() -> PictureError:
    message = "this picture is damaged or incomplete."
    return PictureError(message, "Save it again, or download it again.")


def _frames(picture: Image.Image) -> int:
    # A JPEG of several pictures (MPO: a phone's preview, a second lens) shows the first.
    return int(getattr(picture, "n_frames", 1)) if picture.format in ("GIF", "WEBP", "PNG", "AVIF") else 1


def _too_many_pixels(width: int = 0, height: int = 0, frames: int = 1) -> PictureError:
    size = f"{width:,} × {height:,} pixels" if width else f"more than {LARGEST:,} pixels"
    if frames > 1:
        size += f" in {frames} frames"
    return PictureError(f"this picture has {size}.", f"Save it smaller; {LARGEST:,} pixels are the most.")


def make_of(raw: bytes) -> Make:
    """What a picture is made like; raises PictureError for a file that breaks off or is damaged."""
    return upright(raw)[0]


def upright(raw: bytes) -> tuple[Make, Image.Image]:
    """What a picture is made like, and its pixels: the right way up, in sRGB, with nothing else in them.

    Of a moving one the first frame. Raises PictureError for a file that breaks off or is damaged.
    """
    with _opened(raw) as picture:
        moving = _frames(picture) > 1
        try:
            picture.load()
            turned = ImageOps.exif_transpose(picture)
            pixels = _in_srgb(turned if turned is not None else picture)
        except Exception as error:
            raise _damaged() from error
    return ("moving" if moving else _make(pixels)), bare(pixels)


def frames_of(raw: bytes) -> tuple[list[Image.Image], list[int]]:
    """The frames of a moving picture, and how long each stands, in milliseconds; raises PictureError."""
    frames, durations = [], []
    with _opened(raw) as picture:
        try:
            for number in range(_frames(picture)):
                picture.seek(number)
                frames.append(bare(picture.convert("RGBA")))
                durations.append(int(picture.info.get("duration", 100)) or 100)
        except Exception as error:
            raise _damaged() from error
    return frames, durations


def bare(picture: Image.Image) -> Image.Image:
    """The pixels without what else a file holds: where it was taken, by whom, a preview before it was cut."""
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)
    return clean


def _in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):  # 16 bits of grey
        picture = picture.point(lambda value: value / 256).convert("L")
    clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    mode = "RGBA" if clear else "RGB"
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK"):
        return picture.convert(mode)
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        changed = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.convert(mode)  # a profile that cannot be read is as good as none
    return changed if changed is not None else picture.convert(mode)


def _make(picture: Image.Image) -> Make:
    if picture.mode == "RGBA":
        least = picture.getchannel("A").getextrema()[0]
        if isinstance(least, int | float) and least < 255:
            return "clear"
    few = picture.convert("RGB").getcolors(_FEW)
    return "drawing" if few else "photo"
