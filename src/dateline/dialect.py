"""The Markdown of bodies: text in, element tree out, with the place of every citation and link.

Paragraphs, headings, lists, quotations, rules, emphasis, code spans, links, pictures and `[@source]`
citations. No HTML, reference links, code blocks or underlined headings: what looks like one stays text.

Python-Markdown forgets where things stood, so each opening sign is followed by its offset, written in ten
control characters that no body may hold. Processors read it off; `without_marks` takes the rest away.
"""

from __future__ import annotations

import html
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from threading import local
from typing import Final, cast
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import OListProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, LinkInlineProcessor
from markdown.util import AtomicString

CITES: Final = "cites"
"""The tag of a citation in the tree; its text is what stands between `[@` and `]`."""
AT: Final = "at"
"""The attribute of citations, links and pictures that holds their offset in the body."""

_DIGITS: Final = "\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17"
_MARK: Final = f"[{_DIGITS}]+"
_MARKS: Final = re.compile(_MARK)
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SOURCE: Final = r"[a-z0-9-]*[a-z0-9]"
_OPENINGS: Final = re.compile(
    r"(?<!\\)(?:\[@|\]\(|!\[|<(?=[A-Za-z/!?])|(?!(?<![^\n])\[\^[^\]\s]+\]:)\[\^(?=[^\[\]\s]+\])"
    rf"|(?P<among>;\s*@)|(?<![\w@/\[])@(?={_SOURCE}(?![\w-]))|\[(?={_SOURCE}\](?![(\[:])))"
)
LEFT_OVER: Final = re.compile(rf"(\[@|\[\^|\]\(|!\[|<)({_MARK})(?:[^\[\]]{{0,200}}\]\({_MARK})?")
"""An opening sign that no processor took: not a citation, not a link, a picture, a footnote, HTML."""

REFERENCE: Final = re.compile(r"([\w.-]+)(?:,\s*(\d+))?")
"""One part of a citation: a source, and which of its citations."""
_REFERENCES: Final = rf"{REFERENCE.pattern}(?:;\s*@{REFERENCE.pattern})*"

_LONGEST: Final = 1000

_UNUSED: Final = {
    "preprocessors": ("html_block",),
    "treeprocessors": ("prettify",),
    "inlinePatterns": (
        "reference", "image_link", "image_reference", "short_reference", "short_image_ref", "automail",
        "html", "entity",
    ),
}  # fmt: skip
_UNUSED_BLOCKS: Final = ("code", "setextheader", "reference")


def tree(text: str) -> Element:
    """The body's blocks, as children of one element.

    Raises RecursionError for hostile nesting.
    """
    text = _FORBIDDEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _has_too_many_brackets(text):
        raise RecursionError("too many open brackets")
    return _plain_tree(text) if is_plain(text) else _markdown_tree(text)


_MOST_BRACKETS: Final = 2_500


def _has_too_many_brackets(text: str) -> bool:
    """Whether more [ are left open than Python-Markdown can look for the end of in a second."""
    depth = 0
    for bracket in re.findall(r"[\[\]]", text):
        depth = depth + 1 if bracket == "[" else max(0, depth - 1)
        if depth > _MOST_BRACKETS:
            return True
    return False


def without_marks(text: str) -> str:
    """The text as the author typed it."""
    return _MARKS.sub("", text)


def offset_of(mark: str) -> int:
    """The offset that a mark writes."""
    return int(mark.translate({ord(sign): str(digit) for digit, sign in enumerate(_DIGITS)}))


def _marked(text: str) -> str:
    def mark(match: re.Match[str]) -> str:
        if match["among"]:
            return match.group()
        return match.group() + "".join(_DIGITS[int(digit)] for digit in str(match.end()))

    return _OPENINGS.sub(mark, text)


_NEARLY: Final = re.compile(rf"(?<!\[)@({_MARK})({_SOURCE})|\[({_MARK})({_SOURCE})\]")
_BEGUN: Final = re.compile(rf"\[@{_MARK}")


def nearly_citations(text: str) -> Iterator[tuple[int, str, str]]:
    """`@source` and `[source]` in a text with marks: the offset, what is typed, and the source."""
    told = False  # whether it stands in a citation that is told
    before = 0
    for match in _NEARLY.finditer(text):
        closed = text.rfind("]", before, match.start()) + 1
        told = bool(_BEGUN.search(text, closed or before, match.start())) or (told and not closed)
        before = match.start()
        if told:
            continue
        mark, source = match[1] or match[3], match[2] or match[4]
        yield offset_of(mark) - 1, without_marks(match.group()), source


# Text that Markdown would leave alone, most bodies among them: a tree without Markdown's millisecond.
# A citation may stand in it, but not where Markdown would make it the words of a link.
_CITATION: Final = re.compile(rf"\[@({_REFERENCES})\](?!\()")
_PLAIN: Final = re.compile(r"[^\\`*_\[\]<>&#@\t\xa0]*")
_LINE_MARKUP: Final = re.compile(r"(?m)^(?:[^\S\n]|[-+=]|\d+\.)|[^\S\n]$")


def is_plain(text: str) -> bool:
    """Whether Markdown would find nothing in it but paragraphs and citations."""
    prose = _CITATION.sub("", text)
    return _PLAIN.fullmatch(prose) is not None and _LINE_MARKUP.search(text) is None


