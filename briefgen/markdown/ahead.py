"""Looking ahead in an inline content, each place of it once.

Where a bracket closes, markdown-it-py finds by walking there from each bracket, and what stands between is
walked again for every bracket around it. Here the answer is kept for every place that a walk came through:
the next walk stops at the first place that it shares with an earlier one, and all together are linear.
"""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

_Labels = dict[int, tuple[int, bool, int]]
"""By place: where the bracket closes that it stands in, whether that holds a link from there on, and up to
which end that was looked for."""
_Next = Callable[[int], int]


class InlineState(StateInline):
    """markdown-it's state of one inline content, with what was seen ahead of where it reads."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self._labels: _Labels = {}
        self._walks: dict[object, dict[int, int]] = {}
        self._found: dict[re.Pattern[str], tuple[int, int]] = {}
        self._braces: dict[int, int] | None = None
        self.last_closing = src.rfind("]")
        """Where the last bracket closes: none that opens behind it does."""
        self.last_span_end = src.rfind("]{")
        """Where the last one closes that attributes may follow; most contents have none."""

    def label_end(self, opening: int, *, no_links: bool = False) -> int:
        """Where the bracket at `opening` closes, or -1; with `no_links` -1 for one that holds a link.

        As `markdown_it.helpers.parseLinkLabel`.
        """
        if opening > self.last_closing:
            return -1
        first = opening + 1
        known = self._labels.get(first)
        if known is None or (known[0] < 0 and known[2] < self.posMax):
            before = self.pos
            self._close(first)
            self.pos = before
        end, holds_link, _ = self._labels[first]
        return -1 if end >= self.posMax or (no_links and holds_link) else end

    def _close(self, first: int) -> None:
        """Note for each place from `first` on where the bracket that it stands in closes."""
        position = first
        # What is open: places, and whether a bracket at each of them is, or holds, a link.
        frames: list[list[tuple[int, bool]]] = [[]]
        while frames:
            end, holds_link = -1, False
            known = self._labels.get(position)
            if position >= self.posMax:
                pass
            elif known is not None and (known[0] >= 0 or known[2] >= self.posMax):
                end, holds_link, _ = known
            elif self.src[position] == "]":
                end = position
            else:
                self.pos = position
                opens = self.src[position] == "["
                self.md.inline.skipToken(self)
                goes_in = opens and self.pos == position + 1
                frames[-1].append((position, opens and not goes_in))
                if goes_in:
                    frames.append([])
                position = self.pos
                continue
            if end < 0:
                for frame in frames:
                    for place, _ in frame:
                        self._labels[place] = (-1, False, self.posMax)
                self._labels[first] = (-1, False, self.posMax)
                return
            for place, is_link in reversed(frames.pop()):
                holds_link = holds_link or is_link
                self._labels[place] = (end, holds_link, self.posMax)
            if frames:
                opening, is_link = frames[-1][-1]
                frames[-1][-1] = (opening, is_link or holds_link)
            elif first == end:
                self._labels[first] = end, False, self.posMax
            position = end + 1

    def walk(self, key: object, start: int, found: Callable[[int], int | None], step: _Next) -> int:
        """What `found` says of the first place it says anything of, step by step from `start`.

        `key` names the pair of functions: what one walk comes to is known to all others of its key.
        """
        known = self._walks.setdefault((key, self.posMax), {})
        passed: list[int] = []
        position = start
        while (end := known.get(position)) is None and (end := found(position)) is None:
            passed.append(position)
            position = step(position)
        known.update(dict.fromkeys(passed, end))
        known[position] = end
        return end

    def search(self, pattern: re.Pattern[str], start: int) -> int:
        """Where a pattern of one character is next, or the end of the content."""
        since, at = self._found.get(pattern, (1, 0))
        if not since <= start <= at:
            match = pattern.search(self.src, start)
            at = match.start() if match else len(self.src)
            self._found[pattern] = start, at
        return min(at, self.posMax)

    def brace_end(self, opening: int) -> int | None:
        """The offset after the brace that closes the one at `opening`, where no space is in between."""
        if self._braces is None:
            self._braces = {}
            waiting: list[int] = []
            for match in _BRACE_OR_SPACE.finditer(self.src):
                if match[0] == "{":
                    waiting.append(match.start())
                elif match[0] == "}" and waiting:
                    self._braces[waiting.pop()] = match.end()
                elif match[0] != "}":
                    waiting.clear()
        end = self._braces.get(opening)
        return end if end is not None and end <= self.posMax else None


_BRACE_OR_SPACE = re.compile(r"[{}]|\s")


def label_end(state: StateInline, opening: int) -> int:
    """Where the bracket at `opening` closes, or -1."""
    return ahead(state).label_end(opening)


def parseLinkLabel(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N802, N803
    """As `markdown_it.helpers.parseLinkLabel`, in whose place it stands."""
    return ahead(state).label_end(start, no_links=disableNested)


def ahead(state: StateInline) -> InlineState:
    """The state, which is always one of ours."""
    assert isinstance(state, InlineState)
    return state


class InlineParser(ParserInline):
    """markdown-it's parser of inline content, on our state."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """The tokens of a content."""
        if src and self.terminator_re.search(src) is None:  # all is text, as in most cells of a table
            tokens.append(Token("text", "", 0, content=src))
            return tokens
        state = InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
