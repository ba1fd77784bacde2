"""Findings: what a brief says of passages of the work it examines."""

from dataclasses import dataclass
from enum import StrEnum

from briefgen.model.block import BlockQuote, Box, Paragraph
from briefgen.model.inline import Citation


class FindingKind(StrEnum):
    """A correction says what is right instead; a claim is any other finding."""

    CORRECTION = "correction"
    CLAIM = "claim"


class FindingVerdict(StrEnum):
    """What is wrong, or not, with a passage; the method page of a site explains each."""

    FALSE = "false"
    MISLEADING = "misleading"
    IMPRECISE = "imprecise"
    OUT_OF_CONTEXT = "out-of-context"
    UNVERIFIABLE = "unverifiable"
    LOADED = "loaded"
    CORRECT = "correct"


VERDICTS_OF = {
    FindingKind.CORRECTION: (
        FindingVerdict.FALSE,
        FindingVerdict.MISLEADING,
        FindingVerdict.IMPRECISE,
        FindingVerdict.OUT_OF_CONTEXT,
    ),
    FindingKind.CLAIM: (FindingVerdict.UNVERIFIABLE, FindingVerdict.LOADED, FindingVerdict.CORRECT),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words as printed, and their translation where the brief gives one."""

    quote: BlockQuote
    translation: Box | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A correction or claim box, read.

    `statement` is the first paragraph after the passages: what is right, or what is to be said of them.
    `evidence` are the citations of the box that stand outside its passages.
    """

    kind: FindingKind
    verdict: FindingVerdict
    box: Box
    passages: tuple[Passage, ...]
    statement: Paragraph
    evidence: tuple[Citation, ...]

    @property
    def identifier(self) -> str:
        """The id of the box; empty when its author gave none."""
        return self.box.attributes.identifier
