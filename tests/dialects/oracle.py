"""markdown-it's own HTML of a text, with our marks in it: a second way from the text to what it means, which
goes through none of our trees."""

import html
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, cast

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from briefgen.formulas import mathml_of
from briefgen.markdown.parser import markdown_parser
from briefgen.markup.raw_html import clean_html
from briefgen.model.citation import CitationMode

_CLOSERS = '”“"»«’›‹」』'
_NESTING = frozenset("list_item blockquote footnote_reference dd".split())


def meant(markdown: str) -> str:
    """The HTML that markdown-it makes of a text."""
    md = markdown_parser()
    tokens = md.parse(markdown, {})
    _name_boxes(tokens)
    _mark_tasks(tokens)
    tokens = _with_signatures(tokens)
    for token in tokens:
        token.hidden = False  # tight or loose is no difference
    renderer = _Renderer()
    _caption(tokens, lambda image: renderer.renderInlineAsText(image.children, md.options, {}))
    return str(renderer.render(tokens, md.options, {}))


def citation_label(keys: Sequence[str]) -> str:
    """The label of a citation's footnote in these tests: its keys, and nothing of where it stands."""
    return "w-" + "+".join(keys).encode().hex().upper()


def note_label(label: str) -> str:
    """The label of an author's footnote in these tests."""
    return "n-" + label.encode().hex().upper()


def _name_boxes(tokens: list[Token]) -> None:
    """The heading that is the first block of a box is its title; else the attribute."""
    for index, token in enumerate(tokens):
        if token.type != "box_open":
            continue
        attributes = token.meta["attributes"]
        token.info = token.meta["name"] if attributes is None else next(iter(attributes.classes), "")
        if tokens[index + 1].type == "heading_open":
            titled = bool(tokens[index + 2].content)
            tokens[index + 1].type = "title_open" if titled else "nothing"
            tokens[index + 3].type = "title_close" if titled else "nothing"
        elif attributes is not None:
            titles = [pair.value for pair in attributes.pairs if pair.key == "title"]
            token.content = titles[-1] if titles else ""


def _with_signatures(tokens: list[Token]) -> list[Token]:
    """A last paragraph of a block quote that is nothing but citations is none of its words.

    Where it prints a name it stands below the quote; where it does not, its marks follow the words before.
    """
    done: list[Token] = []
    opened: list[int] = []
    for token in tokens:
        if token.type == "blockquote_open":
            opened.append(len(done))
        done.append(token)
        if token.type == "blockquote_close":
            _sign(done, opened.pop())
    return done


def _sign(tokens: list[Token], opening: int) -> None:
    if tokens[-2].type != "paragraph_close":
        return
    begin, line = tokens[-4], tokens[-3].children or []
    cites = [child for child in line if child.type == "citation"]
    if begin.level != tokens[opening].level + 1 or not cites:
        return
    if len(tokens) - opening < 6 or not _only_cites(line):
        _close(line)
        return
    if any(child.meta["items"][0].mode is CitationMode.AUTHOR_IN_TEXT for child in cites):
        tokens[-4:] = [tokens[-1], *tokens[-4:-1]]
    elif tokens[-5].type == "paragraph_close" and tokens[-5].level == begin.level:
        tokens[-6].children = [*(tokens[-6].children or []), *cites]
        del tokens[-4:-1]


def _close(line: list[Token]) -> None:
    """Take the parentheses away that a closing citation stands in, and a second full stop behind it."""
    last = next(at for at in range(len(line) - 1, -1, -1) if line[at].type == "citation")
    behind = line[last + 1 :]
    said = "".join(child.content for child in behind)
    before = line[last - 1] if last else None
    if any(child.type != "text" for child in behind) or said.strip(" .)"):
        return
    if line[last].meta["items"][0].mode is CitationMode.AUTHOR_IN_TEXT:
        return
    ended = ""
    if before is not None and before.type == "text":
        if ")" in said and before.content.rstrip().endswith("("):
            before.content = before.content.rstrip()[:-1]
        ended = before.content.rstrip().rstrip(_CLOSERS)[-1:]
    for child in behind:
        child.content = "." if "." in child.content and ended not in tuple(".!?…") else ""


