"""Planned pages become bytes, and with the files for machines and the theme's own a whole site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from threading import RLock
from urllib.parse import urlsplit

from jinja2 import BytecodeCache, Environment, StrictUndefined
from jinja2.sandbox import safe_range
from markupsafe import Markup

from dateline import addresses
from dateline.calling import Calling
from dateline.embeds import oembed
from dateline.filters import TESTS, filters_for, globals_for
from dateline.formats import FORMATS, Format, feeds, search
from dateline.kept import Kept, same
from dateline.later import Files, Later
from dateline.model import Site, Timeline
from dateline.overview import Overview
from dateline.pages import Page
from dateline.problems import Problem, Problems
from dateline.style import misnamed, published, sheets, style_sheets, typefaces
from dateline.template_faults import explain
from dateline.template_strays import strays
from dateline.theme import Texts, Theme, locate
from dateline.tongue import ENGLISH, Tongue


class Renderer:
    """Templates of the theme, or of the site where it overrides them."""

    def __init__(
        self,
        site: Site,
        overrides: Path | None = None,
        theme: Theme | None = None,
        tongue: Tongue = ENGLISH,
        compiled: BytecodeCache | None = None,
        texts: Texts | None = None,
    ) -> None:
        self.theme = theme or locate(overrides)
        self._environment = Environment(
            loader=self.theme.loader(texts),
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
            undefined=_missing_from(site),
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=compiled,
        )
        self._environment.context_class = Calling
        self._environment.filters.update(filters_for(tongue))
        self._environment.tests.update(TESTS)
        self.site = site
        self.strays = strays(self.theme, self._environment)
        """Templates of the site that no page uses, and blocks in them that nothing has a place for."""
        self.kept = Kept()
        self.proven: set[str] = set()
        """Templates that made a page without a fault."""
        self._turn = RLock()
        self._macros: dict[str, Callable[..., Markup]] = {}
        self._here = _Here(site)
        self._environment.globals.update(
            site=site, url=self._here.url, absolute=self._here.absolute, part=self._part
        )
        static = self.theme.static_files()
        self._environment.globals["range"] = safe_range  # a slip must not keep a build going for ever
        self._environment.globals.update(sheets=sheets(static), typefaces=typefaces(site, static))
        self._environment.globals.update(globals_for(tongue, site.language))
        self._environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension's own

    def render(self, page: Page) -> bytes:
        """The page's bytes; raises jinja2's TemplateError for a fault in a template."""
        with self._turn:
            self._here.address = page.address
            template = self._environment.get_template(page.template)
            made = template.render({**page.values(), "page": page}).encode()
        self.proven.add(page.template)
        return made

    def tried(self, page: Page) -> bytes | Problem:
        """The page's bytes, or what is wrong with its template."""
        try:
            return self.render(page)
        except Exception as error:  # a template is a program of its author's: what it raises is its fault
            return explain(error, page.template, self._environment, self.theme, page.values())

    def _part(self, name: str, **given: object) -> Markup:
        """In a template: what the macro `card` in `parts/card.html.jinja` makes of these values.

        It is made once for all pages of one depth: of the page it knows only how deep that is.
        """
        key = (self, name, self._here.depth, *map(same, given.values()))
        return self.kept.under(key, lambda: self._make_part(name, given))

    def _make_part(self, name: str, given: Mapping[str, object]) -> Markup:
        if name not in self._macros:
            module = self._environment.get_template(name).module
            self._macros[name] = getattr(module, name.rpartition("/")[2].partition(".")[0])
        return self._macros[name](**given)


