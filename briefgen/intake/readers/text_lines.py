"""Lines: text put together from pieces, as a browser sets spaces and line ends."""

import re

_SPACES = re.compile(r"[ \t\n\r\f]+")


class Lines:
    """A text that grows; between two pieces stands at most one space, line end or empty line."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._gap = ""
        self._verbatim = 0

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

    def line(self) -> None:
        """A line end, each time."""
        self._gap = "\n\n" if "\n" in self._gap else "\n"

    def block(self) -> None:
        """A new line, if none has begun."""
        self._gap = self._gap if "\n" in self._gap else "\n"

    def paragraph(self) -> None:
        """An empty line."""
        self._gap = "\n\n"

    def begin_verbatim(self) -> None:
        """From here on, white space is kept."""
        self._verbatim += 1

    def end_verbatim(self) -> None:
        """The last one that has begun ends."""
        self._verbatim -= 1

    def text(self) -> str:
        """The text so far, ended by a line end unless it is empty."""
        text = "".join(self._pieces).strip("\n")
        return f"{text}\n" if text.strip() else ""

    def _push(self, text: str) -> None:
        if self._pieces:
            self._pieces.append(self._gap)
        self._pieces.append(text)
        self._gap = ""
