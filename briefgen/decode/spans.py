"""The file that says what stretches of a capture's text are: JSON, a span a line."""

import json
from typing import Any

from briefgen.model.spans import SpanKind, TextSpan

_VERSION = 1


def spans_text(spans: tuple[TextSpan, ...], text_sha256: str) -> str:
    """The file for these spans of the text with this hash."""
    lines = ",\n".join(
        json.dumps(
            [one.kind.value, one.start, one.end, *((one.label,) if one.label else ())], ensure_ascii=False
        )
        for one in spans
    )
    return f'{{"version": {_VERSION}, "text_sha256": "{text_sha256}", "spans": [\n{lines}\n]}}\n'


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
