"""The user wants the declaration to be called site.py, as a module of the standard library is: the traps."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.build import prepare
from dateline.cli import main
from dateline.declaration import read_site
from dateline.preview.edition import Edition


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def pages(root: Path) -> dict[str, bytes]:
    build = root / "build"
    return {p.relative_to(build).as_posix(): p.read_bytes() for p in build.rglob("*") if p.is_file()}


def test_python_site_py_build_does_what_dateline_build_does(scaffolded: Path) -> None:
    assert run(scaffolded, "-m", "dateline", "build").returncode == 0
    first = pages(scaffolded)
    for path in (scaffolded / "build").rglob("*"):
        if path.is_file():
            path.unlink()
    (scaffolded / "build" / ".dateline").write_text('{"files": []}')
    done = run(scaffolded, "site.py", "build")
    assert done.returncode == 0, done.stderr
    assert pages(scaffolded) == first


def test_site_py_builds_its_own_folder_from_anywhere(scaffolded: Path, tmp_path: Path) -> None:
    done = run(tmp_path, str(scaffolded / "site.py"), "build")
    assert done.returncode == 0, done.stderr
    assert (scaffolded / "build" / "index.html").is_file()
    assert not (tmp_path / "build").exists()


def test_unfrozen_modules_with_the_root_on_the_path_still_build(scaffolded: Path) -> None:
    """What a debugger does: our site.py then shadows the standard library's at start-up."""
    done = run(scaffolded, "-X", "frozen_modules=off", "site.py", "build", PYTHONPATH=str(scaffolded))
    assert (scaffolded / "build" / "index.html").is_file(), done.stderr