def _plain_tree(text: str) -> Element:
    root = Element("div")
    for paragraph in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        element, last = SubElement(root, "p"), None
        begin = paragraph.start()
        for match in _CITATION.finditer(text, begin, paragraph.end()):
            _append(element, last, text[begin : match.start()])
            last = _citation_element(match.group(1), match.start(1))
            element.append(last)
            begin = match.end()
        _append(element, last, text[begin : paragraph.end()])
    return root


def _append(parent: Element, last: Element | None, text: str) -> None:
    if last is None:
        parent.text = text
    else:
        last.tail = text


def _citation_element(references: str, offset: int) -> Element:
    return Element(CITES, {AT: str(offset), "refs": references})


def _markdown_tree(text: str) -> Element:
    try:
        return _parsed(_engine().reset(), _marked(text))
    except RecursionError:
        # What was being parsed stays on the instance's stacks: it would read the next body wrongly.
        _ENGINES.__dict__.clear()
        raise


def _parsed(engine: Markdown, text: str) -> Element:
    """What `Markdown.convert` does, up to the tree."""
    lines = text.split("\n")
    for preprocessor in engine.preprocessors:
        lines = preprocessor.run(lines)
    # Typed as optional; a parsed document has its root.
    root = cast(Element, engine.parser.parseDocument(lines).getroot())
    for treeprocessor in engine.treeprocessors:
        changed = treeprocessor.run(root)
        root = root if changed is None else changed
    return root


_ENGINES: Final = local()


def _engine() -> Markdown:
    """The one instance of this thread; making it costs a fifth of what a page does."""
    if not hasattr(_ENGINES, "of_thread"):
        _ENGINES.of_thread = Markdown(extensions=[_Dialect()])
    return cast(Markdown, _ENGINES.of_thread)


class _Dialect(Extension):
    """Takes away what bodies do not use, and adds citations."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.parser.blockprocessors.register(_NumberedList(md.parser), "olist", 40)
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "<", "@"]
        for registry, unused in _UNUSED.items():
            for name in unused:
                getattr(md, registry).deregister(name, strict=False)
        for name in _UNUSED_BLOCKS:
            md.parser.blockprocessors.deregister(name, strict=False)
        md.inlinePatterns.register(_Picture(rf"!\[({_MARK})", md), "picture", 165)
        md.inlinePatterns.register(_Link(r"(?<!\!)\[", md), "link", 160)
        # After links, so that a citation among a link's words is seen inside it.
        md.inlinePatterns.register(_Citation(rf"\[@({_MARK})({_REFERENCES})\]", md), "citation", 155)
        md.inlinePatterns.register(_Autolink(rf"<{_MARK}(https?://[^<>\s]+)>", md), "autolink", 120)


class _NumberedList(OListProcessor):
    """`3. item`: a list begins with the number that was typed."""

    LAZY_OL = False


class _Citation(InlineProcessor):
    """`[@source]`, `[@source, 2]`, `[@one; @two]`."""

    # The base class is typed for every kind of pattern at once.
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        return _citation_element(m.group(2), offset_of(m.group(1))), m.start(), m.end()


def _characters(address: str) -> str:
    """The address without `&amp;` and its like; the `&copy=` of a query is none of them."""
    return re.sub(r"&(?:#\d+|#[Xx][0-9A-Fa-f]+|\w+);", lambda m: html.unescape(m.group()), address)


# A target, in <> if it holds spaces, and a title, which only pictures have a use for. Python-Markdown's own
# reader of targets looks to the end of the text from each bracket, and never ends on `[x](a"b="c(1))`.
_TARGET: Final = re.compile(
    rf"""\(({_MARK})\s*(?:<([^<>\n]*)>|((?:[^()<>\s]|\([^()\s]*\))*))(?:\s+(?:"([^"]*)"|'([^']*)'))?\s*\)"""
)


class _Targeted(LinkInlineProcessor, ABC):
    """What has words in brackets and then a target."""

    # The base class is typed for every kind of pattern at once.
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        words, index, closed = self.getText(data[: m.end() + _LONGEST], m.end())
        target = _TARGET.match(data, index) if closed else None
        if target is None:
            return None, None, None
        return self.element(m, words, target), m.start(), target.end()

    @abstractmethod
    def element(self, m: re.Match[str], words: str, target: re.Match[str]) -> Element:
        """What stands in the tree for it."""

    def address(self, target: re.Match[str]) -> str:
        """Where a target leads, as it was typed."""
        return target.group(2) or target.group(3) or ""

    def typed(self, text: str) -> str:
        """A text of it without marks and escapes."""
        return _characters(without_marks(self.unescape(text)))


class _Link(_Targeted):
    """`[words](target)`, with the target's offset taken from its mark."""

    def element(self, m: re.Match[str], words: str, target: re.Match[str]) -> Element:
        address = self.typed(self.address(target)).strip()
        element = Element("a", {"href": address, AT: str(offset_of(target.group(1)))})
        element.text = words
        return element


class _Picture(_Targeted):
    """`![what it shows](media/bridge.jpg "caption")`, with its own offset."""

    def element(self, m: re.Match[str], words: str, target: re.Match[str]) -> Element:
        caption = target.group(4) or target.group(5) or ""
        said = {"src": self.address(target).strip(), "alt": words, "title": caption}
        one_line = {key: re.sub(r"\s+", " ", self.typed(text)).strip() for key, text in said.items()}
        return Element("img", {**one_line, AT: str(offset_of(m.group(1)) - len("!["))})


class _Autolink(InlineProcessor):
    """`<https://example.org>`."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        address = _characters(without_marks(self.unescape(m.group(1))))
        element = Element("a", {"href": address, AT: "0"})
        element.text = AtomicString(address)
        return element, m.start(), m.end()
