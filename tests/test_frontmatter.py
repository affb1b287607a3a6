"""Front matter is what the author typed, where they typed it; and YAML's traps are explained."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.problems import Place
from dateline.records import frontmatter
from dateline.records.frontmatter import Front, parse
from dateline.records.nodes import Listing, Node, Scalar, Table
from dateline.records.yaml_faults import in_quotation_marks

PARSERS = [yaml.BaseLoader, pytest.param(getattr(yaml, "CBaseLoader", None), id="CBaseLoader")]


@pytest.fixture(params=PARSERS, autouse=True)
def each_of_the_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML has one in Python and one in C; a wheel may lack the latter, and no message may differ."""
    if request.param is None:
        pytest.skip("this PyYAML was built without its C parser")
    monkeypatch.setattr(frontmatter, "_PARSER", request.param)


def read(block: str) -> tuple[Front, list[str]]:
    front, problems = parse(f"---\n{block}\n---\nBody.\n", "x.md")
    assert front is not None
    return front, [str(problem) for problem in problems]


def value(block: str, key: str = "a") -> Node:
    front, problems = read(block)
    assert problems == []
    found = front.fields.get(key)
    assert found is not None
    return found


def scalar(block: str, key: str = "a") -> Scalar:
    found = value(block, key)
    assert isinstance(found, Scalar)
    return found


