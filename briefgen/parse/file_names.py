"""Names that become names of files: too long ones are told before anything is written."""

from collections.abc import Iterable, Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.address import MOST_BYTES, topic_address, work_address
from briefgen.model.brief import Brief
from briefgen.model.work import Work
from briefgen.text import Span


def find_long_names(briefs: Iterable[Brief], works: Iterable[Work]) -> Iterator[Diagnostic]:
    """Each key, topic and name of a brief whose page would have a name that no file can have."""
    for work in works:
        yield from _judged("key", work_address(work.key), work.span)
    for brief in briefs:
        yield from _judged("file's name", brief.slug, brief.file.span(0, 0))
        for topic in brief.front.topics:
            yield from _judged("topic", topic_address(topic.name), topic.span)


def _judged(what: str, address: str, span: Span) -> Iterator[Diagnostic]:
    size = len(address.encode())
    if size > MOST_BYTES:
        message = f"this {what} makes an address of {size} bytes, and files have names of up to {MOST_BYTES}"
        yield Diagnostic(rules.NAME_TOO_LONG, span, message, hint="choose a shorter one")
