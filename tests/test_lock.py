"""Verifying events, with snapshots and by the lock alone: every fault has its own message."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from dateline.evidence import verify
from dateline.evidence.lock import Lock, check, key, renew
from dateline.evidence.lockfile import dump, parse
from dateline.model import Citation, Event, Snapshot, Statement, Words
from dateline.problems import Place
from dateline.text import FOLDING

TEXT = (
    "Ford is not planning to build cars. “This is completely false,” Ford said on Sunday.\n"
    "Xiaomi does not sell its products and services here. Ford said no more, Ford said."
)
DAY = date(2026, 11, 22)


def snapshot(text: str = TEXT, source: str = "wire") -> Snapshot:
    return Snapshot(source=source, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def quoting(quote: str | None, *, source: str = "wire", prefix: str = "", **says: str) -> Event:
    at = Place("content/events/denial.md", 12, 12)
    statements = tuple(
        Statement(field=f, words=Words(text=w, place=Place(at.path, 13, 11))) for f, w in says.items()
    )
    citation = Citation(
        source=source,
        place=Place(at.path, 11, 5),
        quote=Words(text=quote, place=at) if quote is not None else None,
        prefix=prefix,
        says=statements,
        number=1,
    )
    return Event(id="denial", title="Denial", status="denied", place=Place(at.path), citations=(citation,))


def said(event: Event, snapshots: dict[str, Snapshot], lock: Lock | None = None) -> list[str]:
    return [str(problem) for problem in verify(event, snapshots, lock or Lock())[1]]


def locked(*events: Event, text: str = TEXT) -> Lock:
    snapshots = {"wire": snapshot(text)}
    return renew([verify(e, snapshots, Lock())[0] for e in events], snapshots, Lock(), DAY)


AT = "content/events/denial.md:12:12: error: "
FAULTS = [
    (
        "sells no products and services here",
        'this quotation is not in source "wire". Nearest, at character 97: '
        '"not sell its products and services here" — you wrote "sells no". '
        'A negation differs: write "not sell its".',
    ),
    (
        "Xiaomi does not sell its 2 products",
        'this quotation is not in source "wire". Nearest, at character 85: '
        '"Xiaomi does not sell its products" — you wrote "its 2 products". '
        'A number differs: write "its products".',
    ),
    (
        "Ford said on Monday",
        'this quotation is not in source "wire". Nearest, at character 64: "Ford said on Sunday" '
        '— you wrote "Monday". A date differs: write "Sunday".',
    ),
    (
        "Xiaomi does … sell its 2 products",
        'this quotation is not in source "wire". Nearest, at character 85: "Xiaomi does not sell its '
        'products" — you wrote "sell its 2". A negation differs: copy the words as the source has them.',
    ),
    (
        "not planning to build; cars",
        'this quotation is not in source "wire" with this punctuation. '
        'Nearest, at character 8: "not planning to build cars". Copy it as the source has it.',
    ),
    (
        "an orchard opened its gates in spring",
        'this quotation is not in source "wire", nor is anything like it. Check which source it is from.',
    ),
    (
        "Ford said",
        '"Ford said" is too short to prove anything: it is fewer than three words, and source "wire" does '
        "not put it in quotation marks. Quote more words, or give those before it as prefix.",
    ),
]


@pytest.mark.parametrize(("quote", "message"), FAULTS)
def test_a_quotation_that_fails_says_why(quote: str, message: str) -> None:
    event, problems = verify(quoting(quote), {"wire": snapshot()}, Lock())
    assert [str(problem) for problem in problems] == [AT + message]
    assert event.citations[0].verification is None


def test_a_cut_off_negation_is_a_warning_until_it_is_named() -> None:
    cut = quoting("planning to build cars")
    warned = (
        'content/events/denial.md:12:12: warning: this quotation leaves out the "not" that stands beside '
        'it in source "wire". Quote it too, or name it in prefix or suffix.'
    )
    assert said(cut, {"wire": snapshot()}) == [warned]
    assert said(cut, {"wire": snapshot()}, locked(cut)) == [warned]
    assert said(quoting("planning to build cars", prefix="is not"), {"wire": snapshot()}) == []


def test_a_quotation_of_another_source_is_told_where_it_stands() -> None:
    snapshots = {"wire": snapshot("Nothing of the kind stands here."), "other": snapshot(source="other")}
    assert said(quoting("does not sell its products"), snapshots) == [
        AT + 'this quotation is not in source "wire", nor is anything like it. It stands in '
        'source "other": write source: other.'
    ]


def test_a_quotation_found_twice_asks_which() -> None:
    twice = snapshot("He said that he would go. She said that he would go.")
    assert said(quoting("said that he would"), {"wire": twice}) == [
        AT + 'this quotation stands 2 times in source "wire", at characters 3 and 30. '
        'Say which with a prefix: "He" or "He said that he would go. She".'
    ]
    alike = snapshot("said that he would. " * 12)
    assert said(quoting("said that he would"), {"wire": alike})[0].startswith(
        AT + 'this quotation stands at least 10 times in source "wire", at characters 0, 20, 40,'
    )


def test_a_prefix_that_does_not_stand_there_is_told_what_does() -> None:
    assert said(quoting("This is completely false", prefix="he said"), {"wire": snapshot()}) == [
        AT + 'this quotation is in source "wire", but not with this prefix and suffix. '
        'There, "not planning to build cars. “" stands before it and ",” Ford said on" after it.'
    ]


def test_words_that_the_source_does_not_say_are_refused() -> None:
    event = quoting(
        "“This is completely false,”", date="Monday", speaker="Ford", figure="two hundred and ten"
    )
    place = "content/events/denial.md:13:11: error: "
    assert said(event, {"wire": snapshot()}) == [
        place + '"Monday" is not in source "wire". Give the source\'s own words; your own belong in note.',
        place + '"two hundred and ten" is not in source "wire". '
        "Give the source's own words; your own belong in note.",
    ]
    assert said(quoting(None, date="on Sunday"), {"wire": snapshot()}) == []


def test_a_fresh_quotation_is_verified_although_nothing_is_locked() -> None:
    event, problems = verify(quoting("this is completely false"), {"wire": snapshot()}, Lock())
    found = event.citations[0].verification
    assert problems == ()
    assert found is not None
    assert (found.match, found.start, found.end, found.verified, found.fresh) == ("edges", 37, 61, "", True)


def test_a_site_whose_lock_is_missing_or_empty_is_told_so_once() -> None:
    events = [
        verify(quoting(quote), {"wire": snapshot()}, Lock())[0]
        for quote in ("this is completely false", "does not sell its products")
    ]
    empty, _ = parse(dump(Lock()), "citations.lock")
    for lock in (Lock(), empty):
        assert [str(problem) for problem in check(events, lock)] == [
            "citations.lock: warning: the lock holds no quotation yet: all are verified only on this "
            'machine. Run "dateline lock".'
        ]
    assert check([quoting("never verified")], Lock()) == ()


def test_a_citation_that_the_lock_does_not_hold_yet_is_told_where_it_stands() -> None:
    new = verify(quoting("this is completely false"), {"wire": snapshot()}, Lock())[0]
    old = replace(quoting("does not sell its products"), id="older")
    assert [str(problem) for problem in check([new, old], locked(old))] == [
        "content/events/denial.md:12:12: warning: citations.lock does not hold this citation yet. "
        'Run "dateline lock".'
    ]


def test_several_new_citations_are_told_once() -> None:
    new = [
        verify(quoting(quote), {"wire": snapshot()}, Lock())[0]
        for quote in ("this is completely false", "does not sell its products")
    ]
    old = replace(quoting("does not sell its products"), id="older")
    assert [str(problem) for problem in check([*new, old], locked(old))] == [
        'citations.lock: warning: 2 citations are not in the lock yet. Run "dateline lock".'
    ]


def test_a_citation_without_words_needs_no_proof() -> None:
    event = quoting(None)
    assert verify(event, {}, Lock()) == (event, ())
    assert check([event], Lock()) == ()


def test_without_a_snapshot_the_lock_vouches() -> None:
    event = quoting("this is completely false", date="Sunday")
    found = verify(event, {}, locked(event))[0].citations[0].verification
    assert found is not None
    assert (found.match, found.start, found.end) == ("edges", 37, 61)
    assert (found.sha256, found.verified, found.fresh) == (snapshot().sha256, "2026-11-22", False)
    assert said(quoting(None, date="Sunday"), {}, locked(quoting(None, date="Sunday"))) == []


def test_without_a_snapshot_or_an_entry_nothing_vouches() -> None:
    assert said(quoting("this is completely false"), {}) == [
        AT + 'nothing vouches for this citation: source "wire" has no snapshot here, and citations.lock '
        'does not hold it. Run "dateline snapshot wire FILE" with a saved copy, then "dateline lock".'
    ]


EDITED = (
    AT + "this citation was edited since it was locked: citations.lock holds other words. "
    'Run "dateline lock" where the snapshot of source "wire" is at hand.'
)
EDITED_AND_THERE = (
    AT.replace("error", "warning")
    + 'this citation was edited since it was locked: citations.lock holds other words. Run "dateline lock".'
)


def test_an_edited_citation_is_an_error_without_its_copy_and_a_warning_with_it() -> None:
    lock = locked(quoting("This is completely false"))
    edited = quoting("is completely false")
    assert said(edited, {}, lock) == [EDITED]
    assert said(edited, {"wire": snapshot()}, lock) == [EDITED_AND_THERE]
    assert check([edited], lock) == (), "it is told at the quotation, not again at the lock"


def test_a_changed_snapshot_is_told_at_the_lock() -> None:
    event = quoting("This is completely false")
    lock, _ = parse(dump(locked(event)), "citations.lock")
    changed = snapshot(TEXT + " One more word.")
    assert said(event, {"wire": changed}, lock) == [
        'citations.lock:5: error: the snapshot of source "wire" changed since it was locked: its SHA-256 '
        f"begins with {changed.sha256[:12]}, here it is {snapshot().sha256[:12]}. "
        'Compare it with the source. Run "dateline lock".'
    ]


def test_moved_offsets_and_levels_are_errors() -> None:
    event = quoting("This is completely false")
    lock = locked(event)
    name = key("denial", event.citations[0])
    for change in ({"start": 38}, {"end": 60}, {"match": "edges"}, {"start": 0, "end": 0}):
        broken = replace(lock, citations={name: replace(lock.citations[name], **change)})
        assert [message[: len(AT) + 14] for message in said(event, {"wire": snapshot()}, broken)] == [
            AT + "citations.lock"
        ]
    assert said(event, {"wire": snapshot()}, broken) == [
        AT + 'citations.lock has this quotation in source "wire" at characters 0–0 (exact), '
        'but it stands at 37–61 (exact). Run "dateline lock".'
    ]


def test_a_damaged_entry_vouches_for_nothing() -> None:
    event = quoting("This is completely false")
    lock = locked(event)
    name = key("denial", event.citations[0])
    damaged = (
        AT + f'citations.lock is damaged: its entry "{name}" does not fit this citation. Run "dateline lock".'
    )
    assert said(event, {}, replace(lock, snapshots={})) == [damaged]
    other = replace(lock, citations={name: replace(lock.citations[name], source="other")})
    assert said(event, {}, other) == [damaged]
    assert said(event, {"wire": snapshot()}, other) == [damaged]


LOCKED = [
    "This is completely false",
    "this is completely false.",
    "‘This is completely false’",
    "Ford is … planning",
    "Ford is not … cars. “This",
    "[Ford] is not planning to build",
    "Xiaomi does not sell its … here",
]


@pytest.mark.parametrize("quote", LOCKED)
def test_what_was_locked_is_verified_again_as_it_was(quote: str) -> None:
    event = quoting(quote)
    snapshots = {"wire": snapshot()}
    first, problems = verify(event, snapshots, Lock())
    if problems:
        return
    lock = renew([first], snapshots, Lock(), DAY)
    again, problems = verify(event, snapshots, lock)
    found, before = again.citations[0].verification, first.citations[0].verification
    assert problems == ()
    assert found is not None
    assert before is not None
    assert replace(found, verified="", fragment="") == before
    assert found.verified == "2026-11-22"


def test_an_entry_without_a_citation_is_an_orphan() -> None:
    lock, _ = parse(dump(locked(quoting("This is completely false"))), "citations.lock")
    name = next(iter(lock.citations))
    assert [str(problem) for problem in check([], lock)] == [
        f'citations.lock:10: error: no citation belongs to the entry "{name}": it was deleted or edited. '
        'Run "dateline lock", which removes the entry.'
    ]


def test_a_renamed_event_is_known_by_its_citations() -> None:
    event = quoting("This is completely false")
    lock, _ = parse(dump(locked(event)), "citations.lock")
    renamed, _ = verify(replace(event, id="refusal"), {"wire": snapshot()}, lock)
    assert [str(problem) for problem in check([renamed], lock) if problem.severity == "error"] == [
        'citations.lock:10: error: the entries of "denial" belong to "refusal": it was renamed. '
        'Run "dateline lock". If it was published, keep the old address: aliases: [events/denial/].'
    ]


def test_several_orphans_are_told_once_at_the_first() -> None:
    events = [replace(quoting("This is completely false"), id=id) for id in ("a", "b", "c")]
    lock, _ = parse(dump(locked(*events)), "citations.lock")
    name = next(iter(lock.citations))
    assert [str(problem) for problem in check([], lock)] == [
        f'citations.lock:10: error: no citation belongs to the entry "{name}" and 2 more: '
        'they were deleted or edited. Run "dateline lock", which removes the entries.'
    ]


def test_the_key_changes_with_every_word_that_is_vouched_for() -> None:
    base = quoting("a b c", date="d").citations[0]
    others = [
        replace(base, source="x"),
        replace(base, prefix="p"),
        replace(base, suffix="p"),
        quoting("a b C", date="d").citations[0],
        quoting("a b c", date="e").citations[0],
        quoting("a b c", day="d").citations[0],
        quoting(None, date="d").citations[0],
    ]
    assert len({key("denial", each) for each in [base, *others]}) == 8
    assert key("denial", replace(base, note="n", speaker="s", number=9)) == key("denial", base)


def test_the_lock_is_written_and_read_the_same() -> None:
    lock = locked(quoting("This is completely false", date="Sunday"), quoting(None, date="Sunday"))
    text = dump(lock)
    assert parse(text, "citations.lock") == (lock, ())
    assert dump(parse(text, "citations.lock")[0]) == text
    name = key("denial", quoting(None, date="Sunday").citations[0])
    assert text.endswith("\n")
    assert f'[citations."{name}"]\nsource = "wire"\nverified = "2026-11-22"\n' in text
    assert (
        '[snapshots."wire"]\n'
        f'sha256 = "{snapshot().sha256}"\n'
        f"characters = {len(TEXT)}\n"
    ) in text  # fmt: skip


def test_a_citation_more_adds_a_table_and_changes_no_other_line() -> None:
    one = dump(locked(quoting("This is completely false"))).splitlines()
    two = dump(locked(quoting("This is completely false"), quoting("Ford is not planning"))).splitlines()
    assert [line for line in one if line not in two] == []
    assert len(two) - len(one) == 9


def test_the_lock_holds_the_way_to_the_passage_with_the_copy_and_without() -> None:
    event = quoting("this is completely false")
    lock = locked(event)
    for snapshots in ({"wire": snapshot()}, {}):
        verified, problems = verify(event, snapshots, lock)
        assert problems == ()
        found = verified.citations[0].verification
        assert found is not None and found.fragment == "This%20is%20completely%20false"


CHANGES = (
    ("start = 37", "start = 38"),
    ("end = 61", "end = 60"),
    ('match = "exact"', 'match = "edges"'),
    ('fragment = "This', 'fragment = "That'),
    ('verified = "2026-11-22"', 'verified = "2026-11-21"'),
    ('seal = "', 'seal = "0'),
    ("characters = 1", "characters = 2"),
    ('sha256 = "4', 'sha256 = "5'),
)


def test_whatever_is_changed_in_the_lock_breaks_its_seal() -> None:
    good = dump(locked(quoting("This is completely false")))
    for old, new in CHANGES:
        assert old in good
        (problem,) = parse(good.replace(old, new, 1), "citations.lock")[1]
        assert "seal" in problem.message


def test_a_seal_does_not_fit_the_entry_of_another_copy() -> None:
    """Two people's merge: one took a new copy, the other cited the old one."""
    event = quoting("This is completely false")
    ours, theirs = dump(locked(event)), dump(locked(event, text=TEXT + " More."))
    merged = theirs[: theirs.index("[citations")] + ours[ours.index("[citations") :]
    name = key("denial", event.citations[0])
    assert [str(problem) for problem in parse(merged, "citations.lock")[1]] == [
        f'citations.lock:10: error: the entry "{name}" cannot be used: it is not as it was written, '
        'for its seal does not fit. Run "dateline lock".'
    ]


