"""Which citation stands for which words where it does not stand beside them: in a note, a line, a list."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from briefgen.languages import any_language
from briefgen.markdown.block_quotes import DASH, LONGEST_ATTRIBUTION, Notes, cited_by
from briefgen.markdown.locators import read_suffix
from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import walk_blocks, walk_inlines
from briefgen.model.block import Block, FootnoteDefinition, Paragraph
from briefgen.model.citation import CitationMode
from briefgen.model.inline import Citation, CitationItem, Inline, Quoted, Text

_AROUND = " .,;:()[]\n"
_LABELLED = re.compile(r"[\s(\[]*\w+(?:\s\w+)?\s?[:：]\s*")


def citing_notes(blocks: Sequence[Block]) -> Notes:
    """The footnotes of a text that are nothing but a citation with its page."""
    return {
        (block.span.path, block.label): citation
        for block in walk_blocks(blocks)
        if isinstance(block, FootnoteDefinition)
        and len(block.children) == 1
        and (citation := only_citation(block.children[0]))
    }


def only_citation(block: Block | None) -> Citation | None:
    """The citation that a paragraph is nothing but; its page may stand outside the brackets."""
    if not isinstance(block, Paragraph):
        return None
    found = [(at, node) for at, node in enumerate(block.children) if isinstance(node, Citation)]
    if len(found) != 1:
        # Emphasis around the citation is no words.
        inside = [node for node in walk_inlines(block.children) if isinstance(node, Citation)]
        return inside[0] if len(inside) == 1 and not _says(block.children) else None
    ((at, citation),) = found
    before, behind = block.children[:at], block.children[at + 1 :]
    if _says(before):
        return None
    reading = read_suffix(behind)
    return citation if not _says(reading.remark) and reading.quoted is None else None


def signing_citation(block: Block | None) -> Citation | None:
    """The citation of a paragraph that only says whose the words above it are.

    It is nothing but the citation, or an attribution behind a dash (“— The Herald, p. 3 [@a]”), or the
    citation behind a word and a colon (“Source: [@a]”).
    """
    if not isinstance(block, Paragraph):
        return None
    if only := only_citation(block):
        return only
    cited = [node for node in block.children if isinstance(node, Citation)]
    if len(cited) != 1:
        return None
    at = block.children.index(cited[0])
    before, behind = block.children[:at], block.children[at + 1 :]
    reading = read_suffix(behind)
    if (
        _says(reading.remark)
        or reading.quoted
        or any(isinstance(node, Quoted) for node in walk_inlines(before))
    ):
        return None
    said = plain_text(before)
    signs = DASH.match(said) and len(said.split()) <= LONGEST_ATTRIBUTION + 1
    return cited[0] if signs or _LABELLED.fullmatch(said) else None


def cites_of(line: Sequence[Inline], notes: Notes) -> tuple[Citation, ...]:
    """The citations of a line; of a footnote mark that of its note, where it is nothing but one."""
    return tuple(citation for node in walk_inlines(line) if (citation := cited_by(node, notes)))


def only_citations(line: Sequence[Inline], notes: Notes) -> Citation | None:
    """The first of the citations that a cell of a table holds nothing but; with their page."""
    found = cites_of(line, notes)
    said = (Text(plain_text(line).strip(_AROUND), line[0].span),) if line else ()
    return found[0] if found and not _says(read_suffix(said).remark) else None


def keys_of(citation: Citation, beside: Iterable[Citation] = ()) -> tuple[str, ...]:
    """The works quoted words must stand in: all of the group that have no prefix such as “see”.

    Those of the citations right `beside` it count as well: “[@a] [@b]” is “[@a; @b]”.
    """
    items = (item for one in (citation, *beside) for item in one.items)
    return tuple(dict.fromkeys(item.key for item in items if _is_quoted_from(item)))


def owns_emphasis(citation: Citation) -> bool:
    """Whether its author says that the emphasis is his: ``[@a, p. 3, emphasis ours]``."""
    said = " ".join(plain_text(item.suffix) for item in citation.items).lower()
    return bool(said) and any(phrase in said for phrase in any_language().emphasis_ours)


def _is_quoted_from(item: CitationItem) -> bool:
    if item.mode is CitationMode.AUTHOR_IN_TEXT or not item.prefix:
        return True
    return _bare(plain_text(item.prefix)) in _quoted_in()


@cache
def _quoted_in() -> frozenset[str]:
    return frozenset(_bare(words) for words in any_language().quoted_in)


def _bare(said: str) -> str:
    """Words without the marks around them, in small letters with straight apostrophes, as lists have them."""
    return unicodedata.normalize("NFC", said).strip(_AROUND).lower().replace("’", "'")


def _says(nodes: Iterable[Inline]) -> bool:
    return bool(plain_text(nodes).strip(_AROUND))
