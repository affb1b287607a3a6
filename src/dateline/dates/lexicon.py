"""Words and figures as the date grammar sees them: tokens, each with every category that it can be of.

A category in capitals is what rules are written in: `MONTH`, `WEEKDAY`, `YEAR`, `ORD`, `UNIT` …
"May" is a MONTH, "second" an ORD and a UNIT; what it is in a sentence, the rules around it decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.dates.feasts import FEASTS, NAMED_DAYS
from dateline.dates.numerals import CARDINALS, ORDINALS, spelt_number
from dateline.dates.wordlists import words

Terminal = tuple[str, object, int]
"""A category, the value in it, and the index of the token after it."""

_NAMES: dict[str, list[tuple[str, object]]] = {}


def _enter(category: str, table: dict[str, object]) -> None:
    for names, value in table.items():
        for word in names.split():
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
_UNITS: Final[dict[str, object]] = {
    "day": "day", "week wk": "week", "weekend": "weekend", "fortnight": "fortnight", "month mo": "month",
    "quarter qtr qtr.": "quarter", "year yr": "year", "decade": "decade", "century": "century",
    "millennium": "millennium",
}  # fmt: skip
_PLURALS: Final[dict[str, object]] = {
    "days": "day", "weeks wks": "week", "weekends": "weekend", "fortnights": "fortnight",
    "months mos": "month", "quarters": "quarter", "years yrs": "year", "decades": "decade",
    "centuries": "century", "hours hour": "hour", "minutes minute": "minute",
}  # fmt: skip
_enter("UNIT", _UNITS)  # "last month", and not "last months"
_enter("UNITS", _UNITS | _PLURALS)
_enter("ONE", {"a an one": 1})
_enter("LAST", {"last previous latest": "last"})
_enter("NEXT", {"next coming upcoming": "next"})
_enter("THIS", {"this current": 0})
_enter("DAYPART", {
    "morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night", "noon": "noon",
    "midday": "noon", "lunchtime": "noon", "midnight": "midnight", "dawn": "dawn", "daybreak": "dawn",
    "midmorning": "morning", "midafternoon": "afternoon", "dusk": "dusk", "nightfall": "dusk",
})  # fmt: skip
_enter("PART", {"early": "early", "mid middle": "mid", "late latter": "late"})
_enter("STAGE", {"opening": "early", "closing waning final": "late"})
_enter("MIDDLE", {
    "midweek": "week", "midmonth": "month", "midyear": "year", "midcentury": "century",
})  # fmt: skip
_enter("MIDSEASON", {"midsummer": 22, "midwinter": 24})
_enter("EDGE", {"beginning start outset": "early", "end close": "late", "middle": "mid"})
_enter("CIRCA", {"circa ca ca. c. c about around approximately roughly approx approx. approximate ~ ≈": "~"})
_enter("PERHAPS", {"possibly perhaps maybe probably uncertain": "?"})
_enter("BC", {"bc bce b.c. b.c.e.": -1})
_enter("AD", {"ad ce a.d. c.e.": 1})
_enter("ZONE", {
    "utc gmt z": "Z", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "jst": "+09:00",
    "hkt sgt": "+08:00", "aest": "+10:00", "aedt": "+11:00",
    "et eastern": "America/New_York", "ct central": "America/Chicago", "mt mountain": "America/Denver",
    "pt pacific": "America/Los_Angeles", "cst": "CST", "ist": "IST", "local": "",
})  # fmt: skip
_enter("AMPM", {"am a.m. a.m": 0, "pm p.m. p.m": 12})
_enter("DECADE", {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90, "noughties": 0,
})  # fmt: skip
_enter("THING", {
    "sales shopping season period tree trees card cards gift gifts present presents party parties bonus"
    " holiday holidays carol carols market markets dinner break story song songs album eggs egg turkey"
    " parade rush island lights decorations bunny costume costumes spirit": 0,
})  # fmt: skip
_enter("NOW", {"now date present": 0})
_enter("SAME", {"that": "that", "same": "same"})
_enter("LIKE", {"same comparable corresponding equivalent like similar": 0})
_enter("SIDE", {"next following": 1, "previous preceding": -1})
_enter("EARLIER", {"earlier before previously": -1, "later afterwards afterward after": 1})
for _word, _number in CARDINALS.items():
    _NAMES.setdefault(_word, []).append(("NUM", _number))
for _word, _number in ORDINALS.items():
    _NAMES.setdefault(_word, []).append(("ORD", _number))

LEXICON: Final[dict[str, tuple[tuple[str, object], ...]]] = {
    word: tuple(cats) for word, cats in _NAMES.items()
}
"""Every word that is of a category, in lower case."""

_TOKEN: Final = re.compile(
    r"""(?=\S)(?:
      (?P<word>[A-Za-zÀ-ÖØ-öø-ɏ]++(?:['’](?!s\b)[A-Za-zÀ-ÖØ-öø-ɏ]++)*+)(?![.\w])
    | (?P<plain>\d{1,4})(?![^\s,;)]|,\d|\s/)
    | (?P<iso>-?\d{4}-\d\d(?:-\d\d)?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?[?~%]?)(?![\w-]|/\d)
    | (?P<numeric>\d{1,4}(?P<joint>[/.-])(?:\d{1,2}|[A-Za-z]{3,9})(?P=joint)\d{1,4})(?!\w|[/.-]\d)
    | (?P<span>\d{4}–\d\d)(?!\d)
    | (?P<clock>\d{1,2}[:.]\d\d(?::\d\d)?)(?!\d|[:/.-]\d|%)
    | (?P<pair>\d{1,4}\s?/\s?\d{1,4})(?![\w/:])
    | (?P<decade>(?:\d{4}|['’]?\d0)['’]?s)\b
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th))\b
    | (?P<short>['’]\d\d)(?!\w)
    | (?P<quarter>[QqHh][1-4]|[1-4][QqHh])(?!\w)
    | (?P<fiscal>[Ff][Yy]['’]?(?:\d{4}|\d\d))(?!\w)
    | (?P<compact>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))(?!\d)
    | (?P<figures>\d+(?:,\d{3})+(?!\d)|\d+)
    | (?P<abbreviation>(?:[AaPp]\.[Mm]|[AB]\.[DC]|B\.C\.E|C\.E)\.?
        |(?:[Jj]an|[Ff]ebr?|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec)\.
        |(?:[Mm]on|[Tt]ues?|[Ww]eds?|[Tt]hu(?:rs?)?|[Ff]ri|[Ss]at|[Ss]un|ca|approx|[Qq]tr|c)\.)
    | (?P<possessive>['’]s)\b
    | (?P<letters>[^\W\d_]++(?:['’](?!s\b)[^\W\d_]++)*+)
    | (?P<sign>[^\w\s]|_)
    )""",
    re.VERBOSE,
)
"""Whole words first, for most of a text is words, of Latin letters, as ranges find them sooner than classes
do; then figures, plain ones before others, abbreviations with points, other words, and signs.

Between words nothing of it is tried.
"""


Terminals = tuple[tuple[str, object], ...]
"""The categories that a word or a figure can be of, each with its value."""
Steps = tuple[tuple[str, tuple[object, ...]], ...]
"""What a pattern may call it, and what that catches: the word itself, nothing; a category, its value."""


@dataclass(slots=True)
class Token:
    """One word, figure or sign, and where it stands in the text."""

    text: str
    """In lower case, with straight apostrophes."""
    kind: str
    terminals: Terminals
    steps: Steps
    start: int
    end: int


A_NAME: Final = (("NAME", None),)
_NO_NAMES: Final = words(
    """
    on in at by until since from to the and but or for of as when after before last it he she they we i if so
    while though although police officials
    """
)
"""What has a capital only because a sentence begins with it."""


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of text, in order; white space is none."""
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word, kind, terminals, steps = _known(match[0], match.lastgroup)
        begin, close = match.span()
        found.append(Token(word, kind, terminals, steps, begin, close))
    return found


_KINDS: Final = {"letters": "word", "plain": "figures"}
"""What two groups of the pattern find is one kind."""


@lru_cache(maxsize=8192)
def _known(raw: str, group: str | None) -> tuple[str, str, Terminals, Steps]:
    """What a word or figure is, wherever it stands: most of a text's words are the same few thousand."""
    kind = _KINDS.get(group or "sign", group or "sign")
    text = raw.lower().replace("’", "'")
    maker = _FIGURES.get(kind)
    terminals = maker(text) if maker else LEXICON.get(text, ())
    if not terminals and raw[0].isupper() and text not in _NO_NAMES:
        terminals = A_NAME
    return text, kind, terminals, ((text, ()), *((category, (value,)) for category, value in terminals))


def _figures(text: str) -> tuple[tuple[str, object], ...]:
    if len(text) > 20:
        return ()  # no date holds such a number, and Python refuses to read one of thousands of digits
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
    return (("ORD", number), ("DAY", number), ("NTH", number)) if 1 <= number <= 31 else (("ORD", number),)


def _decade(text: str) -> tuple[tuple[str, object], ...]:
    number = int(re.sub(r"\D", "", text))
    return (("YEAR", number),) if number % 10 else (("DECADE", number),)  # "1987's" is a year's


def _pair(text: str) -> tuple[tuple[str, object], ...]:
    """`2/15` is a day or a month, `2012/13` two years."""
    first, second = (part.strip() for part in text.split("/"))
    if len(first) == 4 and len(second) == 2 and int(second) > 12:
        return (("YEARS", (int(first), int(second))),)
    return (("PAIR", f"{first}/{second}"),)


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


def _spaced(name: str) -> str:
    return " ".join(word.text for word in tokens(name))


def _feast_names() -> dict[str, tuple[str, str]]:
    """Every name of a holiday or a named day, as its tokens stand in a text, and what it is."""
    kinds = (("FEAST", FEASTS), ("HISTORIC", NAMED_DAYS))
    return {
        _spaced(name): (kind, name) for kind, table in kinds for names in table for name in names.split("|")
    }


_FIGURES: Final[dict[str, Callable[[str], tuple[tuple[str, object], ...]]]] = {
    "figures": _figures,
    "ordinal": _ordinal,
    "decade": _decade,
    "quarter": _quarter,
    "short": lambda text: (("SHORT", int(text[1:])),),
    "iso": _iso,
    "compact": lambda text: (("ISO", f"{text[:4]}-{text[4:6]}-{text[6:]}"),),
    "joint": lambda text: (("NUMERIC", text),),
    "numeric": lambda text: (("NUMERIC", text),),
    "clock": lambda text: (("CLOCK", text),),
    "pair": _pair,
    "span": lambda text: (("YEARS", (int(text[:4]), int(text[5:]))),),
    "fiscal": lambda text: (("FISCAL", int(re.sub(r"\D", "", text))),),
}


def _named(words: Sequence[Token], index: int) -> list[Terminal]:
    """The holidays and named days that begin at a token, the longest first."""
    row = tuple(word.text for word in words[index : index + _LONGEST_NAME])
    for name, kind, value in _FEASTS_BY_START[words[index].text]:
        if row[: len(name)] == name:
            return [(kind, value, index + len(name))]
    return []


def wider_terminals(words: Sequence[Token], index: int) -> Sequence[Terminal]:
    """What begins at a token and may take several: holidays, numbers in words."""
    text = words[index].text
    found = _named(words, index) if text in _FEAST_STARTS else []
    if text in CARDINALS or text in ORDINALS:
        found.extend(spelt_number([word.text for word in words[index : index + 8]], index))
    return found


_FEAST_NAMES: Final = _feast_names()
_FEASTS_BY_START: Final[dict[str, list[tuple[tuple[str, ...], str, str]]]] = {}
for _name in sorted(_FEAST_NAMES, key=len, reverse=True):
    _row = tuple(_name.split(" "))
    _FEASTS_BY_START.setdefault(_row[0], []).append((_row, *_FEAST_NAMES[_name]))
_FEAST_STARTS: Final = _FEASTS_BY_START.keys()
_LONGEST_NAME: Final = max(name.count(" ") for name in _FEAST_NAMES) + 1
STARTS: Final = _FEAST_STARTS | CARDINALS.keys() | ORDINALS.keys()
"""The words with which what takes several tokens can begin."""
