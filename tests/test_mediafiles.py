"""A site with pictures and recordings, built: what is written, what is kept, what is told of its files."""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from dateline.build import Outcome, build
from dateline.scaffold import scaffold

OPENS = "content/events/bridge-opens.md"
MEDIA = """\
media:
  - file: arch.jpg
    alt: An arch of iron
    caption: The bridge in 1968.
    credit: County archive
    credit_url: https://example.org/12
  - {url: "https://youtu.be/dQw4w9WgXcQ", alt: The opening on film, poster: arch.jpg}
  - {file: talk.mp4, alt: The mayor speaks, captions: talk.vtt, language: de}
  - {file: talk.mp3, alt: The speech}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site with one of each."""
    from datetime import date

    root = tmp_path_factory.mktemp("media") / "site"
    scaffold(root, date(2026, 1, 2))
    folder = root / "content/media"
    folder.mkdir()
    save(folder / "arch.jpg", 600, 300)
    save(folder / "unused.jpg", 60, 30)
    (folder / "talk.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(99))
    (folder / "talk.mp3").write_bytes(b"ID3" + bytes(99))
    (folder / "talk.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nGuten Tag.\n")
    change(root / OPENS, "---\n", f"---\n{MEDIA}")
    change(root / OPENS, "It was", '![Who crossed](../media/arch.jpg "By year.")\n\nIt was')
    assert not build(root).problems
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy to change."""
    shutil.copytree(made, tmp_path / "site")
    yield tmp_path / "site"


def save(path: Path, width: int, height: int) -> None:
    slope = Image.linear_gradient("L").resize((width, height))
    Image.merge("RGB", (slope, slope.point(lambda v: 255 - v), slope)).save(path, "JPEG")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def page(root: Path, address: str = "events/bridge-opens/") -> str:
    return (root / "build" / address / "index.html").read_text(encoding="utf-8")


def names(root: Path, folder: str = "media") -> list[str]:
    return sorted(path.name for path in (root / "build" / folder).iterdir())


def told(outcome: Outcome) -> list[str]:
    return [str(problem) for problem in outcome.problems]


def test_what_pages_show_is_published_and_nothing_else(made: Path) -> None:
    kinds = sorted(re.sub("-[0-9a-f]{8}", "-…", name) for name in names(made))
    assert kinds == [
        "arch-…-480.avif", "arch-…-480.webp", "arch-…-600.avif", "arch-…-600.jpg", "arch-…-600.webp",
        "talk-….mp3", "talk-….mp4", "talk-….vtt",
    ]  # fmt: skip


def test_a_page_offers_sizes_and_forms_and_keeps_its_place_free(made: Path) -> None:
    html = page(made)
    assert re.search(
        r'<source type="image/avif" srcset="\.\./\.\./media/arch-[0-9a-f]{8}-480\.avif 480w, '
        r'\.\./\.\./media/arch-[0-9a-f]{8}-600\.avif 600w" sizes="[^"]+">',
        html,
    )
    images = re.findall(r"<img [^>]+>", html)
    assert all('width="600" height="300"' in image for image in images)
    assert ["loading" in image for image in images] == [False, True]
    assert [re.search('alt="([^"]*)"', image)[1] for image in images] == ["Who crossed", ""]


def test_a_file_that_stands_in_the_text_is_not_shown_again(made: Path) -> None:
    assert page(made).count('<figure class="medium picture">') == 1
    assert "By year." in page(made) and "County archive" in page(made)


def test_recordings_load_nothing_until_they_are_played(made: Path) -> None:
    html = page(made)
    assert re.search(r'<video controls preload="none" [^>]*aria-label="The mayor speaks"', html)
    assert re.search(r'<track kind="captions" src="[^"]+\.vtt" srclang="de"', html)
    assert re.search(r'<audio controls preload="none" aria-label="The speech"', html)


def test_a_video_of_another_site_is_a_link_until_it_is_clicked(made: Path) -> None:
    html = page(made)
    assert 'href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"' in html
    assert "<iframe" not in html and "ytimg" not in html
    assert "static/media.js" in html


def test_only_the_page_with_a_player_allows_its_frame(made: Path) -> None:
    assert "frame-src https://www.youtube-nocookie.com" in page(made)
    for address in ("", "events/bridge-closes/", "sources/echo/"):
        assert "frame-src" not in page(made, address) and "media.js" not in page(made, address)


def test_machines_are_told_of_the_pictures(made: Path) -> None:
    assert re.search(
        r'"image":\["https://example.org/footbridge/media/arch-[^"]+\.jpg","https://', page(made)
    )


def test_a_second_build_changes_no_file(root: Path) -> None:
    written = build(root).written
    assert written and (written.changed, written.removed) == (0, 0)


def test_a_build_without_the_cache_makes_the_same_bytes(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "new"))
    written = build(root).written
    assert written and (written.changed, written.removed) == (0, 0)
    assert {".gitignore", "CACHEDIR.TAG"} < {path.name for path in (tmp_path / "new/dateline").iterdir()}


def test_a_cache_that_cannot_be_written_stops_no_build(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "file"))
    assert not build(root).problems


def test_a_picture_too_tall_for_webp_is_made_narrower(root: Path) -> None:
    Image.new("RGB", (600, 17_000), "navy").save(root / "content/media/arch.jpg")
    assert not build(root).problems
    assert any(name.endswith("-578.webp") for name in names(root))


def test_a_picture_that_an_encoder_refuses_is_told_where_it_is_shown(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "new"))
    monkeypatch.setattr(Image.Image, "save", refuse)
    said = (
        '"arch.jpg": this picture cannot be saved as AVIF with 480 × 240 pixels. '
        "Cut it into several, or save it smaller."
    )
    assert told(build(root)) == [f"{OPENS}:{at}: error: {said}" for at in ("8:77", "20:1")]


def refuse(*_: object, **__: object) -> None:
    raise ValueError("encoding error 5")


def test_a_picture_that_changes_has_another_name_and_the_old_one_goes(root: Path) -> None:
    before = set(names(root))
    save(root / "content/media/arch.jpg", 500, 300)
    build(root)
    after = set(names(root))
    assert {name for name in before & after if name.startswith("arch")} == set()
    assert len(after) == 6


def test_what_is_withdrawn_or_a_draft_leaves_no_picture(root: Path) -> None:
    shared = [name for name in names(root, "og") if name.startswith("bridge-opens")]
    assert len(shared) == 1
    change(root / OPENS, "---\n", "---\ndraft: true\n")
    assert not build(root).failed
    assert not (root / "build/media").exists()
    assert not [name for name in names(root, "og") if name.startswith("bridge-opens")]


def test_essays_and_sources_show_pictures_too(root: Path) -> None:
    change(root / "content/pages/method.md", "---\n", "---\nmedia: {file: arch.jpg, alt: An arch}\n")
    change(root / "content/sources/echo.md", "---\n", "---\nmedia: {file: arch.jpg, alt: Its front page}\n")
    assert not build(root).problems
    assert 'alt="An arch"' in page(root, "method/")
    assert 'alt="Its front page"' in page(root, "sources/echo/")


def damage(root: Path) -> None:
    path = root / "content/media/arch.jpg"
    path.write_bytes(path.read_bytes()[:-2000])


FAULTS = {
    "a name misspelt": (
        lambda root: change(root / OPENS, "file: arch.jpg", "file: arhc.jpg"),
        f'{OPENS}:3:11: error: there is no "arhc.jpg" in content/media/. Did you mean "arch.jpg"?',
    ),
    "a name in other letters": (
        lambda root: change(root / OPENS, "file: arch.jpg", "file: Arch.JPG"),
        f'{OPENS}:3:11: error: there is no "Arch.JPG" in content/media/. Did you mean "arch.jpg"?',
    ),
    "no such file in a body": (
        lambda root: change(root / OPENS, "../media/arch.jpg", "../media/embankment.jpg"),
        f'{OPENS}:20:1: error: there is no "embankment.jpg" in content/media/. '
        "Save it there, as content/media/embankment.jpg.",
    ),
    "captions that are none": (
        lambda root: (root / "content/media/talk.vtt").write_text("Guten Tag."),
        f'{OPENS}:9:55: error: "talk.vtt" holds no captions. Its first line must be WEBVTT.',
    ),
    "a page for a film": (
        lambda root: (root / "content/media/talk.mp3").write_text("<html>"),
        f'{OPENS}:10:12: error: "talk.mp3" is not what its name says: it does not begin like a .mp3 file. '
        "Convert it again, or download it again.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=list(FAULTS))
def test_a_file_that_cannot_be_shown_is_told_where_it_is_named(root: Path, spoil, message: str) -> None:
    spoil(root)
    assert told(build(root)) == [message]


def test_a_damaged_picture_is_told_wherever_it_is_shown(root: Path) -> None:
    damage(root)
    said = '"arch.jpg": this picture is damaged or incomplete. Save it again, or download it again.'
    assert told(build(root)) == [f"{OPENS}:{at}: error: {said}" for at in ("8:77", "20:1")]


def test_media_that_cannot_be_read_bring_no_second_fault(root: Path) -> None:
    change(root / OPENS, "  - {file: talk.mp3", "  - {file: [talk.mp3")
    assert all("there is no" not in problem for problem in told(build(root)))


def test_metadata_reach_no_page(root: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCam"
    path = root / "content/media/arch.jpg"
    with Image.open(path) as picture:
        kept = BytesIO()
        picture.save(kept, "JPEG", exif=exif)
    path.write_bytes(kept.getvalue())
    assert b"SecretCam" in path.read_bytes()
    assert not build(root).problems
    assert not [f for f in (root / "build").rglob("*") if f.is_file() and b"SecretCam" in f.read_bytes()]