def test_a_lock_in_other_toml_is_read_the_same() -> None:
    lock = locked(quoting("This is completely false", date="Sunday"), quoting(None, date="Sunday"))
    text = dump(lock)
    for other in (text.replace("\n\n", "\n\n\n"), text + "# a remark\n", text.replace(" = ", "=")):
        assert parse(other, "citations.lock") == (lock, ())
    lines = [entry.line for entry in parse(text, "citations.lock")[0].citations.values()]
    assert [text.splitlines()[line - 1][:11] for line in lines] == ["[citations."] * 2
    assert lines == [entry.line for entry in parse(text + "# a remark\n", "x")[0].citations.values()]


def test_a_copy_whose_text_is_taken_from_html_another_way_is_told_once_and_verified_afresh() -> None:
    first, second = quoting("This is completely false"), quoting("does not sell its products", date="Sunday")
    saved = {"wire": replace(snapshot(), extraction=1)}
    lock = renew([verify(e, saved, Lock())[0] for e in (first, second)], saved, Lock(), DAY)
    assert "\nextraction = 1\nseal = " in dump(lock)
    assert parse(dump(lock), "citations.lock") == (lock, ())
    assert parse(dump(lock) + "# a remark\n", "citations.lock") == (lock, ())
    later = {"wire": replace(saved["wire"], text="A caption. " + TEXT, extraction=2)}
    assert [said(event, saved, lock) for event in (first, second)] == [[], []]
    read = parse(dump(lock), "x.lock")[0]
    told = {words for event in (first, second) for words in said(event, later, read)}
    assert told == {
        'x.lock:5: warning: dateline reads the HTML of source "wire" otherwise than when it was locked '
        "(version 2, here 1), so places in it may have moved. "
        'Its quotations were verified afresh. Run "dateline lock".'
    }
    found = verify(first, later, lock)[0].citations[0].verification
    assert found is not None and (found.start, found.fresh, found.verified) == (48, True, "")
    assert said(quoting("no such words are here"), later, lock)[0].startswith(f"{AT}this quotation is not in")
    renewed = renew([verify(first, later, lock)[0]], later, lock, date(2027, 1, 1))
    assert [entry.verified for entry in renewed.citations.values()] == ["2027-01-01"]
    assert said(first, later, renewed) == []


