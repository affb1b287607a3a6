"""Sources and quotations as other people's programs have them, read by other people's programs."""

import json
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import html5lib
import jsonschema
import msgspec_schemaorg.models as models
import pytest
import rispy
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import BibliographyData, parse_string
from pybtex.richtext import Text

from dateline.dates import read_stated
from dateline.formats import bibtex, coins, csl, jsonld, ris, webannotations
from dateline.formats.reference import When, when
from dateline.model import Event, Source, Timeline
from dateline.pages import plan
from dateline.records.source_types import CSL_TYPES
from dateline.render import render_site
from timelines import EMPTY, EV_COM, EXPLAINER, REPORT, SHA, TIMELINE, cite, event, with_events

ODD = replace(
    EXPLAINER,
    id="odd",
    title='100 % of {Ford} & "Xiaomi" _#1_ ~ C:\\cars^2 for $5: naïve, “Über”',
    author="Jane Doe and Sons",
    publisher="The A & B Post",
    name="A&B",
    url="https://a.example/x_y?p=1&q=%20{z}#top",
    archived_url="https://archive.example/1",
    published=read_stated("2026-02~"),
    accessed="2026-11-22",
    type="post-weblog",
)
BROKEN = replace(EV_COM, id="broken", title="A title\nER  - \n@misc{x,\x00 y}", author="A\u2028B")


def of(*sources: Source) -> Timeline:
    return replace(TIMELINE, sources=sources)


DATES = [
    ("2026-02-01", When(parts=((2026, 2, 1),))),
    ("2026-02", When(parts=((2026, 2),))),
    ("2026", When(parts=((2026,),))),
    ("2026-02-02T09:30Z", When(parts=((2026, 2, 2),))),
    ("2026-02-01/2026-02-03", When(parts=((2026, 2, 1), (2026, 2, 3)))),
    ("2026-02~", When(parts=((2026, 2),), circa=True, literal="c. February 2026")),
    ("2026?", When(parts=((2026,),), circa=True, literal="possibly 2026")),
    ("2026-21", When(parts=((2026,),), season=1, literal="spring 2026")),
    ("2026-24", When(parts=((2026,),), season=4, literal="winter 2026–27")),
    ("2024-33", When(parts=((2024,),), circa=True, literal="first quarter of 2024")),
    ("early 2024", When(parts=((2024,),), literal="early 2024")),
    ("[2026-02-02..2026-02-06]",
     When(parts=((2026, 2),), circa=True, literal="between 2 February 2026 and 6 February 2026")),
    ("[2026-02-01..]", When(literal="1 February 2026 or later")),
    ("2026-02-01/..", When(literal="since 1 February 2026")),
    ("199X", When(literal="1990s")),
    ("-0043", When(literal="44 BCE")),
    ("2024-XX-05", When(parts=((2024,),), circa=True, literal="2024-XX-05")),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "expected"), DATES, ids=[edtf for edtf, _ in DATES])
def test_a_date_is_never_more_exact_than_it_is_known(edtf: str, expected: When) -> None:
    assert when(read_stated(edtf), "day-month") == expected


_TEXT = {"type": "string", "minLength": 1}
_PARTS = {
    "type": "array",
    "minItems": 1,
    "maxItems": 2,
    "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
}
_CSL_DATE = {
    "type": "object",
    "properties": {
        "date-parts": _PARTS,
        "season": {"enum": [1, 2, 3, 4]},
        "circa": {"const": True},
        "literal": _TEXT,
    },
    "additionalProperties": False,
    "minProperties": 1,
}
CSL_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": _TEXT,
            "type": {"enum": [type for type in CSL_TYPES if type != "event"]},
            "author": {
                "type": "array",
                "items": {
                    "properties": {"literal": _TEXT},
                    "required": ["literal"],
                    "additionalProperties": False,
                },
            },
            "issued": _CSL_DATE,
            "accessed": _CSL_DATE,
            **dict.fromkeys(
                ("title", "container-title", "publisher", "URL", "archive_location", "language"), _TEXT
            ),
            "custom": {"type": "object"},
        },
        "required": ["id", "type", "title"],
        "additionalProperties": False,
    },
}
"""What CSL-JSON 1.0.2 asks of the fields that we use, and stricter: nothing is empty."""


