"""The line by which a page's script learns that there is an index."""

import json
from collections.abc import Iterable

_NONE = "/* search: none */"
_CALL = "briefgen.search("


def with_index(
    script: str, languages: Iterable[str], *, offline: bool, is_plain: bool = False, words: str = ""
) -> str | None:
    """The script of the theme with its last line naming the languages of the index.

    It may name an earlier index. `is_plain`: its files are as Pagefind wrote them; `words` is the file that
    leads to the words of the site. None when it has no such line.
    """
    body, newline, last = script.rstrip().rpartition("\n")
    if last != _NONE and not last.startswith(_CALL):
        return None
    settings: dict[str, object] = {"languages": sorted(languages), "offline": offline}
    if is_plain:
        settings["plain"] = True
    if words:
        settings["words"] = words
    return f"{body}{newline}{_CALL}{json.dumps(settings, ensure_ascii=False)});\n"
