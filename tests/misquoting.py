"""Ways to misquote a sentence, and ways to print it differently: what the matcher must refuse and accept."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from dateline.evidence.matching import Found, search
from dateline.evidence.searched import Text
from dateline.text import fold
from misquoting_finer import FINER_MISQUOTES, FINER_PRINTINGS, Change, splices
from misquoting_finer import one as _one

ARTICLE = """\
Harbour Line denies that it is leaving the island route

Harbour Line is not planning to end its ferry service between Port Ellis and Skerry, the company
said on Tuesday, although the Island Courier had reported over the weekend that talks with Northern
Sail were under way.

“This report is simply untrue. There is nothing behind it,” the company said in a statement.
Northern Sail added that it “does not operate passenger ships north of Port Ellis and is not
negotiating to do so”.

The Courier, citing three people close to the talks, wrote on 14 March 2025 that Harbour Line would
sell four of its eleven ships for $2.4 billion by the end of the year. The county council approved
the winter timetable in October 2024, when 31,450 passengers had used the route — its weakest month
since August.

Councillor Ada Brandt said she had “never seen a business plan”, and that the ferry’s closure
couldn’t be ruled out before Monday. Ferry traffic rose by 12% from a year earlier, but fell 7 per
cent short of the target for 2025.

Harbour Line’s chief executive, Jon Marsh, told the council that the company had no intention of
raising fares in April. “For a firm like ours, [the weather] has been something we’ve been watching
for a while,” he said.

Neither the ministry nor the Coast Guard would say whether the 1998 licence remains in force. The
Northern Sail fleet flew no flag of its own until 2019; it now has eighteen ships, two offices and
no debt.

