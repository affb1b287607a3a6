"""A card becomes a picture: 1200 × 630 pixels, in the theme's colours and letters, a small PNG."""

from __future__ import annotations

import zlib
from functools import lru_cache, partial
from io import BytesIO
from typing import Final

from PIL import Image, ImageChops, ImageDraw, features

from dateline.palette import Palette, channels
from dateline.sharing import shapes
from dateline.sharing.cards import EDITION, HEIGHT, WIDTH, Card, Line
from dateline.sharing.setting import LEADING, fit, one_line
from dateline.sharing.typefaces import SHAPED, font, width
from dateline.tongue import Direction

MADE_BY: Final = " ".join(
    (f"{EDITION} {SHAPED}", *(str(features.version(f)) for f in ("pil", "freetype2", "raqm", "harfbuzz")))
)
"""All that the bytes of a picture depend on beside its card."""

_EDGE: Final = 72
_INNER: Final = WIDTH - 2 * _EDGE
_LEVELS: Final = {"ink": 6, "soft": 3, "accent": 5, "rule": 1}
"""Steps from paper to each colour: with paper sixteen, which is half a byte a pixel, and still smooth."""

_TITLE: Final = (88, 80, 72, 64, 57, 51, 46, 42)
_OVER: Final = 30
_DATE: Final = (50, 44, 38, 34)
_STATUS: Final = 38
_FACTS: Final = 36
_TOP: Final = 64
_FOOT: Final = HEIGHT - 64
"""Where what stands at the bottom ends."""
_RULE: Final = _FOOT - 130
"""A line between the headline and what stands below it."""
_RULER_SCALE: Final = 3.6


def draw(card: Card) -> bytes:
    """The picture of a card."""
    canvas = _Canvas(card)
    canvas.frame()
    top = canvas.over(card.over, _TOP + 28)
    foot = canvas.foot()
    canvas.title(top + 22, min(foot - 26, _RULE - 20) if card.status else foot - 26)
    return canvas.png()


