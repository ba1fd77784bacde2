"""A style of CSL without what it would do with works of other types and with other facts.

Reading a style is most of what pandoc does for one citation, and a large style is mostly branches for works
that are not asked about. What a condition says of the works at hand is often known beforehand; where it is
not, it stays.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from briefgen.styling.requests import Item
from briefgen.styling.style import CSL, all_of, read_style, written

_NOT_FACTS = frozenset(
    "citation-key citation-label citation-number container-title-short editor-translator editortranslator "
    "event event-title first-reference-note-number journalAbbreviation language locator number-of-pages page "
    "page-first shortTitle title-short type year-suffix".split()
)
"""What an engine itself may know of a work, or under another name."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The types of works, and which variables all of them have, and some."""

    types: frozenset[str]
    of_all: frozenset[str]
    of_some: frozenset[str]

    @staticmethod
    def of(items: Iterable[Item]) -> "Facts | None":
        """What is known of works; None where a note may say more of them, as notes of programs do."""
        said = [json.loads(item.text) for item in items]
        if not said or any("note" in one for one in said):
            return None
        full = [frozenset(name for name, value in one.items() if value) for one in said]
        types = frozenset(str(one["type"]) for one in said)
        return Facts(types, frozenset.intersection(*full), frozenset().union(*said))

    def has(self, variable: str) -> bool | None:
        """Whether the works have a variable; None where that is open."""
        if variable in _NOT_FACTS or variable != variable.lower():
            return None
        return True if variable in self.of_all else None if variable in self.of_some else False


def narrowed(text: str, items: Iterable[Item]) -> str:
    """A style for these works, which prints the same of them."""
    facts = Facts.of(items)
    if facts is None:
        return text
    root = read_style(text)
    for one in (
        *root.findall(f"{CSL}macro"),
        *root.findall(f"{CSL}citation"),
        *root.findall(f"{CSL}bibliography"),
    ):
        _narrow(one, facts)
    called = {
        id(one)
        for part in ("citation", "bibliography")
        if (whole := root.find(f"{CSL}{part}")) is not None
        for one in all_of(root, whole)
    }
    for one in root.findall(f"{CSL}macro"):
        if id(one) not in called:
            root.remove(one)
    return written(root)


def _narrow(parent: ElementTree.Element, facts: Facts) -> None:
    kept: list[ElementTree.Element] = []
    for one in list(parent):
        if one.tag != f"{CSL}choose":
            _narrow(one, facts)
            kept.append(one)
            continue
        branches = _branches(one, facts)
        for branch, _ in branches:
            _narrow(branch, facts)
        if branches and branches[0][1]:
            kept += list(branches[0][0])
        elif branches:
            kept.append(_choose(one, branches))
    parent[:] = kept


def _branches(choose: ElementTree.Element, facts: Facts) -> list[tuple[ElementTree.Element, bool]]:
    """The branches that may be taken, and of each whether it is taken for sure: no other follows one."""
    found: list[tuple[ElementTree.Element, bool]] = []
    for branch in choose:
        known = True if branch.tag == f"{CSL}else" else _known(branch.attrib, facts)
        if known is not False:
            found.append((branch, known is True))
        if known:
            break
    return found


def _choose(
    choose: ElementTree.Element, branches: Iterable[tuple[ElementTree.Element, bool]]
) -> ElementTree.Element:
    choose[:] = [branch for branch, _ in branches]
    for number, (branch, is_sure) in enumerate(branches):
        branch.tag = f"{CSL}{'else' if is_sure else 'else-if' if number else 'if'}"
        if is_sure:
            branch.attrib.clear()
    return choose


def _known(attributes: Mapping[str, str], facts: Facts) -> bool | None:
    """What a condition says of all works; None where it may say one thing of some and another of others."""
    match = attributes.get("match", "all")
    said: list[bool | None] = []
    for name, value in attributes.items():
        names = value.split()
        if name == "type":
            said.append(_of_type(names, facts, is_any=match == "any"))
        elif name == "variable":
            said += [facts.has(one) for one in names]
        elif name in ("is-numeric", "is-uncertain-date"):
            said += [False if facts.has(one) is False else None for one in names]
        elif name != "match":
            said.append(None)
    if match == "all":
        return False if False in said else None if None in said else True
    known = True if True in said else None if None in said else False
    return known if match == "any" or known is None else not known


def _of_type(names: Collection[str], facts: Facts, *, is_any: bool) -> bool | None:
    if not facts.types & set(names):
        return False
    return True if facts.types <= set(names) and (is_any or len(names) == 1) else None