def test_a_quotation_that_cuts_a_number_is_told_as_that() -> None:
    text = "Ford said that it would pay $19 billion for the plant."
    assert said(quoting("it would pay $19"), {"wire": snapshot(text)}) == [
        f'{AT}this quotation cuts a word or a number of source "wire" in two, at character 15: '
        '"… said that it would pay $19 billion …". Quote it whole.'
    ]


def test_a_lock_of_older_rules_of_comparison_is_told_once_and_verified_afresh() -> None:
    event, copies = quoting("This is completely false"), {"wire": snapshot()}
    old = replace(locked(event), folding=1)
    assert said(event, copies, old) == [
        "citations.lock: warning: its quotations were found by other rules of comparison (version 1, now "
        f"{FOLDING}), so places and levels in it may have changed. They were verified afresh. "
        'Run "dateline lock".'
    ]
    assert said(event, {}, old) == []
    assert renew([verify(event, copies, old)[0]], copies, old, DAY).folding == FOLDING
    assert renew([verify(event, {}, old)[0]], {}, old, DAY).folding == 1, "nobody has looked"


def test_a_lock_without_the_copy_vouches_whatever_took_the_text() -> None:
    event, saved = quoting("This is completely false"), {"wire": replace(snapshot(), extraction=1)}
    lock = renew([verify(event, saved, Lock())[0]], saved, Lock(), DAY)
    assert said(event, {}, lock) == []


