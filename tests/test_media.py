"""Media as authors write them: in front matter, in bodies, and as values; and what is wrong with them."""

import pytest

from dateline.illustrations import faults, illustrations
from dateline.markup import media, plain, render
from dateline.media import Picture, Recording, Rendition, Shelf, fault_of, name_of, player_for
from dateline.media.recordings import HEAVY, recording_fault
from dateline.model import Event, Medium
from dateline.pages.figures import shown
from dateline.problems import Place
from dateline.records import read_event

HEAD = "title: The bridge opens\nstatus: reported\n"


def read(front: str, body: str = "") -> tuple[Event, list[str]]:
    event, problems = read_event("x", "x.md", f"---\n{HEAD}{front}\n---\n{body}")
    assert event
    return event, [str(problem).removeprefix("x.md:") for problem in problems]


PLAYERS = {
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ": "dQw4w9WgXcQ?autoplay=1",
    "https://youtu.be/dQw4w9WgXcQ?t=90": "dQw4w9WgXcQ?autoplay=1&start=90",
    "https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=1m30s": "dQw4w9WgXcQ?autoplay=1&start=90",
    "https://www.youtube.com/shorts/dQw4w9WgXcQ": "dQw4w9WgXcQ?autoplay=1",
    "https://vimeo.com/76979871": "76979871?autoplay=1&dnt=1",
    "https://vimeo.com/channels/staff/76979871": "76979871?autoplay=1&dnt=1",
    "https://vimeo.com/76979871/0a1b2c3d4e": "76979871?autoplay=1&dnt=1&h=0a1b2c3d4e",
    "https://player.vimeo.com/video/76979871?h=0a1b2c3d4e": "76979871?autoplay=1&dnt=1&h=0a1b2c3d4e",
    "https://vimeo.com/channels/1234567/76979871": "76979871?autoplay=1&dnt=1",
    "https://www.dailymotion.com/video/x8abcde": "player.html?video=x8abcde",
    "https://dai.ly/x8abcde": "player.html?video=x8abcde",
    "https://www.youtube.com/embed/dQw4w9WgXcQ?start=90": "dQw4w9WgXcQ?autoplay=1&start=90",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ": "dQw4w9WgXcQ?autoplay=1",
    "https://youtube.com/live/dQw4w9WgXcQ/": "dQw4w9WgXcQ?autoplay=1",
    "https://www.archive.org/embed/the_bridge": "embed/the_bridge",
    "https://archive.org/details/the_bridge": "embed/the_bridge",
}


@pytest.mark.parametrize(("url", "embed"), PLAYERS.items())
def test_the_page_of_a_video_leads_to_its_player(url: str, embed: str) -> None:
    player = player_for(url)
    assert player and player.embed.endswith(embed)


@pytest.mark.parametrize(
    "url",
    ["https://example.org/x", "https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ", "javascript:alert(1)",
     "https://youtube.com/@channel", "https://[bad", "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
     'https://youtu.be/dQw4w9WgXc"', "ftp://youtu.be/dQw4w9WgXcQ",
     "https://www.youtube.com/CNNBusiness", "https://www.youtube.com/channel_xyz/abc",
     "https://www.youtube.com/c/CNNBusiness", "https://www.youtube.com/playlist?v=dQw4w9WgXcQ",
     "https://www.youtube.com/watch?list=dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQQ",
     "https://www.youtube.com/embed/videoseries?list=x", "https://www.youtube.com/embed/live_stream",
     "https://studio.youtube.com/embed/dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ/abc",
     "https://vimeo.com/showcase/7008490/video/76979871", "https://vimeo.com/showcase/7008490",
     "https://vimeo.com/groups/12345/videos/76979871", "https://vimeo.com/album/7008490",
     "https://vimeo.com/event/7008490", "https://vimeo.com/help/76979871", "https://vimeo.com/user7008490",
     "https://vimeo.com/7008490/settings", "https://developer.vimeo.com/76979871",
     "https://www.dailymotion.com/playlist/x8abcde", "https://www.dailymotion.com/x8abcde",
     "https://web.archive.org/details/the_bridge", "https://blog.archive.org/details/the_bridge",
     "https://archive.org/search/the_bridge", "https://archive.org/details/@the_bridge"],
)  # fmt: skip
def test_no_other_address_has_a_player(url: str) -> None:
    assert player_for(url) is None


