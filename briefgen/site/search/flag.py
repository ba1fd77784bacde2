"""The line by which a page's script learns that there is an index."""

import json
from collections.abc import Iterable

_NONE = "/* search: none */"
_CALL = "briefgen.search("


def with_index(script: str, languages: Iterable[str], *, offline: bool) -> str | None:
    """The script of the theme with its last line naming the languages of the index.

    It may name an earlier index. None when the script has no such line.
    """
    body, newline, last = script.rstrip().rpartition("\n")
    if last != _NONE and not last.startswith(_CALL):
        return None
    settings = {"languages": sorted(languages), "offline": offline}
    return f"{body}{newline}{_CALL}{json.dumps(settings, ensure_ascii=False)});\n"
