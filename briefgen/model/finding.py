"""Findings: what a brief says of passages of the work it examines."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from briefgen.model.block import BlockQuote, Box, Paragraph
from briefgen.model.box import BoxKind, BoxRole
from briefgen.model.called import Called
from briefgen.model.inline import Citation


class FindingVerdict(StrEnum):
    """What is wrong, or not, with a passage, and the kind of box that says so.

    `called` is what it says on pages, `means` what the page on the method of a site says of it.
    """

    of: BoxKind
    called: Called
    means: Called

    FALSE = (
        "false",
        BoxKind.CORRECTION,
        Called(en="False", de="Falsch"),
        Called(
            en="The passage states something that the evidence contradicts.",
            de="Die Stelle behauptet etwas, dem die Belege widersprechen.",
        ),
    )
    MISLEADING = (
        "misleading",
        BoxKind.CORRECTION,
        Called(en="Misleading", de="Irreführend"),
        Called(
            en="Each word may be true, but the passage leads to a wrong conclusion.",
            de="Jedes Wort mag stimmen, doch die Stelle führt zu einem falschen Schluss.",
        ),
    )
    IMPRECISE = (
        "imprecise",
        BoxKind.CORRECTION,
        Called(en="Imprecise", de="Ungenau"),
        Called(
            en="The passage is right in the main and wrong, or too vague, in a detail that matters.",
            de="Die Stelle stimmt im Kern und ist in einer wichtigen Einzelheit falsch oder zu vage.",
        ),
    )
    OUT_OF_CONTEXT = (
        "out-of-context",
        BoxKind.CORRECTION,
        Called(en="Out of context", de="Aus dem Zusammenhang"),
        Called(
            en="The passage is true of something else than what it is said of.",
            de="Die Stelle trifft zu, aber auf etwas anderes als das, wovon sie spricht.",
        ),
    )
    UNVERIFIABLE = (
        "unverifiable",
        BoxKind.CLAIM,
        Called(en="Unverifiable", de="Nicht überprüfbar"),
        Called(
            en="Nothing we found confirms or contradicts the passage, or it names no one who could.",
            de="Nichts, was wir gefunden haben, bestätigt oder widerlegt die Stelle, oder sie nennt "
            "niemanden, der es könnte.",
        ),
    )
    LOADED = (
        "loaded",
        BoxKind.CLAIM,
        Called(en="Loaded wording", de="Wertende Sprache"),
        Called(
            en="The passage judges by its choice of words instead of saying who judges, and why.",
            de="Die Stelle urteilt durch ihre Wortwahl, statt zu sagen, wer urteilt und warum.",
        ),
    )
    CORRECT = (
        "correct",
        BoxKind.CLAIM,
        Called(en="Correct", de="Zutreffend"),
        Called(en="The evidence supports the passage.", de="Die Belege stützen die Stelle."),
    )

    def __new__(cls, name: str, of: BoxKind, called: Called, means: Called) -> Self:
        verdict = str.__new__(cls, name)
        verdict._value_ = name
        verdict.of = of
        verdict.called = called
        verdict.means = means
        return verdict


VERDICTS_OF = {
    kind: tuple(verdict for verdict in FindingVerdict if verdict.of is kind)
    for kind in BoxKind
    if kind.role is BoxRole.FINDS
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words as printed, and their translation where the brief gives one."""

    quote: BlockQuote
    translation: Box | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A box that finds, read: a correction says what is right instead, a claim is any other finding.

    `statement` is the first paragraph after the passages: what is right, or what is to be said of them.
    `evidence` are the citations of the box that stand outside its passages.
    """

    kind: BoxKind
    verdict: FindingVerdict
    box: Box
    passages: tuple[Passage, ...]
    statement: Paragraph
    evidence: tuple[Citation, ...]

    @property
    def identifier(self) -> str:
        """The id of the box; empty when its author gave none."""
        return self.box.attributes.identifier
