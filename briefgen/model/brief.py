"""Briefs: an annotated source file, parsed."""

from dataclasses import dataclass
from enum import StrEnum

from briefgen.model.block import Block
from briefgen.model.finding import Finding
from briefgen.model.named import Reference
from briefgen.model.quotation import Quotation
from briefgen.text import Span, TextFile

FIRST_VERSION = "1.0"
"""That of a brief which says none."""


class Status(StrEnum):
    """Where a brief stands: drafts are checked, not published."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class ErratumKind(StrEnum):
    """What a dated change to a published brief was."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    RETRACTION = "retraction"


@dataclass(frozen=True, slots=True)
class Erratum:
    """A dated change to a published brief of ours; `where` is the id of the changed place, `version` the one
    that the change made, either empty if not given."""

    date: str
    kind: ErratumKind
    was: str
    now: str
    where: str
    span: Span
    version: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """Whether those who are behind a report that is examined were asked, and what they said; empty means not.

    `work` is its key, which may be left out where a brief examines one; `why_not` is why nobody was asked.
    """

    work: str
    asked: str = ""
    answered: str = ""
    said: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a brief, typed. Dates are ISO 8601 days. Empty means not given.

    `title_span` is where the title stands; `span` covers the whole front matter. `minor`: what has changed
    since it was locked are slips of the pen.
    """

    title: str
    title_span: Span
    date: str
    lang: str
    span: Span
    description: str = ""
    description_span: Span | None = None
    updated: str = ""
    version: str = FIRST_VERSION
    status: Status = Status.PUBLISHED
    authors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    topics: tuple[Reference, ...] = ()
    about: tuple[Reference, ...] = ()
    translation_of: Reference | None = None
    aliases: tuple[Reference, ...] = ()
    replies: tuple[Reply, ...] = ()
    errata: tuple[Erratum, ...] = ()
    license: str = ""
    minor: bool = False

    @property
    def tags(self) -> tuple[str, ...]:
        """The topics as the author spells them."""
        return tuple(topic.name for topic in self.topics)

    @property
    def changed(self) -> str:
        """The day of its last change, which may be that of its publication."""
        return self.updated or self.date

    @property
    def is_corrected(self) -> bool:
        """Whether it is published and was wrong or misleading, which readers are told in the place of its
        status; what was only brought up to date is told by its day."""
        amends = any(erratum.kind is not ErratumKind.UPDATE for erratum in self.errata)
        return amends and self.status is Status.PUBLISHED


@dataclass(frozen=True, slots=True)
class Brief:
    """One annotated source file, parsed: nothing is looked up in any other file yet.

    `own` are the places of words in quotation marks that the author declares his own. `named` are the keys of
    works that it cites or is about, `included` the names of the context boxes it includes, both sorted.
    """

    slug: str
    file: TextFile
    front: FrontMatter
    blocks: tuple[Block, ...]
    quotations: tuple[Quotation, ...]
    findings: tuple[Finding, ...]
    own: tuple[Span, ...] = ()
    named: tuple[str, ...] = ()
    included: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContextFile:
    """A reusable context box: `sources/context/<name>.<lang>.md`; `as_of` is an ISO 8601 date.

    `own` is what it is in a brief.
    """

    name: str
    lang: str
    title: str
    as_of: str
    file: TextFile
    blocks: tuple[Block, ...]
    quotations: tuple[Quotation, ...]
    own: tuple[Span, ...] = ()
