"""Bodies, as safe HTML: Markdown with citations, links that lead somewhere, headings below the page's own.

Raw HTML is shown as it was typed, and what is made goes through a cleaner with our own lists. Pictures are
not made here: where one stands, the block says which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

import nh3
from markdown.serializers import to_html_string

from dateline import dialect
from dateline.markup.anchors import named_headings
from dateline.markup.leftover import PICTURE, finish_text, warn_of_unread
from dateline.markup.references import SCHEMES, finish_citation, finish_link
from dateline.markup.task import Task
from dateline.media import fault_of, kind_of, name_of, page_fault, player_for
from dateline.model import Medium
from dateline.problems import Place, Problem, Problems, in_order
from dateline.tongue import ENGLISH, Tongue

TAGS: Final = frozenset(
    {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "br"}
    | {"em", "strong", "code", "a", "sup", "span"}
)
ATTRIBUTES: Final = {
    **{"a": {"href", "id", "rel"}, "ol": {"start"}},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_NO_NAMES: Final[Mapping[str, str]] = {}
CLASSES: Final = {"a": {"ref"}, "sup": {"refs"}, "span": {"vh"}}
_clean: Final = nh3.Cleaner(
    tags=set(TAGS), attributes=ATTRIBUTES, allowed_classes=CLASSES, url_schemes=set(SCHEMES), link_rel=None
).clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list, quotation, rule or picture."""

    html: str
    """Empty for a picture."""
    medium: Medium | None = None
    """What stands here instead, as far as the text says it; see `illustrations`."""
    cites: tuple[int, ...] = ()
    """Numbers of the citations that this block is the first to cite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A rendered body; false when it is empty."""

    blocks: tuple[Block, ...]

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def html(self) -> str:
        """All of it."""
        return "\n".join(block.html for block in self.blocks)


def render(
    text: str,
    *,
    citations: Mapping[str, tuple[int, ...]],
    place: Place,
    resolve: Callable[[str], str | None],
    id_prefix: str = "",
    base_heading: int = 2,
    known: Callable[[], Collection[str]] = tuple,
    is_draft: Callable[[str], bool] = lambda link: False,
    names: Mapping[str, str] = _NO_NAMES,
    tongue: Tongue = ENGLISH,
) -> tuple[Body, Problems]:
    """A body as HTML, block by block.

    `citations`: source id to the numbers of its citations, in order, or () where those have yet to come;
    `place`: where the body begins;
    `resolve`: a link as typed to the address it has on the page, None when there is no such page;
    `id_prefix` keeps two bodies on one page apart; `base_heading`: the level of the body's highest
    heading; `known` gives links to suggest for one that leads nowhere; `is_draft`: whether a link as typed
    leads to a page that is left out; `names`: what a source is called, its id where nothing is said;
    `tongue`: what the page speaks.
    """
    task = Task(
        text=text.replace("\r\n", "\n").replace("\r", "\n"), citations=citations, place=place,
        resolve=resolve, id_prefix=id_prefix, known=known, is_draft=is_draft,
        sources={n: names.get(id, id) for id, numbers in citations.items() for n in numbers}, tongue=tongue,
    )  # fmt: skip
    try:
        root = dialect.tree(text)
        if not id_prefix:
            _name_headings(root)
        _shift_headings(root, base_heading)
        warn_of_unread(task)
        blocks = tuple(block for child in root for block in _blocks(child, task))
    except RecursionError:
        message = "this text is nested too deeply to be read."
        problem = Problem(place, message, "Remove some brackets, quotation signs or indentation.")
        return Body(blocks=()), (problem,)
    return Body(blocks=blocks), in_order(task.problems)


def _shift_headings(root: Element, base: int) -> None:
    """The body's highest heading becomes `base`; none is more than one level below the one before it."""
    headings = [element for element in root.iter() if re.fullmatch("h[1-6]", element.tag)]
    highest = min((int(heading.tag[1]) for heading in headings), default=1)
    before = base - 1
    for heading in headings:
        before = min(int(heading.tag[1]) - highest + base, before + 1, 6)
        heading.tag = f"h{before}"


def _name_headings(root: Element) -> None:
    """On its own page a body's headings can be linked to."""
    for heading, name in named_headings(root):
        heading.set("id", name)


def _blocks(element: Element, task: Task) -> Iterator[Block]:
    """An element as one block; a paragraph of nothing but pictures as one for each."""
    pictures = list(element) if element.tag == "p" else []
    words = (element.text or "") + "".join(child.tail or "" for child in pictures)
    if not pictures or words.strip() or any(child.tag != "img" for child in pictures):
        yield _block(element, task)
        return
    for picture in pictures:
        medium = _medium(picture, task)
        if medium is not None:
            yield Block(html="", medium=medium)


def media(text: str, place: Place) -> tuple[Medium, ...]:
    """The pictures and recordings of a body, which begins at `place`; their faults are `render`'s."""
    if "![" not in text:
        return ()
    body, _ = render(text, citations={}, place=place, resolve=lambda link: None)
    return tuple(block.medium for block in body.blocks if block.medium)


def _medium(element: Element, task: Task) -> Medium | None:
    """What `![alt](target "caption")` shows; None where that is nothing, which is told."""
    offset, typed = int(element.get(dialect.AT, "0")), element.get("src", "")
    alt = element.get("alt", "")
    said = None if not alt else alt if alt not in _NOTHING else ""
    place, caption = task.place_of(offset), element.get("title", "")
    if player_for(typed):
        return Medium(place=place, url=typed, alt=said, caption=caption)
    fault = fault_of(typed) if typed else ("this picture names no file.", PICTURE)
    if fault is not None and kind_of(typed) is None:
        fault = page_fault(typed) or fault
    if fault is not None:
        task.report(offset, *fault)
        return None
    if said == "" and kind_of(typed) != "picture":
        task.report(offset, "only a picture can do without an alt.", "Say what is seen or heard.")
    return Medium(place=place, file=name_of(typed), alt=said, caption=caption)


def _block(element: Element, task: Task) -> Block:
    earlier = set(task.met)
    _finish(element, task, inside_link=False)
    element.tail = None
    cites = tuple(number for number in task.met if number not in earlier)
    return Block(html=_clean(to_html_string(element)), cites=cites)


def _finish(element: Element, task: Task, *, inside_link: bool) -> None:
    """Turn what the dialect left open into HTML, in reading order."""
    if element.tag == dialect.CITES:
        finish_citation(element, task, inside_link)
        return
    if element.tag == "a":
        finish_link(element, task)
    is_code = element.tag == "code"
    element.text = finish_text(element.text, task, is_code)
    before: Element | None = None
    for child in element:
        if child.tag == dialect.CITES:
            _close_up(element, before)
        if child.tag == "img":
            _refuse_inline(child, task)
        _finish(child, task, inside_link=inside_link or element.tag == "a")
        child.tail = finish_text(child.tail, task, is_code)
        before = child


def _refuse_inline(element: Element, task: Task) -> None:
    """A picture among words: what it shows stays, as words."""
    message = "a picture stands in a paragraph of its own."
    task.report(int(element.get(dialect.AT, "0")), message, "Put an empty line before it and after it.")
    element.tag, element.text = "span", element.get("alt", "")
    element.attrib.clear()


def _close_up(parent: Element, before: Element | None) -> None:
    """Take away the white space before a citation, so that no line begins with its number."""
    if before is None:
        parent.text = (parent.text or "").rstrip()
    else:
        before.tail = (before.tail or "").rstrip()


_NOTHING: Final = ('""', "“”", "''")
"""What says, in the place of an alt, that a picture shows nothing that matters."""
