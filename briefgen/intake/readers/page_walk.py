"""From the tree of a page to its text: what a browser shows of it, in order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.intake.readers.mathml import formula
from briefgen.intake.readers.page_archives import Archive, archive_of
from briefgen.intake.readers.page_boxes import is_deep, is_given, lays_out, slots_of
from briefgen.intake.readers.page_colours import UNKNOWN, Colours, presented
from briefgen.intake.readers.page_hidden import NOWHERE, Around, Seen, inherited, is_out, level
from briefgen.intake.readers.page_lists import Numbers
from briefgen.intake.readers.page_marks import Places, kind_of
from briefgen.intake.readers.page_styles import Styles
from briefgen.intake.readers.page_unclear import unclear_of
from briefgen.intake.readers.text_lines import Lines
from briefgen.model.spans import SpanKind
from briefgen.raised import lowered, raised

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_UNSHOWN = frozenset(
    """-comment !doctype area audio canvas datalist embed head map meta noembed
    noframes noscript object param rp rt script select source style template textarea track video""".split()
)
_PARAGRAPHS = frozenset(
    """article aside blockquote body caption dd dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hgroup hr li main menu nav ol p pre search section table ul""".split()
)
_LINES = frozenset(
    """address center details dialog div frame iframe legend optgroup option summary tbody tfoot thead
    tr""".split()
)
_CELLS = frozenset({"td", "th"})
_SHIFTED: Mapping[str, int] = {"sup": 1, "sub": -1}
_ONLY_SAID = frozenset({"title", "desc", "metadata"})
"""Of a drawing, what is not drawn."""
_ONLY_DRAWN = frozenset({"clipPath", "marker", "mask", "pattern"})
"""What may show the letters in it where it is used, though it stands among definitions."""
_MOST_REPEATED = 100_000
"""Characters that drawings repeat of themselves, in all."""
_INLINE = frozenset("a abbr b big cite em font i ins small span strong tt u var".split())
_LONGEST_SHIFTED = 12
_QUOTES = (("“", "”"), ("‘", "’"))


@dataclass(frozen=True, slots=True)
class _State:
    """What holds for the nodes in a node."""

    seen: Seen = Seen()  # noqa: RUF009, frozen: nobody can change it
    shift: int = 0
    quotes: int = 0
    capitals: bool = False
    level: bool = True
    flexes: bool = False
    """Directly in a box that lays its children out as boxes, whatever they are."""
    deep: bool = False
    drawn: bool = False
    """Within a drawing."""


@dataclass(frozen=True, slots=True)
class _End:
    """The end of an element, and how many spans end with it."""

    tag: str
    spans: int
    behind: str = ""


def walk(
    root: "LexborNode", lines: Lines, sheets: Iterable[str], read_frame: Callable[[str], None]
) -> tuple[bool, tuple[str, ...]]:
    """Add the text of a page; whether sheets are missing that may hide some of it, and what is to be said of
    those that are there. Raises Unreadable."""
    archive = archive_of(root)
    for frame in archive.frames:
        read_frame(frame)
    if archive.frames:
        return False, ()
    styles = Styles(root, sheets)
    _Walk(lines, styles, archive, Places(root), read_frame).run(root)
    return styles.missing, styles.unclear.told()


class _Walk:
    """Not recursive: pages are nested more deeply than Python likes to call."""

    def __init__(
        self,
        lines: Lines,
        styles: Styles,
        archive: Archive,
        places: Places,
        read_frame: Callable[[str], None],
    ) -> None:
        self._lines = lines
        self._styles = styles
        self._archive = archive
        self._places = places
        self._read_frame = read_frame
        self._lists: list[Numbers | None] = []
        self._repeated = 0
        self._steps: list[tuple[LexborNode | _End, _State]] = []

    def run(self, root: "LexborNode") -> None:
        """Read everything in a node."""
        # Where sheets are missing, nobody knows what letters stand on.
        colours = UNKNOWN if self._styles.missing else Colours()
        self._steps.append((root, _State(Seen(colours=colours))))
        while self._steps:
            node, state = self._steps.pop()
            if isinstance(node, _End):
                self._leave(node)
            elif node.tag == "-text":
                if state.seen.shows:
                    self._add(node.text_content or "", state)
            elif node.tag not in _UNSHOWN:
                self._element(node, node.tag or "", state)

    def _element(self, node: "LexborNode", tag: str, state: _State) -> None:
        lines, attributes = self._lines, node.attributes
        style = self._styles.of(node, attributes)
        if attributes and (said := presented(tag, attributes)):
            style = {**said, **style}
        around = (
            Around(self._is_in_line(tag, style, state), state.deep or is_deep(style)) if style else NOWHERE
        )
        if _is_hidden(tag, attributes, style) or is_out(style, around) or self._archive.is_bar(attributes):
            return
        if style and (what := unclear_of(style, around)):
            self._styles.unclear.add(what, lambda: node.text(deep=True) or "")
        seen = inherited(state.seen, tag, style)
        state = state if seen is state.seen else replace(state, seen=seen)
        if tag == "br":
            lines.line()
        elif tag == "math":
            if state.seen.shows:
                lines.add(formula(node))
        elif tag == "use" and state.drawn:
            self._use(attributes, state)
        elif tag == "iframe":
            lines.block()
            if frame := attributes.get("srcdoc"):
                self._read_frame(frame)
            lines.block()
        else:
            self._enter(node, tag, state, style)

    def _is_in_line(self, tag: str, style: Mapping[str, str], state: _State) -> bool:
        """Whether an element is certainly no box of its own."""
        if tag not in _INLINE or state.flexes or self._styles.missing:
            return False
        if style.get("display", "inline") != "inline" or style.get("float", "none") != "none":
            return False
        return style.get("position", "static") in ("static", "relative")

    def _use(self, attributes: Mapping[str, str | None], state: _State) -> None:
        """Read what a drawing repeats here."""
        name = (attributes.get("href") or attributes.get("xlink:href") or "").strip()
        node = self._places.named(name[1:]) if name[:1] == "#" else None
        if node is None or self._repeated > _MOST_REPEATED:
            return
        self._repeated += len(node.text(deep=True) or "") + 1
        if self._repeated <= _MOST_REPEATED:
            inside = self._inside(node, state) if node.tag == "symbol" else [(node, state)]
            self._steps.extend(reversed(inside))

    def _enter(self, node: "LexborNode", tag: str, state: _State, style: Mapping[str, str]) -> None:
        lines = self._lines
        _boundary(tag, lines)
        spans, behind = 0, ""
        kind = kind_of(node, tag, node.attributes, lines.last, self._places)
        if kind is None and _is_struck(style):
            kind = SpanKind.STRUCK
        if kind is not None:
            lines.begin(kind)
            spans += 1
        if state.seen.capitals and not state.capitals:
            lines.begin(SpanKind.CAPITALS)
            spans += 1
            state = replace(state, capitals=True)
        if tag in ("ol", "ul", "menu"):
            self._lists.append(Numbers(node, style) if tag == "ol" else None)
        elif tag == "li" and self._lists and (numbers := self._lists[-1]):
            number = numbers.of(node, style)
            if number and state.seen.shows and (node.first_child is not None):
                lines.begin(SpanKind.NUMBER)
                lines.add(number)
                lines.end()
                lines.stay()
        elif tag == "pre":
            lines.begin_verbatim()
        elif tag == "q":
            before, behind = _QUOTES[state.quotes % 2]
            state = replace(state, quotes=state.quotes + 1)
            lines.add(before)
        elif tag == "bdo" and (node.attributes.get("dir") or "").lower() == "rtl":
            lines.add("\u202e")  # what stands in it is read backwards
            behind = "\u202c"
        if kind is SpanKind.NOTE_MARK and "[" in (node.text(deep=True) or ""):
            state = replace(state, level=False)
        shift = _SHIFTED.get(tag) or (_level(node, style) if style and tag in _INLINE else 0)
        if shift and state.level:
            state = replace(state, shift=shift)
        self._steps.append((_End(tag, spans, behind), state))
        if (state.flexes, state.deep) != (now := (lays_out(style), is_deep(style))):
            state = replace(state, flexes=now[0], deep=now[1])
        if tag in ("svg", "foreignObject"):
            state = replace(state, drawn=tag == "svg")
        self._steps.extend(reversed(self._inside(node, state)))

    def _inside(self, node: "LexborNode", state: _State) -> list[tuple["LexborNode | _End", _State]]:
        """What stands in an element, but for what a drawing only defines."""
        inside: list[tuple[LexborNode | _End, _State]] = []
        slots = slots_of(node)
        defines = state.drawn and node.tag == "defs"
        child = node.first_child
        while child is not None:
            unseen = (
                child.tag in _ONLY_SAID or child.tag == "symbol" or (defines and child.tag not in _ONLY_DRAWN)
            )
            if not (state.drawn and unseen) and (slots is None or is_given(child, slots)):
                inside.append((child, state))
            child = child.next
        return inside

    def _leave(self, end: _End) -> None:
        lines = self._lines
        if end.behind:
            lines.add(end.behind)
        if end.tag == "pre":
            lines.end_verbatim()
        elif end.tag in ("ol", "ul", "menu") and self._lists:
            self._lists.pop()
        for _ in range(end.spans):
            lines.end()
        _boundary(end.tag, lines)

    def _add(self, text: str, state: _State) -> None:
        if state.shift:
            text = raised(text) if state.shift > 0 else lowered(text)
        self._lines.add(text)


def _level(node: "LexborNode", style: Mapping[str, str]) -> int:
    moved = level(style, node.tag or "")
    return moved if moved and len(node.text(deep=True) or "") <= _LONGEST_SHIFTED else 0


def _is_struck(style: Mapping[str, str]) -> bool:
    """Whether a style draws a line through words."""
    return "line-through" in (style.get("text-decoration-line") or style.get("text-decoration", ""))


def _boundary(tag: str, lines: Lines) -> None:
    if tag in _PARAGRAPHS:
        lines.paragraph()
    elif tag in _LINES:
        lines.block()
    elif tag in _CELLS:
        lines.cell()


def _is_hidden(tag: str, attributes: Mapping[str, str | None], style: Mapping[str, str]) -> bool:
    """What browsers hide by themselves, unless a style sheet says how it is displayed."""
    if tag == "title":  # where it stands in the body
        return style.get("display", "none") == "none"
    if not attributes and tag != "dialog":
        return False
    if "sf-hidden" in (attributes.get("class") or "").split():  # SingleFile's word for it
        return True
    hidden = "hidden" in attributes or "popover" in attributes
    hidden = hidden or (tag == "dialog" and "open" not in attributes)
    return hidden and style.get("display", "none") == "none"
