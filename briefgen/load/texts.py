"""Bytes to texts: what is no text is told, and stands as U+FFFD so that all around it can be checked."""

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.text import TextFile

BOM = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def decode_text(path: str, data: bytes, report: Report) -> TextFile:
    """The text of a file: UTF-8 without byte order mark, ``\\n`` line ends, U+FFFD for what is no text."""
    body = data.removeprefix(BOM)
    text = _with_plain_line_ends(body.decode("utf-8", "replace"))
    file = TextFile(path, text.replace("\0", _REPLACEMENT))
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        start = len(_with_plain_line_ends(body[: error.start].decode("utf-8")))
        report(_not_utf8(file, start, body, error))
    nul = text.find("\0")
    if nul >= 0:
        more = text.count("\0") - 1
        message = "a NUL character stands here" + (f", and {more} more below" if more else "")
        span = file.span(nul, nul + 1)
        report(Diagnostic(rules.NUL_CHARACTER, span, message, hint=_encoding_hint(data, "delete it")))
    return file


def _not_utf8(file: TextFile, start: int, body: bytes, error: UnicodeDecodeError) -> Diagnostic:
    wrong = body[error.start : error.end]
    message = f"{'byte' if len(wrong) == 1 else 'bytes'} 0x{wrong.hex(' ')} here: this is not UTF-8"
    in_windows = wrong.decode("cp1252", "replace")
    likely = len(wrong) == 1 and in_windows != _REPLACEMENT
    notes = (f"in the encoding Windows-1252 this is “{in_windows}”",) if likely else ()
    hint = _encoding_hint(body, "save the file in the encoding UTF-8")
    return Diagnostic(rules.NOT_UTF8, file.span(start, start + 1), message, notes, hint)


def _encoding_hint(data: bytes, otherwise: str) -> str:
    looks_like_utf16 = data.startswith(_UTF16_MARKS) or data.count(b"\0") * 3 > len(data)
    return "save the file as UTF-8: it looks like UTF-16" if looks_like_utf16 else otherwise


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
