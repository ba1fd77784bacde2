"""A directive of MyST as it is written: its name, what stands behind it, its options, its text."""

import re
from dataclasses import dataclass

from briefgen.moving.fences import Fence
from briefgen.moving.seen import Seen
from briefgen.moving.yaml_values import mapping_of, text_of, value_of

_HEAD = re.compile(r"\{(?P<name>[\w:.+-]++)(?P<braces>[^{}]*)\}[ \t]*(?P<argument>.*)")
_OPTION = re.compile(r"[ \t]*:(?P<key>[\w-]+):[ \t]*(?P<value>.*)")
CODE = frozenset(
    """code code-block sourcecode code-cell literalinclude math bibliography toctree tableofcontents contents
    mermaid eval-rst raw csv-table include image index only mermaid graphviz raw-html embed iframe
    jupyter-execute plot""".split()
)
"""Directives with no text of their own in them."""


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive; `body` is the line on which its text begins, from 0."""

    fence: Fence
    name: str
    argument: str
    options: dict[str, str]
    body: int


def directive_name(info: str) -> str:
    """The name of the directive that a fence opens; empty where it opens none."""
    found = _HEAD.fullmatch(info)
    return found["name"] if found else ""


def has_text(mark: str, info: str) -> bool:
    """Whether Markdown stands in a fence of MyST."""
    name = directive_name(info)
    return bool(name) and name not in CODE if mark[0] != ":" else name not in CODE


def read_directive(seen: Seen, fence: Fence) -> Directive | None:
    """The directive that a fence is; None where it is none."""
    found = _HEAD.fullmatch(fence.info)
    if found is None:
        return None
    lines = range(fence.first + 1, fence.last if fence.closed else fence.last + 1)
    options: dict[str, str] = {}
    body = fence.first + 1
    if lines and _line(seen, body).strip() == "---":
        end = next((number for number in lines[1:] if _line(seen, number).strip() == "---"), body)
        root = mapping_of(seen.file.span(seen.starts[body + 1], seen.starts[end])) if end > body else None
        options = {entry.key: text_of(value_of(entry.value)) for entry in root.entries} if root else {}
        body = end + 1 if root else body
    else:
        for number in lines:
            option = _OPTION.fullmatch(_line(seen, number))
            if option is None:
                break
            options[option["key"]] = option["value"].strip()
            body = number + 1
    while body < fence.last and not _line(seen, body).strip():
        body += 1
    return Directive(fence, found["name"], found["argument"].strip(), options, body)


def _line(seen: Seen, number: int) -> str:
    return seen.text[slice(*seen.line(number))]


def body_text(seen: Seen, directive: Directive) -> str:
    """What stands in a directive, without the indent of its fence."""
    fence = directive.fence
    last = fence.last if fence.closed else fence.last + 1
    lines = [_line(seen, number) for number in range(directive.body, last)]
    return "\n".join(line.removeprefix(fence.indent) for line in lines)
