"""`dateline cite`: rough words become the source's own, as a citation that a build accepts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli import main
from dateline.dates import read_stated
from dateline.evidence import Found, find
from dateline.evidence.citing import Passage, cite, scalar
from dateline.evidence.searched import Text
from dateline.evidence.sentences import sentence, sentences, widened
from dateline.model import Source
from dateline.problems import Place
from dateline.records import read_event
from dateline.records.halves import INVISIBLE
from misquoting import ARTICLE

WIRE = Source(
    id="wire",
    title="Wire",
    place=Place("content/sources/wire.md"),
    published=read_stated("2025-03-19"),
    timezone="Europe/London",
)


def cited(words: str, text: str = ARTICLE, source: Source = WIRE) -> list[Passage]:
    return list(cite(words, source, Text(text)))


def quotes(words: str, text: str = ARTICLE) -> list[str]:
    return [passage.quote for passage in cited(words, text)]


ROUGH = {
    "words as they stand stay as typed": (
        "sell four of its eleven ships",
        ["sell four of its eleven ships"],
    ),
    "other quotation marks are the source's": (
        "never seen a business plan",
        ["never seen a business plan"],
    ),
    "too few words become their sentence": (
        "Brandt",
        [
            "Councillor Ada Brandt said she had “never seen a business plan”, and that the ferry’s closure "
            "couldn’t be ruled out before Monday."
        ],
    ),
    "a negation beside them is taken in": (
        "planning to end its ferry service",
        ["Harbour Line is not planning to end its ferry service between Port Ellis and Skerry"],
    ),
    "other words in the same order": (
        "the report is just untrue",
        ["This report is simply untrue."],
    ),
    "other words in another order": (
        "fare raise in April not intended by company",
        [
            "Harbour Line’s chief executive, Jon Marsh, told the council that the company had no intention "
            "of raising fares in April."
        ],
    ),
    "a long sentence gives the clauses": (
        "citing three people who are close to the talks",
        ["citing three people close to the talks"],
    ),
    "an unclosed quotation mark is not quoted": (
        "there is nothing at all behind it",
        ["There is nothing behind it"],
    ),
    "nothing of the kind": ("bananas and pancakes for two", []),
    "no words": ("", []),
}


@pytest.mark.parametrize(("words", "expected"), ROUGH.values(), ids=ROUGH)
def test_rough_words_become_the_sources_own(words: str, expected: list[str]) -> None:
    assert quotes(words) == expected


def test_words_that_stand_twice_give_every_passage_with_what_tells_it_apart() -> None:
    text = "He said that he would go. She said that he would go."
    assert [(p.start, p.prefix) for p in cited("said that he would", text)] == [(3, "He"), (30, "She")]
    alike = "said that he would. said that he would."
    assert [(p.prefix, p.suffix) for p in cited("said that he would", alike)] == [
        ("", ". said"),
        ("would.", ""),
    ]


def test_passages_that_nothing_tells_apart_are_left_out() -> None:
    assert cited("so it goes", "so it goes. " * 60) == []


@given(st.sampled_from(list(sentences(ARTICLE))), st.data())
def test_what_is_printed_is_what_a_build_accepts(span: tuple[int, int], data: st.DataObject) -> None:
    words = ARTICLE[slice(*span)].split()
    rough = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=9)))
    for passage in cited(rough):
        found = find(passage.quote, ARTICLE, prefix=passage.prefix, suffix=passage.suffix)
        assert found == Found(passage.match, passage.start, passage.end)
        event, problems = read_event("e", "e.md", front_matter(passage))
        assert problems == ()
        assert event is not None
        (citation,) = event.citations
        assert citation.quote is not None
        assert (citation.source, citation.quote.text) == ("wire", passage.quote)
        assert (citation.prefix, citation.suffix) == (passage.prefix, passage.suffix)
        assert [str(said.words) for said in citation.says] == [date.words for date in passage.dates[:1]]


def front_matter(passage: Passage) -> str:
    return f"---\ntitle: T\nstatus: reported\ncitations:\n{passage.yaml()}\n---\n"


ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@given(ANY)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    if INVISIBLE.search(text):
        return
    typed = f"---\ntitle: T\nstatus: reported\ncitations:\n  - source: s\n    quote: {scalar(text)}\n    says: {{x: {scalar(text)}, y: z}}\n---\n"  # noqa: E501
    event, problems = read_event("e", "e.md", typed)
    if text.strip() and event is not None and event.citations[0].quote is not None and problems == ():
        quote, says = event.citations[0].quote, event.citations[0].says
        assert quote.text == says[0].words.text == text.strip()
        assert len(says) == 2
    else:
        assert not any(c.isprintable() and not c.isspace() for c in text)


PLAIN = ("on Monday", "12%", "a (small) b", "1998", "l’été", "over $3 billion", "Ford – perhaps")
QUOTED = ("said: no", "a, b", "- a", "#a", "a #b", "[a]", "{a}", "'a", '"', "\\", "a:", *"*&!%@`|>?")


def test_only_what_yaml_could_mistake_is_quoted() -> None:
    assert [text for text in PLAIN if scalar(text) != text] == []
    assert [text for text in QUOTED if not scalar(text).startswith('"')] == []


def test_the_citation_is_printed_with_its_place_and_its_date() -> None:
    (passage,) = cited("Brandt")
    assert passage.yaml() == (
        f"  # wire, characters {passage.start}–{passage.end}, typographic\n"
        "  - source: wire\n"
        f"    quote: {scalar(passage.quote)}\n"
        "    says: {date: before Monday}  # [..2025-03-23], before"
    )


def test_every_date_of_the_sentence_is_offered_and_those_of_the_quotation_come_first() -> None:
    (passage,) = cited("county council approved the winter timetable")
    assert [date.words for date in passage.dates] == ["October 2024", "since August"]
    assert passage.yaml().splitlines()[3:] == [
        "    says: {date: October 2024}  # 2024-10, month and year",
        "    # or {date: since August}  # 2024-08/.., since",
    ]


TWO_DATES = "The ferry, opened in May 1931, is idle. " + (
    "The council, which first met in May 1931, voted to end funding last Tuesday."
)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("council voted to end funding last tuesday", "last Tuesday"),
        ("the council first met in may 1931 and voted", "May 1931"),
        ("voted to end funding", "last Tuesday"),
        ("The council, which first met in May 1931, voted to end funding last Tuesday.", "last Tuesday"),
    ],
)
def test_the_date_that_was_typed_comes_first_and_else_the_one_of_the_main_clause(
    words: str, first: str
) -> None:
    (passage,) = cited(words, TWO_DATES)
    assert [date.words for date in passage.dates][:1] == [first]
    assert len(passage.dates) == 2


def test_a_date_whose_source_has_no_day_says_so() -> None:
    undated = Source(id="wire", title="Wire", place=Place("content/sources/wire.md"))
    (passage,) = cited("Brandt", source=undated)
    assert passage.yaml().endswith(
        "    says: {date: before Monday}"
        "  # cannot be read: when the source was published is not known well enough"
    )
    assert passage.as_dict()["dates"] == [
        {"words": "before Monday", "edtf": None, "label": None, "rule": None}
    ]


LINES = (
    "A heading without a stop\nFord said no. Mr. Marsh of Ford Inc. said “No. Never.” It was 2.5 m. "
    f"U.S. law says so.\n{'x' * 121}"
)


def test_sentences_end_where_a_reader_hears_them_end() -> None:
    assert [LINES[slice(*span)] for span in sentences(LINES)][:-1] == [
        "A heading without a stop",
        "Ford said no.",
        "Mr. Marsh of Ford Inc. said “No. Never.”",
        "It was 2.5 m.",
        "U.S. law says so.",
    ]


def test_a_line_of_a_wrapped_text_ends_no_sentence() -> None:
    text = "The talks with Northern\nSail were under way.\n\nA heading\n\nMore."
    assert [text[slice(*span)] for span in sentences(text)] == [
        "The talks with Northern\nSail were under way.",
        "A heading",
        "More.",
    ]
    assert sentence(text, (4, 9)) == (0, 44)


def test_a_short_page_is_no_paragraph_broken_by_its_width() -> None:
    page = "Home\nNews\nClinic to close its night ward\nBy Jo Pell\nThe board decided on Monday."
    assert page[slice(*sentence(page, (len(page) - 10, len(page) - 4)))] == "The board decided on Monday."
    paragraph = "The board that runs the clinic\ndecided on Monday, after hours\nof talk."
    assert sentence(paragraph, (4, 9)) == (0, len(paragraph))


A, B = "a " * 30, "b " * 30
FEW = f"{'a ' * 16}, no, {'b ' * 15}b"
WIDENED = {
    "a short sentence": ("One two three. Four five six. Seven.", "five", "Four five six."),
    "a statement without its marks": ("He: “So it is.” She: “No.” Yes.", "it", "He: “So it is.”"),
    "all of it in marks": ("“So it is indeed.” Then more.", "indeed", "So it is indeed."),
    "a mark that is never closed": ("“So it is indeed. And more,” he said.", "is", "So it is indeed."),
    "clauses of a long one": (f"{A}, he said no, and {B}", "said", "he said no"),
    "a mark opened inside": (f"{A}, he said “no way, no”, {B}", "said “no", "he said “no way, no”"),
    "a mark closed inside": (f"{A} “no way” he said, {B}", "way” he", "“no way” he said"),
    "clauses of too few words": (FEW, "no", FEW),
}


@pytest.mark.parametrize(("text", "words", "expected"), WIDENED.values(), ids=WIDENED)
def test_a_passage_is_widened_to_what_says_something_whole(text: str, words: str, expected: str) -> None:
    at = text.index(words)
    assert text[slice(*widened(text, (at, at + len(words))))] == expected


Capture = pytest.CaptureFixture[str]


def test_cite_prints_what_can_be_pasted(scaffolded: Path, capsys: Capture) -> None:
    copy = scaffolded / "snapshots" / "echo.txt"
    rough = " ".join(copy.read_text(encoding="utf-8").split()[4:10])
    assert main(["cite", "echo", rough], root=scaffolded) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[1] == "  - source: echo"
    assert main(["cite", "echo", rough, "--json"], root=scaffolded) == 0
    (passage,) = json.loads(capsys.readouterr().out)
    assert set(passage) == {"source", "quote", "prefix", "suffix", "match", "start", "end", "dates"}


def test_cite_says_why_there_is_nothing_to_paste(scaffolded: Path, capsys: Capture) -> None:
    def told(*arguments: str) -> tuple[int, str]:
        code = main(["cite", *arguments], root=scaffolded)
        return code, capsys.readouterr().err

    assert told("ecco", "x") == (2, 'dateline: no source has the id "ecco". Did you mean "echo"?\n')
    assert told("zzz", "x") == (
        2,
        'dateline: no source has the id "zzz". Write content/sources/zzz.md first.\n',
    )
    assert told("echo", "pancakes, anyone") == (
        1,
        'dateline: nothing like "pancakes, anyone" stands in source "echo". '
        "Try other words, or more of them.\n",
    )
    radio = (scaffolded / "snapshots" / "valley-radio.txt").read_text(encoding="utf-8")
    (scaffolded / "snapshots" / "valley-radio.txt").write_text(radio + "\nZebras graze upon pancakes.\n")
    assert told("echo", "zebras graze upon pancakes") == (
        1,
        'dateline: nothing like "zebras graze upon pancakes" stands in source "echo". '
        'Source "valley-radio" has something like it.\n',
    )
    (scaffolded / "snapshots" / "echo.txt").unlink()
    assert told("echo", "x") == (
        2,
        'dateline: source "echo" has no copy here. '
        "Save it as text or HTML, then: dateline snapshot echo FILE\n",
    )
