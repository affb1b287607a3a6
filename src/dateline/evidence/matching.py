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

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from dateline.evidence import pieces
from dateline.evidence.cutting import cuts, owns
from dateline.evidence.hyphens import rejoined, rejoined_quote
from dateline.evidence.searched import Text
from dateline.evidence.unlike import differ_by_capitals, differ_by_signs
from dateline.model import Match
from dateline.text import QUOTES, WORD, fold

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


def search(quote: str, text: Text, prefix: str = "", suffix: str = "") -> Found | Several | Unfound:
    """Where a quotation stands, in time linear in the text.

    The strictest level that fits decides; where it fits twice at that level, `prefix` and `suffix` (words
    directly before and after) choose. A quotation of fewer than three words must stand in quotation marks
    of the source's own, or come with a prefix or suffix. Where nothing else fits, words that are broken at a
    line's end are read as one, and marks of footnotes passed over.
    """
    outcome = _search(quote, text, prefix, suffix)
    for typed, source in _readings(quote, text) if outcome == Unfound("absent") else ():
        outcome = _search(typed, source, prefix, suffix)
        if outcome != Unfound("absent"):
            break
    return outcome


def _readings(quote: str, text: Text) -> Iterator[tuple[str, Text]]:
    """A quotation and its source without what printing has put into either, no offset of which changes."""
    typed = rejoined_quote(quote)
    for source in (text, text.without_notes) if text.without_notes else (text,):
        joined = rejoined(source.raw, quote)
        if joined != source.raw:
            yield typed, Text(joined)
        elif typed != quote or source is not text:
            yield typed, source


def _search(quote: str, text: Text, prefix: str, suffix: str) -> Found | Several | Unfound:
    folded = fold(quote).text.strip()
    count = len(WORD.findall(folded))
    if count == 0:
        return Unfound("short")
    asked = _Asked(quote.strip(), folded, count, _context(prefix), _context(suffix))
    refused: list[Unfound] = []
    for spans in _candidates(asked, text):
        found = _acceptable(asked, spans, text, refused)
        if found:
            return found[0] if len(found) == 1 else Several(tuple(found[:MOST_PLACES]))
    return min(refused, key=lambda each: _GRAVITY.index(each.why), default=Unfound("absent"))


_GRAVITY: tuple[Why, ...] = ("short", "context")


def holds(words_of_source: str, text: Text) -> bool:
    """Whether words stand in a text, folded, as whole words, anywhere and any number of times."""
    return _holds(words_of_source, text) or any(
        _holds(words_of_source, source) for _, source in _readings(words_of_source, text)
    )


def _holds(words_of_source: str, text: Text) -> bool:
    wanted = fold(words_of_source).text.strip()
    for start in islice(occurrences(wanted, text.folded.text), _MOST_TRIED) if wanted else ():
        begin, end = text.folded.raw_span(start, start + len(wanted))
        if not cuts(text.raw, begin) and not cuts(text.raw, end):
            return True
    return False


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


def _candidates(asked: _Asked, text: Text) -> Iterator[Iterator[_Span]]:
    """Where it may stand, by stricter readings of it first."""
    yield _literal(asked, text)
    yield _trimmed(asked, text)
    for layout in pieces.layouts(asked.quote, text.bracketed):
        yield (_Span(start, end, layout.match) for start, end in pieces.spans(layout, text))


def _literal(asked: _Asked, text: Text) -> Iterator[_Span]:
    for start in occurrences(asked.folded, text.folded.text):
        yield _Span(start, start + len(asked.folded), "typographic")


def _trimmed(asked: _Asked, text: Text) -> Iterator[_Span]:
    """Without the punctuation at the ends, which a quoting sentence sets as it needs."""
    wanted = asked.folded.lstrip("'- ").rstrip(".,;:'- ")
    if wanted and wanted != asked.folded:
        for start in occurrences(wanted, text.folded.text):
            yield _Span(start, start + len(wanted), "edges")


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
        cut = cuts(text.raw, start) or cuts(text.raw, end) or owns(text.raw, end)
        if level is None or cut or _answers(asked, text.raw, end):
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
    """How exactly a passage of the same folded letters answers to a quotation; None where it does not."""
    if passage == quote:
        return "exact"
    if _RANK[at_best] >= _RANK["elided"]:
        return at_best
    if differ_by_signs(quote, passage):
        return None
    typed, printed = (fold(s, keep_case=True).text for s in (quote, passage))
    if at_best == "edges":
        typed = typed.lstrip("'- ").rstrip(".,;:'- ")
    if typed == printed:
        return at_best
    if typed[1:] == printed[1:]:
        return "edges"
    return None if differ_by_capitals(typed, printed) else at_best


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
