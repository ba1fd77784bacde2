"""Which paragraphs and tables state a figure or a date, and which of them cite something for it."""

import pytest

from briefgen.coverage.figures import units_with_figures
from tests.markdown.reading import tree_of

CASES = {
    "nothing to cite": ("Some words.", ""),
    "a figure": ("It is 96 years old.", "no"),
    "a figure and a citation": ("It is 96 years old [@a].", "yes"),
    "a citation in the sentence": ("As @a says, it is 96.", "yes"),
    "each paragraph by itself": ("It is 96 [@a].\n\nIt has 2 lanes.", "yes no"),
    "a name is no figure": ("The Mi-8, the G7 and H2 fly.", ""),
    "a date": ("On 5 May.", "no"),
    "other digits": ("It is ٩٦ years old.", "no"),
    "code is no statement": ("Run `7`.", ""),
    "a number in a link's address": ("See [it](https://example.org/2025).", ""),
    "emphasised": ("It is *96*.", "no"),
    "a heading is not asked": ("## In 1929", ""),
    "quoted words are not ours": ("> In 1929 [@a]", ""),
    "a quotation in the line is": ("It says “1929”.", "no"),
    "a list, each entry": ("- 1 [@a]\n- 2\n- none", "yes no"),
    "a definition": ("Term\n:   In 1929.", "no"),
    "a table as a whole": ("| A | B |\n|---|---|\n| 1 | 2 |\n| 3 [@a] | 4 |", "yes"),
    "a table without": ("| A |\n|---|\n| 1 |", "no"),
    "a footnote that cites": ("In 1929.[^a]\n\n[^a]: See [@a].", "yes"),
    "a footnote that cites nothing": ("In 1929.[^a]\n\n[^a]: See.", "no"),
    "a figure in a footnote": ("Old.[^a]\n\n[^a]: Of 1929.", "no"),
    "what a colon leads to": ("In 1929 it said:\n\n> Words [@a]", "yes"),
    "a colon that leads to nothing": ("In 1929 it said:\n\n> Words", "no"),
    "no colon leads nowhere": ("In 1929 it said.\n\n> Words [@a]", "no"),
    "a correction that cites below": (
        "::: correction\n> Words [@b]\n\nIn 1929.\n\nSo says [@a].\n:::",
        "yes",
    ),
    "a correction that cites only what it quotes": ("::: correction\n> Words [@b]\n\nIn 1929.\n:::", "no"),
    "a claim": ("::: {.claim verdict=correct}\n> Words [@b]\n\nIn 1929.\n\n[@a]\n:::", "yes"),
    "another box does not cite for all": ("::: note\nIn 1929.\n\nSo says [@a].\n:::", "no"),
    "a translation is not ours": ("::: translation\nIn 1929.\n:::", ""),
    "a code block": ("```\n1929\n```", ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_figures(text: str, expected: str) -> None:
    found = units_with_figures(tree_of(text).blocks)
    assert " ".join("yes" if cited else "no" for _, cited in found) == expected
