"""What an editor asks, each answered from what is known of the project now."""

from collections.abc import Callable, Sequence
from functools import partial

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from briefgen.diagnostics import Diagnostic
from briefgen.failure import CannotRunError
from briefgen.language_server.asked import Asked
from briefgen.language_server.base import Base, blocks_by_hand
from briefgen.language_server.completing import completions
from briefgen.language_server.desk import Desk, is_brief
from briefgen.language_server.editor import Editor
from briefgen.language_server.hovering import hover
from briefgen.language_server.mending import all_mended, mendings
from briefgen.language_server.outlining import outline
from briefgen.language_server.positions import Position, offset_of
from briefgen.language_server.renaming import renamable, renamed
from briefgen.language_server.ways import definitions, references
from briefgen.language_server.wire import (
    completions_on_wire,
    edits_on_wire,
    hover_on_wire,
    mending_on_wire,
    part_on_wire,
    places_on_wire,
    range_on_wire,
    renamed_on_wire,
)
from briefgen.text import TextFile

_TRIGGERS = ["@", ":", "{", ".", "=", "(", "/", "#", "“", "„", "«", "»", '"', " ", "-"]
_FIX_ALL = ".".join((lsp.CodeActionKind.SourceFixAll.value, "briefgen"))


def register_requests(server: LanguageServer, editor: Editor) -> None:
    """Say how each request is answered; an error in one is the answer to that one alone."""
    at_once, in_turn = editor.answering.at_once, editor.answering.in_turn

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=_TRIGGERS))
    async def complete(params: lsp.CompletionParams) -> lsp.CompletionList | None:
        desk, asked = _asked(editor, params)
        if desk is None or asked is None or not asked.file.path.endswith(".md"):
            return None
        return await at_once(lambda: completions_on_wire(completions(asked), editor.encoding))

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        _, asked = _asked(editor, params)
        return await at_once(lambda: hover_on_wire(hover(asked), editor.encoding)) if asked else None

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    async def defined(params: lsp.DefinitionParams) -> list[lsp.Location]:
        desk, asked = _asked(editor, params)
        if desk is None or asked is None:
            return []
        look = partial(desk.look_at, asked.file, asked.base) if is_brief(asked.file.path) else None
        uris = editor.uris(desk)
        return await in_turn(lambda: places_on_wire(definitions(asked, look), uris, editor.encoding))

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    async def referred(params: lsp.ReferenceParams) -> list[lsp.Location]:
        desk, asked = _asked(editor, params)
        if desk is None or asked is None:
            return []
        uris = editor.uris(desk)
        return await in_turn(lambda: places_on_wire(references(asked, desk.text), uris, editor.encoding))

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outlined(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        desk, file = _text(editor, params.text_document.uri)
        if desk is None or file is None or desk.base is None:
            return []
        base = desk.base

        def parts() -> list[lsp.DocumentSymbol]:
            is_one = is_brief(file.path)
            blocks = desk.look_at(file, base).brief.blocks if is_one else blocks_by_hand(file, base)
            return [part_on_wire(part, editor.encoding) for part in outline(file, blocks)]

        return await in_turn(parts)

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix, _FIX_ALL]),
    )
    async def mended(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        desk, file = _text(editor, params.text_document.uri)
        if desk is None or file is None or desk.base is None:
            return []
        return await in_turn(partial(_actions, editor, desk, file, desk.base, params))


def _actions(
    editor: Editor, desk: Desk, file: TextFile, base: Base, params: lsp.CodeActionParams
) -> list[lsp.CodeAction]:
    """The ways out of what is wrong in a stretch of a text."""
    start, end = params.range.start, params.range.end
    look: Callable[[TextFile], tuple[Diagnostic, ...]] | None = None
    if is_brief(file.path):
        found: Sequence[Diagnostic] = desk.look_at(file, base).findings

        def looked(text: TextFile) -> tuple[Diagnostic, ...]:
            return desk.look_at_once(text, base)

        look = looked
    else:
        found = [one for one in base.findings if one.span.path == file.path and one.span.file == file]
    here = file.span(
        offset_of(file, Position(start.line, start.character), editor.encoding),
        offset_of(file, Position(end.line, end.character), editor.encoding),
    )
    uris = editor.uris(desk)
    actions = [mending_on_wire(one, uris, editor.encoding) for one in mendings(found, here, look)]
    if edits := all_mended(found, file):
        edit = edits_on_wire(edits, uris, editor.encoding)
        actions.append(lsp.CodeAction("repair all that is sure in this file", _FIX_ALL, edit=edit))
    return [one for one in actions if _is_wanted(one, params.context.only)]


def register_renaming(server: LanguageServer, editor: Editor) -> None:
    """Say how names become others."""

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepared(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        _, asked = _asked(editor, params)
        found = renamable(asked) if asked else None
        if found is None:
            return None
        return lsp.PrepareRenamePlaceholder(range_on_wire(found[0], editor.encoding), found[1])

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    async def renames(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        desk, asked = _asked(editor, params)
        if desk is None or asked is None:
            return None
        return await editor.answering.in_turn(partial(_renamed, editor, desk, asked, params.new_name))


def _renamed(editor: Editor, desk: Desk, asked: Asked, new: str) -> lsp.WorkspaceEdit:
    try:
        by_hand, linked = desk.by_hand()
        done = renamed(asked, new, desk.text, by_hand)
    except CannotRunError as error:
        raise JsonRpcInvalidParams(str(error)) from error
    if done.file is not None and not editor.renames_files:
        raise JsonRpcInvalidParams("this editor renames no files: `briefgen rename` does it in a terminal")
    if done.said:
        editor.say(done.said)
    if linked:
        left = f"{linked[0]} and {len(linked) - 1} more" if len(linked) > 1 else linked[0]
        editor.say(
            f"what leads there in {left} is as it was: a link is on the way, and briefgen follows none"
        )
    return renamed_on_wire(done, editor.uris(desk), editor.encoding)


def _is_wanted(action: lsp.CodeAction, only: Sequence[lsp.CodeActionKind | str] | None) -> bool:
    return only is None or any(_kind(action.kind).startswith(_kind(kind)) for kind in only)


def _kind(kind: lsp.CodeActionKind | str | None) -> str:
    return "" if kind is None else str(getattr(kind, "value", kind))


def _text(editor: Editor, uri: str) -> tuple[Desk | None, TextFile | None]:
    desk, path = editor.at(uri)
    return desk, desk.text(path) if desk else None


def _asked(
    editor: Editor,
    params: lsp.TextDocumentPositionParams
    | lsp.CompletionParams
    | lsp.HoverParams
    | lsp.DefinitionParams
    | lsp.ReferenceParams
    | lsp.PrepareRenameParams
    | lsp.RenameParams,
) -> tuple[Desk | None, Asked | None]:
    desk, file = _text(editor, params.text_document.uri)
    if desk is None or file is None or desk.base is None:
        return desk, None
    position = Position(params.position.line, params.position.character)
    return desk, Asked(file, offset_of(file, position, editor.encoding), desk.base)