def test_renewing_adds_the_way_to_the_passage_and_keeps_the_day() -> None:
    event = quoting("This is completely false")
    name = key("denial", event.citations[0])
    full = locked(event)
    old = replace(full, citations={name: replace(full.citations[name], fragment="")})
    snapshots = {"wire": snapshot()}
    assert renew([verify(event, snapshots, old)[0]], snapshots, old, date(2027, 1, 1)) == full


def test_renewing_keeps_the_day_where_nothing_changed() -> None:
    kept, gone = quoting("This is completely false"), quoting("does not sell its products")
    old = locked(kept, gone)
    snapshots = {"wire": snapshot()}
    verified = verify(kept, snapshots, old)[0]
    renewed = renew([verified], snapshots, old, date(2027, 1, 1))
    assert [entry.verified for entry in renewed.citations.values()] == ["2026-11-22"]
    changed = {"wire": snapshot("A new head. " + TEXT)}
    anew = renew([verify(kept, changed, Lock())[0]], changed, old, date(2027, 1, 1))
    assert [(entry.verified, entry.start) for entry in anew.citations.values()] == [("2027-01-01", 49)]


def test_renewing_without_a_snapshot_keeps_the_entry_and_a_failure_has_none() -> None:
    event = quoting("This is completely false")
    old = locked(event)
    assert renew([verify(event, {}, old)[0]], {}, old, date(2027, 1, 1)) == old
    failed = verify(quoting("no such words are here"), {"wire": snapshot()}, old)[0]
    assert renew([failed], {"wire": snapshot()}, old, DAY).citations == {}
    unsaid = verify(quoting(None, date="Friday"), {"wire": snapshot()}, old)[0]
    assert renew([unsaid], {"wire": snapshot()}, old, DAY) == Lock()


