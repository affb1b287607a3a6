"""Time zones by their IANA names, and what is meant by other names of theirs."""

from __future__ import annotations

import re
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from dateline.text import nearest_spelling

_OFFSET: Final = re.compile(r"(?:gmt|utc|z)?\s*[+-−]\d[\d:.]*", re.IGNORECASE)
_CALLED: Final = {
    "Europe/London": "bst british",
    "Europe/Paris": "cest central-european",
    "Europe/Athens": "eest",
    "America/New_York": "edt et eastern",
    "America/Chicago": "cst cdt ct central",
    "America/Denver": "mdt mt mountain",
    "America/Los_Angeles": "pst pdt pt pacific",
    "Asia/Kolkata": "ist",
    "Asia/Tokyo": "jst",
    "Asia/Shanghai": "cst-china",
    "Asia/Seoul": "kst",
    "Australia/Sydney": "aest aedt",
    "Pacific/Auckland": "nzst nzdt",
}
_BY_NAME: Final = {name: zone for zone, names in _CALLED.items() for name in names.split()}


def zone_fault(name: str) -> tuple[str, str] | None:
    """What is wrong with the name of a zone, and what to write; None for one that there is."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f'"{name}" is not a time zone.', _hint(name)
    return None


_LIKENESS: Final = 0.75


def _hint(name: str) -> str:
    if zone := _BY_NAME.get(re.sub(r"[\s_]+", "-", name.casefold().removesuffix("time").strip())):
        return f"Write {zone}, or that of another city with its clocks."
    if _OFFSET.fullmatch(name):
        return "Write the zone of a city, as Europe/London: an offset may change with the season."
    zones = sorted(available_timezones())
    cities = {zone.rpartition("/")[2].replace("_", " "): zone for zone in zones if "/" in zone}
    near = nearest_spelling(name, [*cities, *zones], _LIKENESS)
    return f'Did you mean "{cities.get(near, near)}"?' if near else "Write one like Europe/London or UTC."
