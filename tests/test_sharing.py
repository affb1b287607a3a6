"""Pictures for sharing: what they say, how a headline is set, and that they are drawn alike each time."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from dateline import sharing
from dateline.cache import Cache
from dateline.model import STATUSES, Status, Timeline
from dateline.palette import FIRST, PALETTES, THEMES, channels
from dateline.pictures import _own_font, deal_pictures, draw_pictures
from dateline.sharing import Card, Typeface, deal, draw, shapes
from dateline.sharing.cards import HEIGHT, WIDTH
from dateline.sharing.setting import ELLIPSIS, LEADING, fit, one_line
from dateline.sharing.typefaces import drawable, face_for, width
from dateline.tongue import Tongue
from timelines import SITE, event, many, reading, with_events

SERIF = Typeface(name="serif")


def letters(text: str) -> float:
    """As if every letter were half as wide as it is high."""
    return len(text) / 2


def opened(raw: bytes) -> Image.Image:
    return Image.open(BytesIO(raw))


def card_of(timeline: Timeline, page: str) -> Card:
    deck = deal(timeline)
    return deck.cards[deck.shared[page].target]


def one(**more: object) -> Timeline:
    return with_events(event("x", "A bridge opens", date=reading("1984-05-12"), **more))


# Setting


def test_a_short_headline_is_set_large_and_a_long_one_smaller() -> None:
    short = fit("A bridge opens", letters, (1000, 300), (80, 60, 40))
    long = fit("The council says that the bridge will open " * 3, letters, (1000, 300), (80, 60, 40))
    assert (short.size, short.lines) == (80, ("A bridge opens",))
    assert long.size < 80 and long.height <= 300


def test_lines_are_of_like_length() -> None:
    found = fit("one two three four five six", letters, (10 * 20, 300), (20,))
    assert found.lines == ("one two three", "four five six")


def test_what_fits_in_no_size_is_cut_at_a_word_and_says_so() -> None:
    found = fit("one two three four, five six seven", letters, (100, 50), (40, 20))
    assert found.lines == ("one two", "three…")


def test_a_word_wider_than_the_picture_is_broken() -> None:
    found = fit("x" * 40, letters, (100, 200), (20,))
    assert "".join(found.lines) == "x" * 40
    assert all(letters(line) * 20 <= 100 for line in found.lines)


def test_chinese_is_broken_between_its_letters_and_not_before_a_full_stop() -> None:
    found = fit("福特与小米谈过合资。", lambda text: float(len(text)), (5 * 20, 200), (20,))
    assert "".join(found.lines) == "福特与小米谈过合资。"
    assert len(found.lines) == 2 and not found.lines[1].startswith("。")


def test_one_line_is_cut_at_a_word() -> None:
    assert one_line("The first of many words", letters, 100, 20) == "The first…"
    assert one_line("Short", letters, 100, 20) == "Short"


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=300))
def test_no_headline_runs_out_of_its_box(text: str) -> None:
    shown = drawable(text)
    found = fit(shown, letters, (1056, 280), (88, 64, 42))
    assert all(letters(line) * found.size <= 1056 for line in found.lines)
    assert len(found.lines) <= max(1, int(280 / (found.size * LEADING)))
    if not any(ELLIPSIS in line for line in found.lines):
        assert "".join("".join(found.lines).split()) == "".join(shown.split())


# Letters


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "text", ["To “AVOID” – Žižek’s €5…", "Đặng Việt Nam", "Москва", "Ελλάδα", "في مايو 1984"]
)
def test_titles_of_many_tongues_have_their_letters(theme, text: str) -> None:
    face = face_for(text, theme, "title")
    assert face and width(text, face) > 1


def test_a_text_that_no_typeface_has_is_not_drawn_as_boxes() -> None:
    assert face_for("福特", "editorial", "title") is None
    card = card_of(with_events(event("x", "福特与小米", date=reading("2026-01-31"))), "events/x/")
    assert card.title is None and card.date and card.date.text == "31 January 2026"
    assert opened(draw(card)).size == (WIDTH, HEIGHT)


def test_symbols_that_are_no_letters_are_left_out() -> None:
    assert drawable("A bridge 🌉 opens ❤️!") == "A bridge opens !"


def test_without_a_way_to_join_letters_arabic_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.sharing.typefaces.SHAPED", False)
    assert face_for("في مايو", "editorial", "title") is None
    assert face_for("In May", "editorial", "title") == SERIF


# Cards


def test_an_events_card_says_when_what_and_how_sure() -> None:
    card = card_of(one(status="denied"), "events/x/")
    assert card.title and card.title.text == "A bridge opens"
    assert card.over and card.over.text == SITE.title
    assert card.date and card.date.text == "12 May 1984"
    assert card.status == "denied" and card.status_word and card.status_word.text == "denied"
    assert card.ruler


def test_an_undated_event_says_so() -> None:
    card = card_of(with_events(event("x", "A bridge opens")), "events/x/")
    assert card.date and card.date.text == "undated" and card.ruler is None


def test_the_picture_is_described_in_words() -> None:
    shared = deal(one(status="denied")).shared["events/x/"]
    assert shared.alt == "A bridge opens. 12 May 1984, denied."
    assert (shared.width, shared.height) == (1200, 630)


def test_the_sites_card_says_how_much_there_is_and_when() -> None:
    card = card_of(with_events(*many(9)), "")
    assert card.facts and card.facts.text.startswith("9 events · ")
    assert card.status is None and len(card.bars) == 120 and max(card.bars) == 1


def test_one_event_makes_no_profile() -> None:
    assert card_of(one(), "").bars == ()


def test_the_name_of_a_picture_changes_with_what_it_says_and_with_nothing_else() -> None:
    names = [
        deal(one(**more)).shared["events/x/"].target for more in ({}, {}, {"status": "denied"}, {"dek": "x"})
    ]
    assert names[0] == names[1] == names[3] != names[2]
    assert names[0].startswith("og/x-") and names[0].endswith(".png")


@pytest.mark.parametrize("status", ["confirmed", "scheduled", "possible"])
def test_a_site_that_reads_from_the_right_is_mirrored_and_its_time_with_it(status: Status) -> None:
    timeline = one()
    card = card_of(timeline, "events/x/")
    mirrored = card_of(replace(timeline, tongue=Tongue(language="ar")), "events/x/")
    assert (card.direction, mirrored.direction) == ("ltr", "rtl")
    drawings = [
        opened(draw(replace(c, title=None, over=None, date=None, status_word=None, status=status)))
        for c in (card, mirrored)
    ]
    assert drawings[1].tobytes() == drawings[0].transpose(Image.Transpose.FLIP_LEFT_RIGHT).tobytes()


# Drawing


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_is_small_and_in_the_themes_colours(theme) -> None:
    timeline = one()
    card = card_of(replace(timeline, site=replace(SITE, theme=theme)), "events/x/")
    raw = draw(card)
    picture = opened(raw)
    assert (picture.format, picture.size, len(raw) < 30_000) == ("PNG", (1200, 630), True)
    colours = {colour for _, colour in picture.convert("RGB").getcolors() or ()}
    palette = PALETTES[theme][FIRST[theme]]
    assert {channels(palette.paper), channels(palette.ink), channels(palette.soft)} <= colours
    assert len(colours) <= 16


def test_an_accent_of_the_sites_own_is_in_its_pictures() -> None:
    site = replace(SITE, theme_options={"accent": "#0b5fa5"})
    assert card_of(replace(one(), site=site), "events/x/").palette.accent == "#0b5fa5"


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_a_shape_of_its_own(status) -> None:
    mark = shapes.status_mark(status, 40)
    assert mark.getbbox()
    assert [other for other in STATUSES if shapes.status_mark(other, 40).tobytes() == mark.tobytes()] == [
        status
    ]


@pytest.mark.parametrize(
    "edtf", ["1984-05-12", "1984-05", "1984?", "1984~", "1984/..", "../1984", "19XX", "-0043-03"]
)
def test_every_kind_of_date_can_be_drawn(edtf: str) -> None:
    timeline = with_events(event("x", "A bridge opens", date=reading(edtf)))
    assert opened(draw(card_of(timeline, "events/x/"))).size == (1200, 630)


def test_uncertain_dates_fade_and_certain_ones_do_not() -> None:
    def darkness(edtf: str) -> set[object]:
        card = card_of(with_events(event("x", "x", date=reading(edtf))), "events/x/")
        assert card.ruler
        return set(shapes.stroke_mask(card.ruler.strokes[0], 8)[1].tobytes())

    assert darkness("1984-05-12") == {255}
    assert len(darkness("1984-05?")) > 5


def test_two_drawings_of_a_card_are_the_same_bytes() -> None:
    card = card_of(one(), "events/x/")
    assert draw(card) == draw(card)


# On disk


def test_what_was_drawn_once_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck, _ = deal_pictures(one())
    first = draw_pictures(deck, Cache(tmp_path))
    monkeypatch.setattr(sharing, "draw", lambda card: pytest.fail("drawn again"))
    assert draw_pictures(deck, Cache(tmp_path)) == first


def test_a_site_may_have_none() -> None:
    timeline = replace(one(), site=replace(SITE, share_pictures=False))
    deck, problems = deal_pictures(timeline)
    assert (deck.shared, deck.cards, problems) == ({}, {}, ())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, 'site.py: error: share_font="f.otf": there is no such file. '
               "Write its path from the site's folder."),
        (b"no font", 'site.py: error: share_font="f.otf" is not a font that can be read. '
                     "Name a file in TrueType, OpenType or WOFF2."),
    ],
)  # fmt: skip
def test_a_font_of_the_sites_that_is_none_is_told(
    tmp_path: Path, content: bytes | None, message: str
) -> None:
    if content:
        (tmp_path / "f.otf").write_bytes(content)
    timeline = replace(one(), site=replace(SITE, share_font="f.otf"), root=tmp_path)
    assert [str(problem) for problem in deal_pictures(timeline)[1]] == [message]


def test_a_font_of_the_sites_gives_letters_that_ours_lack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = Path(sharing.__file__).parent / "fonts"
    (tmp_path / "f.woff2").write_bytes((ours / "serif.woff2").read_bytes())
    monkeypatch.setattr("dateline.sharing.typefaces._OURS", ("sans",))
    monkeypatch.setattr("dateline.pictures._FOLDERS", ())
    timeline = with_events(event("x", "Москва"))
    ledger = replace(timeline, site=replace(SITE, theme="ledger"), root=tmp_path)
    assert deal_pictures(ledger)[0].untitled == 1
    titled = replace(ledger, site=replace(ledger.site, share_font="f.woff2"))
    assert deal_pictures(titled)[0].untitled == 0


def test_another_font_of_the_same_size_draws_other_pictures(tmp_path: Path) -> None:
    serif = (Path(sharing.__file__).parent / "fonts/serif.woff2").read_bytes()
    timeline = replace(one(), site=replace(SITE, share_font="f.woff2"), root=tmp_path)
    stamps = []
    for content in (serif, serif[:-1] + bytes([serif[-1] ^ 1])):
        (tmp_path / "new").write_bytes(content)
        (tmp_path / "new").replace(tmp_path / "f.woff2")
        stamps.append([face.stamp for face in _own_font(timeline)[0]])
    assert stamps[0] != stamps[1] and all(stamps)
