"""The values between the stages: each wraps the one before, and holds less doubt.

`Workspace` is what the authors' files say; in a `Corpus` every key is a work and every footnote has its
label; in a `VerifiedCorpus` every quotation has been looked up.

Where a value speaks of a work or a capture it holds its key, not the thing: a brief can be stored and sent
without the bibliography. All are equal when they say the same, loaded twice or pickled.
"""

from dataclasses import dataclass, field

from briefgen.each import Needs
from briefgen.model.block import Block, FootnoteDefinition
from briefgen.model.brief import Brief, ContextFile, FrontMatter
from briefgen.model.capture import Blob, Capture, CaptureList, Captures
from briefgen.model.compared import Compared
from briefgen.model.finding import Finding
from briefgen.model.included import Included
from briefgen.model.inline import Citation, CitationItem
from briefgen.model.lock import Lock, LockEntry
from briefgen.model.published import PublishedLock
from briefgen.model.quotation import Quotation
from briefgen.model.reference import Fragments, Styled
from briefgen.model.settings import Settings
from briefgen.model.since import Since
from briefgen.model.translation import Translation
from briefgen.model.verdict import ElisionKind, ElisionWarning, Verdict
from briefgen.model.work import Bibliography
from briefgen.summed import Summary, summed
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything the authors wrote, parsed; `blobs` is what lies in ``seeds/``, `included` are the lists that
    pages by hand include, `pages` those pages by hand that cite: as briefs, each with its path for a slug."""

    settings: Settings
    briefs: tuple[Brief, ...]
    contexts: tuple[ContextFile, ...]
    works: Bibliography
    capture_list: CaptureList
    blobs: tuple[Blob, ...]
    lock: Lock | None = None
    included: tuple[Included, ...] = ()
    published: PublishedLock | None = None
    pages: tuple[Brief, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedCitation:
    """A citation and those of its items whose works are known.

    `label` names its footnote, empty inside another footnote.
    """

    citation: Citation
    items: tuple[CitationItem, ...]
    label: str


@dataclass(frozen=True, slots=True)
class ResolvedQuotation:
    """A quotation and the keys of the works its words must stand in, those that are known.

    `translation`: the words are a translation of the words quoted in the citation's locator, and are not
    themselves looked up. `keys` is empty for an unbound quotation. `language` is the BCP 47 tag of the text
    that quotes.
    """

    quotation: Quotation
    keys: tuple[str, ...]
    translation: bool
    language: str = ""


@dataclass(frozen=True, slots=True)
class CitationFootnote:
    """The footnote of one citation group, or of several identical ones (then of the first)."""

    label: str
    citation: ResolvedCitation


@dataclass(frozen=True, slots=True)
class AuthorFootnote:
    """A footnote the author wrote."""

    label: str
    definition: FootnoteDefinition


Footnote = CitationFootnote | AuthorFootnote


@dataclass(frozen=True, slots=True)
class ResolvedBrief:
    """A brief with its context boxes filled in, its keys looked up and its footnotes in order.

    `blocks` is the whole tree, included boxes in place. `footnotes` stand in order of first reference.
    `works` are the keys of the works cited, in order of first citation, and of those `examined`, which the
    brief is about. `own` are the words in quotation marks that are declared its author's own. `files` are the
    paths that its blocks come from, `named` the keys that stand in them. `needs` says all it was made from,
    nothing where nobody can tell.
    """

    brief: Brief
    blocks: tuple[Block, ...]
    citations: tuple[ResolvedCitation, ...]
    footnotes: tuple[Footnote, ...]
    quotations: tuple[ResolvedQuotation, ...]
    findings: tuple[Finding, ...]
    works: tuple[str, ...]
    examined: tuple[str, ...]
    translations: tuple[Translation, ...]
    own: tuple[Span, ...] = ()
    files: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    needs: Needs = field(default=(), compare=False, repr=False)

    @property
    def front(self) -> FrontMatter:
        """The brief's front matter."""
        return self.brief.front

    @property
    def slug(self) -> str:
        """The brief's slug."""
        return self.brief.slug


