"""Turns the records of a site into what its pages show of them."""

from __future__ import annotations

from collections.abc import Iterable

from dateline import addresses, overview
from dateline.dates import DateOrder, Edtf, Reading, label
from dateline.evidence import fragments
from dateline.filters import wears_marks
from dateline.kept import Kept, same
from dateline.model import Citation, Disagreement, Event, Source, Value
from dateline.pages.dateviews import DateView, excludes, machine_form, moments, rival_values, same_date
from dateline.pages.meanings import MATCH_SHORT, MATCH_WORDS, STANCE_WORDS
from dateline.pages.views import CitationView, DisagreementView, EventView, ValueView
from dateline.reconcile.weighing import choice, is_remark, ruling
from dateline.tongue import ENGLISH, Tongue, spaced


class Desk:
    """Turns records into views; knows the site's sources, its language and its order of day and month."""

    def __init__(
        self, sources: Iterable[Source], order: DateOrder, tongue: Tongue = ENGLISH, kept: Kept | None = None
    ) -> None:
        self.sources = {source.id: source for source in sources}
        self.order: DateOrder = order
        self.tongue = tongue
        self.kept = kept or Kept()
        self.key = same(self.kept.value((self.kept.token(*self.sources.values()), order, tongue)))
        """Of all that a view is made of beside its record."""
        self._seen: dict[int, tuple[Event, EventView]] = {}

    def event(self, event: Event) -> EventView:
        """One event with all its citations and disagreements, made once for all pages that show it."""
        found = self._seen.get(id(event))
        if found is None:
            view = self.kept.under((EventView, same(event), self.key), lambda: self._event(event))
            found = self._seen[id(event)] = (event, view)
        return found[1]

    def label(self, date: Edtf | Reading, *, short: bool = False) -> str:
        """A date in the words of the site's language."""
        return label(date, order=self.order, short=short, locale=self.tongue.language)

    def language(self, id: str) -> str:
        """The language of a source, where its file says which."""
        source = self.sources.get(id)
        return source.language if source and "language" in dict(source.typed) else ""

    def points(self, event: Event) -> str:
        """On which fields, except the date, its sources exclude each other; empty where on none."""
        fields = [d.field for d in event.disagreements if d.relation == "disagree" and d.field != "date"]
        named = self.tongue.listed(map(self.tongue.field, fields))
        return self.tongue.gettext("Sources disagree on %(fields)s", fields=named) if fields else ""

    def _event(self, event: Event) -> EventView:
        return EventView(
            id=event.id,
            title=event.title,
            target=addresses.event(event.id),
            status=event.status,
            dek=event.dek,
            date=self.event_date(event),
            rivals=self._rivals(event),
            ruler=overview.ruler(
                event.date,
                [v.reading for v in rival_values(event) if v.reading and excludes(v.reading, event.date)],
            ),
            citations=tuple(self.citation(citation, event.date) for citation in event.citations),
            disagreements=tuple(self.disagreement(found, event) for found in event.disagreements),
            actors=tuple((name, addresses.actor(name)) for name in event.actors),
            tags=tuple((name, addresses.tag(name)) for name in event.tags),
            places=event.places,
            points=self.points(event),
        )

    def date(
        self, reading: Reading, *, words: str = "", language: str = "", note: str = "", sources: str = ""
    ) -> DateView:
        """A reading, with the words it came from where they say something that the label does not."""
        text = self.label(reading)
        shown = moments(reading, text)
        return DateView(
            label=text,
            edtf=machine_form(reading, shown),
            moments=shown,
            words="" if _same(words, text) or _same(words, str(reading.value)) else words,
            language=language,
            note=note,
            sources=sources,
        )

    def event_date(self, event: Event) -> DateView:
        """The one date that the timeline goes by, or that there is none."""
        if event.date is None:
            said = next((citation for citation in event.citations if _date_words(citation)), None)
            return DateView(
                label=self.tongue.gettext("undated"),
                edtf="",
                moments=(),
                words=_date_words(said) if said else "",
                language=self.language(said.source) if said else "",
                note=self.tongue.gettext("words that name no date") if said else "",
            )
        words, source = _words_behind(event)
        by_editor = not words and event.stated_date is not None
        note = self.tongue.gettext("the editor’s reading") if by_editor else ""
        return self.date(event.date, words=words, language=self.language(source), note=note)

    def day(self, edtf: str) -> str:
        """A date that we wrote ourselves (a lock's, a correction's), as a reader reads it."""
        return self.label(Edtf.parse(edtf)) if edtf else ""

    def _rivals(self, event: Event) -> tuple[DateView, ...]:
        values = rival_values(event)
        return tuple(self._value_date(value) for value in values)

    def _value_date(self, value: Value) -> DateView:
        names = dict.fromkeys(self.name(id) for id in value.sources)
        holders = self.tongue.listed(names, ",") or self.tongue.gettext("the editor")
        language = self.language(value.sources[0]) if value.sources else ""
        if value.reading is None:
            return DateView(label=value.words, edtf="", moments=(), sources=holders)
        words = value.words if value.sources else ""
        return self.date(value.reading, words=words, language=language, sources=holders)

    def name(self, id: str) -> str:
        """The label of a source; its id where there is no such source."""
        return self.sources[id].label if id in self.sources else id

    def citation(self, citation: Citation, standing: Reading | None) -> CitationView:
        """One citation with its verification in words."""
        source = self.sources.get(citation.source)
        found = citation.verification
        quote = citation.quote.text if citation.quote else ""
        return CitationView(
            number=citation.number,
            source=self.name(citation.source),
            source_id=citation.source,
            target=addresses.source(citation.source),
            url=source.url if source else "",
            passage=fragments.passage(citation, source),
            quote=quote,
            language=self.language(citation.source),
            raw=wears_marks(quote),
            speaker=citation.speaker,
            stance=citation.stance,
            stance_words=self.tongue.gettext(STANCE_WORDS[citation.stance]),
            says=tuple((spaced(s.field), s.words.text) for s in citation.says if s.field != "date"),
            date_words=_date_words(citation),
            dates_event=any(same_date(said.reading, standing) for said in citation.says),
            is_rival=any(excludes(said.reading, standing) for said in citation.says),
            note=citation.note,
            match=self.tongue.gettext(MATCH_WORDS[found.match]) if found else "",
            match_short=self.tongue.gettext(MATCH_SHORT[found.match]) if found else "",
            verified=self.day(found.verified) if found else "",
            fresh=bool(found and found.fresh),
        )

    def disagreement(self, found: Disagreement, event: Event) -> DisagreementView:
        """One disputed field, value by value."""
        field, tongue = self.tongue.field(found.field), self.tongue
        verdict, because = ruling(found, tongue, self.name)
        return DisagreementView(
            field=found.field,
            field_words=field,
            heading=tongue.gettext("Worded differently: %(field)s", field=field)
            if found.relation == "compatible"
            else tongue.gettext("Sources disagree on %(fields)s", fields=field),
            relation=found.relation,
            values=tuple(self._value(value, event) for value in found.values),
            verdict=verdict,
            because=because,
            by_editor=found.by_editor,
            is_remark=is_remark(found),
            chosen=choice(found, self.event_date(event).label if found.field == "date" else "", tongue),
            event=event.id,
            event_title=event.title,
            target=addresses.event(event.id),
        )

    def _value(self, value: Value, event: Event) -> ValueView:
        numbers = {citation.number: citation.source for citation in event.citations}
        cited = {numbers[n]: n for n in reversed(value.citations) if n in numbers}
        page = addresses.event(event.id)
        return ValueView(
            words=value.words,
            language=self.language(value.sources[0]) if value.sources else "",
            raw=wears_marks(value.words),
            holders=tuple(
                (self.name(id), addresses.source(id), f"{page}#c{cited[id]}" if id in cited else page)
                for id in dict.fromkeys(value.sources)
            ),
            date=self.date(value.reading) if value.reading else None,
            stands=value.stands,
        )


def _same(words: str, other: str) -> bool:
    return words.casefold().strip() == other.casefold().strip()


def _date_words(citation: Citation) -> str:
    return next((said.words.text for said in citation.says if said.field == "date"), "")


def _words_behind(event: Event) -> tuple[str, str]:
    """The words of the first source whose reading is the one that stands, and its id; empty for our own."""
    for citation in event.citations:
        for said in citation.says:
            if same_date(said.reading, event.date):
                return said.words.text, citation.source
    return "", ""
