r"""LaTeX in a bibliography's values, read as text: ``{\"O}zdemir`` is Özdemir.

latexcodec, which comes with pybtex, is not used: it drops what follows a ``%`` and knows few commands.
"""

import re
from dataclasses import dataclass
from html import unescape

from briefgen.bibliography import latex_symbols as symbols
from briefgen.bibliography import marks
from briefgen.text import nfc

MAX_DEPTH = 40
"""Braces nested deeper are dropped without being read as groups, so that no value can exhaust the stack."""

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)\*?[ \t]*|\\(?P<mark>.)|(?P<open>\{)|(?P<close>\})|(?P<math>\$)"
    r"|(?P<script>[\^_])|(?P<ligature>---?|``|''|[?!]`|~|\"[`'])"
    r"|(?P<entity>&(?:amp|lt|gt|quot|nbsp|apos|#\d{2,5}|#[xX][0-9a-fA-F]{2,5});)"
    r"|(?P<text>[^\\{}$^_\-`'?!~\"&]+|.)|\\\Z",
    re.DOTALL,
)
_SAYS_MORE = re.compile(rf"[\\{{}}$~`&{marks.MARKS}]|--|''")
_SPACES = re.compile(r"[ \t]*")
_ESCAPED_ENTITY = re.compile(r"(?:\{\\&\}|\\&)(?=(?:amp|lt|gt|quot|apos|#\d{2,5});)")
_IN_FORMULA = re.compile(r"(?<=[A-Za-z)\]])\d+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text (NFC, spaces collapsed), and the commands in it that had to stay as written.

    `marked` is the text with its emphasis and its raised and lowered letters (`marks`), empty where it has
    none.
    """

    text: str
    unknown: tuple[str, ...] = ()
    marked: str = ""


def read_latex(latex: str) -> Plain:
    r"""Read a value as a reader would see it in print.

    Accents and symbols become Unicode, protecting braces vanish, ``--`` is an en dash, ``~`` a space,
    ``\enquote{x}`` “x”, digits raised or lowered in formulas are ¹ and ₂. Nothing is dropped: what is not
    known stays as written and is named in `unknown`.
    """
    if not _SAYS_MORE.search(latex):
        return Plain(" ".join(nfc(latex).split()))
    latex = _ESCAPED_ENTITY.sub("&", marks.without_marks(latex))
    decoder = _Decoder(latex)
    text = " ".join(nfc(decoder.run(math=False)).split())
    marked = ""
    if decoder.has_marks:
        marked = marks.tidied(nfc(_Decoder(latex, mark=True).run(math=False)))
    return Plain(text, tuple(dict.fromkeys(decoder.unknown)), marked)


def plain_text(latex: str) -> str:
    """The text of `read_latex`, where its unknown commands are of no interest (any more)."""
    return read_latex(latex).text


class _Decoder:
    """One pass over one value; `position` counts code points from 0 and only grows.

    With `mark`, what is emphasised, raised or lowered is marked; else `has_marks` says whether anything is.
    """

    def __init__(self, latex: str, *, mark: bool = False) -> None:
        self.latex = latex
        self.mark = mark
        self.has_marks = False
        self.position = 0
        self.depth = 0
        self.single_quotes = 0
        self.is_german = '"`' in latex and "\"'" in latex
        self.unknown: list[str] = []

    def run(self, math: bool) -> str:
        """Read up to the end of the text, of the group or (in `math`) of the formula, and pass over it."""
        pieces: list[str] = []
        switched = 0
        while token := _TOKEN.match(self.latex, self.position):
            if token["close"] and self.depth == 0:  # closes nothing: dropped, as every brace is
                self.position = token.end()
                continue
            self.position = token.end()
            if token["close"] or (math and token["math"]):
                break
            if token["word"] in symbols.SWITCHES and self.depth:
                self.has_marks = True
                switched += 1
                pieces.append(self._if_marking(marks.EMPHASIS))
            else:
                pieces.append(self.piece(token, math))
        return "".join(pieces) + self._if_marking(marks.NO_EMPHASIS) * switched

    def piece(self, token: re.Match[str], math: bool) -> str:
        if token["open"]:
            return self.group(math)
        if token["math"]:
            closed = self.latex.find("$", self.position) >= 0
            return self.run(math=True) if closed else "$"
        if token["script"] and math:
            return self.script(token["script"])
        if token["ligature"] and token["ligature"][0] == '"':
            return self.double_quote(token["ligature"][1])
        if token["entity"]:
            return unescape(token["entity"])
        if token["ligature"]:
            return symbols.LIGATURES[token["ligature"]]
        if command := token["word"] or token["mark"]:
            return self.command(command, token.group(), math)
        if token["text"] in ("`", "'"):
            return self.single_quote(token["text"])
        return token.group()

    def double_quote(self, mark: str) -> str:
        """German's short way to write its quotation marks, where one of each kind is there."""
        if not self.is_german:
            self.position -= 1
            return '"'
        return "“" if mark == "`" else "”"

    def single_quote(self, mark: str) -> str:
        """LaTeX's single quotation marks; an apostrophe stays as it is."""
        if mark == "`":
            self.single_quotes += 1
            return "‘"
        if self.single_quotes and not _LETTER.match(self.latex, self.position):
            self.single_quotes -= 1
            return "’"
        return mark

    def group(self, math: bool = False) -> str:
        """The rest of a group whose { was passed over."""
        if self.depth >= MAX_DEPTH:
            return ""
        self.depth += 1
        text = self.run_group(math)
        self.depth -= 1
        return text

    def run_group(self, math: bool) -> str:
        """A group of a formula is one as well, up to its brace."""
        pieces: list[str] = []
        if not math:
            return self.run(math=False)
        while token := _TOKEN.match(self.latex, self.position):
            self.position = token.end()
            if token["close"]:
                break
            pieces.append("" if token["math"] else self.piece(token, math=True))
        return "".join(pieces)

    def argument(self, math: bool = False) -> str | None:
        r"""A command's argument: a group, a dotless ``\i`` or one character; None where none stands."""
        start = self.position
        spaces = _SPACES.match(self.latex, start)
        self.position = spaces.end() if spaces else start
        token = _TOKEN.match(self.latex, self.position)
        if token and token["open"]:
            self.position = token.end()
            return self.group(math)
        if token and token["word"] in ("i", "j"):
            self.position = token.end()
            return token["word"]
        if token and math and token["word"] in symbols.SYMBOLS:
            self.position = token.end()
            return symbols.SYMBOLS[token["word"]]
        if token and math and token["mark"]:
            return None
        if token and token["text"] and not token["text"][0].isspace():
            self.position += 1
            return token["text"][0]
        self.position = start
        return None

    def command(self, name: str, written: str, math: bool) -> str:
        if name in symbols.SYMBOLS:
            if self.latex.startswith("{}", self.position):  # \ss{} and the like: the braces end the word
                self.position += 2
            return symbols.SYMBOLS[name]
        if name in "&%$#_{}":
            return name
        if name in symbols.SPACES:
            return " "
        if name in symbols.SILENT:
            return ""
        if name in symbols.BLANKS:
            self.argument()
            return " "
        if name in symbols.ACCENTS:
            return self.accent(name, written)
        if math and name in symbols.ACCENTS_OF_FORMULAS:
            return self.accent_of_formula(name, written)
        if name == "verb":
            return self.verb(written)
        return self.with_arguments(name, written, math)

    def accent(self, name: str, written: str) -> str:
        base = self.argument()
        if base:
            base = {"ı": "i", "ȷ": "j"}.get(base, base)  # \'{\i}: the accent replaces the dot anyway
            return base[0] + symbols.ACCENTS[name] + base[1:]
        if name.isalpha():
            self.unknown.append(written.strip())
            return written
        return name  # \~{} is how LaTeX writes a bare tilde

    def accent_of_formula(self, name: str, written: str) -> str:
        """A letter with its accent; of more than one the accent is left away."""
        base = self.argument(math=True)
        if base is None:
            self.unknown.append(written.strip())
            return written
        return base + symbols.ACCENTS_OF_FORMULAS[name] if len(base) == 1 else base

    def verb(self, written: str) -> str:
        r"""What stands between two of the same character: ``\verb|x|``."""
        mark = self.latex[self.position : self.position + 1]
        end = self.latex.find(mark, self.position + 1) if mark and not mark.isalnum() else -1
        if end < 0:
            self.unknown.append(written.strip())
            return written
        text, self.position = self.latex[self.position + 1 : end], end + 1
        return text

    def with_arguments(self, name: str, written: str, math: bool) -> str:
        start = self.position
        first = self.argument(math) if self.latex.startswith("{", self.position) else None
        if first is not None:
            if name in symbols.EMPHASISING:
                return self.marked(marks.EMPHASIS, first, marks.NO_EMPHASIS)
            if name in symbols.TRANSPARENT:
                return first
            if name in symbols.CAPITALS:
                return first.upper()
            if name == "ce":
                return _IN_FORMULA.sub(lambda digits: digits[0].translate(symbols.SUBSCRIPTS), first)
            if name in symbols.AROUND:
                return symbols.AROUND[name].format(first)
            if name in ("textsuperscript", "mkbibsuperscript"):
                return _small(first, symbols.SUPERSCRIPTS) or self.marked(marks.RAISE, first, marks.NO_RAISE)
            if name in ("textsubscript", "mkbibsubscript"):
                return _small(first, symbols.SUBSCRIPTS) or self.marked(marks.LOWER, first, marks.NO_LOWER)
            if name in symbols.OF_TWO:
                return self.of_two(name, first, self.argument(math) or "")
        self.unknown.append(written.strip())
        if first is None:
            self.position = start
            return written
        shown = f"{written.strip()}{{{first}}}"
        while self.latex.startswith("{", self.position) and (more := self.argument(math)) is not None:
            shown += f"{{{more}}}"
        return shown

    def of_two(self, name: str, first: str, second: str) -> str:
        if name == "href":
            return f"{second} ({first})"
        if name in symbols.FRACTIONS:
            above, below = (one if len(one) < 2 or one.isalnum() else f"({one})" for one in (first, second))
            return symbols.SMALL_FRACTIONS.get((first, second), f"{above}/{below}")
        return second

    def script(self, mark: str) -> str:
        """A raised or lowered piece of a formula, in Unicode where Unicode has it."""
        base = self.argument(math=True) or ""
        if small := _small(base, symbols.SUPERSCRIPTS if mark == "^" else symbols.SUBSCRIPTS):
            return small
        around = (marks.RAISE, marks.NO_RAISE) if mark == "^" else (marks.LOWER, marks.NO_LOWER)
        self.has_marks = True
        return f"{around[0]}{base}{around[1]}" if self.mark else mark + base

    def marked(self, opening: str, text: str, closing: str) -> str:
        """A text with its marks, where they are asked for."""
        if not text.strip():
            return text
        self.has_marks = True
        return f"{self._if_marking(opening)}{text}{self._if_marking(closing)}"

    def _if_marking(self, mark: str) -> str:
        return mark if self.mark else ""


def _small(text: str, table: dict[int, int]) -> str:
    """`text` in small raised or lowered characters, or an empty text when one of them is missing."""
    return text.translate(table) if all(ord(character) in table for character in text) else ""
