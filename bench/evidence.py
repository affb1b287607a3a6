"""How long it takes to verify 10,000 quotations against 500 snapshots of 20 kB: afresh, and unchanged.

    python bench/evidence.py

A made-up corpus, always the same. The peer is rapidfuzz's `partial_ratio`, the quickest of the usual ways to
look for a quotation in a text, on the same quotations and texts, in the same run; difflib, on a hundredth.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import hashlib
import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from rapidfuzz import fuzz

from dateline.evidence import verify
from dateline.evidence.lock import Lock, check, renew
from dateline.evidence.lockfile import dump, parse
from dateline.model import Citation, Event, Snapshot, Statement, Words
from dateline.problems import Place

SNAPSHOTS, CHARACTERS, CITATIONS, PER_EVENT = 500, 20_000, 10_000, 5
SYLLABLES = [a + b for a in ("b", "f", "h", "l", "m", "st", "tr", "w") for b in ("a", "er", "ine", "o", "un")]


def texts(chance: random.Random) -> Iterator[str]:
    """Articles of made-up words, with the typography of a news site."""
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(4_000)]
    for _ in range(SNAPSHOTS):
        parts: list[str] = []
        while sum(map(len, parts)) < CHARACTERS:
            sentence = chance.choices(words, k=chance.randint(6, 24))
            sentence[chance.randrange(len(sentence))] += chance.choice(["’s", ",", " —", "", "", ""])
            sentence[chance.randrange(len(sentence))] = str(chance.randint(2, 2026))
            spoken = chance.random() < 0.2
            said = " ".join(sentence).capitalize()
            parts.append(f"“{said},” it said on Monday. " if spoken else f"{said}. ")
        yield "".join(parts)


def snapshots(chance: random.Random) -> dict[str, Snapshot]:
    return {
        f"source-{n:03}": Snapshot(
            source=f"source-{n:03}", text=text, sha256=hashlib.sha256(text.encode()).hexdigest()
        )
        for n, text in enumerate(texts(chance))
    }


def citation(number: int, copy: Snapshot, chance: random.Random) -> Citation:
    """Eight to thirty words as they stand, or typed plainly; every third with a word of them under `says`."""
    starts = copy.text.find(" ", chance.randrange(len(copy.text) - 400)) + 1
    words = copy.text[starts : starts + 300].split(" ")[: chance.randint(8, 30)]
    quote = " ".join(words)
    if chance.random() < 0.5:
        quote = quote.translate(str.maketrans("“”’—", '""\'-'))
    at = Place("content/events/e.md", 8 + number, 5)
    says = (Statement(field="who", words=Words(text=words[1], place=at)),) if number % 3 == 0 else ()
    return Citation(source=copy.source, place=at, quote=Words(text=quote, place=at), says=says, number=number)


def events(copies: Sequence[Snapshot], chance: random.Random) -> list[Event]:
    return [
        Event(
            id=f"event-{n:04}",
            title=f"Event {n}",
            status="reported",
            place=Place(f"content/events/event-{n:04}.md"),
            citations=tuple(citation(i, chance.choice(copies), chance) for i in range(1, PER_EVENT + 1)),
        )
        for n in range(CITATIONS // PER_EVENT)
    ]


def timed(work: Callable[[], object]) -> float:
    """Seconds of one core, with the collector of garbage at rest, as `timeit` has it."""
    gc.collect()
    gc.disable()
    begun = process_time()
    work()
    took = process_time() - begun
    gc.enable()
    return took


def main() -> None:
    runs = argparse.ArgumentParser(description=__doc__)
    runs.add_argument("--runs", type=int, default=3, help="how often each is measured; the best counts [3]")
    runs.add_argument("--no-peer", action="store_true", help="leave out the comparison")
    wishes = runs.parse_args()

    chance = random.Random(4)
    made, copies = [], {}
    while not made:
        copies = snapshots(chance)
        made = events(list(copies.values()), chance)
    verified = [verify(event, copies, Lock()) for event in made]
    faults = sum(len(problems) for _, problems in verified)
    lock = renew([event for event, _ in verified], copies, Lock(), date(2026, 11, 22))
    print(f"{CITATIONS} citations, {SNAPSHOTS} snapshots of {CHARACTERS} characters, {faults} refused")

    with TemporaryDirectory() as folder:
        file = Path(folder) / "citations.lock"
        file.write_text(dump(lock), encoding="utf-8")

        def unchanged() -> None:
            read, problems = parse(file.read_text(encoding="utf-8"), "citations.lock")
            seen = [verify(event, copies, read)[0] for event in made]
            assert not problems
            check(seen, read)

        def afresh() -> None:
            anew = {id: Snapshot(source=id, text=s.text, sha256=s.sha256) for id, s in copies.items()}
            for event in made:
                verify(event, anew, Lock())

        reading = min(timed(lambda: parse(file.read_text("utf-8"), "x")) for _ in range(wishes.runs))
        again = min(timed(unchanged) for _ in range(wishes.runs))
    new = min(timed(afresh) for _ in range(wishes.runs))
    print(f"unchanged, with reading the lock  {again:7.3f} s   (the lock alone {reading:.3f} s)")
    print(f"afresh                            {new:7.3f} s")
    if not wishes.no_peer:
        compare(made, copies, new)


def compare(made: Sequence[Event], copies: dict[str, Snapshot], ours: float) -> None:
    """The same quotations and texts, by likeness."""
    pairs = [(c.quote.text, copies[c.source].text) for event in made for c in event.citations if c.quote]
    sample = pairs[:: len(pairs) // 100]
    rapid = timed(lambda: [fuzz.partial_ratio(*pair) for pair in sample]) * len(pairs) / len(sample)
    few = sample[:10]
    slow = timed(lambda: [difflib_ratio(*pair) for pair in few]) * len(pairs) / len(few)
    for name, took, count in (
        ("rapidfuzz partial_ratio", rapid, len(sample)),
        ("difflib find_longest_match", slow, len(few)),
    ):
        print(f"{name:<33} {took:7.1f} s   {took / ours:.1f} times afresh ({count} of them, scaled up)")


def difflib_ratio(quote: str, text: str) -> float:
    matcher = difflib.SequenceMatcher(None, quote, text, autojunk=False)
    return matcher.find_longest_match().size / len(quote)


if __name__ == "__main__":
    main()
