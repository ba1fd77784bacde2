"""The rules of a style sheet that can hide words or move them: what tinycss2 makes of it, and no more.

A sheet of a saved page is far longer than the page. So it is cut into rules first, and only those that speak
of a property of ours are given to tinycss2.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefgen.intake.readers.css_media import applies

_OURS = (
    "animation animation-name background background-color clip clip-path color content-visibility display "
    "font font-size height left bottom max-height opacity overflow overflow-x overflow-y position right "
    "text-indent text-transform top transform vertical-align visibility width list-style list-style-type "
    "-webkit-background-clip background-clip font-variant-position"
)
PROPERTIES = frozenset(_OURS.split())
# What a rule must speak of to be read at all; the others are of use only beside these.
_SPOKEN = re.compile(
    r"display|visib|opacity|clip|position|indent|font|vertical-align|text-transform|list-style|color|"
    r"height|width|transform|background|overflow|animation|left|right|top|bottom",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"/\*.*?(?:\*/|\Z)|\"(?:[^\"\\\n]|\\.)*[\"\n]|'(?:[^'\\\n]|\\.)*['\n]|\\.|url\([^)\"']*\)|[{};]",
    re.DOTALL | re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_NOT = re.compile(r":(?:not|has)\([^()]*\)|\[[^\]]*\]")
_NAME = re.compile(r"[.#]([\w-]+)")
_INNER = frozenset({"media", "supports", "layer", "container", "document", "-moz-document", "scope"})
_DEEPEST = 10


_ODD = re.compile(r"[^\w\s#.%,:;-]", re.ASCII)
_ODD_VALUE = re.compile(r"[^\w#.%, -]|  ", re.ASCII)
_ODD_PRELUDE = re.compile(r"[^\w\s.#>+~,-]", re.ASCII)
_PROPERTY = re.compile(r"[a-z-]+", re.IGNORECASE)
_COMPOUND = re.compile(r"(?:[a-z][a-z0-9]*)?(?:[.#][a-z][\w-]*)*", re.ASCII | re.IGNORECASE)
_COMBINED = re.compile(r"\s*[>+~]\s*|\s+")
_KEPT = 4096
"""Of so many blocks and preludes what they say is kept: the chapters of a book share their sheets."""
_KEPT_SHEETS = 8


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector, without the others of its list, and what is declared for it; `importance` comes first."""

    selector: str
    specificity: tuple[int, int, int]
    declared: Mapping[str, tuple[str, bool]]
    """The value of each property, and whether it is `!important`."""


def rules_of(sheet: str, names: frozenset[str] | None = None) -> Iterator[Rule]:
    """The rules of a sheet that a browser applies to a page on a wide screen, with these classes and ids.

    Raises ModuleNotFoundError.
    """
    for prelude, block in _whole(sheet):
        if names is not None and not _may_match(prelude, names):
            continue
        declared = declarations(block)
        if declared:
            for selector, specificity in _selectors(prelude):
                yield Rule(selector, specificity, declared)


def library() -> str:
    """What reads style sheets, with its version."""
    import tinycss2

    return f"tinycss2 {tinycss2.__version__}"


def forget() -> None:
    """Keep nothing of what was read, as in a process that begins."""
    _whole.cache_clear()
    declarations.cache_clear()
    _selectors.cache_clear()


def _may_match(prelude: str, names: frozenset[str]) -> bool:
    """Whether a page with no more than these classes and ids may have what a prelude speaks of."""
    if "\\" in prelude or ":is(" in prelude or ":where(" in prelude:
        return True
    bare = _NOT.sub("", prelude)
    return any(names.issuperset(_NAME.findall(part)) for part in bare.split(","))


