"""Lines: text put together from pieces, as a browser sets spaces and line ends."""

import re

from briefgen.model.spans import SpanKind, TextSpan

_SPACES = re.compile(r"[ \t\n\r\f]+")


class Lines:
    """A text that grows; between two pieces stands at most one space, tab, line end or empty line.

    What is said to begin and end of a stretch makes a span of it.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._gap = ""
        self._stays = False
        self._verbatim = 0
        self._length = 0
        self._begun: list[tuple[SpanKind, str, int | None]] = []
        self._spans: list[TextSpan] = []

    def add(self, text: str) -> None:
        """More text: white space in it is a space, unless it stands between begin and end verbatim."""
        if not self._verbatim:
            text = _SPACES.sub(" ", text)
            if text.startswith(" "):
                self.space()
            ends = text.endswith(" ")
            text = text.strip(" ")
            if text:
                self._push(text)
            if ends:
                self.space()
        elif text:
            self._push(text.replace("\r\n", "\n").replace("\r", "\n"))

    def space(self) -> None:
        """A space, if nothing else parts the pieces."""
        self._gap = self._gap or " "

    def cell(self) -> None:
        """A tab, which parts the cells of a row."""
        self._gap = self._gap if "\n" in self._gap else "\t"

    def line(self) -> None:
        """A line end, each time."""
        if not self._stays:
            self._gap = "\n\n" if "\n" in self._gap else "\n"

    def block(self) -> None:
        """A new line, if none has begun."""
        if not self._stays:
            self._gap = self._gap if "\n" in self._gap else "\n"

    def paragraph(self) -> None:
        """An empty line."""
        if not self._stays:
            self._gap = "\n\n"

    def stay(self) -> None:
        """Whatever begins now goes on in the same line."""
        self._gap, self._stays = " ", True

    def begin_verbatim(self) -> None:
        """From here on, white space is kept."""
        self._verbatim += 1

    def end_verbatim(self) -> None:
        """The last one that has begun ends."""
        self._verbatim -= 1

    def begin(self, kind: SpanKind, label: str = "") -> None:
        """What is added from here on is of this kind."""
        self._begun.append((kind, label, None))

    def end(self) -> None:
        """The kind that began last ends."""
        kind, label, start = self._begun.pop()
        if start is not None:
            self._spans.append(TextSpan(kind, start, self._length, label))

    @property
    def last(self) -> str:
        """What was added last, empty where a space or more stands behind it."""
        return self._pieces[-1] if self._pieces and not self._gap else ""

    def text(self) -> str:
        """The text so far, ended by a line end unless it is empty."""
        text = "".join(self._pieces).strip("\n")
        return f"{text}\n" if text.strip() else ""

    def spans(self) -> tuple[TextSpan, ...]:
        """The stretches of `text()` that are of a kind, in order."""
        whole = "".join(self._pieces)
        by = len(whole) - len(whole.lstrip("\n"))
        end = len(whole.strip("\n"))
        moved = (
            TextSpan(one.kind, max(one.start - by, 0), min(one.end - by, end), one.label)
            for one in self._spans
        )
        return tuple(sorted((one for one in moved if one.start < one.end), key=_place))

    def _push(self, text: str) -> None:
        if self._pieces:
            self._pieces.append(self._gap)
            self._length += len(self._gap)
        for index in range(len(self._begun) - 1, -1, -1):
            kind, label, start = self._begun[index]
            if start is not None:
                break
            self._begun[index] = kind, label, self._length
        self._pieces.append(text)
        self._length += len(text)
        self._gap, self._stays = "", False


def _place(span: TextSpan) -> tuple[int, int, str]:
    return span.start, -span.end, span.kind
