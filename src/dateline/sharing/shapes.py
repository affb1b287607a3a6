"""The drawn parts of pictures for sharing, as masks: the mark of a status, the ruler of a date, bars."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import cos, pi, sin
from typing import Final

from PIL import Image, ImageDraw

from dateline.model import Status
from dateline.overview.rulers import Ruler, Stroke

_OVER: Final = 4
"""Drawn so many times larger, and then made smaller: smooth edges."""
_UNITS: Final = 14
"""The box of a status's mark, as in the pages' sprite."""
_TICKS: Final = 10
"""The height of a ruler, which is 122 wide."""
RULER: Final = 122


@lru_cache(maxsize=16)
def status_mark(status: Status, size: int) -> Image.Image:
    """The shape of a status, `size` pixels square."""
    scale = size * _OVER / _UNITS
    mask = Image.new("L", (size * _OVER, size * _OVER))
    pen = _Pen(ImageDraw.Draw(mask), scale)
    for stroke in _MARKS[status]:
        stroke(pen)
    return mask.resize((size, size), Image.Resampling.LANCZOS)


class _Pen:
    """Draws in the units of the sprite."""

    def __init__(self, draw: ImageDraw.ImageDraw, scale: float) -> None:
        self.draw = draw
        self.scale = scale

    def line(self, *points: tuple[float, float], width: float = 1.6) -> None:
        """A stroke through the points, both ends included."""
        scaled = [(x * self.scale, y * self.scale) for x, y in points]
        self.draw.line(scaled, fill=255, width=round(width * self.scale), joint="curve")

    def disc(self, x: float, y: float, radius: float) -> None:
        """A filled circle around (x, y)."""
        box = [(v) * self.scale for v in (x - radius, y - radius, x + radius, y + radius)]
        self.draw.ellipse(box, fill=255)

    def arc(self, start: float, end: float, centre: float = 7, radius: float = 4.75) -> None:
        """A stroke of 1.6 around (centre, 7) between two angles: degrees, clockwise from the right."""
        outer = radius + 0.8
        box = [v * self.scale for v in (centre - outer, 7 - outer, centre + outer, 7 + outer)]
        self.draw.arc(box, start, end, fill=255, width=round(1.6 * self.scale))

    def dots(self, points: Sequence[tuple[float, float]]) -> None:
        """A small disc around each point."""
        for x, y in points:
            self.disc(x, y, 0.9)


def _ring(pen: _Pen) -> None:
    pen.arc(0, 360)


def _dotted_ring(pen: _Pen) -> None:
    pen.dots([(7 + 4.75 * cos(n * pi / 5), 7 + 4.75 * sin(n * pi / 5)) for n in range(10)])


def _struck(pen: _Pen) -> None:
    pen.line((2, 12), (12, 2))


def _crossed(pen: _Pen) -> None:
    pen.line((2, 2), (12, 12))


def _halves(pen: _Pen) -> None:
    pen.arc(90, 270, centre=6)
    pen.arc(270, 90, centre=8)
    pen.line((6, 2.25), (6, 11.75))
    pen.line((8, 2.25), (8, 11.75))


_ARROW: Final = ((3.0, 2.25), (11.5, 7.0), (3.0, 11.75))


def _arrow(pen: _Pen) -> None:
    pen.line(*_ARROW, _ARROW[0], _ARROW[1])


def _dotted_arrow(pen: _Pen) -> None:
    sides = zip(_ARROW, (*_ARROW[1:], _ARROW[0]), strict=True)
    for (x, y), (to_x, to_y) in sides:
        pen.dots([(x + (to_x - x) * n / 4, y + (to_y - y) * n / 4) for n in range(4)])


_MARKS: Final[Mapping[Status, tuple[Callable[[_Pen], None], ...]]] = {
    "confirmed": (lambda pen: pen.disc(7, 7, 5.5),),
    "reported": (_ring,),
    "alleged": (_dotted_ring,),
    "denied": (_ring, _struck),
    "disputed": (_halves,),
    "retracted": (_dotted_ring, _struck, _crossed),
    "scheduled": (_arrow,),
    "possible": (_dotted_arrow,),
}
"""As in the pages' sprite."""
POINTING: Final[tuple[Status, ...]] = ("scheduled", "possible")
"""Those whose mark points to where time goes on."""

_FADES: Final[Mapping[str, tuple[tuple[float, float], ...]]] = {
    "core": ((0, 1), (1, 1)),
    "pale": ((0, 0.6), (1, 0.6)),
    "fb": ((0, 0), (0.3, 0.7), (0.7, 0.7), (1, 0)),
    "fl": ((0, 0), (0.7, 1)),
    "fr": ((0.3, 1), (1, 0)),
    "fc": ((0, 0), (0.5, 1), (1, 0)),
}
"""How dark a date is drawn along its stretch, from its beginning (0) to its end (1)."""
_BOX: Final = re.compile(r"M(-?[\d.]+) (-?[\d.]+)h([\d.]+)v([\d.]+)")


def ruler_axis(ruler: Ruler, scale: float) -> Image.Image:
    """The line of a ruler and its divisions."""
    mask = Image.new("L", (round(RULER * scale), round(_TICKS * scale)))
    draw = ImageDraw.Draw(mask)
    thick = max(2, round(scale * 0.6))
    bottom = mask.height - 1
    draw.rectangle((round(scale), bottom - thick + 1, round(121 * scale), bottom), fill=255)
    for n in range(ruler.divisions + 1):
        x = round((1 + 120 * n / ruler.divisions) * scale)
        ends = n in (0, ruler.divisions) or (ruler.divisions < 4)
        top = round((4 if ends else 6) * scale)
        draw.rectangle((x - thick // 2, top, x - thick // 2 + thick - 1, bottom), fill=255)
    return mask


def stroke_mask(stroke: Stroke, scale: float) -> tuple[tuple[int, int], Image.Image]:
    """Where a date lies on its ruler, and how well it is known."""
    found = _BOX.match(stroke.d)
    x, y, wide, high = (float(n) * scale for n in found.groups()) if found else (0.0, 0.0, 1.0, 1.0)
    size = max(2, round(wide)), max(2, round(high))
    look = stroke.look.removeprefix("a")
    ramp = Image.new("L", (size[0], 1))
    ramp.putdata([round(255 * _darkness(_FADES[look], (n + 0.5) / size[0])) for n in range(size[0])])
    return (round(x), round(y)), ramp.resize(size)


def _darkness(stops: Sequence[tuple[float, float]], at: float) -> float:
    if at <= stops[0][0]:
        return stops[0][1]
    for (start, dark), (end, darker) in pairwise(stops):
        if at <= end:
            return dark + (darker - dark) * (at - start) / (end - start)
    return stops[-1][1]


def bars_mask(bars: Sequence[float], size: tuple[int, int]) -> Image.Image:
    """A profile of when events lie, by the square root, so that few among many can still be seen."""
    mask = Image.new("L", size)
    draw = ImageDraw.Draw(mask)
    wide, high = size
    for n, value in enumerate(bars):
        left, right = round(n * wide / len(bars)), round((n + 1) * wide / len(bars)) - 1
        if value > 0:
            draw.rectangle(
                (left, high - max(4, round(high * value**0.5)), max(left, right - 1), high), fill=255
            )
    return mask
