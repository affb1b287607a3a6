"""What an author gets wrong, and what the builder says: every message, word for word, and nothing beside it.

Each case spoils a finished site in one way. All of its problems are listed: a fault that brings others with
it is told once.
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.build import build
from dateline.output import write
from dateline.problems import UserError

Spoil = Callable[[Path], object]

OPENS = "content/events/bridge-opens.md"
CLOSES = "content/events/bridge-closes.md"
REBUILT = "content/events/bridge-rebuilt.md"
ECHO = "content/sources/echo.md"
COPY = "snapshots/echo.txt"


def change(path: str, old: str, new: str) -> Spoil:
    def spoil(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def fill(path: str, content: str | bytes) -> Spoil:
    def spoil(root: Path) -> None:
        raw = content if isinstance(content, bytes) else content.encode()
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(raw)

    return spoil


def append(path: str, text: str) -> Spoil:
    def spoil(root: Path) -> None:
        (root / path).write_text((root / path).read_text(encoding="utf-8") + text, encoding="utf-8")

    return spoil


def cut(path: str, pattern: str, new: str = "") -> Spoil:
    def spoil(root: Path) -> None:
        text, times = re.subn(pattern, new, (root / path).read_text(encoding="utf-8"))
        assert times == 1
        (root / path).write_text(text, encoding="utf-8")

    return spoil


def link(path: str, target: str) -> Spoil:
    return lambda root: (root / path).symlink_to(target)


def copy(old: str, new: str) -> Spoil:
    def spoil(root: Path) -> None:
        (root / new).parent.mkdir(exist_ok=True)
        shutil.copy(root / old, root / new)

    return spoil


def move(old: str, new: str) -> Spoil:
    return lambda root: (root / old).rename(root / new)


def remove(*paths: str) -> Spoil:
    return lambda root: [(root / path).unlink() for path in paths]


def both(*spoils: Spoil) -> Spoil:
    return lambda root: [spoil(root) for spoil in spoils]


CASES: dict[str, tuple[Spoil, list[str]]] = {
    "a merge left unfinished in a body": (
        append(REBUILT, "\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> other\n"),
        [
            f"{REBUILT}:14:1: error: a merge was left unfinished here. Keep what is right of both sides, and "
            'delete the lines of "<<<<<<<", "=======" and ">>>>>>>".',
        ],
    ),
    "a merge left unfinished in front matter": (
        change(REBUILT, "---\n", "---\n<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> other\n"),
        [
            f"{REBUILT}:2:1: error: a merge was left unfinished here. Keep what is right of both sides, and "
            'delete the lines of "<<<<<<<", "=======" and ">>>>>>>".',
        ],
    ),
    "a link to itself": (
        link("content/events/loop.md", "loop.md"),
        [
            "content/events/loop.md: error: this file cannot be read: too many levels of symbolic links. Check "
            "its name and its permissions.",
        ],
    ),
    "a copy without words": (
        fill(COPY, " \n"),
        [
            f"{COPY}: error: this copy has no words in it. Save the page as text (.txt) or as HTML (.html).",
        ],
    ),
    "a lock in another encoding": (
        fill("citations.lock", b"# caf\xe9"),
        ["citations.lock:1:6: error: byte 0xe9 is not UTF-8. Save the file as UTF-8."],
    ),
    "a lone citation without its hyphen": (
        change(OPENS, "  - source: echo", "    source: echo"),
        [
            f"{OPENS}:7:5: error: a list is wanted here. Begin each item with a hyphen: - source: the-source",
        ],
    ),
    "links to a draft": (
        both(
            change(OPENS, "on foot", "[on foot](bridge-rebuilt.md#c1), [as now](/events/bridge-rebuilt/)"),
            change(REBUILT, "status: ", "draft: true\nstatus: "),
        ),
        [
            'content/events/bridge-opens.md:11:58: error: "bridge-rebuilt.md#c1" is a draft, which is not published. Publish it too, or remove the link.',
            'content/events/bridge-opens.md:11:90: error: "/events/bridge-rebuilt/" is a draft, which is not published. Publish it too, or remove the link.',
        ],
    ),
    "a source's date that is none": (
        change(ECHO, "published: 2025-03-11", "published: 2026-02-31"),
        [
            'content/sources/echo.md:5:20: error: "2026-02-31" is not a date: February 2026 has 28 days. Write 2026-02-28, or just 2026-02.'
        ],
    ),
    "a source whose YAML is broken": (
        change(ECHO, "title: Footbridge", "title: The: footbridge"),
        [
            'content/sources/echo.md:2:8: error: a value cannot hold a colon and a space, as after "The:". Wrap the whole in quotation marks, "The: footbridge shut after flood", or write >- after the key and put the text on the next line, indented.'
        ],
    ),
    "a source without front matter": (
        fill(ECHO, "The Millbrook Echo\n"),
        [
            "content/sources/echo.md:1:1: error: this file has no front matter: its first line must be three hyphens. Begin it with --- on a line of its own, then title: and so on."
        ],
    ),
    "a date that is one day here and another there": (
        change(
            OPENS, "status: ", "date: 10/11/1968\nresolutions: {date: {verdict: ours, because: x}}\nstatus: "
        ),
        [
            'content/events/bridge-opens.md:3:7: error: "10/11/1968" may be 1968-10-11 or 1968-11-10. Write the one that is meant, year first.'
        ],
    ),
    "a name that Windows keeps for itself": (
        copy(OPENS, "content/events/con.md"),
        [
            'content/events/con.md: error: "con" cannot be an id: Windows can have no folder of that name. Name it "con-1.md", say.'
        ],
    ),
    "ten thousand brackets": (
        change(OPENS, "on foot", "[" * 10_000),
        [
            "content/events/bridge-opens.md:11: error: this text is nested too deeply to be read. Remove some brackets, quotation signs or indentation."
        ],
    ),
    "YAML broken by a colon": (
        change(OPENS, "title: The footbridge opens", "title: The footbridge: opens"),
        [
            'content/events/bridge-opens.md:2:8: error: a value cannot hold a colon and a space, as after "footbridge:". Wrap the whole in quotation marks, "The footbridge: opens", or write >- after the key and put the text on the next line, indented.'
        ],
    ),
    "YAML broken by an open list": (
        change(OPENS, "actors: [Millbrook Council]", "actors: [Millbrook Council"),
        [
            'content/events/bridge-opens.md:4:9: error: this list is not closed, or a value inside it is not plain. Close it with "]"; a value inside with a comma, colon or bracket needs quotation marks.'
        ],
    ),
    "a quotation that begins with a quotation mark": (
        change(OPENS, "quote: The bridge was", 'quote: "The bridge" was'),
        [
            "content/events/bridge-opens.md:8:12: error: a value that begins with a quotation mark must end with it, but `was opened in June 1968` follows. Wrap the whole in quotation marks, '\"The bridge\" was opened in June 1968', or write >- after the key and put the text on the next line, indented."
        ],
    ),
    "unknown key": (
        change(OPENS, "status: reported", "satus: reported"),
        [
            'content/events/bridge-opens.md:3:1: error: an event has no key "satus". Did you mean "status"?',
        ],
    ),
    "unknown key of a citation": (
        change(OPENS, "    quote: The", "    qoute: The"),
        [
            'content/events/bridge-opens.md:8:5: error: a citation has no key "qoute". Did you mean "quote"?',
        ],
    ),
    "citations by another name": (
        change(OPENS, "citations:", "sources:"),
        [
            'content/events/bridge-opens.md:6:1: error: an event has no key "sources". Did you mean "citations"?'
        ],
    ),
    "the day of publication by another name": (
        change(ECHO, "published: ", "date: "),
        ['content/sources/echo.md:5:1: error: a source has no key "date". Did you mean "published"?'],
    ),
    "a source by its name instead of its file's": (
        both(change(OPENS, "source: echo", "source: Millbrook Echo"), change(OPENS, " [@echo]", "")),
        [
            'content/events/bridge-opens.md:7:13: error: there is no source "Millbrook Echo". Write the name of its file, "echo".'
        ],
    ),
    "a source by its name instead of its file's, which a body cites": (
        change(OPENS, "source: echo", "source: Millbrook Echo"),
        [
            'content/events/bridge-opens.md:7:13: error: there is no source "Millbrook Echo". Write the name of its file, "echo".'
        ],
    ),
    "a source by its name in a body": (
        change(OPENS, "[@echo]", "[@Millbrook Echo]"),
        ["content/events/bridge-opens.md:11:56: error: this is not a citation. Write [@echo]."],
    ),
    "an event without its citations": (
        cut(CLOSES, r"citations:\n(?:  .*\n)+(?=resolutions)"),
        [
            "content/events/bridge-closes.md: error: this event cites no source. List at least one source under citations."
        ],
    ),
    "a source without its day": (
        cut(ECHO, "published: .*\n"),
        [
            "content/sources/echo.md:5:18: error: published_basis is explicit, and there is no published date. Write published: and the date, or unknown."
        ],
    ),
    "a quotation of another source": (
        change(CLOSES, "source: echo", "source: valley-radio"),
        [
            'content/events/bridge-closes.md:8:12: error: this quotation is not in source "valley-radio", nor is anything like it. It stands in source "echo": write source: echo.'
        ],
    ),
    "a date of two days, one of which a source allows": (
        change(OPENS, "tags: [the bridge]", "date: 06/07/1968"),
        [
            'content/events/bridge-opens.md:5:7: error: "06/07/1968" may be 1968-06-07 or 1968-07-06. Write the one that is meant, year first.'
        ],
    ),
    "a date of two days that no source states": (
        change(OPENS, "tags: [the bridge]", "date: 10/11/1968"),
        [
            'content/events/bridge-opens.md:5:7: error: "10/11/1968" may be 1968-10-11 or 1968-11-10. Write the one that is meant, year first.',
            'content/events/bridge-opens.md:5:7: warning: no source states the date "10/11/1968". They say "in June 1968". Leave date out, or give your reason (resolutions: {date: {verdict: counted back, because: ...}}, in your own words).',
        ],
    ),
    "words and a quotation of another source, which has not the words": (
        both(
            change(CLOSES, "source: echo", "source: valley-radio"),
            change(CLOSES, "after the river damaged two piers", "because of a whale"),
        ),
        [
            'content/events/bridge-closes.md:8:12: error: this quotation is not in source "valley-radio", nor is anything like it. It stands in source "echo": write source: echo.',
            'content/events/bridge-closes.md:9:36: error: "because of a whale" is not in source "echo". Give the source\'s own words; your own belong in note.',
        ],
    ),
    "a quotation of another source, and a verdict that chooses nothing": (
        both(
            change(CLOSES, "source: echo", "source: valley-radio"),
            change(CLOSES, "verdict: unresolved", "verdict: a matter of taste"),
        ),
        [
            'content/events/bridge-closes.md:8:12: error: this quotation is not in source "valley-radio", nor is anything like it. It stands in source "echo": write source: echo.',
            'content/events/bridge-closes.md:18:3: warning: the verdict "a matter of taste" names no source that it sets aside or follows, so the rule "first cited beats later cited" decides for "on Sunday". Write unresolved, or compatible, or decide it yourself: date: and resolutions: date: because.',
        ],
    ),
    "a quotation of another source, which the verdict blames": (
        both(
            change(CLOSES, "source: echo", "source: valley-radio"),
            change(CLOSES, "verdict: unresolved", "verdict: superseded in echo"),
        ),
        [
            'content/events/bridge-closes.md:8:12: error: this quotation is not in source "valley-radio", nor is anything like it. It stands in source "echo": write source: echo.'
        ],
    ),
    "a citation whose source is misspelt, of a resolved event": (
        change(CLOSES, "source: echo", "sorce: echo"),
        ['content/events/bridge-closes.md:7:5: error: a citation has no key "sorce". Did you mean "source"?'],
    ),
    "events that are not read, which alone cite a source": (
        both(fill(CLOSES, "Words.\n"), fill(REBUILT, "Words.\n")),
        [
            f"content/events/{name}.md:1:1: error: this file has no front matter: its first line must be three hyphens. Begin it with --- on a line of its own, then title: and so on."
            for name in ("bridge-closes", "bridge-rebuilt")
        ],
    ),
    "a page with keys of other programs": (
        change(
            "content/pages/method.md",
            "---\n",
            "---\ndate: 2026-11-22\nstatus: draft\ntype: post\npublished: true\n",
        ),
        [
            f'content/pages/method.md:{line}:1: error: a page has no key "{key}". It may have title, dek, media.'
            for line, key in enumerate(("date", "status", "type", "published"), 2)
        ],
    ),
    "an event with keys of a source": (
        change(OPENS, "tags: [the bridge]", "url: https://e.example/\npublished: 1968"),
        [
            f'content/events/bridge-opens.md:{line}:1: error: an event has no key "{key}". It may have title, status, dek, date, actors, tags, places, media, citations, resolutions, corrections, withdrawn, aliases, draft.'
            for line, key in ((5, "url"), (6, "published"))
        ],
    ),
    "a pipe among the events": (
        lambda root: os.mkfifo(root / "content/events/x.md"),
        ["content/events/x.md: error: this is a device or a pipe, not a file. Move it away."],
    ),
    "a footnote": (
        both(change(OPENS, "on foot", "on foot[^1]: a long way"), append(OPENS, "\n[^1]: In 1968.\n")),
        [
            "content/events/bridge-opens.md:11:55: warning: footnotes are not read here; readers see this as you typed it. Write the note into the text, or cite a source: [@source]; \\[^ if you mean the signs."
        ],
    ),
    "an event among the sources": (
        move(OPENS, "content/sources/bridge-opens.md"),
        [
            "content/sources/bridge-opens.md: error: this has the keys of an event, and stands in sources/. Move it to content/events/bridge-opens.md."
        ],
    ),
    "a source among the events": (
        move(ECHO, "content/events/echo.md"),
        [
            "content/events/echo.md: error: this has the keys of a source, and stands in events/. Move it to content/sources/echo.md."
        ],
    ),
    "a source without its day among the pages": (
        both(cut(ECHO, r"(?:published\w*: .*\n)+"), move(ECHO, "content/pages/echo.md")),
        [
            "content/pages/echo.md: error: this has the keys of a source, and stands in pages/. Move it to content/sources/echo.md."
        ],
    ),
    "no folder of content": (
        change("site.py", "    url=", '    content="inhalt",\n    url='),
        [
            'site.py:16:13: error: there is no folder "inhalt", which holds all that is written for this site. Make it, with folders events, sources and pages in it, or name the right one: content=…'
        ],
    ),
    "citations that are names": (
        cut(OPENS, r"(?<=citations:)\n(?:  .*\n)+(?=---)", " [echo]\n"),
        [
            "content/events/bridge-opens.md:6:13: error: a table of keys and values is wanted here. Write it as - source: the-source."
        ],
    ),
    "a source by its path": (
        change(OPENS, "source: echo", "source: content/sources/echo.md"),
        [
            'content/events/bridge-opens.md:7:13: error: there is no source "content/sources/echo.md". Did you mean "echo"?'
        ],
    ),
    "a source renamed, and not its copy": (
        both(move(ECHO, "content/sources/millbrook-echo.md"), change(OPENS, " [@echo]", "")),
        [
            f'{name}:7:13: error: there is no source "echo". Did you mean "millbrook-echo"?'
            for name in (CLOSES, OPENS)
        ],
    ),
    "a copy by another name": (
        move(COPY, "snapshots/saved page.txt"),
        [
            'snapshots/saved page.txt: warning: no source has the id "saved page". If it is the copy of "echo", name it "echo.txt".'
        ],
    ),
    "citations below the list above them": (
        both(
            cut(OPENS, r"(?<=actors:) \[Millbrook Council\]", "\n  - Millbrook Council"),
            change(OPENS, "citations:", "  citations:"),
            change(OPENS, "tags: [the bridge]\n", ""),
        ),
        [
            "content/events/bridge-opens.md:6:3: error: this line does not fit the lines above it. Give keys that belong together the same indentation."
        ],
    ),
    "what a source says as a list": (
        change(CLOSES, "says: {date: last Saturday}", "says: [last Saturday]"),
        [
            "content/events/bridge-closes.md:12:11: error: a table of keys and values is wanted here. Write it as says: {date: Saturday}."
        ],
    ),
    "curly quotation marks around a value that needs straight ones": (
        both(
            change(
                CLOSES,
                "cause: after the river damaged two piers",
                "cause: “on Sunday, after the river damaged two piers”",
            ),
            change(OPENS, "title: The footbridge opens", "title: “The footbridge: opens”"),
        ),
        [
            'content/events/bridge-closes.md:9:48: error: the comma before this ends the value of "cause". Wrap the whole value in straight quotation marks: "on Sunday, after the river damaged two piers".',
            'content/events/bridge-opens.md:2:8: error: a value cannot hold a colon and a space, as after "footbridge:". Wrap the whole in straight quotation marks, "The footbridge: opens", or write >- after the key and put the text on the next line, indented.',
        ],
    ),
    "a field by two names, and a source read before it appeared": (
        both(
            change(
                CLOSES,
                "says: {date: last Saturday}",
                "says: {date: last Saturday, causes: since last Saturday}",
            ),
            change(CLOSES, "resolutions:\n", "resolutions:\n  cause: {verdict: unresolved, because: x}\n"),
            change(ECHO, "timezone:", "accessed: 2025-03-09\ntimezone:"),
        ),
        [
            'content/events/bridge-closes.md:11:12: warning: this citation was edited since it was locked: citations.lock holds other words. Run "dateline lock".',
            'content/events/bridge-closes.md:18:3: warning: this resolves "cause", which the sources do not dispute. Another citation calls it "causes": write one of the two in both.',
            "content/sources/echo.md:7:11: warning: the source was accessed on 2025-03-09, and published only after that. Correct one of the two dates.",
        ],
    ),
    "a verdict that misspells its source": (
        change(CLOSES, "verdict: unresolved", "verdict: superseded by ecco"),
        [
            'content/events/bridge-closes.md:18:3: warning: the verdict "superseded by ecco" names no source that it sets aside or follows, so the rule "first cited beats later cited" decides for "on Sunday". Did you mean "superseded by echo"?'
        ],
    ),
    "two citations with a comma": (
        change(OPENS, "[@echo]", "[@echo, @echo]"),
        [
            "content/events/bridge-opens.md:11:56: error: this is not a citation. Write [@source], [@source, 2] or [@source; @another]."
        ],
    ),
    "Markdown that is not read": (
        append(
            OPENS,
            "\n[So][1] it [was] (bridge-closes.md).\n\n```sh\nls\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        ),
        [
            "content/events/bridge-opens.md:13:1: warning: links by number or name are not read here; readers see the signs as you typed them. Write [words](address).",
            "content/events/bridge-opens.md:13:12: warning: a space parts the words of this link from its address; readers see the signs as you typed them. Delete the space.",
            "content/events/bridge-opens.md:15:1: warning: blocks of code are not read here; readers see the signs as you typed them. Write `code` within a line.",
            "content/events/bridge-opens.md:20:1: warning: tables are not read here; readers see the signs as you typed them. Write a list, each item on a line that begins with a hyphen.",
        ],
    ),
    "what only looks like Markdown that is not read": (
        append(CLOSES, "\n[@echo][@valley-radio] [it][@echo], `[a][b]`, `[x] (https://e.example)`.\n"),
        [],
    ),
    "a lock of another version's folding": (
        cut("citations.lock", r"(?<=folding = )\d+", "999"),
        [
            'citations.lock: error: the key "folding" must be a whole number, and no more than 3. Run "dateline lock".'
        ],
    ),
    "says as plain words": (
        change(OPENS, "says: {date: in June 1968}", "says: in June 1968"),
        [
            "content/events/bridge-opens.md:9:11: error: a table of keys and values is wanted here. Write it as says: {date: Saturday}."
        ],
    ),
    "a broken citation of a resolved event": (
        change(CLOSES, "quote: We closed", "quote: She said: We closed"),
        [
            'content/events/bridge-closes.md:16:12: error: a value cannot hold a colon and a space, as after "said:". Wrap the whole in quotation marks, "She said: We closed it as soon as we saw the piers", or write >- after the key and put the text on the next line, indented.'
        ],
    ),
    "a resolution of a misspelt field": (
        change(CLOSES, "resolutions:\n  date:", "resolutions:\n  dates:"),
        [
            'content/events/bridge-closes.md:18:3: warning: this resolves "dates", which the sources do not dispute. Did you mean "date"?'
        ],
    ),
    "a verdict on a misspelt source": (
        change(CLOSES, "verdict: unresolved", "verdict: error in ecco"),
        ['content/events/bridge-closes.md:18:3: error: there is no source "ecco". Did you mean "echo"?'],
    ),
    "names parted by semicolons": (
        change(OPENS, "tags: [the bridge]", "tags: the bridge; the flood"),
        [
            'content/events/bridge-opens.md:5:7: warning: "the bridge; the flood" is read as one name. Write [the bridge, the flood] if these are several, or ["the bridge; the flood"] if it is one.'
        ],
    ),
    "a document of a word processor": (
        copy(OPENS, "content/events/Bridge Opens.docx"),
        [
            'content/events/Bridge Opens.docx: warning: this file is not read. Save its text as "bridge-opens.md", or move it away.'
        ],
    ),
    "content in a folder by another name": (
        both(copy(OPENS, "content/event/a.md"), copy(OPENS, "content/event/b.md")),
        [
            "content/event/a.md: warning: this file is not read. Move it to one of content/events/, content/sources/, content/pages/."
        ],
    ),
    "content beside the folders": (
        copy(OPENS, "content/new.md"),
        [
            "content/new.md: warning: this file is not read. Move it to one of content/events/, content/sources/, content/pages/."
        ],
    ),
    "two copies of a source": (
        fill("snapshots/echo.html", "<p>Another text</p>"),
        ['snapshots/echo.txt: error: source "echo" has two snapshots. Keep one of them.'],
    ),
    "an elision with too few words beside it": (
        change(OPENS, "quote: The bridge was opened in June 1968", "quote: The bridge … in June 1968"),
        [
            'content/events/bridge-opens.md:8:12: error: the words are in source "echo", but this quotation has fewer than three words beside an elision. Quote at least three of the source\'s words on each side of it.'
        ],
    ),
    "an elision of somebody": (
        change(
            CLOSES,
            "quote: the council closed the footbridge on Sunday",
            "quote: After three days of rain … closed the footbridge",
        ),
        [
            'content/events/bridge-closes.md:8:12: error: the words are in source "echo", but this quotation leaves out what may change the sense, or more than 300 characters. Quote the whole, or cite the parts one by one.'
        ],
    ),
    "an insertion of another": (
        change(
            CLOSES,
            "quote: the council closed the footbridge on Sunday",
            "quote: the council closed the footbridge on [Monday] Sunday",
        ),
        [
            'content/events/bridge-closes.md:8:12: error: the words are in source "echo", but this quotation holds [words] that cannot stand for those of the source. Quote the source\'s own words; yours belong in note.'
        ],
    ),
    "unknown status": (
        change(OPENS, "status: reported", "status: reportd"),
        ['content/events/bridge-opens.md:3:9: error: "reportd" is not a status. Did you mean "reported"?'],
    ),
    "unknown stance": (
        change(CLOSES, "stance: confirms", "stance: denis"),
        ['content/events/bridge-closes.md:15:13: error: "denis" is not a stance. Did you mean "denies"?'],
    ),
    "unknown source": (
        change(OPENS, "source: echo", "source: ekho"),
        ['content/events/bridge-opens.md:7:13: error: there is no source "ekho". Did you mean "echo"?'],
    ),
    "unknown source in a body": (
        change(OPENS, "[@echo]", "[@ekho]"),
        [
            'content/events/bridge-opens.md:11:58: error: "ekho" is not among the citations here. Did you mean "echo"?'
        ],
    ),
    "duplicate id": (
        copy(OPENS, "content/events/old/bridge-opens.md"),
        [
            'content/events/old/bridge-opens.md: error: the id "bridge-opens" is used twice. It is taken by content/events/bridge-opens.md. Give one of them another name.'
        ],
    ),
    "two files for one address": (
        copy("content/pages/method.md", "content/pages/sources.md"),
        [
            "content/pages/sources.md: error: content/pages/sources.md and a page that dateline makes both stand at /sources/. Rename one of the files."
        ],
    ),
    "an alias that is taken": (
        change(OPENS, "tags: [the bridge]", "aliases: [events/bridge-closes/]"),
        [
            'content/events/bridge-opens.md:5:10: error: the alias "events/bridge-closes/" and content/events/bridge-closes.md both stand at /events/bridge-closes/. Delete the alias.'
        ],
    ),
    "31 February": (
        change(OPENS, "tags: [the bridge]", "date: 1968-02-31"),
        [
            'content/events/bridge-opens.md:5:15: error: "1968-02-31" is not a date: February 1968 has 29 days. Write 1968-02-29, or just 1968-02.'
        ],
    ),
    "sometime maybe": (
        change(OPENS, "tags: [the bridge]", "date: sometime maybe"),
        [
            'content/events/bridge-opens.md:5:7: error: "sometime maybe" is not a date: it names no day, month or year. Write 2026, 2026-02 or 2026-02-28, or leave the date out.'
        ],
    ),
    "a statement that names no date": (
        change(OPENS, "{date: in June 1968}", "{date: was opened}"),
        [
            'content/events/bridge-opens.md:8:12: warning: this citation was edited since it was locked: citations.lock holds other words. Run "dateline lock".',
            'content/events/bridge-opens.md:9:18: warning: "was opened" names no date. Give the words that say when, or use another field.',
        ],
    ),
    "a date that the source does not state": (
        change(OPENS, "{date: in June 1968}", "{date: in May 1968}"),
        [
            'content/events/bridge-opens.md:9:18: error: "in May 1968" is not in source "echo". Nearest, at character 156: "in June 1968". Give the source\'s own words; your own belong in note.'
        ],
    ),
    "quotation not found: a date differs": (
        change(OPENS, "opened in June 1968", "opened in July 1968"),
        [
            'content/events/bridge-opens.md:8:12: error: this quotation is not in source "echo". Nearest, at character 134: "The bridge was opened in June 1968" — you wrote "July". A date differs: write "June".'
        ],
    ),
    "quotation not found: a negation was added": (
        change(CLOSES, "We closed it", "We never closed it"),
        [
            'content/events/bridge-closes.md:16:12: error: this quotation is not in source "valley-radio". Nearest, at character 78: "We closed it as soon as we saw the piers" — you wrote "We never closed". A negation differs: write "We closed".'
        ],
    ),
    "quotation not found: nothing is like it": (
        change(OPENS, "quote: The bridge was opened in June 1968", "quote: Seven zebras danced at noon"),
        [
            'content/events/bridge-opens.md:8:12: error: this quotation is not in source "echo", nor is anything like it. Check which source it is from.'
        ],
    ),
    "quotation found twice": (
        both(
            change(COPY, "on foot.", "on foot. The bridge was opened in June 1968."), remove("citations.lock")
        ),
        [
            'content/events/bridge-opens.md:8:12: error: this quotation stands 2 times in source "echo", at characters 134 and 214. Say which with a prefix or suffix.',
        ],
    ),
    "no copy and no lock": (
        remove(COPY, "citations.lock"),
        [
            'content/events/bridge-closes.md:8:12: error: nothing vouches for this citation: source "echo" has no snapshot here, and citations.lock does not hold it. Run "dateline snapshot echo FILE" with a saved copy, then "dateline lock".',
            'content/events/bridge-opens.md:8:12: error: nothing vouches for this citation: source "echo" has no snapshot here, and citations.lock does not hold it. Run "dateline snapshot echo FILE" with a saved copy, then "dateline lock".',
        ],
    ),
    "edited, and no copy": (
        both(remove(COPY), change(OPENS, "June 1968", "July 1968")),
        [
            'content/events/bridge-opens.md:8:12: error: this citation was edited since it was locked: citations.lock holds other words. Run "dateline lock" where the snapshot of source "echo" is at hand.'
        ],
    ),
    "a changed copy": (
        change(COPY, "three days", "four days"),
        [
            'citations.lock:5: error: the snapshot of source "echo" changed since it was locked: its SHA-256 begins with aa392775edcc, here it is 65bf0ccf74e0. Compare it with the source. Run "dateline lock".'
        ],
    ),
    "another copy, in which no quotation stands": (
        fill(COPY, "Another page was saved here by mistake.\n"),
        [
            'citations.lock:5: error: the snapshot of source "echo" changed since it was locked: its SHA-256 begins with 2ab1b2857ac5, here it is 65bf0ccf74e0. These citations fail in it: content/events/bridge-closes.md:7:13, content/events/bridge-opens.md:7:13. Put the locked copy back; or, if this one is right, "dateline lock" shows what to correct in each.'
        ],
    ),
    "unreadable": (
        both(remove(OPENS), lambda root: (root / OPENS).mkdir()),
        [
            "content/events/bridge-opens.md: error: this file cannot be read: is a directory. Check its name and its permissions."
        ],
    ),
    "bad UTF-8": (
        fill(OPENS, b"---\ntitle: Caf\xe9\n---\n"),
        ["content/events/bridge-opens.md:2:11: error: byte 0xe9 is not UTF-8. Save the file as UTF-8."],
    ),
    "a link to a file that does not exist": (
        change(REBUILT, "(bridge-closes.md)", "(bridge-closed.md)"),
        [
            'content/events/bridge-rebuilt.md:12:19: error: there is no page "bridge-closed.md". Did you mean "bridge-closes.md"?'
        ],
    ),
    "a link to a page that does not exist": (
        change(REBUILT, "(bridge-closes.md)", "(/events/bridge-closed/)"),
        [
            'content/events/bridge-rebuilt.md:12:19: error: there is no page "/events/bridge-closed/". Did you mean "/events/bridge-closes/"?'
        ],
    ),
    "links to places that no page has": (
        append(
            REBUILT,
            "\n## Was it dear?\n\nYes ([costs](#was-it-dear), [so](#was-it-deer), [why](bridge-opens.md#c2), "
            "[when](bridge-opens.md#citations), [who](/events/bridge-opens/#c1), [how](/method/#how)).\n",
        ),
        [
            f'{REBUILT}:16:34: warning: there is no "#was-it-deer" on the page that this leads to. '
            'Did you mean "#was-it-dear"?',
            f'{REBUILT}:16:55: warning: there is no "#c2" on the page that this leads to. It has #c1.',
            f'{REBUILT}:16:150: warning: there is no "#how" on the page that this leads to. '
            "It has no headings: link to the page as a whole.",
        ],
    ),
    "a link that runs a script": (
        change(REBUILT, "(bridge-closes.md)", "(javascript:alert)"),
        [
            'content/events/bridge-rebuilt.md:12:19: error: "javascript:alert" cannot be linked to: "javascript:" is not allowed. Links begin with https:, http: or mailto:.'
        ],
    ),
    "an empty file": (
        fill(OPENS, ""),
        [
            "content/events/bridge-opens.md:1:1: error: this file is empty. Begin it with --- on a line of its own, then title: and so on."
        ],
    ),
    "no front matter": (
        fill(OPENS, "Just words.\n"),
        [
            "content/events/bridge-opens.md:1:1: error: this file has no front matter: its first line must be three hyphens. Begin it with --- on a line of its own, then title: and so on."
        ],
    ),
    "front matter that is a list": (
        fill(OPENS, "---\n- a\n---\nIt opened [@echo].\n"),
        [
            "content/events/bridge-opens.md:2:1: error: front matter is made of keys and values, and this is a list. Write title: first."
        ],
    ),
    "front matter that is plain text": (
        fill("content/pages/method.md", "---\nwords\n---\n"),
        [
            "content/pages/method.md:2:1: error: front matter is made of keys and values, and this is plain text. Write title: first."
        ],
    ),
    "front matter that is never closed": (
        fill(OPENS, "---\ntitle: T\n"),
        [
            "content/events/bridge-opens.md:1:1: error: the front matter that begins here is never closed. Write --- on a line of its own after the last key."
        ],
    ),
    "no title": (
        change(OPENS, "title: The footbridge opens\n", ""),
        [
            "content/events/bridge-opens.md:2:1: error: an event needs title. Write a line title: and its value."
        ],
    ),
    "unknown time zone": (
        change(ECHO, "Europe/London", "Europe/Londn"),
        [
            'content/sources/echo.md:7:11: error: "Europe/Londn" is not a time zone. Did you mean "Europe/London"?'
        ],
    ),
    "a name that cannot be an address": (
        both(copy(OPENS, "content/events/Bridge Opens.md"), remove(OPENS)),
        [
            'content/events/Bridge Opens.md: error: "Bridge Opens" cannot be an id: it becomes the page\'s address. Name it "bridge-opens.md".'
        ],
    ),
    "a source of two days": (
        change(ECHO, "published: 2025-03-11", "published: 3/4/2025"),
        [
            'content/sources/echo.md:5:12: error: "3/4/2025" may be 2025-03-04 or 2025-04-03. Write the one that is meant, year first.'
        ],
    ),
    "a name that ends otherwise": (
        both(copy(OPENS, "content/events/Bridge Opens.MD"), remove(OPENS)),
        [
            'content/events/Bridge Opens.MD: error: this file is not read: its name ends in ".MD". Name it "bridge-opens.md", or move it away.'
        ],
    ),
    "an event that others link to is misnamed": (
        both(copy(CLOSES, "content/events/Bridge Closes.MD"), remove(CLOSES)),
        [
            'content/events/Bridge Closes.MD: error: this file is not read: its name ends in ".MD". Name it "bridge-closes.md", or move it away.'
        ],
    ),
    "an event that others link to has no front matter": (
        fill(CLOSES, "words"),
        [
            "content/events/bridge-closes.md:1:1: error: this file has no front matter: its first line must be three hyphens. Begin it with --- on a line of its own, then title: and so on."
        ],
    ),
    "content that would not be read": (
        fill("content/events/notes.txt", "words"),
        ['content/events/notes.txt: warning: this file is not read. Name it "notes.md", or move it away.'],
    ),
    "an event saved as plain text": (
        move(OPENS, "content/events/bridge-opens.md.txt"),
        [
            'content/events/bridge-opens.md.txt: error: this file is not read: its name ends in ".txt". Name it "bridge-opens.md", or move it away.'
        ],
    ),
    "a source saved without an ending": (
        move(ECHO, "content/sources/echo"),
        [
            'content/sources/echo: error: this file is not read: its name has no ending. Name it "echo.md", or move it away.'
        ],
    ),
    "an event saved by a word processor": (
        move(OPENS, "content/events/bridge-opens.docx"),
        [
            'content/events/bridge-opens.docx: warning: this file is not read. Save its text as "bridge-opens.md", or move it away.'
        ],
    ),
    "what editors keep for themselves, in every folder": (
        both(
            both(fill("content/.new.md", "x"), fill("content/events/old~/b.md", "x")),
            both(fill("content/events/.a.txt", "x"), fill("snapshots/echo.txt~", "x")),
        ),
        [],
    ),
    "a broken lock": (
        fill("citations.lock", "folding = \n"),
        [
            'citations.lock:1:11: error: this is not TOML: Invalid value. Take it from git again; or, where every copy is at hand, delete it and run "dateline lock".',
        ],
    ),
    "a template with a syntax error": (
        fill("templates/event.html.jinja", "{% if %}"),
        ['templates/event.html.jinja:1: error: a value is missing before "%}".'],
    ),
    "a template with an unknown name": (
        fill("templates/event.html.jinja", "\n{{ nothing.here }}"),
        ['templates/event.html.jinja:2: error: nothing here is called "nothing".'],
    ),
}


@pytest.mark.long
@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_told_where_it_is_and_what_to_write(scaffolded: Path, name: str) -> None:
    spoil, messages = CASES[name]
    spoil(scaffolded)
    outcome = build(scaffolded)
    assert [str(problem) for problem in outcome.problems] == messages
    assert (outcome.written is None) == any(": error: " in message for message in messages)


@pytest.mark.long
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ 1/0 }}", "templates/event.html.jinja:1: error: ZeroDivisionError: division by zero."),
        (
            "{% include 'event.html.jinja' %}",
            "templates/event.html.jinja:1: error: this template includes or extends itself. The theme's own is "
            '{% extends "theme/event.html.jinja" %}.',
        ),
        (
            '{% extends "event.html.jinja" %}',
            "templates/event.html.jinja:1: error: this template includes or extends itself.",
        ),
        (
            "{% block main %}\n<p>",
            'templates/event.html.jinja:2: error: this template ends before its "block" is closed. '
            "Write {% endblock %} where it ends.",
        ),
        (
            "{% endblock %}",
            'templates/event.html.jinja:1: error: "endblock" closes nothing. Delete it.',
        ),
        (
            "{% extends “theme/event.html.jinja” %}",
            "templates/event.html.jinja:1: error: a quotation mark here is not a straight one.",
        ),
        (
            "{% include 'gone.html.jinja' %}",
            'templates/event.html.jinja:1: error: there is no template "gone',
        ),
        (b"\xff", "templates/event.html.jinja: error: this file is not UTF-8. Save the file as UTF-8."),
    ],
)
def test_whatever_a_template_raises_is_told_at_its_line(
    scaffolded: Path, text: str | bytes, message: str
) -> None:
    fill("templates/event.html.jinja", text)(scaffolded)
    assert any(str(problem).startswith(message) for problem in build(scaffolded).problems)


def test_nine_mistakes_are_nine_lines(scaffolded: Path) -> None:
    """Nothing stops at the first."""
    both(
        change(OPENS, "title: ", "dek: "),
        change(OPENS, "status: reported", "satus: reported"),
        change(OPENS, "June 1968", "July 1968"),
        change(CLOSES, "on Sunday", "on Monday"),
        change(CLOSES, "stance: confirms", "stance: affirms"),
        change(CLOSES, "last Saturday", "last Satyrday"),
        change(REBUILT, "(bridge-closes.md)", "(bridge.md)"),
        change(REBUILT, "status: possible", "status: maybe"),
        change(ECHO, "Europe/London", "Mars"),
    )(scaffolded)
    places = {str(problem.place) for problem in build(scaffolded).problems}
    assert places >= {
        f"{OPENS}:3:1",
        f"{OPENS}:2:1",
        f"{OPENS}:8:12",
        f"{CLOSES}:8:12",
        f"{CLOSES}:11:12",
        f"{CLOSES}:15:13",
        f"{REBUILT}:3:9",
        f"{REBUILT}:12:19",
        f"{ECHO}:7:11",
    }


def test_an_output_folder_that_we_did_not_make_is_left_alone(scaffolded: Path) -> None:
    (scaffolded / "build").mkdir()
    (scaffolded / "build" / "thesis.txt").write_text("years of work")
    with pytest.raises(UserError) as error:
        build(scaffolded)
    assert str(error.value) == (
        'build/ holds files that dateline did not make, such as "thesis.txt". Nothing was written. '
        "Empty it, or name another folder (in site.py: output=…)."
    )
    assert (scaffolded / "build" / "thesis.txt").read_text() == "years of work"


def test_a_half_written_site_is_never_left_unowned(scaffolded: Path) -> None:
    """A build that was killed leaves a manifest that names its files, so that the next one can mend it."""
    write(scaffolded / "build", {"events/old/index.html": b"old"})
    (scaffolded / "build" / "index.html.dateline-part").write_bytes(b"hal")
    assert build(scaffolded).written is not None
    assert not (scaffolded / "build" / "events" / "old").exists()
    assert not list((scaffolded / "build").rglob("*.dateline-part"))
