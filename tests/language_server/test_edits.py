"""After any edits, saved or not, an editor knows what `check` says of the same texts."""

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from briefgen.model.layout import project
from briefgen.pipeline import compile_briefs
from briefgen.terminal.causes import told_once
from tests.language_server.editor import Editor, applied
from tests.language_server.project import write_project
from tests.sweep import SWEEP

EDITS = 4 if SWEEP == 1 else 500
FILES = (
    "sources/bridge.md",
    "sources/mill.md",
    "sources/context/council.en.md",
    "sources/references.bib",
    "sources/captures.yml",
    "mkdocs.yml",
    "docs/index.md",
)
PIECES = (
    "“the old bridge closes” [@minutes2025]",
    "> Cars may use the ferry\n> [@minutes2025]\n",
    "[@herald2025; @nobody]",
    "\n::: correction\n> The old mill stays open [@minutes2025]\n\nIt does not [@herald2025].\n:::\n",
    "\n::: {.context include=council}\n:::\n",
    "\n::: {.context include=nowhere}\n",
    "[the mill](mill.md#grain) and [nowhere](nowhere.md)",
    "translation_of: mill\nlang: de\n",
    "status: draft\n",
    "errata:\n  - date: 2025-05-12\n    kind: update\n    was: a\n    now: b\n",
    "<!-- allow unknown-key: so -->\n",
    "<!-- allow link-to-nowhere: it comes -->\n",
    "@online{more, title = {More}, url = {https://example.org/}}\n",
    "\n---\n",
    "```\n",
    "😀 é e\u0301 \u202e“ »",
    "4,000 cars on 3 May 2024",
    '"',
    "}",
    "\n\n",
    "  ",
)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Editor, Path]]:
    folder = tmp_path_factory.mktemp("edited")
    root = write_project(folder / "project")
    with Editor(root, lsp.PositionEncodingKind.Utf32) as editor:
        for path in FILES:
            editor.open(path)
        editor.since(1)
        yield editor, folder / "same"


def edited(text: str, choose: random.Random) -> str:
    """A text with something done to it."""
    start = choose.randint(0, len(text))
    end = min(len(text), start + choose.choice((0, 0, 0, 1, 7, 40)))
    return text[:start] + choose.choice((*PIECES, "", "")) + text[end:]


def renamed(editor: Editor, texts: dict[str, str], choose: random.Random, number: int) -> dict[str, str]:
    """The texts with another key for a work that one of them cites, where that is one."""
    path = choose.choice(FILES[:2])
    found = [one.start() + 1 for one in re.finditer(r"@\w", texts[path])]
    if not found:
        return texts
    before = texts[path][: choose.choice(found)]
    place = lsp.Position(before.count("\n"), len(before.rpartition("\n")[2]))
    asked = lsp.RenameParams(editor.identify(path), place, f"key{number}")
    try:
        answer = editor.wait(editor.client.text_document_rename_async(asked))
    except JsonRpcException:  # it is no work's
        return texts
    changes = (answer.changes if answer else None) or {}
    made = {one: applied(text, list(changes.get(editor.uri(one), ())), 4) for one, text in texts.items()}
    assert made != texts
    return made


def checked(root: Path) -> set[tuple[object, ...]]:
    """What `check` says of a project, all anew."""
    return {
        (
            one.span.path,
            one.span.line - 1,
            one.span.column - 1,
            one.span.file.line_of(one.span.end) - 1,
            one.span.file.column_of(one.span.end) - 1,
            one.rule.code,
            one.message.split("\n")[0],
        )
        for one in told_once(compile_briefs(root, today="2026-11-30").findings)
    }


def test_it_is_what_check_says(pair: tuple[Editor, Path]) -> None:
    editor, same = pair
    choose = random.Random(2025)
    first = {path: (editor.root / path).read_text("utf-8") for path in FILES}
    texts = dict(first)
    for number in range(EDITS):
        path = choose.choice(FILES[:3] if choose.random() < 0.8 else FILES)
        back = choose.random() < 0.15
        typed = dict(texts)
        if number % 10 == 3:
            texts = renamed(editor, texts, choose, number)
        else:
            texts[path] = first[path] if back else edited(texts[path], choose)
        before = editor.checked
        for one in FILES:
            if texts[one] != typed[one] or one == path:
                editor.type(one, texts[one])
        if choose.random() < 0.3:
            (editor.root / path).write_text(texts[path], encoding="utf-8", newline="\n")
            editor.save(path)
        found = editor.since(before + 1)
        shutil.rmtree(same, ignore_errors=True)
        shutil.copytree(editor.root, same, ignore=shutil.ignore_patterns(project.OWN))
        for one, text in texts.items():
            (same / one).write_text(text, encoding="utf-8", newline="\n")
        told = {
            (
                path,
                one.range.start.line,
                one.range.start.character,
                one.range.end.line,
                one.range.end.character,
                str(one.code),
                one.message.split("\n")[0].removesuffix(" (in a draft: this stops nothing)"),
            )
            for path, some in found.items()
            for one in some
        }
        wanted = checked(same)
        assert told == wanted, (number, path, told ^ wanted)