@pytest.mark.parametrize("timeline", [TIMELINE, EMPTY, of(ODD, BROKEN)], ids=["full", "empty", "odd"])
def test_the_sources_are_csl_json(timeline: Timeline) -> None:
    items = json.loads(csl.write(timeline))
    jsonschema.validate(items, CSL_SCHEMA, cls=jsonschema.Draft202012Validator)
    assert [item["id"] for item in items] == [source.id for source in timeline.sources]


def test_a_type_that_the_official_schema_lacks_is_written_as_one_that_it_has() -> None:
    assert csl.items(of(replace(EV_COM, type="event")))[0]["type"] == "document"
    assert csl.items(of(replace(EV_COM, type="speech")))[0]["type"] == "speech"


def test_a_citation_processor_prints_every_source() -> None:
    items = [{k: v for k, v in item.items() if k != "custom"} for item in csl.items(of(ODD, EV_COM))]
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Cited([CitationItem(item["id"])]))
    odd, plain = map(str, bibliography.bibliography())
    assert odd.startswith("Jane Doe and Sons (2026) “100 % of {Ford}")
    assert plain.startswith("EV.com (2026) “Ford and Xiaomi deny it”, EV.com, 1 February.")


def test_what_csl_has_no_field_for_is_kept_beside() -> None:
    odd = csl.items(of(ODD))[0]
    assert odd["custom"] == {
        "page": "https://example.org/repo/sources/odd/",
        "issued-edtf": "2026-02~",
        "issued-basis": "unknown",
    }
    assert odd["accessed"] == {"date-parts": [[2026, 11, 22]]}
    assert csl.items(of(EXPLAINER))[0]["custom"] == {"page": "https://example.org/repo/sources/explainer/"}


def bibliography_of(timeline: Timeline) -> BibliographyData:
    return parse_string(bibtex.write(timeline), "bibtex")


def test_pybtex_reads_every_source() -> None:
    entries = bibliography_of(of(ODD, EV_COM, BROKEN)).entries
    assert list(entries) == ["odd", "ev-com", "broken"]
    plain = entries["ev-com"]
    assert (plain.type, plain.fields["journal"], plain.fields["year"], plain.fields["month"]) == (
        "article",
        "EV.com",
        "2026",
        "February",
    )
    assert plain.fields["date"] == "2026-02-01"
    odd = entries["odd"]
    assert odd.type == "misc"
    assert odd.fields["url"] == "https://a.example/x_y?p=1&q=%20%7Bz%7D#top"
    assert (odd.fields["date"], odd.fields["urldate"]) == ("2026-02~", "2026-11-22")
    assert odd.fields["note"] == "Published: c. February 2026"


UNKNOWN_TO_PYBTEX = (
    (r"\textbraceleft ", "{"),
    (r"\textbraceright ", "}"),
    (r"\textasciicircum ", "^"),
    (r"\$", "$"),
)


def test_a_title_and_a_name_come_out_of_bibtex_as_they_went_in() -> None:
    odd = bibliography_of(of(ODD)).entries["odd"]
    assert str(Text.from_latex(odd.fields["howpublished"])) == "A&B"
    title = str(Text.from_latex(odd.fields["title"]))
    for written, sign in UNKNOWN_TO_PYBTEX:
        title = title.replace(written, sign)
    assert title == ODD.title
    assert [str(person) for person in odd.persons["author"]] == ["{Jane Doe and Sons}"]


