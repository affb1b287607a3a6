"""Commands are sentences: results on stdout, problems on stderr, 0 fine, 1 problems, 2 misuse."""

import io
import json
import os
import re
import shlex
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline import files
from dateline.cli import main

Capture = pytest.CaptureFixture[str]


def test_build_says_what_it_made(scaffolded: Path, capsys: Capture) -> None:
    assert main(["build"], root=scaffolded) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[0] == "The Millbrook footbridge"
    assert lines[1].split() == ["3", "events", "3", "dated,", "0", "undated"]
    assert lines[2].split()[:2] == ["2", "sources"]
    assert lines[3].strip().startswith("5 quotations")
    assert "all verified against the copies: 5 exact" in lines[3]
    assert lines[4].split(maxsplit=2)[1:] == [
        "disagreement",
        "1 where sources contradict each other, 0 only worded differently",
    ]
    assert lines[-2].strip() == (
        "Still from the example: author, title and dek in site.py, content/pages/method.md, "
        "content/events/bridge-closes.md, content/events/bridge-opens.md and 3 more files. "
        "Write your own, or delete them."
    )
    assert lines[-3].strip() == (
        "url is still https://example.org/footbridge/ in site.py: "
        "write the site's own address there before you publish it."
    )
    assert lines[-1].startswith("build/ in ")


def test_a_build_counts_the_pages_that_readers_open(scaffolded: Path, capsys: Capture) -> None:
    main(["build"], root=scaffolded)
    opened = [path for path in (scaffolded / "build").rglob("*.html") if "embed" not in path.parts]
    assert f"  {len(opened)} pages " in capsys.readouterr().out


def test_what_an_author_replaced_is_no_longer_called_the_examples(scaffolded: Path) -> None:
    from dateline.model import Site
    from dateline.scaffold import untouched

    site = Site(title="The mill", url="https://ada.github.io/mill/")
    files = sorted((scaffolded / "content").rglob("*.md"))
    for path in files[1:]:
        path.write_text("---\ntitle: Mine\n---\n", encoding="utf-8")
    files[0].write_bytes(files[0].read_bytes().replace(b"\n", b"\r\n"))
    assert untouched(scaffolded, site) == (
        "Still from the example: content/events/bridge-closes.md. Write your own, or delete it."
    )
    files[0].unlink()
    assert untouched(scaffolded, site) == ""


def test_a_build_names_two_that_may_be_one(scaffolded: Path, capsys: Capture) -> None:
    event = scaffolded / "content" / "events" / "bridge-opens.md"
    event.write_text(event.read_text().replace("Millbrook Council", "Milbrook Council"))
    assert main(["build"], root=scaffolded) == 0
    assert (
        '  "Milbrook Council" and "Millbrook Council" are two actors: if one is a mistake, spell them alike.'
    ) in capsys.readouterr().out.splitlines()


def test_a_second_build_changes_no_file(scaffolded: Path, capsys: Capture) -> None:
    main(["build"], root=scaffolded)
    capsys.readouterr()
    main(["build"], root=scaffolded)
    said = capsys.readouterr().out
    assert "0 files changed" in said
    assert "0 removed" in said


def test_a_build_with_errors_lists_them_and_leaves_the_old_site(scaffolded: Path, capsys: Capture) -> None:
    main(["build"], root=scaffolded)
    index = (scaffolded / "build" / "index.html").read_bytes()
    event = scaffolded / "content" / "events" / "bridge-opens.md"
    event.write_text(event.read_text().replace("June 1968", "July 1968"))
    capsys.readouterr()
    assert main(["build"], root=scaffolded) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1].startswith("Nothing was written: ")
    assert (scaffolded / "build" / "index.html").read_bytes() == index


def test_check_is_silent_on_a_finished_site(scaffolded: Path, capsys: Capture) -> None:
    assert main(["check", "--strict"], root=scaffolded) == 0
    assert capsys.readouterr() == ("", "")
    assert not (scaffolded / "build").exists()


def test_check_speaks_json(scaffolded: Path, capsys: Capture) -> None:
    (scaffolded / "content" / "events" / "bridge-opens.md").write_text(
        "---\ntitle: T\nstatus: reported\ncolour: red\n---\n"
    )
    assert main(["check", "--json"], root=scaffolded) == 1
    problems = json.loads(capsys.readouterr().out)
    assert {"path", "line", "column", "severity", "message", "hint"} == set(problems[0])
    assert ("content/events/bridge-opens.md", 4) in {(found["path"], found["line"]) for found in problems}


