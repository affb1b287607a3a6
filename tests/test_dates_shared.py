"""How well dates are read, measured on cases that are not ours and not in this repository."""

from __future__ import annotations

import csv
import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from dateline.dates import Edtf, EdtfError, edtf_for

pytestmark = pytest.mark.shared
DECIDED = {"1985-06-26/1985-04-12", "1999/1980", "2019-02-29", "1999-02-3X", "Y1700"}
"""What one other reader accepts and docs/dates.md refuses, with the clause."""


def gauge(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_dates", shared / "gauges" / "score_dates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases(shared: Path, name: str) -> list[dict]:
    return [
        json.loads(line)
        for line in (shared / "data" / "dates" / name).read_text(encoding="utf-8").splitlines()
    ]


def read(case: dict) -> str | None:
    return edtf_for(case["text"], case["ref"], sentence=case["sentence"], offset=case["offset"])


def test_nine_in_ten_dates_of_the_news_are_read_to_the_day(shared: Path) -> None:
    judge = gauge(shared).judge
    news = [case for case in cases(shared, "dev.jsonl") if case["corpus"] == "meantime"]
    verdicts = Counter(judge(read(case), case["expect"])[0] for case in news)
    assert verdicts["strict"] / len(news) >= 0.90
    assert verdicts["wrong"] / len(news) <= 0.04


def test_hardly_a_date_is_invented(shared: Path) -> None:
    invented = [case["text"] for case in cases(shared, "negatives_dev.jsonl") if read(case)]
    # The ranges are annotated as durations; a range that names its ends is a date to us.
    assert set(invented) <= {"from 2009 to 2011", "between 2014 and 2016", "a year ago"}


def test_edtf_is_accepted_and_refused_as_elsewhere(shared: Path) -> None:
    with (shared / "data" / "dates" / "edtf_dev.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    verdicts = Counter(
        (row["valid"], accepted(row["string"])) for row in rows if row["string"] not in DECIDED
    )
    assert verdicts["valid", False] == 0
    assert verdicts["invalid", True] <= 1


def accepted(text: str) -> bool:
    try:
        Edtf.parse(text)
    except EdtfError:
        return False
    return True
