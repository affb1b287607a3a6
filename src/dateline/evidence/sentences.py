"""Sentences and clauses of a source: how wide a passage must be to say something whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.text import WORD

Span = tuple[int, int]
"""Character offsets into a source's text, half-open."""

LONGEST = 30
"""Words; a longer sentence is quoted by the clauses that were meant."""
_FEWEST = 3
"""Words of clauses that say something by themselves."""
_WRAPPED = 120
"""Characters; where no line is longer, a text's lines are broken by its width and not by its sense."""

BLANK_LINE = re.compile(r"\n\s*\n")
_LINE_END = re.compile(r"\n")
_ABBREVIATIONS = "|".join(("Mr", "Ms", "Dr", "St", "Co", "No", "vs", "Jr", "Sr"))
_SENTENCE_END = re.compile(
    rf"(?<!\b[A-Z]\.)(?<!\b(?:{_ABBREVIATIONS})\.)(?<!\b(?:Mrs|Inc|Ltd|Gen|Sen|Rep|Gov)\.)(?<!\bCorp\.)"
    r"(?<=[.!?…])[’”\"»)\]]*\s+(?=[“‘\"«(\[]?[^\W_a-z])"
)
_CLAUSE_END = re.compile(r"[,;:]\s+|\s+[–—-]\s+|—|[“”\"«»()]")
_AT_ENDS = " \t\r\n\u00a0,;:–—-"
_MARKS = frozenset('“”"«»')


def widened(raw: str, span: Span) -> Span:
    """A passage with the rest of its sentence, or of its clauses where the sentence is long.

    Quotation marks around the whole of it are left out; a sentence that opens some and does not close them
    is not taken whole.
    """
    whole = _without_outer_marks(raw, sentence(raw, span))
    words = len(WORD.findall(raw[slice(*whole)]))
    if words <= LONGEST and _is_paired(raw[slice(*whole)]):
        return whole
    clauses = _paired(raw, _trimmed(raw, _between(raw, span, whole, _CLAUSE_END)))
    return clauses if len(WORD.findall(raw[slice(*clauses)])) >= _FEWEST else whole


def sentence(raw: str, span: Span) -> Span:
    """The sentence that a passage stands in, or the sentences."""
    block = _between(raw, span, (0, len(raw)), block_end(raw))
    return _trimmed(raw, _between(raw, span, block, _SENTENCE_END))


def sentences(raw: str) -> Iterator[Span]:
    """Every sentence of a text, headings and captions among them."""
    for block in _parts(raw, (0, len(raw)), block_end(raw)):
        for part in _parts(raw, block, _SENTENCE_END):
            begin, end = _trimmed(raw, part)
            if begin < end:
                yield begin, end


def block_end(raw: str) -> re.Pattern[str]:
    """What a paragraph of this text ends in: a blank line where lines are broken by their width."""
    lengths = [len(line) for line in raw.splitlines()]
    if max(lengths, default=0) > _WRAPPED:
        return _LINE_END
    # without a blank line it is one paragraph, whose lines are all about as long, or a page of short ones
    is_wrapped = BLANK_LINE.search(raw) or min(lengths[:-1], default=0) > max(lengths, default=0) / 2
    return BLANK_LINE if is_wrapped else _LINE_END


def _parts(raw: str, bounds: Span, ends: re.Pattern[str]) -> Iterator[Span]:
    begin = bounds[0]
    for end in ends.finditer(raw, *bounds):
        yield begin, end.end()
        begin = end.end()
    yield begin, bounds[1]


def _between(raw: str, span: Span, bounds: Span, ends: re.Pattern[str]) -> Span:
    """From the last end before a passage to the first one after it, within bounds.

    What closes a sentence is its own, a clause's comma or quotation mark is not.
    """
    begin, finish = bounds
    for end in ends.finditer(raw, *bounds):
        if end.end() <= span[0]:
            begin = end.end()
        elif end.start() >= span[1]:
            finish = end.end() if ends is _SENTENCE_END else end.start()
            break
    return min(begin, span[0]), max(finish, span[1])


def _trimmed(raw: str, span: Span) -> Span:
    """Without the white space, commas and dashes at its ends."""
    passage = raw[slice(*span)]
    begin = span[1] - len(passage.lstrip(_AT_ENDS))
    return begin, max(begin, span[0] + len(passage.rstrip(_AT_ENDS)))


def _without_outer_marks(raw: str, span: Span) -> Span:
    """Without the quotation marks around the whole of it, and without one at an end that has no other."""
    begin, end = span
    if raw[begin : begin + 1] in _MARKS and not _MARKS.intersection(raw[begin + 1 : end - 1]):
        begin += 1
    if raw[end - 1 : end] in _MARKS and not _MARKS.intersection(raw[begin : end - 1]):
        end -= 1
    return _trimmed(raw, (begin, max(begin, end)))


def _paired(raw: str, span: Span) -> Span:
    """As far as the quotation mark whose other half it holds, where that is near."""
    begin, end = span
    opened = raw.count("“", begin, end) - raw.count("”", begin, end)
    closing, opening = _TO_CLOSING.match(raw, end), _TO_OPENING.search(raw, max(0, begin - 100), begin)
    if opened > 0 and closing:
        return begin, closing.end()
    return (opening.start(), end) if opened < 0 and opening else span


_TO_CLOSING = re.compile("[^“”\n]{0,80}”")
_TO_OPENING = re.compile("“[^“”\n]{0,80}$")


def _is_paired(passage: str) -> bool:
    return passage.count("“") == passage.count("”") and passage.count('"') % 2 == 0
