"""`dateline cite`: the passage of a source that rough words mean, as a citation to paste."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from dateline.dates import Anchor, Edtf, Hemisphere, Reading, find_dates, label
from dateline.evidence.beside import negation_beside
from dateline.evidence.matching import Found, Unfound, holds, search
from dateline.evidence.nearest import nearest
from dateline.evidence.searched import Text
from dateline.evidence.sentences import Span, sentence, sentences, widened
from dateline.model import Match, Source
from dateline.reconcile.statements import read_words
from dateline.text import WORD, fold, visible

_ENOUGH = 0.5
"""The share of the words, by weight, that must stand in one sentence for it to be meant."""
_STEM = 5
"""Letters by which two words are taken for forms of one."""
_MOST_CONTEXT = 12
"""Words of a prefix or suffix that are tried."""
_REACH = 200
"""Characters in which they are looked for."""
_ANY_DAY = Edtf.parse("2020-06-17")
"""Dates are looked for as if the day were known; what they mean is read from the source's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePhrase:
    """Words near a quotation that name a date."""

    words: str
    reading: Reading | None
    """None where the source's day of publication is needed, and is not known well enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One passage of a source, ready to be cited."""

    source: str
    quote: str
    prefix: str
    """Empty where the quotation stands in its source once; so is `suffix`."""
    suffix: str
    match: Match
    start: int
    end: int
    """Character offsets into the source's text, half-open."""
    dates: tuple[DatePhrase, ...]
    """What its sentence names; those among the words typed first, then those inside the quotation."""

    def yaml(self) -> str:
        """The item of `citations` to paste, and what was found, as comments."""
        told = f"  # {self.source}, characters {self.start}–{self.end}, {self.match}"
        words = (("quote", self.quote), ("prefix", self.prefix), ("suffix", self.suffix))
        keys = [f"    {name}: {scalar(text)}" for name, text in words if text]
        return "\n".join([told, f"  - source: {self.source}", *keys, *self._says()])

    def as_dict(self) -> dict[str, object]:
        """The form that `dateline cite --json` prints."""
        return {
            "source": self.source,
            "quote": self.quote,
            "prefix": self.prefix,
            "suffix": self.suffix,
            "match": self.match,
            "start": self.start,
            "end": self.end,
            "dates": [
                {
                    "words": date.words,
                    "edtf": str(date.reading.value) if date.reading else None,
                    "label": label(date.reading) if date.reading else None,
                    "rule": date.reading.rule if date.reading else None,
                }
                for date in self.dates
            ],
        }

    def _says(self) -> Iterator[str]:
        """The first date as what the source says, with its reading; any other as a comment."""
        for number, date in enumerate(self.dates):
            start = "says:" if number == 0 else "# or"
            yield f"    {start} {{date: {scalar(date.words)}}}  # {_meaning(date)}"


def _meaning(date: DatePhrase) -> str:
    if date.reading is None:
        return "cannot be read: when the source was published is not known well enough"
    return f"{date.reading.value}, {date.reading.rule}"


def cite(
    words: str, source: Source, text: Text, hemisphere: Hemisphere = "north", fiscal_start: str = ""
) -> tuple[Passage, ...]:
    """The passages that rough words may mean, in the order of the text; none where nothing is like them.

    Words that stand there stay as they were typed, unless they are too few to prove anything or leave out a
    negation beside them. Anything else is widened to its whole sentence where that is short, or else to its
    clauses. Every passage is one that `evidence.find` finds, and finds once.
    """
    spans = dict.fromkeys(_spans(words, text))
    made = (_passage(words, span, source, text, hemisphere, fiscal_start) for span in sorted(spans))
    return tuple(passage for passage in made if passage is not None)


def scalar(text: str) -> str:
    """A text as a YAML scalar that is read back the same, on one line, in braces too.

    >>> scalar("said: no"), scalar("on Monday")
    ('"said: no"', 'on Monday')
    """
    if _PLAIN.fullmatch(text):
        return text
    return '"' + "".join(c if c.isprintable() and c not in '"\\' else _escaped(c) for c in text) + '"'


_PLAIN = re.compile(r"[^\W_](?:[\w .;()$€£%/’‘“”–—-]*[\w.)%’”])?")


def _escaped(character: str) -> str:
    code = ord(character)
    if character in '"\\':
        return f"\\{character}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _spans(words: str, text: Text) -> Iterator[Span]:
    """Where the words stand, or else what is likest to them, each as wide as it should be."""
    outcome = search(words, text)
    if isinstance(outcome, Unfound):
        near = nearest(words, text)
        span = (near.offset, near.offset + len(near.passage)) if near else _likest(words, text)
        if span is not None:
            yield widened(text.raw, span)
        return
    for place in (outcome,) if isinstance(outcome, Found) else outcome.places:
        span = place.start, place.end
        as_typed = place.match in _VERBATIM and not any(negation_beside(text.raw, *span))
        yield span if as_typed else widened(text.raw, span)


