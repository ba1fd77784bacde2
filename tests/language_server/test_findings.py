"""What an editor is told while somebody types is what `check` says."""

import json
import subprocess
import sys
from pathlib import Path

from lsprotocol import types as lsp

from tests.language_server.editor import Editor, code_points
from tests.language_server.project import BRIDGE

Told = tuple[str, int, int, int, int, str]


def checked(root: Path) -> set[Told]:
    """What `check` says of a project, without anything that was kept."""
    command = [
        sys.executable,
        "-m",
        "briefgen",
        "check",
        "--no-cache",
        "--format",
        "json",
        "--root",
        str(root),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return {
        (one["path"], one["line"], one["column"], one["end_line"], one["end_column"], one["code"])
        for one in json.loads(done.stdout)["findings"]
    }


def told(root: Path, found: dict[str, list[lsp.Diagnostic]]) -> set[Told]:
    """What an editor was told of files as they are saved, as `check` has it."""
    texts = {path: (root / path).read_text("utf-8") for path in found}
    return {
        (
            path,
            *code_points(texts[path], one.range.start),
            *code_points(texts[path], one.range.end),
            str(one.code),
        )
        for path, some in found.items()
        for one in some
    }


def test_what_is_typed_is_looked_at_at_once_and_then_everything(editor: Editor) -> None:
    before = editor.checked
    version = editor.type("sources/bridge.md", f"{BRIDGE}\nIt fell “in the sea” [@minutes2024].\n")
    soon = editor.until_told("sources/bridge.md", version)
    assert [(one.code, one.range.start.line) for one in soon] == [("BG201", 11)]
    assert "did you mean `minutes2025`?" in soon[0].message
    later = editor.since(before + 1)
    assert later["sources/bridge.md"] == soon


def test_it_is_what_check_says_once_it_is_saved(editor: Editor) -> None:
    before = editor.checked
    text = f"{BRIDGE}\nIt fell “in the sea” [@minutes2025], see [the mill](nowhere.md).\n\nTom & 😀 “x\n"
    editor.type("sources/bridge.md", text)
    found = editor.since(before + 1)
    (editor.root / "sources/bridge.md").write_text(text, "utf-8")
    assert told(editor.root, found) == checked(editor.root)
    assert {str(one.code) for one in found["sources/bridge.md"]} > {"BG301"}


def test_a_page_by_hand_is_looked_at_while_it_is_typed(editor: Editor) -> None:
    editor.open("docs/index.md")  # which cites nothing yet
    for text, codes in (
        ("# Briefs\n\n“A bridge of gold” [@minutes2025], and [@minutes2024].\n", {"BG301", "BG201"}),
        ("# Briefs\n\nA bridge [@minutes2025].\n", set()),
    ):
        before = editor.checked
        version = editor.type("docs/index.md", text)
        editor.until_told("docs/index.md", version)
        assert {one.code for one in editor.since(before + 1).get("docs/index.md", ())} == codes
    editor.close("docs/index.md")
