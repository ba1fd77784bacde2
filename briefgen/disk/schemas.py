"""The JSON Schemas of what authors write, which come with briefgen."""

from functools import cache

from briefgen.disk.packaged import packaged, packaged_below

_FOLDER = "schemas"
_ENDING = ".json"


def schema_names() -> tuple[str, ...]:
    """The names of all schemas."""
    return tuple(sorted(path.removesuffix(_ENDING) for path in packaged_below(_FOLDER)))


@cache
def schema_text(name: str) -> str:
    """The text of a schema; empty where there is none of this name."""
    data = packaged(f"{_FOLDER}/{name}{_ENDING}")
    return "" if data is None else data.decode()
