"""Where Pages serves a repository, and whether the site's own address says the same."""

import pytest

from dateline.model import Site
from dateline.publishing.branch import Changes
from dateline.publishing.git import without_secrets
from dateline.publishing.hosting import check_address, pages_address
from dateline.publishing.publication import Publication, Wishes
from dateline.publishing.telling import tell

REMOTES = {
    "https://github.com/alice/bridge.git": "https://alice.github.io/bridge/",
    "https://github.com/alice/bridge": "https://alice.github.io/bridge/",
    "https://github.com/alice/bridge/": "https://alice.github.io/bridge/",
    "https://token@github.com/alice/bridge.git": "https://alice.github.io/bridge/",
    "https://me:token@www.github.com/alice/bridge.git": "https://alice.github.io/bridge/",
    "git@github.com:alice/bridge.git": "https://alice.github.io/bridge/",
    "github.com:alice/bridge.git": "https://alice.github.io/bridge/",
    "git@github.com-work:alice/bridge.git": "https://alice.github.io/bridge/",
    "ssh://git@github.com/alice/bridge.git": "https://alice.github.io/bridge/",
    "ssh://git@ssh.github.com:443/alice/bridge.git": "https://alice.github.io/bridge/",
    "git://github.com/alice/bridge": "https://alice.github.io/bridge/",
    "https://github.com/alice/alice.github.io.git": "https://alice.github.io/",
    "https://github.com/Alice/alice.github.io.git": "https://alice.github.io/",
    "https://github.com/alice/bob.github.io": "https://alice.github.io/bob.github.io/",
    "https://github.com/City-Desk/The.Bridge_2.git": "https://city-desk.github.io/The.Bridge_2/",
    "https://gitlab.com/alice/bridge.git": "",
    "https://github.com.example.org/alice/bridge.git": "",
    "https://example.org/github.com/alice/bridge.git": "",
    "https://github.com/alice": "",
    "../bridge.git": "",
    "/srv/github.com/alice/bridge.git": "",
    "": "",
}


@pytest.mark.parametrize(("remote", "address"), REMOTES.items())
def test_the_address_is_worked_out_from_the_remote(remote: str, address: str) -> None:
    assert pages_address(remote) == address


PROJECT, ACCOUNT = "https://alice.github.io/bridge/", "https://alice.github.io/"
SAME = (
    (PROJECT, PROJECT, "", ""),
    (ACCOUNT, ACCOUNT, "", ""),
    ("https://anything.example.org/", "", "", ""),
    ("https://bridge.example.org/", PROJECT, "bridge.example.org", ""),
    ("http://bridge.example.org/", PROJECT, "bridge.example.org", ""),
    ("https://bridge.example.org/", PROJECT, "Bridge.Example.org", ""),
    ("https://bridge.example.org/", PROJECT, "", "bridge.example.org"),
    ("https://alice.example.org/bridge/", PROJECT, "", ""),
)
"""(url, where Pages serves, cname, the domain on the branch); an account's own domain serves its projects."""


@pytest.mark.parametrize(("url", "served", "cname", "kept"), SAME)
def test_an_address_that_readers_will_find_is_no_problem(
    url: str, served: str, cname: str, kept: str
) -> None:
    assert check_address(Site(title="T", url=url, cname=cname), served, kept) == ()


@pytest.mark.parametrize("served", ["", "https://alice.github.io/footbridge/"])
def test_the_address_of_an_example_is_told_before_anything_is_published(served: str) -> None:
    url = "https://example.org/footbridge/"
    [problem] = check_address(Site(title="T", url=url), served)
    assert str(problem) == (
        f'site.py: warning: url="{url}" is still the example that a new site begins with. '
        + (f'Write url="{served}".' if served else "Write the site's own address.")
    )


