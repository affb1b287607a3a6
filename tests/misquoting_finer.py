"""Finer ways to misquote a sentence, and to print it differently; `misquoting` has the plain ones.

They need no names of their own, so that they work on any English article.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import pairwise

from dateline.article import text_of

Change = Callable[[str, random.Random], str | None]
Pick = Callable[[re.Match[str], random.Random], str]


def one(pattern: str, change: Pick | str) -> Change:
    """Changes one place that the pattern matches; None where none does."""

    def apply(sentence: str, chance: random.Random) -> str | None:
        found = list(re.finditer(pattern, sentence))
        if not found:
            return None
        match = chance.choice(found)
        new = change if isinstance(change, str) else change(match, chance)
        return sentence[: match.start()] + new + sentence[match.end() :]

    return apply


def _exchange(*groups: str) -> Change:
    """One word becomes another of its group; `may>will` goes one way only."""
    table: dict[str, list[str]] = {}
    for group in groups:
        old, arrow, new = group.partition(">")
        words = (new if arrow else old).split("|")
        for word in old.split("|"):
            table[word] = [each for each in words if each != word]
    pattern = rf"(?<![\w’'])(?:{'|'.join(sorted(map(re.escape, table), key=len, reverse=True))})(?![\w’'])"

    def change(match: re.Match[str], chance: random.Random) -> str:
        return chance.choice(table[match[0]])

    return one(pattern, change)


def _inserted(groups: str) -> Change:
    """As `_exchange`, but in the editor's brackets."""
    change = _exchange(*groups.split())

    def apply(sentence: str, chance: random.Random) -> str | None:
        changed = change(sentence, chance)
        if changed is None:
            return None
        start = next(i for i, (a, b) in enumerate(zip(sentence, changed, strict=False)) if a != b)
        while start and sentence[start - 1].isalnum():
            start -= 1
        word = re.match(r"[\w%-]+", changed[start:])
        return f"{changed[:start]}[{word[0]}]{changed[start + word.end() :]}" if word else None

    return apply


_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"


def _swaps_names(sentence: str, chance: random.Random) -> str | None:
    names = [m for m in re.finditer(_NAME, sentence) if m.start() > 0]
    if len(names) < 2:
        return None
    one, other = sorted(chance.sample(names, 2), key=lambda m: m.start())
    if one[0] == other[0]:
        return None
    between = sentence[one.end() : other.start()]
    return f"{sentence[: one.start()]}{other[0]}{between}{one[0]}{sentence[other.end() :]}"


def _elides(pattern: str) -> Change:
    return one(pattern, lambda m, chance: chance.choice([" … ", " ... ", " [...] ", "… "]))


_TURNS = (
    r" (?:may|might|could|possibly|reportedly|allegedly|denied|denies|refused|rejected|false|unless|if"
    r"|stopped|failed|not|never|no|without|abandoned|only|nearly|almost)(?: \w+){0,2} "
)
_ROLE = (
    "company|group|carmaker|president|minister|report|plan|deal|government|ministry|firm|country|plant|cars"
)
_VERB = r"(?:is|was|has|had|will|would|could|said|told|denied|denies|did|does|sells|wrote|plans|confirmed)\b"


def _homoglyph(match: re.Match[str], chance: random.Random) -> str:
    return dict(zip("aeopcxyiAEOPCTHKMBX", "аеорсхуіАЕОРСТНКМВХ", strict=True))[match[0]]


def _swaps_list(match: re.Match[str], chance: random.Random) -> str:
    return f"{match[3]}{match[2]}{match[1]}"


