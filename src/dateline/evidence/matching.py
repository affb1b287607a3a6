"""Is this quotation in this text, where, and how exactly?

Five answers are yes, from strictest to loosest:

- `exact`: the very characters;
- `typographic`: they differ only in what folding removes (see `text`);
- `edges`: in the case of the first letter, or the punctuation at the ends, as well;
- `elided`: … stands for words left out;
- `editorial`: [words] stand for the editor's own.

Everything else is no. Likeness never counts: one changed digit, one dropped "not" is another sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal

from dateline.evidence import pieces
from dateline.evidence.hyphens import rejoined, rejoined_quote
from dateline.model import Match
from dateline.text import INVISIBLE, QUOTES, WORD, Folded, fold
from dateline.wordkinds import NUMBERS, changes_sense_by_case, is_negation

FEWEST_WORDS = 3
"""A shorter quotation proves nothing, unless the source itself sets it in quotation marks."""
MOST_PLACES = 10
"""How many occurrences are told of; more are not looked for."""
_MOST_TRIED = 100_000
"""How many occurrences are looked at, which bounds the work on a text of nothing else."""
_OVERLAPS = 100
"""How many overlapping occurrences are looked at one by one, which bounds the work on `aaaa…`."""


@dataclass(frozen=True, slots=True)
class Found:
    """The quotation stands in the text, once."""

    match: Match
    start: int
    end: int
    """Character offsets into the text, half-open."""


@dataclass(frozen=True, slots=True)
class Several:
    """It stands there more than once; `places` holds the first of them, at most ten."""

    places: tuple[Found, ...]


Why = Literal["absent", "short", "context"]


@dataclass(frozen=True, slots=True)
class Unfound:
    """It does not stand there, or not so that it could be published.

    `short`: it does, but is fewer than three words that the source itself does not quote.
    `context`: it does, but not with that prefix and suffix.
    """

    why: Why


class Text:
    """A source's text with what searching it needs, made once for any number of quotations."""

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @cached_property
    def folded(self) -> Folded:
        """The text as it is compared."""
        return fold(self.raw)


def search(quote: str, text: Text, prefix: str = "", suffix: str = "") -> Found | Several | Unfound:
    """Where a quotation stands, in time linear in the text.

    The strictest level that fits decides; where it fits twice at that level, `prefix` and `suffix` (words
    directly before and after) choose. A quotation of fewer than three words must stand in quotation marks
    of the source's own, or come with a prefix or suffix. Words broken at a line's end are read as one where
    nothing else fits.
    """
    outcome = _search(quote, text, prefix, suffix)
    if outcome != Unfound("absent"):
        return outcome
    typed, source = rejoined_quote(quote), rejoined(text.raw, quote)
    if typed == quote and source == text.raw:
        return outcome
    return _search(typed, text if source == text.raw else Text(source), prefix, suffix)


def _search(quote: str, text: Text, prefix: str, suffix: str) -> Found | Several | Unfound:
    folded = fold(quote).text.strip()
    count = len(WORD.findall(folded))
    if count == 0:
        return Unfound("short")
    asked = _Asked(quote.strip(), folded, count, _context(prefix), _context(suffix))
    refused: list[Unfound] = []
    for spans in (_literal(asked, text), _trimmed(asked, text), _pieced(asked, text)):
        found = _acceptable(asked, spans, text, refused)
        if found:
            return found[0] if len(found) == 1 else Several(tuple(found[:MOST_PLACES]))
    return min(refused, key=lambda each: _GRAVITY.index(each.why), default=Unfound("absent"))


_GRAVITY: tuple[Why, ...] = ("short", "context")


def holds(words_of_source: str, text: Text) -> bool:
    """Whether words stand in a text, folded, as whole words, anywhere and any number of times."""
    return _holds(words_of_source, text) or (
        (source := rejoined(text.raw, words_of_source)) != text.raw and _holds(words_of_source, Text(source))
    )


