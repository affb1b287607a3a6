"""What must hold of a whole timeline, and what an author reads where it does not."""

from dataclasses import replace

import pytest

from dateline import addresses, checks
from dateline.formats import FORMATS
from dateline.model import (
    Citation,
    Disagreement,
    Essay,
    Event,
    Resolution,
    Site,
    Source,
    Statement,
    Timeline,
    Value,
    Words,
)
from dateline.problems import Place

SITE = Site(title="x", url="https://example.org/")
ELECTREK = Source(id="electrek", title="x", place=Place("s/electrek.md"))


def cite(source: str = "electrek", **more: object) -> Citation:
    return Citation(source=source, place=Place("e/a.md", 5, 13), number=1, **more)


def event(id: str = "a", **more: object) -> Event:
    fields = {"title": id, "status": "possible", "place": Place(f"e/{id}.md"), "citations": (cite(),)}
    return Event(id=id, **(fields | more))


def faults(
    *events: Event, sources: tuple[Source, ...] = (ELECTREK,), essays: tuple[Essay, ...] = ()
) -> list[str]:
    timeline = Timeline(site=SITE, events=events, sources=sources, essays=essays)
    return [str(problem) for problem in checks.run(timeline)]


def resolves(field: str, verdict: str = "unresolved") -> tuple[Resolution, ...]:
    return (Resolution(field=field, verdict=verdict, because="x", place=Place("e/a.md", 9, 3)),)


def disputes(field: str, relation: str = "disagree") -> tuple[Disagreement, ...]:
    values = tuple(Value(words=words, citations=(1,), sources=("electrek",)) for words in "ab")
    return (
        Disagreement(
            event="a", field=field, relation=relation, values=values, verdict="x", because="", by_editor=False
        ),
    )


def test_a_sound_timeline_has_no_problems() -> None:
    assert faults(event(), event("b", aliases=("old/",))) == []


def test_a_source_that_has_no_file_is_told_with_its_nearest_name() -> None:
    assert faults(event(citations=(cite(), cite("electrk")))) == [
        'e/a.md:5:13: error: there is no source "electrk". Did you mean "electrek"?'
    ]
    assert faults(event(citations=(cite(), cite("bbc")))) == [
        'e/a.md:5:13: error: there is no source "bbc". Write content/sources/bbc.md.'
    ]


def test_a_verdict_blames_a_source_that_exists() -> None:
    disputed = event(disagreements=disputes("date"), resolutions=resolves("date", "error in electrk"))
    assert faults(disputed) == ['e/a.md:9:3: error: there is no source "electrk". Did you mean "electrek"?']
    assert faults(replace(disputed, resolutions=resolves("date", "error in electrek"))) == []
    assert faults(replace(disputed, resolutions=resolves("date", "error in the headline of x"))) == []


def test_an_event_cites_something() -> None:
    assert faults(event(), event("b", citations=())) == [
        "e/b.md: error: this event cites no source. List at least one source under citations."
    ]


def test_citations_that_cannot_be_read_leave_nothing_uncited() -> None:
    spare = Source(id="spare", title="x", place=Place("s/spare.md"))
    unread = event("b", citations=(), unread=frozenset({"citations"}))
    assert faults(event(), sources=(ELECTREK, spare)) == [
        's/spare.md: warning: no event cites the source "spare". Cite it, or delete its file.'
    ]
    assert faults(event(), unread, sources=(ELECTREK, spare)) == []


def test_a_source_that_nobody_cites_is_told() -> None:
    spare = Source(id="bbc", title="x", place=Place("s/bbc.md"))
    assert faults(event(), sources=(ELECTREK, spare)) == [
        's/bbc.md: warning: no event cites the source "bbc". Cite it, or delete its file.'
    ]
    assert faults(event(), sources=(replace(ELECTREK, derived_from=("bbc",)), spare)) == []


