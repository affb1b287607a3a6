"""The index that a page's script searches, and the words that the scripts say."""

import json
import random
import re
import string
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline import pages
from dateline.formats import search, search_words
from dateline.model import Event
from dateline.render import render_site
from dateline.tongue import Tongue
from timelines import EMPTY, TIMELINE, cite, event, many, reading, with_events

WIRE = 50_000
"""Bytes that the index of a thousand events may take, compressed."""


def read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


def test_the_index_has_each_event_by_columns_and_each_name_once() -> None:
    index = search.as_dict(TIMELINE)
    assert index["tables"] == {
        "status": [[s, s] for s in ("reported", "alleged", "confirmed", "possible")],
        "who": [("ford", "ford"), ("financial-times", "Financial Times")],
        "what": [("the-report", "the report")],
        "source": [
            ["ev-com", "EV.com", "Ford and Xiaomi deny it", "1 February 2026"],
            ["explainer", "Explainer", "What is behind the rumour", "undated"],
            ["uncited", "A text <b>nobody</b> cites", "A text <b>nobody</b> cites", "undated"],
        ],
    }
    columns = ("id", "date", "edtf", "status", "who", "what", "source", "disputed")
    assert [index[name][2] for name in columns] == [
        *("ft-report", "31 January 2026", "2026-01-31", [0], [1, 0], [0], [0, 1], [1])
    ]


def test_an_id_that_begins_as_the_headline_does_is_only_a_length() -> None:
    found = search.as_dict(
        with_events(event("a-trip-to-fords", "A trip — to Ford’s plant"), event("x", "A trip"))
    )
    assert found["id"] == [15, "x"]


def test_texts_are_searched_too_as_far_as_there_is_room() -> None:
    found = {room: search.write(TIMELINE, room=room) for room in range(10, 2000, 10)}
    assert {str(read(text)["searched"]) for text in found.values()} == {"names", *search.LAYERS}
    assert all(
        len(zlib.compress(text.encode(), 9)) <= room or read(text)["searched"] == "names"
        for room, text in found.items()
    )
    everything = str(read(found[1990])["text"][2])
    assert all(words in everything for words in ("disputed.", "people familiar", "So it is said."))


def test_a_thousand_events_take_less_than_fifty_kilobytes_on_the_wire() -> None:
    """The headlines share words only by chance, so less of them can be compressed than in life."""
    dice = random.Random(7)
    words = ["".join(dice.choices(string.ascii_lowercase, k=dice.randint(3, 9))) for _ in range(3000)]
    drawn = [words[min(int(dice.expovariate(1 / 300)), 2999)] for _ in range(9000)]
    events = tuple(
        replace(
            one,
            id=f"{'-'.join(drawn[9 * n : 9 * n + 3])}-{n}",
            title=" ".join(drawn[9 * n : 9 * n + 9]).capitalize(),
            actors=tuple(dice.sample(words[:40], 2)),
            tags=(dice.choice(words[50:60]),),
        )
        for n, one in enumerate(many(1000))
    )
    assert sum(len(one.title) for one in events) > 55_000
    assert len(zlib.compress(search.write(replace(TIMELINE, events=events)).encode(), 9)) < WIRE


def test_the_index_of_nothing_is_an_index() -> None:
    assert read(search.write(EMPTY))["title"] == []


def test_the_index_says_whose_each_mark_of_the_overview_is() -> None:
    events = (*TIMELINE.events, event("a", "A", date=reading("2026-02-02")))
    timeline = replace(TIMELINE, events=events)
    files, _ = render_site(timeline, pages.plan(timeline)[0])
    marks = json.loads(files["data/search.json"])["marks"]
    page = files["index.html"].decode()
    drawn = [
        svg.split('<path class="axis"')[0] for svg in re.findall(r'(?s)<svg class="strip.*?</svg>', page)
    ]
    paths = [re.findall(r'<path class="m-[^"]*" d="([^"]*)"', svg) for svg in drawn]
    assert [[path.count("M") for path in found] for found in paths] == [
        [len(group) for group in groups] for _, *groups in marks
    ]
    bars = [len(re.findall("<rect", svg.split("<g ")[0])) for svg in drawn]
    assert bars == [len(pieces) for pieces, *_ in marks]
    dated = {n for n, one in enumerate(events) if one.date}
    assert {n for drawing in marks for path in drawing for n in path} == dated


def test_the_scripts_speak_the_language_of_the_site() -> None:
    english = search_words.write(TIMELINE)
    assert english.startswith("/*") and 'globalThis.dateline = {"language": "en"' in english
    assert '"shown": "%(shown)s of 6 events"' in english

    class German(type(TIMELINE.tongue.catalogue)):
        def gettext(self, message: str) -> str:
            return {"Find": "Suchen"}.get(message, message)

    german = search_words.write(replace(TIMELINE, tongue=Tongue(language="de", catalogue=German())))
    assert '"find": "Suchen"' in german


def test_every_word_that_a_script_says_is_one_that_the_builder_gives() -> None:
    static = Path(__file__).parent.parent / "static"
    scripts = "".join((static / name).read_text(encoding="utf-8") for name in ("reader.js", "find.js"))
    given = set(json.loads(search_words.write(TIMELINE).split("dateline = ")[1].partition(";\n")[0]))
    said = set(re.findall(r"words\.(?!js)(\w+)", scripts))
    by_name = {"status", "who", "what", "source", "disputed", "names", "summaries", "quotations", "texts"}
    assert said - given == set()
    assert given - said - by_name - {"yes", "no"} == set()
    assert not re.findall(r'(?:textContent|placeholder|title) [=:] *"[^"]', scripts)


def test_every_status_has_a_page_that_says_what_it_means_and_lists_its_events() -> None:
    files, _ = render_site(TIMELINE, pages.plan(TIMELINE)[0])
    page = files["statuses/confirmed/index.html"].decode()
    assert "The person or organisation concerned said so; that does not make it true." in page
    assert "Ford denies it" in page and "A podcast" not in page
    assert 'href="statuses/confirmed/"' in files["index.html"].decode()


def hostile() -> Event:
    return event("hostile", "<img src=x onerror=alert(1)>", citations=(cite(1, "ev-com", "words"),))


def test_the_index_is_data_and_no_page() -> None:
    text = search.write(with_events(hostile()))
    assert read(text)["title"] == ["<img src=x onerror=alert(1)>"]
