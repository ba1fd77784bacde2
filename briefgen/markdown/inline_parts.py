"""Parts of inline content: attributes in their places, texts side by side, the description of an image."""

from collections.abc import Sequence

from markdown_it.token import Token

from briefgen.markdown.attributes import RawAttributes
from briefgen.markdown.positions import OffsetMap
from briefgen.model.attributes import Attribute, Attributes
from briefgen.model.inline import Inline, Text


def place_attributes(raw: RawAttributes, offsets: OffsetMap) -> Attributes:
    """Scanned attributes with their places in the file."""
    pairs = tuple(Attribute(pair.key, pair.value, offsets.span(pair.start, pair.end)) for pair in raw.pairs)
    return Attributes(raw.identifier, raw.classes, pairs, offsets.span(raw.start, raw.end))


def joined_texts(nodes: Sequence[Inline]) -> list[Inline]:
    """Neighbouring texts as one, where they also are neighbours, letter for letter, in the source."""
    if len(nodes) < 2:
        return list(nodes)
    joined: list[Inline] = []
    run: list[Text] = []

    def end_run() -> None:
        if run:
            whole = Text("".join(text.value for text in run), run[0].span.to(run[-1].span))
            joined.append(run[0] if len(run) == 1 else whole)
            run.clear()

    for node in nodes:
        if not isinstance(node, Text):
            end_run()
            joined.append(node)
            continue
        if run and not (_is_plain(run[-1]) and _is_plain(node) and run[-1].span.end == node.span.start):
            end_run()
        run.append(node)
    end_run()
    return joined


def _is_plain(text: Text) -> bool:
    return text.span.end - text.span.start == len(text.value)


def plain_of_tokens(tokens: Sequence[Token]) -> str:
    """An image's description as plain text, as CommonMark wants it."""
    parts = []
    for token in tokens:
        if token.type in ("text", "text_special", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(plain_of_tokens(token.children or ()))
        elif token.type == "formula":
            parts.append(token.content)
        elif token.type == "citation":
            parts.append("".join("@" + item.key for item in token.meta["items"]))
    return "".join(parts)