def test_no_source_is_its_own_origin() -> None:
    first = replace(ELECTREK, derived_from=("bbc", "Bloomberg"))
    second = Source(id="bbc", title="x", place=Place("s/bbc.md"), derived_from=("electrek",))
    assert faults(event(), sources=(first, second)) == [
        's/bbc.md: error: the source "bbc" is derived from itself. Correct its derived_from.',
        's/electrek.md: error: the source "electrek" is derived from itself. Correct its derived_from.',
    ]


def test_an_origin_that_is_nearly_a_source_is_told() -> None:
    spare = Source(id="bbc-news", title="x", place=Place("s/bbc.md"), derived_from=("electrk",))
    assert faults(event(citations=(cite(), cite("bbc-news"))), sources=(ELECTREK, spare)) == [
        's/bbc.md: warning: there is no source "electrk", so derived_from takes it for a plain name. '
        'Did you mean "electrek"?'
    ]


def test_a_date_of_publication_says_how_it_is_known() -> None:
    assert faults(event(), sources=(replace(ELECTREK, published_basis="explicit"),)) == [
        "s/electrek.md: error: published_basis is explicit, and there is no published date. "
        "Write published: and the date, or unknown."
    ]
    from dateline.dates import read_stated

    inferred = replace(ELECTREK, published=read_stated("2026-02-01"), published_basis="inferred")
    assert faults(event(), sources=(inferred,)) == [
        "s/electrek.md: warning: this source's date is inferred, and nothing says from what. "
        "Write published_because: and the reason."
    ]
    assert faults(event(), sources=(replace(inferred, published_because="It says so."),)) == []


def test_a_resolution_is_about_something_that_is_disputed() -> None:
    assert faults(event(resolutions=resolves("amount"))) == [
        'e/a.md:9:3: warning: this resolves "amount", which the sources do not dispute. '
        "Delete it, or add what each source says."
    ]
    assert faults(event(resolutions=resolves("amount"), disagreements=disputes("amount"))) == []


def test_a_resolution_may_give_the_reason_for_an_editors_own_date() -> None:
    stated = Words(text="2026", place=Place("e/a.md", 4, 7))
    assert faults(event(resolutions=resolves("date"), stated_date=stated)) == []


@pytest.mark.parametrize(("key", "kind"), [("actors", "actor"), ("tags", "tag"), ("places", "place")])
def test_a_name_has_one_spelling(key: str, kind: str) -> None:
    first, second = event("a", **{key: ("Jim Farley",)}), event("b", **{key: ("jim farley", "Other")})
    assert faults(second, first) == [
        f'e/b.md: error: the {kind} "jim farley" is spelt "Jim Farley" in e/a.md. '
        "Write one of the two everywhere."
    ]


