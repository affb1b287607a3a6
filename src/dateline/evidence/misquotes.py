"""What an author is told about a quotation that could not be verified: one function a fault."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.evidence.lock import RENEW, Lock, LockedCitation
from dateline.evidence.matching import MOST_PLACES, Found, Several, Why, holds
from dateline.evidence.nearest import Nearest
from dateline.evidence.pieces import Fault
from dateline.evidence.searched import Text
from dateline.model import Citation, Snapshot, Words
from dateline.problems import Place, Problem, warning
from dateline.text import FOLDING, visible
from dateline.wordkinds import Kind

CONTEXT = 32
"""Characters of a prefix or suffix that is proposed, as Hypothesis does."""
_LONGEST = 120
"""Characters of a passage that a message quotes whole."""
_NAMED = 3
"""Citations that a message names before it counts the rest."""
_DIFFERS: dict[Kind, str] = {
    "negation": "A negation differs: ",
    "number": "A number differs: ",
    "date": "A date differs: ",
    "name": "A name differs: ",
    "other": "",
}


def absent(
    citation: Citation, quote: Words, near: Nearest | None, elsewhere: Sequence[str], text: Text
) -> Problem:
    """The quotation is not in its source; what is nearest there, and which other source has it."""
    message = f'this quotation is not in source "{citation.source}"'
    hint = f'It stands in source "{elsewhere[0]}": write source: {elsewhere[0]}.' if elsewhere else ""
    if near is None:
        said = f"{message}, nor is anything like it."
        return Problem(quote.place, said, hint or "Check which source it is from.")
    if not near.differences:
        said = f"{message} with this punctuation. {_where(near)}."
        return Problem(quote.place, said, hint or "Copy it as the source has it.")
    said = f'{message}. {_where(near)} — you wrote "{_clipped(near.wrote)}".'
    cure = f"{_DIFFERS[near.kind]}{_to_write(quote, near, text)}"
    return Problem(quote.place, said, hint or f"{cure[0].upper()}{cure[1:]}.")


_BETWEEN: dict[Fault, tuple[str, str]] = {
    "few words": (
        "has fewer than three words beside an elision",
        "Quote at least three of the source's words on each side of it.",
    ),
    "elision": (
        "leaves out what may change the sense, or more than 300 characters",
        "Quote the whole, or cite the parts one by one.",
    ),
    "insertion": (
        "holds [words] that cannot stand for those of the source",
        "Quote the source's own words; yours belong in note.",
    ),
}


def between(citation: Citation, quote: Words, fault: Fault) -> Problem:
    """All that is quoted stands in the source, in order, and what joins it may not."""
    why, hint = _BETWEEN[fault]
    return Problem(
        quote.place, f'the words are in source "{citation.source}", but this quotation {why}.', hint
    )


def cut(citation: Citation, quote: Words, near: Nearest, text: Text) -> Problem:
    """It begins or ends in the middle of a word or a number."""
    end = near.offset + len(near.passage)
    before, after = text.raw[max(0, near.offset - 12) : near.offset], text.raw[end : end + 12]
    whole = visible(f"{before.partition(' ')[2]}{near.passage}{after.rpartition(' ')[0]}")
    return Problem(
        quote.place,
        f'this quotation cuts a word or a number of source "{citation.source}" in two, at character '
        f'{near.offset}: "… {_clipped(whole)} …".',
        "Quote it whole.",
    )


def unpublishable(citation: Citation, quote: Words, why: Why, near: Nearest | None, text: Text) -> Problem:
    """The words are there, but too few, or not where prefix and suffix say."""
    source = citation.source
    if why == "context":
        said = f'this quotation is in source "{source}", but not with this prefix and suffix.'
        return Problem(quote.place, said, f"There, {_surroundings(near, text)}." if near else "")
    return Problem(
        quote.place,
        f'"{_clipped(quote.text)}" is too short to prove anything: it is fewer than three words, and source '
        f'"{source}" does not put it in quotation marks.',
        "Quote more words, or give those before it as prefix.",
    )


def turned_round(citation: Citation, quote: Words, negation: str) -> Problem:
    """A negation right beside the quotation is left out: verbatim, and the opposite."""
    return warning(
        quote.place,
        f'this quotation leaves out the "{negation}" that stands beside it in source "{citation.source}".',
        "Quote it too, or name it in prefix or suffix.",
    )


def several(citation: Citation, quote: Words, found: Several, text: Text) -> Problem:
    """The quotation stands in its source more than once; a prefix that tells the first two apart."""
    offsets = [str(place.start) for place in found.places]
    count = f"at least {MOST_PLACES}" if len(offsets) >= MOST_PLACES else str(len(offsets))
    said = (
        f'this quotation stands {count} times in source "{citation.source}", '
        f"at characters {', '.join(offsets[:-1])} and {offsets[-1]}."
    )
    first, second = (_before(text, place) for place in found.places[:2])
    told_apart = first and second and first != second
    proposal = f'Say which with a prefix: "{first}" or "{second}".'
    return Problem(quote.place, said, proposal if told_apart else "Say which with a prefix or suffix.")


def unsaid(words: Words, source: str, near: Nearest | None) -> Problem:
    """What a citation has its source say is not in it."""
    said = f'"{_clipped(words.text)}" is not in source "{source}".'
    hint = "Give the source's own words; your own belong in note."
    return Problem(words.place, said, f"{_where(near)}. {hint}" if near else hint)


def nobody_vouches(place: Place, source: str, lock: str) -> Problem:
    """No snapshot here, and nothing in the lock."""
    return Problem(
        place,
        f'nothing vouches for this citation: source "{source}" has no snapshot here, '
        f"and {lock} does not hold it.",
        f'Run "dateline snapshot {source} FILE" with a saved copy, then "dateline lock".',
    )


def edited_afresh(place: Place, lock: str) -> Problem:
    """It was edited since it was locked, and its new words do stand in the copy at hand."""
    return warning(place, f"this citation was edited since it was locked: {lock} holds other words.", RENEW)


def edited(place: Place, source: str, lock: str) -> Problem:
    """The author changed the words, and the lock still holds the old ones."""
    return Problem(
        place,
        f"this citation was edited since it was locked: {lock} holds other words.",
        f'Run "dateline lock" where the snapshot of source "{source}" is at hand.',
    )


def changed_copy(lock: Lock, snapshot: Snapshot, failing: Sequence[Place] = ()) -> Problem:
    """The snapshot is not the one that was locked, and what fails in it; told once a source, at its entry."""
    copy = lock.snapshots[snapshot.source]
    said = (
        f'the snapshot of source "{snapshot.source}" changed since it was locked: its SHA-256 begins with '
        f"{snapshot.sha256[:12]}, here it is {copy.sha256[:12]}"
    )
    place = Place(lock.path, copy.line)
    if not failing:
        return Problem(place, f"{said}.", f"Compare it with the source. {RENEW}")
    rest = f" and {len(failing) - _NAMED} more" if len(failing) > _NAMED else ""
    where = f"{', '.join(map(str, failing[:_NAMED]))}{rest}"
    hint = (
        'Put the locked copy back; or, if this one is right, "dateline lock" shows what to correct in each.'
    )
    return Problem(place, f"{said}. These citations fail in it: {where}.", hint)


def extracted_anew(lock: Lock, snapshot: Snapshot) -> Problem:
    """The same copy, of which another version of dateline makes another text; told once a source."""
    copy = lock.snapshots[snapshot.source]
    return warning(
        Place(lock.path, copy.line),
        f'dateline reads the HTML of source "{snapshot.source}" otherwise than when it was locked '
        f"(version {snapshot.extraction}, here {copy.extraction}), so places in it may have moved.",
        f"Its quotations were verified afresh. {RENEW}",
    )


def compared_anew(lock: Lock) -> Problem:
    """Another version of dateline compares in another way; told once."""
    return warning(
        Place(lock.path),
        f"its quotations were found by other rules of comparison (version {lock.folding}, now {FOLDING}), so "
        "places and levels in it may have changed.",
        f"They were verified afresh. {RENEW}",
    )


def moved(place: Place, source: str, entry: LockedCitation, found: Found, lock: str) -> Problem:
    """The lock has another place or level than the snapshot shows, although the copy is the same."""
    return Problem(
        place,
        f'{lock} has this quotation in source "{source}" at characters {entry.start}–{entry.end} '
        f"({entry.match}), but it stands at {found.start}–{found.end} ({found.match}).",
        RENEW,
    )


def broken_entry(place: Place, key: str, lock: str) -> Problem:
    """The lock's entry does not fit its citation, or has no snapshot beside it."""
    return Problem(place, f'{lock} is damaged: its entry "{key}" does not fit this citation.', RENEW)


