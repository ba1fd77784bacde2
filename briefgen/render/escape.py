"""Text in the site's dialect: what Python-Markdown must not take for markup.

Only this package knows that dialect. A backslash is used where Python-Markdown knows it, a character
reference elsewhere; both are read the same by CommonMark.
"""

import html
import json
import re
from urllib.parse import quote

from briefgen.directions import OVERRIDES, settled

_ALWAYS = re.compile(r"([\\`*{}\[\]])")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_REFERENCE = re.compile(r"&(?=#|\w+;)")
_LABEL = re.compile(r"\A\^|(?<=\]):")
_TILDES = re.compile(r"~(?=~)|(?<=~)~")
_NUMBERED = re.compile(r"(\d+)([.)])(?=\s|$)")
_LINE_START = re.compile(r"(#|>|[-+](?=\s|$)|[-+]{2,}|={1,}|:(?=\s|$)|!{3}|\?{3}|\+{3}|:{3}|/{3})")
_SPACE = re.compile(r"\s+")
_HTML_SPACE = re.compile("[ \t\n]+")
"""What means no more than one space; a no-break space is the author's."""
_WIDE_SPACE = re.compile(r"[^\S \t\n]")
_CONTROL = {code: None for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if code not in (0x09, 0x0A)}
_CONTROL |= OVERRIDES
_BLANK_LINE = re.compile(r"^ +$", re.MULTILINE)
_TOUCHED = re.compile(
    rf"[\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000{''.join(map(chr, OVERRIDES))}"
    r"\\`*{}\[\]_&<|~^]"
)
"""All that may be escaped in the middle of a line; most texts have nothing of it."""
_ADDRESS_SAFE = "/:?#@!$&'*+,;=%~-._"


def escape_text(text: str, *, line_start: bool = False) -> str:
    """Text that Python-Markdown gives back letter for letter; `line_start` when nothing stands before it."""
    if not _TOUCHED.search(text):
        return _escape_line_start(text) if line_start else text
    text = text.translate(_CONTROL)
    escaped = _ALWAYS.sub(r"\\\1", text)
    escaped = _UNDERSCORE.sub(r"\\_", escaped)
    escaped = _REFERENCE.sub("&amp;", escaped).replace("<", "&lt;").replace("|", "&#124;")
    escaped = _TILDES.sub("&#126;", escaped).replace("\n", "&#10;").replace("\t", "&#9;")
    # In a link's text at the start of a line: `[^…](…)` is no footnote, `[… \]: …](…)` no definition.
    escaped = _LABEL.sub(lambda mark: f"&#{ord(mark[0])};", escaped)
    escaped = _edges_referred(escaped)
    return _escape_line_start(escaped) if line_start else escaped


def _edges_referred(text: str) -> str:
    """Text with references for the wide spaces at its ends; no expression, which would try each run in it."""
    inner = text.strip()
    if len(inner) == len(text):
        return text
    start = text.find(inner) if inner else len(text)
    return f"{_referred(text[:start])}{inner}{_referred(text[start + len(inner) :])}"


def _referred(text: str) -> str:
    """Text with references for its no-break and other wide spaces: Python-Markdown strips them like any."""
    return _WIDE_SPACE.sub(lambda space: f"&#{ord(space[0])};", text)


def _escape_line_start(text: str) -> str:
    stripped = text.lstrip()
    lead = text[: len(text) - len(stripped)]
    if numbered := _NUMBERED.match(stripped):
        return f"{lead}{numbered[1]}&#{ord(numbered[2])};{stripped[numbered.end() :]}"
    if _LINE_START.match(stripped):
        return f"{lead}&#{ord(stripped[0])};{stripped[1:]}"
    return text


def escape_attribute(value: str) -> str:
    """A value for an HTML attribute in double quotes, on one line."""
    return _referred(html.escape(_HTML_SPACE.sub(" ", settled(value).translate(_CONTROL)).strip(" ")))


def escape_html(text: str) -> str:
    """Text for raw HTML and for front matter that the theme prints as it is."""
    return html.escape(_HTML_SPACE.sub(" ", settled(text).translate(_CONTROL)).strip(" "))


def escape_run(text: str) -> str:
    """A part of a text for raw HTML: space at its ends is kept, every run of space becomes one."""
    return html.escape(_SPACE.sub(" ", text.translate(_CONTROL)), quote=False)


def escape_html_block(text: str) -> str:
    """Text for a ``<pre>`` among Markdown: no line is empty or holds only spaces, no tab is spread."""
    escaped = html.escape(text.translate(_CONTROL), quote=False).replace("\t", "&#9;")
    return _BLANK_LINE.sub(lambda blank: "&#32;" * len(blank[0]), escaped)


def escape_address(address: str) -> str:
    """An address for the parentheses of a link; in angle brackets where parentheses could end it early."""
    place, sign, fragment = address.strip().partition("#")
    # Letters stay letters in a fragment: MkDocs compares it with ids as it stands.
    letters = (char if char.isalnum() else quote(char, safe=_ADDRESS_SAFE + "()") for char in fragment)
    safe = quote(place, safe=_ADDRESS_SAFE + "()") + sign + "".join(letters)
    return f"<{safe}>" if "(" in safe or ")" in safe else safe


def yaml_text(value: object) -> str:
    """A value as YAML on one line: JSON is YAML, and needs no look at what the text holds."""
    return json.dumps(value, ensure_ascii=False, sort_keys=False)


def ended(text: str) -> str:
    """A text with a full stop, unless it has an end of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
