"""YAML of other programs as plain values: texts, lists, mappings."""

from briefgen.decode.compose import compose
from briefgen.decode.nodes import Mapping, Node, Scalar, Sequence
from briefgen.text import Span, TextFile

Value = str | list["Value"] | dict[str, "Value"] | None


def mapping_of(span: Span) -> Mapping | None:
    """The mapping that a stretch of YAML is; None where it is none, or no YAML."""
    root = compose(span, lambda _: None, foreign=True)
    return root if isinstance(root, Mapping) else None


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


def values_of(file: TextFile) -> dict[str, Value]:
    """What a YAML file says; nothing where it is no mapping."""
    root = mapping_of(file.span(0, len(file.text)))
    found = value_of(root)
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