def test_rispy_reads_every_source() -> None:
    odd, plain, broken = rispy.loads(ris.write(of(ODD, EV_COM, BROKEN)))
    assert (plain["type_of_reference"], plain["id"], plain["secondary_title"]) == ("NEWS", "ev-com", "EV.com")
    assert (plain["year"], plain["date"], plain["urls"]) == ("2026", "2026/02/01/", [EV_COM.url])
    assert odd["title"] == ODD.title
    assert odd["authors"] == ["Jane Doe and Sons"]
    assert odd["date"] == "2026/02//c. February 2026"
    assert odd["access_date"] == "2026/11/22/"
    assert broken["title"] == "A title ER - @misc{x, y}"
    undated, span = (replace(EV_COM, published=read_stated(d)) for d in ("199X", "2026-02-01/2026-02-03"))
    first, second = rispy.loads(ris.write(of(undated, span)))
    assert "year" not in first and first["date"] == "///1990s"
    assert second["date"] == "2026/02/01/2026-02-01–2026-02-03"


def spans(html: bytes) -> list[dict[str, str]]:
    """What a reader of COinS finds on a page."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    found = [span.get("title") for span in tree.iter("span") if "Z3988" in (span.get("class") or "").split()]
    return [
        {key: values[0] for key, values in parse_qs(title, strict_parsing=True).items()} for title in found
    ]


def test_a_source_is_a_context_object() -> None:
    assert parse_qs(coins.context_object(ODD, "day-month"), strict_parsing=True) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"],
        "rft.type": ["blogPost"],
        "rft.title": [ODD.title],
        "rft.au": ["Jane Doe and Sons"],
        "rft.source": ["A&B"],
        "rft.publisher": ["The A & B Post"],
        "rft.date": ["c. February 2026"],
        "rft.identifier": [ODD.url],
        "rft.language": ["en"],
    }
    assert coins.context_object(ODD, "day-month").endswith("&rft.type=blogPost"), "Zotero reads in order"
    assert "+" not in coins.context_object(ODD, "day-month"), "some readers do not take it for a space"


def test_a_page_holds_each_source_that_it_cites_once() -> None:
    files, problems = render_site(TIMELINE, plan(TIMELINE)[0])
    assert problems == ()
    on_event, on_source = (
        spans(files["events/ft-report/index.html"]),
        spans(files["sources/ev-com/index.html"]),
    )
    assert [span["rft.title"] for span in on_event] == [EV_COM.title, EXPLAINER.title]
    assert [span["rft.identifier"] for span in on_source] == [EV_COM.url]
    assert spans(files["index.html"]) == []


def test_a_page_leads_to_the_passage_where_the_source_is_public() -> None:
    way = "The%20Financial%20Times%20reported%20Saturday"
    citations = tuple(
        replace(each, verification=each.verification and replace(each.verification, fragment=way))
        for each in REPORT.citations
    )
    timeline = with_events(replace(REPORT, citations=citations))
    files, _ = render_site(timeline, plan(timeline)[0])
    in_data = [each["passage"] for each in json.loads(files["data/timeline.json"])["events"][0]["citations"]]
    assert in_data == [f"https://ev.example/deny#:~:text={way}", None, None]
    for path in ("events/ft-report/index.html", "sources/ev-com/index.html"):
        tree = html5lib.parse(files[path], namespaceHTMLElements=False)
        links = [a for a in tree.iter("a") if a.get("class") == "passage"]
        assert [a.get("href") for a in links] == [f"https://ev.example/deny#:~:text={way}"]
        assert "".join(links[0].itertext()) == "See it in place at EV.com"


_IRI = {"type": "string", "pattern": r"^(https?://|ni:///)\S+$"}
_PURPOSE = {"enum": ["linking", "describing", "classifying", "identifying", "commenting"]}
_QUOTE = {
    "properties": {"type": {"const": "TextQuoteSelector"}, "exact": _TEXT, "prefix": _TEXT, "suffix": _TEXT},
    "required": ["type", "exact"],
    "additionalProperties": False,
}
_COUNT = {"type": "integer", "minimum": 0}
_POSITION = {
    "properties": {"type": {"const": "TextPositionSelector"}, "start": _COUNT, "end": _COUNT},
    "required": ["type", "start", "end"],
    "additionalProperties": False,
}


def one_or_more(shape: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [shape, {"type": "array", "minItems": 2, "items": shape}]}


_RESOURCE = {
    "type": "object",
    "properties": {"id": _IRI, "type": {"const": "Text"}, "language": _TEXT},
    "required": ["id"],
    "additionalProperties": False,
}
_BODY = {
    "oneOf": [
        {
            "properties": {
                "type": {"const": "TextualBody"},
                "value": _TEXT,
                "purpose": _PURPOSE,
                "format": {"const": "text/plain"},
                "language": _TEXT,
            },
            "required": ["type", "value"],
            "additionalProperties": False,
        },
        {
            "properties": {"type": {"const": "SpecificResource"}, "source": _IRI, "purpose": _PURPOSE},
            "required": ["type", "source"],
            "additionalProperties": False,
        },
    ]
}
_TARGET = {
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": _RESOURCE,
        "selector": one_or_more({"oneOf": [_QUOTE, _POSITION]}),
    },
    "required": ["type", "source"],
    "additionalProperties": False,
}
_ANNOTATION = {
    "properties": {
        "id": _IRI,
        "type": {"const": "Annotation"},
        "motivation": {"const": "linking"},
        "body": {"type": "array", "items": _BODY, "minItems": 1},
        "target": one_or_more({"type": "object", **_TARGET}),
    },
    "required": ["id", "type", "target"],
    "additionalProperties": False,
}
ANNOTATIONS_SCHEMA = {
    "type": "object",
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _IRI,
        "type": {"const": "AnnotationCollection"},
        "label": _TEXT,
        "total": _COUNT,
        "first": {
            "properties": {
                "id": _IRI,
                "type": {"const": "AnnotationPage"},
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": _ANNOTATION, "minItems": 1},
            },
            "required": ["id", "type", "items"],
            "additionalProperties": False,
        },
    },
    "required": ["@context", "id", "type", "total"],
    "additionalProperties": False,
}
"""The Web Annotation Data Model (W3C Recommendation, 2017), sections 3 to 5, as far as we use it."""


def annotations_of(*events: Event) -> list[Any]:
    collection = json.loads(webannotations.write(with_events(*events)))
    items: list[Any] = collection["first"]["items"]
    return items


@pytest.mark.parametrize("timeline", [TIMELINE, EMPTY], ids=["full", "empty"])
def test_the_quotations_are_a_collection_of_web_annotations(timeline: Timeline) -> None:
    collection = json.loads(webannotations.write(timeline))
    jsonschema.validate(collection, ANNOTATIONS_SCHEMA, cls=jsonschema.Draft202012Validator)
    assert collection["total"] == len(collection.get("first", {}).get("items", []))
    assert ("first" in collection) == bool(timeline.events)


def test_an_annotation_says_what_bears_on_what_and_who_says_it() -> None:
    first, _, third = annotations_of(REPORT)
    assert first["id"] == "https://example.org/repo/events/ft-report/#c1"
    published, copy = first["target"]
    assert published["source"]["id"] == EV_COM.url
    assert published["selector"] == {
        "type": "TextQuoteSelector",
        "exact": "The Financial Times reported Saturday",
    }
    digest = copy["source"]["id"].removeprefix("ni:///sha-256;")
    assert urlsafe_b64decode(digest + "=").hex() == SHA
    assert copy["selector"][1] == {"type": "TextPositionSelector", "start": 10, "end": 40}
    said = {body["purpose"]: body.get("value", body.get("source")) for body in third["body"]}
    assert said["linking"] == "https://example.org/repo/events/ft-report/"
    assert (said["describing"], said["identifying"]) == (REPORT.title, "an analyst")
    assert (said["classifying"], said["commenting"]) == ("context", "Ours.")


def test_only_what_was_verified_is_annotated() -> None:
    unverified = replace(cite(2, "ev-com", "never found"), verification=None)
    both = event("x", "X", citations=(cite(1, "ev-com", "This is false"), unverified, cite(3, "ev-com")))
    assert [item["id"][-2:] for item in annotations_of(both)] == ["c1"]


def test_words_that_do_not_stand_together_are_no_quote_selector() -> None:
    plain = cite(1, "ev-com", "This … is false")
    assert plain.verification is not None
    elided = replace(plain, verification=replace(plain.verification, match="elided"))
    (made,) = annotations_of(event("x", "X", citations=(elided,)))
    published, copy = made["target"]
    assert "selector" not in published
    assert copy["selector"]["type"] == "TextPositionSelector"


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node of a document of linked data."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


DOCUMENTS = {
    "site": jsonld.site(TIMELINE),
    "source": jsonld.source(EV_COM, TIMELINE),
    **{record.id: jsonld.event(record, TIMELINE) for record in TIMELINE.events},
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_linked_data_uses_the_words_of_schema_org(document: dict[str, Any]) -> None:
    typed = [node for node in nodes(document) if "@type" in node]
    assert typed
    for node in typed:
        known = set(getattr(models, str(node["@type"])).__struct_encode_fields__)
        assert node.keys() - known - {"@context", "@id"} == set(), node["@type"]


def test_nothing_is_rated() -> None:
    used = {node.get("@type") for document in DOCUMENTS.values() for node in nodes(document)}
    assert {"Claim", "Event", "Quotation", "CorrectionComment", "Dataset"} <= used
    assert not used & {"ClaimReview", "Rating", "Review"}


HAPPENINGS = [
    ("2026-01-31", {"startDate": "2026-01-31"}),
    ("2026-01", {"startDate": "2026-01"}),
    ("2026-02-01/2026-02-03", {"startDate": "2026-02-01", "endDate": "2026-02-03"}),
    ("2026-02-01/..", {}),
    ("2026~", {}),
    ("199X", {}),
    ("2026-21", {}),
    ("-0043", {}),
]


@pytest.mark.parametrize(("edtf", "dates"), HAPPENINGS)
def test_a_happening_is_dated_as_exactly_as_it_is_known(edtf: str, dates: dict[str, str]) -> None:
    made: Any = jsonld.event(event("x", "X", date=read_stated(edtf), places=("London",)), TIMELINE)
    assert made["about"] == [
        {"@type": "Event", "name": "X", "location": [{"@type": "Place", "name": "London"}], **dates}
    ]
    assert made["temporalCoverage"] == edtf


def test_the_whole_covers_the_time_of_all_events() -> None:
    made: Any = jsonld.site(TIMELINE)
    assert made["hasPart"]["temporalCoverage"] == "2024-05-02/2026-04-30"
    since = event("x", "X", date=read_stated("2027-02-01/.."))
    opened: Any = jsonld.site(with_events(REPORT, since))
    assert opened["hasPart"]["temporalCoverage"] == "2026-01-31/.."
    whenever = event("y", "Y", date=read_stated("../2028"))
    assert "temporalCoverage" not in jsonld.site(with_events(since, whenever))["hasPart"]
    assert "temporalCoverage" not in jsonld.site(EMPTY)["hasPart"]


def test_a_quotation_leads_to_its_passage() -> None:
    plain = cite(1, "ev-com", "This is false")
    assert plain.verification is not None
    locked = replace(plain, verification=replace(plain.verification, fragment="This%20is%20false"))
    made: Any = jsonld.event(event("x", "X", citations=(locked,)), TIMELINE)
    assert made["citation"][0]["url"] == "https://ev.example/deny#:~:text=This%20is%20false"
    assert made["citation"][0]["@id"] == "https://example.org/repo/events/x/#c1"
