"""What is wrong with the boxes of a text."""

import re
from collections.abc import Sequence
from dataclasses import astuple

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.markdown.walk import runs_in, walk_blocks
from briefgen.model.block import Block, BlockQuote, Box
from briefgen.model.box import BOX_KINDS
from briefgen.model.layout import anchors
from briefgen.model.quotation import Quotation
from briefgen.suggest import suggest
from briefgen.text import Span

_ID = re.compile(r"[^\W_][\w.-]*")


def check_boxes(blocks: Sequence[Block], quotations: Sequence[Quotation], report: Report) -> None:
    """Report boxes of unknown kind, with unknown attributes, unfit or doubled ids, or in the wrong place."""
    ids: dict[str, Span] = {}
    for block in walk_blocks(blocks):
        if isinstance(block, Box):
            _check_kind(block, report)
            _check_id(block, ids, report)
    _check_key_points(blocks, report)
    bound = {quotation.span for quotation in quotations if quotation.keys}
    for siblings in runs_in(tuple(blocks)):
        _check_translations(siblings, bound, report)


def check_marks(blocks: Sequence[Block], quotations: Sequence[Quotation], report: Report) -> None:
    """Report marks in quotations that lead to no box."""
    ids = {block.attributes.identifier for block in walk_blocks(blocks) if isinstance(block, Box)}
    for quotation in quotations:
        for mark in quotation.marks:
            if mark.target not in ids:
                hint = suggest(mark.target, sorted(ids - {""}))
                report(
                    Diagnostic(
                        rules.MARK_WITHOUT_BOX,
                        mark.span,
                        f"no box of this brief has the id `{mark.target}`",
                        hint=f"did you mean `#{hint}`?"
                        if hint
                        else "give the box the id, as in `{.correction #id}`",
                    )
                )


def _check_kind(box: Box, report: Report) -> None:
    kind = BOX_KINDS.get(box.kind)
    if kind is None or len(box.attributes.classes) > 1:
        named = " ".join(box.attributes.classes)
        hint = suggest(box.kind, list(BOX_KINDS))
        report(
            Diagnostic(
                rules.BOX_UNKNOWN,
                box.span,
                "this box has no kind"
                if not named
                else f"a box has one kind, not `{named}`"
                if kind
                else f"`{named}` is no kind of box",
                (f"expected one of {', '.join(BOX_KINDS)}",),
                f"did you mean `{hint}`?" if hint and kind is None else None,
            )
        )
        return
    for pair in box.attributes.pairs:
        if pair.key not in kind.attributes:
            hint = suggest(pair.key, list(kind.attributes))
            report(
                Diagnostic(
                    rules.ATTRIBUTE_UNKNOWN,
                    pair.span,
                    f"`{pair.key}=` means nothing on a {box.kind} box",
                    (f"expected one of {', '.join(kind.attributes)}",),
                    f"did you mean `{hint}`?" if hint else None,
                )
            )
    if box.attributes.get("include") and (box.children):
        report(
            Diagnostic(
                rules.INCLUDE_NOT_EMPTY,
                box.span,
                "this box takes its text from a file and has text of its own",
                hint="leave the box empty, or leave out `include=`",
            )
        )


def _check_id(box: Box, ids: dict[str, Span], report: Report) -> None:
    identifier = box.attributes.identifier
    if not identifier:
        return
    if not _ID.fullmatch(identifier):
        report(
            Diagnostic(
                rules.ID_UNFIT,
                box.span,
                f"`#{identifier}` cannot stand in an address",
                ("expected a letter or digit, then letters, digits, `-`, `_` or `.`",),
            )
        )
    elif identifier in astuple(anchors.PARTS):
        report(
            Diagnostic(
                rules.ID_TAKEN,
                box.span,
                f"the id `{identifier}` is that of a generated part of the page",
                hint="give the box another id",
            )
        )
    elif identifier in ids:
        first = ids[identifier]
        report(
            Diagnostic(
                rules.ID_TAKEN,
                box.span,
                f"the id `{identifier}` is taken",
                (f"first used at {first.path}:{first.line}:{first.column}",),
                "give each box an id of its own",
            )
        )
    else:
        ids[identifier] = box.span


def _check_key_points(blocks: Sequence[Block], report: Report) -> None:
    boxes = [block for block in walk_blocks(blocks) if isinstance(block, Box) and block.kind == "keypoints"]
    for box in boxes:
        if box is not blocks[0]:
            report(
                Diagnostic(
                    rules.KEYPOINTS_LATE,
                    box.span,
                    "key points must be the first thing of a brief, and there is one box of them",
                    hint="move the box to the top of the text",
                )
            )


def _check_translations(siblings: Sequence[Block], bound: set[Span], report: Report) -> None:
    previous: Block | None = None
    for block in siblings:
        follows_quote = isinstance(previous, BlockQuote) and previous.span in bound
        if isinstance(block, Box) and block.kind == "translation" and not follows_quote:
            report(
                Diagnostic(
                    rules.TRANSLATION_MISPLACED,
                    block.span,
                    "a translation stands directly after a block quote that is bound to a work",
                    hint="put it after the quote, and end the quote with its citation",
                )
            )
        previous = block
