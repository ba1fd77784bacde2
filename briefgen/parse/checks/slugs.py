"""Names of briefs that leave nothing for an address."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.address import slug_of
from briefgen.parse.check import Check, FileKind, Seen


def _slug(seen: Seen) -> Iterator[Diagnostic]:
    if not slug_of(seen.file.path):
        yield Diagnostic(
            rules.SLUG_EMPTY,
            seen.file.span(0, 0),
            "this file's name leaves nothing for an address",
            hint="name it after what it is about, as in `kursk-sappers.md`",
        )


CHECK = Check(_slug, frozenset({FileKind.BRIEF}))