@pytest.mark.parametrize(
    ("url", "host", "form"),
    [
        ("https://vimeo.com/showcase/7008490", "Vimeo", "https://vimeo.com/…"),
        ("https://www.youtube.com/CNNBusiness", "YouTube", "https://www.youtube.com/watch?v=…"),
        ("https://blog.archive.org/details/b", "Internet Archive", "https://archive.org/details/…"),
    ],
)
def test_an_address_that_is_no_video_s_is_told_with_what_to_write(url: str, host: str, form: str) -> None:
    said = (
        f'error: "{url}" is not known to be the page of one video at {host}. '
        f"Write {form} with its id, or link to it in the text."
    )
    assert read(f"media: {{url: '{url}', alt: x}}")[1] == [f"4:15: {said}"]
    _, problems = render(f"![x]({url})", citations={}, place=Place("x.md", 1), resolve=str)
    assert [str(problem) for problem in problems] == [f"x.md:1:1: {said}"]


def test_youtube_plays_from_its_host_without_cookies() -> None:
    player = player_for("https://youtu.be/dQw4w9WgXcQ")
    assert player and player.origin == "https://www.youtube-nocookie.com"
    assert player.watch == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.mark.parametrize(
    "typed", ["b.jpg", "media/b.jpg", "../media/b.jpg", "/media/b.jpg", "./b.jpg", "../../b.jpg"]
)
def test_a_file_is_named_from_wherever_it_is_shown(typed: str) -> None:
    assert name_of(typed) == "b.jpg"


def test_an_event_lists_media_with_what_is_said_of_them() -> None:
    event, problems = read(
        "media:\n"
        "  - file: media/old/bridge.jpg\n"
        "    alt: An arch of iron\n"
        "    caption: The bridge in 1968.\n"
        "    credit: County archive\n"
        "    credit_url: https://example.org/12\n"
        "    language: en-GB\n"
        "  - {url: https://vimeo.com/76979871, alt: A walk, poster: walk.png}\n"
        "  - {file: talk.mp4, alt: A talk, captions: talk.vtt}\n"
        "  - {file: wave.png, alt: ''}"
    )
    assert problems == []
    arch, walk, talk, wave = event.media
    assert (arch.file, arch.alt, arch.caption) == ("old/bridge.jpg", "An arch of iron", "The bridge in 1968.")
    assert (arch.credit, arch.credit_url, arch.language) == (
        "County archive", "https://example.org/12", "en-GB",
    )  # fmt: skip
    assert (walk.url, walk.poster) == ("https://vimeo.com/76979871", "walk.png")
    assert (talk.captions, wave.alt) == ("talk.vtt", "")


def test_one_medium_may_stand_without_a_list() -> None:
    event, problems = read("media: {file: b.jpg, alt: An arch}")
    assert not problems and len(event.media) == 1


LISTED = {
    "{file: b.jpg}": [
        "4:8: error: this medium has no alt. Say what it shows, in a sentence; or write alt: \"\" if it "
        "shows nothing that matters."
    ],
    "{file: b.jpg, alt: }": [
        "4:27: error: this medium has no alt. Say what it shows, in a sentence; or write alt: \"\" if it "
        "shows nothing that matters."
    ],
    "{alt: x}": [
        "4:8: error: a medium needs a file or a url. Write file: bridge.jpg (it stands in content/media/), "
        "or url: and the page of a video."
    ],
    "{file: b.jpg, url: 'https://vimeo.com/76979871', alt: x}": [
        "4:28: error: a medium has a file or a url, not both. Keep one."
    ],
    "{file: t.mp3, alt: ''}": [
        "4:28: error: only a picture can do without an alt. Say what is seen or heard."
    ],
    "{file: b.jpg, alt: x, poster: c.jpg}": [
        "4:38: warning: poster: is for videos, and this is not a video. Delete it."
    ],
    "{file: b.jpg, alt: x, captions: c.vtt}": [
        "4:40: warning: captions: is for videos, and this is not a video. Delete it."
    ],
    "{file: t.mp4, alt: x, captions: c.srt}": [
        '4:40: error: "c.srt" cannot be shown: browsers read no captions in this form. '
        "Save them as WebVTT (.vtt)."
    ],
    "{file: 'https://youtu.be/dQw4w9WgXcQ', alt: x}": [
        '4:16: error: "https://youtu.be/dQw4w9WgXcQ" is not a file of this site. '
        "Write it as url: https://youtu.be/dQw4w9WgXcQ."
    ],
    "{url: 'https://example.org/v', alt: x}": [
        '4:15: error: no player is known for "https://example.org/v". Players are known for YouTube, Vimeo, '
        "Dailymotion, Internet Archive; link to others in the text."
    ],
    "{file: b.jpg, alt: b.jpg}": [
        '4:27: warning: "b.jpg" is the name of a file, which says nothing to those who do not see it. '
        "Say what it shows, in a sentence; or write alt: \"\" if it shows nothing that matters."
    ],
    "{file: '..\\media\\b.jpg', alt: x}": [
        '4:16: error: "..\\media\\b.jpg" is a path of Windows: here folders are parted by "/". Write b.jpg.'
    ],
    "{file: b.svg, alt: x}": [
        '4:15: error: "b.svg" cannot be shown: a drawing in SVG can carry scripts, and fonts and pictures '
        "from elsewhere. Save it as PNG, at twice the size at which it is shown."
    ],
    "{file: b.heic, alt: x}": [
        '4:15: error: "b.heic" cannot be shown: few browsers can show it. Save it as JPEG.'
    ],
    "{fil: b.jpg, alt: x}": [
        '4:9: error: a medium has no key "fil". Did you mean "file"?',
    ],
    "b.jpg": ["4:8: error: a list is wanted here. Begin each item with a hyphen: - file: bridge.jpg"],
    "[b.jpg]": [
        "4:9: error: a table of keys and values is wanted here. Write it as - {file: bridge.jpg, alt: ...}."
    ],
}  # fmt: skip


