r"""LaTeX in a bibliography's values, read as plain text: ``{\"O}zdemir`` is Özdemir.

latexcodec, which comes with pybtex, is not used: it drops what follows a ``%`` and knows few commands.
"""

import re
from dataclasses import dataclass

from briefgen.bibliography import latex_symbols as symbols
from briefgen.text import nfc

MAX_DEPTH = 40
"""Braces nested deeper are dropped without being read as groups, so that no value can exhaust the stack."""

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)\*?[ \t]*|\\(?P<mark>.)|(?P<open>\{)|(?P<close>\})|(?P<math>\$)"
    r"|(?P<script>[\^_])|(?P<ligature>---?|``|''|[?!]`|~)|(?P<text>[^\\{}$^_\-`'?!~]+|.)|\\\Z",
    re.DOTALL,
)
_SAYS_MORE = re.compile(r"[\\{}$~`]|--|''")
_SPACES = re.compile(r"[ \t]*")
_WRAPPED = re.compile(r"\\(?:url|path|nolinkurl)\s*\{(.*)\}", re.DOTALL)
_ESCAPED = re.compile(r"\\([%_&#~$^{}])(?:\{\})?|\{\\([%_&#~$^])\}")


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text (NFC, spaces collapsed), and the commands in it that had to stay as written."""

    text: str
    unknown: tuple[str, ...] = ()


def read_latex(latex: str) -> Plain:
    r"""Read a value as a reader would see it in print, without its emphasis.

    Accents and symbols become Unicode, protecting braces vanish, ``--`` is an en dash, ``~`` a space,
    ``\enquote{x}`` “x”, digits raised or lowered in formulas are ¹ and ₂. Nothing is dropped: what is not
    known stays as written and is named in `unknown`.
    """
    if not _SAYS_MORE.search(latex):
        return Plain(" ".join(nfc(latex).split()))
    decoder = _Decoder(latex)
    text = nfc(decoder.run(math=False))
    return Plain(" ".join(text.split()), tuple(dict.fromkeys(decoder.unknown)))


def plain_text(latex: str) -> str:
    """The text of `read_latex`, where its unknown commands are of no interest (any more)."""
    return read_latex(latex).text


def verbatim(value: str) -> str:
    r"""Read an address or identifier: only escapes (``\_``, ``\%`` …) and ``\url{…}`` are resolved."""
    wrapped = _WRAPPED.fullmatch(value.strip())
    return _ESCAPED.sub(lambda found: found[1] or found[2], wrapped[1] if wrapped else value).strip()


class _Decoder:
    """One pass over one value; `position` counts code points from 0 and only grows."""

    def __init__(self, latex: str) -> None:
        self.latex = latex
        self.position = 0
        self.depth = 0
        self.unknown: list[str] = []

    def run(self, math: bool) -> str:
        """Read up to the end of the text, of the group or (in `math`) of the formula, and pass over it."""
        pieces: list[str] = []
        while token := _TOKEN.match(self.latex, self.position):
            if token["close"] and self.depth == 0:  # closes nothing: dropped, as every brace is
                self.position = token.end()
                continue
            self.position = token.end()
            if token["close"] or (math and token["math"]):
                break
            pieces.append(self.piece(token, math))
        return "".join(pieces)

    def piece(self, token: re.Match[str], math: bool) -> str:
        if token["open"]:
            return self.group()
        if token["math"]:
            closed = self.latex.find("$", self.position) >= 0
            return self.run(math=True) if closed else "$"
        if token["script"] and math:
            return self.script(token["script"])
        if token["ligature"]:
            return symbols.LIGATURES[token["ligature"]]
        if command := token["word"] or token["mark"]:
            return self.command(command, token.group())
        return token.group()

    def group(self) -> str:
        """The rest of a group whose { was passed over."""
        if self.depth >= MAX_DEPTH:
            return ""
        self.depth += 1
        text = self.run(math=False)
        self.depth -= 1
        return text

    def argument(self) -> str | None:
        r"""A command's argument: a group, a dotless ``\i`` or one character; None where none stands."""
        start = self.position
        spaces = _SPACES.match(self.latex, start)
        self.position = spaces.end() if spaces else start
        token = _TOKEN.match(self.latex, self.position)
        if token and token["open"]:
            self.position = token.end()
            return self.group()
        if token and token["word"] in ("i", "j"):
            self.position = token.end()
            return token["word"]
        if token and token["text"] and not token["text"][0].isspace():
            self.position += 1
            return token["text"][0]
        self.position = start
        return None

    def command(self, name: str, written: str) -> str:
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
        if name in symbols.ACCENTS:
            return self.accent(name, written)
        return self.with_arguments(name, written)

    def accent(self, name: str, written: str) -> str:
        base = self.argument()
        if base:
            base = {"ı": "i", "ȷ": "j"}.get(base, base)  # \'{\i}: the accent replaces the dot anyway
            return base[0] + symbols.ACCENTS[name] + base[1:]
        if name.isalpha():
            self.unknown.append(written.strip())
            return written
        return name  # \~{} is how LaTeX writes a bare tilde

    def with_arguments(self, name: str, written: str) -> str:
        start = self.position
        first = self.argument() if self.latex.startswith("{", self.position) else None
        if first is not None:
            if name in symbols.TRANSPARENT:
                return first
            if name in symbols.AROUND:
                return symbols.AROUND[name].format(first)
            if name in ("textsuperscript", "mkbibsuperscript", "textsubscript"):
                return (
                    _raised(first, symbols.SUBSCRIPTS if name == "textsubscript" else symbols.SUPERSCRIPTS)
                    or first
                )
            if name in ("href", "texorpdfstring", "foreignlanguage"):
                second = self.argument() or ""
                return f"{second} ({first})" if name == "href" else second
        self.unknown.append(written.strip())
        if first is None:
            self.position = start
            return written
        return f"{written.strip()}{{{first}}}"

    def script(self, mark: str) -> str:
        """A raised or lowered piece of a formula, in Unicode where Unicode has it."""
        base = self.argument() or ""
        return _raised(base, symbols.SUPERSCRIPTS if mark == "^" else symbols.SUBSCRIPTS) or mark + base


def _raised(text: str, table: dict[int, int]) -> str:
    """`text` in small raised or lowered characters, or an empty text when one of them is missing."""
    return text.translate(table) if all(ord(character) in table for character in text) else ""
