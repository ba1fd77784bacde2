"""Inline nodes to the site's dialect."""

from collections.abc import Sequence

from briefgen.directions import OVERRIDES
from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import is_break
from briefgen.markup.raw_html import clean_html
from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    HardBreak,
    Highlighted,
    HtmlInline,
    Image,
    Inline,
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from briefgen.model.layout import classes
from briefgen.render.escape import escape_address, escape_attribute, escape_text
from briefgen.render.formulas import formula_html
from briefgen.render.notes.fragments import fragments_markdown
from briefgen.render.notes.references import cited_inside
from briefgen.render.notes.styled import in_text, narrative
from briefgen.render.states import State, quotation_class, state_of
from briefgen.render.view import BriefView


def inline_markdown(nodes: Sequence[Inline], view: BriefView, *, in_cell: bool = False) -> str:
    """The Markdown of a run of inline nodes; `in_cell` keeps it on one line."""
    return _Writer(view, in_cell).write(without_space_before_notes(nodes), at_start=True)


def without_space_before_notes(nodes: Sequence[Inline]) -> tuple[Inline, ...]:
    """A footnote mark stands close to the word before it, wherever the author put the citation."""
    if Citation not in map(type, nodes):
        return tuple(nodes)
    kept: list[Inline] = []
    for node in nodes:
        if isinstance(node, Citation) and not node.narrative:
            while kept and isinstance(kept[-1], SoftBreak):
                kept.pop()
            if kept and isinstance(last := kept[-1], Text) and last.value.rstrip() != last.value:
                kept[-1] = Text(last.value.rstrip(), last.span)
        kept.append(node)
    return tuple(kept)


def _whole_texts(nodes: Sequence[Inline]) -> list[Inline]:
    """Neighbouring texts as one: ``&`` and ``ouml;`` side by side must be escaped together.

    Comments go, and line ends that would leave an empty line, which would end the paragraph.
    """
    whole: list[Inline] = []
    for node in nodes:
        if isinstance(node, HtmlInline) and not clean_html(node.value):
            continue
        if isinstance(node, SoftBreak) and whole and is_break(whole[-1]):
            continue
        if isinstance(node, Text) and whole and isinstance(last := whole[-1], Text):
            whole[-1] = Text(last.value + node.value, last.span)
        else:
            whole.append(node)
    return whole


