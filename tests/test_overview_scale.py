"""The overview from three events to ten thousand, from minutes to the age of the universe."""

import random
from collections.abc import Sequence

import pytest

from dateline.model import Event
from dateline.overview.strip import NARROW, WIDE, Strip
from drawn import drawn, event, html

CHANCE = random.Random(1)
AGES = (
    ("Y-13800000000~", "The universe begins"),
    ("Y-4600000000~", "The Earth forms"),
    ("Y-230000000~/Y-66000000", "Dinosaurs"),
    ("Y-66000000~", "An impact"),
    ("-3200", "Writing"),
    ("-0043-03-15", "Caesar is killed"),
    ("1969-07-20", "People on the Moon"),
    ("2026-01-31", "A report"),
)


def dated(edtfs: Sequence[str]) -> list[Event]:
    return [event(f"e{n}", edtf) for n, edtf in enumerate(edtfs)]


def year(number: int) -> str:
    return f"{number:04d}" if number >= 0 else f"-{-number:04d}"


SCALES: dict[str, list[Event]] = {
    "three": dated(["2024-01-05", "2024-06", "2024-12-20"]),
    "a morning": dated([f"2026-02-03T{9 + n // 4:02d}:{n % 4 * 13:02d}:00" for n in range(14)]),
    "minutes": dated([f"2026-02-03T{9 + n // 60:02d}:{n % 60:02d}:00" for n in range(300)]),
    "ten thousand": dated(
        [f"{1900 + n % 120}-{n // 120 % 12 + 1:02d}-{n // 1440 % 28 + 1:02d}" for n in range(10_000)]
    ),
    "centuries": dated([year(CHANCE.randrange(-800, 2020)) for _ in range(400)]),
    "ages": [event(f"a{n}", edtf, title) for n, (edtf, title) in enumerate(AGES)],
    "ages and days": dated(["Y-4600000000", "Y-66000000", *(f"2026-02-{d:02d}" for d in range(1, 20))]),
}


@pytest.fixture(scope="module", params=SCALES.items(), ids=lambda item: item[0])
def scale(request: pytest.FixtureRequest) -> tuple[str, list[Event]]:
    found: tuple[str, list[Event]] = request.param
    return found


def edges(strip: Strip) -> list[tuple[float, float]]:
    """From where to where each thing reaches."""
    links = [bar.link for bar in strip.bars if bar.link]
    return [
        *((hit.x, hit.x + hit.width) for hit in strip.hits),
        *((piece.x, piece.x + piece.width) for piece in strip.pieces),
        *((link.left, link.left + link.width) for link in links),
        *((tick.x, tick.x) for tick in strip.ticks),
    ]


def test_nothing_runs_off_the_drawing_at_any_scale(scale: tuple[str, list[Event]]) -> None:
    view = drawn(*scale[1])
    for strip, size in ((view.wide, WIDE), (view.narrow, NARROW)):
        assert all(-0.1 <= left <= right <= size.width + 0.1 for left, right in edges(strip))
        assert all(hit.y >= 0 for hit in strip.hits)
        assert strip.height < 520


def test_a_finger_can_hit_every_part_of_the_narrow_drawing(scale: tuple[str, list[Event]]) -> None:
    hits = drawn(*scale[1]).narrow.hits
    assert 1 <= len(hits) <= 13
    assert all(hit.width >= 24 for hit in hits)


def test_the_parts_count_all_events_once(scale: tuple[str, list[Event]]) -> None:
    _, events = scale
    view = drawn(*events)
    named = sum(bar.link is not None for bar in view.wide.bars)
    counted = [int(hit.words.rpartition(": ")[2].split()[0].replace(",", "")) for hit in view.wide.hits]
    assert sum(counted) + named == len(events)


def test_the_drawing_stays_small(scale: tuple[str, list[Event]]) -> None:
    assert len(html("overview", "overview", drawn(*scale[1]))) < 16_000


def test_counts_stand_above_the_profile() -> None:
    strip = drawn(*SCALES["minutes"]).wide
    assert strip.profile
    assert all(hit.y + 12 < strip.base - 96 for hit in strip.hits)


@pytest.mark.parametrize(("name", "left_out"), [("ages", "13.2 billion to 4.8 billion BCE")])
def test_a_break_is_drawn_and_said_even_among_ages(name: str, left_out: str) -> None:
    view = drawn(*SCALES[name])
    assert view.wide.breaks and view.narrow.breaks
    assert "The axis leaves out" in view.caption[-1]
    assert left_out.split()[1] in view.caption[-1]


def test_a_screen_reader_gets_a_list_of_links_with_words(scale: tuple[str, list[Event]]) -> None:
    view = drawn(*scale[1])
    page = html("overview", "overview", view)
    assert f">{view.title}</title>" in page
    for strip in (view.wide, view.narrow):
        assert all(hit.words and f'aria-label="{hit.words}"' in page for hit in strip.hits)
