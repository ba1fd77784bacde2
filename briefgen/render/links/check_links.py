"""Whether the links and images of the briefs lead somewhere, told at the author's line."""

import posixpath
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.markdown.walk import walk_blocks
from briefgen.markup.addresses import parts_of
from briefgen.markup.tags import read_tags
from briefgen.model.block import Box
from briefgen.model.brief import Status
from briefgen.model.layout import anchors, project
from briefgen.model.layout import pages as at
from briefgen.model.layout.site import PAGE_ENDING
from briefgen.model.layout.ways import relative_path
from briefgen.model.page import Page
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.remembered import remembered
from briefgen.render.links.addresses import Kind, Place, with_addresses
from briefgen.render.links.outward import incomplete, opens_program, without_scheme
from briefgen.render.links.places import SitePlaces
from briefgen.render.links.targets import AddressReading, Target, readings_of
from briefgen.suggest import suggest
from briefgen.summed import summed
from briefgen.text import Span

_SHOWN_IDS = 6
_BRIEFS = project.in_docs(at.BRIEFS).removesuffix(at.INDEX)
_GIVE_ID = "give the box that is meant the id, as in `{.note #id}`"


def check_links(
    corpus: VerifiedCorpus, pages: tuple[Page, ...], written: tuple[str, ...], beside: tuple[str, ...] = ()
) -> tuple[Diagnostic, ...]:
    """Tell each link and image of a brief that leads to no page, no file or no place on its page.

    Pure. `pages` are the generated pages and those that drafts would be; the page of a brief that has
    errors is not among them, and still counts as a page. `written` is `ProjectFiles.written`, `beside` are
    files of ``sources/`` that nothing reads.
    """
    site = SitePlaces(corpus, pages, written)
    readings = readings_of(corpus)
    findings: list[Diagnostic] = []
    unread = frozenset(beside)
    for brief in corpus.briefs:
        if not (_places_in(brief) or brief.front.errata):
            continue  # as are most
        _Check(brief, site, readings.of(brief.slug), unread, findings.append).run()
    return tuple(dict.fromkeys(findings))  # several briefs may include one context box