def test_the_standard_librarys_site_is_still_the_one_that_imports(scaffolded: Path) -> None:
    done = run(scaffolded, "-c", "import site; print(site.getsitepackages())")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "site.py: error: it declares no `site`. Write site = Site(title=…, url=…)."),
        ("site = 3", "site.py: error: its `site` is a int. Write site = Site(title=…, url=…)."),
        ("site = (", 'site.py:1:8: error: this "(" is never closed. Close it after the last value.'),
        (
            "site = Site(title='T', url='https://example.org/')",
            "site.py:1:8: error: Site is not a word that Python knows. "
            'Write "from dateline import Site" above it.',
        ),
        ("\n\n1 / 0", "site.py:3: error: ZeroDivisionError: division by zero"),
        ("raise SystemExit('bye')", "site.py:1: error: SystemExit: bye"),
        (
            "from dateline import Site\nsite = Site(title='T', url='example.org')",
            'site.py:2:28: error: url="example.org" is not an address. Write "https://example.org/".',
        ),
        (
            "from dateline import Site\nsite = Site(title='T', url='http://[')",
            'site.py:2:28: error: url="http://[" is not an address. Write https://USER.github.io/REPOSITORY/.',
        ),
        (
            "from dateline import Site\nsite = Site(title='T', url='https://example.org/', licence='CC0')",
            'site.py:2: error: a site has no "licence". Did you mean "license"?',
        ),
        (
            "from dateline import Site\nsite = Site(dek='D')",
            'site.py:2: error: a site needs title and url. Write it as title="…".',
        ),
        (
            "from dateline import Site\nsite = Site(title=None, url='https://example.org/')",
            "site.py:2:19: error: title=None is not text. Write it in quotes.",
        ),
        (
            "from dateline import Site\nsite = Site(title='T', url='https://example.org/', theme='editrial')",
            'site.py:2:58: error: theme="editrial" is not known. Did you mean "editorial"?',
        ),
        (
            "from dateline import Site\nsite = Site(title='T', url='https://example.org/', fiscal={'Apple': '13-01'})",
            'site.py:2:60: error: fiscal={"Apple": "13-01"}: there is no day 13-01 in every year. '
            'Write fiscal={"": "10-01"}.',
        ),
        (
            "from dateline import Site\nsite = Site(title='T', url='https://example.org/', fiscal='10-01')",
            'site.py:2:59: error: fiscal=\'10-01\' is not a table. Write fiscal={"": "10-01"}.',
        ),
        (
            "from dateline import Site\nsite = Site(title='T', url='https://example.org/a')",
            'site.py:2:28: error: url="https://example.org/a" is not a folder\'s address. Write "https://example.org/a/".',
        ),
        (
            "from dateline import Site\nsite = Site(title='T', url='https://example.org/', output='static/x')",
            'site.py:2:59: error: output="static/x" and the folder static are one, or one in the other. '
            'Write output="build".',
        ),
        (
            "from dateline import Site\nsite = Site(title='T', url='https://example.org/', output='Content')",
            'site.py:2:59: error: output="Content" and the folder content are one, or one in the other. '
            'Write output="build".',
        ),
        (
            "from dateline import site\nsite = Site(title='T', url='https://example.org/')",
            "site.py:1: error: site is not there to import. Write from dateline import Site.",
        ),
        (
            "from datelin import Site\nsite = Site(title='T', url='https://example.org/')",
            "site.py:1: error: datelin is not there to import. Write from dateline import Site.",
        ),
        (
            "from dateline import Site\nsite = Site(title=' ', url='https://example.org/', language='</x>')",
            'site.py:2:19: error: title="" names nothing. Write the site\'s name.\n'
            'site.py:2:61: error: language="</x>" is not the code of a language. Write one like en, en-GB or zh-Hans.',
        ),
        (
            "from dateline import Site\nsite = Site(title='T\\ud800', url='https://example.org/')",
            "site.py:2:19: error: title holds an invisible character: U+D800 (control character). "
            "Delete it; it can hide or reorder what readers see.",
        ),
        (
            "from dateline import Site\nsite = Site(title='T', url='https://a b/')",
            'site.py:2:28: error: url="https://a b/" is not an address. Write https://USER.github.io/REPOSITORY/.',
        ),
        (
            "from dateline import Site\nsite = Site(title='T', url='https://example.org/', output='../x')",
            'site.py:2:59: error: output="../x" leaves the site\'s folder. Write output="build".',
        ),
        (
            "from dateline import Site\nsite = Site(title='T', url='https://example.org/', output='.')",
            'site.py:2:59: error: output="." leaves the site\'s folder. Write output="build".',
        ),
    ],
)
def test_a_wrong_declaration_is_a_problem_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "site.py").write_text(text, encoding="utf-8")
    _, problems = read_site(tmp_path)
    assert sorted(map(str, problems)) == problem.split("\n")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (b"\xef\xbb\xbffrom dateline import Site\nsite = Site(title='T', url='x')", "2:28"),
        (
            "# a\u2028b\f\x85\nfrom dateline import Site\na, site = '\u2028é', Site(title='T', url='x')".encode(),
            "3:37",
        ),
        (b"from dateline import Site\r\nsite = Site(title='T', url='x')\r\n", "2:28"),
        (
            "# coding: latin-1\nfrom dateline import Site\nsite = Site(title='é', url='x')".encode("latin-1"),
            "3:28",
        ),
    ],
)
def test_a_place_is_found_in_a_file_as_python_reads_it(tmp_path: Path, written: bytes, place: str) -> None:
    (tmp_path / "site.py").write_bytes(written)
    _, (problem,) = read_site(tmp_path)
    assert str(problem).startswith(f'site.py:{place}: error: url="x" is not an address.')


