"""JSON whose shape is not to be trusted: the wrong type counts as nothing."""

from collections.abc import Mapping
from typing import Any

Object = Mapping[str, Any]


def text_of(value: object) -> str:
    """A text, or the first text of a list."""
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else ""


def object_of(value: object) -> Object:
    """An object, or the first object of a list, or an empty one."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, dict)), {})
    return value if isinstance(value, dict) else {}


def objects_of(value: object) -> list[Object]:
    """The objects of a list, or a single object as a list."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]
