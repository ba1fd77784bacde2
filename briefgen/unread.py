"""Briefs as they are kept: most of one is its tree, which is read when somebody looks at it.

What a stage makes of a brief is kept in parts; a whole is put together of them and of what the stage was
given.
"""

from dataclasses import dataclass
from typing import ClassVar

from briefgen.diagnostics import Diagnostic
from briefgen.each import Needs
from briefgen.later import Later, Remade, Unread, put
from briefgen.model.block import Block
from briefgen.model.brief import Brief, FrontMatter
from briefgen.model.compared import Compared
from briefgen.model.finding import Finding
from briefgen.model.quotation import Quotation
from briefgen.model.translation import Translation
from briefgen.model.workspace import (
    Footnote,
    ResolvedBrief,
    ResolvedCitation,
    ResolvedQuotation,
    StaleQuotation,
    VerifiedBrief,
    VerifiedQuotation,
)
from briefgen.remembered import remembered
from briefgen.summed import Summary
from briefgen.text import Span, TextFile

# --------------------------------------------------------------------------------------- as parsed


@dataclass(frozen=True, slots=True)
class BriefTree:
    """What of a brief is read later, as `Brief` has it."""

    blocks: tuple[Block, ...]
    quotations: tuple[Quotation, ...]
    findings: tuple[Finding, ...]
    own: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class BriefParts:
    """A brief without its text."""

    slug: str
    front: FrontMatter
    named: tuple[str, ...]
    included: tuple[str, ...]
    tree: Later[BriefTree]


def parts_of_brief(brief: Brief) -> BriefParts:
    """What is kept of a brief beside its text."""
    tree = BriefTree(brief.blocks, brief.quotations, brief.findings, brief.own)
    return BriefParts(brief.slug, brief.front, brief.named, brief.included, Later.of(tree))


class _UnreadBrief(Unread, Brief):
    __slots__ = ("_tree",)
    _type: ClassVar[type] = Brief

    def __init__(self, file: TextFile, parts: BriefParts) -> None:
        put(self, _tree=parts.tree, file=file, slug=parts.slug, front=parts.front)
        put(self, named=parts.named, included=parts.included)


@remembered(TextFile)
def whole_brief(file: TextFile, parts: BriefParts) -> Brief:
    """The brief that is in a file."""
    if not parts.tree.is_there:
        return _UnreadBrief(file, parts)
    tree = parts.tree.value
    return Brief(
        parts.slug,
        file,
        parts.front,
        tree.blocks,
        tree.quotations,
        tree.findings,
        tree.own,
        parts.named,
        parts.included,
    )


# ------------------------------------------------------------------------------------- as resolved


@dataclass(frozen=True, slots=True)
class ResolvedTree:
    """What of a resolved brief is read later, as `ResolvedBrief` has it."""

    blocks: tuple[Block, ...]
    citations: tuple[ResolvedCitation, ...]
    footnotes: tuple[Footnote, ...]
    quotations: tuple[ResolvedQuotation, ...]
    findings: tuple[Finding, ...]
    own: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ResolvedParts:
    """What a brief becomes when it is resolved, without the brief, and what is said of it."""

    works: tuple[str, ...]
    examined: tuple[str, ...]
    files: tuple[str, ...]
    named: tuple[str, ...]
    tree: Later[ResolvedTree]
    findings: tuple[Diagnostic, ...]


def parts_of_resolved(resolved: ResolvedBrief, findings: tuple[Diagnostic, ...]) -> ResolvedParts:
    """What is kept of a resolved brief, and what is said of it."""
    tree = ResolvedTree(
        resolved.blocks,
        resolved.citations,
        resolved.footnotes,
        resolved.quotations,
        resolved.findings,
        resolved.own,
    )
    return ResolvedParts(
        resolved.works, resolved.examined, resolved.files, resolved.named, Remade.of(tree), findings
    )


@dataclass(frozen=True, slots=True)
class Given:
    """A brief and what it is resolved with: its translations, and texts that say all it is made from."""

    brief: Brief
    translations: tuple[Translation, ...]
    needs: Needs


class _UnreadResolved(Unread, ResolvedBrief):
    __slots__ = ("_tree",)
    _type: ClassVar[type] = ResolvedBrief

    def __init__(self, given: Given, parts: ResolvedParts) -> None:
        put(self, _tree=parts.tree, brief=given.brief, works=parts.works, examined=parts.examined)
        put(self, files=parts.files, named=parts.named)
        put(self, translations=given.translations, needs=given.needs)


def whole_resolved(given: Given, parts: ResolvedParts) -> ResolvedBrief:
    """The brief, resolved."""
    return _whole_resolved(given.brief, given.translations, parts, given)


@remembered(Translation)
def _whole_resolved(
    _: Brief, __: tuple[Translation, ...], parts: ResolvedParts, given: Given
) -> ResolvedBrief:
    if not parts.tree.is_there:
        return _UnreadResolved(given, parts)
    tree = parts.tree.value
    return ResolvedBrief(
        given.brief,
        tree.blocks,
        tree.citations,
        tree.footnotes,
        tree.quotations,
        tree.findings,
        parts.works,
        parts.examined,
        given.translations,
        tree.own,
        parts.files,
        parts.named,
        given.needs,
    )


# ------------------------------------------------------------------------------------- as verified


@dataclass(frozen=True, slots=True)
class VerifiedTree:
    """What of a verified brief is read later, as `VerifiedBrief` has it."""

    quotations: tuple[VerifiedQuotation, ...]
    missed: tuple[ResolvedQuotation, ...]
    compared: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class VerifiedParts:
    """What a brief becomes when it is verified, without the brief, and what is said of it.

    `claims` are findings, too: of what its sentences state. `is_for_now`: what was found depends on more than
    what the brief names, as where words stand instead.
    """

    tree: Later[VerifiedTree]
    stale: tuple[StaleQuotation, ...]
    findings: tuple[Diagnostic, ...]
    claims: tuple[Diagnostic, ...]
    is_for_now: bool


class _UnreadVerified(Unread, VerifiedBrief):
    __slots__ = ("_tree",)
    _type: ClassVar[type] = VerifiedBrief

    def __init__(self, resolved: ResolvedBrief, parts: VerifiedParts, needs: Needs, summary: Summary) -> None:
        put(self, _tree=parts.tree, resolved=resolved, needs=needs, summary=summary)


@remembered()
def whole_verified(
    resolved: ResolvedBrief, parts: VerifiedParts, needs: Needs, summary: Summary | None
) -> VerifiedBrief:
    """The brief, verified; `needs` are what it was made from, and what is said of it goes into `summary`."""
    said = Summary() if summary is None else summary
    if not parts.tree.is_there:
        return _UnreadVerified(resolved, parts, needs, said)
    tree = parts.tree.value
    return VerifiedBrief(resolved, tree.quotations, tree.missed, tree.compared, needs, said)