@pytest.mark.parametrize(("typed", "messages"), LISTED.items())
def test_a_mistake_in_the_list_is_told(typed: str, messages: list[str]) -> None:
    assert sorted(read(f"media: {typed}")[1]) == sorted(messages)


def test_a_type_that_pages_do_not_show_is_told_with_those_they_do() -> None:
    assert fault_of("x.txt", ("picture",)) == (
        '"x.txt" is not a picture that pages can show.',
        "It may end in jpg, jpeg, png, gif, webp or avif.",
    )
    assert fault_of("//example.org/x.jpg") is not None


@pytest.mark.parametrize("typed", [".bridge.jpg", "../media/.raw/bridge.jpg", "bridge.jpg~", "#bridge.jpg#"])
def test_a_file_that_is_hidden_or_a_backup_is_told_by_its_name(typed: str) -> None:
    told = f'"{typed}" is passed over: it is hidden, or an editor\'s backup.'
    assert fault_of(typed) == (told, "Give it another name.")


# In bodies


def placed(body: str, front: str = "") -> tuple[Medium, ...]:
    return illustrations(read(front, body)[0]).placed


def test_a_picture_in_a_body_has_its_alt_its_caption_and_its_place() -> None:
    (found,) = placed('Before.\n\n![An arch & "iron"](../media/b.jpg "In *1968*, new")\n\nAfter.')
    assert (found.file, found.alt, found.caption) == ("b.jpg", 'An arch & "iron"', "In *1968*, new")
    assert str(found.place) == "x.md:8:1"


def test_a_paragraph_of_pictures_is_as_many_figures() -> None:
    body, problems = render(
        "![a](a.jpg)\n![b](b.jpg)\n\nWords.", citations={}, place=Place("x.md", 1), resolve=lambda link: None
    )
    assert [(block.medium.file if block.medium else block.html) for block in body.blocks] == [
        "a.jpg", "b.jpg", "<p>Words.</p>",
    ]  # fmt: skip
    assert not problems


def test_a_video_of_another_site_stands_in_a_body_like_a_picture() -> None:
    (found,) = placed("![A walk](https://vimeo.com/76979871)")
    assert (found.url, found.file, found.alt) == ("https://vimeo.com/76979871", "", "A walk")


def test_a_picture_says_by_two_quotation_marks_that_it_shows_nothing() -> None:
    assert placed('![""](b.jpg)')[0].alt == ""
    assert placed("![](b.jpg)")[0].alt is None


def test_a_picture_of_a_body_that_says_nothing_of_it_is_a_fault() -> None:
    assert [str(fault) for fault in faults(read("", "\n![](b.jpg)")[0])] == [
        "x.md:7:1: error: this picture has no alt. Write what it shows between the brackets, "
        'or "" there if it shows nothing that matters.'
    ]


def test_what_is_listed_is_shown_where_the_text_has_it_and_only_there() -> None:
    front = (
        "media:\n  - {file: b.jpg, alt: An arch, credit: Archive, caption: Old.}\n  - {file: c.jpg, alt: c}"
    )
    event, _ = read(front, '![](b.jpg "New.")')
    found = illustrations(event)
    assert [(m.file, m.alt, m.caption, m.credit) for m in found.placed] == [
        ("b.jpg", "An arch", "New.", "Archive")
    ]
    assert [m.file for m in found.after] == ["c.jpg"]
    assert not faults(event)