def render_site(
    timeline: Timeline,
    pages: Sequence[Page],
    kept: Kept | None = None,
    compiled: BytecodeCache | None = None,
    *,
    preview: bool = False,
) -> tuple[Files, Problems]:
    """Every file of the site by its path, and what is wrong with the templates; downloads are made later.

    Templates that were `compiled` before are taken from there. For a `preview`, pages are made later, too,
    but for the first of each template that never made one.
    """
    kept = kept or Kept()
    theme = locate(timeline.root)
    static = theme.static_files()
    texts = theme.texts()
    made_by = (repr(timeline.site), timeline.tongue, texts, tuple(sheets(static).items()))
    renderer = kept.under(
        (Renderer, made_by),
        lambda: Renderer(timeline.site, theme=theme, tongue=timeline.tongue, compiled=compiled, texts=texts),
    )
    renderer.kept = kept
    files = Files()
    rendered = kept.each(lambda page: Later(partial(renderer.tried, page)), zip(pages), renderer)
    files.add_pages({page.path: made for page, made in zip(pages, rendered, strict=True)})
    trying = _unproven(pages, renderer) if preview else pages
    faults = [found for page in trying if isinstance(found := files.rendered(page.path), Problem)]
    targets = [page.address for page in pages if not page.moved]
    _downloads(files, timeline, pages, targets)
    asked = [page for page in pages if page.widget]
    files.add(dict(kept.each(lambda page: _oembed(page, renderer.site), zip(asked), _oembed, renderer)))
    styles = style_sheets(timeline.site, static, timeline.tongue)
    files.add({addresses.STATIC + path: sheet for path, sheet in styles.items()})
    own = theme.own_files()
    taken = [path for path in sorted(own) if addresses.STATIC + path in files]
    for path, file in published(timeline.site, static, own).items():
        if path not in taken:
            files.add({addresses.STATIC + path: file.read_bytes()})
    return files, (*renderer.strays, *dict.fromkeys(faults), *map(misnamed, taken))


def _unproven(pages: Sequence[Page], renderer: Renderer) -> Iterable[Page]:
    """The first page of each template that never made one."""
    firsts = {page.template: page for page in reversed(pages)}
    return [page for template, page in firsts.items() if template not in renderer.proven]


def _downloads(files: Files, timeline: Timeline, pages: Sequence[Page], targets: Sequence[str]) -> None:
    """What machines read, made when it is wanted."""
    for form in FORMATS:
        files.add_later([form.path], partial(_format, form, timeline, targets))
    files.add_later(
        [addresses.SEARCH],
        lambda: {addresses.SEARCH: search.write(timeline, _drawings(pages)).encode()},
    )
    files.add_later(
        feeds.paths(timeline),
        lambda: {path: text.encode() for path, text in feeds.write(timeline).items()},
    )


def _format(form: Format, timeline: Timeline, targets: Sequence[str]) -> dict[str, bytes]:
    return {form.path: form.write(timeline, targets).encode()}


def _drawings(pages: Sequence[Page]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The overview of the front page, wide and narrow: whose each mark is."""
    front = next((page.values().get("overview") for page in pages if page.address == addresses.FRONT), None)
    return (front.wide.drawn, front.narrow.drawn) if isinstance(front, Overview) else ()


def _oembed(page: Page, site: Site) -> tuple[str, bytes]:
    """The file that describes the page's widget, and what it holds."""
    assert page.widget
    written = oembed(page.widget, site, page.address, str(page.context["title"]))
    return addresses.oembed(page.address), written.encode()


def _missing_from(site: Site) -> type[StrictUndefined]:
    """What a name without a value is; one among the site's `variables` is told in the author's own words."""

    class Missing(StrictUndefined):
        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            if self._undefined_obj is site.variables:
                return f'variables in site.py has no "{self._undefined_name}"'
            return super()._undefined_message

    return Missing


class _Here:
    """The page that is being rendered, as addresses need it."""

    def __init__(self, site: Site) -> None:
        self.address = addresses.FRONT
        self._site = site

    @property
    def depth(self) -> int:
        """How many folders it stands in; -1 for the page that a host shows at any depth."""
        return -1 if self.address == addresses.NOT_FOUND else self.address.count("/")

    def url(self, target: str) -> str:
        """In a template: the address of `target` from this page."""
        if self.address == addresses.NOT_FOUND:
            # A host shows this page at any depth, so nothing relative would lead anywhere.
            return addresses.url(target, base=urlsplit(self._site.url).path)
        return addresses.url(target, page=self.address)

    def absolute(self, target: str) -> str:
        """In a template: the full published address of `target`."""
        return addresses.url(target, base=self._site.url)