FINER_MISQUOTES: dict[str, Change] = {
    "unit swapped": _exchange(
        "percent|per cent",
        "billion|million|thousand",
        "years|months|weeks|days|hours",
        "cars|ships|trucks",
        "dollars|euros|yuan",
        "vehicles|passengers|batteries",
        "mph>km/h",
        "miles>kilometres",
        "year|month|week",
    ),
    "percentage points": one(r" ?%| per ?cent\b", " percentage points"),
    "plural": one(r"(?<=[a-z]{3}[b-df-hj-rt-z])(?=[ ,.])", "s"),
    "singular": one(r"(?<=[a-z]{3})(?<!s)s(?=[ ,.])", ""),
    "other tense": _exchange(
        "said>says",
        "says>said",
        "will>would",
        "would>will",
        "was>is",
        "were>are",
        "are>were",
        "have>had",
        "reported>reports",
        "denied>denies",
        "denies>denied",
        "be>have been",
        "told>tells",
        "is>will be",
    ),
    "hedge dropped": one(
        r"\b(?:may|might|could|would|about|reportedly|nearly|almost|possible|potential|some|likely|around) ",
        "",
    ),
    "hedge changed": _exchange(
        "may>will", "might>will", "could>must", "would>did", "about>exactly", "likely>sure"
    ),
    "quantifier changed": _exchange(
        "all|some|many|few|most|several|every|any", "more|less", "both|neither", "only|also"
    ),
    "antonym": _exchange(
        "before|after",
        "over|under",
        "up|down",
        "rose|fell",
        "first|last",
        "new|old",
        "larger|smaller",
        "true|untrue",
        "more|fewer",
        "high|low",
        "increase|decrease",
        "early|late",
        "inside|outside",
        "buy|sell",
        "open|closed",
    ),
    "preposition": _exchange(
        "to|from", "with|without", "for|against", "in|out of", "between|among", "by|near"
    ),
    "pronoun": _exchange("he|she|they", "it|they", "its|their|our", "his|her", "we|they", "I|you"),
    "article": _exchange("the|a", "an>the", "this|that", "these|those"),
    "conjunction": _exchange("and|or", "but>and", "although>because", "while>because", "because>although"),
    "names swapped in the sentence": _swaps_names,
    "list in another order": one(r"\b(\w+)( and |, )(\w+)\b", _swaps_list),
    "ordinal changed": _exchange(
        "first|second|third|fourth", "1st|2nd|3rd", "half|quarter|third", "once|twice"
    ),
    "number in words changed": _exchange(
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
        "dozen|hundred|thousand",
        "single|double",
    ),
    "decimal point moved": one(r"\d(?P<point>[.,])\d", lambda m, _: m[0].replace(m["point"], "")),
    "sign changed": one(r"(?<![\w$.,])(?=\d)", "-"),
    "year changed": one(r"\b(?:19|20)\d\d\b", lambda m, c: str(int(m[0]) + c.choice([-10, -1, 1, 2]))),
    "currency sign": one(r"\$", lambda m, c: c.choice(["€", "£", "¥", "A$", "US$"])),
    "percent as per mille": one(r"%", "‰"),
    "digits of another script": one(r"\d", lambda m, c: chr(0x660 + (int(m[0]) + c.randint(0, 9)) % 10)),
    "digit raised": one(r"(?<=\d)\d\b", lambda m, _: "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(m[0])]),
    "homoglyph": one(r"[aeopcxyiAEOPCTHKMBX]", _homoglyph),
    "accent added": one(
        r"(?<=[a-z])[aeiou](?=[a-z])", lambda m, c: m[0] + c.choice("\u0301\u0300\u0308\u0327\u0335")
    ),
    "apostrophe dropped": one(r"(?<=[a-z])[’'](?=[a-z])", ""),
    "hyphen dropped": one(r"(?<=\w)[-‑](?=\w)", ""),
    "space dropped": one(r"(?<=[a-z]) (?=[a-z])", ""),
    "space put in": one(r"(?<=[a-z]{2})(?=[a-z]{2})", " "),
    "comma put in": one(r"(?<=[a-z]) (?=[a-z])", ", "),
    "comma dropped": one(r"(?<=\w),(?= )", ""),
    "word doubled": one(r"\b[a-z]+ ", lambda m, _: m[0] * 2),
    "exclamation put in": one(r"(?<=[a-z]), ", "! "),
    "quotation marks dropped": one(r"[“”\"]", ""),
    "turning words elided": _elides(_TURNS),
    "subject elided": one(
        rf"(?<=[a-z]) (?:[a-z]+ )+{_NAME} (?={_VERB})", lambda m, c: c.choice([" … ", " ... "])
    ),
    "hedge in brackets": _inserted(
        "may>will might>will could>will would>did about>exactly likely>certain possible>sure"
    ),
    "quantifier in brackets": _inserted("all|some|many|few|most|several|every|none"),
    "number in brackets": _inserted(
        "one|two|three|four|five|six|eleven|eighteen|forty-two|dozens|hundreds million|billion|thousand"
    ),
    "verb turned round in brackets": _inserted(
        "said>denied denied>confirmed denies>confirms told>refused reported>retracted confirmed>denied"
        " rejected>accepted refused>agreed rose>fell approved>rejected will>won’t"
    ),
    "auxiliary replaced in brackets": one(
        r"\b(?:is|was|has|had|are|were|have|did|does)\b",
        lambda m, c: f"[{c.choice(['imagined', 'faked', 'feigned', 'Toyota', 'becomes', 'it'])}]",
    ),
    "role replaced in brackets": one(
        rf"\b(?:{_ROLE})\b",
        lambda m, c: f"[{c.choice(['janitor', 'forgery', 'beekeeper', 'Toyota', 'a rival of it'])}]",
    ),
    "pronoun replaced in brackets": one(
        r"\b(?:it|its|he|his|she|her|they|their|this|that|who)\b",
        lambda m, c: f"[{c.choice(['Toyota', 'the janitor', 'a rival', 'Toyota’s', 'a forged', 'whose'])}]",
    ),
    "name replaced in brackets": one(
        rf"(?<= ){_NAME}(?= [a-z])",
        lambda m, c: f"[{c.choice(['A rival of the carmaker', 'the janitor', 'the forger', 'a beekeeper'])}]",
    ),
    "adverb, adjective or verb put in with brackets": one(
        r"(?<=[a-z]) (?=[a-z])",
        lambda m, c: f" [{c.choice(['secretly', 'stolen', 'forged', 'is', 'had', 'said', 'feigns'])}] ",
    ),
    "party added in brackets": one(
        rf"(?<= ){_NAME}(?= [a-z])", lambda m, c: f"{m[0]} [and {c.choice(['Tesla', 'CATL', 'Ford'])}]"
    ),
    "only put in with brackets": one(
        r"(?<=[a-z]) (?=[a-z])", lambda m, c: c.choice([" [only] ", " [not] ", " [all] ", " [never] "])
    ),
}


def splices(sentences: Sequence[str], chance: random.Random) -> Iterator[str]:
    """The beginning of one sentence and the end of one that follows it, as if they were one."""
    for first, second in pairwise(sentences):
        begin, end = first.split(), second.split()
        if len(begin) > 7 and len(end) > 7:
            yield f"{' '.join(begin[: chance.randint(3, 6)])} … {' '.join(end[-chance.randint(3, 6) :])}"
            yield f"{' '.join(begin).rstrip('.”’')} … {' '.join(end[-chance.randint(3, 6) :])}"


def _marks(opening: str, closing: str, single: str = "’") -> Change:
    return lambda sentence, _: sentence.translate(str.maketrans({"“": opening, "”": closing, "’": single}))


def _all(pattern: str, new: str) -> Change:
    return lambda sentence, _: re.sub(pattern, new, sentence)


def _some(pattern: str, *new: str) -> Change:
    return lambda sentence, chance: re.sub(pattern, lambda m: chance.choice([m[0], *new]), sentence)


def _wide(sentence: str, _: random.Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in sentence)


def _leads_in(sentence: str, chance: random.Random) -> str:
    words = sentence.split(" ")
    count = chance.randint(1, 4)
    return " ".join([*(w.upper() for w in words[:count]), *words[count:]])


def _as_html(sentence: str, chance: random.Random) -> str:
    page = escape(sentence, quote=True)
    page = re.sub(
        " ", lambda _: chance.choice([" ", "&nbsp;", "\n  ", " <em></em>", "&#8239;", "<!-- x --> "]), page
    )
    page = re.sub(
        r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: chance.choice(["", "&shy;", "<wbr>", "<b></b>"]), page
    )
    head, rest = page[:1], page[1:]
    return text_of(
        f"<article><p><span class=drop>{head}</span>{rest}</p></article>" if head.isalpha() else f"<p>{page}"
    )


FINER_PRINTINGS: dict[str, Change] = {
    "German quotation marks": _marks("„", "“", "‘"),
    "Swedish quotation marks": _marks("”", "”"),
    "Swiss guillemets": _marks("«", "»"),
    "German guillemets": _marks("»", "«"),
    "French guillemets": _marks("«\u00a0", "\u00a0»"),
    "French guillemets with narrow spaces": _marks("«\u202f", "\u202f»"),
    "French guillemets with plain spaces": _marks("« ", " »"),
    "marks with room inside": _marks("“\u202f", "\u202f”"),
    "corner brackets": _marks("「", "」"),
    "quotation marks of full width": _marks("＂", "＂", "＇"),
    "two apostrophes": _marks("''", "''", "'"),
    "typewriter quotation marks": _marks("``", "''", "'"),
    "modifier apostrophes": _all("[’']", "ʼ"),
    "primes": _all("[’']", "′"),
    "spaced en dashes": _all(r"\s*[—–]\s*", " – "),
    "hair-spaced dashes": _all(r"\s*[—–]\s*", "\u200a—\u200a"),
    "three hyphens": _all(r"\s*—\s*", "---"),
    "figure dashes": _all(r"(?<=\w)[-‑](?=\w)", "‒"),
    "Unicode hyphens": _all(r"(?<=\w)-(?=\w)", "‐"),
    "thin spaces": _some(" ", "\u2009", "\u200a", "\u2002", "\u2003", "\u205f", "\u3000", "\u2005"),
    "line separators": _some(" ", "\u2028", "\x0b", "\x0c", "\r", "\x85", "\t", "\n\n"),
    "two spaces after a full stop": _all(r"(?<=[.!?]) ", "  "),
    "more ligatures": lambda s, _: (
        s.replace("ffi", "ﬃ").replace("ffl", "ﬄ").replace("st", "ﬆ").replace("ff", "ﬀ")
    ),
    "soft hyphens at line ends": _some(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad\n", "\u00ad\n  "),
    "hyphenation at line ends": _some(r"(?<=[a-z]{3})(?=[a-z]{3})", "-\n"),
    "decomposed": lambda s, _: unicodedata.normalize("NFD", s),
    "composed": lambda s, _: unicodedata.normalize("NFC", s),
    "compatible": lambda s, _: unicodedata.normalize("NFKC", s),
    "full width": _wide,
    "direction marks": _some(r"(?=\b)", "\u200e", "\u200f", "\u2068", "\u2069", "\u061c"),
    "invisible signs": _some(
        r"(?<=\w)(?=\w)", "\u2061", "\u2062", "\u2064", "\u034f", "\ufe0f", "\U000e0061", "\u206b"
    ),
    "byte order mark": lambda s, _: f"\ufeff{s}",
    "spaced ellipses": _all(r"…|\.\.\.", ". . ."),
    "dotted ellipses": _all(r"…", "..."),
    "ellipsis signs": _all(r"\.\.\.", "…"),
    "French spaces before marks": _all(r"(?<=\w)(?=[;:!?])", "\u202f"),
    "capitals to lead in": _leads_in,
    "of a page": _as_html,
}
