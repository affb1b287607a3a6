"""What sources say about a field: one reading, and every disagreement with all its values."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from dateline.dates import Edtf, read_stated
from dateline.model import Citation, Disagreement, Event, Resolution, Source, Statement, Words
from dateline.pages.dateviews import is_unresolved, outcome, rival_values
from dateline.problems import Place
from dateline.reconcile import in_time_order, reconcile
from dateline.reconcile.weighing import choice, is_remark, origins, ruling
from dateline.tongue import ENGLISH

FILE = "content/events/report.md"


def source(
    id: str, published: str = "2026-02-02", zone: str = "UTC", derived: tuple[str, ...] = ()
) -> Source:
    return Source(
        id=id,
        title=id,
        place=Place(f"content/sources/{id}.md"),
        published=read_stated(published) if published else None,
        timezone=zone,
        derived_from=derived,
    )


SOURCES = {
    each.id: each for each in [source("monday"), source("sunday", "2026-02-01"), source("undated", "")]
}


def event(
    *said: tuple[str, str],
    field: str = "date",
    date: str = "",
    verdict: str = "",
    because: str = "",
) -> Event:
    """An event of which each (source, words) is a citation."""
    citations = tuple(
        Citation(
            source=id,
            place=Place(FILE, 10 + n, 5),
            says=(Statement(field=field, words=Words(text=words, place=Place(FILE, 10 + n, 20))),),
            number=n,
        )
        for n, (id, words) in enumerate(said, 1)
    )
    place = Place(FILE, 30, 3)
    resolution = Resolution(field=field, verdict=verdict, because=because, place=place)
    return Event(
        id="report",
        title="Report",
        status="reported",
        place=Place(FILE),
        stated_date=Words(text=date, place=Place(FILE, 4, 7)) if date else None,
        citations=citations,
        resolutions=(resolution,) if verdict or because else (),
    )


def told(made: Event, sources: dict[str, Source] = SOURCES) -> tuple[Event, list[str]]:
    reconciled, problems = reconcile(made, sources, "north")
    return reconciled, [str(problem) for problem in problems]


def values(disagreement: Disagreement) -> list[str]:
    """The words of each value, with a star at those that stand."""
    return [f"*{value.words}" if value.stands else value.words for value in disagreement.values]


def date_of(made: Event) -> str:
    return str(made.date.value) if made.date else ""


def test_values_that_contain_one_another_agree_and_the_narrower_stands() -> None:
    made, problems = told(event(("monday", "January 2026"), ("sunday", "Saturday"), ("monday", "2026")))
    assert problems == []
    assert made.disagreements == ()
    assert date_of(made) == "2026-01-31"


@pytest.mark.parametrize(
    ("actor", "value"), [("apple", "2025-10/2026-09"), ("ford", "2026-04/2027-03"), ("", "2026-04/2027-03")]
)
def test_a_fiscal_year_is_that_of_the_events_actor_or_the_sites(actor: str, value: str) -> None:
    made = replace(event(("monday", "fiscal 2027" if actor != "apple" else "fiscal 2026")), actors=(actor,))
    reconciled, _ = reconcile(made, SOURCES, "north", {"": "04-01", "apple": "10-01"})
    assert date_of(reconciled) == value


def test_values_that_exclude_each_other_disagree_and_all_are_kept() -> None:
    made, _ = told(event(("sunday", "Saturday"), ("monday", "In early 2024"), ("monday", "on Saturday")))
    (found,) = made.disagreements
    assert (found.event, found.field, found.relation) == ("report", "date", "disagree")
    assert values(found) == ["Saturday", "*In early 2024"]
    assert [value.citations for value in found.values] == [(1, 3), (2,)]
    assert [value.sources for value in found.values] == [("sunday", "monday"), ("monday",)]
    assert (found.verdict, found.by_editor) == ("explicit beats anchored", False)
    assert found.because == "It names its date in full; the others depend on the day they were written."


def test_values_that_overlap_are_compatible() -> None:
    made, _ = told(event(("monday", "2025-12/2026-01"), ("monday", "2026-01/2026-02")))
    assert made.disagreements[0].relation == "compatible"


def test_an_error_named_in_the_verdict_leaves_the_others() -> None:
    said = [("sunday", "Saturday"), ("monday", "In early 2024")]
    made, problems = told(event(*said, verdict="error in monday", because="It gives later figures."))
    (found,) = made.disagreements
    assert problems == []
    assert values(found) == ["*Saturday", "In early 2024"]
    assert (found.verdict, found.because, found.by_editor) == (
        "error in monday",
        "It gives later figures.",
        True,
    )
    assert date_of(made) == "2026-01-31"


@pytest.mark.parametrize(
    ("verdict", "told_as"),
    [
        ("error in monday", "error in The Monday Post"),
        ("Loose paraphrase in monday and sunday.", "Loose paraphrase in The Monday Post and Sunday Echo"),
        ("a matter of taste in the end", "a matter of taste in the end"),
        ("counted in days", "counted in days"),
        ("superseded by monday", "superseded by The Monday Post"),
    ],
)
def test_a_verdict_names_its_sources_as_readers_know_them(verdict: str, told_as: str) -> None:
    names = {"monday": "The Monday Post", "sunday": "Sunday Echo"}
    made, _ = told(event(("sunday", "Saturday"), ("monday", "In early 2024"), verdict=verdict))
    assert ruling(made.disagreements[0], ENGLISH, lambda id: names.get(id, id))[0] == told_as


def test_a_verdict_against_everybody_or_nobody_here_changes_nothing() -> None:
    said = [("sunday", "Saturday"), ("monday", "In early 2024")]
    assert date_of(told(event(*said, verdict="error in monday and sunday"))[0]) == "2024"
    assert told(event(*said, verdict="error in mondays"))[1] == [], "told by the checks: no such source"
    made, problems = told(event(*said, verdict="loose paraphrase in mondays"))
    assert date_of(made) == "2024"
    assert problems == [
        f'{FILE}:30:3: warning: the verdict names "mondays", which states nothing for date here. '
        'Did you mean "monday"?'
    ]


@pytest.mark.parametrize(
    "verdict",
    ["superseded", "superseded by the letter", "I trust sunday, not monday", "a matter of taste in the end",
     "counted in weeks", "counted in days", "error in monday and sunday"],
)  # fmt: skip
def test_a_verdict_that_chooses_nothing_leaves_it_to_a_rule_and_is_reported(verdict: str) -> None:
    made, problems = told(event(("sunday", "Saturday"), ("monday", "In early 2024"), verdict=verdict))
    (found,) = made.disagreements
    assert (values(found), found.rule) == (["Saturday", "*In early 2024"], "explicit beats anchored")
    assert is_remark(found)
    assert choice(found, "early 2024", ENGLISH) == (
        "The timeline uses early 2024. Chosen by rule: Explicit beats anchored. "
        "It names its date in full; the others depend on the day they were written."
    )
    assert problems == [
        f'{FILE}:30:3: warning: the verdict "{verdict}" names no source that it sets aside or follows, so '
        'the rule "explicit beats anchored" decides for "In early 2024". Write e.g. "superseded in monday", '
        'to set that aside, or "superseded by sunday", to follow that; the sources are monday, sunday.'
    ]


@pytest.mark.parametrize(
    "verdict",
    ["superseded by sunday", "Corrected by the sunday.", "replaced by sunday and undated"],
)
def test_a_verdict_may_name_the_source_to_follow(verdict: str) -> None:
    said = [("sunday", "Saturday"), ("monday", "In early 2024")]
    made, problems = told(event(*said, verdict=verdict))
    (found,) = made.disagreements
    assert (values(found), problems, found.rule) == (["*Saturday", "In early 2024"], [], "")
    assert (date_of(made), is_remark(found), choice(found, "x", ENGLISH)) == ("2026-01-31", False, "")


def test_an_unresolved_date_stands_nowhere_and_a_rule_places_the_event() -> None:
    said = [("sunday", "Saturday"), ("monday", "In early 2024")]
    made, problems = told(event(*said, verdict="unresolved"))
    (found,) = made.disagreements
    assert (values(found), date_of(made), problems) == (["Saturday", "In early 2024"], "2024", [])
    assert choice(found, "early 2024", ENGLISH).startswith(
        "No date stands. The event is placed at early 2024. Chosen by rule: Explicit beats anchored."
    )
    assert is_unresolved(made)
    assert [value.words for value in rival_values(made)] == ["In early 2024", "Saturday"]
    rows = [outcome(value.reading, made.date, unresolved=True) for value in found.values]
    assert rows == ["contradicts another date; neither stands", "the event is placed here"]
    own, _ = told(event(*said, date="2026-01-31", verdict="unresolved"))
    assert values(own.disagreements[0]) == ["*Saturday", "In early 2024"], "the editor gave a date"


def test_the_editors_date_stands_and_excludes_nobody_silently() -> None:
    said = [("sunday", "Saturday"), ("monday", "In early 2024")]
    made, problems = told(event(*said, date="2026-01-31"))
    assert problems == []
    assert values(made.disagreements[0]) == ["*Saturday", "In early 2024"]
    assert (made.disagreements[0].verdict, made.disagreements[0].by_editor) == ("the editor's date", True)
    own, _ = told(event(*said, date="2025-05", because="A letter says so."))
    assert values(own.disagreements[0]) == ["Saturday", "In early 2024", "*2025-05"]
    assert own.disagreements[0].values[2].citations == ()
    assert date_of(own) == "2025-05"


UNSUPPORTED = (
    f'{FILE}:4:7: warning: no source is cited for the date "2026-01-31". '
    "Give the source's words (says: {date: ...}), or your reason "
    "(resolutions: {date: {verdict: counted back, because: ...}}, in your own words)."
)


def test_a_date_that_no_source_states_needs_a_reason() -> None:
    assert told(event(("monday", "four"), field="people", date="2026-01-31"))[1] == [UNSUPPORTED]
    assert told(event(("monday", "January 2026"), date="2026-01-31"))[1] == [
        f'{FILE}:4:7: warning: no source states the date "2026-01-31". They say "January 2026". '
        "Leave date out, or give your reason "
        "(resolutions: {date: {verdict: counted back, because: ...}}, in your own words)."
    ], "more exact than any"
    assert told(event(("sunday", "Saturday"), date="2026-01"))[1] == [], "less exact is supported"
    assert told(event(date="2026-01-31", because="By the post's own stamp."))[1] == []


def test_an_event_without_a_date_stays_undated() -> None:
    made, problems = told(event(("monday", "four people"), field="people"))
    assert (made.date, made.disagreements, problems) == (None, (), [])


def test_a_date_of_the_editors_that_cannot_be_read_is_an_error_at_its_place() -> None:
    assert told(event(date="2026-02-31"))[1] == [
        f'{FILE}:4:15: error: "2026-02-31" is not a date: February 2026 has 28 days. '
        "Write 2026-02-28, or just 2026-02."
    ]


AT = f"{FILE}:11:20: warning: "
OPEN = {"open": source("open", "2026-02-01/..")}
DECADE = {"decade": source("decade", "2020-01/2025-12")}
WIDE = {"wide": source("wide", "2026-02")}
UNREAD = [
    (
        "monday", "sometime maybe", SOURCES,
        '"sometime maybe" names no date. Give the words that say when, or use another field.',
    ),
    (
        "monday", "Three days later", SOURCES,
        '"Three days later" counts from a date named earlier. Quote the sentence that names it, too.',
    ),
    (
        "undated", "Saturday", SOURCES,
        '"Saturday" cannot be read: when source "undated" was published is not known. '
        "Give content/sources/undated.md a published date.",
    ),
    (
        "open", "Saturday", OPEN,
        '"Saturday" cannot be read: the publication date of source "open", 2026-02-01/.., is open-ended. '
        "Close it in content/sources/open.md, or quote words that name the date in full.",
    ),
    (
        "decade", "Saturday", DECADE,
        '"Saturday" cannot be read: the publication date of source "decade", 2020-01/2025-12, leaves it open '
        "which is meant. Narrow it in content/sources/decade.md, or quote words that name the date in full.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("id", "words", "sources", "message"), UNREAD)
def test_a_date_that_cannot_be_read_says_why(
    id: str, words: str, sources: dict[str, Source], message: str
) -> None:
    made, problems = told(event((id, words)), sources)
    assert problems == [AT + message]
    assert made.date is None
    assert made.citations[0].says[0].reading is None


@pytest.mark.parametrize("words", ["Wednesday 2 February 2026", "Wednesday, Feb. 2"])
def test_a_weekday_that_is_not_that_of_its_date_is_told(words: str) -> None:
    made, problems = told(event(("monday", words)))
    assert date_of(made) == "2026-02-02"
    assert problems == [
        f'{AT}"{words}" is read as 2026-02-02, which is a Monday. If the mistake is the source\'s, say '
        "in the text which is meant; the nearest Wednesday is 2026-02-04."
    ]


def test_explicit_dates_need_no_anchor() -> None:
    for id, sources in (("undated", SOURCES), ("open", OPEN), ("nobody", SOURCES)):
        made, problems = told(event((id, "31 January 2026")), sources)
        assert (date_of(made), problems) == ("2026-01-31", [])


REPRINTS = {
    "wire": source("wire"),
    "paper": source("paper"),
    "copy-one": source("copy-one", derived=("wire",)),
    "copy-two": source("copy-two", derived=("copy-one",)),
    "own": source("own"),
    "circle": source("circle", derived=("round",)),
    "round": source("round", derived=("circle",)),
}


def test_reprints_are_one_origin() -> None:
    assert origins("copy-two", REPRINTS) == {"wire"}
    assert origins("wire", REPRINTS) == {"wire"}
    assert origins("circle", REPRINTS) == origins("round", REPRINTS) == {"circle"}
    assert origins("somebody", REPRINTS) == {"somebody"}


RULES = [
    ([("wire", "3 May 2025"), ("paper", "last Saturday")], "3 May 2025", "explicit beats anchored"),
    ([("copy-one", "3 May 2025"), ("paper", "4 May 2025")], "4 May 2025", "first-hand beats relayed"),
    ([("paper", "May 2025"), ("wire", "4 June 2025")], "4 June 2025", "narrower beats wider"),
    ([("own", "3 May 2025"), ("wire", "4 May 2025"), ("copy-one", "4 May 2025"), ("paper", "4 May 2025")],
     "4 May 2025", "more independent origins"),
    ([("wire", "3 May 2025"), ("paper", "4 May 2025")], "3 May 2025", "first cited beats later cited"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "stands", "rule"), RULES)
def test_without_a_verdict_a_named_rule_chooses(said: list[tuple[str, str]], stands: str, rule: str) -> None:
    made, _ = told(event(*said), REPRINTS)
    (found,) = made.disagreements
    assert [value.words for value in found.values if value.stands] == [stands]
    assert (found.verdict, found.by_editor) == (rule, False)
    assert found.because


def test_the_order_of_citations_changes_the_choice_only_where_nothing_else_decides() -> None:
    for said, stands, rule in RULES[:4]:
        for order in permutations(said):
            made, _ = told(event(*order), REPRINTS)
            found = made.disagreements[0]
            assert ([v.words for v in found.values if v.stands], found.verdict) == ([stands], rule)


ZONES = {
    id: source(id, zone=zone)
    for id, zone in (
        ("america", "America/New_York"),
        ("china", "Asia/Shanghai"),
        ("taiwan", "Asia/Taipei"),
        ("london", "Europe/London"),
    )
}


def offered(*said: tuple[str, str]) -> str:
    made, _ = told(event(*said), ZONES)
    (found,) = made.disagreements
    assert found.relation == "disagree"
    return found.because


def test_a_day_between_two_zones_is_offered_as_an_explanation() -> None:
    for said in permutations((("america", "Sunday evening"), ("china", "on Monday"))):
        assert offered(*said) == (
            "Nothing else decides between them. They are a day apart and written in America/New_York and "
            "Asia/Shanghai, where one moment can have these two dates."
        )


def test_zones_explain_no_difference_that_runs_against_the_sun() -> None:
    alone = "Nothing else decides between them."
    assert offered(("america", "on Monday"), ("china", "on Sunday")) == alone
    assert offered(("china", "1 February 2026"), ("taiwan", "2 February 2026")) == alone
    assert offered(("america", "1 February 2026"), ("china", "3 February 2026")) == alone
    assert offered(("london", "14 March 44 BC"), ("china", "15 March 44 BC")) == alone
    assert "Europe/London and Asia/Shanghai" in offered(("london", "1 May 2026"), ("china", "2 May 2026"))


def test_what_overlaps_is_said_to_be_compatible() -> None:
    made, _ = told(event(("america", "2025-12/2026-01"), ("china", "2026-01/2026-02")), ZONES)
    assert [found.relation for found in made.disagreements] == ["compatible"]


def test_other_fields_are_compared_by_their_words() -> None:
    made, _ = told(
        event(("monday", "$3 billion"), ("sunday", "$3bn"), ("undated", "$3.5 billion"), field="amount")
    )
    (found,) = made.disagreements
    assert (found.field, found.relation) == ("amount", "disagree")
    assert values(found) == ["*$3 billion", "$3.5 billion"]
    assert found.values[0].sources == ("monday", "sunday")


VERDICTS = [
    ("", "disagree", ["*a smartphone giant", "tech giant", "EV giant"]),
    ("unresolved", "disagree", ["a smartphone giant", "tech giant", "EV giant"]),
    ("compatible wording", "compatible", ["*a smartphone giant", "*tech giant", "*EV giant"]),
    ("Reconcilable: all are true", "compatible", ["*a smartphone giant", "*tech giant", "*EV giant"]),
    ("probably an error in undated", "disagree", ["*a smartphone giant", "*tech giant", "EV giant"]),
    ("loose wording in sunday and undated.", "disagree", ["*a smartphone giant", "tech giant", "EV giant"]),
    ("a matter of taste", "disagree", ["*a smartphone giant", "tech giant", "EV giant"]),
]


@pytest.mark.parametrize(("verdict", "relation", "standing"), VERDICTS)
def test_the_editors_verdict_says_which_values_stand(
    verdict: str, relation: str, standing: list[str]
) -> None:
    said = [("monday", "a smartphone giant"), ("sunday", "tech giant"), ("undated", "EV giant")]
    made, _ = told(event(*said, field="business", verdict=verdict))
    (found,) = made.disagreements
    assert (found.relation, values(found), found.by_editor) == (relation, standing, verdict != "")


def test_events_are_in_order_of_time_and_undated_ones_last() -> None:
    made = {
        id: told(event(*([("monday", words)] if words else [])))[0]
        for id, words in {"late": "3 May 2025", "none": "", "early": "2024", "day": "1 January 2024"}.items()
    }
    assert [e.date and str(e.date.value) for e in in_time_order(made.values())] == [
        "2024-01-01", "2024", "2025-05-03", None,
    ]  # fmt: skip


def test_a_span_of_publication_reads_what_every_day_of_it_reads() -> None:
    made, _ = told(event(("wide", "last year")), WIDE)
    assert date_of(made) == "2025"
    assert Edtf.parse("2025") == (made.date and made.date.value)
