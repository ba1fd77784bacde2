"""The Markdown in texts of CSL-YAML, which pandoc writes and reads, as the tags of CSL."""

import re
from collections.abc import Mapping

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = "\ufffe"
"""Stands for what was escaped, while marks are looked for: no text has it."""
_MARKED = (
    (re.compile(r"(?<![\\*])\*\*(?=\S)(.{1,500}?)(?<=\S)\*\*(?!\*)"), r"<b>\1</b>"),
    (re.compile(r"(?<![\\*])\*(?=[^\s*])(.{1,500}?)(?<=[^\s*])\*(?!\*)"), r"<i>\1</i>"),
    (re.compile(r"(?<!\w)_(?=[^\s_])(.{1,500}?)(?<=[^\s_])_(?!\w)"), r"<i>\1</i>"),
    (re.compile(r"(?<!~)~([^\s~]{1,500})~(?!~)"), r"<sub>\1</sub>"),
    (re.compile(r"\^([^\s^]{1,500})\^"), r"<sup>\1</sup>"),
    (re.compile(r"\[([^\[\]]{0,500})\]\{\.[a-z-]{1,40}\}"), r"\1"),
)
_VERBATIM = frozenset(
    {"id", "type", "citation-key", "URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "language"}
)


def of_markdown(values: Mapping[str, object]) -> Mapping[str, object]:
    """The values of an item with tags where they have marks, and without backslashes."""
    return {name: _value(name, value) for name, value in values.items()}


def _value(name: str, value: object) -> object:
    if isinstance(value, str):
        return _unescaped(value) if name in _VERBATIM else _tagged(value)
    if isinstance(value, list):
        return [_value(name, one) for one in value]
    if isinstance(value, dict):
        return {inner: _value(inner, one) for inner, one in value.items()}
    return value


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def _tagged(text: str) -> str:
    if not any(mark in text for mark in "\\*_~^["):
        return text
    escaped: list[str] = []

    def keep(found: re.Match[str]) -> str:
        escaped.append("<\u2060" if found[1] == "<" else found[1])
        return _HELD

    text = _ESCAPED.sub(keep, text.replace(_HELD, ""))
    for pattern, tags in _MARKED:
        text = pattern.sub(tags, text)
    waiting = iter(escaped)
    return re.sub(_HELD, lambda _: next(waiting), text)
