"""What a source can be: the types of CSL 1.0.2, and what people call them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_CSL_TYPES: Final = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
    interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference
    patent performance periodical personal_communication post post-weblog regulation report review
    review-book software song speech standard thesis treaty webpage
"""
CSL_TYPES: Final = tuple(_CSL_TYPES.split())
USUAL: Final = (
    *("article-newspaper", "article-magazine", "webpage", "post", "post-weblog", "broadcast", "interview"),
    *("report", "book", "speech", "legislation", "document"),
)
"""Those that a timeline mostly has; a document is whatever has no type of its own."""
CALLED: Final[Mapping[str, str]] = MappingProxyType(
    {
        name: type
        for type, names in (
            ("article-newspaper", "news/newspaper/news article/newspaper article/news report"),
            ("article-magazine", "magazine/magazine article"),
            ("article-journal", "journal/journal article/paper/study"),
            ("webpage", "web/web page/website/web site/page/site/online"),
            ("post", "tweet/toot/social media/social media post/social post"),
            ("post-weblog", "blog/blog post/blogpost/weblog/newsletter"),
            ("broadcast", "tv/television/radio/podcast/episode"),
            ("motion_picture", "video/film/movie/documentary"),
            ("report", "white paper/whitepaper/annual report"),
            ("legislation", "law/act/statute"),
            ("legal_case", "judgment/judgement/ruling/court case/verdict"),
            ("hearing", "testimony"),
            ("personal_communication", "letter/email/e mail"),
            ("graphic", "photo/photograph/picture/image"),
            ("entry-encyclopedia", "encyclopedia/wikipedia"),
            ("thesis", "dissertation"),
            (
                "document",
                "press release/news release/release/statement/minutes/memo/filing/agenda/transcript/text",
            ),
        )
        for name in names.split("/")
    }
)
"""The type that is meant by an everyday name, in small letters."""
