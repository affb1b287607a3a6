"""Python's search for garbage is put off by a command; nothing is kept for good."""

import gc
import weakref

from dateline.litter import left_lying


class Lost:
    """Can hold itself, so that only a search finds it."""

    itself: "Lost"


def test_garbage_of_a_command_is_found_after_it() -> None:
    with left_lying():
        assert not gc.isenabled()
        lost = Lost()
        lost.itself = lost
        told = weakref.ref(lost)
        del lost
        assert told() is not None
    assert gc.isenabled()
    gc.collect()
    assert told() is None
