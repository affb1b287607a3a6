"""The output folder is the builder's, and only what the builder made in it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.output import MANIFEST, write, write_one
from dateline.problems import UserError


def listing(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_a_folder_holds_exactly_what_was_written(tmp_path: Path) -> None:
    site = {"index.html": b"1", "events/a/index.html": b"2"}
    written = write(tmp_path / "build", site)
    assert listing(tmp_path / "build") == site
    assert (written.changed, written.unchanged, written.removed) == (2, 0, 0)


def test_an_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, {"a": b"1", "b": b"1"})
    before = (build / "a").stat().st_mtime_ns
    written = write(build, {"a": b"1", "b": b"2"})
    assert (build / "a").stat().st_mtime_ns == before
    assert (written.changed, written.unchanged) == (1, 1)


def test_a_page_that_is_no_longer_written_goes_with_its_empty_folders(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, {"events/a/index.html": b"1", "index.html": b"1"})
    assert write(build, {"index.html": b"1"}).removed == 1
    assert not (build / "events").exists()


def test_a_file_of_somebody_elses_inside_our_folder_stays(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, {"events/a/index.html": b"1"})
    (build / "events" / "mine.txt").write_text("mine")
    write(build, {"index.html": b"1"})
    assert listing(build) == {"index.html": b"1", "events/mine.txt": b"mine"}


def test_a_page_may_become_a_folder_and_back(tmp_path: Path) -> None:
    build = tmp_path / "build"
    for site in ({"a": b"1"}, {"a/index.html": b"2"}, {"a": b"3"}):
        write(build, site)
        assert listing(build) == site


def test_a_folder_that_we_did_not_make_is_left_alone(tmp_path: Path) -> None:
    build = tmp_path / "build"
    build.mkdir()
    (build / "thesis.doc").write_text("years of work")
    with pytest.raises(
        UserError, match=r'build/ holds files that dateline did not make, such as "thesis.doc"'
    ):
        write(build, {"index.html": b"1"})
    assert listing(build) == {"thesis.doc": b"years of work"}


def test_an_empty_folder_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    assert write(tmp_path / "build", {"index.html": b"1"}).changed == 1


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(UserError, match="build is a file"):
        write(tmp_path / "build", {"index.html": b"1"})


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"files": 3}', b"\xff"])
def test_a_damaged_manifest_stops_the_write(tmp_path: Path, content: bytes) -> None:
    build = tmp_path / "build"
    write(build, {"index.html": b"1"})
    (build / MANIFEST).write_bytes(content)
    with pytest.raises(UserError, match="is damaged"):
        write(build, {"other.html": b"1"})
    assert (build / "index.html").exists()


def test_a_forged_manifest_cannot_reach_outside_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "precious.txt"
    outside.write_text("mine")
    build = tmp_path / "build"
    write(build, {"index.html": b"1"})
    (build / MANIFEST).write_text('{"files": ["../precious.txt", "/etc/hostname", "index.html"]}')
    write(build, {"new.html": b"1"})
    assert outside.read_text() == "mine"
    assert listing(build) == {"new.html": b"1"}


def test_what_a_killed_build_left_half_written_goes_and_nobody_elses(tmp_path: Path) -> None:
    build = tmp_path / "build"
    site = {"index.html": b"1", "events/a/index.html": b"2"}
    write(build, site)
    for half in ("index.html.dateline-part", "events/a/index.html.0123abcd.dateline-part"):
        (build / half).write_bytes(b"hal")
    (build / "mine.dateline-part").write_bytes(b"mine")
    write(build, site)
    assert listing(build) == {**site, "mine.dateline-part": b"mine"}
    (build / "events/a/index.html.0123abcd.dateline-part").write_bytes(b"hal")
    write(build, {"index.html": b"1"})
    assert not (build / "events").exists()


def test_many_may_write_one_file_at_once(tmp_path: Path) -> None:
    contents = [bytes([n]) * 200_000 for n in range(40)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda content: write_one(tmp_path / "a", content), contents))
    assert (tmp_path / "a").read_bytes() in contents
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_one(tmp_path / "a", b"1")
    assert not list(tmp_path.iterdir())


NAMES = st.sampled_from(
    ["index.html", "a/index.html", "b/index.html", "a/b/index.html", "data/x.json", "404.html"]
)
SITES = st.dictionaries(NAMES, st.binary(max_size=3))


@given(st.lists(SITES, min_size=1, max_size=5))
def test_after_any_writes_the_folder_equals_the_last_one(sites: list[dict[str, bytes]]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        for site in sites:
            write(Path(folder) / "build", site)
        assert listing(Path(folder) / "build") == sites[-1]
