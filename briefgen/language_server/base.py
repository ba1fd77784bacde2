"""What one brief is looked at with while it is typed: all of its project but itself."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from briefgen import rules
from briefgen.coverage import dates_to_come
from briefgen.diagnostics import Diagnostic
from briefgen.exceptions import settled
from briefgen.model.block import Block
from briefgen.model.brief import Brief, Status
from briefgen.model.capture import Captures
from briefgen.model.project import ProjectFiles
from briefgen.model.workspace import VerifiedCorpus, VerifiedQuotation, Workspace
from briefgen.parse import parse_workspace
from briefgen.parse.brief import parse_brief
from briefgen.parse.by_hand.page import ByHand, parse_page, readable
from briefgen.resolve import resolve_brief
from briefgen.resolve.translations import find_translations
from briefgen.terminal.causes import told_once
from briefgen.text import TextFile
from briefgen.verify import verify_brief
from briefgen.verify.captures import read_captures
from briefgen.verify.lock import LockIndex
from briefgen.verify.published import carried
from briefgen.verify.shelf import Shelf
from briefgen.verify.sources import Sources


@dataclass(frozen=True, slots=True)
class Base:
    """A project as it was last understood; `texts` are all of its own by their paths.

    `shelf` and `sources` are not changed but by what they remember. `findings` are those of the whole
    project, none where it was not looked through yet.
    """

    files: ProjectFiles
    texts: Mapping[str, TextFile]
    workspace: Workspace
    captures: Captures
    shelf: Shelf
    sources: Sources
    verified: VerifiedCorpus | None = None
    findings: tuple[Diagnostic, ...] = ()

    def is_as(self, other: "Base") -> bool:
        """Whether a brief looked at with one of them is as it is with the other."""
        return self.workspace is other.workspace and self.shelf is other.shelf

    def with_files(self, files: ProjectFiles) -> "Base":
        """The same with all texts, where those that were read already are as they were."""
        return replace(self, files=files, texts=_texts(files))


def _texts(files: ProjectFiles) -> Mapping[str, TextFile]:
    """Every text of a project by its path."""
    single = (files.captures, files.settings, files.lock, files.published, files.style)
    many = (*files.briefs, *files.contexts, *files.bibliography, *files.including, *files.citing)
    return {one.path: one for one in (*many, *single) if one is not None}


def first_base(files: ProjectFiles) -> Base:
    """What is known of a project before its briefs are read: works, captures, context boxes, settings."""
    workspace = parse_workspace(replace(files, briefs=())).value
    captures = read_captures(workspace.capture_list.records, workspace.blobs, lambda _: None)
    return _with_shelf(files, replace(workspace, lock=carried(workspace)), captures, None)


def whole_base(files: ProjectFiles, verified: VerifiedCorpus, before: Base | None) -> Base:
    """What is known once all was looked through."""
    workspace, captures = verified.corpus.workspace, verified.captures
    if before is not None:
        known = before.workspace
        same = before.captures is captures and known.works is workspace.works
        if same and known.lock is workspace.lock:
            return replace(before, files=files, texts=_texts(files), workspace=workspace, verified=verified)
    return _with_shelf(files, workspace, captures, verified)


def _with_shelf(
    files: ProjectFiles, workspace: Workspace, captures: Captures, verified: VerifiedCorpus | None
) -> Base:
    shelf = Shelf(captures, LockIndex(workspace.lock, workspace.capture_list, anew=False))
    return Base(
        files, _texts(files), workspace, captures, shelf, Sources(captures, workspace.works), verified
    )


@dataclass(frozen=True, slots=True)
class Looked:
    """One brief by itself: what it says, which of its quotations were found where, and what is wrong with
    it."""

    brief: Brief
    quotations: tuple[VerifiedQuotation, ...]
    findings: tuple[Diagnostic, ...]


def look_at_brief(file: TextFile, base: Base, today: str) -> Looked:
    """Look at one brief, as far as all shows from it and from what it names.

    What only a look at all briefs shows, as links to places, is not among its findings.
    """
    told = parse_brief(file, base.workspace.settings.language)
    brief, workspace = told.value, base.workspace
    others = [one for one in workspace.briefs if one.file.path != file.path]
    findings = list(told.findings)
    # Which briefs there are is known once all of them were looked through.
    report = findings.append if base.verified else _ignored
    translations = find_translations([*others, brief], report)
    resolved = resolve_brief(
        brief, workspace.works, workspace.capture_list, workspace.contexts, translations.get(brief.slug, ())
    )
    base.shelf.explain_anew()
    verified = verify_brief(resolved.value, base.shelf, base.sources)
    findings += (*resolved.findings, *verified.findings, *verified.claims)
    findings += dates_to_come(replace(workspace, briefs=(brief,), contexts=()), today)
    weighed = settled(findings, workspace.settings.findings, (brief,))
    is_draft = brief.front.status is Status.DRAFT
    own = (one for one in weighed if one.span.path == file.path and one.rule is not rules.EXCEPTION_UNUSED)
    told_of = told_once(replace(one, of_draft=True) if is_draft else one for one in own)
    return Looked(brief, verified.tree.value.quotations, told_of)


def blocks_by_hand(file: TextFile, base: Base) -> tuple[Block, ...]:
    """What a page by hand says, if it may cite: of no other page it is asked."""
    if all(one.path != file.path for one in base.files.citing):
        return ()
    workspace = base.workspace
    page = ByHand.of(file, readable(file), workspace.settings.language, workspace.works)
    return parse_page(page).value.blocks


def _ignored(_: Diagnostic) -> None:
    """Not told."""


Found = tuple[str, str, str]
"""A finding but for its place: its path, its rule and its words."""


def found(one: Diagnostic) -> Found:
    """What a finding is known by while lines move."""
    return one.span.path, one.rule.code, one.message


@dataclass(frozen=True, slots=True)
class Beside:
    """What the look at the whole project adds to that at one brief, and what it takes away."""

    file: TextFile
    added: tuple[Diagnostic, ...]
    taken: frozenset[Found]

    def with_brief(self, findings: tuple[Diagnostic, ...], file: TextFile) -> tuple[Diagnostic, ...]:
        """The findings of a brief as it is now, with those of the last look at everything that still have
        their place."""
        left = [one for one in findings if found(one) not in self.taken]
        moved = _mover(self.file, file)
        left += (at for one in self.added if (at := moved(one)) is not None)
        return told_once(left)


def beside(whole: tuple[Diagnostic, ...], alone: tuple[Diagnostic, ...], file: TextFile) -> Beside:
    """What is to be kept in mind of a look at everything, while one of its briefs is typed."""
    of_file = [one for one in whole if one.span.path == file.path]
    known, in_whole = Counter(map(_placed, alone)), Counter(map(_placed, of_file))
    added = tuple(one for one in of_file if _placed(one) not in known)
    return Beside(file, added, frozenset(found(one) for one in alone if _placed(one) not in in_whole))


def _placed(one: Diagnostic) -> tuple[str, int, int, str]:
    return one.rule.code, one.span.start, one.span.end, one.message


def _mover(before: TextFile, after: TextFile) -> Callable[[Diagnostic], Diagnostic | None]:
    """Moves a finding from one text to the next; None where its own words were changed."""
    old, new = before.text, after.text
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)

    def moved(one: Diagnostic) -> Diagnostic | None:
        start, end = one.span.start, one.span.end
        if end <= head:
            place = after.span(start, end)
        elif start >= len(old) - tail:
            place = after.span(start + len(new) - len(old), end + len(new) - len(old))
        else:
            return None
        return replace(one, span=place, fix=())

    return moved
