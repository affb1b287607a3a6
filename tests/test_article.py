"""The text of a saved page is what a reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article import text_of


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
        ("", ""),
        ("<<<>>&&", "<<<>>&&"),
    ],
)
def test_html_becomes_what_a_reader_sees(html: str, text: str) -> None:
    assert text_of(html) == text


def test_pages_that_nest_deeper_than_pythons_stack_are_read() -> None:
    assert text_of("<div>" * 5000 + "deep" + "</div>" * 5000) == "deep"


@given(st.text())
def test_no_text_whatever_raises(html: str) -> None:
    assert "\n\n" not in text_of(html)
