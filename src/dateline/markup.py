"""Bodies, as safe HTML: Markdown with citations, links that lead somewhere, headings below the page's own.

Raw HTML is shown as it was typed, and what is made goes through a cleaner with our own lists. Pictures are
not made here: where one stands, the block says which.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement

import nh3
from markdown.serializers import to_html_string

from dateline import dialect
from dateline.media import fault_of, kind_of, name_of, page_fault, player_for
from dateline.model import Medium
from dateline.problems import Place, Problem, Problems, Severity, in_order
from dateline.text import nearest_spelling, suggest
from dateline.tongue import ENGLISH, Tongue

TAGS: Final = frozenset(
    {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "br"}
    | {"em", "strong", "code", "a", "sup", "span"}
)
ATTRIBUTES: Final = {"a": {"href", "id", "rel"}, "ol": {"start"}}
_NO_NAMES: Final[Mapping[str, str]] = {}
CLASSES: Final = {"a": {"ref"}, "sup": {"refs"}, "span": {"vh"}}
SCHEMES: Final = frozenset({"http", "https", "mailto"})


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
    task = _Task(
        text=text.replace("\r\n", "\n").replace("\r", "\n"), citations=citations, place=place,
        resolve=resolve, id_prefix=id_prefix, known=known, is_draft=is_draft,
        sources={n: names.get(id, id) for id, numbers in citations.items() for n in numbers}, tongue=tongue,
    )  # fmt: skip
    try:
        root = dialect.tree(text)
        _shift_headings(root, base_heading)
        blocks = tuple(block for child in root for block in _blocks(child, task))
    except RecursionError:
        message = "this text is nested too deeply to be read."
        problem = Problem(place, message, "Remove some brackets, quotation signs or indentation.")
        return Body(blocks=()), (problem,)
    return Body(blocks=blocks), in_order(task.problems)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The words of a body on one line, without markup and citations."""
    try:
        root = dialect.tree(text)
    except RecursionError:
        return ""
    words = html.unescape(dialect.without_marks("".join(_words(root))))
    return re.sub(r"\s+", " ", re.sub(rf"\s*{_CITED}", "", words)).strip()


_CITED: Final = "\0"
_INLINE: Final = frozenset({"a", "em", "strong", "code", dialect.CITES})


def _words(element: Element) -> Iterator[str]:
    yield _CITED if element.tag == dialect.CITES else element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""
    if element.tag not in _INLINE:
        yield " "


@dataclass(slots=True, kw_only=True)
class _Task:
    """One rendering: what it was asked, and what it has met so far."""

    text: str
    citations: Mapping[str, tuple[int, ...]]
    place: Place
    resolve: Callable[[str], str | None]
    id_prefix: str
    known: Callable[[], Collection[str]]
    is_draft: Callable[[str], bool]
    sources: Mapping[int, str]
    """What the source of each citation is called."""
    tongue: Tongue
    met: Counter[int] = field(default_factory=Counter)
    """How often each citation was cited."""
    problems: list[Problem] = field(default_factory=list)

    def report(self, offset: int, message: str, hint: str, severity: Severity = "error") -> None:
        self.problems.append(Problem(self.place_of(offset), message, hint, severity))

    def place_of(self, offset: int) -> Place:
        before = self.text[:offset]
        line = self.place.line + before.count("\n")
        column = offset - (before.rfind("\n") + 1) + 1
        return Place(self.place.path, line, column)


def _shift_headings(root: Element, base: int) -> None:
    """The body's highest heading becomes `base`; none is more than one level below the one before it."""
    headings = [element for element in root.iter() if re.fullmatch("h[1-6]", element.tag)]
    highest = min((int(heading.tag[1]) for heading in headings), default=1)
    before = base - 1
    for heading in headings:
        before = min(int(heading.tag[1]) - highest + base, before + 1, 6)
        heading.tag = f"h{before}"


def _blocks(element: Element, task: _Task) -> Iterator[Block]:
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


