"""What one build worked out and the next of the same process may use: never anything else than it would find.

A result is kept under *all* that it was made of. Nothing is ever declared stale: what is made of something
else has another key, and what a build did not ask for is forgotten after it.

Frozen records that were kept are the same objects in the next build, so they are told apart by being others
(`same`), without looking into them. What was read anew is another record, even where it is equal.

Beware: a `Tongue.catalogue` has `compare=False`; the tongue's edition stands for it in every key.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from io import BytesIO
from operator import attrgetter
from types import MappingProxyType, MethodType
from typing import Any, Final, TypeVar, cast

Made = TypeVar("Made")


def same(value: object) -> Hashable:
    """A key that only this very object has; for values that never change.

    A bound method is compared and hashed by the identity of what it is bound to (since Python 3.8), which it
    holds, so that no other object can come to have its identity; and it is compared in C.
    """
    return value if value is None else MethodType(same, value)


class Kept:
    """Results of this build and of the one before; for functions of their arguments alone."""

    def __init__(self) -> None:
        self._found: dict[Hashable, _Entry] = {}
        self._build = 0

    def under(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives; `key` must hold all that it depends on, and a name of its own."""
        entry = self._found.get(key)
        if entry is None:
            entry = self._found[key] = _Entry(make())
        entry.build = self._build
        return cast(Made, entry.value)

    def once(self, make: Callable[..., Made], *made_of: Hashable) -> Made:
        """`make(*made_of)`, or what it gave in this build or the last."""
        return self.under((make, *made_of), lambda: make(*made_of))

    def of(self, make: Callable[..., Made], *made_of: object) -> Made:
        """`make(*made_of)`, or what it gave for these very objects."""
        return self.under((make, *map(same, made_of)), lambda: make(*made_of))

    def each(
        self, make: Callable[..., Made], items: Iterable[tuple[object, ...]], *made_of: Hashable
    ) -> list[Made]:
        """`make(*item)` for each item, or what it gave for the same one: for the many records of a timeline.

        Texts in an item are compared, all else is told apart by identity. `made_of` holds what `make` depends
        on beside them, and a name of its own. What a build's first call leaves out is forgotten.
        """
        key = (Kept.each, *made_of)
        entry = self._found.get(key)
        before: dict[tuple[object, ...], tuple[object, Made]] = cast(Any, entry.value) if entry else {}
        now = dict(before) if entry and entry.build == self._build else {}
        found: list[Made] = []
        for item in items:
            # What is kept holds the item, so none but its parts can have their ids.
            name = tuple([part if type(part) is str else id(part) for part in item])
            now[name] = held = now.get(name) or before.get(name) or (item, make(*item))
            found.append(held[1])
        self._found[key] = entry = _Entry(now)
        entry.build = self._build
        return found

    def token(self, *made_of: object) -> object:
        """The same key as long as these are the same objects; so that many are looked at once."""
        # The entry holds the objects, so none but they can have their ids.
        return self.under((Kept.token, *map(id, made_of)), lambda: (object(), made_of))[0]

    def value(self, value: Made) -> Made:
        """The equal value of before, where there is one: what looks at identity sees that nothing changed."""
        return self.under((Kept.value, cast(Hashable, value)), lambda: value)

    def turn(self, *, whole: bool) -> None:
        """End a build; after one that did not run to its end (`whole` is False), what it left out is kept."""
        if whole:
            for key in [key for key, entry in list(self._found.items()) if entry.build != self._build]:
                del self._found[key]
        self._build += 1


class _Entry:
    """What was made, and by which build it was last asked for."""

    __slots__ = ("build", "value")

    def __init__(self, value: object) -> None:
        self.value = value
        self.build = 0


def digest(*values: object) -> bytes:
    """The same for values that cannot be told apart, and for no others; all must be picklable."""
    written = BytesIO()
    _Writer(written, protocol=5).dump(values)
    return blake2b(written.getbuffer(), digest_size=20).digest()


Reader = Callable[[object], tuple[object, ...]]


class _Writer(pickle.Pickler):
    """Pickles for comparing alone: of a dataclass its type and all its fields, in half the usual time."""

    def reducer_override(self, value: object) -> Any:  # pickle's union of tuples has no name
        """How to write a value that pickle has no form of its own for."""
        kind = type(value)
        if kind is MappingProxyType:
            return dict, (dict(cast(Mapping[object, object], value)),)
        if kind not in _READERS:
            _READERS[kind] = _reader_of(kind)
        read = _READERS[kind]
        return NotImplemented if read is None else (kind, read(value))


_READERS: Final[dict[type, Reader | None]] = {}


def _reader_of(kind: type) -> Reader | None:
    """What takes a record of this kind apart; None for what is not a dataclass."""
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, n) for n in names)
