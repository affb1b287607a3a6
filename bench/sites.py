"""Sites to measure on: `python bench/sites.py OUT --site NAME [--theme NAME] [--events N]`.

Writes a whole site's folder, copies of sources and lock included, so that `dateline -C OUT build` warns
of nothing. All of it is invented. *small* has twelve events, pictures, deep time and years before our era;
*long* has a thousand over forty years, from twenty sources; *arabic* reads from right to left, and has
sources in two languages; *chinese* and *japanese* are written without spaces.
Two runs write the same bytes.
"""

from __future__ import annotations

import argparse
import calendar
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from dateline.locking import relock
from dateline.records.schema import EVENT_KEYS

CONTENT: Final = Path(__file__).parent / "content"
LOCKED: Final = date(2026, 11, 20)
EVENTS: Final = 1000


def write_site(out: Path, site: str, *, theme: str = "", events: int = EVENTS) -> Path:
    """Write the site's folder, which is made where it is missing, and return it."""
    files = long_site(events) if site == "long" else bundled(site)
    for name, text in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_themed(text, theme) if name == "site.py" else text, encoding="utf-8")
    if site == "small":
        draw_pictures(out / "content/media")
    _, problems = relock(out, LOCKED)
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    return out


def bundled(site: str) -> Mapping[str, str]:
    """The files of a site that is written out in `content/`, by path."""
    parts = re.split(
        r"^=== (.+)\n", (CONTENT / f"{site}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    files = dict(zip(parts[1::2], parts[2::2], strict=True))
    if any(key.name == "media" for key in EVENT_KEYS):
        return files
    return {
        name: re.sub(r"^media:\n(?: +.*\n)+", "", text, flags=re.MULTILINE) for name, text in files.items()
    }


def _themed(text: str, theme: str) -> str:
    return text.replace('    license="', f'    theme="{theme}",\n    license="') if theme else text


# ---------------------------------------------------------------------------------------------- long


TITLE: Final = "The Ardle barrage: forty years of a wall in the sea"
DECLARATION: Final = f'''\
"""An invented barrage across an invented estuary, at length."""

from dateline import Site

site = Site(
    title="{TITLE}",
    dek="Planned, refused, begun, stopped, drowned and begun again: what twenty chronicles say, day by day.",
    url="https://example.github.io/long/",
    language="en-GB",
    author="The dateline authors",
    license="CC BY 4.0",
)

if __name__ == "__main__":
    raise SystemExit(site.run())
'''
ACTORS: Final = (
    "Ardle Harbour Board", "Barrage Commission", "Eelmen’s League", "Friends of the Mud", "Ministry of Tides",
    "Norrin & Daughters", "Ostrey Council", "Pilots’ Guild", "Saltmarsh Trust", "Union of Dredgers",
    "University of Ostrey", "Wexcombe Council",
)  # fmt: skip
VERBS: Final = (
    "approves", "asks for", "cancels", "delays", "denounces", "inspects", "loses", "orders", "pays for",
    "promises", "publishes", "refuses", "repairs", "sells", "signs", "suspends", "tests", "withdraws",
)  # fmt: skip
PAST: Final = (
    "approved", "asked for", "cancelled", "delayed", "denounced", "inspected", "lost", "ordered", "paid for",
    "promised", "published", "refused", "repaired", "sold", "signed", "suspended", "tested", "withdrew",
)  # fmt: skip
OBJECTS: Final = (
    "the contract for the north lock", "the survey of the sea bed", "the fish ladder",
    "the second turbine hall", "the plan for a road on the wall", "the loan for the caissons",
    "the tide tables", "the report on silt", "the pumping station at Wexcombe",
    "the insurance of the old pier", "the model of the estuary", "the gates of the middle sluice",
    "the inquiry into the flood", "the payment to the eel fishery", "the dredging of the east channel",
    "the test of the warning sirens", "the lease of the salt works",
    "the drawings of the lock keeper’s house", "the purchase of four hundred piles",
    "the map of the mudflats",
)  # fmt: skip
REASONS: Final = (
    "after a night of argument", "without giving a reason", "for the second time",
    "against its own advice", "a week before the spring tide", "with the help of a bank",
    "although nobody had asked", "in a single sentence", "by a show of hands",
    "while the press was at lunch",
)  # fmt: skip
TAGS: Final = ("money", "law", "building", "nature", "weather", "ships", "protest", "science")
CHRONICLES: Final = (
    "Ardle Packet", "Annals of Wexcombe", "Barrage Yearbook", "Bulletin of the Guild", "Channel Notes",
    "Chronicle of Ostrey", "Dredger’s Almanac", "East Shore Diary", "Eel and Net", "Harbour Minutes",
    "Ledger of the Commission", "Lock and Quay", "Mudflat Review", "Norrin’s Daybook", "Papers of the Trust",
    "Pier Gazette", "Register of Tides", "Salt and Silt", "Sluice", "The Long Wall",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """When one event was, as its sources write it."""

    first: date
    words: str


def long_site(events: int) -> Mapping[str, str]:
    """A site of so many events, each unlike the others, in a story that goes nowhere."""
    chance = random.Random(1985)
    texts: dict[str, list[str]] = {_id(name): [] for name in CHRONICLES}
    files = {"site.py": DECLARATION}
    for number, dated in enumerate(_days(events, chance), 1):
        path, text = _event(number, dated, chance, texts)
        files[path] = text
    for name in CHRONICLES:
        files[f"content/sources/{_id(name)}.md"] = _source(name)
        files[f"snapshots/{_id(name)}.txt"] = name + "\n\n" + "\n\n".join(texts[_id(name)]) + "\n"
    return files


def _days(events: int, chance: random.Random) -> Iterator[_Dated]:
    """In order of time from 1985 to 2024; six in ten to the day, the others as well as anybody knows."""
    span = date(2025, 1, 1) - date(1985, 1, 1)
    for number in range(events):
        day = date(1985, 1, 1) + timedelta(days=number * span.days // events)
        last = calendar.monthrange(day.year, day.month)[1]
        yield _Dated(first=day, words=_words(day, last, chance))


def _words(day: date, last: int, chance: random.Random) -> str:
    month = f"{day:%B} {day.year}"
    until = min(day.day + 4, last)
    if day.day < until and chance.random() < 0.06:
        return f"from {day.day} to {until} {month}"
    season = {3: "spring", 6: "summer", 9: "autumn"}.get(day.month, "")
    others = (f"in {month}", f"in late {month}", f"in {season} {day.year}" if season else f"in {day.year}")
    return f"on {day.day} {month}" if chance.random() < 0.65 else chance.choice(others)


def _event(number: int, dated: _Dated, chance: random.Random, texts: dict[str, list[str]]) -> tuple[str, str]:
    actor, other = chance.sample(ACTORS, 2)
    verb, thing = chance.randrange(len(VERBS)), chance.choice(OBJECTS)
    told = f"the {actor} {PAST[verb]} {thing} {chance.choice(REASONS)}"
    ids = chance.sample(sorted(texts), chance.choice((1, 2, 2, 3)))
    citations = []
    for nth, id in enumerate(ids):
        words = _differing(dated, chance) if nth == 1 and chance.random() < 0.06 else dated.words
        quote = f"{words[0].upper()}{words[1:]} {told}"
        texts[id].append(f"Entry {number}. {quote}. Of this more was said than can be printed.")
        citations.append(_citation(id, f"Entry {number}.", quote, words))
    title = f"{actor} {VERBS[verb]} {thing.removeprefix('the ') if number % 3 == 0 else thing}"
    front = "\n".join(
        (
            f'title: "{title}"',
            "status: reported",
            f"actors: [{actor}{', ' + other if number % 4 == 0 else ''}]",
            f"tags: [{', '.join(chance.sample(TAGS, chance.choice((1, 1, 2))))}]",
            "citations:",
            *citations,
        )
    )
    cited = "; ".join(f"@{id}" for id in ids)
    body = f"Entry {number} of the long chronicle. It is told in {len(ids)} of twenty papers [{cited}]."
    return f"content/events/e{number:04d}-{_id(thing)[4:24].strip('-')}.md", f"---\n{front}\n---\n{body}\n"


def _differing(dated: _Dated, chance: random.Random) -> str:
    """The words of a paper that has another month."""
    other = dated.first - timedelta(days=chance.randrange(40, 90))
    return f"on {other.day} {other:%B} {other.year}"


def _citation(id: str, before: str, quote: str, words: str) -> str:
    return (
        f"  - source: {id}\n    prefix: {before}\n    quote: {quote}\n"
        f"    says: {{date: {words.removeprefix('on ').removeprefix('in ')}}}"
    )


def _source(name: str) -> str:
    fields = {
        "title": name,
        "name": name,
        "publisher": "Ostrey Press",
        "url": f"https://{_id(name)}.example/",
        "published": "2025-06-01",
        "published_basis": "explicit",
        "timezone": "Europe/London",
        "language": "en-GB",
        "type": "book",
    }
    front = "\n".join(f"{key}: {value}" for key, value in fields.items())
    return f"---\n{front}\n---\nOne of the twenty papers of the estuary, all of them invented.\n"


def _id(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.replace("’", "").lower()).strip("-")


# ------------------------------------------------------------------------------------------ pictures


SKY, FAR, NEAR, PALE, DARK = "#c9d7dc", "#9db08f", "#6f8a5e", "#e8e1cf", "#4a4337"


def draw_pictures(folder: Path) -> None:
    """The four pictures of the small site, drawn with straight lines and circles."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (size, draw) in _PICTURES.items():
        picture = Image.new("RGB", size, PALE)
        draw(ImageDraw.Draw(picture), *size)
        picture.save(folder / name, **({"quality": 88} if name.endswith(".jpg") else {"optimize": True}))


def _section(pen: ImageDraw.ImageDraw, width: int, height: int) -> None:
    pen.rectangle((0, 0, width, height), fill=SKY)
    hill = [(0, 700), (400, 520), (800, 330), (1100, 360), (1600, 640)]
    for drop, colour in ((0, "#7a6647"), (26, PALE), (300, "#8b8f96"), (430, "#5d6168")):
        pen.polygon([*((x, y + drop) for x, y in hill), (width, height), (0, height)], fill=colour)
    for y in range(60, 290, 46):
        pen.line([(x, at + y) for x, at in hill], fill="#c9bfa5", width=4)


def _tomb(pen: ImageDraw.ImageDraw, width: int, height: int) -> None:
    pen.ellipse((120, 90, width - 120, height - 90), outline=DARK, width=5)
    stones = ((430, 330), (560, 270), (700, 260), (830, 320), (880, 430), (820, 540), (690, 590), (550, 570),
              (440, 470))  # fmt: skip
    for x, y in stones:
        pen.rounded_rectangle((x, y, x + 70, y + 52), radius=18, fill=DARK)
    for step in range(4):
        for side in (0, 120):
            x, y = 900 + step * 95, 560 + step * 62 + side
            pen.rounded_rectangle((x, y, x + 66, y + 34), radius=12, fill="#8a8071")


def _coin(pen: ImageDraw.ImageDraw, width: int, height: int) -> None:
    pen.rectangle((0, 0, width, height), fill="#2f2c28")
    middle, centre = (width // 2, height // 2), 420
    for ring in range(0, 60, 6):
        shade = 150 + ring
        box = (middle[0] - centre + ring, middle[1] - centre + ring, middle[0] + centre - ring,
               middle[1] + centre - ring)  # fmt: skip
        pen.ellipse(box, fill=(shade, shade, shade - 8))
    horse = [(380, 640), (430, 520), (520, 480), (660, 490), (740, 400), (830, 380), (860, 430), (800, 470),
             (770, 560), (800, 720), (750, 720), (710, 600), (560, 600), (500, 730), (450, 730), (480, 600),
             (410, 660)]  # fmt: skip
    pen.polygon(horse, fill="#7d7d78")


def _cutting(pen: ImageDraw.ImageDraw, width: int, height: int) -> None:
    for y in range(height):
        share = y / height
        pen.line((0, y, width, y), fill=(int(150 + 70 * share), int(180 + 40 * share), int(205 - 5 * share)))
    eye = (width // 2, int(height * 0.42))
    pen.polygon([(0, 200), eye, (520, height), (0, height)], fill="#d9cfb6")
    pen.polygon([(width, 160), eye, (width - 520, height), (width, height)], fill="#c7bca1")
    pen.polygon([eye, (520, height), (width - 520, height)], fill="#8d8676")
    for side in (-1, 1):
        pen.line([eye, (width // 2 + side * 130, height)], fill=DARK, width=9)
    for step in range(1, 16):
        y = eye[1] + int((height - eye[1]) * (step / 15) ** 2)
        reach = int(190 * (y - eye[1]) / (height - eye[1]))
        pen.line((width // 2 - reach, y, width // 2 + reach, y), fill="#5f5546", width=max(2, step))


_PICTURES: Final[Mapping[str, tuple[tuple[int, int], Callable[[ImageDraw.ImageDraw, int, int], None]]]] = {
    "section.png": ((1600, 1000), _section),
    "tomb.png": ((1400, 1000), _tomb),
    "coin.jpg": ((1200, 1200), _coin),
    "cutting.jpg": ((1600, 900), _cutting),
}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--site", choices=("small", "long", "arabic", "chinese", "japanese"), required=True)
    parser.add_argument("--theme", default="", help="one of the themes; the usual one where none is named")
    parser.add_argument("--events", type=int, default=EVENTS, help="how many events the long site has")
    chosen = parser.parse_args(arguments)
    print(write_site(chosen.out, chosen.site, theme=chosen.theme, events=chosen.events))


if __name__ == "__main__":
    main()