def test_check_on_a_finished_site_prints_an_empty_list(scaffolded: Path, capsys: Capture) -> None:
    assert main(["check", "--json"], root=scaffolded) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_the_example_goes_as_the_readme_of_a_new_site_says(scaffolded: Path, capsys: Capture) -> None:
    readme = (scaffolded / "README.md").read_text(encoding="utf-8")
    (folders,) = re.findall(r"Delete the files in `(.*?)`, `(.*?)` and `(.*?)`\.", readme)
    for path in [path for folder in folders for path in (scaffolded / folder).iterdir()]:
        path.unlink()
    assert main(["check"], root=scaffolded) == 1
    assert 'Run "dateline lock", which removes the entries.' in capsys.readouterr().err
    assert "Run `dateline lock`" in readme and main(["lock"], root=scaffolded) == 0
    capsys.readouterr()
    assert main(["check", "--strict"], root=scaffolded) == 0
    assert capsys.readouterr().err == ""


def test_problems_are_told_in_the_order_in_which_they_are_mended(scaffolded: Path) -> None:
    """The declaration, what is written, and last the lock, which one command renews."""
    from dateline.build import check

    event = scaffolded / "content" / "events" / "bridge-opens.md"
    event.write_text(event.read_text().replace("status: reported", "status: reportde"))
    (scaffolded / "content" / "events" / "bridge-rebuilt.md").unlink()
    (scaffolded / "snapshots" / "other.txt").write_text("A copy of nothing.")
    site = scaffolded / "site.py"
    site.write_text(site.read_text().replace('language="en"', 'language="qy"'))
    told = check(scaffolded).problems
    assert [problem.place.path for problem in told] == [
        "site.py",
        "content/events/bridge-opens.md",
        "snapshots/other.txt",
        "citations.lock",
    ]
    assert told[2].hint == "Name the file after a source, or delete it."


def test_warnings_fail_only_a_strict_build(scaffolded: Path, capsys: Capture) -> None:
    (scaffolded / "snapshots" / "ekho.txt").write_text("A copy of nothing.")
    assert main(["build"], root=scaffolded) == 0
    assert (
        'snapshots/ekho.txt: warning: no source has the id "ekho". Did you mean "echo"?'
        in capsys.readouterr().err
    )
    assert main(["build", "--strict"], root=scaffolded) == 1
    assert main(["check", "--strict"], root=scaffolded) == 1
    assert main(["check"], root=scaffolded) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"],
        ["build", "--no-such-option"],
        ["new"],
        ["snapshot", "echo", "no-such-file.txt"],
        ["when", "1999", "--on", "x"],
    ],
)
def test_misuse_is_two(scaffolded: Path, arguments: list[str], capsys: Capture) -> None:
    assert main(arguments, root=scaffolded) == 2
    assert capsys.readouterr().err


def test_a_folder_without_a_site_says_how_to_make_one(tmp_path: Path, capsys: Capture) -> None:
    assert main(["build"], root=tmp_path) == 2
    assert capsys.readouterr().err == (
        f'dateline: there is no site.py in "{tmp_path.name}". '
        "Go to a site's folder, name it with -C DIR, or make one: dateline new DIR\n"
    )


def test_another_sites_folder_can_be_named(scaffolded: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["-C", str(scaffolded), "check"], root=tmp_path) == 0


def test_new_will_not_write_into_a_folder_with_something_in_it(scaffolded: Path, capsys: Capture) -> None:
    before = sorted(scaffolded.rglob("*"))
    assert main(["new", str(scaffolded)]) == 2
    assert "is not empty. Nothing was written." in capsys.readouterr().err
    assert sorted(scaffolded.rglob("*")) == before


def test_new_makes_the_shape_of_every_site(tmp_path: Path, capsys: Capture) -> None:
    assert main(["new", str(tmp_path / "story")]) == 0
    names = {path.name for path in (tmp_path / "story").iterdir()}
    assert names == {
        "site.py", "content", "templates", "static", "snapshots", "citations.lock", ".gitignore", "README.md"
    }  # fmt: skip
    said = capsys.readouterr().out
    assert " serve --open\n" in said
    assert "build` writes the site to build/." in said


def test_new_names_the_folder_that_it_is_called_in(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "story").mkdir()
    monkeypatch.chdir(tmp_path / "story")
    assert main(["new", "."]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Made a site in story. Next:\n\n  ")
    assert "cd " not in said


@pytest.mark.skipif(os.name == "nt", reason="other shells, other marks")
@pytest.mark.parametrize("activated", [True, False])
def test_new_says_what_each_new_terminal_needs_where_it_needs_anything(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, activated: bool
) -> None:
    programs = tmp_path / "my tools" / "bin"
    programs.mkdir(parents=True)
    for name in ("dateline", "activate") if activated else ("dateline",):
        (programs / name).touch(0o755)
    monkeypatch.setenv("PATH", str(programs))
    assert main(["new", str(tmp_path / "story")]) == 0
    said = capsys.readouterr().out
    assert said.endswith(f"type this first:\n\n  . '{programs}/activate'\n") is activated
    assert ("new terminal" in said) is activated


def test_powershell_is_given_a_sign_before_a_program_between_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "os", SimpleNamespace(name="nt"))
    assert files.called(Path("Ann Lee/activate")) == f'& "{Path("Ann Lee/activate")}"'
    assert files.called(Path("site/activate")) == str(Path("site/activate"))


