"""Python's search for garbage: a command that makes a site and ends leaves none worth the time."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Python looks for garbage in all that is kept, again and again, and finds none: not meanwhile."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def left_lying() -> Iterator[None]:
    """The same for a command: what it made counts as old, and the program ends without a last look."""
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
    with uncollected():
        yield
        if not gc.get_freeze_count():  # what others froze stays frozen
            gc.freeze()
            gc.unfreeze()  # as old: else the next object that is made sets off a look at all