Would all of the passengers have to change at Port Ellis, and could the US owners be made to pay
for it? Several said that they might. The long-planned second hearing is likely to open in early June.
Mr Marsh will not comment … for now.
"""
OTHER = """\
The orchard at Tolland opened its gates again in May after a winter of repairs. About nine hundred
visitors came on the first Sunday, twice as many as the gardeners had planned for, and the cider ran
out by three o’clock. Nobody complained. “We have never had a better opening,” said Ruth Penn, who
has kept the books since 2003.
"""


def sentences(text: str, shortest: int = 5) -> tuple[str, ...]:
    """The sentences of a text, each as it stands there."""
    found = re.split(r"(?<=[.!?])\s+|(?<=[.!?][”’])\s+|\n\s*\n", text)
    return tuple(s for s in (f.strip() for f in found) if len(s.split()) >= shortest)


def _other_of(names: Sequence[str]) -> Callable[[re.Match[str], random.Random], str]:
    return lambda match, chance: chance.choice([name for name in names if name != match[0]])


def _digit(match: re.Match[str], chance: random.Random) -> str:
    return chance.choice([d for d in "123456789" if d != match[0]])


MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PARTIES = [
    "Harbour Line", "Northern Sail", "Island Courier", "Ada Brandt", "Jon Marsh", "Port Ellis", "Skerry",
    "Ford", "Xiaomi", "BYD", "CATL", "Farley", "Moolenaar", "China", "Mexico", "Michigan",
]  # fmt: skip
NUMBER_WORDS = ["two", "three", "four", "six", "nine", "eleven", "eighteen"]
NEGATIONS = r"\b(?:not|no|never|nothing|Neither|nor|nobody|Nobody)\b ?|(?<=[a-z])n[’']t\b"


def _adds_negation(sentence: str, chance: random.Random) -> str | None:
    return _one(r"\b(?:is|was|has|had|would|will|does|said|are|were|have)\b", lambda m, _: f"{m[0]} not")(
        sentence, chance
    )


def _transposes(sentence: str, chance: random.Random) -> str | None:
    words = sentence.split()
    at = chance.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def _scatters(sentence: str, chance: random.Random) -> str | None:
    words = sentence.split()
    kept = sorted(chance.sample(range(len(words)), max(3, len(words) // 2)))
    return " ".join(words[i] for i in kept) if kept[-1] - kept[0] >= len(kept) else None


def _scatters_with_elisions(sentence: str, chance: random.Random) -> str | None:
    words = sentence.split()
    kept = sorted(chance.sample(range(len(words)), 4))
    gaps = all(b - a > 1 for a, b in pairwise(kept))
    return " … ".join(words[i] for i in kept) if gaps else None


def _drops_word(sentence: str, chance: random.Random) -> str | None:
    words = sentence.split()
    del words[chance.randrange(1, len(words) - 1)]
    return " ".join(words)


def _elides_negation(sentence: str, chance: random.Random) -> str | None:
    return _one(r"\b(?:not|no|never|nothing)\b", lambda m, _: "…")(sentence, chance)


def _inserts(words: Sequence[str]) -> Change:
    return _one(_NAMES, lambda m, chance: f"[{chance.choice([w for w in words if w != m[0]])}]")


_NAMES = "|".join(PARTIES)
_TENSES = {"is": "was", "has": "had", "had": "has", "would": "will"}

MISQUOTES: dict[str, Change] = {
    "digit changed": _one(r"\d", _digit),
    "digit added": _one(r"\d\b", lambda m, _: f"{m[0]}0"),
    "number word changed": _one(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b", _other_of(NUMBER_WORDS)),
    "scale changed": _one(
        r"\b(?:million|billion)\b", lambda m, _: "million" if m[0] == "billion" else "billion"
    ),
    "currency changed": _one(r"\$", lambda m, _: "€"),
    "negation dropped": _one(NEGATIONS, lambda m, _: ""),
    "negation added": _adds_negation,
    "negation elided": _elides_negation,
    "party swapped": _one(_NAMES, _other_of(PARTIES)),
    "party inserted": _inserts(PARTIES),
    "month swapped": _one(rf"\b(?:{'|'.join(MONTHS)})\b", _other_of(MONTHS)),
    "weekday swapped": _one(rf"\b(?:{'|'.join(DAYS)})\b", _other_of(DAYS)),
    "words transposed": _transposes,
    "words scattered": _scatters,
    "words scattered with elisions": _scatters_with_elisions,
    "word dropped": _drops_word,
    "tense changed": _one(r"\b(?:is|has|had|would)\b", lambda m, _: _TENSES[m[0]]),
    "question made": lambda sentence, _: re.sub(r"[.,;:]?[”’]?$", "?", sentence),
    "quotation marks added": _one(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", lambda m, _: f"“{m[0]}”"),
    **FINER_MISQUOTES,
}  # fmt: skip


def _swap(old: str, new: str) -> Change:
    return lambda sentence, _: sentence.translate(str.maketrans(dict.fromkeys(old, new)))


def _wraps(sentence: str, chance: random.Random) -> str | None:
    return re.sub(" ", lambda _: chance.choice([" ", "\n", "\r\n", "  ", " \n\t"]), sentence)


def _hyphenates(sentence: str, chance: random.Random) -> str | None:
    return re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: chance.choice(["", "\u00ad"]), sentence)


def _strews(characters: str) -> Change:
    return lambda sentence, chance: re.sub(
        r"(?<=\w)(?=\w)", lambda _: chance.choice(["", "", chance.choice(characters)]), sentence
    )


PRINTINGS: dict[str, Change] = {
    "straight quotation marks": lambda s, _: s.translate(str.maketrans("“”‘’", "\"\"''")),
    "single quotation marks": lambda s, _: s.translate(str.maketrans("“”", "‘’")),
    "guillemets": lambda s, _: s.translate(str.maketrans("“”", "«»")),
    "opening mark as apostrophe": _swap("’'", "‘"),
    "hyphens": _swap("—–‑", "-"),
    "en dashes": lambda s, _: s.replace("—", "–").replace("-", "‑"),
    "unspaced dashes": lambda s, _: s.replace(" — ", "—"),
    "double hyphens": lambda s, _: s.replace("—", "--"),
    "no-break spaces": _swap(" ", "\u00a0"),
    "narrow spaces": _swap(" ", "\u202f"),
    "ligatures": lambda s, _: s.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ"),
    "soft hyphens": _hyphenates,
    "zero-width marks": _strews("\u200b\u200c\u200d\u2060\ufeff"),
    "wrapping": _wraps,
    "decomposed accents": lambda s, _: s.replace("é", "e\u0301").replace("ö", "o\u0308"),
    "small first letter": lambda s, _: s[0].lower() + s[1:],
    "capital first letter": lambda s, _: s[0].upper() + s[1:],
    "final full stop": lambda s, _: s.rstrip(".,;:") + ".",
    "final comma": lambda s, _: s.rstrip(".,;:") + ",",
    "no final mark": lambda s, _: s.rstrip(".,;:"),
    "all capitals": lambda s, _: s.upper(),
    "set in quotation marks": lambda s, _: f"“{s}”",
    **FINER_PRINTINGS,
}


def is_still_true(quote: str, text: Text) -> bool:
    """Whether a change left words that stand in the source all the same."""
    core = fold(quote).text.strip(" '.,;:-")
    return (
        core in text.folded.text
        and re.search(rf"(?<!\w){re.escape(core)}(?!\w)", text.folded.text) is not None
    )


def misquotes(text: str, rounds: int, seed: int) -> Iterator[tuple[str, str, str]]:
    chance = random.Random(seed)
    source = Text(text)
    for _ in range(rounds):
        for sentence in sentences(text):
            for kind, change in MISQUOTES.items():
                quote = change(sentence, chance)
                if quote is not None and quote != sentence and not is_still_true(quote, source):
                    yield kind, sentence, quote
        for quote in splices(sentences(text), chance):
            yield "sentences spliced", "", quote


def printings(text: str, rounds: int, seed: int) -> Iterator[tuple[str, str, str]]:
    chance = random.Random(seed)
    for _ in range(rounds):
        for sentence in sentences(text):
            for kind, change in PRINTINGS.items():
                quote = change(sentence, chance)
                if quote is not None:
                    yield kind, sentence, quote


def accepted(cases: Iterator[tuple[str, str, str]], text: str) -> tuple[Counter[str], list[str]]:
    source, tried, through = Text(text), Counter[str](), []
    for kind, sentence, quote in cases:
        tried[kind] += 1
        if isinstance(search(quote, source), Found):
            through.append(f"{kind}: {quote!r} for {sentence!r}")
    return tried, through


def refused(cases: Iterator[tuple[str, str, str]], text: str) -> tuple[Counter[str], list[str]]:
    source, tried, out = Text(text), Counter[str](), []
    for kind, sentence, quote in cases:
        tried[kind] += 1
        if not isinstance(search(quote, source), Found):
            out.append(f"{kind}: {quote!r} for {sentence!r}")
    return tried, out
