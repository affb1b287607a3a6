"""Names of cars: the year before one is that of its model, and no date."""

from __future__ import annotations

import re
from typing import Final

_MAKE: Final = (
    "Ford|Chevrolet|Chevy|Dodge|Jeep|Chrysler|Buick|Cadillac|Pontiac|Toyota|Honda|Nissan|Mazda|Subaru|Hyundai|"
    "Kia|Lexus|Acura|Audi|BMW|Mercedes|Porsche|Volkswagen|Volvo|Tesla"
)
_MODEL: Final = r"F-\d{3}|Camry|Corolla|Civic|Accord|Mustang|Silverado|Prius|Explorer"
_CAR: Final = re.compile(rf"\s+(?:{_MAKE}|{_MODEL})\b")
_IN_FULL: Final = re.compile(rf"\s+(?:(?:{_MAKE})\s+[A-Z]|(?:{_MODEL})\b)")


_OWNED: Final = re.compile(r"\b(?:an?|used|new|his|her|their|my|our|your)\s+$", re.I)
_THE: Final = re.compile(r"\bthe\s+$", re.I)
_REACH: Final = 8


def of_a_model(text: str, begin: int, end: int) -> bool:
    """Whether a year is that of a model: “a 2015 Camry”, “the 2024 Ford F-150”; not “the 2006 Ford strike”.

    After “the” the model must be named, for a make alone is also a company.
    """
    if not _CAR.match(text, end):
        return False
    front = text[max(0, begin - _REACH) : begin]
    the = _THE.search(front) or text[begin : begin + 4].lower() == "the "
    return bool(_IN_FULL.match(text, end) if the else _OWNED.search(front))