@pytest.mark.skipif(os.name == "nt", reason="other shells, other marks")
def test_a_folder_with_a_space_in_its_name_can_be_pasted(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "Anna's story"]) == 0
    way = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("  cd "))
    assert shlex.split(way) == ["cd", "Anna's story"]


def test_one_file_that_changed_is_one_file(scaffolded: Path, capsys: Capture) -> None:
    main(["build"], root=scaffolded)
    (scaffolded / "static" / "note.txt").write_text("kept")
    capsys.readouterr()
    main(["build"], root=scaffolded)
    assert " 1 file changed, " in capsys.readouterr().out


def test_when_takes_a_year_before_our_era_for_a_phrase(capsys: Capture) -> None:
    assert main(["when", "-0043", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["edtf"] == "-0043"
    assert main(["when", "-z"]) == 2
    assert "No such option" in capsys.readouterr().err


def test_when_explains_a_phrase(capsys: Capture) -> None:
    assert main(["when", "last Saturday", "--on", "2026-02-02", "--zone", "America/New_York"]) == 0
    out = capsys.readouterr().out
    facts = dict(line.split(maxsplit=1) for line in out.splitlines()[1:])
    assert facts["edtf"] == facts["earliest"] == facts["latest"] == "2026-01-31"
    assert facts["label"] == "31 January 2026"
    assert facts["rule"]


def test_when_cautions_where_a_weekday_is_another_days(capsys: Capture) -> None:
    assert main(["when", "Wednesday", "2", "February 2026"]) == 0
    told = "2026-02-02 is a Monday; the nearest Wednesday is 2026-02-04."
    assert capsys.readouterr().out.endswith(f"  but        {told}\n")
    assert main(["when", "Wednesday 2 February 2026", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["caution"] == told
    assert main(["when", "two days after Monday 2 February 2026", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["caution"] is None


def test_when_reads_lines_and_writes_json(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"early 2024\nrecently\n\nin 1968\n")))
    assert main(["when", "--json", "--on", "2026-02-02"]) == 1
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["edtf"] for answer in answers] == ["2024", None, "1968"]
    assert answers[1] == {"phrase": "recently", "edtf": None, "because": "names no date."}


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["when", "recently"], "“recently” names no date.\n"),
        (
            ["when", "the previous day", "--on", "2026-02-02"],
            "“the previous day” depends on a date that is named before it, and there is none.\n",
        ),
        (["when", "last Saturday"], "“last Saturday” counts from a day: say which, with --on 2026-02-02.\n"),
    ],
)
def test_when_says_why_a_phrase_has_no_date(arguments: list[str], error: str, capsys: Capture) -> None:
    assert main(arguments) == 1
    assert capsys.readouterr().err == error


def test_when_takes_a_day_that_is_written_out(capsys: Capture) -> None:
    for typed in ("2 February 2026", "February 2, 2026", "2026-02-02"):
        assert main(["when", "today", "--json", "--on", typed]) == 0
        assert json.loads(capsys.readouterr().out)["edtf"] == "2026-02-02"
    assert main(["when", "today", "--on", "10/11/2024"]) == 2
    assert capsys.readouterr().err == (
        'dateline: --on: "10/11/2024" may be two days. Write the one that is meant, year first: 2026-02-28.\n'
    )


def test_when_refuses_a_zone_that_is_none(capsys: Capture) -> None:
    assert main(["when", "today", "--on", "2026-02-02", "--zone", "Mars/Olympus"]) == 2
    told = capsys.readouterr().err
    assert '"Mars/Olympus" is not a time zone. Write one like Europe/London or UTC.' in told


def test_when_counts_fiscal_years_from_the_day_that_is_given(capsys: Capture) -> None:
    assert main(["when", "fiscal 2025", "--fiscal", "10-01"]) == 0
    assert "2024-10/2025-09" in capsys.readouterr().out
    assert main(["when", "fiscal 2025", "--fiscal", "October"]) == 2
    assert '--fiscal: "October" is not a month and a day. Write one like 10-01.' in capsys.readouterr().err