def _only_cites(line: list[Token]) -> bool:
    """Whether a line is nothing but citations, in parentheses or with a full stop."""
    words = [child.content for child in line if child.type not in ("citation", "softbreak")]
    last = next(at for at in range(len(line) - 1, -1, -1) if line[at].type == "citation")
    texts = all(child.type in ("text", "citation", "softbreak") for child in line)
    behind = "".join(child.content for child in line[last + 1 :])
    return texts and not "".join(words).strip(" (.)") and not behind.strip(" .)")


def _mark_tasks(tokens: list[Token]) -> None:
    for first, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (first.type, second.type, third.type) != ("list_item_open", "paragraph_open", "inline"):
            continue
        text = third.children[0] if third.children else None
        if text is not None and text.type == "text" and text.content[:4].lower() in ("[ ] ", "[x] "):
            text.content = ("☐ " if text.content[1] == " " else "☑ ") + text.content[4:]


def _caption(tokens: list[Token], alt: Callable[[Token], str]) -> None:
    """As in Pandoc: an image that is a paragraph of its own is a figure, its description the caption."""
    around = 0
    for index, token in enumerate(tokens):
        if token.type.removesuffix("_open").removesuffix("_close") in _NESTING:
            around += token.nesting
        if token.type != "paragraph_open" or around:
            continue
        inside = tokens[index + 1].children or []
        if len(inside) == 1 and inside[0].type == "image" and (said := alt(inside[0])):
            token.tag = "figure"
            tokens[index + 2].type = "figure_close"
            tokens[index + 2].content = said


class _Renderer(RendererHTML):
    def __init__(self) -> None:
        super().__init__()
        rules = cast("dict[str, Any]", self.rules)
        own = (
            "box_open",
            "figure_close",
            "citation",
            "footnote_ref",
            "footnote_reference_open",
            "html_inline",
            "html_block",
            "formula",
        )
        rules.update({name: getattr(self, name) for name in own})
        plain = {
            "box_close": "</div>",
            "footnote_reference_close": "</aside>",
            "title_open": '<p class="admonition-title">',
            "title_close": "</p>",
            "nothing": "",
            "span_open": "",
            "span_close": "",
        }
        rules.update({name: partial(_always, text) for name, text in plain.items()})
        rules["text_special"] = _special

    def box_open(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        title = tokens[index].content
        titled = f'<p class="admonition-title">{html.escape(title)}</p>' if title else ""
        return f'<div class="admonition {tokens[index].info}">{titled}'

    def figure_close(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        return f"<figcaption>{html.escape(tokens[index].content)}</figcaption></figure>"

    def citation(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        items = tokens[index].meta["items"]
        names = html.escape(items[0].key) if items[0].mode is CitationMode.AUTHOR_IN_TEXT else ""
        return f'{names}<sup data-note="{citation_label([item.key for item in items])}"></sup>'

    def footnote_ref(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        return f'<sup data-note="{note_label(tokens[index].meta["label"])}"></sup>'

    def footnote_reference_open(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        return f'<aside data-note="{note_label(tokens[index].meta["label"])}">'

    def formula(self, tokens: Sequence[Token], index: int, *_: Any) -> str:
        token = tokens[index]
        made = mathml_of(token.content, token.meta["display"])
        name = "formula-apart" if token.meta["display"] else "formula"
        return f'<span class="{name}">{made}</span>' if isinstance(made, str) else ""

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return clean_html(tokens[idx].content)

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return clean_html(tokens[idx].content)

    def renderInlineAsText(  # noqa: N802
        self, tokens: Sequence[Token] | None, options: OptionsDict, env: EnvType
    ) -> str:
        parts = []
        for token in tokens or ():
            if token.type == "citation":
                parts.append("".join("@" + item.key for item in token.meta["items"]))
            elif token.type == "text_special":
                parts.append(token.content)
            else:
                parts.append(super().renderInlineAsText([token], options, env))
        return "".join(parts)


def _always(text: str, *_: Any) -> str:
    return text


def _special(tokens: Sequence[Token], index: int, *_: Any) -> str:
    return html.escape(tokens[index].content)
