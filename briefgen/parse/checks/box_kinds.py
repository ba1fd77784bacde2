"""Boxes of no kind, and attributes that mean nothing on theirs."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.block import Box
from briefgen.model.box import KNOWN_KINDS, BoxKind
from briefgen.parse.check import Check, Seen
from briefgen.suggest import suggest

_OF_REFERENCES = frozenset({"refs", "references", "bibliography"})
_TABS = frozenset({"panel-tabset", "tabset", "tab-set"})
_OF_PAPER = frozenset({"content-visible", "content-hidden", "landscape", "only", "hidden", "visible"})
_PLACES = ("column", "aside", "margin", "grid", "g-col", "center", "incremental", "fragment")
"""Classes of Quarto and MyST that say where or how something is to stand."""
_ASIDES = frozenset(
    """admonition attention caution danger error example hint important info note question seealso success tip
    warning""".split()
)


def _kinds(seen: Seen) -> Iterator[Diagnostic]:
    for box in seen.of(Box):
        if box.kind is BoxKind.UNKNOWN or len(box.attributes.classes) > 1:
            yield _unknown(box)
        else:
            yield from _attributes(box)


def _unknown(box: Box) -> Diagnostic:
    if box.attributes.identifier in _OF_REFERENCES:
        message = "another program would put the list of references here"
        way = "delete it: the list of sources is made by itself"
        return Diagnostic(rules.FOREIGN_PLACE, box.span, message, hint=way)
    named = " ".join(box.attributes.classes)
    known = box.kind is not BoxKind.UNKNOWN
    near = suggest(box.attributes.classes[0], KNOWN_KINDS) if named and not known else None
    return Diagnostic(
        rules.BOX_UNKNOWN,
        box.span,
        "this box has no kind"
        if not named
        else f"a box has one kind, not `{named}`"
        if known
        else f"`{named}` is no kind of box",
        (f"expected one of {', '.join(KNOWN_KINDS)}",),
        f"did you mean `{near}`?" if near else _way_out(box),
    )


def _way_out(box: Box) -> str | None:
    """What is written here in the place of a box that has its meaning elsewhere."""
    if not box.attributes.classes and (lang := box.attributes.value("lang")):
        return (
            f'write `<div lang="{lang}">` and `</div>` instead of the colons, with an empty line on each side'
        )
    named = {name.removeprefix("callout-").lower() for name in box.attributes.classes}
    if named & _ASIDES:
        return "write `::: note`"
    if named & _TABS:
        return "write a heading for each, and its text below it, without these colons"
    if named & _OF_PAPER:
        return "take these colons out, or take out what is for another output than this page"
    if any(pair.key.startswith("layout") for pair in box.attributes.pairs) or not named:
        return "write what is in it without these colons"
    if any(name.startswith(_PLACES) for name in named):
        return "write `::: note` if it is an aside, or take these colons out"
    return None


def _attributes(box: Box) -> Iterator[Diagnostic]:
    for pair in box.attributes.pairs:
        if pair.key not in box.kind.attributes:
            near = suggest(pair.key, box.kind.attributes)
            yield Diagnostic(
                rules.ATTRIBUTE_UNKNOWN,
                pair.span,
                f"`{pair.key}=` means nothing on a {box.kind} box",
                (f"expected one of {', '.join(box.kind.attributes)}",),
                f"did you mean `{near}`?" if near else None,
            )
    if box.attributes.get("include") and box.children:
        yield Diagnostic(
            rules.INCLUDE_NOT_EMPTY,
            box.span,
            "this box takes its text from a file and has text of its own",
            hint="leave the box empty, or leave out `include=`",
        )


CHECK = Check(_kinds)
