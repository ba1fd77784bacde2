"""Characters that turn round the direction of a text: in the file, or spelt out as references."""

from collections.abc import Iterator

from briefgen.decode.directions import turned_by_reference, turned_in
from briefgen.diagnostics import Diagnostic
from briefgen.model.inline import Code, Image, Link, Text
from briefgen.parse.check import Check, Seen


def _directions(seen: Seen) -> Iterator[Diagnostic]:
    yield from turned_in(seen.file)
    texts: list[Text | Code] = [*seen.of(Text), *seen.of(Code)]
    for node in texts:
        yield from turned_by_reference(node.value, node.span)
    for image in seen.of(Image):
        yield from turned_by_reference(f"{image.alt} {image.title}", image.span)
    for link in seen.of(Link):
        yield from turned_by_reference(link.title, link.span)


CHECK = Check(_directions)