def _holds(words_of_source: str, text: Text) -> bool:
    wanted = fold(words_of_source).text.strip()
    for start in islice(occurrences(wanted, text.folded.text), _MOST_TRIED) if wanted else ():
        begin, end = text.folded.raw_span(start, start + len(wanted))
        if not cuts(text.raw, begin) and not cuts(text.raw, end):
            return True
    return False


def cuts(text: str, index: int) -> bool:
    """Whether a quotation that begins or ends at this offset would cut a word or a number in two.

    `don|'t`, `$19|.5`, `US|$5`, `70|%`, `two| million`, `non-|binding` are cuts; `Ford|'s` and `2026|, he`
    are not.
    """
    before = _UNSEEN.sub("", text[max(0, index - 24) : index])
    after = _UNSEEN.sub("", text[index : index + 24])
    if _CUT.search(f"{before[-3:]}\0{after[:3]}"):
        return True
    return _CUT_NUMBER.search(f"{before}\0{after}") is not None


def negation_beside(text: str, start: int, end: int) -> tuple[str, str]:
    """A negation directly before a passage, and a "not" or "?" directly after it; each may be empty.

    A quotation that leaves it out is verbatim, and says the opposite, or says what was only asked.
    """
    beside = text[max(0, start - 40) : start]
    last = beside.rsplit(None, 1)[-1] if beside[-1:].isspace() and not beside.isspace() else ""
    before = _WORD_END.search(last)
    after = _NOT_AFTER.match(text, end, end + 12)
    left = before[0] if before and is_negation(before[0]) else ""
    return left, after[after.lastindex or 0] if after else ""


_WORD_END = re.compile(r"[^“”\"(\[.,;:!?]+$")
_NOT_AFTER = re.compile(rf"\s+(not|never)\b|(?<![.!?…])[{QUOTES}]*(\?)", re.IGNORECASE)
_W = r"(?:(?![\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff_])\w)"
_APOSTROPHE = "['’‘ʼ]"
_HYPHEN = "[-‐‑]"
_CUT = re.compile(
    rf"{_W}\0{_W}"
    rf"|{_W}{_APOSTROPHE}\0{_W}|{_W}\0{_APOSTROPHE}(?![sS](?:{_W})?(?!{_W})){_W}"
    rf"|{_W}{_HYPHEN}\0{_W}|{_W}\0{_HYPHEN}{_W}"
    r"|\d[.,:/–−]\0\d|\d\0[.,:/–−]\d|(?:^|\s)[-−–]\0\d"
    rf"|[$£€¥#+±~≈<>≤≥]\0\d|{_W}\0[$£€¥]|\d\0(?:\s?[%‰]|\+)"
)
_CUT_NUMBER = re.compile(
    rf"(?:\d|(?<!\w)(?:{'|'.join(sorted(NUMBERS))}))\s*\0\s*"
    r"(?:hundreds?|thousands?|[mbtr]+illions?|[mbt]n|lakh|crore|dozens?|per ?cent(?:age)?)(?!\w)"
    r"|(?<!\w)half\s*\0\s*an?\s",
    re.IGNORECASE,
)
_UNSEEN = re.compile(f"[{INVISIBLE}]")


def _context(words: str) -> str:
    return fold(words).text.strip() if words else ""


@dataclass(frozen=True, slots=True)
class _Asked:
    quote: str
    folded: str
    words: int
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class _Span:
    """A candidate, in folded offsets, with the level it would have at best."""

    start: int
    end: int
    match: Match


def _literal(asked: _Asked, text: Text) -> Iterator[_Span]:
    for start in occurrences(asked.folded, text.folded.text):
        yield _Span(start, start + len(asked.folded), "typographic")


def _trimmed(asked: _Asked, text: Text) -> Iterator[_Span]:
    """Without the punctuation at the ends, which a quoting sentence sets as it needs."""
    wanted = asked.folded.lstrip("'- ").rstrip(".,;:'- ")
    if wanted and wanted != asked.folded:
        for start in occurrences(wanted, text.folded.text):
            yield _Span(start, start + len(wanted), "edges")


def _pieced(asked: _Asked, text: Text) -> Iterator[_Span]:
    """With … and [words] taken as what they stand for."""
    layout = pieces.parse(asked.quote)
    if layout is not None:
        for start, end in pieces.spans(layout, text.raw, text.folded, cuts):
            yield _Span(start, end, layout.match)


