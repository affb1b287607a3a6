"""A page as the preview serves it: with our scripts in it, and a policy that lets them run.

The published file knows nothing of this.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

OWN: Final = "/_dateline/"
"""Where the preview's own files are; no site has pages there."""

_POLICY: Final = re.compile(
    rb"""<meta\s[^>]*?http-equiv\s*=\s*["']?content-security-policy["']?[^>]*>""", re.IGNORECASE
)
_CONTENT: Final = re.compile(r"""(\scontent\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_HEAD_ENDS: Final = re.compile(rb"</head\s*>|<body[\s>]", re.IGNORECASE)


def inject(page: bytes, host: str, version: str) -> bytes:
    """The page with the preview's scripts in its head. `host` is the one it was asked from, with its port."""
    page = _POLICY.sub(lambda found: _loosened(found[0].decode(), host).encode(), page)
    name, port = split_host(host)
    scripts = (
        f'<script src="{OWN}preview.js" data-version="{version}" defer></script>'
        f'<script src="{OWN}livereload.js?host={name}&amp;port={port}&amp;maxdelay=2000" defer></script>'
    ).encode()
    end = _HEAD_ENDS.search(page)
    at = end.start() if end else len(page)
    return page[:at] + scripts + page[at:]


def split_host(host: str) -> tuple[str, int]:
    """A Host header's name and port: `[::1]:5500` is `[::1]` and 5500."""
    name, colon, port = host.rpartition(":")
    return (name, int(port)) if colon and port.isdecimal() else (host, 80)


def _loosened(meta: str, host: str) -> str:
    """The policy with leave for the preview's scripts, its style sheet and its socket."""

    def allow(found: re.Match[str]) -> str:
        policy = unescape(found[2][1:-1])
        for directive, origins in (
            ("script-src", "'self'"),
            ("style-src", "'self'"),
            ("connect-src", f"'self' ws://{host}"),
        ):
            policy = _allowing(policy, directive, origins)
        quoted = policy.replace("&", "&amp;").replace('"', "&quot;")
        return f'{found[1]}"{quoted}"'

    return _CONTENT.sub(allow, meta, count=1)


def _allowing(policy: str, directive: str, origins: str) -> str:
    rules = [rule.split() for rule in policy.split(";") if rule.strip()]
    known = {rule[0].lower(): rule[1:] for rule in reversed(rules)}
    allowed = known.get(directive, known.get("default-src"))
    if allowed is None:
        return policy
    kept = [origin for origin in allowed if origin.lower() != "'none'"]
    others = [" ".join(rule) for rule in rules if rule[0].lower() != directive]
    return "; ".join((*others, " ".join(dict.fromkeys((directive, *kept, *origins.split())))))
