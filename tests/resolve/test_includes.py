"""Which file fills a box, and what is said where none does."""

from pathlib import Path
from typing import NamedTuple

import pytest

from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import walk_blocks
from briefgen.model.block import Box
from tests.severn import resolved, severn


class Case(NamedTuple):
    lang: str
    text: str
    boxes: tuple[str, ...]
    """The title of each box, and its day."""
    findings: tuple[str, ...] = ()


FILES = {"rivers.en": "Rivers", "rivers.de": "Flüsse", "rivers.de-AT": "Donau", "bridges.fr": "Ponts"}
RIVERS = "::: {.context include=rivers}\n:::"
BRIDGES = "::: {.context include=bridges}\n:::"

CASES = {
    "in the language of the brief": Case("de", RIVERS, ("Flüsse 2025-05-01",)),
    "of its region": Case("de-AT", RIVERS, ("Donau 2025-05-01",)),
    "of another region": Case("de-CH", RIVERS, ("Flüsse 2025-05-01",)),
    "a region is no language": Case("fr-FR", BRIDGES, ("Ponts 2025-05-01",)),
    "another language is none": Case("en", BRIDGES, (" ",), ("include-unknown 7:15",)),
    "no such file": Case("en", "::: {.context include=lakes}\n:::", (" ",), ("include-unknown 7:15",)),
    "a title of its own": Case("en", '::: {.context include=rivers title="Ours"}\n:::', ("Ours 2025-05-01",)),
    "twice": Case("en", f"{RIVERS}\n\n{RIVERS}", ("Rivers 2025-05-01",) * 2),
    "in a list": Case("en", "- A\n\n  ::: {.context include=rivers}\n  :::", ("Rivers 2025-05-01",)),
    "in a box": Case("en", f":::: {{.context title=Outer}}\n{RIVERS}\n::::", ("Outer ", "Rivers 2025-05-01")),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_boxes(case: Case, tmp_path: Path) -> None:
    head = f"---\ntitle: The bridge\ndate: 2025-05-06\nlang: {case.lang}\n---\n\n"
    boxes = {
        f"sources/context/{name}.md": f"---\ntitle: {title}\nas_of: 2025-05-01\n---\n\nIn {name}.\n"
        for name, title in FILES.items()
    }
    corpus, findings = resolved(severn(tmp_path / "p", {"one": f"{head}{case.text}\n"}, boxes))
    found = [block for block in walk_blocks(corpus.briefs[0].blocks) if isinstance(block, Box)]
    assert tuple(f"{plain_text(box.title)} {box.as_of or ''}" for box in found) == case.boxes
    assert tuple(findings) == case.findings
