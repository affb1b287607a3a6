"""Links to the passage: `#:~:text=prefix-,start,end,-suffix`, to which a browser scrolls and which it marks.

(URL Fragment Text Directives, WICG.) A fragment is made once, from the source's own text, when a quotation
is locked; it holds the quotation's words, and at most three more on either side where only they tell it
from another place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final
from urllib.parse import quote as percent_encoded

from dateline.evidence.searched import Text
from dateline.model import Citation, Source
from dateline.text import fold

FEWEST: Final = 20
"""Characters that a fragment names at least; fewer might stand in the page's furniture, too."""
MOST: Final = 300
"""Characters that it names at most; of a longer passage it names the first words and the last."""
FORM: Final = re.compile(r"(?:[\w.~%]+-,)?[\w.~%]+(?:,[\w.~%]+)?(?:,-[\w.~%]+)?", re.ASCII)
"""What a fragment looks like, percent-encoded."""

_CONTEXTS: Final = ((0, 0), (2, 0), (0, 2), (2, 2), (3, 3))
"""Words before and after, in the order in which they are tried."""
_ENDS: Final = (4, 6, 8)
"""Words of each end of a long passage, in the order in which they are tried."""
_INSIDE_WORD: Final = re.compile(r"\w\0\w|\w\0['’.:·,;]\w|\w['’.:·,;]\0\w")
_LINE_END: Final = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""As `str.splitlines` has it; a line is a block of the page."""
_MARKED_WORD: Final = re.compile(r"\S*\w\S*")


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a fragment names, in the source's own characters; all but `start` may be empty."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __len__(self) -> int:
        return len(self.prefix) + len(self.start) + len(self.end) + len(self.suffix)


def fragment(quote: str, text: Text, start: int, end: int) -> str:
    """The fragment of a quotation that stands at these offsets, percent-encoded, or "" where none is safe.

    None is where the passage runs over a line's end (a browser matches no words across blocks), cuts a
    word, or cannot be told from another place with a few words of context.
    """
    begin, finish = _trimmed(text.raw, start, end)
    if begin == finish or _LINE_END.search(text.raw, begin, finish):
        return ""
    if _cuts(text.raw, begin) or _cuts(text.raw, finish):
        return ""
    for terms in _candidates(quote, text.raw, begin, finish):
        if FEWEST <= len(terms) <= MOST and _alone(terms, text, finish):
            return _encoded(terms)
    return ""


def link(url: str, fragment: str) -> str:
    """The address of the passage; of the page alone, or nothing, where the fragment or the address is empty.

    >>> link("https://example.org/a", "the%20bridge")
    'https://example.org/a#:~:text=the%20bridge'
    """
    if not url or not fragment:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def passage(citation: Citation, source: Source | None) -> str:
    """The address of a citation's very words in its source as published, or "" where nothing leads there."""
    way = citation.verification.fragment if citation.verification else ""
    return link(source.url, way) if source and way else ""


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    """Without quotation marks and other signs at the ends, which a page may set otherwise."""
    while start < end and not raw[start].isalnum():
        start += 1
    while end > start and not raw[end - 1].isalnum():
        end -= 1
    return start, end


def _cuts(raw: str, index: int) -> bool:
    """Whether a browser sees no word boundary here: `hal|l`, `won|'t`, `3|.5`, `Ford|'s` (UAX 29)."""
    around = raw[max(0, index - 2) : index] + "\0" + raw[index : index + 2]
    return _INSIDE_WORD.search(around) is not None


def _candidates(quote: str, raw: str, begin: int, finish: int) -> Iterator[_Terms]:
    """The whole passage where it is not too long, else its ends; each alone first, then with its context."""
    contexts = [(_before(raw, begin, few), _after(raw, finish, many)) for few, many in _CONTEXTS]
    for start, end in _bodies(quote, raw[begin:finish]):
        for prefix, suffix in dict.fromkeys(contexts):
            yield _Terms(_spaced(start), _spaced(end), prefix, suffix)


def _bodies(quote: str, passage: str) -> Iterator[tuple[str, str]]:
    """(start, end); only words of the quotation, however many of the source's it leaves out between."""
    own = _bare(quote)
    if _bare(passage) == own and len(passage) <= MOST:
        yield passage, ""
        return
    words = [match.span() for match in re.finditer(r"\S+", passage) if _bare(match[0])]
    theirs = [_bare(passage[a:b])[0] for a, b in words]
    lead, tail = _common(theirs, own), _common(theirs[::-1], own[::-1])
    for count in _ENDS:
        first, last = min(count, lead), min(count, tail)
        if first and last and first + last <= len(words):
            yield _stripped(passage[: words[first - 1][1]]), _stripped(passage[words[-last][0] :])


def _common(these: list[str], those: list[str]) -> int:
    """How many they begin with in common."""
    pairs = enumerate(zip(these, those, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(these), len(those)))


def _bare(text: str) -> list[str]:
    """Its words, folded, without the marks around them."""
    stripped = (_stripped(fold(word).text) for word in text.split())
    return [word for word in stripped if word]


def _stripped(text: str) -> str:
    start, end = _trimmed(text, 0, len(text))
    return text[start:end]


def _before(raw: str, begin: int, count: int) -> str:
    """So many words of the same line before an offset, with the marks between them and it."""
    line = _LINE_END.split(raw[max(0, begin - MOST) : begin])[-1]
    words = list(_MARKED_WORD.finditer(line))[-count:] if count else []
    return _spaced(line[words[0].start() :]).strip() if words else ""


def _after(raw: str, finish: int, count: int) -> str:
    """The same after an offset."""
    line = _LINE_END.split(raw[finish : finish + MOST])[0]
    words = list(_MARKED_WORD.finditer(line))[:count]
    return _spaced(line[: words[-1].end()]).strip() if words else ""


def _alone(terms: _Terms, text: Text, finish: int) -> bool:
    """Whether a browser finds nothing else first, nor could: told on the folded text, which is stricter."""
    folded = text.folded
    head = _joined(terms.prefix, terms.start, "" if terms.end else terms.suffix)
    places = [match.start() for match in islice(re.finditer(f"(?={head})", folded.text), 2)]
    if len(places) != 1 or not terms.end:
        return len(places) == 1
    begun = re.compile(_joined(terms.prefix, terms.start)).match(folded.text, places[0])
    after = re.compile(f"({_joined(terms.end)}){_joined('', terms.suffix)}")
    ended = after.search(folded.text, begun.end()) if begun else None
    return ended is not None and folded.raw_span(*ended.span(1))[1] == finish


def _joined(*terms: str) -> str:
    return " ?".join(re.escape(fold(term).text) for term in terms if term)


def _encoded(terms: _Terms) -> str:
    """`quote` keeps the hyphen, which means something here."""
    start, end, prefix, suffix = (
        percent_encoded(term, safe="").replace("-", "%2D")
        for term in (terms.start, terms.end, terms.prefix, terms.suffix)
    )
    return ",".join(filter(None, (prefix and f"{prefix}-", start, end, suffix and f"-{suffix}")))


def _spaced(text: str) -> str:
    """With single spaces, as a browser lays it out; no-break spaces stay."""
    return re.sub(r"[ \t\n\r\f]+", " ", text)
