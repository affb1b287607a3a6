"""Numbers with their units, as sources write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dateline.reconcile.comparing import WordsValue, relation_of
from dateline.reconcile.quantities import read_quantity

READ = [
    ("$3 billion", 3_000_000_000, 3_000_000_000, "USD"),
    ("$3bn", 3_000_000_000, 3_000_000_000, "USD"),
    ("US$3.5 b", 3_500_000_000, 3_500_000_000, "USD"),
    ("3 billion dollars", 3_000_000_000, 3_000_000_000, "USD"),
    ("€2m", 2_000_000, 2_000_000, "EUR"),
    ("£1.25 million", 1_250_000, 1_250_000, "GBP"),
    ("39,000 vehicles", 39_000, 39_000, "vehicle"),
    ("over 39,000 vehicles", 39_000, None, "vehicle"),
    ("“over 39,000”", 39_000, None, ""),
    ("fewer than 400", None, 400, ""),
    ("about $20 billion", 19_000_000_000, 21_000_000_000, "USD"),
    ("nearly 100", 90, 100, ""),
    ("6 %", 6, 6, "%"),
    ("70 per cent", 70, 70, "%"),
    ("70 percent", 70, 70, "%"),
    ("twenty-five people", 25, 25, "people"),
    ("six months", 6, 6, "month"),
    ("a 550,000-unit target", 550_000, 550_000, "unit"),
    ("3 to 4 ships", 3, 4, "ship"),
    ("$3–4 billion", 3_000_000_000, 4_000_000_000, "USD"),
    ("411,837 EVs", 411_837, 411_837, "ev"),
    ("half a million", 500_000, 500_000, ""),
    ("a dozen ships", 12, 12, "ship"),
    ("two dozen", 24, 24, ""),
    ("a billion dollars", 1_000_000_000, 1_000_000_000, "USD"),
    ("between 3 and 4 billion", 3_000_000_000, 4_000_000_000, ""),
    ("a quarter of sales", 25, 25, "%"),
    ("nearly half", 45, 50, "%"),
    ("−5%", -5, -5, "%"),
    ("minus 5 to 7 degrees", -7, -5, "degree"),
    ("1,5 Mio. Euro", 1_500_000, 1_500_000, "EUR"),
    ("3 Mrd. €", 3_000_000_000, 3_000_000_000, "EUR"),
    ("3 milliards d’euros", 3_000_000_000, 3_000_000_000, "EUR"),
    ("1 000 ships", 1_000, 1_000, "ship"),
    ("1.000.000", 1_000_000, 1_000_000, ""),
    ("HK$5m", 5_000_000, 5_000_000, "HKD"),
    ("$3 billion a year", 3_000_000_000, 3_000_000_000, "USD/year"),
    ("120 kilometres", 120, 120, "km"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), READ)
def test_a_quantity_is_read(text: str, low: int | None, high: int | None, unit: str) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert (quantity.low, quantity.high) == tuple(None if n is None else Decimal(n) for n in (low, high))
    assert quantity.unit == unit


@pytest.mark.parametrize(
    "text", ["several months", "SU7", "an F-150", "411,837 of 400,000", "", "1.2.3", "5 to 1"]
)
def test_a_text_without_one_quantity_has_none(text: str) -> None:
    assert read_quantity(text) is None


RELATIONS = [
    ("$3 billion", "$3bn", "agree"),
    ("$3 billion", "$3.5 billion", "disagree"),
    ("$3 billion", "€3 billion", "disagree"),
    ("70%", "70 per cent", "agree"),
    ("over 39,000", "41,000", "agree"),
    ("over 39,000", "38,500", "disagree"),
    ("over 39,000", "under 41,000", "compatible"),
    ("about $19.5 billion", "$19.5 billion", "agree"),
    ("about $19.5 billion", "$25 billion", "disagree"),
    ("a $3.5 billion plant", "$3.5 billion", "agree"),
    ("a $3 billion data centre", "a $3 billion plant", "disagree"),
    ("four people", "four anonymous sources", "disagree"),
    ("four people", "4 people familiar with the matter", "agree"),
    ("39,000", "39,000 vehicles", "agree"),
    ("Representative John Moolenaar", "Republican Representative John Moolenaar", "agree"),
    ("Senator John Moolenaar", "Representative John Moolenaar", "disagree"),
    ("The Financial Times", "Financial Times", "agree"),
    ("‘completely false’", "“Completely false,”", "agree"),
    ("negotiating", "not negotiating", "disagree"),
    ("six months", "six", "agree"),
    ("US$3,000m", "$3 billion", "agree"),
    ("half a million", "500,000", "agree"),
    ("a quarter", "25 %", "agree"),
    ("three-quarters", "70%", "disagree"),
    ("half", "half a million", "disagree"),
    ("25%", "25", "disagree"),
    ("25%", "25 percentage points", "disagree"),
    ("5%", "−5%", "disagree"),
    ("$3bn", "C$3bn", "disagree"),
    ("$3 billion", "$3 billion a year", "disagree"),
    ("3 to 4 billion", "3.5 billion", "agree"),
    ("between 3 and 4 billion", "5 billion", "disagree"),
    ("1,5 Mio.", "1.5 million", "agree"),
    ("1,5 Mio.", "15 million", "disagree"),
    ("10 lakh", "1 million", "agree"),
    ("10 lakh", "10", "disagree"),
    ("two dozen", "two", "disagree"),
    ("1.3m people", "1.3bn people", "disagree"),
]


@pytest.mark.parametrize(("one", "other", "relation"), RELATIONS)
def test_words_and_numbers_are_compared(one: str, other: str, relation: str) -> None:
    assert relation_of(WordsValue.of(one), WordsValue.of(other)) == relation
    assert relation_of(WordsValue.of(other), WordsValue.of(one)) == relation
