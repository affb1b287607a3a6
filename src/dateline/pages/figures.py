"""Pictures, recordings and players as pages show them, and what a page must allow for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from dateline.illustrations import illustrations, whole
from dateline.markup import Body
from dateline.media import Picture, Player, Recording, Shelf, kind_of, player_for
from dateline.model import Essay, Event, Medium, Source

SIZES: Final = "(min-width: 46rem) 36rem, calc(100vw - 2.25rem)"
"""How wide a picture stands on a page: the column of text, or what a phone leaves."""
TALL: Final = "(min-width: 28rem) 24rem, calc(100vw - 2.25rem)"
"""Of one that is higher than wide."""

Kind = Literal["picture", "video", "audio", "player"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One of them, with what is said of it."""

    kind: Kind
    alt: str
    caption: str
    credit: str
    credit_url: str
    language: str
    picture: Picture | None = None
    """The picture itself, or what stands there until a video plays."""
    recording: Recording | None = None
    captions: Recording | None = None
    player: Player | None = None
    lazy: bool = True
    """False for the first of a page, which is fetched at once."""

    @property
    def tall(self) -> bool:
        """Whether it would fill more than a screen at the width of the text."""
        shown = self.picture if self.kind == "picture" else None
        return shown is not None and shown.height > 1.2 * shown.width

    @property
    def sizes(self) -> str:
        """How wide it stands on the page, in the words of HTML."""
        return TALL if self.tall else SIZES


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The text of a record with its figures in their places, and those that come after it."""

    blocks: tuple[str | Figure, ...] = ()
    """HTML, or a figure."""
    after: tuple[Figure, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """As a reader meets them."""
        return (*(block for block in self.blocks if isinstance(block, Figure)), *self.after)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The author's own."""
        return tuple(figure.picture for figure in self.figures if figure.picture)

    @property
    def players(self) -> bool:
        """Whether a click may load something from another site."""
        return any(figure.player for figure in self.figures)

    @property
    def policy(self) -> str:
        """What the page's Content-Security-Policy allows for these and would not else; "" is nothing."""
        origins = dict.fromkeys(figure.player.origin for figure in self.figures if figure.player)
        records = any(figure.recording for figure in self.figures)
        frames = f"; frame-src {' '.join(origins)}" if origins else ""
        return ("; media-src 'self'" if records else "") + frames


def shown(record: Event | Source | Essay, body: Body, shelf: Shelf) -> Shown:
    """A record's text and figures; what could not be made ready is left out, and has its problem."""
    blocks: list[str | Figure] = []
    first = True
    for block in body.blocks:
        made = figure(whole(block.medium, record.media), shelf, first) if block.medium else block.html
        if made:
            blocks.append(made)
            first = first and isinstance(made, str)
    after = tuple(_after(illustrations(record).after, shelf, first))
    return Shown(blocks=tuple(blocks), after=after)


def _after(media: Iterable[Medium], shelf: Shelf, first: bool) -> Iterator[Figure]:
    for medium in media:
        made = figure(medium, shelf, first)
        if made:
            yield made
            first = False


def figure(medium: Medium, shelf: Shelf, first: bool = False) -> Figure | None:
    """A medium with what was made of its files; None where that is nothing."""
    player = player_for(medium.url) if medium.url else None
    kind = "player" if player else kind_of(medium.file)
    picture = shelf.pictures.get(medium.file or medium.poster) or shelf.pictures.get(medium.poster)
    recording = shelf.recordings.get(medium.file)
    if kind is None or kind == "captions" or not (player or recording or picture):
        return None
    return Figure(
        kind=kind,
        alt=medium.alt or "",
        caption=medium.caption,
        credit=medium.credit,
        credit_url=medium.credit_url,
        language=medium.language,
        picture=picture,
        recording=recording,
        captions=shelf.recordings.get(medium.captions),
        player=player,
        lazy=not first,
    )