@lru_cache(maxsize=_KEPT)
def declarations(block: str) -> Mapping[str, tuple[str, bool]]:
    """What a block, or the attribute `style`, declares of the properties of ours."""
    plain = None if _ODD.search(block) else _plainly_declared(block)
    if plain is not None:
        return plain
    import tinycss2

    found: dict[str, tuple[str, bool]] = {}
    for one in tinycss2.parse_blocks_contents(block, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration" and one.lower_name in PROPERTIES:
            value = tinycss2.serialize(one.value).strip().lower()
            known = found.get(one.lower_name)
            if known is None or one.important or not known[1]:
                found[one.lower_name] = value, one.important
    return found


def _plainly_declared(block: str) -> dict[str, tuple[str, bool]] | None:
    """The same of plain names and words, as most blocks have, in a tenth of the time; None for any other."""
    found: dict[str, tuple[str, bool]] = {}
    for one in block.split(";"):
        name, colon, value = (part.strip() for part in one.partition(":"))
        if not name and not colon:
            continue
        if not value or not _PROPERTY.fullmatch(name) or _ODD_VALUE.search(value):
            return None
        if name.lower() in PROPERTIES:
            found[name.lower()] = value.lower(), False
    return found


@lru_cache(maxsize=_KEPT_SHEETS)
def _whole(sheet: str) -> tuple[tuple[str, str], ...]:
    return tuple(_chunks(sheet, 0))


def _chunks(sheet: str, depth: int) -> Iterator[tuple[str, str]]:
    """Preludes and blocks, those of conditions that hold among them."""
    start = position = 0
    while token := _TOKEN.search(sheet, position):
        position = token.end()
        if token[0] in (";", "}"):
            start = position
        elif token[0] == "{":
            prelude = _COMMENT.sub(" ", sheet[start : token.start()]).strip()
            end = _closing(sheet, position)
            block = sheet[position:end]
            position = start = end + 1
            if prelude.startswith("@"):
                name, _, condition = prelude[1:].replace("(", " (", 1).partition(" ")
                if name.lower() in _INNER and depth < _DEEPEST and applies(name.lower(), condition):
                    yield from _chunks(block, depth + 1)
            elif _SPOKEN.search(block):
                own, nested = _nested(block)
                yield prelude, own
                if depth < _DEEPEST:
                    for inner, declared in _chunks(nested, depth + 1) if nested else ():
                        yield _joined(prelude, inner), declared


def _nested(block: str) -> tuple[str, str]:
    """The declarations of a block, and the rules in it."""
    if "{" not in block:
        return block, ""
    own: list[str] = []
    nested: list[str] = []
    start = position = 0
    while token := _TOKEN.search(block, position):
        position = token.end()
        if token[0] == ";":
            own.append(block[start:position])
            start = position
        elif token[0] == "{":
            end = _closing(block, position)
            nested.append(block[start : end + 1])
            position = start = end + 1
    own.append(block[start:])
    return "".join(own), "".join(nested)


def _joined(outer: str, inner: str) -> str:
    within = f":is({outer})"
    return inner.replace("&", within) if "&" in inner else f"{within} {inner}"


def _closing(sheet: str, position: int) -> int:
    """Where the block ends that begins at `position`."""
    depth = 1
    while token := _TOKEN.search(sheet, position):
        position = token.end()
        if token[0] == "{":
            depth += 1
        elif token[0] == "}":
            depth -= 1
            if not depth:
                return token.start()
    return len(sheet)


# ------------------------------------------------------------------------------------------- selectors

_STATES = frozenset(
    """active autofill current focus focus-visible focus-within fullscreen future hover modal open
    picture-in-picture playing popover-open target target-within user-invalid visited seeking -moz-focusring
    -webkit-full-screen""".split()
)
"""What is not so of a page that nobody has touched."""


@lru_cache(maxsize=_KEPT)
def _selectors(prelude: str) -> tuple[tuple[str, tuple[int, int, int]], ...]:
    """Each selector of a list as Lexbor can match it, with its specificity; none that needs a touched page
    or speaks of no element."""
    plain = None if _ODD_PRELUDE.search(prelude) else _plain_selectors(prelude)
    if plain is not None:
        return plain
    import tinycss2

    tokens = tinycss2.parse_component_value_list(prelude, skip_comments=True)
    found = []
    for part in _parts(tokens):
        kept = _untouched(part)
        if kept is not None and (text := tinycss2.serialize(kept).strip()):
            found.append((text, _specificity(kept)))
    return tuple(found)


def _plain_selectors(prelude: str) -> tuple[tuple[str, tuple[int, int, int]], ...] | None:
    """The same of tags, classes and ids, as most lists have; None for any other."""
    found = []
    for part in prelude.split(","):
        selector = part.strip()
        compounds = _COMBINED.split(selector)
        if not all(one and _COMPOUND.fullmatch(one) for one in compounds):
            return None
        tags = sum(one[0] not in ".#" for one in compounds)
        found.append((selector, (selector.count("#"), selector.count("."), tags)))
    return tuple(found)


def _parts(tokens: list[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _untouched(tokens: list[Any]) -> list[Any] | None:
    """A selector without what is always so of an untouched page; None where it never matches."""
    kept: list[Any] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "literal" and token.value == ":" and index + 1 < len(tokens):
            behind = tokens[index + 1]
            if behind.type == "literal":  # ::before
                return None
            name = str(getattr(behind, "lower_name", getattr(behind, "lower_value", "")))
            if behind.type == "ident":
                if name in _STATES or name in {"before", "after", "first-line", "first-letter"}:
                    return None
            elif behind.type == "function" and name == "not":
                inside = [_untouched(part) for part in _parts(behind.arguments)]
                if all(part is None for part in inside):
                    index += 2
                    continue
            kept += [token, behind]
            index += 2
            continue
        kept.append(token)
        index += 1
    return kept


def _specificity(tokens: list[Any]) -> tuple[int, int, int]:
    ids = classes = tags = 0
    index = 0
    while index < len(tokens):
        token = tokens[index]
        behind = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.type == "hash":
            ids += 1
        elif token.type == "[] block":
            classes += 1
        elif token.type == "literal" and token.value == "." and behind is not None:
            classes += 1
            index += 1
        elif token.type == "literal" and token.value == ":" and behind is not None:
            index += 1
            name = str(getattr(behind, "lower_name", ""))
            if behind.type == "function" and name in ("is", "not", "has"):
                inner = max((_specificity(part) for part in _parts(behind.arguments)), default=(0, 0, 0))
                ids, classes, tags = ids + inner[0], classes + inner[1], tags + inner[2]
            elif not (behind.type == "function" and name == "where"):
                classes += 1
        elif token.type == "ident":
            tags += 1
        index += 1
    return ids, classes, tags
