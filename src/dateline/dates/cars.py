"""Names of cars: the year before one is that of its model, and no date."""

from __future__ import annotations

import re
from typing import Final

_MAKE: Final = (
    "Ford|Chevrolet|Chevy|Dodge|Jeep|Chrysler|Buick|Cadillac|Pontiac|Toyota|Honda|Nissan|Mazda|Subaru|Hyundai|"
    "Kia|Lexus|Acura|Audi|BMW|Mercedes|Porsche|Volkswagen|Volvo|Tesla"
)
_MODEL: Final = r"F-\d{3}|Camry|Corolla|Civic|Accord|Mustang|Silverado|Prius|Explorer"
_CAR: Final = re.compile(rf"(?:{_MAKE}|{_MODEL})\b")
_IN_FULL: Final = re.compile(rf"(?:{_MAKE})\s+[A-Z]|(?:{_MODEL})\b")


def begins_a_car(text: str, start: int, *, in_full: bool = False) -> bool:
    """Whether a car's name begins there; `in_full`: with its model, for a make alone is also a company."""
    return (_IN_FULL if in_full else _CAR).match(text, start) is not None
