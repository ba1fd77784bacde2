"""Another name everywhere: after it `check` says what it said before."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from briefgen.authoring.fixes import edited
from briefgen.cli.main import main
from briefgen.language_server.asked import Asked
from briefgen.language_server.base import first_base
from briefgen.language_server.desk import Desk
from briefgen.language_server.renaming import renamed
from briefgen.model.layout import project
from briefgen.model.project import ProjectFiles
from briefgen.parse import parse_workspace
from briefgen.pipeline import compile_briefs
from briefgen.text import TextFile
from tests.language_server.editor import Editor, applied, at_mark
from tests.language_server.project import MILL, write_project

PATH = "sources/mill.md"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor with a project that has both locks and a page by hand."""
    root = write_project(tmp_path_factory.mktemp("renamed") / "project")
    (root / "docs/index.md").write_text("# Briefs\n\n[The bridge](briefs/bridge.md).\n", "utf-8")
    (root / "docs/page.md").write_text("# Page\n\nIt closes [@minutes2025], says @herald2025.\n", "utf-8")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    nav = "nav:\n  - index.md\n  - The bridge: briefs/bridge.md\n  - briefs/index.md\n"
    (root / "mkdocs.yml").write_text(f"{settings}{nav}", "utf-8")
    assert main(["lock", "--root", str(root), "--date", "2025-05-12"]) == 0
    with Editor(root) as one:
        one.open(PATH)
        one.since(1)
        yield one


def rename(editor: Editor, marked: str, new: str) -> lsp.WorkspaceEdit | None:
    text, position = at_mark(marked)
    assert text == MILL
    asked = lsp.RenameParams(editor.identify(PATH), position, new)
    return editor.wait(editor.client.text_document_rename_async(asked))


def made(editor: Editor, edit: lsp.WorkspaceEdit | None, folder: Path) -> Path:
    """A copy of the project with the edits of an answer made, as an editor makes them."""
    assert edit is not None
    root = Path(shutil.copytree(editor.root, folder / "renamed"))

    def place(uri: str) -> Path:
        return root / uri.removeprefix(f"{editor.root.as_uri()}/")

    def make(uri: str, edits: Iterable[lsp.TextEdit]) -> None:
        text = applied(place(uri).read_text("utf-8"), list(edits))
        place(uri).write_text(text, encoding="utf-8", newline="\n")

    for uri, edits in (edit.changes or {}).items():
        make(uri, edits)
    for change in edit.document_changes or ():
        if isinstance(change, lsp.TextDocumentEdit):
            make(change.text_document.uri, [one for one in change.edits if isinstance(one, lsp.TextEdit)])
        elif isinstance(change, lsp.RenameFile):
            place(change.old_uri).rename(place(change.new_uri))
    return root


def texts(root: Path) -> dict[str, str]:
    found = (*(root / "sources").rglob("*.*"), *(root / "docs").glob("*.md"), root / "mkdocs.yml")
    return {place.relative_to(root).as_posix(): place.read_text("utf-8") for place in found}


def test_a_work_has_another_key_everywhere(locked: Editor, tmp_path: Path) -> None:
    edit = rename(locked, MILL.replace("@minutes2025", "@min‸utes2025"), "council:2025a")
    root = made(locked, edit, tmp_path)
    now, before = texts(root), texts(locked.root)
    assert {path for path in now if now[path] != before[path]} == {
        project.LOCK,
        project.PUBLISHED,
        project.CAPTURES,
        project.BIBLIOGRAPHY,
        "sources/bridge.md",
        "docs/page.md",
        PATH,
    }
    assert not any("minutes2025" in text for text in now.values())
    assert main(["lock", "--check", "--root", str(root)]) == 0
    assert compile_briefs(root).findings == ()


def test_a_brief_has_another_address_and_what_led_to_it_leads_there(locked: Editor, tmp_path: Path) -> None:
    edit = rename(locked, MILL.replace("(bridge.md", "(brid‸ge.md"), "ferry")
    root = made(locked, edit, tmp_path)
    now = texts(root)
    assert "sources/bridge.md" not in now
    assert "aliases: [bridge]" in now["sources/ferry.md"]
    assert "(ferry.md#said)" in now[PATH]
    assert "(briefs/ferry.md)" in now["docs/index.md"]
    assert "The bridge: briefs/ferry.md\n" in now["mkdocs.yml"]
    assert "briefs/bridge.md leads to briefs/ferry.md" in locked.shown[-1]
    assert main(["lock", "--check", "--root", str(root)]) == 0
    assert compile_briefs(root).findings == ()


