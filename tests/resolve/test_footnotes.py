"""The labels of footnotes and their order: readers count upwards, and a label lasts."""

from pathlib import Path
from typing import NamedTuple

import pytest

from briefgen.model.workspace import ResolvedBrief
from tests.severn import resolved, severn


class Case(NamedTuple):
    text: str
    marks: str
    """The label of each citation in the order of the text; ``-`` in a footnote: these come last."""
    notes: str
    """The footnotes in their order."""
    box: str = ""
    """The context box `rivers`."""


HERALD, COUNCIL, BOTE = "w-herald2025bridge", "w-council2025minutes", "w-bote2025bruecke"

CASES = {
    "each work its own": Case(
        "A [@herald2025bridge]. B [@council2025minutes].",
        f"{HERALD}-1 {COUNCIL}-1",
        f"{HERALD}-1 {COUNCIL}-1",
    ),
    "the same again": Case(
        "A [@herald2025bridge]. B [@council2025minutes]. C [@herald2025bridge].",
        f"{HERALD}-1 {COUNCIL}-1 {HERALD}-1",
        f"{HERALD}-1 {COUNCIL}-1",
    ),
    "the same in another paragraph, list and table": Case(
        "A [@herald2025bridge].\n\n- B [@herald2025bridge]\n\n| C |\n|---|\n| D [@herald2025bridge] |",
        f"{HERALD}-1 " * 2 + f"{HERALD}-1",
        f"{HERALD}-1",
    ),
    "another page is another note": Case(
        "A [@herald2025bridge, p. 1]. B [@herald2025bridge, p. 2]. C [@herald2025bridge, p. 1].",
        f"{HERALD}-1 {HERALD}-2 {HERALD}-1",
        f"{HERALD}-1 {HERALD}-2",
    ),
    "words before it make another one": Case(
        "A [@herald2025bridge]. B [see @herald2025bridge].",
        f"{HERALD}-1 {HERALD}-2",
        f"{HERALD}-1 {HERALD}-2",
    ),
    "without the author it is another one": Case(
        "A [@herald2025bridge]. B [-@herald2025bridge].", f"{HERALD}-1 {HERALD}-2", f"{HERALD}-1 {HERALD}-2"
    ),
    "in the sentence it is the same": Case(
        "A [@herald2025bridge]. @herald2025bridge says B.", f"{HERALD}-1 {HERALD}-1", f"{HERALD}-1"
    ),
    "a group is named after its first": Case(
        "A [@council2025minutes; @herald2025bridge]. B [@herald2025bridge; @council2025minutes].",
        f"{COUNCIL}-1 {HERALD}-1",
        f"{COUNCIL}-1 {HERALD}-1",
    ),
    "quoted words have a note of their own": Case(
        "A [@herald2025bridge]. “The engineers did not agree.” [@herald2025bridge] B [@herald2025bridge].",
        f"{HERALD}-1 {HERALD}-2 {HERALD}-1",
        f"{HERALD}-1 {HERALD}-2",
    ),
    "the same words twice have two": Case(
        "“did not agree” [@herald2025bridge], and “did not agree” [@herald2025bridge].",
        f"{HERALD}-1 {HERALD}-2",
        f"{HERALD}-1 {HERALD}-2",
    ),
    "in a heading, a quotation and a box": Case(
        "## One [@bote2025bruecke]\n\n> did not agree [@herald2025bridge]\n\n"
        "::: context\nBox [@council2025minutes].\n:::",
        f"{BOTE}-1 {HERALD}-1 {COUNCIL}-1",
        f"{BOTE}-1 {HERALD}-1 {COUNCIL}-1",
    ),
    "an author's note stands where its mark is": Case(
        "A [@herald2025bridge].[^one] B [@council2025minutes].\n\n[^one]: A note.",
        f"{HERALD}-1 {COUNCIL}-1",
        f"{HERALD}-1 n-one {COUNCIL}-1",
    ),
    "defined first, marked last": Case(
        "[^one]: A note.\n\nA [@herald2025bridge].[^one]", f"{HERALD}-1", f"{HERALD}-1 n-one"
    ),
    "in the order of the marks": Case(
        "A.[^two] B.[^one] C.[^two]\n\n[^one]: One.\n\n[^two]: Two.", "", "n-two n-one"
    ),
    "a citation in a note has none": Case("A.[^one]\n\n[^one]: See [@herald2025bridge].", "-", "n-one"),
    "a citation in a note and outside": Case(
        "A.[^one] B [@herald2025bridge].\n\n[^one]: See [@herald2025bridge].",
        f"{HERALD}-1 -",
        f"n-one {HERALD}-1",
    ),
    "a note in a note comes after all": Case(
        "A.[^one] B [@herald2025bridge].\n\n[^one]: See the other.[^two]\n\n[^two]: Two.",
        f"{HERALD}-1",
        f"n-one {HERALD}-1 n-two",
    ),
    "a note that is never marked": Case("A.\n\n[^one]: A note.", "", ""),
    "a mark without a note": Case("A.[^nowhere]", "", ""),
    "letters that no address has": Case("A.[^Ö-1]\n\n[^Ö-1]: A note.", "", "n-Ö-1"),
    "an unknown work has none": Case(
        "A [@nowhere2025]. B [@herald2025bridge].", f"{HERALD}-1", f"{HERALD}-1"
    ),
    "an unknown work in a group": Case(
        "A [@nowhere2025; @herald2025bridge].", "w-nowhere2025-1", "w-nowhere2025-1"
    ),
    "an included box counts where it stands": Case(
        "A [@herald2025bridge].\n\n::: {.context include=rivers}\n:::\n\nB [@bote2025bruecke].",
        f"{HERALD}-1 {COUNCIL}-1 {BOTE}-1",
        f"{HERALD}-1 {COUNCIL}-1 n-rivers.2Een-one {BOTE}-1",
        box="A river [@council2025minutes].[^one]\n\n[^one]: A note.",
    ),
    "included twice it counts once": Case(
        "::: {.context #a include=rivers}\n:::\n\n::: {.context #b include=rivers}\n:::",
        f"{COUNCIL}-1 {HERALD}-1",
        f"{COUNCIL}-1 {HERALD}-1 n-rivers.2Een-one",
        box="A river [@council2025minutes], “did not agree” [@herald2025bridge].[^one]\n\n[^one]: A note.",
    ),
    "a box and its brief may use one label": Case(
        "A.[^one]\n\n::: {.context include=rivers}\n:::\n\n[^one]: Ours.",
        "",
        "n-one n-rivers.2Een-one",
        box="A river.[^one]\n\n[^one]: The box's.",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_footnotes(case: Case, tmp_path: Path) -> None:
    box = f"---\ntitle: Rivers\nas_of: 2025-05-01\n---\n\n{case.box or 'Nothing.'}\n"
    corpus, _ = resolved(severn(tmp_path / "p", {"one": case.text}, {"sources/context/rivers.en.md": box}))
    (brief,) = corpus.briefs
    assert " ".join(note.label for note in brief.footnotes) == case.notes
    assert marks(brief) == case.marks


def marks(brief: ResolvedBrief) -> str:
    return " ".join(citation.label or "-" for citation in brief.citations)


def test_no_note_is_without_a_mark_and_no_mark_without_a_note(tmp_path: Path) -> None:
    for number, case in enumerate(CASES.values()):
        corpus, _ = resolved(severn(tmp_path / str(number), {"one": case.text}))
        (brief,) = corpus.briefs
        labels = [note.label for note in brief.footnotes]
        assert len(labels) == len(set(labels))
        assert {one.label for one in brief.citations if one.label} <= set(labels)