def plain(node: Node) -> object:
    """The value without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return {entry.key.text: plain(entry.value) for entry in node.entries}


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "true",
        "null",
        "~",
        "2026-02",
        "2026-02-01",
        "1_000",
        "12:30",
        "0x1F",
        "1e3",
        "007",
        "NaN",
        "off",
    ],
)
def test_a_value_is_the_text_that_was_typed(typed: str) -> None:
    assert scalar(f"a: {typed}").text == typed


TEXTS = {
    "a: plain words": "plain words",
    "a: plain words   # a remark": "plain words",
    'a: "He said: no"': "He said: no",
    "a: 'It''s so'": "It's so",
    'a: "a \\"b\\" c"': 'a "b" c',
    "a: >-\n  folded\n  text\n\n  and more": "folded text\nand more",
    "a: |\n  two\n  lines": "two\nlines\n",
    "a: over\n  two lines": "over two lines",
    "a:": "",
    "a: 中文：标题": "中文：标题",
}


@pytest.mark.parametrize(("block", "text"), TEXTS.items())
def test_every_style_of_writing_a_text_is_read(block: str, text: str) -> None:
    assert scalar(block).text == text


def test_lists_and_tables_nest() -> None:
    block = "a:\n  - source: x\n    says: {date: Saturday, 'amount': 3 billion}\n  - [b, 'c, d']"
    assert plain(value(block)) == [
        {"source": "x", "says": {"date": "Saturday", "amount": "3 billion"}},
        ["b", "c, d"],
    ]


PLACES = {
    # block: the place of the value's first character
    "a: word": (2, 4),
    "a:   word": (2, 6),
    'a: "word"': (2, 5),
    "a: 'word'": (2, 5),
    "a:\n  word": (3, 3),
    "a: >-\n  word": (3, 3),
    "a: >-\n\n    word": (4, 5),
    "a: |2\n    word": (3, 5),
    "a: >- # a remark\n  word": (3, 3),
    "# first\n\na: word": (4, 4),
    "b: {c: é𝄞, d: x}\na: word": (3, 4),
}


@pytest.mark.parametrize(("block", "place"), PLACES.items())
def test_a_value_knows_the_line_and_column_of_its_first_character(block: str, place: tuple[int, int]) -> None:
    assert scalar(block).place == Place("x.md", *place)


def test_a_key_and_a_value_inside_braces_know_their_places() -> None:
    table = value("b: x\na: {date: Saturday}")
    assert isinstance(table, Table)
    assert table.entries[0].key.place == Place("x.md", 3, 5)
    assert table.entries[0].value.place == Place("x.md", 3, 11)


INSIDE = {
    # block: the place of the character X
    "a: one X": (2, 8),
    'a: "one X"': (2, 9),
    'a: "\\"one\\" X"': (2, 13),
    'a: "one\\n X"': (2, 11),
    "a: 'it''s X'": (2, 11),
    "a: >-\n  one\n  two X": (4, 7),
    "a: >-\n  one\n\n  X": (5, 3),
    "a: |\n  one\n    X": (4, 5),
    "a: one\n  two\n  X": (4, 3),
}


@pytest.mark.parametrize(("block", "place"), INSIDE.items())
def test_a_character_inside_a_value_knows_its_place(block: str, place: tuple[int, int]) -> None:
    found = scalar(block)
    assert found.at(found.text.index("X")) == Place("x.md", *place)


def test_past_the_end_of_a_value_its_beginning_is_pointed_at() -> None:
    assert scalar("a: b").at(9) == Place("x.md", 2, 4)


def test_the_body_is_what_follows_and_knows_its_first_line() -> None:
    front, problems = parse("---\ntitle: x\n---\n\nBody\n---\nmore", "x.md")
    assert front is not None and not problems
    assert (front.body, front.body_line) == ("\nBody\n---\nmore", 4)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    here = "---\na: >-\n  b\n  c\nd: e\n---\nBody\n"
    assert parse("\ufeff" + here.replace("\n", "\r\n"), "x.md") == parse(here, "x.md")
    assert parse(here.replace("\n", "\r"), "x.md") == parse(here, "x.md")


@pytest.mark.parametrize("block", ["", "# only a remark", "\n\n"])
def test_front_matter_may_be_empty(block: str) -> None:
    front, problems = read(block)
    assert front.fields.entries == () and problems == []


UNSPLIT = {
    "": "x.md:1:1: error: this file is empty. Begin it with --- on a line of its own, then title: and so on.",
    "title: x\n": "x.md:1:1: error: this file has no front matter: its first line must be three hyphens. "
    "Begin it with --- on a line of its own, then title: and so on.",
    "\n---\ntitle: x\n---\n": "x.md:1:1: error: this file has no front matter: its first line must be three "
    "hyphens. Delete what stands above the line ---.",
    "—\ntitle: x\n---\n": 'x.md:1:1: error: "—" is not the line of three hyphens that belongs here. '
    "Write --- on a line of its own.",
    "---\ntitle: x\n----\n": 'x.md:3:1: error: "----" is not the line of three hyphens that belongs here. '
    "Write --- on a line of its own.",
    "---\ntitle: x\n": "x.md:1:1: error: the front matter that begins here is never closed. "
    "Write --- on a line of its own after the last key.",
}


@pytest.mark.parametrize(("text", "message"), UNSPLIT.items())
def test_a_file_that_cannot_be_split_says_what_is_missing(text: str, message: str) -> None:
    front, problems = parse(text, "x.md")
    assert front is None
    assert [str(problem) for problem in problems] == [message]


WRAP = "Wrap the whole in quotation marks,"
ELSE = "or write >- after the key and put the text on the next line, indented."
TRAPS = {
    'a: "We deny" he said': "2:4: error: a value that begins with a quotation mark must end with it, "
    f"but `he said` follows. {WRAP} '\"We deny\" he said', {ELSE}",
    'a: "We deny" he "said"': "2:4: error: a value that begins with a quotation mark must end with it, "
    f'but `he "said"` follows. {WRAP} \'We deny" he "said\', {ELSE}',
    "a: 'It's so'": "2:4: error: a value that begins with a single quotation mark must end with it, "
    f"but `s so'` follows. {WRAP} \"It's so\", {ELSE}",
    "a: He said: no": '2:4: error: a value cannot hold a colon and a space, as after "said:". '
    f'{WRAP} "He said: no", {ELSE}',
    'a: It\'s: "no"': '2:4: error: a value cannot hold a colon and a space, as after "It\'s:". '
    f"{WRAP} 'It''s: \"no\"', {ELSE}",
    f"a: {'very ' * 20}long: x": '2:4: error: a value cannot hold a colon and a space, as after "long:". '
    f"{WRAP[:-1]}, {ELSE}",
    "a: [Ford] denies": '2:4: error: a value that begins with "[" is a list, but `denies` follows it. '
    f'{WRAP} "[Ford] denies", {ELSE}',
    "a: {Ford} denies": '2:4: error: a value that begins with "{" is a table, but `denies` follows it. '
    f'{WRAP} "{{Ford}} denies", {ELSE}',
    "a: @ford": f'2:4: error: a value cannot begin with "@". {WRAP} "@ford", {ELSE}',
    "a: `x`": f'2:4: error: a value cannot begin with "`". {WRAP} "`x`", {ELSE}',
    "a: > text": f'2:4: error: a value cannot begin with ">". {WRAP} "> text", {ELSE}',
    "a: - text": f'2:4: error: a value cannot begin with "-" and a space. {WRAP} "- text", {ELSE}',
    "a: *The Times* says": f'2:4: error: a value cannot begin with "*". {WRAP} "*The Times* says", {ELSE}',
    "a: *Times": '2:4: error: a value that begins with "*" is an instruction to YAML, not text. '
    'Wrap it in quotation marks: "*Times".',
    "a: &b text": '2:4: error: a value that begins with "&" is an instruction to YAML, not text. '
    'Wrap it in quotation marks: "&b text".',
    "a: !x text": '2:4: error: a value that begins with "!" is an instruction to YAML, not text. '
    'Wrap it in quotation marks: "!x text".',
    'a: "open\nb: c': f"2:4: error: this quotation mark is never closed. Close it, {ELSE}",
    'a: "\\d"': "2:4: error: a backslash inside double quotation marks is an instruction to YAML. "
    "Use single quotation marks, which leave it alone.",
    "a: [b, c\nd: e": "2:4: error: this list is not closed, or a value inside it is not plain. "
    'Close it with "]"; a value inside with a comma, colon or bracket needs quotation marks.',
    "a: {b: c\nd: e": "2:4: error: this table is not closed, or a value inside it is not plain. "
    'Close it with "}"; a value inside with a comma, colon or bracket needs quotation marks.',
    "a:\n\tb: c": "3:1: error: this line is indented with a tab. Indent it with spaces.",
    "a:b\nc: d": '2:1: error: this line has no colon and space, so it is not "key: value". Write a: b.',
    "words\nc: d": '2:1: error: this line has no colon and space, so it is not "key: value". '
    "Write words: and then its value, or delete it.",
    "a: one\n  two: three": '3:3: error: this line does not begin under "a", so it is read as more of its '
    f"value. Begin it in column 1, {ELSE}",
    "a:\n  - one: b\n   two: c": '4:4: error: this line does not begin under "one", so it is read as more of '
    f"its value. Begin it in column 5, {ELSE}",
    "a:\n  – b: c\n    d: e": '3:3: error: "–" does not begin an item of a list. '
    "Write a hyphen and a space: - b: c.",
    "a:\n  * b: c\n    d: e": '3:3: error: "*" does not begin an item of a list. '
    "Write a hyphen and a space: - b: c.",
    "a:\n  -b: c\n    d: e": '3:3: error: "-" does not begin an item of a list. '
    "Write a hyphen and a space: - b: c.",
    "a:\n  b: one\ntwo\n  c: {d: e}": '4:1: error: this line has no colon and space, so it is not "key: '
    'value". If it goes on with the value above it, indent it further than that key; else delete it.',
    "a = b\nc: d": '2:1: error: this line has no colon and space, so it is not "key: value". Write a: b.',
    "a：b\nc: d": '2:1: error: this line has no colon and space, so it is not "key: value". Write a: b.',
    "a:\u00a0b\nc: d": "2:3: error: this space is not a plain one: U+00A0 (no-break space). "
    "Delete it and type a space.",
    "a:\n\u3000\u3000b: c": "3:1: error: this space is not a plain one: U+3000 (ideographic space). "
    "Delete it and type a space.",
    "a: #b #c\nd: e": '2:4: warning: "#b #c" is left out: after a space, # begins a comment. '
    "Wrap the whole value in quotation marks to keep it.",
    "a:\n  b: c\n d: e": "4:2: error: this line does not fit the lines above it. "
    "Give keys that belong together the same indentation.",
    "- a": "2:1: error: front matter is made of keys and values, and this is a list. Write title: first.",
    "words": "2:1: error: front matter is made of keys and values, and this is plain text. "
    "Write title: first.",
    "? [a]\n: b": "2:3: error: a key must be a plain word. Write it as key: value.",
    "a: 1\nb: 2\na: 3": '4:1: error: "a" is given twice, first on line 2. Keep one of them.',
    "a: Group #1 wins": '2:10: warning: "#1 wins" is left out: after a space, # begins a comment. '
    "Wrap the whole value in quotation marks to keep it.",
    "a: x\u202ey": "2:5: error: an invisible character stands here: U+202E (right-to-left override). "
    "Delete it; it can hide or reorder what readers see.",
    "a: x\x00y": "2:5: error: an invisible character stands here: U+0000 (control character). "
    "Delete it; it can hide or reorder what readers see.",
    "a: b\n--- # c\nd: e": "4:1: error: for YAML, the front matter ends above this line. "
    "Delete the line of dots or hyphens above it.",
}


@pytest.mark.parametrize(("block", "message"), TRAPS.items())
def test_a_trap_of_yaml_says_what_to_write_instead(block: str, message: str) -> None:
    assert read(block)[1] == ["x.md:" + message]


def test_a_space_that_is_no_plain_one_costs_nothing_more() -> None:
    front, problems = read("a:\u00a0b\nc: d\u00a0e")
    assert len(problems) == 1
    assert plain(front.fields) == {"a": "b", "c": "d\u00a0e"}


def test_one_broken_value_does_not_hide_the_others() -> None:
    front, problems = read('title: "Ford" denies\nstatus: reported\ndek: a: b\nactors: [a, b\ndate: 2026')
    assert [problem.split(" error: ")[0] for problem in problems] == ["x.md:2:8:", "x.md:4:6:", "x.md:5:9:"]
    assert plain(front.fields) == {"status": "reported", "date": "2026"}
    assert front.unread == {"title", "dek", "actors"}


def test_a_file_with_nothing_but_faults_ends() -> None:
    front, problems = read("\n".join(f"k{n}: a: b" for n in range(100)))
    assert front.fields.entries == () and 10 < len(problems) <= 100


def test_only_the_first_few_invisible_characters_are_told() -> None:
    assert len(read("a: " + "\u202e" * 5000)[1]) == 10


HOSTILE = {
    "deep lists": "a: " + "[" * 20_000,
    "deep tables": "a: " + "{b: " * 5_000,
    "deep indentation": "\n".join("  " * n + "a:" for n in range(500)),
    "a bomb of aliases": "a: &a [x,x]\n" + "\n".join(f"k{n}: &k{n} [*a,*a,*a]" for n in range(500)),
    "merged keys": "a: &a {b: c}\nd:\n  <<: *a",
    "a huge line": "a: " + "word " * 200_000,
    "tags": "a: !!python/object/apply:os.system [ls]",
    "directives": "%TAG ! tag:x,2000:\na: b",
}


@pytest.mark.parametrize("block", HOSTILE.values(), ids=HOSTILE)
def test_hostile_front_matter_costs_little_and_raises_nothing(block: str) -> None:
    front, problems = read(block)
    assert problems or len(front.fields.entries) == 1


@given(st.text(alphabet="ab:- \n\"'[]{},#>|&*!?%@`\t\\é\u202e\x00"))
def test_no_text_raises_anything(block: str) -> None:
    front, problems = parse(f"---\n{block}\n---\n", "x.md")
    assert front is not None
    assert all(problem.place.line <= block.count("\n") + 3 for problem in problems)


@given(st.text(alphabet=st.characters(exclude_categories=("C", "Z")), min_size=1))
def test_any_word_in_quotation_marks_is_read_back(text: str) -> None:
    assert scalar(f"a: {in_quotation_marks(text)}").text == text