@dataclass(frozen=True, slots=True)
class Corpus:
    """All briefs resolved.

    `unused` are the quotations of context boxes that no brief includes: they are checked, and that is all.
    """

    workspace: Workspace
    briefs: tuple[ResolvedBrief, ...]
    unused: tuple[ResolvedQuotation, ...]
    pages: tuple[ResolvedBrief, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkLookup:
    """What came of looking a quotation up in one work.

    `key` names the work, `capture` is the number of its capture (`Captures.numbered`). Without one there is
    nothing to look in: `capture` and `verdict` are None, and that never counts as verified. `ranges` are
    ``[start, end)`` in the capture's text, one for each fragment; `occurrences` says how often the whole
    quotation stands there. `locked` is the day on which the lock says that just this was verified, empty when
    it does not. `omissions` are what is remarkable about those of the quotation; `acknowledged` names the
    rules whose warnings its author answered with a reason (`Quotation.elision_ok`). `since`: in a later one.
    """

    key: str
    capture: int | None
    verdict: Verdict | None
    ranges: tuple[tuple[int, int], ...]
    occurrences: int = 0
    locked: str = ""
    omissions: tuple[ElisionWarning, ...] = ()
    acknowledged: tuple[str, ...] = ()
    since: Since | None = None

    @property
    def not_judged(self) -> bool:
        """Whether it has an omission that nobody judged, for want of lists of words of its language."""
        return any(one.kind is ElisionKind.NOT_JUDGED for one in self.omissions)


@dataclass(frozen=True, slots=True)
class VerifiedQuotation:
    """A quotation that was looked up wherever that was possible, and was not missed anywhere."""

    resolved: ResolvedQuotation
    checks: tuple[WorkLookup, ...]

    @property
    def quotation(self) -> Quotation:
        """The quotation as the author wrote it."""
        return self.resolved.quotation

    @property
    def verified(self) -> bool:
        """Whether the words were found in a capture."""
        return any(check.verdict is not None for check in self.checks)


@dataclass(frozen=True, slots=True)
class VerifiedBrief:
    """A brief whose quotations have been looked up; `missed` are those that a captured work does not have.

    `compared` are its sentences that cite. `needs` says all it was made from, nothing where nobody can tell;
    `summary` is what was said of it.
    """

    resolved: ResolvedBrief
    quotations: tuple[VerifiedQuotation, ...]
    missed: tuple[ResolvedQuotation, ...] = ()
    compared: tuple[Compared, ...] = ()
    needs: Needs = field(default=(), compare=False, repr=False)
    summary: Summary = field(default_factory=Summary, compare=False, repr=False)

    @property
    def around(self) -> str:
        """Nothing: what is said of it depends on nothing else."""
        return ""

    @property
    def last_verified(self) -> str:
        """The newest day the lock names for its quotations; empty unless all that were found are locked."""
        return _last_verified(self)

    @property
    def front(self) -> FrontMatter:
        """The brief's front matter."""
        return self.resolved.brief.front

    @property
    def slug(self) -> str:
        """The brief's slug."""
        return self.resolved.brief.slug


@summed
def _last_verified(brief: VerifiedBrief) -> str:
    days = [check.locked for found in brief.quotations for check in found.checks if check.verdict is not None]
    return max(days, default="") if all(days) else ""


@dataclass(frozen=True, slots=True)
class StaleQuotation:
    """A quotation that was verified in a capture which is not the work's capture any more.

    `check` is what came of looking it up in the new one; None when that does not have the words, or when
    there is no capture now.
    """

    entry: LockEntry
    quotation: Quotation
    check: WorkLookup | None


@dataclass(frozen=True, slots=True)
class VerifiedCorpus:
    """Everything the pages are made from, and what the lock said beforehand.

    `captures` are those that can be searched. `styled` is there where references are printed in a style of
    CSL. `pages` are those by hand that cite.
    """

    corpus: Corpus
    briefs: tuple[VerifiedBrief, ...]
    captures: Captures
    stale: tuple[StaleQuotation, ...] = ()
    styled: Styled | None = None
    pages: tuple[VerifiedBrief, ...] = ()

    @property
    def settings(self) -> Settings:
        """The settings of the site."""
        return self.corpus.workspace.settings

    @property
    def works(self) -> Bibliography:
        """The whole bibliography."""
        return self.corpus.workspace.works

    @property
    def texts(self) -> tuple[VerifiedBrief, ...]:
        """All that cites."""
        return (*self.briefs, *self.pages)

    @property
    def newest(self) -> str:
        """The newest day, ISO 8601, on which a brief was published, changed or verified, if any was."""
        days = [brief.front.changed for brief in self.briefs]
        days += [erratum.date for brief in self.briefs for erratum in brief.front.errata]
        days += [brief.last_verified for brief in self.briefs]
        return max(days, default="")

    @property
    def lock(self) -> Lock | None:
        """What was locked beforehand."""
        return self.corpus.workspace.lock

    @property
    def capture_list(self) -> CaptureList:
        """What captures.yml says, of captures and of works that have none."""
        return self.corpus.workspace.capture_list

    def searched(self, check: WorkLookup) -> Capture | None:
        """The capture in which words were looked up."""
        return None if check.capture is None else self.captures.numbered(check.key, check.capture)

    def styled_work(self, key: str) -> Fragments | None:
        """A work by itself, where references are printed in a style of CSL."""
        return self.styled.works.get(key) if self.styled else None
