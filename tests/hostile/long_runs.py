"""Every expression of briefgen, the calls that are made of it, and long runs of what it repeats.

An expression that tries each part of a run anew takes the square of its length. For which texts it would do
so can be read in it: what comes before a repetition, what is repeated, and behind it what does not fit.
"""

import ast
import importlib
import pkgutil
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from re import _constants as said  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import briefgen

_TRIED = " a1\n#.,:;\"'()[]{}<>|`*_=-+/\\$@^~!?%&\t‘“é\u00a0\0Z"
_MANY = 100
"""From so many times on a repetition has no end that counts."""
_REPEATS = (said.MAX_REPEAT, said.MIN_REPEAT, said.POSSESSIVE_REPEAT)
_ANYWHERE = "finditer"
_CALLS = {"match": "match", "fullmatch": "fullmatch", "search": "search"}


@dataclass(frozen=True, slots=True)
class Asked:
    """An expression of a module, by its name, and how it is asked."""

    module: str
    name: str
    pattern: re.Pattern[str]
    calls: tuple[str, ...]


def every_pattern() -> Iterator[Asked]:
    """All that are kept under a name, alone or among others."""
    modules = sorted(one.name for one in pkgutil.walk_packages(briefgen.__path__, "briefgen."))
    loaded = {name: importlib.import_module(name) for name in modules if not name.endswith("__main__")}
    calls = {name: _calls(Path(str(module.__file__)).read_text("utf-8")) for name, module in loaded.items()}
    for module, values in loaded.items():
        for name, value in vars(values).items():
            several = tuple(value.values()) if isinstance(value, dict) else value
            users = [user for user, known in loaded.items() if vars(known).get(name) is value]
            asked = set().union(*(calls[user].get(name, ()) for user in users)) or {_ANYWHERE}
            for one in several if isinstance(several, list | tuple) else (value,):
                if isinstance(one, re.Pattern) and isinstance(one.pattern, str) and users[0] == module:
                    yield Asked(module, name, one, tuple(sorted(asked)))


def _calls(source: str) -> dict[str, set[str]]:
    """How the names of expressions are asked in a module."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and callable(getattr(re.Pattern, node.attr, None)):
            asked = node.value.value if isinstance(node.value, ast.Subscript) else node.value
            if isinstance(asked, ast.Name):
                found.setdefault(asked.id, set()).add(_CALLS.get(node.attr, _ANYWHERE))
    return found


def runs(pattern: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """What to begin a text with, what to repeat, and what to end it with."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    tried = set()
    for before, again in _repeated(tree, ""):
        for text in ((before, again, "\0"), ("", before + again, "\0"), ("", before + again + " ", "\n!")):
            if text not in tried and text[1]:
                tried.add(text)
                yield text


def _repeated(nodes: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    for code, value in nodes:
        if code in _REPEATS:
            if value[1] >= _MANY:
                yield from ((before, one) for one in _alternatives(value[2]) if one)
            yield from _repeated(value[2], before)
        elif code in (said.SUBPATTERN, said.ATOMIC_GROUP):
            yield from _repeated(value[3] if code is said.SUBPATTERN else value, before)
        elif code is said.BRANCH:
            for branch in value[1]:
                yield from _repeated(branch, before)
        elif code in (said.ASSERT, said.ASSERT_NOT):
            yield from _repeated(value[1], before)
        before += _example((code, value))


def _alternatives(nodes: list[Any]) -> set[str]:
    """What may be repeated, spaces and letters among it."""
    found = {"".join(map(_example, nodes))}
    if len(nodes) == 1 and nodes[0][0] is said.IN:
        found |= {one for one in " a" if _is_in(nodes[0][1], one)}
    return found


def _example(node: tuple[Any, Any]) -> str:
    """A text that fits."""
    code, value = node
    if code is said.LITERAL:
        return chr(value)
    if code is said.NOT_LITERAL:
        return next(one for one in "a .1" if ord(one) != value)
    if code is said.ANY:
        return "a"
    if code is said.IN:
        listed = (chr(one[1] if one[0] is said.LITERAL else one[1][0]) for one in value if one[0] in _LISTED)
        return next((one for one in _TRIED if _is_in(value, one)), next(listed, ""))
    if code in _REPEATS:
        return "".join(map(_example, value[2])) * min(int(value[0]), 50)
    if code is said.SUBPATTERN:
        return "".join(map(_example, value[3]))
    if code is said.ATOMIC_GROUP:
        return "".join(map(_example, value))
    if code is said.BRANCH:
        return "".join(map(_example, value[1][0]))
    return "".join(map(_example, value[1])) if code is said.ASSERT and value[0] < 0 else ""


_LISTED = (said.LITERAL, said.RANGE)


def _is_in(items: Iterable[Any], one: str) -> bool:
    """Whether a character is of a class."""
    denied = found = False
    for code, value in items:
        if code is said.NEGATE:
            denied = True
        elif code is said.LITERAL:
            found |= ord(one) == value
        elif code is said.RANGE:
            found |= value[0] <= ord(one) <= value[1]
        elif code is said.CATEGORY:
            name = str(value).rpartition("_")[2]
            fits = {"SPACE": one.isspace(), "DIGIT": one.isdigit(), "WORD": one.isalnum() or one == "_"}[name]
            found |= fits != ("NOT" in str(value))
    return found != denied
