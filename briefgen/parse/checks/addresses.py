"""Addresses of links and images that run code."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markup.addresses import runs_code, scheme_of
from briefgen.model.inline import Image, Link
from briefgen.parse.check import Check, Seen


def _addresses(seen: Seen) -> Iterator[Diagnostic]:
    nodes: list[Link | Image] = [*seen.of(Link), *seen.of(Image)]
    for node in nodes:
        if runs_code(node.target):
            yield Diagnostic(
                rules.ADDRESS_REFUSED,
                node.span,
                f"an address may not begin with `{scheme_of(node.target)}:`",
                hint="link to a page, a file of the site or an https address",
            )


CHECK = Check(_addresses)
