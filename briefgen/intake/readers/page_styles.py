"""What the style sheets in a page say of its elements, as far as words are hidden or moved by it.

tinycss2 reads the sheets, Lexbor matches their selectors; the cascade is ours. Sheets that are not in the
file cannot be asked: `missing` says that there are some.
"""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from briefgen import rules
from briefgen.intake.readers.css_media import applies
from briefgen.intake.readers.css_rules import EndlessSheetError, declarations, rules_of, variables_of
from briefgen.intake.readers.document import LibraryMissingError, Unreadable
from briefgen.intake.readers.page_boxes import is_shadow
from briefgen.intake.readers.page_held import held_sheet
from briefgen.intake.readers.page_unclear import Unclear, hides

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_Place = tuple[bool, int, tuple[int, int, int], int]
"""Whether it is important, the rank of its layer, its specificity, and its number: what comes last wins."""
_NOTHING: Mapping[str, str] = {}
_MOST_RULES = 50_000
_BY_HAND = "write what readers see of it down in a file of its own: `text:` and `text_by:` in captures.yml"
_NO_LAYER = 1_000_000
_NO_SELECTOR = re.compile("[<@]")
"""What stands in none, whatever a browser knows."""
_ALTERNATE = re.compile(r"(?:^|\s)alternate(?:\s|$)", re.IGNORECASE)
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_DEEPEST = 8


class Styles:
    """The declarations that win for each element of a page."""

    def __init__(self, root: "LexborNode", sheets: Iterable[str] = ()) -> None:
        self.missing = False
        self.unclear = Unclear()
        """What hides words, perhaps."""
        self._won: dict[int, dict[str, tuple[_Place, str]]] = {}
        self._inline: dict[str, Mapping[str, tuple[str, bool]]] = {}
        self._order = 0
        self._layers: dict[str, int] = {}
        self._variables: dict[str, str | None] = {}
        names: frozenset[str] | None = None
        for sheet in sheets:
            names = names if names is not None else _names(root)
            self._read(sheet, root, names)
        chosen = ""
        for node in root.css("style, link[rel~=stylesheet]"):
            said = node.attributes
            title = said.get("title") or ""
            if not _is_applied(said) or (chosen and title not in ("", chosen)):
                continue
            chosen = chosen or title
            sheet = node.text(deep=True) if node.tag == "style" else self._held(said.get("href") or "")
            if sheet:
                names = names if names is not None else _names(root)
                self._read(sheet, _scope(node, root), names)

    def _held(self, address: str) -> str:
        """The sheet that the address of a link holds."""
        address = address.strip()
        held = held_sheet(address) if address else ""
        self.missing = self.missing or held is None
        return held or ""

    def of(self, node: "LexborNode", attributes: Mapping[str, str | None]) -> Mapping[str, str]:
        """The value of each property of an element, where the page declares one."""
        values = self._of(node, attributes)
        if not any("var(" in value for value in values.values()):
            return values
        known = {name: self._without_variables(value) for name, value in values.items()}
        return {name: value for name, value in known.items() if value is not None}

    def _without_variables(self, value: str) -> str | None:
        """A value with what custom properties of the page stand for; None for one that is not known."""
        for _ in range(_DEEPEST):
            match = _VARIABLE.search(value)
            if match is None:
                return None if "var(" in value else value.strip()
            there = self._variables.get(match[1], match[2])
            if there is None:
                return None
            value = value[: match.start()] + there + value[match.end() :]
        return None

    def _of(self, node: "LexborNode", attributes: Mapping[str, str | None]) -> Mapping[str, str]:
        won = self._won.get(node.mem_id)
        written = attributes.get("style")
        if not written:
            return {name: value for name, (_, value) in won.items()} if won else _NOTHING
        if written not in self._inline:
            self._inline[written] = _declared(written)
        values = {name: value for name, (_, value) in won.items()} if won else {}
        for name, (value, important) in self._inline[written].items():
            if important or not (won and name in won and won[name][0][0]):
                values[name] = value
        return values

    def _read(self, sheet: str, scope: "LexborNode", names: frozenset[str]) -> None:
        if "@import" in sheet:
            self.missing = True
        from selectolax.lexbor import SelectolaxError

        try:
            for name, value in variables_of(sheet).items():
                known = self._variables.get(name, "")
                self._variables[name] = value if known is not None else None
            for rule in rules_of(sheet, names):
                self._order += 1
                rank = self._layers.setdefault(rule.layer, len(self._layers)) if rule.layer else _NO_LAYER
                if not rule.selector:
                    continue
                if self._order > _MOST_RULES:
                    raise EndlessSheetError(f"more than {_MOST_RULES:,} rules that can hide words")
                try:
                    matched = scope.css(rule.selector)
                except SelectolaxError:
                    if hides(rule.declared) and not _NO_SELECTOR.search(rule.selector):
                        self.unclear.add("a rule", partial(str, rule.selector))
                    continue
                for node in matched:
                    won = self._won.setdefault(node.mem_id, {})
                    for name, (value, important) in rule.declared.items():
                        place = important, -rank if important else rank, rule.specificity, self._order
                        if name not in won or won[name][0] < place:
                            won[name] = place, value
        except ModuleNotFoundError as error:
            raise LibraryMissingError("tinycss2") from error
        except EndlessSheetError as error:
            what = "has style sheets that are too much to read, so which words they hide is not known"
            raise Unreadable(rules.CAPTURE_DAMAGED, what, (str(error),), _BY_HAND) from error


def _declared(written: str) -> Mapping[str, tuple[str, bool]]:
    try:
        return declarations(written)
    except ModuleNotFoundError as error:
        raise LibraryMissingError("tinycss2") from error


def _is_applied(link: Mapping[str, str | None]) -> bool:
    """Whether a browser applies what an element says is a sheet, of its own accord."""
    kind, media = link.get("type") or "", link.get("media") or ""
    if kind.strip().lower() not in ("", "text/css") or "disabled" in link:
        return False
    return not _ALTERNATE.search(link.get("rel") or "") and (not media or applies("media", media))


def _scope(style: "LexborNode", root: "LexborNode") -> "LexborNode":
    """The shadow tree that a sheet stands in, which it does not reach beyond; else the page."""
    node = style.parent
    while node is not None:
        if is_shadow(node):
            return node
        node = node.parent
    return root


def _names(root: "LexborNode") -> frozenset[str]:
    """All classes and ids of a page."""
    names: set[str] = set()
    for node in root.css("[class]"):
        names.update((node.attributes.get("class") or "").split())
    for node in root.css("[id]"):
        names.add(node.attributes.get("id") or "")
    return frozenset(names)
