"""`static/words.js`: what the page's scripts say, in the site's language; a plain script, run before modules.

From a file system browsers run no modules, and nothing fills the room kept for finding: it says so.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from dateline.model import Timeline
from dateline.tongue import Tongue

_FROM_FILE: Final = 'if (location.protocol === "file:") document.documentElement.classList.add("from-file");'


def write(timeline: Timeline, pages: Sequence[str] = ()) -> str:
    """The script's text. Places such as `%(shown)s` are filled by the scripts."""
    words = json.dumps(
        _words(timeline.tongue, len(timeline.events)), ensure_ascii=False, separators=(",\n", ": ")
    )
    said = "/* What the scripts of this site say. Made by the builder. */"
    return f"{said}\nglobalThis.dateline = {words};\n{_FROM_FILE}\n"


def _words(tongue: Tongue, events: int) -> dict[str, str]:
    language = tongue.language if tongue.language[:2].isalpha() else "en"
    return {"language": language} | _of_finding(tongue, events) | _of_keys(tongue) | _of_copying(tongue)


def _of_finding(tongue: Tongue, events: int) -> dict[str, str]:
    say = tongue.gettext
    shown, every = "%(shown)s", "%(every)s"
    return {
        "find": say("Find"),
        "hint": say("Words, names or dates"),
        "more": say("More filters"),
        "status": say("Status"),
        "who": say("Who"),
        "what": say("What"),
        "source": say("Source"),
        "disputed": say("Disagreement"),
        "any": say("any"),
        "yes": say("disputed"),
        "no": say("not disputed"),
        "shown": tongue.ngettext(
            "%(shown)s of %(num)s event", "%(shown)s of %(num)s events", events, shown=shown
        ),
        "part": say("%(shown)s of %(every)s", shown=shown, every=every),
        "filtered": say("%(shown)s: %(filters)s", shown=shown, filters="%(filters)s"),
        "asked": say("“%(words)s”", words="%(words)s"),
        "none": say("Nothing found: %(filters)s", filters="%(filters)s"),
        "clear": say("Clear filters"),
        "sources": say("Sources:"),
        "paper": say("The whole timeline: %(href)s", href="%(href)s"),
        "trouble": say("The index could not be loaded. The links still work."),
        "summaries": say("Headlines, dates, names and summaries are searched."),
        "quotations": say("Headlines, dates, names, summaries and quotations are searched."),
        "texts": say("Headlines, dates, names, quotations and whole texts are searched."),
        "names": say("Headlines, dates and names are searched."),
    }


def _of_keys(tongue: Tongue) -> dict[str, str]:
    say = tongue.gettext
    return {
        "keys": say("Keys"),
        "keyFind": say("find words, names or dates"),
        "keyNext": say("next event"),
        "keyBefore": say("event before"),
        "keyKeys": say("show these keys"),
        "keysOn": say("Use these keys"),
        "close": say("Close"),
    }


def _of_copying(tongue: Tongue) -> dict[str, str]:
    say = tongue.gettext
    return {
        "copy": say("Copy"),
        "copied": say("Copied."),
        "selected": say("Selected, for you to copy."),
    }
