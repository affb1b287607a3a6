"""What one build worked out and the next of the same process may use: never anything else than it would find.

A result is kept under *all* that it was made of. Nothing is ever declared stale: what is made of something
else has another key, and what a build did not ask for is forgotten after it.

Frozen records that were kept are the same objects in the next build, so they are told apart by being others
(`Same`), without looking into them. What was read anew is another record, even where it is equal.

Beware: a `Tongue.catalogue` has `compare=False`; the tongue's edition stands for it in every key.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from io import BytesIO
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

Made = TypeVar("Made")


_NOTHING: Final = object()


class Same:
    """A key that only this very object has; for values that never change."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value  # held, so that no other object can come to have its identity

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value) >> 4


class Kept:
    """Results of this build and of the one before; for functions of their arguments alone."""

    def __init__(self) -> None:
        self._before: dict[Hashable, object] = {}
        self._now: dict[Hashable, object] = {}

    def once(self, make: Callable[..., Made], *made_of: Hashable) -> Made:
        """`make(*made_of)`, or what it gave in this build or the last."""
        return self.under((make, *made_of), lambda: make(*made_of))

    def under(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives; `key` must hold all that it depends on, and a name of its own."""
        # Each look-up hashes the whole key, so there are no more of them than need be.
        found = self._now.get(key, _NOTHING)
        if found is _NOTHING:
            found = self._before.get(key, _NOTHING)
            if found is _NOTHING:
                found = make()
            self._now[key] = found
        return cast(Made, found)

    def of(self, make: Callable[..., Made], *made_of: object) -> Made:
        """`make(*made_of)`, or what it gave for these very objects."""
        return self.under((make, *map(Same, made_of)), lambda: make(*made_of))

    def token(self, *made_of: object) -> Same:
        """The same key as long as these are the same objects; so that many are looked at once."""
        return self.under((Same, *map(Same, made_of)), lambda: Same(object()))

    def value(self, value: Made) -> Made:
        """The equal value of before, where there is one: what looks at identity sees that nothing changed."""
        return self.under((Kept.value, cast(Hashable, value)), lambda: value)

    def turn(self, *, whole: bool) -> None:
        """End a build; after one that did not run to its end (`whole` is False), what it left out is kept."""
        self._before = self._now if whole else self._before | self._now
        self._now = {}


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