def test_a_lock_can_leave_sources_out() -> None:
    lock = locked(quoting("This is completely false"))
    assert lock.without(["wire"]) == Lock()
    assert lock.without(["other"]) == lock


GOOD = dump(locked(quoting("This is completely false")))
ENTRY = 'citations.lock:10: error: the entry "NAME" cannot be used: '
COPY = 'citations.lock:5: error: the entry "snapshots.wire" cannot be used: '
BAD_LOCKS = [
    ("folding = ?", "citations.lock:1:11: error: this is not TOML: Invalid value. "
     'Take it from git again; or, where every copy is at hand, delete it and run "dateline lock".'),
    ("folding", "citations.lock: error: this is not TOML: Expected '=' after a key in a key/value pair "
     '(at end of document). Take it from git again; or, where every copy is at hand, delete it and '
     'run "dateline lock".'),
    (f"<<<<<<< HEAD\n{GOOD}", "citations.lock:1: error: a merge was left unfinished here. "
     'Keep the entries of both sides, then run "dateline lock".'),
    (GOOD.replace(f"folding = {FOLDING}\n", ""),
     'citations.lock: error: the key "folding" must be a whole number, and no more than ' f"{FOLDING}."),
    ("folding = 1\n[citations]\nx = 1\n",
     'citations.lock: error: the entry "x" cannot be used: it is not a table.'),
    (GOOD.replace("start = 37", "start = -1"), ENTRY + 'its "start" cannot be -1.'),
    (GOOD.replace("end = 61\n", ""), ENTRY + 'it lacks "end".'),
    (GOOD.replace("2026-11-22", "2026-11-31"), ENTRY + 'its "verified" cannot be "2026-11-31".'),
    (GOOD.replace('match = "exact"', 'match = "roughly"'), ENTRY + 'its "match" cannot be "roughly".'),
    (GOOD.replace("This%20is", "This is"),
     ENTRY + 'its "fragment" cannot be "This is%20completely%20false".'),
    (GOOD + 'more = "x"\n', ENTRY + '"more" is not known.'),
    (GOOD.replace('source = "wire"', 'source = ""'), ENTRY + 'its "source" cannot be "".'),
    (GOOD.replace("characters", "letters"), COPY + 'it lacks "characters".'),
    (GOOD.replace(snapshot().sha256, "x"), COPY + 'its "sha256" cannot be "x".'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BAD_LOCKS, ids=range(len(BAD_LOCKS)))
def test_a_bad_lock_says_what_is_wrong_and_where(text: str, message: str) -> None:
    name = key("denial", quoting("This is completely false").citations[0])
    assert [str(problem) for problem in parse(text, "citations.lock")[1]] == [
        message.replace("NAME", name) + ("" if message.endswith('lock".') else ' Run "dateline lock".')
    ]


def test_a_citation_of_words_alone_is_locked_too() -> None:
    event = quoting(None, date="Sunday")
    lock = locked(event)
    assert [entry.match for entry in lock.citations.values()] == [None]
    assert verify(event, {"wire": snapshot()}, lock) == (event, ())
    assert renew([event], {"wire": snapshot()}, lock, date(2027, 1, 1)) == lock