def test_a_new_copy_is_taken_and_locked(scaffolded: Path, tmp_path: Path, capsys: Capture) -> None:
    page = tmp_path / "saved.html"
    old = (scaffolded / "snapshots" / "echo.txt").read_text()
    page.write_text("<title>x</title>" + "".join(f"<p>{line}</p>" for line in old.splitlines()))
    assert main(["snapshot", "echo", str(page)], root=scaffolded) == 2
    assert "has another copy, snapshots/echo.txt. Nothing was written." in capsys.readouterr().err
    assert main(["snapshot", "--replace", "echo", str(page)], root=scaffolded) == 0
    assert sorted(path.name for path in (scaffolded / "snapshots").iterdir()) == [
        "echo.html",
        "valley-radio.txt",
    ]
    assert main(["check"], root=scaffolded) == 1
    assert main(["lock"], root=scaffolded) == 0
    capsys.readouterr()
    assert main(["check", "--strict"], root=scaffolded) == 0
    assert capsys.readouterr() == ("", "")


def test_a_copy_of_an_unknown_source_is_refused(scaffolded: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "page.txt").write_text("words")
    assert main(["snapshot", "ecco", str(tmp_path / "page.txt")], root=scaffolded) == 2
    assert capsys.readouterr().err == 'dateline: no source has the id "ecco". Did you mean "echo"?\n'


def test_without_copies_the_lock_vouches(scaffolded: Path, capsys: Capture) -> None:
    for path in (scaffolded / "snapshots").iterdir():
        path.unlink()
    assert main(["build"], root=scaffolded) == 0
    assert "all verified by the lock: 5 exact" in capsys.readouterr().out


def test_without_copies_and_without_a_lock_nothing_is_published(scaffolded: Path, capsys: Capture) -> None:
    for path in (scaffolded / "snapshots").iterdir():
        path.unlink()
    (scaffolded / "citations.lock").unlink()
    assert main(["build"], root=scaffolded) == 1
    assert not (scaffolded / "build").exists()


def test_a_lock_is_not_renewed_over_an_error(scaffolded: Path, capsys: Capture) -> None:
    """What it vouches for could not be had again without the copy."""
    before = (scaffolded / "citations.lock").read_bytes()
    (scaffolded / "snapshots" / "echo.txt").unlink()
    event = scaffolded / "content" / "events" / "bridge-opens.md"
    text = event.read_text()
    event.write_text(text.replace("June 1968", "July 1968"))
    assert main(["lock"], root=scaffolded) == 1
    assert capsys.readouterr().err.endswith("citations.lock stays as it was: 1 error.\n")
    assert (scaffolded / "citations.lock").read_bytes() == before
    event.write_text(text)
    assert main(["check", "--strict"], root=scaffolded) == 0


def test_copies_and_lock_may_share_the_work(scaffolded: Path, capsys: Capture) -> None:
    (scaffolded / "snapshots" / "echo.txt").unlink()
    main(["build"], root=scaffolded)
    assert "all verified 3 against the copies and 2 by the lock: 5 exact" in capsys.readouterr().out


WHEN = [
    (["10/11/2024", "--language", "en-GB"], "  edtf       2024-11-10"),
    (
        ["in April", "--on", "2026-02-02"],
        "  not        2025-04: The one before publication, but it is further away.",
    ),
    (["later this year", "--on", "2026-02-02"], "  earliest   2026-02-03"),
    (["reportedly due in April", "--on", "2026-02-02"], "  label      April 2026 (reported)"),
]


@pytest.mark.parametrize(("arguments", "line"), WHEN)
def test_when_says_value_bounds_label_rule_and_what_was_rejected(
    arguments: list[str], line: str, capsys: Capture
) -> None:
    assert main(["when", *arguments]) == 0
    assert line in capsys.readouterr().out.splitlines()


def test_when_says_what_is_wrong_with_a_day_that_is_none(capsys: Capture) -> None:
    assert main(["when", "31 February 2026"]) == 1
    assert capsys.readouterr().err == (
        "“31 February 2026” is not a date: February 2026 has 28 days. Write 2026-02-28, or just 2026-02.\n"
    )


def test_a_lock_that_cannot_be_read_is_never_replaced_where_a_copy_is_missing(
    scaffolded: Path, capsys: Capture
) -> None:
    lock = scaffolded / "citations.lock"
    lock.write_text("<<<<<<< HEAD\n" + lock.read_text())
    before = lock.read_bytes()
    copy = (scaffolded / "snapshots" / "echo.txt").read_bytes()
    (scaffolded / "snapshots" / "echo.txt").unlink()
    assert main(["lock"], root=scaffolded) == 1
    assert lock.read_bytes() == before
    (scaffolded / "snapshots" / "echo.txt").write_bytes(copy)
    assert main(["lock"], root=scaffolded) == 0
    assert main(["check", "--strict"], root=scaffolded) == 0