def test_a_sound_declaration_is_not_read_a_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte order mark stopped every command when it was."""
    text = "from dateline import Site\nsite = Site(title='T', url='https://example.org/')"
    (tmp_path / "site.py").write_text(text, encoding="utf-8-sig")
    monkeypatch.setattr("dateline.declaration.values_in", lambda path: pytest.fail)
    site, problems = read_site(tmp_path)
    assert site is not None and problems == ()


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ('theme="leger"', 'theme="leger" is not known. Did you mean "ledger"?'),
        (
            'theme=["ledger"]',
            'theme="[\'ledger\']" is not known. Did you mean "ledger"?',
        ),
        ('theme_options={"acent": "#0b5fa5"}', 'theme_options has no "acent". Did you mean "accent"?'),
        (
            'theme_options=["x"]',
            'theme_options=[\'x\'] is not a table of options. Write theme_options={"accent": "#0b5fa5"}.',
        ),
        ('fiscal=["x"]', 'fiscal=[\'x\'] is not a table. Write fiscal={"": "10-01"}.'),
        ("content=5", "content=5 is not text. Write it in quotes."),
        ("share_font=5", "share_font=5 is not text. Write it in quotes."),
        ("title=5", "title=5 is not text. Write it in quotes."),
        ("url=5", "url=5 is not text. Write it in quotes."),
        ('url="http://["', 'url="http://[" is not an address. Write https://USER.github.io/REPOSITORY/.'),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_after_stumbles_over_it(
    scaffolded: Path, capsys: pytest.CaptureFixture[str], field: str, problem: str
) -> None:
    path, name = scaffolded / "site.py", field.partition("=")[0]
    lines = [line for line in path.read_text().splitlines() if not line.startswith(f"    {name}=")]
    path.write_text("\n".join(lines).replace("site = Site(", f"site = Site(\n    {field},"))
    for run in (["check"], ["build"]):
        assert main(run, root=scaffolded) == 1
        assert re.fullmatch(
            rf"site\.py:14:\d+: error: {re.escape(problem)}", capsys.readouterr().err.splitlines()[0]
        )
    site, _ = read_site(scaffolded)
    assert Edition(site=site).base.startswith("/")
    outcome, files = prepare(scaffolded, preview=True)
    (found,) = outcome.problems
    assert (f"{found.message} {found.hint}", found.place.line) == (problem, 14)
    assert not files


def test_a_declaration_that_is_not_utf_8_is_told_by_its_byte(scaffolded: Path) -> None:
    path = scaffolded / "site.py"
    path.write_bytes(path.read_bytes().replace(b"Your name", "Zoë".encode("latin-1")))
    _, (told,) = read_site(scaffolded)
    assert str(told) == "site.py:17:17: error: byte 0xeb is not UTF-8. Save the file as UTF-8."


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            'theme="ledger"',
            "14:11: error: a comma is missing after this value, or the value holds the quotation mark that ends "
            """it. End each value with a comma. Text with " in it stands between single ones: 'The "old" mill'.""",
        ),
        (
            "theme=“ledger”,",
            '14:11: error: this quotation mark is not a straight one. Write straight ones: "…".',
        ),
        ('theme="ledger,', "14:11: error: this quotation mark is never closed. Close it on the same line."),
        (
            "theme=ledger,",
            '14:11: error: ledger is not a word that Python knows. Text stands between quotation marks: "ledger".',
        ),
        ('theme: "ledger",', 'Each value is a line like title="The mill", with a comma at its end.'),
        (
            'date-order="day-month",',
            "14:5: error: what stands before the equals sign is not a name. A name has letters "
            "and underscores only, without quotation marks: date_order=…",
        ),
        ('"dek"="x",', "14:5: error: what stands before the equals sign is not a name."),
        ('theme_options={accent="#0b5fa5"},', "14:20: error: an equals sign stands where a colon is wanted."),
        ('theme_options={"accent"="#0b5fa5"},', "an equals sign stands where a colon is wanted."),
        ('theme_options={"accent": "#0b5fa5",', 'this ")" comes before the "{" of line 14 is closed.'),
        ('title="T",', "title is given twice. Keep one of them."),
        ('accent="#0b5fa5",', 'a site has no "accent". Write it as theme_options={"accent": …}.'),
    ],
)
def test_a_slip_of_the_hand_is_told_in_our_words(scaffolded: Path, line: str, problem: str) -> None:
    path = scaffolded / "site.py"
    path.write_text(path.read_text().replace("site = Site(", f"site = Site(\n    {line}"), encoding="utf-8")
    _, (told,) = read_site(scaffolded)
    assert problem in str(told)
    assert told.place.line
