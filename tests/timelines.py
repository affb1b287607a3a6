"""Timelines made by hand, as they leave reconciliation: what page and format tests render from."""

from dataclasses import replace

from dateline.dates import Anchor, Edtf, Reading
from dateline.model import (
    Citation,
    Correction,
    Disagreement,
    Essay,
    Event,
    Site,
    Source,
    Statement,
    Timeline,
    Value,
    Verification,
    Words,
)
from dateline.problems import Place

SHA = "118d91b40537815e9e161361482d9c798f7e9778f28a2b57ce4d0b21659d4a9b"
SITE = Site(
    title="A rumour, day by day",
    dek="Two companies, one report, and three ways to tell it.",
    url="https://example.org/repo/",
    author="The authors",
    license="CC BY 4.0",
)


def reading(
    edtf: str, stated: str = "", rule: str = "EDTF", *, anchored: bool = False, **more: object
) -> Reading:
    anchor = Anchor(published=Edtf.parse("2026-02-01"), zone="America/New_York", source="ev-com")
    return Reading(
        value=Edtf.parse(edtf),
        stated=stated or edtf,
        rule=rule,
        anchor=anchor if anchored else None,
        **more,
    )


def words(text: str, path: str = "content/events/x.md", line: int = 5) -> Words:
    return Words(text=text, place=Place(path, line, 3))


def cite(
    number: int, source: str, quote: str = "", *, date: tuple[str, Reading] | None = None, **more: object
) -> Citation:
    found = Verification(match="exact", start=10, end=40, sha256=SHA, verified="2026-11-22", fresh=True)
    says = (Statement(field="date", words=words(date[0]), reading=date[1]),) if date else ()
    return Citation(
        source=source,
        place=Place("content/events/x.md", 4, 5),
        number=number,
        quote=words(quote) if quote else None,
        verification=found if quote else None,
        **({"says": says} | more),
    )


def event(id: str, title: str, **more: object) -> Event:
    fields = {"status": "reported", "place": Place(f"content/events/{id}.md"), "body_line": 9}
    return Event(id=id, title=title, **(fields | more))


SATURDAY = reading("2026-01-31", "Saturday", "bare weekday", anchored=True, because="The nearest one back.")
EARLY = reading("2024", "early 2024", "part of a year", part="early")

EV_COM = Source(
    id="ev-com",
    title="Ford and Xiaomi deny it",
    name="EV.com",
    publisher="EV.com",
    url="https://ev.example/deny",
    published=reading("2026-02-01"),
    published_basis="inferred",
    published_because="It says “this Sunday”.",
    timezone="America/New_York",
    derived_from=("Financial Times",),
    place=Place("content/sources/ev-com.md"),
    body="A news report.",
)
EXPLAINER = Source(
    id="explainer",
    title="What is behind the rumour",
    name="Explainer",
    derived_from=("Financial Times",),
    place=Place("content/sources/explainer.md"),
)
UNCITED = Source(id="uncited", title="A text <b>nobody</b> cites", place=Place("content/sources/uncited.md"))

REPORT = event(
    "ft-report",
    "The Financial Times reports talks",
    dek="When it did so is disputed.",
    date=SATURDAY,
    actors=("Financial Times", "Ford"),
    tags=("the report",),
    places=("London",),
    body="It appeared on a Saturday [@ev-com], or [earlier](ford-denies.md) [@explainer].\n\nSo it is said.",
    citations=(
        cite(1, "ev-com", "The Financial Times reported Saturday", date=("Saturday", SATURDAY)),
        cite(2, "explainer", "In early 2024, several media outlets", date=("In early 2024", EARLY)),
        cite(
            3,
            "explainer",
            "according to “people familiar”",
            stance="context",
            speaker="an analyst",
            note="Ours.",
        ),
    ),
    disagreements=(
        Disagreement(
            event="ft-report",
            field="date",
            relation="disagree",
            values=(
                Value(words="Saturday", citations=(1,), sources=("ev-com",), reading=SATURDAY, stands=True),
                Value(words="In early 2024", citations=(2,), sources=("explainer",), reading=EARLY),
            ),
            verdict="error in explainer",
            because="It knows the sales of all 2025.",
            by_editor=True,
        ),
        Disagreement(
            event="ft-report",
            field="outlet",
            relation="compatible",
            values=(
                Value(words="The Financial Times", citations=(1,), sources=("ev-com",), stands=True),
                Value(words="several media outlets", citations=(2,), sources=("explainer",)),
            ),
            verdict="first-hand beats reprint",
            because="",
            by_editor=False,
        ),
    ),
    corrections=(
        Correction(
            date="2026-11-23", was="a Sunday", now="a Saturday", place=Place("content/events/x.md", 3)
        ),
    ),
    aliases=("events/report/",),
)
DENIAL = event(
    "ford-denies",
    "Ford denies it",
    status="confirmed",
    date=reading("2026-02-01", "Sunday", "bare weekday", anchored=True),
    actors=("Ford",),
    body="It said so.",
    citations=(cite(1, "ev-com", "This is false", stance="denies", speaker="Ford"),),
)
PODCAST = event("podcast", "A podcast", date=reading("2024-10", "in October 2024"), actors=("ford",))
TRIP = event("trip", "A trip", date=reading("2024-05-02/2024-05-05", "2–5 May"), tags=("the report",))
VISIT = event("visit", "A visit may follow", status="possible", date=reading("2026-04", "in April"))
CLAIM = event("claim", "A claim that </script><script>alert(1)</script> nobody dates", status="alleged")

TIMELINE = Timeline(
    site=SITE,
    events=(TRIP, PODCAST, REPORT, DENIAL, VISIT, CLAIM),
    sources=(EV_COM, EXPLAINER, UNCITED),
    essays=(
        Essay(
            id="method",
            title="How we worked",
            place=Place("content/pages/method.md"),
            body="We [read](/about/).",
        ),
    ),
    snapshots=(("ev-com", SHA, 3046),),
)
EMPTY = Timeline(site=SITE, events=(), sources=())


def with_events(*events: Event) -> Timeline:
    return replace(TIMELINE, events=events)


def many(count: int) -> tuple[Event, ...]:
    """Events a day apart from 1 January 2024, each with a body and two citations of the same length."""
    return tuple(
        event(
            f"e{n}",
            f"Event number {n}",
            date=reading(f"2024-{n // 28 % 12 + 1:02d}-{n % 28 + 1:02d}"),
            body="Something was said [@ev-com]. And then something else, at more length.",
            citations=(
                cite(1, "ev-com", f"the words number {n} " * 4),
                cite(2, "explainer", "the same " * 9),
            ),
        )
        for n in range(count)
    )
