"""Broken and hostile texts never stop the server: each request is answered, and so is the next one."""

import json
import logging
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from briefgen import rules
from briefgen.failure import CannotRunError
from briefgen.language_server.incoming import Incoming, Saying
from tests.hostile.projects import copy_base
from tests.hostile.shapes import SHAPES
from tests.language_server.editor import Editor
from tests.sweep import SWEEP, sampled

SIZE = 120 if SWEEP == 1 else 4_000
"""Of each shape, in characters."""

BROKEN = {
    "half a front matter": "---\ntitle: [a, 'b\ndate",
    "front matter that never ends": "---\ntitle: x\n" + "a: b\n" * 40,
    "aliases": "---\n&a [*a, *a]: *a\n---\n",
    "NUL": "---\ntitle: a\0b\n---\n\0",
    "half of a character": "---\ntitle: T\ndate: 2025-01-01\n---\n\n\ud800 “x” [@h]\n",
    "line ends of three kinds": "---\r\ntitle: T\rdate: 2025-01-01\r\n---\n\n“x” [@h]\u2028[@o]\x0b[@no]\r",
    "nothing": "",
    "a byte order mark": "\ufeff---\ntitle: T\ndate: 2025-01-01\n---\n\n[@nobody]\n",
    "turned around": "---\ntitle: \u202eT\ndate: 2025-01-01\n---\n\n\u202e“x” [@h]\n",
    "open brackets": "---\ntitle: T\ndate: 2025-01-01\n---\n\n" + "[" * 500 + "“" * 500 + "::: {" * 300,
}


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor whose project has another text every time."""
    root = copy_base(tmp_path_factory.mktemp("hostile"))
    shutil.rmtree(root / ".briefgen", ignore_errors=True)
    (root / "sources/attack.md").write_text("---\ntitle: T\ndate: 2025-01-01\n---\n\nText.\n", "utf-8")
    with Editor(root) as one:
        one.open("sources/attack.md")
        one.since(1)
        yield one
    assert one.exit_code == 0


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_all_is_answered(attacked: Editor, text: str) -> None:
    path = "sources/attack.md"
    version = attacked.type(path, text)
    lines = text.split("\n")
    client, identifier = attacked.client, attacked.identify(path)
    for line in sorted({0, 2, len(lines) // 2, len(lines) - 1, len(lines) + 5}):
        place = lsp.Position(line, 7)
        attacked.wait(client.text_document_completion_async(lsp.CompletionParams(identifier, place)))
        attacked.wait(client.text_document_hover_async(lsp.HoverParams(identifier, place)))
        attacked.wait(client.text_document_definition_async(lsp.DefinitionParams(identifier, place)))
    attacked.wait(client.text_document_document_symbol_async(lsp.DocumentSymbolParams(identifier)))
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(len(lines), 0))
    asked = lsp.CodeActionParams(identifier, whole, lsp.CodeActionContext([]))
    attacked.wait(client.text_document_code_action_async(asked))
    attacked.until_told(path, version)
    assert attacked.shown == []


def test_every_shape_is_answered_in_one_session(attacked: Editor) -> None:
    path, place = "sources/attack.md", lsp.Position(7, 20)
    client, identifier = attacked.client, attacked.identify(path)
    version = 0
    for number, shape in enumerate(sampled(SHAPES, 3)):
        version = attacked.type(path, shape.brief(SIZE))
        attacked.wait(client.text_document_document_symbol_async(lsp.DocumentSymbolParams(identifier)))
        if number % 4 == 0 or SWEEP > 1:
            attacked.wait(client.text_document_completion_async(lsp.CompletionParams(identifier, place)))
        assert attacked.shown == [], shape.name
    attacked.until_told(path, version)
    version = attacked.type(path, BROKEN["a byte order mark"])
    assert [str(one.code) for one in attacked.until_told(path, version)] == ["BG201"]


def test_settings_and_lists_may_be_anything(attacked: Editor) -> None:
    attacked.type("sources/attack.md", BROKEN["a byte order mark"])
    for path in ("mkdocs.yml", "sources/captures.yml", "sources/references.bib"):
        text = attacked.open(path)
        before = attacked.checked
        attacked.type(path, f"{text}\n}}{{ [: '\n@article{{")
        found = attacked.since(before + 1)
        assert found.get(path), path
        attacked.type(path, text)
        attacked.since(attacked.checked + 1)
        attacked.close(path)


def test_an_error_in_one_request_is_the_answer_to_that_one(attacked: Editor) -> None:
    identifier = lsp.TextDocumentIdentifier("file:///nowhere/at/all.md")
    place = lsp.Position(0, 0)
    hovered = attacked.client.text_document_hover_async(lsp.HoverParams(identifier, place))
    assert attacked.wait(hovered) is None

    async def unknown() -> object:
        return await attacked.client.protocol.send_request_async("briefgen/nothing", {})

    with pytest.raises(Exception, match="Method Not Found"):
        attacked.wait(unknown())


def test_a_folder_that_is_no_project_is_left_alone(attacked: Editor, tmp_path: Path) -> None:
    stray = tmp_path / "note.md"
    stray.write_text("[@x]\n", "utf-8")
    item = lsp.TextDocumentItem(stray.as_uri(), "markdown", 1, "[@x]\n")
    attacked.do(lambda: attacked.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item)))
    asked = lsp.CompletionParams(lsp.TextDocumentIdentifier(stray.as_uri()), lsp.Position(0, 3))
    assert attacked.wait(attacked.client.text_document_completion_async(asked)) is None
    assert stray.as_uri() not in attacked.told


def test_nothing_outside_of_the_project_is_told_or_changed(attacked: Editor, tmp_path: Path) -> None:
    """What a link in the project leads to is another's, be it opened by the link or by its own name."""
    root, outside = attacked.root, tmp_path / "outside.md"
    outside.write_text("---\ntitle: T\ndate: 2025-01-01\n---\n\n[@nobody] [a](first.md)\n", "utf-8")
    (root / "sources/outside.md").symlink_to(outside)
    (root / "sources/folder").symlink_to(tmp_path)
    attacked.type(
        "sources/attack.md", "---\ntitle: T\ndate: 2025-01-01\n---\n\n[a](first.md) [@herald2025bridge]\n"
    )
    here = [
        outside.as_uri(),
        *(attacked.uri(f"sources/{one}") for one in ("outside.md", "folder/outside.md")),
    ]
    for uri in here:
        item = lsp.TextDocumentItem(uri, "markdown", 1, outside.read_text("utf-8"))
        opened = lsp.DidOpenTextDocumentParams(item)
        attacked.do(lambda opened=opened: attacked.client.text_document_did_open(opened))
        asked = lsp.CompletionParams(lsp.TextDocumentIdentifier(uri), lsp.Position(5, 2))
        assert attacked.wait(attacked.client.text_document_completion_async(asked)) is None
    places = {new: lsp.Position(5, character) for character, new in ((5, "renamed"), (17, "new2025"))}

    def files_of_rename(new: str) -> set[str]:
        wanted = lsp.RenameParams(attacked.identify("sources/attack.md"), places[new], new)
        edit = attacked.wait(attacked.client.text_document_rename_async(wanted))
        named = set(re.findall(r"'(file://[^']*)'", repr(edit)))
        assert all(uri.startswith(f"{root.as_uri()}/") and "outside" not in uri for uri in named)
        return named

    assert all(map(files_of_rename, places))
    (root / "docs/outside.md").symlink_to(outside)
    for new, place in places.items():
        for name in ("../../x", "/etc/x", "a\nb", "x" * 300):
            wanted = lsp.RenameParams(attacked.identify("sources/attack.md"), place, name)
            with pytest.raises(Exception, match=r"can|name|key|slug"):
                attacked.wait(attacked.client.text_document_rename_async(wanted))
        assert files_of_rename(new)
    assert outside.as_uri() not in attacked.told
    told = [one for uri in here if uri in attacked.told for one in attacked.told[uri].diagnostics]
    assert {str(one.code) for one in told} <= {rules.OUTSIDE_PROJECT.code}, "of a link only that it leads out"
    assert outside.read_text("utf-8").endswith("[a](first.md)\n")
    for link in ("docs/outside.md", "sources/outside.md", "sources/folder"):
        (root / link).unlink()


