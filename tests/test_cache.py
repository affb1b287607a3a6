"""What builds keep for later ones: only what is whole is found, and only what is ours is removed."""

from pathlib import Path

import pytest

from dateline import cache
from dateline.cache import Cache, cache_of


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name not in (".gitignore", "CACHEDIR.TAG")]


def test_what_was_kept_is_found_by_another(tmp_path: Path) -> None:
    Cache(tmp_path).keep(("a", 1), b"made")
    assert Cache(tmp_path).find(("a", 1)) == b"made"
    assert Cache(tmp_path).find(("a", 2)) is None


@pytest.mark.parametrize(
    "spoil",
    [lambda raw: raw[:-1], lambda raw: raw[:20] + b"x" + raw[21:], lambda raw: b"", lambda raw: b"made" * 9],
    ids=["torn", "mixed", "empty", "of somebody else"],
)
def test_what_is_not_whole_is_made_anew(tmp_path: Path, spoil) -> None:
    Cache(tmp_path).keep("a", b"made" * 9)
    (path,) = kept(tmp_path)
    path.write_bytes(spoil(path.read_bytes()))
    assert Cache(tmp_path).find("a") is None
    assert Cache(tmp_path).under("a", lambda: b"anew") == b"anew"
    assert Cache(tmp_path).find("a") == b"anew"


def test_what_was_kept_of_another_is_not_taken(tmp_path: Path) -> None:
    Cache(tmp_path).keep("a", b"made")
    (path,) = kept(tmp_path)
    Cache(tmp_path).keep("b", b"other")
    (other,) = (one for one in kept(tmp_path) if one != path)
    other.replace(path)
    assert Cache(tmp_path).find("a") is None


def test_a_folder_of_others_keeps_all_that_is_theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    monkeypatch.setattr(cache, "MOST", 10)
    theirs = [
        *(tmp_path / name for name in ("0" * 32, "thesis.doc", "pip/wheel")),
        *(tmp_path / "dateline" / name for name in ("notes.txt", "0" * 31, "0" * 32 + ".txt")),
    ]
    for path in theirs:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(99))
    (tmp_path / "dateline" / ("1" * 32)).mkdir()
    cache_of(Path("site")).keep("old", bytes(99))
    half = tmp_path / "dateline" / ("2" * 32 + ".0123abcd.dateline-part")
    half.write_bytes(bytes(99))
    builder = cache_of(Path("site"))
    builder.under("new", lambda: bytes(99))
    builder.tidy()
    assert all(path.is_file() for path in theirs)
    assert not half.exists()
    assert (builder.find("old"), builder.find("new")) == (None, bytes(99))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0" * 32, "dateline", "pip", "thesis.doc"]


def test_a_cache_that_is_not_too_large_is_left_as_it_is(tmp_path: Path) -> None:
    Cache(tmp_path).keep("old", b"made")
    Cache(tmp_path).tidy()
    assert Cache(tmp_path).find("old") == b"made"
