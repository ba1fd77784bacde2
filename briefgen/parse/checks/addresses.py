"""Addresses of links and images that run code."""

import re
from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.inline import Image, Link
from briefgen.parse.check import Check, Seen

_RUNS_CODE = re.compile(r"(?:javascript|vbscript|data|file):", re.IGNORECASE)


def _addresses(seen: Seen) -> Iterator[Diagnostic]:
    nodes: list[Link | Image] = [*seen.of(Link), *seen.of(Image)]
    for node in nodes:
        if _RUNS_CODE.match(node.target):
            yield Diagnostic(
                rules.ADDRESS_REFUSED,
                node.span,
                f"an address may not begin with `{node.target.partition(':')[0]}:`",
                hint="link to a page, a file of the site or an https address",
            )


CHECK = Check(_addresses)
