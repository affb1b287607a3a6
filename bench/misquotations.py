"""How many misquotations the matcher accepts, and how many other printings it refuses, kind by kind.

    python bench/misquotations.py [TEXT ...]

The kinds are those of the tests; without a file, the sentences are those of the tests' made-up article.
Both sums must be 0.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from misquoting import ARTICLE, accepted, misquotes, printings, refused

ROUNDS, SEED = 75, 7


def main() -> int:
    wishes = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    wishes.add_argument("texts", nargs="*", type=Path, help="sources to take sentences from")
    files = wishes.parse_args().texts
    texts = [file.read_text(encoding="utf-8") for file in files] or [ARTICLE]
    wrong = table("misquotations", "accepted", [accepted(misquotes(t, ROUNDS, SEED), t) for t in texts])
    wrong += table("other printings", "refused", [refused(printings(t, ROUNDS // 3, SEED), t) for t in texts])
    return 1 if wrong else 0


def table(title: str, verdict: str, results: list[tuple[Counter[str], list[str]]]) -> int:
    """One row a kind; returns how many went wrong."""
    tried: Counter[str] = sum((counts for counts, _ in results), Counter())
    wrong = Counter(case.partition(":")[0] for _, cases in results for case in cases)
    print(f"\n{title:<32}{'tried':>8}{verdict:>10}")
    for kind, count in tried.items():
        print(f"  {kind:<30}{count:>8}{wrong[kind]:>10}")
    print(f"  {'all':<30}{tried.total():>8}{wrong.total():>10}")
    return wrong.total()


if __name__ == "__main__":
    raise SystemExit(main())
