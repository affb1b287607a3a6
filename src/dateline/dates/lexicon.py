"""Words and figures as the date grammar sees them: tokens, each with every category that it can be of.

A category in capitals is what rules are written in: `MONTH`, `WEEKDAY`, `YEAR`, `ORD`, `UNIT` …
"May" is a MONTH, "second" an ORD and a UNIT; what it is in a sentence, the rules around it decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.dates.numerals import CARDINALS, ORDINALS, spelt_number

Terminal = tuple[str, object, int]
"""A category, the value in it, and the index of the token after it."""

_NAMES: dict[str, list[tuple[str, object]]] = {}


def _enter(category: str, table: dict[str, object]) -> None:
    for words, value in table.items():
        for word in words.split():
            _NAMES.setdefault(word.replace("_", " "), []).append((category, value))


_enter("MONTH", {
    "january jan jan.": 1, "february feb feb. febr.": 2, "march mar mar.": 3, "april apr apr.": 4, "may": 5,
    "june jun jun.": 6, "july jul jul.": 7, "august aug aug.": 8, "september sep sept sep. sept.": 9,
    "october oct oct.": 10, "november nov nov.": 11, "december dec dec.": 12,
})  # fmt: skip
_enter("WEEKDAY", {
    "monday mon mon.": 0, "tuesday tue tues tue. tues.": 1, "wednesday wed wed. weds weds.": 2,
    "thursday thu thur thurs thu. thur. thurs.": 3, "friday fri fri.": 4, "saturday sat sat.": 5,
    "sunday sun sun.": 6,
})  # fmt: skip
_enter("WEEKDAYS", {
    "mondays": 0, "tuesdays": 1, "wednesdays": 2, "thursdays": 3, "fridays": 4, "saturdays": 5, "sundays": 6,
})  # fmt: skip
_enter(
    "SEASON", {"spring springtime": 21, "summer summertime": 22, "autumn fall": 23, "winter wintertime": 24}
)
_enter("UNIT", {
    "day days": "day", "week weeks wk wks": "week", "weekend weekends": "weekend", "fortnight fortnights": "fortnight",
    "month months mo mos": "month", "quarter quarters qtr qtr.": "quarter", "half": "half", "year years yr yrs": "year",
    "decade decades": "decade", "century centuries": "century", "season": "season", "hour hours": "hour",
    "minute minutes": "minute", "millennium millennia": "millennium",
})  # fmt: skip
_enter("SMALL", {"a an one": 1, "couple": 2, "few several": 0})
_enter("LAST", {"last past previous": "last", "preceding": "previous"})
_enter("NEXT", {"next coming upcoming": "next", "following": "following"})
_enter("THIS", {"this current": 0})
_enter("DAYPART", {
    "morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night", "noon midday": "noon",
    "midnight": "midnight", "dawn": "dawn", "dusk": "dusk", "lunchtime": "noon", "tonight": "night",
})  # fmt: skip
_enter("PART", {"early": "early", "mid middle": "mid", "late": "late"})
_enter("EDGE", {"beginning start outset opening": "early", "end close": "late", "middle": "mid"})
_enter("CIRCA", {"circa ca ca. c. c about around approximately roughly approx approx.": "~"})
_enter("PERHAPS", {"possibly perhaps maybe probably": "?"})
_enter("BC", {"bc bce b.c. b.c.e.": -1})
_enter("AD", {"ad ce a.d. c.e.": 1})
_enter("ZONE", {
    "utc gmt z": 0, "est edt et": -5, "cst cdt ct": -6, "mst mdt mt": -7, "pst pdt pt": -8, "bst": 1, "cet cest": 1,
    "ist": 5, "jst": 9, "hkt sgt": 8, "aest aedt": 10, "local": 0, "eastern": -5, "central": -6, "pacific": -8,
})  # fmt: skip
_enter("AMPM", {"am a.m. a.m": 0, "pm p.m. p.m": 12})
_enter("DECADE", {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 0,
})  # fmt: skip
for _word, _number in CARDINALS.items():
    _NAMES.setdefault(_word, []).append(("NUM", _number))
for _word, _number in ORDINALS.items():
    _NAMES.setdefault(_word, []).append(("ORD", _number))

LEXICON: Final[dict[str, tuple[tuple[str, object], ...]]] = {
    word: tuple(cats) for word, cats in _NAMES.items()
}
"""Every word that is of a category, in lower case."""

_TOKEN: Final = re.compile(
    r"""
      (?P<iso>-?\d{4}-\d\d(?:-\d\d)?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?[?~%]?)(?![\w-]|/\d)
    | (?P<numeric>\d{1,4}(?P<joint>[/.-])(?:\d{1,2}|[A-Za-z]{3,9})(?P=joint)\d{1,4})(?!\w|[/.-]\d)
    | (?P<clock>\d{1,2}[:.]\d\d(?::\d\d)?)(?!\d|[:/.-]\d|%)
    | (?P<pair>\d{1,4}\s?/\s?\d{1,4})(?![\w/])
    | (?P<decade>(?:\d{4}|['’]?\d0)['’]?s)\b
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th))\b
    | (?P<short>['’]\d\d)(?!\w)
    | (?P<quarter>[QqHh][1-4]|[1-4][QqHh])(?!\w)
    | (?P<fiscal>[Ff][Yy]['’]?(?:\d{4}|\d\d))(?!\w)
    | (?P<figures>\d+(?:,\d{3})+(?!\d)|\d+)
    | (?P<abbreviation>(?:[AaPp]\.[Mm]|[AB]\.[DC]|B\.C\.E|C\.E)\.?|(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug
        |[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec|[Mm]on|[Tt]ues?|[Ww]eds?|[Tt]hu(?:rs?)?|[Ff]ri|[Ss]at|[Ss]un|ca|approx|[Qq]tr|c)\.)
    | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
    | (?P<sign>[^\w\s]|_)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, figure or sign, and where it stands in the text."""

    text: str
    """In lower case, with straight apostrophes."""
    start: int
    end: int
    kind: str
    terminals: tuple[tuple[str, object], ...]


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of text, in order; white space is none."""
    return [_token(match) for match in _TOKEN.finditer(text, start, len(text) if end is None else end)]


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or "sign"
    if kind == "joint":
        kind = "numeric"
    text = match[0].lower().replace("’", "'")
    maker = _FIGURES.get(kind)
    terminals = maker(text) if maker else LEXICON.get(text, ())
    return Token(text, match.start(), match.end(), kind, terminals)


def _figures(text: str) -> tuple[tuple[str, object], ...]:
    number = int(text.replace(",", ""))
    cats: list[tuple[str, object]] = [("NUM", number)]
    if "," not in text:
        if len(text) == 4 and 1000 <= number < 3000:
            cats.append(("YEAR", number))
        if len(text) <= 4:
            cats.append(("ERA_YEAR", number))
        if len(text) <= 2 and 1 <= number <= 31:
            cats.append(("DAY", number))
        if len(text) == 2:
            cats.append(("YY", number))
    return tuple(cats)


def _ordinal(text: str) -> tuple[tuple[str, object], ...]:
    number = int(text[:-2])
    return (("ORD", number), ("DAY", number)) if 1 <= number <= 31 else (("ORD", number),)


def _decade(text: str) -> tuple[tuple[str, object], ...]:
    digits = re.sub(r"\D", "", text)
    return (("DECADE", int(digits)),)


def _quarter(text: str) -> tuple[tuple[str, object], ...]:
    letter, number = ("q" if "q" in text else "h"), int(re.sub(r"\D", "", text))
    if letter == "h":
        return (("HALF", number),) if number <= 2 else ()
    return (("QUARTER", number),)


def _iso(text: str) -> tuple[tuple[str, object], ...]:
    """`2024-11` is a month, `2023-24` two years."""
    parts = text.split("-")
    if len(parts) == 2 and parts[1].isdigit() and int(parts[1]) > 12:
        return (("YEARS", (int(parts[0]), int(parts[1]))),)
    return (("ISO", text.upper()),)


_FIGURES: Final = {
    "figures": _figures,
    "ordinal": _ordinal,
    "decade": _decade,
    "quarter": _quarter,
    "short": lambda text: (("SHORT", int(text[1:])),),
    "iso": _iso,
    "numeric": lambda text: (("NUMERIC", text),),
    "clock": lambda text: (("CLOCK", text),),
    "pair": lambda text: (("PAIR", text.replace(" ", "")),),
    "fiscal": lambda text: (("FISCAL", int(re.sub(r"\D", "", text))),),
}


def terminals_at(words: list[Token], index: int) -> list[Terminal]:
    """Every category that begins at a token, with its value and where it ends; spelt numbers take several."""
    token = words[index]
    found: list[Terminal] = [(category, value, index + 1) for category, value in token.terminals]
    if any(category in ("NUM", "ORD") for category, _ in token.terminals) and token.kind == "word":
        found.extend(spelt_number([w.text for w in words[index : index + 8]], index))
    return found
