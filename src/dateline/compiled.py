"""Templates as bytecode, kept from one build to the next: to compile them takes as long as many pages."""

from __future__ import annotations

from typing import Final

import jinja2
from jinja2.bccache import Bucket

from dateline.cache import Cache
from dateline.tongue import Tongue

_EDITION: Final = 1
"""Raised when `Renderer` compiles with other options."""


class Compiled(jinja2.BytecodeCache):
    """The templates of a site in one language: filters of constants are worked out by the compiler.

    What another Python or Jinja compiled is not taken; Jinja looks for that in what it is given.
    """

    def __init__(self, cache: Cache, tongue: Tongue) -> None:
        self._cache = cache
        self._made_by = (_EDITION, jinja2.__version__, tongue.language, tongue.edition)

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was kept of this template, as its source is now."""
        found = self._cache.find((self._made_by, bucket.key, bucket.checksum))
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._cache.keep((self._made_by, bucket.key, bucket.checksum), bucket.bytecode_to_string())
