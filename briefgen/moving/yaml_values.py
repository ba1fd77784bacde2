"""YAML of other programs as plain values: texts, lists, mappings."""

from collections.abc import Iterable

from briefgen.decode.compose import compose
from briefgen.decode.nodes import Mapping, Node, Scalar, Sequence
from briefgen.diagnostics import Diagnostic
from briefgen.failure import CannotRunError
from briefgen.text import Span, TextFile

Value = str | list["Value"] | dict[str, "Value"] | None

_MOST, _DEEPEST = 100_000, 200
"""For how many values one may stand, and in how many be: aliases make both grow without end."""


def mapping_of(span: Span) -> Mapping | None:
    """The mapping that a stretch of YAML is; None where it is none, or cannot be read."""
    root = compose(span, lambda _: None, foreign=True)
    return root if isinstance(root, Mapping) and not _why_too_much(root) else None


def why_unreadable(span: Span) -> str:
    """Why a stretch of text cannot be read as YAML; empty where it can."""
    found: list[Diagnostic] = []
    root = compose(span, found.append, foreign=True)
    if root is not None:
        return _why_too_much(root)
    return f"line {found[-1].span.line}: {found[-1].message}"


def _why_too_much(root: Node) -> str:
    waiting, seen = [(root, 0)], 0
    while waiting:
        node, depth = waiting.pop()
        seen += 1
        if seen > _MOST:
            return f"its aliases stand for more than {_MOST:,} values"
        if depth > _DEEPEST:
            return "its aliases are nested too deeply"
        waiting += [(one, depth + 1) for one in _inside(node)]
    return ""


def _inside(node: Node) -> Iterable[Node]:
    if isinstance(node, Sequence):
        return node.items
    return (entry.value for entry in node.entries) if isinstance(node, Mapping) else ()


def value_of(node: Node | None) -> Value:
    """A node as a plain value; None where it is empty, or only its own tool knows it."""
    match node:
        case Scalar():
            return None if node.null else node.value
        case Sequence():
            return [value_of(item) for item in node.items]
        case Mapping():
            return {entry.key: value_of(entry.value) for entry in node.entries}
        case _:
            return None


def settings_of(file: TextFile) -> dict[str, Value]:
    """What a file of settings says; nothing where it is no mapping. Raises CannotRunError."""
    span = file.span(0, len(file.text))
    if why := why_unreadable(span):
        raise CannotRunError(f"{file.path} cannot be read, {why}: mend it, and import again")
    found = value_of(mapping_of(span))
    return found if isinstance(found, dict) else {}


def text_of(value: Value) -> str:
    """A text, in one line; empty for what is none."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def texts_of(value: Value) -> list[str]:
    """The texts of a list, or of a single value."""
    items = value if isinstance(value, list) else [value]
    return [text for item in items if (text := text_of(item))]


def inside(value: Value, *keys: str) -> Value:
    """What stands below keys in a mapping; None where nothing does."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
