"""Which files an editor, or the system, keeps for itself: they are neither read nor published nor watched."""

from __future__ import annotations

import re
from typing import Final

_SCRATCH: Final = re.compile(r"\..*|.*~|#.*#", re.DOTALL)


def is_scratch(name: str) -> bool:
    """Whether the name of a file or folder says so: hidden, a backup, or what Emacs has not saved yet.

    >>> [is_scratch(name) for name in (".site.css.swp", "site.css~", "#site.css#", "site.css")]
    [True, True, True, False]
    """
    return bool(_SCRATCH.fullmatch(name))
