"""What a body refers to: `[@source]` becomes the number of a citation, `[words](address)` a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from dateline import dialect
from dateline.markup.task import Task
from dateline.text import suggest
from dateline.tongue import Tongue

SCHEMES: Final = frozenset({"http", "https", "mailto"})
"""What a link may begin with."""
_CITED: Final = "\0"


def finish_citation(element: Element, task: Task, inside_link: bool) -> None:
    """What `[@one, 2; @two]` refers to; it stays as it was typed where it cites nothing, which is told."""
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


def _add_reference(group: Element, number: int, task: Task) -> None:
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


def _numbers(typed: str, offset: int, task: Task) -> tuple[int, ...]:
    """The citations that `one, 2; @two` means; () when any of it means nothing."""
    found: list[int] = []
    complete = True
    for match in dialect.REFERENCE.finditer(typed.replace("@", " ")):
        numbers = _numbers_of(match.group(1), match.group(2), offset + match.start(), task)
        complete = complete and bool(numbers)
        found += numbers
    return tuple(dict.fromkeys(found)) if complete else ()


def _numbers_of(source: str, which: str | None, offset: int, task: Task) -> Sequence[int]:
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


def _uncited(source: str, task: Task) -> str:
    if not task.citations:
        return "Only an event that lists citations can cite; elsewhere, link to the source's page."
    return suggest(source, task.citations) or "List it under citations first."


def finish_link(element: Element, task: Task) -> None:
    """A link to the address that its target has on the page; its words alone where it leads nowhere."""
    offset, typed = int(element.attrib.pop(dialect.AT)), element.get("href", "")
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", typed)
    if scheme is not None and scheme.group(1).lower() in SCHEMES:
        if scheme.group(1).lower() != "mailto":
            element.set("rel", "external noopener")
        return
    address = typed if typed.startswith("#") and len(typed) > 1 and not task.id_prefix else None
    if scheme is not None:
        message = f'"{typed}" cannot be linked to: "{scheme.group(1)}:" is not allowed.'
        task.report(offset, message, "Links begin with https:, http: or mailto:.")
    elif address is None:
        address = task.resolve(typed) if typed.strip("#") else None
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


def _elsewhere(typed: str, task: Task) -> str:
    if _MAIL.fullmatch(typed):
        return f"Write mailto:{typed}."
    if _OTHER_SITE.fullmatch(typed):
        return f"Write https://{typed} if it is on another site."
    example = "Write a content file as ../sources/name.md, or a page from the site's root as /about/."
    return suggest(typed, task.known()) or example