ADDRESSES = {
    "two files": (
        [event(), replace(event(), place=Place("e/sub/a.md"))],
        "e/sub/a.md: error: e/sub/a.md and e/a.md both stand at /events/a/. Rename one of the files.",
    ),
    "an alias and a file": (
        [event(), event("b", aliases=("events/a/",))],
        'e/b.md: error: the alias "events/a/" and e/a.md both stand at /events/a/. Delete the alias.',
    ),
    "two aliases": (
        [event("a", aliases=("old/",)), event("b", aliases=("old/",))],
        'e/b.md: error: the alias "old/" and the alias "old/" both stand at /old/. Delete the alias.',
    ),
    "an alias that differs in case": (
        [event(), event("b", aliases=("Events/A/",))],
        'e/b.md: error: the alias "Events/A/" and e/a.md both stand at /events/a/. Delete the alias.',
    ),
    "an alias and the same page by its file": (
        [event(aliases=("index.html",))],
        'e/a.md: error: the alias "index.html" and a page that dateline makes both stand at /. '
        "Delete the alias.",
    ),
    "an alias and an actor's page": (
        [event(actors=("Ford",), aliases=("actors/ford/",))],
        'e/a.md: error: the alias "actors/ford/" and a page that dateline makes both stand at '
        "/actors/ford/. Delete the alias.",
    ),
    "an alias under the style sheet": (
        [event(aliases=("static/editorial.css/",))],
        'e/a.md: error: the alias "static/editorial.css/" would stand in /static/, which dateline fills '
        "itself. Delete the alias.",
    ),
    "an alias under the data": (
        [event(aliases=("data/timeline.json/",))],
        'e/a.md: error: the alias "data/timeline.json/" would stand in /data/, which dateline fills '
        "itself. Delete the alias.",
    ),
    "an alias among the widgets": (
        [event(aliases=("Embed/old.html",))],
        'e/a.md: error: the alias "Embed/old.html" would stand in /embed/, which dateline fills '
        "itself. Delete the alias.",
    ),
    "an alias under the feed": (
        [event(aliases=("atom.xml/",))],
        'e/a.md: error: the alias "atom.xml/" and a file that dateline makes cannot both be: '
        "/atom.xml would be a file and a folder. Delete the alias.",
    ),
    "an alias under what a page says to those who embed it": (
        [event(aliases=("sources/electrek/oembed.json/x/",))],
        'e/a.md: error: the alias "sources/electrek/oembed.json/x/" and a file that dateline makes '
        "cannot both be: /sources/electrek/oembed.json would be a file and a folder. Delete the alias.",
    ),
    "an alias under an alias": (
        [event(aliases=("x.html", "x.html/y/"))],
        'e/a.md: error: the alias "x.html/y/" and the alias "x.html" cannot both be: '
        "/x.html would be a file and a folder. Delete the alias.",
    ),
    "an alias that has another under it": (
        [event(aliases=("x.html/y/", "x.html"))],
        'e/a.md: error: the alias "x.html" and the alias "x.html/y/" cannot both be: '
        "/x.html would be a file and a folder. Delete the alias.",
    ),
    "an alias and the builder's page": (
        [event(aliases=("about/",))],
        'e/a.md: error: the alias "about/" and a page that dateline makes both stand at /about/. '
        "Delete the alias.",
    ),
}


@pytest.mark.parametrize(("events", "message"), ADDRESSES.values(), ids=ADDRESSES)
def test_two_things_do_not_share_an_address(events: list[Event], message: str) -> None:
    assert faults(*events) == [message]


def test_a_page_does_not_take_an_address_of_the_builders() -> None:
    essay = Essay(id="tags", title="x", place=Place("p/tags.md"))
    assert faults(event(), essays=(essay,)) == [
        "p/tags.md: error: p/tags.md and a page that dateline makes both stand at /tags/. "
        "Rename one of the files."
    ]


@pytest.mark.parametrize("folder", ["static", "data", "embed"])
def test_a_page_does_not_stand_in_a_folder_of_the_builders(folder: str) -> None:
    essay = Essay(id=folder, title="x", place=Place(f"p/{folder}.md"))
    assert faults(event(), essays=(essay,)) == [
        f"p/{folder}.md: error: p/{folder}.md would stand in /{folder}/, which dateline fills itself. "
        "Rename one of the files."
    ]


@pytest.mark.parametrize("id", ["1984", "1980-1989", "44-bce"])
def test_no_page_takes_the_address_of_a_year_or_a_longer_period(id: str) -> None:
    essays = (Essay(id=id, title="x", place=Place(f"p/{id}.md")),)
    assert faults(event(), essays=essays) == [
        f"p/{id}.md: error: p/{id}.md would stand at /{id}/, an address of the timeline's own periods. "
        "Rename one of the files."
    ]
    assert faults(event(), essays=(replace(essays[0], id=f"{id}-in-review"),)) == []


def test_every_file_of_the_builders_is_reserved() -> None:
    """A format that stands elsewhere needs its address in `addresses.OWN`."""
    for path in (format.path for format in FORMATS if not format.path.startswith(".")):
        assert path in addresses.OWN or path.startswith(addresses.OWN_FOLDERS)


