"""What only the work's entry can say: which last line of a block quote is its attribution, and what is a
translation of the words beside it."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.severn import resolved, severn


class Case(NamedTuple):
    last: str
    """The last paragraph of a block quote."""
    quoted: bool
    """Whether it is looked up with the words above it."""


LAST = {
    "its citation alone": Case("[@herald2025bridge]", quoted=False),
    "a dash and the author": Case("— Ann Reed [@herald2025bridge]", quoted=False),
    "the author's name in the middle": Case("— as Reed wrote [@herald2025bridge]", quoted=False),
    "in small letters": Case("— reed [@herald2025bridge]", quoted=False),
    "the paper": Case("— The Severn Herald [@herald2025bridge]", quoted=False),
    "a word of the title": Case("— from “Bridge to Close” [@herald2025bridge]", quoted=True),
    "the title without marks": Case("— Bridge to Close [@herald2025bridge]", quoted=False),
    "an institution": Case("— Severnbridge Town Council [@council2025minutes]", quoted=False),
    "somebody else": Case("— Ute Kern [@herald2025bridge]", quoted=True),
    "of another work that is cited, too": Case(
        "— Ute Kern [@herald2025bridge; @bote2025bruecke]", quoted=False
    ),
    "words that any sentence has": Case("— to the [@herald2025bridge]", quoted=True),
    "a whole sentence": Case("— Reed was there. [@herald2025bridge]", quoted=True),
    "two sentences": Case("— Ann Reed wrote. She said so [@herald2025bridge]", quoted=True),
    "an abbreviation is no end": Case("— Reed, Ann, ed. [@herald2025bridge]", quoted=False),
    "too long for one": Case(f"— Reed {'and so on ' * 9}[@herald2025bridge]", quoted=True),
    "with a picture": Case("— Reed ![x](x.png) [@herald2025bridge]", quoted=True),
    "no work": Case("— Reed [@nowhere2025]", quoted=True),
}


@pytest.mark.parametrize("case", LAST.values(), ids=LAST)
def test_the_last_line_of_a_block_quote(case: Case, tmp_path: Path) -> None:
    corpus, _ = resolved(severn(tmp_path / "p", {"one": f"> The engineers did not agree.\n>\n> {case.last}"}))
    (found,) = corpus.briefs[0].quotations
    assert (found.quotation.text != "The engineers did not agree.") is case.quoted
    assert found.quotation.attribution is None or not case.quoted


class Beside(NamedTuple):
    lang: str
    text: str
    translations: str
    """The words that are a translation."""


BESIDE = {
    "of another language": Beside(
        "en", "“The bridge is closed” [@bote2025bruecke, „Brücke“]", "The bridge is closed"
    ),
    "of our own": Beside("de", "„Die Brücke ist zu“ [@bote2025bruecke, „Brücke“]", ""),
    "in the language of the work": Beside(
        "en", "“die Schließung der Brücke” [@bote2025bruecke, „Brücke“]", ""
    ),
    "of another region": Beside("en-GB", "“The bridge” [@herald2025bridge, “bridge”]", ""),
    "without words beside it": Beside("en", "“The bridge is closed” [@bote2025bruecke]", ""),
    "without a capture nobody knows": Beside("en", "“The bridge” [@council2025minutes, „Brücke“]", ""),
    "of one of two works": Beside(
        "en", "“The bridge is closed” [@herald2025bridge; @bote2025bruecke, „Brücke“]", "The bridge is closed"
    ),
}


@pytest.mark.parametrize("case", BESIDE.values(), ids=BESIDE)
def test_words_beside_a_quoted_locator(case: Beside, tmp_path: Path) -> None:
    text = f"---\ntitle: The bridge\ndate: 2025-05-06\nlang: {case.lang}\n---\n\n{case.text}.\n"
    corpus, _ = resolved(severn(tmp_path / "p", {"one": text}))
    found = [one.quotation.text for one in corpus.briefs[0].quotations if one.translation]
    assert " ".join(found) == case.translations
