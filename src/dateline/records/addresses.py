"""Readers of addresses in front matter: of the web, and inside the site."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from dateline.problems import Problem, Problems
from dateline.records.nodes import Node
from dateline.records.readers import words

WEB_SCHEMES = ("https", "http")


def web_address(node: Node) -> tuple[str | None, Problems]:
    """A public address: http or https, with a host."""
    typed, problems = words(node)
    if typed is None or problems:
        return None, problems
    fault = address_fault(typed.text)
    if fault is None:
        return typed.text, ()
    message, hint = fault
    return None, (Problem(typed.place, f'"{typed.text}" is not a web address: {message}', hint),)


def address_fault(address: str) -> tuple[str, str] | None:
    """What is wrong with a public address, and what to write; None when it is whole."""
    unknown = "Leave the key out where no address is known."
    if re.search(r"[\s<>\"\\^`{|}]", address):
        return "it holds a space or a sign that cannot be in an address.", "Copy it again from the browser."
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "its host cannot be read.", "Copy it again from the browser."
    if parts.scheme not in WEB_SCHEMES:
        looks_bare = re.fullmatch(r"(?:h?t{1,3}ps?:?/{1,3})?([\w-]+(?:\.[\w-]+)+(?:/.*)?)", address)
        hint = f"Write https://{looks_bare[1]} if that is where it is." if looks_bare else unknown
        return "it must begin with https:// or http://.", hint
    return None if host else ("it names no host.", unknown)


def site_address(node: Node) -> tuple[str | None, Problems]:
    """An address inside the site, from its root: `events/old-name/`, without the slash before it."""
    typed, problems = words(node)
    if typed is None or problems:
        return None, problems
    address = typed.text.removeprefix("/")
    steps = address.removesuffix("/").split("/")
    for is_fault, why, hint in _STEP_FAULTS:
        if any(is_fault(step) for step in steps):
            message = f'"{typed.text}" is not an address inside this site{why}.'
            return None, (Problem(typed.place, message, hint),)
    return (address if address.endswith(("/", ".html")) else address + "/"), ()


_FROM_THE_ROOT = "Write it from the site's root, as events/old-name/."
_STEP_FAULTS: tuple[tuple[Callable[[str], bool], str, str], ...] = (
    (lambda step: set(step) <= {"."}, "", _FROM_THE_ROOT),
    (lambda step: "%" in step, ': it holds "%"', "Write the letters themselves, as é for %C3%A9."),
    (lambda step: not re.fullmatch(r"[\w.~-]+", step), "", _FROM_THE_ROOT),
    (
        lambda step: step.startswith("."),
        ": a step of it begins with a dot",
        "Write it without the dot; names with a dot are reserved.",
    ),
    (
        lambda step: len(step) > 100 or len(step.encode()) > 240,
        ": a step of it is too long for a file's name",
        "Between two slashes, write at most 100 characters, or 240 bytes.",
    ),
)
"""What no step between two slashes may be, why, and what to write; the first that holds is told."""
