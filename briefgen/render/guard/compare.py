"""The first place where two normal forms differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.render.guard.normal import Normal
from briefgen.text import Span

_CONSTRUCTS = {
    "a": "link",
    "blockquote": "block quote",
    "box": "box",
    "br": "line break",
    "code": "code",
    "dd": "definition",
    "dl": "definition list",
    "dt": "term",
    "em": "emphasis",
    "footnote": "footnote",
    "hr": "line",
    "img": "image",
    "li": "list item",
    "note": "footnote mark",
    "ol": "numbered list",
    "p": "paragraph",
    "pre": "code block",
    "strong": "strong emphasis",
    "table": "table",
    "td": "table cell",
    "th": "table cell",
    "title": "title",
    "ul": "list",
}
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the author's text and the site part: the innermost span known, and both sides in short."""

    span: Span | None
    construct: str
    written: str
    shown: str


def first_difference(written: Normal, shown: Normal, spans: Sequence[Span]) -> Difference | None:
    """The first difference in the order of the text; footnotes are compared by their labels."""
    if written == shown:
        return None
    body, notes = _parted(written)
    shown_body, shown_notes = _parted(shown)
    found = _compare(body, shown_body, None)
    if found is None:
        for label, note in notes.items():
            other = shown_notes.get(label)
            if found is None and note != other:
                found = _compare(note, other, note.at) if other else (note, Normal("nothing"), note.at)
    if found is None:
        return None
    left, right, at = found
    element = left if isinstance(left, Normal) else right
    name = element.name if isinstance(element, Normal) else "p"
    return Difference(
        spans[at] if at is not None else None, _CONSTRUCTS.get(name, "text"), _short(left), _short(right)
    )


_Found = tuple[Normal | str, Normal | str, int | None]


def _parted(root: Normal) -> tuple[Normal, dict[str, Normal]]:
    """A text and, apart, its footnotes, which stand elsewhere on the page."""
    notes: dict[str, Normal] = {}

    def without_notes(node: Normal) -> Normal:
        children: list[Normal | str] = []
        for child in node.children:
            if isinstance(child, Normal) and child.name == "footnote":
                notes[dict(child.attributes)["label"]] = without_notes(child)
            else:
                children.append(without_notes(child) if isinstance(child, Normal) else child)
        return Normal(node.name, node.attributes, tuple(children), node.at)

    return without_notes(root), notes


def _compare(written: Normal, shown: Normal, at: int | None) -> _Found | None:
    if written == shown:
        return None
    at = written.at if written.at is not None else at
    if (written.name, written.attributes) != (shown.name, shown.attributes):
        return written, shown, at
    for index in range(max(len(written.children), len(shown.children))):
        left = written.children[index] if index < len(written.children) else ""
        right = shown.children[index] if index < len(shown.children) else ""
        if left == right:
            continue
        if isinstance(left, Normal) and isinstance(right, Normal):
            return _compare(left, right, at)
        return left, right, (left.at if isinstance(left, Normal) and left.at is not None else at)
    return written, shown, at


def _short(node: Normal | str) -> str:
    text = _outline(node)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _outline(node: Normal | str) -> str:
    if isinstance(node, str):
        return node or "nothing"
    inside = "".join(_outline(child) for child in node.children)
    attributes = "".join(f' {name}="{value}"' for name, value in node.attributes)
    return f"<{node.name}{attributes}>{inside}</{node.name}>"
