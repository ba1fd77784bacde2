"""The sections of a brief, as the lock of what was published remembers them."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import (
    children_of,
    inlines_in,
    parts_of,
    rebuilt_inline,
    walk_blocks,
)
from briefgen.model.attributes import Attributes
from briefgen.model.block import (
    AbbreviationDefinition,
    Block,
    BlockQuote,
    Box,
    CodeBlock,
    DefinitionList,
    FootnoteDefinition,
    Heading,
    HtmlBlock,
    List,
    Paragraph,
    Table,
    ThematicBreak,
)
from briefgen.model.event import names_event
from briefgen.model.finding import Finding
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
from briefgen.model.layout import anchors
from briefgen.model.published import DESCRIPTION, START, TITLE, PublishedSection, erratum_section
from briefgen.model.workspace import ResolvedBrief
from briefgen.remembered import remembered
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a brief as it is now: where it begins, its blocks, and what the lock is to say of it."""

    said: PublishedSection
    span: Span
    blocks: tuple[Block, ...] = ()


@remembered()
def sections_of(brief: ResolvedBrief) -> tuple[Section, ...]:
    """Title, description, errata, what stands below each heading, and each box."""
    front = brief.front
    texts = [(TITLE, front.title, front.title_span), (DESCRIPTION, front.description, front.description_span)]
    made = [
        Section(PublishedSection(name, _plain(text)), span or front.span)
        for name, text, span in texts
        if text
    ]
    counted: Counter[str] = Counter()
    for erratum in front.errata:
        counted[erratum.date] += 1
        text = _plain(f"{erratum.kind}: {erratum.was} → {erratum.now}")
        name = erratum_section(erratum.date, counted[erratum.date])
        made.append(Section(PublishedSection(name, text), erratum.span))
    verdicts = {finding.box.span: finding for finding in brief.findings}
    made += (_section(name, blocks, verdicts) for name, blocks in _parted(brief.blocks))
    return tuple(made)


def own_words(section: Section) -> str:
    """What the author says in a section himself: without quoted words and block quotes."""
    return "\n".join(_plain(plain_text(_unquoted(line))) for line in _own_lines(section.blocks))


def _section(name: str, blocks: Sequence[Block], verdicts: Mapping[Span, Finding]) -> Section:
    kinds = []
    for block in walk_blocks(blocks):
        if isinstance(block, Box):
            finding = verdicts.get(block.span)
            kinds.append(f"{block.kind} {finding.verdict}" if finding else str(block.kind))
    text = "\n".join(line for line in map(_plain, _lines(blocks)) if line)
    said = PublishedSection(name, text, ", ".join(kinds), _hash(_quoted(blocks)))
    return Section(said, blocks[0].span, tuple(blocks))


def _parted(blocks: Iterable[Block]) -> Iterator[tuple[str, Sequence[Block]]]:
    """The blocks of each section by its name, in the order in which they begin."""
    parts: dict[str, list[Block]] = {}
    name = START
    for block in blocks:
        if isinstance(block, Heading):
            name = _free(block.identifier or anchors.in_every_script(plain_text(block.children)), parts)
        if isinstance(block, Box):
            title = anchors.in_every_script(plain_text(block.title))
            parts[_free(block.attributes.identifier or title or str(block.kind), parts)] = [block]
        else:
            parts.setdefault(name, []).append(block)
    yield from parts.items()


def _free(name: str, parts: Mapping[str, object]) -> str:
    if name not in parts:
        return name
    number = 2
    while f"{name}_{number}" in parts:
        number += 1
    return f"{name}_{number}"


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _hash(words: Iterable[str]) -> str:
    """A short one: it only has to tell whether two lists are the same."""
    said = "\n".join(map(_plain, words))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16] if said else ""


# ------------------------------------------------------------------------------------- what is said


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Every line of a run of blocks, and the texts of those that have none."""
    for block in blocks:
        match block:
            case CodeBlock():
                yield block.text
            case AbbreviationDefinition():
                yield f"{block.label}: {block.title}"
            case HtmlBlock() | ThematicBreak():
                pass
            case Paragraph() | Heading():
                yield _said(block.children)
            case BlockQuote() | FootnoteDefinition():
                yield from _lines(block.children)
            case Box():
                yield f"{_said(block.title)}{_dated(block.attributes)}"
                yield from _lines(block.children)
            case List():
                for item in block.items:
                    yield from _lines(item.children)
            case Table():
                for row in (block.head, *block.rows):
                    yield " | ".join(_said(cell.children) for cell in row)
            case DefinitionList():
                for definition in block.definitions:
                    yield _said(definition.term)
                    for meaning in definition.meanings:
                        yield from _lines(meaning)


def _said(nodes: Iterable[Inline]) -> str:
    return "".join(map(_one, nodes))


def _dated(attributes: Attributes) -> str:
    """When an event happened: readers meet that in the list of events."""
    return f" ({attributes.value('date')})" if names_event(attributes) else ""


def _one(node: Inline) -> str:
    """What a reader reads of a node, the works that it cites included."""
    match node:
        case Text() | Code():
            return node.value
        case SoftBreak() | HardBreak():
            return " "
        case BracketedSpan():
            return f"{_said(node.children)}{_dated(node.attributes)}"
        case Emphasis() | Strong() | Strikethrough() | Link():
            return _said(children_of(node))
        case Superscript() | Subscript() | Highlighted():
            return _said(children_of(node))
        case Formula():
            return node.tex
        case Quoted():
            return node.opening + _said(node.children) + node.closing
        case Image():
            return f"[{node.alt}]"
        case Citation():
            items = (
                " ".join(part for part in (_said(one.prefix), f"@{one.key}", _said(one.suffix)) if part)
                for one in node.items
            )
            return f"[{'; '.join(items)}]"
        case FootnoteMark() | HtmlInline():
            return ""


# ---------------------------------------------------------------------------------- what is quoted


def _quoted(blocks: Sequence[Block]) -> Iterator[str]:
    """The words of others, as far as marks show them: block quotes, words in marks, those of locators."""
    for block in walk_blocks(blocks):
        if isinstance(block, BlockQuote):
            yield from _lines(block.children)
    inlines = tuple(inlines_in(blocks))
    yield from (_said(node.children) for node in inlines if isinstance(node, Quoted))
    cited = (item for node in inlines if isinstance(node, Citation) for item in node.items)
    yield from (item.quoted.text for item in cited if item.quoted)


def _own_lines(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    """The lines of a tree outside of its block quotes."""
    for block in blocks:
        if not isinstance(block, BlockQuote):
            for part in parts_of(block):
                yield from (part.line,) if part.line else ()
                yield from _own_lines(part.blocks)


def _unquoted(nodes: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(rebuilt_inline(node, _unquoted) for node in nodes if not isinstance(node, Quoted))