def test_an_alias_below_a_page_takes_nothing_from_it() -> None:
    assert faults(event(aliases=("events/a/old/", "events/older/", "about/us.html"))) == []


def test_what_is_wrong_with_a_key_is_told_at_its_value() -> None:
    places = (("tags", Place("e/b.md", 4, 7)), ("aliases", Place("e/b.md", 5, 10)))
    typed = (*places, ("status", Place("e/b.md", 3, 9)))
    spoilt = event("b", tags=("Talks",), aliases=("about/",), status="denied", typed=typed)
    source = replace(
        ELECTREK, derived_from=("electrek",), typed=(("derived_from", Place("s/electrek.md", 6, 15)),)
    )
    assert [each.split(": ")[0] for each in faults(event(tags=("talks",)), spoilt, sources=(source,))] == [
        "e/b.md:3:9",
        "e/b.md:4:7",
        "e/b.md:5:10",
        "s/electrek.md:6:15",
    ]


DENIES, CONFIRMS = cite(stance="denies"), cite(stance="confirms")
OWN_WORDS = cite(speaker="Jim Farley, chief executive of Ford")
SUPPORTED = {
    # status and what bears it out
    "confirmed by its stance": event(status="confirmed", citations=(CONFIRMS,)),
    "confirmed by its speaker": event(status="confirmed", actors=("Ford",), citations=(OWN_WORDS,)),
    "confirmed by its speaker's owner": event(
        status="confirmed", actors=("Ford",), citations=(cite(speaker="Ford’s chief executive"),)
    ),
    "denied": event(status="denied", citations=(cite(), DENIES)),
    "disputed by a denial": event(status="disputed", citations=(cite(), DENIES)),
    "disputed, with a date that could not be read": event(
        status="disputed",
        citations=(
            cite(says=(Statement(field="date", words=Words(text="Saturday", place=Place("e/a.md", 9))),)),
        ),
    ),
    "disputed in a field": event(status="disputed", disagreements=disputes("amount")),
    "reported": event(status="reported"),
    "alleged": event(status="alleged"),
    "scheduled": event(status="scheduled", citations=(DENIES,)),
    "retracted": event(status="retracted"),
}


@pytest.mark.parametrize("supported", SUPPORTED.values(), ids=SUPPORTED)
def test_a_status_that_its_citations_bear_out_is_left_alone(supported: Event) -> None:
    assert faults(supported) == []


UNSUPPORTED = {
    "confirmed": (
        event(status="confirmed", actors=("Ford",), citations=(cite(speaker="A analyst"),)),
        "no citation has a party's own words. "
        'Give the one that does "stance: confirms" or its speaker, or write "reported".',
    ),
    "denied": (
        event(status="denied"),
        'no citation denies it. Give the one that does "stance: denies", or write "alleged".',
    ),
    "disputed": (
        event(status="disputed", disagreements=disputes("amount", "compatible")),
        'its sources agree. Add a citation with "stance: denies" or what each source says.',
    ),
    "reported": (
        event(status="reported", citations=(cite(), DENIES)),
        'a citation denies it. Write "denied" or "disputed", or correct the citation\'s stance.',
    ),
}


@pytest.mark.parametrize(
    ("actor", "speaker"),
    [("AI", "the governor of Maine"), ("Ford", "Bradford Council"), ("Ford Motor", "Ford"), ("Ford", "")],
)
def test_an_actor_speaks_only_where_the_whole_name_stands(actor: str, speaker: str) -> None:
    [problem] = faults(event(status="confirmed", actors=(actor,), citations=(cite(speaker=speaker),)))
    assert problem.startswith('e/a.md: warning: the status is "confirmed", and no citation has a party')


@pytest.mark.parametrize("status", UNSUPPORTED)
def test_a_status_that_its_citations_do_not_bear_out_is_told_why(status: str) -> None:
    unsupported, why = UNSUPPORTED[status]
    assert faults(unsupported) == [f'e/a.md: warning: the status is "{status}", and {why}']
