"""The stage from texts to a workspace: pure, every file by itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen import rules
from briefgen.bibliography.works_of_files import parse_library
from briefgen.decode.captures import decode_captures
from briefgen.decode.csl_yaml import decode_csl_yaml
from briefgen.decode.directions import turned_in
from briefgen.decode.excluded import Excluded, draft_pages_of
from briefgen.decode.lock import decode_lock
from briefgen.decode.published import decode_published
from briefgen.decode.settings import decode_settings
from briefgen.diagnostics import Diagnostic, Report, Told
from briefgen.each import Each, one_by_one
from briefgen.markdown.walk import keys_in
from briefgen.model.brief import Brief, ContextFile, Status
from briefgen.model.capture import CaptureList, ListState
from briefgen.model.foreign_keys import is_identifier, is_place
from briefgen.model.layout import project
from briefgen.model.layout.pages import address_of, brief_path
from briefgen.model.lock import Lock
from briefgen.model.project import ProjectFiles
from briefgen.model.published import PublishedLock
from briefgen.model.settings import Settings
from briefgen.model.work import Bibliography
from briefgen.model.workspace import Workspace
from briefgen.parse.brief import parse_brief, parse_context
from briefgen.parse.by_hand.page import ByHand, cites, may_cite, names_in, parse_page, readable
from briefgen.parse.card_kit import make_card_kit
from briefgen.parse.file_names import find_long_names
from briefgen.parse.included import included_in
from briefgen.remembered import remembered
from briefgen.text import TextFile
from briefgen.unread import BriefParts, parts_of_brief, whole_brief

__all__ = ["make_card_kit", "parse_workspace"]


def parse_workspace(files: ProjectFiles, each: Each = one_by_one) -> Told[Workspace]:
    """Parse everything the authors wrote, and `each` brief; what is wrong with it is told."""
    findings: list[Diagnostic] = []
    report = findings.append
    decoded = _settings(files.settings)
    settings = decoded.value
    findings += decoded.findings
    language = settings.language
    parsed = each(
        lambda file: _parts(file, language),
        files.briefs,
        lambda file: ("parse a brief", language, file.path, file.text),
    )
    boxes = [_context(file) for file in files.contexts]
    for other in (*files.bibliography, files.captures):
        findings += turned_in(other) if other else ()
    findings += turned_in(files.settings, settings=True) if files.settings else ()
    findings += (finding for one in (*parsed, *boxes) for finding in one.findings)
    read = zip(files.briefs, parsed, strict=True)
    briefs = tuple(whole_brief(file, brief.value) for file, brief in read)
    contexts = tuple(box.value for box in boxes)
    _check_slugs(briefs, report)
    cited, by_hand = _cited(briefs, contexts), {file: readable(file) for file in files.citing}
    library = _library(files.bibliography, cited.union(*map(names_in, by_hand.values())), _How(each))
    findings += library.findings
    works = library.value
    if not works and not all(is_place(key) or is_identifier(key) for key in cited):
        report(_no_bibliography(files.bibliography))
    findings += find_long_names(briefs, works)
    listed = CaptureList(state=ListState.ABSENT)
    if files.captures:
        told = _listed(files.captures)
        listed = told.value
        findings += told.findings
    decoded_lock = _locked(files.lock) if files.lock else Told(None)
    findings += decoded_lock.findings
    decoded_published = _published(files.published) if files.published else Told(None)
    findings += decoded_published.findings
    lock, published = decoded_lock.value, decoded_published.value
    included = included_in(files.including, language, report)
    pages = _pages(by_hand, language, works, draft_pages_of(files.settings), each)
    findings += pages.findings
    workspace = Workspace(
        settings,
        briefs,
        contexts,
        works,
        listed,
        files.blobs,
        lock,
        included,
        published,
        pages.value,
    )
    return Told(workspace, tuple(findings))


def _pages(
    files: Mapping[TextFile, TextFile], language: str, works: Bibliography, drafts: Excluded, each: Each
) -> Told[tuple[Brief, ...]]:
    """The pages by hand that cite, of those that may, each with how it is read."""
    every = [
        ByHand.of(file, read, language, works, is_draft=drafts.has(project.of_docs(file.path)))
        for file, read in files.items()
    ]
    asked = [page for page in every if may_cite(page.read, page.handles)]
    parsed = each(_page_parts, asked, lambda page: page.needs)
    pages = (whole_brief(page.read, told.value) for page, told in zip(asked, parsed, strict=True))
    findings = (finding for told in parsed for finding in told.findings)
    return Told(tuple(page for page in pages if cites(page)), tuple(findings))


@remembered()
def _page_parts(page: ByHand) -> Told[BriefParts]:
    told = parse_page(page)
    return Told(parts_of_brief(told.value), told.findings)


def _parts(file: TextFile, language: str) -> Told[BriefParts]:
    told = parse_brief(file, language)
    return Told(parts_of_brief(told.value), told.findings)


@dataclass(frozen=True, slots=True)
class _How:
    """How the pieces of a bibliography are read, which changes nothing of what is read."""

    each: Each = field(compare=False)


@remembered(TextFile, frozenset, _How)
def _library(files: tuple[TextFile, ...], cited: frozenset[str], how: _How) -> Told[Bibliography]:
    """The works of a bibliography."""
    findings: list[Diagnostic] = []
    works = parse_library(files, findings.append, cited, decode_csl_yaml, how.each)
    return Told(Bibliography(works), tuple(findings))


@remembered(TextFile)
def _context(file: TextFile) -> Told[ContextFile]:
    return parse_context(file)


@remembered(TextFile)
def _settings(file: TextFile | None) -> Told[Settings]:
    findings: list[Diagnostic] = []
    settings = decode_settings(file, findings.append)
    return Told(settings, tuple(findings))


@remembered(TextFile)
def _listed(file: TextFile) -> Told[CaptureList]:
    findings: list[Diagnostic] = []
    listed = decode_captures(file, findings.append)
    return Told(listed, tuple(findings))


@remembered(TextFile)
def _locked(file: TextFile) -> Told[Lock]:
    findings: list[Diagnostic] = []
    lock = decode_lock(file, findings.append)
    return Told(lock, tuple(findings))


@remembered(TextFile)
def _published(file: TextFile) -> Told[PublishedLock]:
    findings: list[Diagnostic] = []
    lock = decode_published(file, findings.append)
    return Told(lock, tuple(findings))


def _no_bibliography(files: Sequence[TextFile]) -> Diagnostic:
    file = files[0] if files else TextFile(project.BIBLIOGRAPHY, "")
    said = f"{file.path} holds no work" if files else f"there is no {project.BIBLIOGRAPHY}"
    message = f"{said}, and the briefs cite works"
    hint = "put the works into it, or export them from your reference manager to this place"
    return Diagnostic(rules.NO_BIBLIOGRAPHY, file.span(0, 0), message, hint=hint)


def _cited(briefs: Iterable[Brief], contexts: Iterable[ContextFile]) -> frozenset[str]:
    """The keys of all works that briefs and context boxes cite, or are about."""
    named = {key for brief in briefs for key in brief.named}
    return frozenset(named.union(*(keys_in(box.blocks) for box in contexts)))


def _check_slugs(briefs: tuple[Brief, ...], report: Report) -> None:
    """Report briefs whose slug an earlier file already has, and drafts whose slug a published one has."""
    by_slug: dict[str, Brief] = {}
    for brief in sorted(briefs, key=lambda brief: brief.front.status is Status.DRAFT):
        first = by_slug.setdefault(brief.slug, brief)
        if first is not brief and brief.slug:
            report(
                Diagnostic(
                    rules.SLUG_TAKEN,
                    brief.file.span(0, 0),
                    f"the address {address_of(brief_path(brief.slug))} is taken by {first.file.path}",
                    hint="rename one of the two files",
                )
            )
    for brief in briefs:
        for alias in brief.front.aliases:
            other = by_slug.setdefault(alias.name, brief)
            if other is not brief:
                of_alias = "a brief" if other.slug == alias.name else "an earlier address of one"
                report(
                    Diagnostic(
                        rules.SLUG_TAKEN,
                        alias.span,
                        f"`{alias.name}` is {of_alias} already, {other.file.path}",
                        hint="take the alias out, or rename that file",
                    )
                )
