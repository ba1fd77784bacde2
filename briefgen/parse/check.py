"""What a check is, and what it sees of a file: the tree is walked once, for all of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from briefgen.diagnostics import Diagnostic
from briefgen.markdown.walk import Blocks, Line, parts_of, walk_inlines
from briefgen.model.block import Block, BlockQuote
from briefgen.model.brief import FrontMatter
from briefgen.model.inline import Inline
from briefgen.model.quotation import Quotation
from briefgen.text import Span, TextFile

N = TypeVar("N", bound=Block | Inline)


class FileKind(Enum):
    """What an author's file of Markdown is."""

    BRIEF = "brief"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line of inline nodes, the block that it stands directly in, and every node inside it, in their order.

    `in_quote`: somewhere in a block quote, where it is looked up as a whole, or reported as a whole.
    """

    block: Block
    line: Line
    nodes: tuple[Inline, ...]
    in_quote: bool


@dataclass(frozen=True, slots=True)
class SeenRun:
    """A run of blocks that are siblings; `in_quote` as of a line."""

    blocks: Blocks
    in_quote: bool


@dataclass(frozen=True, slots=True)
class Walked:
    """What one walk over a tree finds, in the order of the text."""

    runs: tuple[SeenRun, ...]
    lines: tuple[SeenLine, ...]
    by_kind: Mapping[type, tuple[Block | Inline, ...]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Seen:
    """An author's file, as checks see it.

    `front` is None in a context box, and empty where it cannot be read; `unclosed` are the opening fences of
    boxes that never end, `too_deep` the places that are left out because they stand in too much.
    """

    kind: FileKind
    file: TextFile
    language: str
    front: FrontMatter | None
    blocks: Blocks
    unclosed: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    walked: Walked
    too_deep: tuple[Span, ...] = ()

    @property
    def runs(self) -> tuple[SeenRun, ...]:
        """Every run of sibling blocks, that of the file first."""
        return self.walked.runs

    @property
    def lines(self) -> tuple[SeenLine, ...]:
        """Every line of the file."""
        return self.walked.lines

    def of(self, kind: type[N]) -> Iterator[N]:
        """Every node of a kind."""
        return (node for node in self.walked.by_kind.get(kind, ()) if isinstance(node, kind))


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is asked of a file: a pure function, and the kinds of files that it is asked of."""

    run: Callable[[Seen], Iterable[Diagnostic]]
    of: frozenset[FileKind] = frozenset(FileKind)


class Within:
    """The places of parts of a node's text in the file.

    The text is the source of the node, but for what stands before its lines: marks of quotes, indents.
    Each of its lines is looked for once, however many parts it has.
    """

    def __init__(self, span: Span, text: str) -> None:
        self._span, self._text = span, TextFile(span.path, text)
        self._lines: dict[int, tuple[int, int] | None] = {}

    def of(self, start: int, end: int) -> Span:
        """Where a part stands, to the end of its line at most; the whole, where that is not known."""
        number = self._text.line_of(start)
        if number not in self._lines:
            self._lines[number] = self._line(number)
        line = self._lines[number]
        if line is None:
            return self._span
        place = line[0] + self._text.column_of(start) - 1
        return self._span.file.span(place, min(place + end - start, line[1]))

    def _line(self, number: int) -> tuple[int, int] | None:
        """Where a line of the text (from 1) begins in the file, and where the file's line ends."""
        span = self._span
        whole = span.file.whole_line(min(span.line + number - 1, len(span.file.line_starts)))
        before = whole.text.find(self._text.line_text(number), span.column - 1 if number == 1 else 0)
        return None if before < 0 else (whole.start + before, whole.end)


def walk(blocks: Sequence[Block]) -> Walked:
    """Walk a tree, once."""
    walking = _Walking()
    walking.run(tuple(blocks), in_quote=False)
    by_kind = {kind: tuple(nodes) for kind, nodes in walking.by_kind.items()}
    return Walked(tuple(walking.runs), tuple(walking.lines), by_kind)


@dataclass(slots=True)
class _Walking:
    runs: list[SeenRun] = field(default_factory=list)
    lines: list[SeenLine] = field(default_factory=list)
    by_kind: defaultdict[type, list[Block | Inline]] = field(default_factory=lambda: defaultdict(list))

    def run(self, blocks: Blocks, *, in_quote: bool) -> None:
        self.runs.append(SeenRun(blocks, in_quote))
        for block in blocks:
            self.by_kind[type(block)].append(block)
            inside = in_quote or isinstance(block, BlockQuote)
            for part in parts_of(block):
                if part.line:
                    self._line(block, part.line, in_quote=inside)
                if part.blocks:
                    self.run(part.blocks, in_quote=inside)

    def _line(self, block: Block, line: Line, *, in_quote: bool) -> None:
        nodes = tuple(walk_inlines(line))
        self.lines.append(SeenLine(block, line, nodes, in_quote))
        for node in nodes:
            self.by_kind[type(node)].append(node)
