"""What is a citation on a page by hand: that which stands where Python-Markdown reads Markdown, and no other.

Python-Markdown is asked itself: with a note in the place of each citation it shows which of them it reads.
"""

import random
import re

import markdown
import pytest

from briefgen.markdown.walk import citations_in
from briefgen.model.work import Bibliography
from briefgen.parse.by_hand.as_text import as_text
from briefgen.parse.by_hand.page import ByHand, parse_page, readable
from briefgen.text import TextFile
from tests.sweep import SWEEP

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "meta",
    "tables",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tabbed",
]
SETTINGS = {"pymdownx.tabbed": {"alternate_style": True}}

PIECES = (
    "Words [@], and more\nof them [@].",
    "# A heading [@]",
    "## Another\n\nWith *words [@]* and **others [@]**.",
    "`[@]` is code, ``a ` [@]`` too, [@] is not.",
    "```\n[@]\n```",
    "~~~ text\n[@]\n\n```\n~~~",
    '``` { .python title="x" }\n<div>\n[@]\n```',
    "    [@] as code\n\n    and [@] more",
    "- item [@]\n- item\n\n    second paragraph [@]\n\n    - nested [@]\n\n            code [@]",
    "1. one [@]\n2. two\n\n    ```\n    [@]\n    ```",
    "> quoted [@]\n> words",
    "!!! note\n    Right below [@].\n\n    And apart [@].",
    '!!! warning "A title"\n\n    Text [@].\n\n        code [@]\n\n    !!! tip\n\n        nested [@]',
    "??? note\n\n    Folded [@].",
    '!!! note "A title [@] of “words”"\n\n    Text [@].',
    '- a list\n\n    ???+ tip "A title [@] and [@]"\n        Right below [@].',
    '=== "A tab [@]"\n\n    Text [@].\n\n        code [@]',
    '???+ tip "Open"\n\n    - a list [@]',
    '=== "One"\n\n    First [@].\n\n=== "Two"\n\n    ```\n    [@]\n    ```',
    "| a | b |\n| --- | --- |\n| [@] | words [@] |",
    "Term\n:   Meaning [@].\n\n    And more [@].",
    "Noted[^own{n}].\n\n[^own{n}]: In a note [@].",
    "<div>\nraw [@]\n\nstill raw [@]\n</div>",
    '<div class="grid" markdown>\nMarkdown [@]\n\n- a list [@]\n</div>',
    '<div markdown="1">\n\nMarkdown [@]\n\n<div>raw [@]</div>\n\n</div>',
    '<details markdown="1"><summary>raw</summary>\n\nMarkdown [@]\n\n</details>\n\nBelow.',
    "<!-- a comment [@]\n\nwith more [@] -->",
    "Words <!-- [@] --> around <b>bold [@]</b>.",
    '<span id="x"></span>\nText below a tag [@].',
    "<pre>\n[@]\n\n[@]\n</pre>",
    "<table>\n<tr><td>[@]</td></tr>\n</table>",
    "Escaped \\[@], and [@].",
    "Heading\n=======\n\nText [@].",
    "A link [word](https://example.org/) and [@].\n{: .class }",
    "***\n\nAfter a rule [@].",
)


def _page(numbers: list[int]) -> str:
    text = "\n\n".join(PIECES[number].replace("{n}", str(at)) for at, number in enumerate(numbers))
    count = iter(range(10_000))
    return re.sub(r"\[@\]", lambda _: f"[@k{next(count)}]", text) + "\n"


def _read_by_markdown(page: str) -> set[str]:
    """The citations that stand where Markdown is read."""
    keys = re.findall(r"\[@(k\d+)\]", page)
    notes = "\n\n".join(f"[^{key}]: note" for key in keys)
    shown = markdown.markdown(
        f"{page.replace('[@', '[^')}\n\n{notes}\n", extensions=EXTENSIONS, extension_configs=SETTINGS
    )
    seen = re.sub(r"<!--.*?-->", "", shown, flags=re.DOTALL)
    return set(re.findall(r'id="fnref:(k\d+)"', seen))


def _read_here(page: str) -> set[str]:
    file = TextFile("docs/page.md", page)
    asked = ByHand.of(file, readable(file), "en", Bibliography())
    return {citation.items[0].key for citation in citations_in(parse_page(asked).value.blocks)}


@pytest.mark.parametrize("number", range(len(PIECES)))
def test_each_piece_of_the_dialect_is_read_as_python_markdown_reads_it(number: int) -> None:
    page = _page([number])
    assert _read_here(page) == _read_by_markdown(page), page


@pytest.mark.parametrize("seed", range(20 * SWEEP))
def test_pieces_of_the_dialect_in_any_order(seed: int) -> None:
    chance = random.Random(seed)
    page = _page([chance.randrange(len(PIECES)) for _ in range(12)])
    assert len(as_text(page)) == len(page)
    assert _read_here(page) == _read_by_markdown(page), page