def _medium(element: Element, task: _Task) -> Medium | None:
    """What `![alt](target "caption")` shows; None where that is nothing, which is told."""
    offset, typed = int(element.get(dialect.AT, "0")), element.get("src", "")
    alt = element.get("alt", "")
    said = None if not alt else alt if alt not in _NOTHING else ""
    place, caption = task.place_of(offset), element.get("title", "")
    if player_for(typed):
        return Medium(place=place, url=typed, alt=said, caption=caption)
    fault = fault_of(typed) if typed else ("this picture names no file.", _PICTURE)
    if fault is not None and kind_of(typed) is None:
        fault = page_fault(typed) or fault
    if fault is not None:
        task.report(offset, *fault)
        return None
    if said == "" and kind_of(typed) != "picture":
        task.report(offset, "only a picture can do without an alt.", "Say what is seen or heard.")
    return Medium(place=place, file=name_of(typed), alt=said, caption=caption)


def _block(element: Element, task: _Task) -> Block:
    earlier = set(task.met)
    _finish(element, task, inside_link=False)
    element.tail = None
    cites = tuple(number for number in task.met if number not in earlier)
    return Block(html=_clean(to_html_string(element)), cites=cites)


def _clean(made: str) -> str:
    return nh3.clean(
        made,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def _finish(element: Element, task: _Task, *, inside_link: bool) -> None:
    """Turn what the dialect left open into HTML, in reading order."""
    if element.tag == dialect.CITES:
        _finish_citation(element, task, inside_link)
        return
    if element.tag == "a":
        _finish_link(element, task)
    is_code = element.tag == "code"
    element.text = _finish_text(element.text, task, is_code)
    before: Element | None = None
    for child in element:
        if child.tag == dialect.CITES:
            _close_up(element, before)
        if child.tag == "img":
            _refuse_inline(child, task)
        _finish(child, task, inside_link=inside_link or element.tag == "a")
        child.tail = _finish_text(child.tail, task, is_code)
        before = child


def _refuse_inline(element: Element, task: _Task) -> None:
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
_PICTURE: Final = 'Write ![what it shows](media/bridge.jpg "caption").'


class _LeftOver(NamedTuple):
    message: str
    hint: str
    severity: Severity


_LEFT_OVER: Final = {
    "[@": _LeftOver(
        "this is not a citation.", "Write [@source], [@source, 2] or [@source; @another].", "error"
    ),
    "[^": _LeftOver(
        "footnotes are not read here; readers see this as you typed it.",
        "Write the note into the text, or cite a source: [@source]; \\[^ if you mean the signs.",
        "warning",
    ),
    "](": _LeftOver(
        "this is not a link.", "Write [words](address), or [words](<address>) if it holds spaces.", "warning"
    ),
    "![": _LeftOver(
        "this is not a picture.", _PICTURE, "error"
    ),
    "<": _LeftOver(
        "HTML is not read here; readers see it as you typed it.",
        "Write *emphasis*, **strong** or [words](address), or \\< if you mean the sign.",
        "warning",
    ),
}  # fmt: skip


def _finish_text(text: str | None, task: _Task, is_code: bool) -> str | None:
    if not text:
        return text
    if not is_code:
        for match in dialect.LEFT_OVER.finditer(text):
            sign, mark = match.groups()
            if not text.startswith("/", match.end(2)):  # </b> closes what was told
                told = _LEFT_OVER[sign]
                if sign == "[@" and (id := _source_called(text[match.end(2) :], task)):
                    told = told._replace(hint=f"Write [@{id}].")
                task.report(dialect.offset_of(mark) - len(sign), *told)
        _warn_of_uncited(text, task)
    return dialect.without_marks(text)


def _source_called(text: str, task: _Task) -> str:
    """The source cited here whose printed name stands in the text before "]"; "" where there is none."""
    name, closed, _ = text.partition("]")
    if not closed:
        return ""
    ids = {task.sources[number]: id for id, numbers in task.citations.items() for number in numbers}
    return ids.get(nearest_spelling(dialect.without_marks(name), ids), "")


def _warn_of_uncited(text: str, task: _Task) -> None:
    """What looks like a citation of a source that is cited here, and is read as it stands."""
    for offset, typed, source in dialect.nearly_citations(text):
        if task.citations.get(source):
            message = f'"{typed}" is not a citation; readers see it as it stands.'
            hint = f"To cite, write [@{source}]; if readers should see it so, \\{typed}."
            task.report(offset, message, hint, "warning")


def _finish_citation(element: Element, task: _Task, inside_link: bool) -> None:
    offset, typed = int(element.attrib.pop(dialect.AT)), element.attrib.pop("refs")
    numbers = _numbers(typed, offset, task)
    if inside_link:
        task.report(offset - 2, "a citation cannot stand inside a link.", "Write it after the link.")
    if not numbers or inside_link:
        element.tag, element.text = "span", f"[@{typed}]"
        return
    element.tag = "sup"
    element.set("class", "refs")
    for number in numbers:
        task.met[number] += 1
        _add_reference(element, number, task)


def _add_reference(group: Element, number: int, task: _Task) -> None:
    again = f"-{task.met[number]}" if task.met[number] > 1 else ""
    link = SubElement(group, "a", {"class": "ref", "id": f"{task.id_prefix}r{number}{again}"})
    link.set("href", f"#{task.id_prefix}c{number}")
    # Read aloud, and kept apart from the words around it where there are no styles.
    before, after = _around_number(task.sources[number], task.tongue)
    hidden = SubElement(link, "span", {"class": "vh"})
    hidden.text, hidden.tail = f" {before}", str(number)
    SubElement(link, "span", {"class": "vh"}).text = after


def _around_number(source: str, tongue: Tongue) -> tuple[str, str]:
    """What is said before and after the number of a citation: (Citation , : Electrek)."""
    said = tongue.gettext("Citation %(number)s: %(source)s", number=_CITED, source=source)
    before, _, after = said.partition(_CITED)
    return before, after


def _numbers(typed: str, offset: int, task: _Task) -> tuple[int, ...]:
    """The citations that `one, 2; @two` means; () when any of it means nothing."""
    found: list[int] = []
    complete = True
    for match in dialect.REFERENCE.finditer(typed.replace("@", " ")):
        numbers = _numbers_of(match.group(1), match.group(2), offset + match.start(), task)
        complete = complete and bool(numbers)
        found += numbers
    return tuple(dict.fromkeys(found)) if complete else ()


def _numbers_of(source: str, which: str | None, offset: int, task: _Task) -> Sequence[int]:
    numbers = task.citations.get(source)
    if numbers is None:
        task.report(offset, f'"{source}" is not among the citations here.', _uncited(source, task))
        return ()
    if which is None or not numbers:
        return numbers
    if not 1 <= int(which[:9]) <= len(numbers):
        times = "once" if len(numbers) == 1 else f"{len(numbers)} times"
        hint = f"Write [@{source}]" + (
            "." if len(numbers) == 1 else f" or a number from 1 to {len(numbers)}."
        )
        task.report(offset, f'"{source}" is cited {times} here, so there is no number {which}.', hint)
        return ()
    return (numbers[int(which) - 1],)


def _uncited(source: str, task: _Task) -> str:
    if not task.citations:
        return "Only an event that lists citations can cite; elsewhere, link to the source's page."
    return suggest(source, task.citations) or "List it under citations first."


def _finish_link(element: Element, task: _Task) -> None:
    offset, typed = int(element.attrib.pop(dialect.AT)), element.get("href", "")
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", typed)
    if scheme is not None and scheme.group(1).lower() in SCHEMES:
        if scheme.group(1).lower() != "mailto":
            element.set("rel", "external noopener")
        return
    address = typed if typed.startswith("#") and len(typed) > 1 else None
    if scheme is not None:
        message = f'"{typed}" cannot be linked to: "{scheme.group(1)}:" is not allowed.'
        task.report(offset, message, "Links begin with https:, http: or mailto:.")
    elif address is None:
        address = task.resolve(typed) if typed else None
        if address is None and task.is_draft(typed):
            message = f'"{typed}" is a draft, which is not published.'
            task.report(offset, message, "Publish it too, or remove the link.")
        elif address is None:
            task.report(offset, f'there is no page "{typed}".', _elsewhere(typed, task))
    if address is None:
        element.tag = "span"
        del element.attrib["href"]
    else:
        element.set("href", address)


_MAIL: Final = re.compile(r"[^@\s/]+@[^@\s/]+\.[A-Za-z]+")
_OTHER_SITE: Final = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}/).*")


def _elsewhere(typed: str, task: _Task) -> str:
    if _MAIL.fullmatch(typed):
        return f"Write mailto:{typed}."
    if _OTHER_SITE.fullmatch(typed):
        return f"Write https://{typed} if it is on another site."
    example = "Write a content file as ../sources/name.md, or a page from the site's root as /about/."
    return suggest(typed, task.known()) or example