class _Check:
    """The links and images of one brief."""

    def __init__(
        self,
        brief: VerifiedBrief,
        site: SitePlaces,
        reading: AddressReading,
        beside: frozenset[str],
        report: Report,
    ) -> None:
        self._brief = brief
        self._site = site
        self._beside = beside
        self._report = report
        self._page = at.brief_path(brief.slug)
        self._file = brief.resolved.brief.file.path
        self._reading = reading
        self._told = _marks_without_box(brief)

    def run(self) -> None:
        """Check every link, image and erratum."""
        for one in _places_in(self._brief):
            self._place(one)
        for erratum in self._brief.front.errata:
            if erratum.where:
                self._fragment(Target(self._page, fragment=erratum.where), erratum.span)

    def _place(self, one: Place) -> None:
        match one.kind:
            case Kind.LINK:
                if one.span not in self._told:
                    self._address(one.text, one.span)
            case Kind.IMAGE:
                self._address(one.text, one.span, image=True)
                if not one.alt.strip():
                    self._no_description(one.span, "say in the brackets what it shows: `![…](…)`")
            case Kind.HTML:
                self._html(one.text, one.span)

    def _html(self, text: str, span: Span) -> None:
        for tag in read_tags(text):
            address = tag.get({"a": "href", "img": "src"}.get(tag.name, ""))
            if address is not None:
                self._address(address, span, image=tag.name == "img", html=True)
            if tag.name == "img" and tag.get("alt") is None:
                self._no_description(span, 'say what it shows: `alt="…"`')

    def _address(self, address: str, span: Span, *, image: bool = False, html: bool = False) -> None:
        if not address:
            self._nowhere(span, f"this {'image' if image else 'link'} has no address")
        elif wrong := incomplete(address):
            message, hint = wrong
            self._report(Diagnostic(rules.NOT_AN_ADDRESS, span, message, hint=hint))
        elif program := opens_program(address):
            message = f"`{program}:` opens a program, or a file, on your own machine: no reader can follow it"
            self._nowhere(span, message, "cite the work, `[@key, p. 3]`, or link to where it was published")
        elif address.startswith("/"):
            self._root_relative(address, span, image)
        elif target := self._reading.target(address, span.path):
            if html and parts_of(address).path:
                self._check_html_target(address, target, span, image)
            else:
                self._check_target(address, target, span, image)

    def _check_target(self, address: str, target: Target, span: Span, image: bool) -> None:
        if target.path in self._site.drafts and not image and not self._is_draft():
            self._to_draft(target.path, span)
        elif target.path in self._site.files(image) or (target.path in self._site.drafts and not image):
            self._fragment(target, span)
        elif target.path in self._site.works:
            message = f"there is no page {_file(target.path)}, because no published brief cites this work"
            self._nowhere(span, message, "cite the work, or link to where it was published")
        else:
            near = self._near(address, target, image)
            what = "image" if image else "page or file"
            message = f"there is no {what} {_file(target.path)}"
            if target.path.startswith(".."):
                message = f"`{unquote(address)}` leads out of docs/"
            way = (
                "put the image into docs/, and write the way to it as in `../images/bridge.png`"
                if image
                else f"write the way from this file to that of another brief, or from {_BRIEFS} to a page"
            )
            if whole := without_scheme(address):
                near, way = None, f"write `{whole}`"
            own = posixpath.normpath(posixpath.join(posixpath.dirname(span.path), unquote(address)))
            if "\\" in unquote(address) and not target.path.startswith(".."):
                message += ": in an address `/` parts folders, not `\\`"
            beside = own if image and own in self._beside else ""
            if beside:
                name = own.rpartition("/")[2]
                there = relative_path(f"images/{name}", self._page)
                place = project.in_docs("images/")
                way = f"pictures are published from docs/: move {own} to {place} and write `{_spaced(there)}`"
                near = None
            self._nowhere(span, message, f"did you mean `{near}`?" if near else way, about=beside)

    def _check_html_target(self, address: str, target: Target, span: Span, image: bool) -> None:
        """Raw HTML is published as it is: an address in it is read by browsers, from the page's address."""
        path = posixpath.normpath(posixpath.join(f"{self._page[:-3]}/", unquote(parts_of(address).path)))
        places = [path] * (not path.endswith(".md"))
        places += [] if image else [f"{path}.md", posixpath.normpath(f"{path}/index.md")]
        found = next((place for place in places if place in self._site.files(image)), None)
        if found:
            self._fragment(Target(found, target.query, target.fragment), span)
        else:
            message = f"`{address}` leads nowhere: in raw HTML an address stays as it is"
            right = target.path in self._site.files(image)
            near = address if right else self._near(address, target, image)
            near = near or ("../images/bridge.png" if image else "other-brief.md")
            self._nowhere(span, message, f"write it in Markdown, as in `{'!' * image}[…]({near})`")

    def _fragment(self, target: Target, span: Span) -> None:
        if not target.fragment or not target.path.endswith(".md"):
            return
        ids = self._site.ids(target.path)
        if ids is None or target.fragment in ids:
            return
        own = target.path == self._page and span.path == self._file
        where = "this brief's page" if own else _file(target.path)
        named = [name for name in ids if not anchors.is_of_notes(name)]
        near = suggest(target.fragment, named)
        likest = get_close_matches(target.fragment, named, n=_SHOWN_IDS, cutoff=0.0)
        more = f" and {len(named) - len(likest)} more" if len(named) > len(likest) else ""
        shown = ", ".join(f"`#{name}`" for name in likest)
        self._report(
            Diagnostic(
                rules.ANCHOR_UNKNOWN,
                span,
                f"nothing on {where} has the id `{target.fragment}`",
                (f"ids there: {shown}{more}" if named else "no place there has an id",),
                f"did you mean `#{near}`?" if near else _GIVE_ID if own else None,
            )
        )

    def _root_relative(self, address: str, span: Span, image: bool) -> None:
        path = unquote(parts_of(address).path)
        base = parts_of(self._site.corpus.settings.site_url).path
        ways = dict.fromkeys(way.strip("/") for way in (path, path.removeprefix(base)))
        files = self._site.files(image)
        found = next((place for way in ways for place in _guesses(way) if place in files), "")
        fragment = parts_of(address).fragment
        right = relative_path(found, self._page) + f"#{fragment}" * bool(fragment) if found else ""
        self._report(
            Diagnostic(
                rules.LINK_ROOT_RELATIVE,
                span,
                "an address that begins with `/` is wrong when the site is not at the root of its host",
                hint=f"write `{_spaced(right)}`"
                if right
                else f"write the way from {_BRIEFS}, as in `{relative_path(at.METHOD, at.BRIEFS)}`",
            )
        )

    def _to_draft(self, path: str, span: Span) -> None:
        draft = self._site.drafts[path]
        self._report(
            Diagnostic(
                rules.LINK_TO_DRAFT,
                span,
                "this link leads to a draft, which is not published",
                (f"the draft is {draft.resolved.brief.file.path}",),
                "publish the draft, too, or take the link out",
            )
        )

    def _nowhere(self, span: Span, message: str, hint: str | None = None, *, about: str = "") -> None:
        self._report(Diagnostic(rules.LINK_TO_NOWHERE, span, message, hint=hint, about=about))

    def _no_description(self, span: Span, hint: str) -> None:
        message = "this image has no description"
        self._report(Diagnostic(rules.IMAGE_WITHOUT_DESCRIPTION, span, message, hint=hint))

    def _is_draft(self) -> bool:
        return self._brief.front.status is Status.DRAFT

    def _near(self, address: str, target: Target, image: bool) -> str | None:
        """The address that was probably meant."""
        files = self._site.files(image)
        written = unquote(parts_of(address).path)
        from_address = posixpath.normpath(posixpath.join(f"{self._page[:-3]}/", written))
        guesses = (*_guesses(target.path), *_guesses(from_address))
        found = next((path for path in guesses if path in files), None)
        near = relative_path(found, self._page) if found else None
        near = near or suggest(written, self._site.ways(self._page, image))
        return _spaced(near) + f"#{target.fragment}" * bool(target.fragment) if near else None


