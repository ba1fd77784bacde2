"""What the text of one brief needs to know of everything else while it is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.catalogue import Words, words_for
from briefgen.model.address import work_address
from briefgen.model.citation import Citation
from briefgen.model.document import FootnoteDefinition, FootnoteMark
from briefgen.model.workspace import (
    AuthorFootnote,
    Check,
    ResolvedCitation,
    VerifiedBrief,
    VerifiedQuotation,
)
from briefgen.render.escape import escape_attribute
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class BriefView:
    """Look-ups for one brief; `up` leads from its page to the folder `docs/`."""

    lang: str
    words: Words
    citations: Mapping[Citation, ResolvedCitation]
    quotations: Mapping[Span, VerifiedQuotation]
    definitions: Mapping[tuple[str, str], str]
    marked: frozenset[str]
    up: str = "../"

    @staticmethod
    def of(brief: VerifiedBrief) -> "BriefView":
        """The view of a brief that is published in ``docs/briefs/``."""
        resolved = brief.resolved
        return BriefView(
            lang=brief.front.lang,
            words=words_for(brief.front.lang),
            citations={citation.citation: citation for citation in resolved.citations},
            quotations={found.quotation.span: found for found in brief.quotations},
            definitions={
                _definition_key(note.definition): note.label
                for note in resolved.footnotes
                if isinstance(note, AuthorFootnote)
            },
            marked=frozenset(mark.target for q in resolved.quotations for mark in q.quotation.marks),
        )

    def note_label(self, mark: FootnoteMark) -> str:
        """The label an author's footnote is published under."""
        return self.definitions[(mark.span.path, mark.label)]

    def language_of(self, quotation: VerifiedQuotation) -> str:
        """The language quoted words are in: that of the capture, else the work's, else the brief's."""
        for check in quotation.checks:
            if check.capture:
                return check.capture.language
        for work in quotation.resolved.works:
            if work.language:
                return work.language
        return self.lang

    def passage_mark(self, quotation: VerifiedQuotation) -> str:
        """The small mark that leads from a verified quotation to its passage on the work's page."""
        check = found_check(quotation)
        if check is None:
            return ""
        address = f"{self.up}sources/{work_address(check.work.key)}.md#{passage_id(check)}"
        said = escape_attribute(self.words.found_short)
        return f'[✓]({address} "{said}"){{ .found }}'


def found_check(quotation: VerifiedQuotation) -> Check | None:
    """The first work the quotation was found in."""
    return next((check for check in quotation.checks if check.verdict is not None), None)


def passage_id(check: Check) -> str:
    """The id of a passage on its work's page: where it stands in the capture."""
    assert check.ranges
    return f"q-{check.ranges[0][0]}-{check.ranges[-1][1]}"


def _definition_key(definition: FootnoteDefinition) -> tuple[str, str]:
    return definition.span.path, definition.label
