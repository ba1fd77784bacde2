"""The file that says what stretches of a capture's text are, and what its document says of itself: JSON."""

import json
from typing import Any

from briefgen.model.document_facts import NO_FACTS, DocumentFacts
from briefgen.model.spans import SpanKind, TextSpan

_VERSION = 1


_TEXTS = ("title", "date", "outlet", "language", "address")
_SHARED = 1_000
"""Of what a document says of itself, so many characters are kept of each."""


def spans_text(spans: tuple[TextSpan, ...], text_sha256: str, facts: DocumentFacts = NO_FACTS) -> str:
    """The file for these spans of the text with this hash, and for what the document says of itself."""
    lines = ",\n".join(
        json.dumps(
            [one.kind.value, one.start, one.end, *((one.label,) if one.label else ())], ensure_ascii=False
        )
        for one in spans
    )
    said = _facts_text(facts)
    return f'{{"version": {_VERSION}, "text_sha256": "{text_sha256}", {said}"spans": [\n{lines}\n]}}\n'


def says_something(facts: DocumentFacts) -> bool:
    """Whether a document says anything of itself that is kept."""
    return bool(_facts_text(facts))


def _facts_text(facts: DocumentFacts) -> str:
    said: dict[str, Any] = {name: getattr(facts, name)[:_SHARED] for name in _TEXTS if getattr(facts, name)}
    if facts.authors:
        said["authors"] = [name[:_SHARED] for name in facts.authors]
    return f'"document": {json.dumps(said, ensure_ascii=False)}, ' if said else ""


def decode_facts(data: bytes) -> DocumentFacts:
    """What a file with spans, which was read before, says that its document says of itself."""
    written = json.loads(data).get("document")
    if not isinstance(written, dict):
        return NO_FACTS
    texts = {name: written[name] for name in _TEXTS if isinstance(written.get(name), str)}
    authors = written.get("authors")
    names = authors if isinstance(authors, list) else ()
    return DocumentFacts(**texts, authors=tuple(name for name in names if isinstance(name, str)))


def decode_spans(data: bytes, text_sha256: str, length: int) -> tuple[TextSpan, ...] | str:
    """The spans of a text so long, or what is wrong with the file, in words.

    Kinds that are not known are passed over: a later version may have more.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return "is not JSON"
    if not isinstance(value, dict) or value.get("version") != _VERSION:
        return f"is no list of spans of version {_VERSION}"
    if value.get("text_sha256") != text_sha256:
        return "speaks of another text"
    written = value.get("spans")
    if not isinstance(written, list):
        return "has no list `spans`"
    spans: list[TextSpan] = []
    for number, one in enumerate(written, 1):
        span = _span(one, length)
        if isinstance(span, str):
            return f"has a span {span}, the {number}th"
        if span is not None:
            spans.append(span)
    return tuple(spans)


def _span(written: Any, length: int) -> TextSpan | str | None:
    if not isinstance(written, list) or len(written) not in (3, 4):
        return "that is no `[kind, start, end]`"
    kind, start, end, *label = written
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= length:
        return "that is no stretch of the text"
    if not all(isinstance(word, str) for word in (kind, *label)):
        return "whose kind or label is no text"
    if kind not in _KINDS:
        return None
    return TextSpan(SpanKind(kind), start, end, label[0] if label else "")


_KINDS = frozenset(kind.value for kind in SpanKind)