_VERBATIM: tuple[Match, ...] = ("exact", "typographic", "edges")


def _likest(words: str, text: Text) -> Span | None:
    """The stretch of one sentence that holds most of some words, in any order; None where none has half.

    A word counts for more the fewer sentences have it.
    """
    there = [(span, set(_stems(text.raw[slice(*span)]))) for span in sentences(text.raw)]
    having = Counter(stem for _, stems in there for stem in stems)
    weights = {stem: log(1 + len(there) / (having[stem] or 1)) for stem in _stems(words)}
    score, best = max(
        ((sum(weights[stem] for stem in weights.keys() & stems), span) for span, stems in there),
        default=(0.0, (0, 0)),
    )
    if not score or score < _ENOUGH * sum(weights.values()):
        return None
    met = [word for word in WORD.finditer(text.raw, *best) if _stem(word[0]) in weights]
    return met[0].start(), met[-1].end()


def _stems(words: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in WORD.findall(words))


def _stem(word: str) -> str:
    """What `raise`, `raises` and `Raising` share, or nearly all that `report` and `reporters` do."""
    return re.sub("(?<=..)(?:ing|ed|es|s|e)$", "", fold(word).text)[:_STEM]


def _passage(
    typed: str, span: Span, source: Source, text: Text, hemisphere: Hemisphere, fiscal_start: str
) -> Passage | None:
    """None for a passage that cannot be told from another, or holds characters that no file may."""
    quote = visible(text.raw[slice(*span)])
    for prefix, suffix in _contexts(text.raw, span):
        found = search(quote, text, prefix, suffix)
        if isinstance(found, Found) and (found.start, found.end) == span:
            return Passage(
                source=source.id,
                quote=quote,
                prefix=prefix,
                suffix=suffix,
                match=found.match,
                start=found.start,
                end=found.end,
                dates=_dates(typed, quote, span, source, text, hemisphere, fiscal_start),
            )
    return None


def _contexts(raw: str, span: Span) -> Iterator[tuple[str, str]]:
    """What may stand as prefix and suffix: none, then more and more words of one, then of both."""
    yield "", ""
    before = visible(raw[max(0, span[0] - _REACH) : span[0]]).split(" ")
    after = visible(raw[span[1] : span[1] + _REACH]).split(" ")
    counts = range(1, _MOST_CONTEXT + 1)
    prefixes, suffixes = ([" ".join(before[-n:]) for n in counts], [" ".join(after[:n]) for n in counts])
    yield from ((prefix, "") for prefix in prefixes if WORD.search(prefix))
    yield from (("", suffix) for suffix in suffixes if WORD.search(suffix))
    yield from zip(prefixes, suffixes, strict=True)


def _dates(
    typed: str, quote: str, span: Span, source: Source, text: Text, hemisphere: Hemisphere, fiscal_start: str
) -> tuple[DatePhrase, ...]:
    """What the passage's sentence names as a date, read as a build reads it.

    First what was typed, then what the quotation holds, then what its own verb goes with.
    """
    begin, end = sentence(text.raw, span)
    begin, end = min(begin, span[0]), max(end, span[1])
    anchor = Anchor(published=_ANY_DAY, zone=source.timezone, language=source.language, hemisphere=hemisphere)
    raw = text.raw[begin:end]
    asides = [aside.span() for aside in _ASIDE.finditer(raw)]
    meant = frozenset(WORD.findall(fold(typed).text))
    ranks: dict[str, tuple[float, bool, bool]] = {}
    for date in find_dates(raw, anchor, whole=True):
        words = visible(date.stated)
        aside = any(first <= date.start < last for first, last in asides)
        ranks.setdefault(words, (-_share(words, meant), words not in quote, aside))
    return tuple(
        DatePhrase(words=words, reading=read_words(words, quote, source, hemisphere, fiscal_start))
        for words in sorted(ranks, key=lambda words: ranks[words])
        if holds(words, text)
    )


def _share(words: str, meant: frozenset[str]) -> float:
    """How many of a phrase's words are among those typed."""
    said = WORD.findall(fold(words).text)
    return sum(word in meant for word in said) / max(len(said), 1)


_ASIDE = re.compile(
    r"[,(–—]\s*(?:which|who|whose|where|when|originally|\w{2,}ed|built|begun|born|made|set|shut|sold|held)\b"
    r"[^,;()–—]*[,)–—]"
)
"""A clause about a person or a thing in passing, between commas or brackets: “, opened in May 1931,”."""