def test_the_same_as_in_a_terminal(locked: Editor, tmp_path: Path) -> None:
    edit = rename(locked, MILL.replace("(bridge.md", "(brid‸ge.md"), "ferry")
    root = made(locked, edit, tmp_path)
    other = Path(shutil.copytree(locked.root, tmp_path / "other"))
    assert main(["rename", "bridge", "ferry", "--root", str(other)]) == 0
    assert texts(root) == texts(other)


def test_a_key_that_is_taken_is_refused(locked: Editor) -> None:
    with pytest.raises(Exception, match="there is a work `herald2025` already"):
        rename(locked, MILL.replace("@minutes2025", "@min‸utes2025"), "herald2025")


RECORD = "TY  - BOOK\nAU  - Ek, A\nPY  - 2001\nER  - \n"
KEYED = {
    "sources/a.json": '[{"type": "book", "id": "ek2001", "title": "T"}, {"id": "x", "title": "ek2001"}]\n',
    "sources/b.json": '[{"title": "Not ek2001", "citation-key":\n"ek2001", "type": "book"}]\n',
    "sources/a.yaml": "references:\n- id: ek2001\n  type: book\n  title: T\n",
    "sources/a.ris": "TY  - BOOK\nTI  - ek2001\nID  - ek2001\nER  - \n",
    "sources/b.ris": f"{RECORD}{RECORD}",
    "sources/a.bib": "@book{a, title = {T}, ids = {x,\n ek2001}}\n@book{b, related = {y,\n ek2001}}\n",
}
RENAMED = {
    "sources/a.json": '[{"type": "book", "id": "oak:2", "title": "T"}, {"id": "x", "title": "ek2001"}]\n',
    "sources/b.json": '[{"title": "Not ek2001", "citation-key":\n"oak:2", "type": "book"}]\n',
    "sources/a.yaml": "references:\n- id: oak:2\n  type: book\n  title: T\n",
    "sources/a.ris": "TY  - BOOK\nTI  - ek2001\nID  - oak:2\nER  - \n",
    "sources/b.ris": "".join(RECORD.replace("\n", f"\nID  - {key}\n", 1) for key in ("oak:2", "ek2001b")),
    "sources/a.bib": "@book{a, title = {T}, ids = {x,\n oak:2}}\n@book{b, related = {y,\n oak:2}}\n",
}


@pytest.mark.parametrize("path", KEYED)
def test_each_format_of_works_has_the_other_key(path: str) -> None:
    text = "---\ntitle: T\ndate: 2025-01-01\n---\n\nIt is so [@ek2001; @ek2001b].\n"
    brief, works = TextFile("sources/brief.md", text), TextFile(path, KEYED[path])
    files = ProjectFiles((brief,), (), (works,), captures=None, settings=None, blobs=(), written=())
    base = replace(first_base(files), workspace=parse_workspace(files).value)
    edits = renamed(Asked(brief, text.index("@ek2001") + 2, base), "oak:2", base.texts.get, ()).edits
    now = {
        one: edited(
            file.text,
            [(edit.span.start, edit.span.end, edit.text) for edit in edits if edit.span.file == file],
        )
        for one, file in base.texts.items()
    }
    assert now == {"sources/brief.md": text.replace("@ek2001;", "@oak:2;"), path: RENAMED[path]}


def test_a_page_behind_a_link_is_left_as_it_is(tmp_path: Path) -> None:
    """It once kept everything from being renamed."""
    root = write_project(tmp_path / "project")
    (tmp_path / "page.md").write_text("# Page\n", "utf-8")
    (root / "docs/own.md").write_text("# Own\n", "utf-8")
    (root / "docs/folder").mkdir()
    (root / "docs/folder/own.md").write_text("# Own\n", "utf-8")
    (root / "docs/linked.md").symlink_to("own.md")
    desk = Desk(root, root, lambda: "2025-06-01")
    desk.begin()
    desk.read_on()
    own, linked = desk.by_hand()
    assert [one.path for one in own] == ["docs/folder/own.md", "docs/index.md", "docs/own.md"]
    assert linked == ("docs/linked.md",)