def _guesses(path: str) -> Iterator[str]:
    """What an address that is not quite one may mean: the address of a page in the built site, a key."""
    path = "" if path == "." else path.removesuffix("/")
    yield path
    yield f"{path}.md"
    yield f"{path}/index.md".lstrip("/")
    yield f"{path.removesuffix(PAGE_ENDING)}{at.ENDING}"
    folder, _, name = path.rpartition("/")
    if folder == at.WORKS.removesuffix(f"/{at.INDEX}"):
        yield at.work_path(name.removesuffix(".md"))


@remembered()
@summed
def _places_in(brief: VerifiedBrief) -> tuple[Place, ...]:
    return with_addresses(brief.resolved.blocks)


@remembered()
@summed
def _marks_without_box(brief: VerifiedBrief) -> frozenset[Span]:
    """Marks in the brief's own quotations that lead to no box of it: told already when it was parsed."""
    own = brief.resolved.brief
    marks = [mark for quotation in own.quotations for mark in quotation.marks]
    if not marks:
        return frozenset()
    ids = {block.attributes.identifier for block in walk_blocks(own.blocks) if isinstance(block, Box)}
    return frozenset(mark.span for mark in marks if mark.target not in ids)


def _file(path: str) -> str:
    """A file of docs/, by its path in it, as it is called in messages."""
    return posixpath.normpath(project.in_docs(path))


def _spaced(path: str) -> str:
    """A path as it can stand in a link."""
    return path.replace(" ", "%20")