class _Canvas:
    """Pixels are numbers of a palette: each colour in steps from paper."""

    def __init__(self, card: Card) -> None:
        self.card = card
        self.pixels = Image.new("L", (WIDTH, HEIGHT))
        self.mirrored = card.direction == "rtl"

    def frame(self) -> None:
        """The theme's lines; a few pixels of its look."""
        theme = self.card.theme
        if theme == "docket":
            for inset, thick in ((26, 5), (36, 1)):
                self.outline(inset, thick)
        elif theme == "terminal":
            self.fill((_EDGE, _TOP - 6, 28, 14), "accent")
        else:
            self.fill((_EDGE, _TOP - 8, _INNER, 8), "ink")
            if theme == "editorial":
                self.fill((_EDGE, _TOP + 5, _INNER, 2), "ink")
        if theme in ("ledger", "docket") and self.card.status:
            self.fill((_EDGE, _RULE, _INNER, 2), "rule" if theme == "ledger" else "soft")

    def over(self, line: Line | None, top: int) -> int:
        """The site's title over an event's; returns where the next may begin."""
        if line is None:
            return top
        text = one_line(line.text, partial(width, face=line.face), _INNER, _OVER)
        self.text(Line(text=text, face=line.face), _OVER, _EDGE, top, "soft")
        return top + round(_OVER * LEADING)

    def title(self, top: int, foot: int) -> None:
        """The headline, as large as there is room."""
        line = self.card.title
        if line is None:
            return
        setting = fit(line.text, partial(width, face=line.face), (_INNER, foot - top), _TITLE)
        for n, text in enumerate(setting.lines):
            y = top + round(n * setting.size * LEADING)
            self.text(Line(text=text, face=line.face), setting.size, _EDGE, y, "ink")

    def foot(self) -> int:
        """What stands at the bottom; returns where it begins."""
        if self.card.status is None:
            return self.site_foot()
        right = self.status()
        return self.date(_INNER - right - 40)

    def status(self) -> int:
        """The mark and the word, at the far end; returns how wide they are."""
        card, word = self.card, self.card.status_word
        assert card.status
        wide = round(width(word.text, word.face) * _STATUS) if word else 0
        mark, gap = 40, 14
        start = WIDTH - _EDGE - wide - gap - mark
        shape = shapes.status_mark(card.status, mark)
        shape = self.turned(shape) if card.status in shapes.POINTING else shape
        self.stamp(shape, start, _FOOT - mark + 2, "ink")
        if word:
            self.text(word, _STATUS, start + mark + gap, _FOOT - round(_STATUS * 1.02), "ink")
        return wide + gap + mark

    def date(self, room: int) -> int:
        """The date over its ruler; returns where it begins."""
        top = _FOOT
        ruler, line = self.card.ruler, self.card.date
        if ruler:
            scale = _RULER_SCALE
            axis = shapes.ruler_axis(ruler, scale)
            top -= axis.height
            self.stamp(self.turned(axis), _EDGE, top, "soft")
            for stroke in ruler.strokes:
                (x, y), mask = shapes.stroke_mask(stroke, scale)
                rival = stroke.look.startswith("a")
                self.stamp(self.turned(mask), _EDGE + x, top + y, "accent" if rival else "ink")
            top -= 14
        if line:
            measure = partial(width, face=line.face)
            wide = _INNER if ruler else room
            size = next((s for s in _DATE if measure(line.text) * s <= wide), _DATE[-1])
            top -= round(size * 1.1)
            shown = one_line(line.text, measure, wide, size)
            self.text(Line(text=shown, face=line.face), size, _EDGE, top, "ink")
        return top

    def site_foot(self) -> int:
        """When the events lie, and how many there are."""
        card, top = self.card, _FOOT
        if card.facts:
            top -= round(_FACTS * 1.05)
            self.text(card.facts, _FACTS, _EDGE, top, "soft")
        if card.bars:
            top -= 26 + 110
            self.fill((_EDGE, top + 110, _INNER, 2), "soft")
            self.stamp(self.turned(shapes.bars_mask(card.bars, (_INNER, 110))), _EDGE, top, "ink")
        return top

    def text(self, line: Line, size: int, x: int, top: int, colour: str) -> None:
        """One line; `x` is where it begins in a script that reads from the left."""
        mask = _letters(line, size, self.card.direction)
        left = x - size // 2
        left = WIDTH - left - mask.width if self.mirrored else left
        box = (left, top, left + mask.width, top + mask.height)
        # Lines stand closer than their boxes are high: what is there already stays.
        both = ImageChops.lighter(self.pixels.crop(box), mask.point(_steps(colour)))
        self.pixels.paste(both, box)

    def turned(self, mask: Image.Image) -> Image.Image:
        """A drawing of time: it runs as the site's script does."""
        return mask.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if self.mirrored else mask

    def stamp(self, mask: Image.Image, x: int, y: int, colour: str) -> None:
        """A mask in a colour; mirrored in place, not in itself, where the site reads from the right."""
        left = WIDTH - x - mask.width if self.mirrored else x
        self.pixels.paste(mask.point(_steps(colour)), (left, y), mask.point(_seen(colour)))

    def fill(self, box: tuple[int, int, int, int], colour: str) -> None:
        """A rectangle: x, y, width, height."""
        x, y, wide, high = box
        left = WIDTH - x - wide if self.mirrored else x
        self.pixels.paste(_steps(colour)[255], (left, y, left + wide, y + high))

    def outline(self, inset: int, thick: int) -> None:
        """A frame round everything."""
        box = (inset, inset, WIDTH - inset - 1, HEIGHT - inset - 1)
        ImageDraw.Draw(self.pixels).rectangle(box, outline=_steps("ink")[255], width=thick)

    def png(self) -> bytes:
        """The file."""
        self.pixels.putpalette(_palette(self.card.palette))
        written = BytesIO()
        # Runs of one colour are nearly all there is: this looks for nothing else, in half the time.
        self.pixels.save(written, "PNG", compress_level=6, compress_type=zlib.Z_RLE)
        return written.getvalue()


@lru_cache(maxsize=64)
def _letters(line: Line, size: int, direction: Direction) -> Image.Image:
    """One line as a mask, half its size in from the left; the title of the site is drawn once for all."""
    letters = font(line.face, size)
    mask = Image.new("L", (round(letters.getlength(line.text)) + size, round(size * 1.6)))
    way = direction if SHAPED else None
    ImageDraw.Draw(mask).text(
        (size // 2, size), line.text, fill=255, font=letters, anchor="ls", direction=way
    )
    return mask


@lru_cache(maxsize=8)
def _steps(colour: str) -> list[int]:
    """From the darkness of a mask to the number of a pixel; 0 is paper."""
    names = list(_LEVELS)
    below = sum(_LEVELS[name] for name in names[: names.index(colour)])
    levels = [round(value * _LEVELS[colour] / 255) for value in range(256)]
    return [below + level if level else 0 for level in levels]


@lru_cache(maxsize=8)
def _seen(colour: str) -> list[int]:
    """Where a mask leaves anything at all."""
    return [255 if step else 0 for step in _steps(colour)]


@lru_cache(maxsize=8)
def _palette(palette: Palette) -> bytes:
    paper = channels(palette.paper)
    found = bytearray(paper)
    for name, levels in _LEVELS.items():
        full = channels(getattr(palette, name))
        for level in range(1, levels + 1):
            found += bytes(round(p + (f - p) * level / levels) for p, f in zip(paper, full, strict=True))
    return bytes(found)
