"""The text of a saved page is what a reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article import text_of
from dateline.evidence import Found, Missing, find


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\nTwo."),
        ("<p>Ford <b>said</b> <i>no</i>.</p>", "Ford said no."),
        ("<p>a\n   b\tc</p>", "a b c"),
        ("one<br>two", "one\ntwo"),
        ("<p>no&nbsp;break &amp; “quotes”</p>", "no\u00a0break & “quotes”"),
        ("<head><title>t</title></head><body><script>x()</script><style>p{}</style>seen</body>", "seen"),
        ("<p>a<!-- not said -->b</p>", "ab"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<p hidden>secret</p>open", "open"),
        ("<p>un<wbr>broken</p>", "unbroken"),
        ("<p>10<sup>2</sup> m<sup>−1</sup>, H<sub>2</sub>O", "10² m⁻¹, H₂O"),
        ("<p>5<sup>1</sup>/<sub>2</sub>, x<sup>1/2</sup>, the 3<sup>rd</sup>", "5¹/₂, x^1/2, the 3rd"),
        ("<p>in 2025<sup><a href='#n1'>1</a></sup> and<sup class=n><a>[2]</a></sup>.", "in 2025[1] and[2]."),
        ("<p>He said <q>no</q>.", "He said “no”."),
        ("<p>It <del>rose</del> <ins>fell</ins> by <s>5</s> 6%.", "It fell by 6%."),
        ("<p>He <span style='color:red; Display: none'>never </span>said so", "He said so"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", "漢字"),
        ("", ""),
        ("<<<>>&&", "<<<>>&&"),
    ],
)
def test_html_becomes_what_a_reader_sees(html: str, text: str) -> None:
    assert text_of(html) == text


def test_pages_that_nest_deeper_than_pythons_stack_are_read() -> None:
    assert text_of("<div>" * 5000 + "deep" + "</div>" * 5000) == "deep"


UNCLOSED = ["<!--", "<![", "<a ", "<p a='", "<", "</", "<!", "<sup>", "<s>", "<q>", "&#"]


@pytest.mark.parametrize("piece", UNCLOSED)
def test_a_page_of_nothing_but_what_is_left_open_is_read_all_the_same(piece: str) -> None:
    assert "seen" in text_of("<p>seen</p>" + piece * 20_000)


@given(st.text() | st.text("<>!-[]/'ab= \n"))
def test_no_text_whatever_raises(html: str) -> None:
    assert "\n\n" not in text_of(html)


def test_a_raised_figure_is_no_digit_and_a_note_no_word() -> None:
    page = "<p>It has 10<sup>2</sup> seats since 2025,<sup><a href='#n'>3</a></sup> they say."
    assert isinstance(find("since 2025, they say", text_of(page)), Found)
    assert isinstance(find("It has 10² seats since", text_of(page)), Found)
    for wrong in ("It has 102 seats since", "It has 10 seats since", "seats since 20253, they say"):
        assert isinstance(find(wrong, text_of(page)), Missing)
