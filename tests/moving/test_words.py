"""Whatever stands in whatever: no word of a text goes without a word."""

import random
import re

import pytest

from briefgen.moving.convert import convert, open_text
from briefgen.moving.seen import Around
from briefgen.moving.shape import Shape
from briefgen.moving.targets import find_targets
from briefgen.text import TextFile
from tests.sweep import SWEEP

INLINE = """
W|*W W*|**W**|`W`|`W`{.W}|[W](W.md)|[W](#W)|![W](W.png)|![W W](W.png "W"){#fig-W width=W}|[W]{.W}
[W]{#W .mark}|$W$|[@W, p. W]|@W [W]|^[W]|[^W]|{cite:p}`W,W`|{ref}`W <W>`|{W}`W`|{abbr}`W (W)`
{sub}`W`|[[W]]|[[W#W\\|W]]|![[W.png|W]]|%%W%%|<!-- W -->|{{< W W >}}|{{ W }}|\\autoref{W}|\\emph{W}
\\W{W}|\\label{W}|$W|W$|`W|W`|{W|W}|[W|W]|(W)=|<W|%|%%|W::|@fig-W|[@fig-W; @tbl-W]
https://example.org/W|"W W"|‘W’|==W==|~~W~~|W~W~|W^W^|\\$W|#W|(@W)
"""
BLOCKS = """
# T|## T {#W .W}|T|- T|> T|    W W|1. T|: T|Table: T {#tbl-W}|% W|+++|(W)=|---|***|T ^W|\\newpage|[TOC]|W|
""".strip("\n").split("|")
AROUND = (
    ("```", "```"),
    ("```W", "```"),
    ("```{note} W", "```"),
    ("```{W} W", "```"),
    ("```{figure} W.png\n:name: W\n:alt: W", "```"),
    ("```{code-cell} W", "```"),
    ("```{list-table} W\n:header-rows: 1", "```"),
    ("```{math}\n:label: W", "```"),
    ("```{python}\n#| label: fig-W\n#| fig-cap: W W", "```"),
    (":::{note}", ":::"),
    ("::: W", ":::"),
    ('::: {.callout-tip title="W W"}', ":::"),
    ("::: {#fig-W .W}", ":::"),
    ("<!-- W", "-->"),
    ("> [!note] W", ""),
    ('!!! note "W"', ""),
    ("$$", "$$ {#eq-W}"),
    ("\\begin{equation}\\label{W}", "\\end{equation}"),
    ("+---+---+", "+---+---+"),
    ("---\nW: W", "---"),
)
SIGNS = [one for line in INLINE.strip().split("\n") for one in line.split("|")]


class Author:
    """Somebody who writes anything in anything, and never the same word twice."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = 0

    def named(self, text: str) -> str:
        def word(_: re.Match[str]) -> str:
            self.words += 1
            return f"w{self.words}x"

        return re.sub(r"\bW\b", word, text)

    def line(self) -> str:
        return " ".join(self.chance.choice(SIGNS) for _ in range(self.chance.randint(1, 6)))

    def blocks(self, depth: int) -> list[str]:
        lines: list[str] = []
        for _ in range(self.chance.randint(1, 4)):
            if depth and self.chance.random() < 0.4:
                first, last = self.chance.choice(AROUND)
                inside = self.blocks(depth - 1)
                sign = "> " if first.startswith(">") else "    " if first.startswith("!!!") else ""
                lines += [
                    *first.split("\n"),
                    *(f"{sign}{line}" for line in inside),
                    *([last] if last else []),
                ]
            else:
                block = self.chance.choice(BLOCKS)
                lines += re.sub(r"\bT\b", lambda _: self.line(), block).split("\n")
            if self.chance.random() < 0.8:
                lines.append("")
        return lines

    def text(self) -> str:
        head = self.chance.choice(["", "", "---\ntitle: W\nkey: [W, W]\n---\n\n", "# W\n\n", "% W\n% W\n\n"])
        return self.named(head + "\n".join(self.blocks(2)) + "\n")


@pytest.mark.parametrize("shape", list(Shape))
def test_no_word_goes_without_a_word(shape: Shape) -> None:
    for seed in range(150 * SWEEP):
        text = Author(seed).text()
        file = TextFile("a.md", text)
        opened = open_text(file, "a", Around(shape))
        targets = find_targets(opened.seen, opened.title_line)
        made = convert(open_text(file, "a", Around(shape, targets=targets)), draft=False, abstract="Abstract")
        told = made.text + " ".join(note.what for note in made.notes)
        lost = set(re.findall(r"w\d+x", text)) - set(re.findall(r"w\d+x", told.lower()))
        assert not lost, (shape, seed, text, made.text)
        assert len(made.lines) == len(made.text.split("\n"))
        assert all(0 < place.line <= text.count("\n") + 1 for place in made.lines)