def message(method: str, number: int | None, **params: object) -> bytes:
    """A message of JSON-RPC; with a number it asks for an answer."""
    said = {"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number else {})
    data = json.dumps(said).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(data), data)


def test_broken_messages_and_strange_places_end_nothing(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    own = {"uri": (root / "sources/attack.md").as_uri(), "languageId": "markdown", "version": 1, "text": "x"}
    broken = [
        *(b"Content-Length: %s\r\n\r\n" % said for said in (b"many", b"-5")),
        b"Content-Length: 5\r\n\r\n{{{{{",
        b"Content-Length: 99999\r\n\r\n" + b"[" * 99_999,
        b"Content-Length: 4\r\n\r\nnull",
        b"\xff\xfe\0\r\n\r\n",
        b"Content-Length: 3\r\n\r\n\xff\xfe\xfa",
        b"Content-Length: 4\r\n\r\n[{}]",
        b'Content-Length: 22\r\n\r\n{"id":11,"method":"x"}',
        b"A" * 50_000 + b"\r\n\r\n",
        message("textDocument/completion", 10, textDocument=3, position="here"),
        message("textDocument/didChange", None, textDocument=3),
    ]
    for uri in (
        "untitled:Untitled-1",
        "file:///p/%00",
        "file://[p",
        "file:///C:/a.md",
        f"file:///{'a/' * 5_000}",
    ):
        broken.append(message("textDocument/didOpen", None, textDocument=own | {"uri": uri}))
        broken.append(message("textDocument/didClose", None, textDocument={"uri": uri}))
    for line, character in ((2**31 - 1, 0), (0, 2**31 - 1), (-1, -1), (0, 10**30)):
        place = {"textDocument": own, "position": {"line": line, "character": character}}
        broken.append(message("textDocument/hover", 7, **place))
        broken.append(message("textDocument/rename", 8, **place, newName="../../x"))
    whole = [message("initialize", 1, processId=None, rootUri=root.as_uri(), capabilities={}), *broken]
    whole += [
        message("textDocument/didOpen", None, textDocument=own),
        message("shutdown", 9),
        message("exit", None),
    ]
    command = [sys.executable, "-m", "briefgen", "lsp", "--stdio"]
    done = subprocess.run(command, input=b"".join(whole), capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr + done.stdout
    assert {7, 8} <= {int(number) for number in re.findall(rb'"id": ?(\d+)', done.stdout)}
    answers = done.stdout.split(b"Content-Length")
    for number in (10, 11):
        assert [one for one in answers if b'"error"' in one and b'"id": %d' % number in one]
    assert re.search(rb'"id": ?9,', done.stdout)


def test_a_message_without_measure_is_not_waited_for() -> None:
    with pytest.raises(CannotRunError, match="more than the 1 GB"):
        Incoming(BytesIO()).read(10**12)


def test_what_a_library_says_of_a_broken_message_is_one_line() -> None:
    error = ValueError("no\njson")
    why = (ValueError, error, None)
    broken = logging.LogRecord("pygls.io_", logging.ERROR, "", 1, "a\u202e\x1b", (), why)
    said = Saying("%(levelname)s %(message)s").format(broken)
    assert said == "ERROR a\\u{202e}\N{SYMBOL FOR ESCAPE}: no\N{SYMBOL FOR LINE FEED}json"


def test_no_line_of_a_header_has_a_number_that_python_does_not_read() -> None:
    pieces = Incoming(BytesIO(b"Content-Length: " + b"9" * 5_000 + b"\r\n"))
    while piece := pieces.readline():
        assert int(piece.rpartition(b" ")[2] or 0) > 0 or piece == b"\r\n"