@pytest.mark.parametrize("text", ["`![a](b.jpg)`", "\\![a](b.jpg)", "Wow![a]", "![a] (b.jpg)"])
def test_what_only_looks_like_a_picture_is_none(text: str) -> None:
    assert media(text, Place("x.md", 1)) == ()


def test_pictures_are_no_part_of_a_description() -> None:
    assert plain('One.\n\n![An arch](b.jpg "Old")\n\nTwo.') == "One. Two."


HOSTILE = ['![x](javascript:alert`1`)', "![x](data:image/svg+xml,<svg>)", '![x](b.jpg" onerror="x)',
           "![x](//evil.example/b.jpg)", "![x](../../../etc/passwd)", "![x](b.jpg\\\\c)"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_address_shows_nothing(text: str) -> None:
    body, problems = render(text, citations={}, place=Place("x.md", 1), resolve=lambda link: None)
    assert problems or not any(block.medium for block in body.blocks)
    assert "<img" not in body.html and "javascript" not in body.html.split("<p>")[0]


# Recordings

RECORDINGS = {
    ("a.mp4", b"\0\0\0\x18ftypmp42"): None,
    ("a.MP3", b"ID3\x04"): None,
    ("a.vtt", b"\xef\xbb\xbfWEBVTT\n"): None,
    ("a.vtt", b"1\n00:00"): '"a.vtt" holds no captions. Its first line must be WEBVTT.',
    ("a.mp4", b"<html>"): (
        '"a.mp4" is not what its name says: it does not begin like a .mp4 file. '
        "Convert it again, or download it again."
    ),
    ("a.mp4", b"\0\0\0\x18ftypmp42" + b"\xa9xyz\0+48.2"): (
        '"a.mp4" says where it was filmed, and readers get it as it is. '
        "Remove that: ffmpeg -i IN.mp4 -map_metadata -1 -c copy OUT.mp4."
    ),
}


@pytest.mark.parametrize(("file", "message"), RECORDINGS.items())
def test_a_recording_is_looked_at_before_it_is_published(
    file: tuple[str, bytes], message: str | None
) -> None:
    found = recording_fault(*file)
    assert (" ".join(found[:2]) if found else None) == message


def test_a_recording_that_github_does_not_take_is_told() -> None:
    found = recording_fault("a.mp4", b"\0\0\0\x18ftyp" + bytes(HEAVY))
    assert found and found[0] == '"a.mp4" has 100 MB, and GitHub accepts no file above 100 MB.'
    assert found[2] == "warning"


# Figures

RENDITION = Rendition(target="media/b-1.jpg", type="image/jpeg", width=800, height=600)
SHELF = Shelf(
    pictures={"b.jpg": Picture(fallback=RENDITION)},
    recordings={"t.mp4": Recording(target="media/t-1.mp4", type="video/mp4", size=9)},
)


def figures_of(front: str, body: str = "") -> tuple[str, ...]:
    event, _ = read(front, body)
    rendered, _ = render(body, citations={}, place=Place("x.md", 5), resolve=lambda link: None)
    found = shown(event, rendered, SHELF)
    return tuple(f"{figure.kind}{' lazy' * figure.lazy}" for figure in found.figures)


def test_the_first_figure_of_a_page_is_fetched_at_once_and_the_others_when_they_are_near() -> None:
    front = "media: [{file: t.mp4, alt: t, poster: b.jpg}, {url: 'https://vimeo.com/76979871', alt: v}]"
    assert figures_of(front, "Words.\n\n![b](b.jpg)") == ("picture", "video lazy", "player lazy")
    assert figures_of(front) == ("video", "player lazy")


def test_what_could_not_be_made_ready_is_left_out() -> None:
    assert figures_of("media: [{file: gone.jpg, alt: x}, {file: b.jpg, alt: b}]") == ("picture",)


def test_a_page_allows_other_sites_only_where_it_has_their_player() -> None:
    def policy(front: str) -> str:
        event, _ = read(front)
        return shown(event, render("", citations={}, place=event.place, resolve=str)[0], SHELF).policy

    assert policy("") == ""
    assert policy("media: {file: b.jpg, alt: b}") == ""
    assert policy("media: {file: t.mp4, alt: t}") == "; media-src 'self'"
    both = "media: [{url: 'https://vimeo.com/76979871', alt: v}, {file: t.mp4, alt: t}]"
    assert policy(both) == "; media-src 'self'; frame-src https://player.vimeo.com"