class _Writer:
    def __init__(self, view: BriefView, in_cell: bool) -> None:
        self._view = view
        self._in_cell = in_cell
        self._behind_link: list[str] | None = None
        """The marks of quotations in the text of a link, which can hold no other: they stand behind it."""

    def write(self, nodes: Sequence[Inline], *, at_start: bool = False) -> str:
        pieces: list[str] = []
        line_start = at_start
        for node in _whole_texts(nodes):
            piece = self._node(node, line_start, after_star=bool(pieces) and pieces[-1].endswith("*"))
            if piece.startswith("[") and pieces and pieces[-1].endswith("!"):
                pieces[-1] = f"{pieces[-1][:-1]}\\!"  # a link, not an image
            pieces.append(piece)
            line_start = piece.endswith("\n") or (line_start and not piece)
        return "".join(pieces)

    def _node(self, node: Inline, line_start: bool, after_star: bool) -> str:
        match node:
            case Text():
                return self._text(node.value, line_start)
            case SoftBreak():
                return " " if self._in_cell else "\n"
            case HardBreak():
                # Spaces alone would be an empty line, and end the paragraph.
                return "<br>" if self._in_cell else "<br>\n" if line_start else "  \n"
            case Code():
                return _code(node.value.translate(OVERRIDES))
            case Emphasis():
                return self._delimited("*", "em", node.children, after_star)
            case Strong():
                return self._delimited("**", "strong", node.children, after_star)
            case Strikethrough():
                return f"<del>{self._inside(node.children)}</del>"
            case Superscript():
                return f"<sup>{self._inside(node.children)}</sup>"
            case Subscript():
                return f"<sub>{self._inside(node.children)}</sub>"
            case Highlighted():
                return f"<mark>{self._inside(node.children)}</mark>"
            case Formula():
                return formula_html(node)
            case Link():
                return self._link(node)
            case Image():
                return f"![{escape_text(node.alt)}]({_target(self._view.address(node), node.title)})"
            case HtmlInline():
                return clean_html(node.value)
            case BracketedSpan():
                if event := self._view.events.get(node.span):
                    return f'<span id="{escape_attribute(event.place)}">{self._inside(node.children)}</span>'
                return self.write(without_space_before_notes(node.children), at_start=line_start)
            case FootnoteMark():
                return f"[^{self._view.note_label(node)}]"
            case Citation():
                return self._citation(node)
            case Quoted():
                return self._quoted(node)

    def _inside(self, nodes: Sequence[Inline]) -> str:
        return self.write(without_space_before_notes(nodes))

    def _text(self, value: str, line_start: bool) -> str:
        pieces = []
        for index, (text, title) in enumerate(self._view.abbreviations.spelt_out(value)):
            escaped = escape_text(text, line_start=line_start and index == 0)
            pieces.append(f'<abbr title="{escape_attribute(title)}">{escaped}</abbr>' if title else escaped)
        return "".join(pieces)

    def _delimited(self, mark: str, tag: str, children: Sequence[Inline], after_star: bool) -> str:
        """Asterisks where they are safe: around words, none inside or directly before; tags elsewhere."""
        inside = self._inside(children)
        plain = all(isinstance(child, Text) or is_break(child) for child in children)
        words = plain_text(children)
        safe = plain and words[:1].isalnum() and words[-1:].isalnum() and "*" not in inside and not after_star
        return f"{mark}{inside}{mark}" if safe else f"<{tag}>{inside}</{tag}>"

    def _link(self, link: Link) -> str:
        self._behind_link = []
        inside = self._inside(link.children)
        marks, self._behind_link = "".join(self._behind_link), None
        address = self._view.address(link)
        if self._view.is_mark(link):
            title = escape_attribute(self._view.words.marked_at)
            return f'[<mark>{inside}</mark>]({escape_address(address)} "{title}"){marks}'
        return f"[{inside}]({_target(address, link.title)}){marks}"

    def _citation(self, node: Citation) -> str:
        resolved = self._view.citations[node]
        names = escape_text(narrative(resolved, self._view)) if node.narrative else ""
        if not resolved.label:
            cited = cited_inside(resolved, self._view)
            around = f" ({cited})"
            if self._view.in_text:
                around = cited if node.narrative else f" {cited}"
            return f'{names}<span class="{classes.CITED_IN_FULL}">{around}</span>'
        if said := fragments_markdown(in_text(resolved, self._view)):
            space = "" if node.narrative else " "
            names += f'<span class="{classes.CITED_IN_TEXT}">{space}{said}</span>'
        return f"{names}[^{resolved.label}]"

    def _quoted(self, node: Quoted) -> str:
        words = escape_text(node.opening) + self._inside(node.children) + escape_text(node.closing)
        before, behind, mark = around_quotation(node, self._view)
        if self._behind_link is not None:
            self._behind_link.append(mark)
            mark = ""
        return f"{before}{words}{behind}{mark}"


def around_quotation(node: Quoted, view: BriefView) -> tuple[str, str, str]:
    """What stands before and behind quoted words, and the mark behind; nothing where nobody cites them."""
    quotation = view.quotations.get(node.span)
    if quotation is None or state_of(quotation) in (State.UNBOUND, None):
        return "", "", ""
    lang, name = escape_attribute(view.language_of(quotation)), quotation_class(quotation)
    return f'<span class="{name}" lang="{lang}">', "</span>", view.passage_mark(quotation)


def _code(value: str) -> str:
    """Backticks, or a tag where Python-Markdown would read the content in another way."""
    if not value.strip() or "`" in value or "|" in value or value != value.strip() or value.endswith("\\"):
        return f"<code>{escape_text(value)}</code>"
    return f"`{value}`"


def _target(address: str, title: str) -> str:
    return f'{escape_address(address)} "{escape_attribute(title)}"' if title else escape_address(address)
