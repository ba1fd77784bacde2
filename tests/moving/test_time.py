"""No text makes a move slow: what is four times as long takes four times as long, be it closed or not.

Almost all of a move is search by patterns, whose steps nobody counts: so CPU, and a bound far from it.
"""

from collections import Counter
from pathlib import Path, PurePath
from time import process_time

import pytest

from briefgen.diagnostics import Told
from briefgen.model.brief import Brief
from briefgen.moving.documents import Documents
from briefgen.moving.move import move_in
from briefgen.moving.reading.folder import Folder
from briefgen.moving.shape import Shape
from briefgen.moving.source import Source
from briefgen.parse.brief import parse_brief
from briefgen.text import TextFile
from tests.hostile.shapes import whole
from tests.moving.test_move import write

HEAD = "---\ntitle: T\ndate: 2024-01-01\n---\n\n"
SMALL = 8_000
GROWTH, ALLOWED = 8, 0.25
"""With its square it would take 16 times as long; what is shorter than this many seconds is fast."""

SHAPES = {
    "shortcodes that no sign ends": (Shape.QUARTO, whole("{{< include ")),
    "a shortcode with a long name": (Shape.QUARTO, whole("a", "{{< ")),
    "spaces in a shortcode": (Shape.QUARTO, whole(" ", "{{< a", "b")),
    "a cell with a long name": (Shape.QUARTO, whole("a", "```{")),
    "keys in a bracket that is open": (Shape.PANDOC, whole("@a", "[")),
    "keys in a link": (Shape.PANDOC, whole("@a ", "[", "](b)")),
    "a cross-reference with a long name": (Shape.PANDOC, whole("a-", "[@fig-", " @b]")),
    "an id in braces that are open": (Shape.PANDOC, whole("a", "{#")),
    "many ids in braces": (Shape.PANDOC, whole("#a ", "{")),
    "a heading of signs": (Shape.PANDOC, whole("#", "# ", "b")),
    "spaces in a heading": (Shape.PANDOC, whole(" ", "# a", "b")),
    "spaces in a heading below the title": (Shape.PANDOC, whole(" ", "Text.\n\n## a", "b {#c}")),
    "spaces in a caption": (Shape.PANDOC, whole(" ", "| a |\n|---|\n| b |\n\n: c", "d")),
    "spaces in the caption of a picture": (Shape.JOSS, whole(" ", "![a", "b](c.png)")),
    "an id behind a caption, open": (Shape.PANDOC, whole("a", "| a |\n|---|\n| b |\n\n: c {#")),
    "blocks of code": (Shape.PANDOC, whole("```\na\n```\n\n")),
    "blocks of metadata": (Shape.PANDOC, whole("---\na: b\n---\n\n")),
    "a formula that is long": (Shape.PANDOC, whole("a ", "$$\n", "\n$$")),
    "dollars": (Shape.PANDOC, whole("$a ")),
    "comments that are open": (Shape.PANDOC, whole("<!-- ")),
    "a directive with a long name": (Shape.MYST, whole("a", "```{")),
    "directives of colons in each other": (Shape.MYST, whole("::: {.a}\n")),
    "a role with spaces": (Shape.MYST, whole(" ", "{ref}`a", "b`")),
    "roles that are open": (Shape.MYST, whole("{cite}`")),
    "links that are open": (Shape.OBSIDIAN, whole("[[a|")),
    "comments of percents": (Shape.OBSIDIAN, whole("%% a ")),
    "callouts in each other": (Shape.OBSIDIAN, whole("> [!tip]\n")),
    "labels that are open": (Shape.JOSS, whole("\\ref{")),
    "environments that are open": (Shape.JOSS, whole("\\begin{equation}\n")),
    "rules that are drawn": (Shape.JOSS, whole("+---+\n")),
}


def _seconds(shape: Shape, text: str) -> float:
    file = TextFile("a.md", f"{HEAD}{text}")
    began = process_time()
    documents = Documents(
        Folder(PurePath("nowhere"), "", (file.path,), is_vault=False),
        Source(shape, (file,), (), (), (file.path,)),
    )
    documents.convert(file, draft=False)
    return process_time() - began


@pytest.mark.parametrize("name", SHAPES)
def test_four_times_the_text_takes_four_times_as_long_to_move(name: str) -> None:
    """Once in three times: the CPU of a busy machine is slow now and then."""
    shape, body = SHAPES[name]
    assert any(
        _seconds(shape, body(4 * SMALL)) <= GROWTH * _seconds(shape, body(SMALL)) + ALLOWED for _ in range(3)
    )


def test_a_text_is_parsed_once_and_again_where_it_became_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: Counter[str] = Counter()

    def counted(file: TextFile, language: str) -> Told[Brief]:
        parsed[file.path] += 1
        return parse_brief(file, language)

    monkeypatch.setattr("briefgen.parse.parse_brief", counted)
    texts = {"dated.md": f"{HEAD}A.\n", "undated.md": "# B\n", "wrong.md": f"{HEAD}<script>a</script>\n"}
    move_in(write(tmp_path / "from", texts), tmp_path / "to", Shape.PANDOC)
    assert parsed == {"sources/dated.md": 1, "sources/undated.md": 1, "sources/wrong.md": 2}