OTHER = (
    (
        "https://alice.github.io/Bridge/", PROJECT, "", "",
        'url="https://alice.github.io/Bridge/" is not where GitHub Pages will serve this site, as the '
        'remote says. '
        f'Write url="{PROJECT}".',
    ),
    (
        "https://example.github.io/bridge/", PROJECT, "", "",
        'url="https://example.github.io/bridge/" is not where GitHub Pages will serve this site, as the '
        'remote '
        f'says. Write url="{PROJECT}".',
    ),
    (
        "http://alice.github.io/bridge/", PROJECT, "", "",
        'url="http://alice.github.io/bridge/" is not where GitHub Pages will serve this site, as the '
        'remote says. '
        f'Write url="{PROJECT}".',
    ),
    (
        PROJECT, ACCOUNT, "", "",
        f'url="{PROJECT}" is not where GitHub Pages will serve this site, as the remote says. '
        f'Write url="{ACCOUNT}".',
    ),
    (
        "https://bridge.example.org/", PROJECT, "", "",
        'url="https://bridge.example.org/" is a domain that GitHub Pages does not know of. '
        f'Write cname="bridge.example.org" if that domain is yours, or url="{PROJECT}".',
    ),
    (
        "https://example.org/other/", PROJECT, "", "",
        'url="https://example.org/other/" is not where GitHub Pages will serve this site, as the remote '
        'says. '
        f'Write url="{PROJECT}".',
    ),
    (
        PROJECT, PROJECT, "bridge.example.org", "",
        f'url="{PROJECT}" is not where GitHub Pages will serve this site, as cname says. '
        'Write url="https://bridge.example.org/".',
    ),
    (
        "https://bridge.example.org/bridge/", PROJECT, "bridge.example.org", "",
        'url="https://bridge.example.org/bridge/" is not where GitHub Pages will serve this site, as '
        'cname says. '
        'Write url="https://bridge.example.org/".',
    ),
)  # fmt: skip


@pytest.mark.parametrize(("url", "served", "cname", "kept", "said"), OTHER)
def test_an_address_that_they_will_not_find_is_a_warning(
    url: str, served: str, cname: str, kept: str, said: str
) -> None:
    found = check_address(Site(title="T", url=url, cname=cname), served, kept)
    assert [str(problem) for problem in found] == [f"site.py: warning: {said}"]


@pytest.mark.parametrize(
    "cname",
    ["https://x.org", "x.org/", "x", "x..org", "-x.org", "x.org:80", "x y.org", "x.org\ny.org", "1.2.3.4"],
)
def test_what_is_no_domain_is_an_error(cname: str) -> None:
    [problem] = check_address(Site(title="T", url=PROJECT, cname=cname), PROJECT)
    assert problem.severity == "error"
    assert problem.hint == 'Write the bare name, such as cname="timeline.example.org".'


def test_passwords_are_never_told() -> None:
    words = "unable to access 'https://me:ghp_s3cret@github.com/a/b.git/': 403\nTo ssh://git@host/a"
    assert without_secrets(words) == "unable to access 'https://github.com/a/b.git/': 403\nTo ssh://host/a"


# What is reported


def report(changes: Changes, **wishes: bool) -> list[str]:
    done = Publication(problems=(), title="T", target="origin/gh-pages", changes=changes, commit="abcdef0123")
    return tell(done, Wishes(**wishes)).splitlines()


def test_pages_are_counted_apart_from_other_files() -> None:
    changes = Changes(
        added=("a/index.html", "embed/one/a/index.html"),
        changed=("index.html", "b/index.html", "atom.xml"),
        removed=("x.css",),
    )
    assert report(changes) == [
        "T",
        "Published to origin/gh-pages as abcdef0: 1 page added, 2 pages changed, 3 other files.",
    ]


def test_a_dry_run_names_every_page() -> None:
    """Who asks what would change is told all of it."""
    changes = Changes(changed=tuple(f"events/e{number}/index.html" for number in range(100)))
    lines = report(changes, dry_run=True)
    assert lines[1:101] == [f"  changed  events/e{number}/" for number in range(100)]
    assert lines[-1] == "Would publish to origin/gh-pages: 100 pages changed. Nothing was published."