def _where(near: Nearest) -> str:
    return f'Nearest, at character {near.offset}: "{_around(near)}"'


def _to_write(quote: Words, near: Nearest, text: Text) -> str:
    """The source's words for those that differ, if with them the quotation stands there."""
    typed, wrote, reads = visible(quote.text), visible(near.wrote), visible(near.reads)
    before, _, after = typed.partition(wrote)
    if len(reads) <= _LONGEST and holds(f"{before}{reads}{after}", text):
        return f'write "{reads}"'
    return "copy the words as the source has them"


def _around(near: Nearest) -> str:
    """The passage whole, or the part of it that differs."""
    passage = visible(near.passage)
    return passage if len(passage) <= _LONGEST else _clipped(near.reads or passage)


def _clipped(text: str) -> str:
    plain = visible(text)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"


def _before(text: Text, place: Found) -> str:
    """The words before a passage, as many as a prefix needs."""
    raw = text.raw[max(0, place.start - CONTEXT) : place.start]
    whole = raw if place.start <= CONTEXT else raw.partition(" ")[2] or raw
    return visible(whole.rpartition("\n")[2])


def _surroundings(near: Nearest, text: Text) -> str:
    end = near.offset + len(near.passage)
    before = _before(text, Found("exact", near.offset, end))
    after = visible(text.raw[end : end + CONTEXT].partition("\n")[0]).rpartition(" ")[0]
    stands = (f'"{each}"' if each else "nothing" for each in (before, after))
    return "{} stands before it and {} after it".format(*stands)
