"""Ids of boxes that are no ids, or that something else has."""

import re
from collections.abc import Iterator
from dataclasses import astuple

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.block import Box
from briefgen.model.layout import anchors
from briefgen.parse.check import Check, Seen
from briefgen.text import Span

_ID = re.compile(r"[^\W_][\w.-]*")


def _ids(seen: Seen) -> Iterator[Diagnostic]:
    ids: dict[str, Span] = {}
    for box in seen.of(Box):
        identifier = box.attributes.identifier
        if not identifier:
            continue
        if not _ID.fullmatch(identifier):
            yield Diagnostic(
                rules.ID_UNFIT,
                box.span,
                f"`#{identifier}` cannot stand in an address",
                ("expected a letter or digit, then letters, digits, `-`, `_` or `.`",),
            )
        elif identifier in astuple(anchors.PARTS):
            yield Diagnostic(
                rules.ID_TAKEN,
                box.span,
                f"the id `{identifier}` is that of a generated part of the page",
                hint="give the box another id",
            )
        elif first := ids.get(identifier):
            yield Diagnostic(
                rules.ID_TAKEN,
                box.span,
                f"the id `{identifier}` is taken",
                (f"first used at {first.path}:{first.line}:{first.column}",),
                "give each box an id of its own",
            )
        else:
            ids[identifier] = box.span


CHECK = Check(_ids)
