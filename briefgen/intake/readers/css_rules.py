"""The rules of a style sheet that can hide words or move them: what tinycss2 makes of it, and no more.

A sheet of a saved page is far longer than the page. So it is cut into rules first, and only those that speak
of a property of ours are given to tinycss2.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefgen.intake.readers.css_media import applies
from briefgen.intake.readers.css_selectors import selectors
from briefgen.intake.readers.css_values import is_value

_OURS = (
    "animation animation-name background background-color background-image clip clip-path color "
    "content-visibility display filter float font font-size height inset inset-block "
    "inset-block-start inset-inline inset-inline-start left "
    "bottom margin margin-left margin-inline-start max-height max-width opacity overflow overflow-x "
    "overflow-y perspective position right rotate scale text-decoration text-decoration-line "
    "text-indent text-transform top transform transform-style translate vertical-align visibility width "
    "block-size inline-size max-block-size max-inline-size zoom contain mask mask-image -webkit-mask "
    "-webkit-mask-image list-style list-style-type -webkit-background-clip "
    "-webkit-text-fill-color background-clip font-variant-position"
)
PROPERTIES = frozenset(_OURS.split())
# What a rule must speak of to be read at all; the others are of use only beside these.
_SPOKEN = re.compile(
    r"display|visib|opacity|clip|position|indent|font|vertical-align|text-transform|list-style|color|"
    r"height|width|transform|background|overflow|animation|left|right|top|bottom|margin|inset|translate|scale|rotate|perspective|float|zoom|mask|-size|contain\s*:|"
    r"filter|text-decoration",
    re.IGNORECASE,
)
_FAR = re.compile(r"-\d{3,}|-\d{2,}r?em")
_WORTH = {
    "margin": _FAR,
    "margin-left": re.compile(rf"\d{{3,}}|{_FAR.pattern}"),
    "margin-inline-start": _FAR,
    "text-decoration": re.compile("line-through"),
    "text-decoration-line": re.compile("line-through"),
    "filter": re.compile(r"opacity\("),
}
_TOKEN = re.compile(
    r"/\*.*?(?:\*/|\Z)|\"(?:[^\"\\\n]|\\.)*[\"\n]|'(?:[^'\\\n]|\\.)*['\n]|\\.|url\([^)\"']*\)|[{};]",
    re.DOTALL | re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SGML = re.compile(r"<!--|-->")
"""What old pages have their sheets within; it means nothing there."""
_NOT = re.compile(r":(?:not|has)\([^()]*\)|\[[^\]]*\]")
_NAME = re.compile(r"[.#]([\w-]+)")
_INNER = frozenset({"media", "supports", "layer", "container", "document", "-moz-document", "scope"})
_DEEPEST = 10
_LONGEST = 100_000
"""Code points of a selector with those it is nested in: each `&` stands for all of these."""
_VARIABLE = re.compile(r"(?<![\w-])(--[\w-]+)\s*:([^;{}]*)")
_WHOLE_PAGE = frozenset({":root", "html", "body", ":host", "*"})


_ODD = re.compile(r"[^\w\s#.%,:;-]", re.ASCII)
_ODD_VALUE = re.compile(r"[^\w#.%, -]|  ", re.ASCII)
_PROPERTY = re.compile(r"[a-z-]+", re.IGNORECASE)
_KEPT = 4096
"""Of so many blocks what they say is kept: the chapters of a book share their sheets."""
_KEPT_SHEETS = 8


class EndlessSheetError(Exception):
    """A style sheet whose rules are nested more deeply, or grow longer by that, than is read."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector, without the others of its list, and what is declared for it in a layer, if any.

    Of a layer that a sheet only names there is a rule without a selector.
    """

    selector: str
    specificity: tuple[int, int, int]
    declared: Mapping[str, tuple[str, bool]]
    """The value of each property, and whether it is `!important`."""
    layer: str = ""


def rules_of(sheet: str, names: frozenset[str] | None = None) -> Iterator[Rule]:
    """The rules of a sheet that a browser applies to a page on a wide screen, with these classes and ids.

    Raises EndlessSheetError, ModuleNotFoundError.
    """
    for prelude, block, layer in _whole(sheet):
        if not prelude:
            yield Rule("", (0, 0, 0), {}, layer)
            continue
        if names is not None and not _may_match(prelude, names):
            continue
        declared = declarations(block)
        if declared:
            for selector, specificity in selectors(prelude):
                yield Rule(selector, specificity, declared, layer)


def variables_of(sheet: str) -> Mapping[str, str | None]:
    """The custom properties that a sheet declares for a whole page; None for one that parts of it have."""
    found: dict[str, str | None] = {}
    for prelude, block, _ in _whole(sheet) if "--" in sheet else ():
        for one in _VARIABLE.finditer(block) if "--" in block else ():
            whole = {part.strip() for part in prelude.split(",")} <= _WHOLE_PAGE
            found[one[1]] = one[2].strip().lower() if whole and found.get(one[1], "") is not None else None
    return found


def library() -> str:
    """What reads style sheets, with its version."""
    import tinycss2

    return f"tinycss2 {tinycss2.__version__}"


def forget() -> None:
    """Keep nothing of what was read, as in a process that begins."""
    _whole.cache_clear()
    declarations.cache_clear()
    selectors.cache_clear()


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
            if not _matters(one.lower_name, value):
                continue
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
        if name.lower() in PROPERTIES and _matters(name.lower(), value.lower()):
            found[name.lower()] = value.lower(), False
    return found


def _matters(name: str, value: str) -> bool:
    """Whether a value is one, and can hide words or strike them, of properties that nearly all rules have."""
    worth = _WORTH.get(name)
    return worth.search(value) is not None if worth is not None else is_value(name, value)


@lru_cache(maxsize=_KEPT_SHEETS)
def _whole(sheet: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(_chunks(sheet, 0, ""))


def _chunks(sheet: str, depth: int, layer: str) -> Iterator[tuple[str, str, str]]:
    """Preludes, blocks and their layers, those of conditions that hold among them; and layers' names."""
    if depth > _DEEPEST:
        raise EndlessSheetError(f"rules more than {_DEEPEST} deep in one another")
    start = position = 0
    while token := _TOKEN.search(sheet, position):
        position = token.end()
        if token[0] in (";", "}"):
            if sheet.startswith("@layer", start) or "@layer" in sheet[start : token.start()]:
                yield from (("", "", name) for name in _layers(sheet[start : token.start()], layer))
            start = position
        elif token[0] == "{":
            prelude = _SGML.sub(" ", _COMMENT.sub(" ", sheet[start : token.start()])).strip()
            end = _closing(sheet, position)
            block = sheet[position:end]
            position = start = end + 1
            if prelude.startswith("@"):
                name, _, condition = prelude[1:].replace("(", " (", 1).partition(" ")
                if name.lower() in _INNER and applies(name.lower(), condition):
                    within = layer
                    if name.lower() == "layer":
                        within = next(iter(_layers(prelude, layer)), f"{layer}.{position}")
                        yield "", "", within
                    yield from _chunks(block, depth + 1, within)
            elif _SPOKEN.search(block) or "--" in block:
                own, nested = _nested(block)
                yield prelude, own, layer
                for inner, declared, within in _chunks(nested, depth + 1, layer) if nested else ():
                    yield _joined(prelude, inner) if inner else "", declared, within


def _layers(statement: str, layer: str) -> list[str]:
    """The layers that are named in ``@layer a, b``, within another."""
    names = _COMMENT.sub(" ", statement).partition("@layer")[2].split(",")
    return [f"{layer}.{name.strip()}" for name in names if name.strip()]


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
    if len(inner) + max(inner.count("&"), 1) * len(within) > _LONGEST:
        raise EndlessSheetError(f"rules in one another with selectors of more than {_LONGEST:,} characters")
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