def occurrences(wanted: str, text: str) -> Iterator[int]:
    """Offsets at which a string stands in another."""
    overlaps, at = 0, text.find(wanted)
    while at >= 0:
        yield at
        following = text.find(wanted, at + (1 if overlaps < _OVERLAPS else len(wanted)))
        overlaps += 0 <= following < at + len(wanted)
        at = following


def _acceptable(asked: _Asked, spans: Iterable[_Span], text: Text, refused: list[Unfound]) -> list[Found]:
    """The candidates that may stand, of the strictest level among them; why others may not, to `refused`."""
    best: list[Found] = []
    fitting = (span for span in spans if _fits(asked, span, text, refused))
    for span in islice(fitting, _MOST_TRIED):
        start, end = _without_space(text.raw, *text.folded.raw_span(span.start, span.end))
        level = _level(asked.quote, text.raw[start:end], span.match)
        if level is None or cuts(text.raw, start) or cuts(text.raw, end) or _answers(asked, text.raw, end):
            continue
        if _is_short(asked) and not _in_quotation_marks(text.raw, start, end):
            refused[1:] = [Unfound("short")]
            continue
        if best and _RANK[level] < _RANK[best[0].match]:
            best.clear()
        if not best or best[0].match == level:
            best.append(Found(level, start, end))
        if len(best) > MOST_PLACES and best[0].match == "exact":
            break
    return best


def _without_space(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends, which a dash there folds with itself."""
    passage = text[start:end]
    return end - len(passage.lstrip()), start + len(passage.rstrip())


def _answers(asked: _Asked, text: str, end: int) -> bool:
    """Whether a quotation ends as a statement where its source asks."""
    typed = asked.quote.rstrip(f"{QUOTES} ")
    states = typed.endswith((".", "!", ",", ";", ":")) and "?" not in typed[-3:]
    return states and text[end : end + 3].lstrip(QUOTES).startswith("?")


_RANK: dict[Match, int] = {"exact": 0, "typographic": 1, "edges": 2, "elided": 3, "editorial": 4}


def _level(quote: str, passage: str, at_best: Match) -> Match | None:
    """How exactly a passage of the same folded letters answers to a quotation; None if capitals forbid it."""
    if passage == quote:
        return "exact"
    if _RANK[at_best] >= _RANK["elided"]:
        return at_best
    typed, printed = (fold(s, keep_case=True).text for s in (quote, passage))
    if at_best == "edges":
        typed = typed.lstrip("'- ").rstrip(".,;:'- ")
    if typed == printed:
        return at_best
    if typed[1:] == printed[1:]:
        return "edges"
    return None if changes_sense_by_case(typed, printed) else at_best


def _fits(asked: _Asked, span: _Span, text: Text, refused: list[Unfound]) -> bool:
    """Whether prefix and suffix stand directly before and after, white space apart."""
    folded = text.folded.text
    before = folded[max(0, span.start - len(asked.prefix) - 2) : span.start].rstrip()
    after = folded[span.end : span.end + len(asked.suffix) + 2].lstrip()
    lead, tail = before.removesuffix(asked.prefix), after.removeprefix(asked.suffix)
    led = before.endswith(asked.prefix) and not (asked.prefix[:1].isalnum() and lead[-1:].isalnum())
    if led and after.startswith(asked.suffix) and not (asked.suffix[-1:].isalnum() and tail[:1].isalnum()):
        return True
    refused[:1] = refused[:1] or [Unfound("context")]
    return False


def _is_short(asked: _Asked) -> bool:
    return asked.words < FEWEST_WORDS and not (asked.prefix or asked.suffix)


def _in_quotation_marks(text: str, start: int, end: int) -> bool:
    if text[start] in QUOTES and text[end - 1] in QUOTES:
        return True
    after = text[end : end + 3].lstrip(".,;:!?…")
    return start > 0 and text[start - 1] in QUOTES and after[:1] != "" and after[0] in QUOTES
