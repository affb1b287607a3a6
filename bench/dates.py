"""How fast dates are read, as ratios to other readers in the same run.

    pip install dateparser edtf       # in an environment of their own: dateline needs neither
    python bench/dates.py

Ratios travel between machines; milliseconds do not, and are printed only beside them.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import statistics
import time
from collections.abc import Callable, Iterable
from datetime import datetime

from dateline.dates import Anchor, Edtf, find_dates, read_phrase
from dateline.dates.edtf import _parsed
from dateline.dates.examples import examples_of
from dateline.dates.rules import RULES

DAY = "2024-11-21"
PHRASES = [example.text for rule in RULES for example in examples_of(rule) if example.offset < 0]
STRINGS = [
    form.format(y=number, m=1 + number % 12, d=1 + number % 28)
    for number in range(1000, 3000)
    for form in ("{y}-{m:02d}-{d:02d}", "{y}-{m:02d}", "{y}~", "{y}-{m:02d}/3024", "{y}?-~{m:02d}")
]
"""10,000 different strings of all levels, so that no cache helps anybody."""
ARTICLE = """
The company said on Tuesday that it had signed the agreement last month, after talks that began in early 2024
and were broken off for a time over the question of who would pay for the new plant. A spokeswoman told
reporters that the first vehicles may leave the line in the third quarter of next year, and that about 2000
people would find work. Unions, which had been on strike since 3 April, voted by a narrow margin to accept an
offer that many of their members still think too low. None of the people who were asked could say what had
changed their minds, but several spoke of the price of steel, of loans that were easier to get than before,
and of a government which wanted to be seen to do something about it. The road to the site is narrow and
leads through two villages whose councils have always been against it; they were told that lorries would go
another way, over land that belongs to the railway and on which nothing stands but sheds. A survey found lead
in the soil there, less than was feared and more than is allowed, and nobody has offered to take it away. The
minister is due to visit on Friday. It would be the first visit of anybody from the capital, people say, who
remember well what they were promised and by whom. In the 1990s the same site made engines for half of the
continent; the halls are dry and the cranes still move when the power is on, which is not often.
"""
"""Two hundred and thirty words with seven dates: about as many as news has."""


def timed(work: Callable[[], object], rounds: int = 5) -> float:
    """The best of a few rounds, in seconds of this process."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def medians(read: Callable[[str], object], phrases: Iterable[str]) -> float:
    """The median time of one phrase, each timed by itself."""
    return statistics.median(timed(lambda phrase=phrase: read(phrase), 9) for phrase in phrases)


def module(name: str) -> object | None:
    with contextlib.suppress(ImportError):
        return importlib.import_module(name)
    print(f"  {name} is not installed: pip install {name}")
    return None


def phrases() -> None:
    anchor = Anchor(published=Edtf.parse(DAY), language="en-US")
    ours = medians(lambda text: read_phrase(text, anchor), PHRASES)
    print(f"a phrase, median of {len(PHRASES)}: {ours * 1e6:.0f} µs")
    dateparser = module("dateparser")
    if dateparser:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(DAY)}
        parse = dateparser.parse
        for name, languages in (("as it comes", None), ("told that it is English", ["en"])):
            theirs = medians(
                lambda text, only=languages: parse(text, languages=only, settings=settings), PHRASES
            )
            print(f"  dateparser, {name}: {theirs * 1e6:.0f} µs, {theirs / ours:.0f} times as long")


def strings() -> None:
    def parse_all() -> None:
        _parsed.cache_clear()
        for text in STRINGS:
            value = Edtf.parse(text)
            _ = value.earliest, value.latest

    ours = timed(parse_all, 3)
    print(f"{len(STRINGS):,} EDTF strings with their bounds: {ours * 1e3:.0f} ms")
    edtf = module("edtf")
    if edtf:
        few = STRINGS[:: len(STRINGS) // 200]

        def parse_few() -> None:
            with contextlib.redirect_stdout(io.StringIO()):
                for text in few:
                    value = edtf.parse_edtf(text)
                    _ = value.lower_strict(), value.upper_strict()

        theirs = timed(parse_few, 1) * len(STRINGS) / len(few)
        print(f"  edtf, from {len(few)} of them: {theirs * 1e3:,.0f} ms, {theirs / ours:.0f} times as long")


def article() -> None:
    words = ARTICLE.split()
    text = " ".join((words * (5000 // len(words) + 1))[:5000])
    found = len(find_dates(text, DAY, language="en-US"))
    ours = timed(lambda: find_dates(text, DAY, language="en-US"), 15)
    plain = timed(lambda: [word.lower() for word in text.split()], 15)
    print(f"an article of 5,000 words with {found} dates: {ours * 1e3:.1f} ms")
    print(f"  splitting it and lower-casing its words: {plain * 1e3:.2f} ms, {ours / plain:.0f} times less")


if __name__ == "__main__":
    phrases()
    strings()
    article()
