"""A page by hand that cites, parsed: to the value that a brief is, whose slug is the path of its file."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.decode.page_language import language_of_page, title_of_page
from briefgen.diagnostics import Told
from briefgen.digests import digest_of
from briefgen.each import Needs
from briefgen.markdown.handles import Handles
from briefgen.markdown.page_marks import marks_in, our_spans
from briefgen.markdown.plain import plain_text
from briefgen.markdown.tree import parse_tree
from briefgen.markdown.walk import keys_in, walk_blocks
from briefgen.model.block import Block, Heading
from briefgen.model.brief import Brief, FrontMatter, Status
from briefgen.model.by_hand import BIBLIOGRAPHY, FULL_BIBLIOGRAPHY
from briefgen.model.layout.pages import ENDING
from briefgen.model.work import Bibliography
from briefgen.parse.bind import bind_quotations
from briefgen.parse.by_hand.as_text import as_text
from briefgen.parse.checks.span_attributes import attribute_faults
from briefgen.text import TextFile

_KEY = re.compile(r"(?<![\w/@])@\{?([\w][\w:.#$%&+?<>~/-]*)")
_BRACKETED = re.compile(r"\[[^\[\]]*(?<![\w/@])@[\w{]")
_LINKED = re.compile(r"^ {0,3}\[([^\[\]]*@[^\[\]]*)\]:[ \t]*\n?[ \t]*<?\S+[ \t]*(?:[\"'(].*)?$", re.MULTILINE)
"""A link by name, as Python-Markdown has it, whose name would be a citation: ``[@handle]: https://…``."""


def readable(file: TextFile) -> TextFile:
    """A page as our parser is to read it, with the same places."""
    return TextFile(file.path, as_text(file.text))


def names_in(read: TextFile) -> frozenset[str]:
    """What may be the key of a work on a page."""
    return frozenset(key for found in _KEY.finditer(read.text) for key in _beginnings(found[1]))


def handles_of(read: TextFile, works: Bibliography) -> Handles:
    """What `@name` means on a page."""
    keys = frozenset(key for key in names_in(read) if key in works)
    return Handles(keys, frozenset(found[1].casefold() for found in _LINKED.finditer(read.text)))


def _beginnings(name: str) -> Iterator[str]:
    """A name, and it without the marks that may belong to the sentence."""
    yield name
    while name and not name[-1].isalnum():
        name = name[:-1]
        yield name


def may_cite(read: TextFile, handles: Handles) -> bool:
    """Whether a page is worth a closer look."""
    marks = (BIBLIOGRAPHY, FULL_BIBLIOGRAPHY, _BRACKETED)
    return bool(handles.keys) or any(mark.search(read.text) for mark in marks)


@dataclass(frozen=True, slots=True)
class ByHand:
    """A page that may cite, as it is `read`; `title` is what its front matter says, and a draft is built for
    nobody but who is writing it."""

    read: TextFile
    lang: str
    title: str
    handles: Handles
    is_draft: bool = False

    @staticmethod
    def of(
        file: TextFile, read: TextFile, site_language: str, works: Bibliography, *, is_draft: bool = False
    ) -> "ByHand":
        """What a page is parsed with, which is to be `read` so."""
        _, lang = language_of_page(file, site_language)
        return ByHand(read, lang, title_of_page(file), handles_of(read, works), is_draft)

    @property
    def needs(self) -> Needs:
        """What all of it says."""
        said = digest_of((self.lang, self.title, self.handles, self.is_draft))
        return ("parse a page by hand", said, self.read.path, self.read.text)


def parse_page(page: ByHand) -> Told[Brief]:
    """The page as a brief; without a citation and a mark for the list of works it is none of our business."""
    read, lang = page.read, page.lang
    blocks = parse_tree(read, 0, lang, page.handles).blocks
    nowhere = read.span(0, 0)
    title = page.title or _heading(blocks) or read.path.rpartition("/")[2].removesuffix(ENDING)
    bound = tuple(one for one in bind_quotations(blocks, "", lang).quotations if one.keys)
    status = Status.DRAFT if page.is_draft else Status.PUBLISHED
    front = FrontMatter(title, nowhere, "", lang, nowhere, status=status)
    findings = (finding for span in our_spans(blocks) for finding in attribute_faults(span))
    brief = Brief(read.path, read, front, blocks, bound, (), named=tuple(sorted(keys_in(blocks))))
    return Told(brief, tuple(findings))


def cites(page: Brief) -> bool:
    """Whether a page cites, or says where its works are listed."""
    marks = (BIBLIOGRAPHY, FULL_BIBLIOGRAPHY)
    return bool(page.named) or any(True for mark in marks for _ in marks_in(mark, page.file, page.blocks))


def _heading(blocks: Iterable[Block]) -> str:
    headings = (block for block in walk_blocks(tuple(blocks)) if isinstance(block, Heading))
    return next((plain_text(one.children).strip() for one in headings), "")
