"""Numbers and path data for SVG: short, and the same on every machine."""

from __future__ import annotations

from dateline.model import Status

LOOKS: dict[Status, str] = {
    "confirmed": "m-solid",
    "reported": "m-line",
    "alleged": "m-dash",
    "denied": "m-struck",
    "retracted": "m-struck",
    "disputed": "m-split",
    "scheduled": "m-next",
    "possible": "m-maybe",
}
"""The small mark of each status; told apart by shape."""


def tidy(number: float) -> int:
    """To the pixel: edges are sharp, and a drawing of a thousand numbers is a fifth lighter."""
    return round(number)


def box(x: float, y: float, width: float, height: float) -> str:
    """A closed rectangle."""
    return f"M{tidy(x)} {tidy(y)}h{tidy(width)}v{tidy(height)}h-{tidy(width)}z"


def mark(look: str, x: float, y: float, width: float, height: float) -> str:
    """The outline of one small mark; like its sign, that of the possible is open where it begins."""
    if look in ("m-next", "m-maybe"):
        tip = min(height / 2, width / 2)
        flat, half = tidy(width - tip), tidy(height / 2)
        pointed = f"M{tidy(x)} {tidy(y)}h{flat}l{tidy(tip)} {half}l-{tidy(tip)} {half}h-{flat}"
        return f"{pointed}z" if look == "m-next" else pointed
    outline = box(x, y, width, height)
    if look == "m-struck":
        return f"{outline}m0 {tidy(height)}l{tidy(width)} -{tidy(height)}"
    if look == "m-split":
        return f"{outline}m{tidy(width / 2)} 0v{tidy(height)}"
    return outline
