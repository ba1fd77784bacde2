"""Code that another program would run: it is shown as code, and its result is not known here."""

import re
from collections.abc import Iterator

from briefgen.model.foreign_keys import is_place
from briefgen.moving.edit import Edit
from briefgen.moving.fences import Fence
from briefgen.moving.note import Told
from briefgen.moving.rewriting.box import anchor
from briefgen.moving.seen import Seen

_CELL = re.compile(r"\{(?P<name>[A-Za-z][\w+-]*+)(?P<rest>[^{}]*)\}")
_RUN = frozenset("python r julia ojs bash sh sql stata octave js node matlab rust".split())
_DRAWN = frozenset("mermaid dot graphviz plantuml".split())
_OPTION = re.compile(r"[ \t]*(?:#|//|--|%%)\|[ \t]*(?P<key>[\w-]+):[ \t]*(?P<value>.*)")
_NOT_RUN = re.compile(r"\beval[ \t]*=[ \t]*F(?:ALSE)?\b")
_HIDDEN = re.compile(r"""\b(?:include[ \t]*=[ \t]*F(?:ALSE)?\b|results[ \t]*=[ \t]*["']hide)""")
_CHUNK_OPTION = re.compile(
    r"""(?P<key>(?:fig|tbl)\.(?:cap|alt))[ \t]*=[ \t]*(?P<mark>["'])(?P<value>[^"'\n]*)(?P=mark)"""
)
"""Captions as knitr has them, behind the name of the language."""
_INLINE = re.compile(r"`(?P<said>\{(?:python|r|julia|ojs)\}[^`\n]+|r [^`\n]+)`")


_NOT_SHOWN = {"include": ("false",), "output": ("false",), "results": ("hide", "false")}


def cells(seen: Seen) -> Iterator[Edit]:
    """Each cell, at its first line."""
    for fence in seen.fences:
        found = _CELL.fullmatch(fence.info) if fence.mark[0] != ":" and not fence.is_text else None
        if found and found["name"].lower() in _RUN | _DRAWN:
            yield from _cell(seen, fence, found["name"].lower(), found["rest"])


def _cell(seen: Seen, fence: Fence, name: str, rest: str) -> Iterator[Edit]:
    options = {one["key"].replace(".", "-"): one["value"] for one in _CHUNK_OPTION.finditer(rest)} | _options(
        seen, fence
    )
    less = f", without `{rest.strip(' ,')}`" if rest.strip(" ,") else ""
    start, end = seen.line(fence.first)
    label = options.get("label", "")
    is_led_to = label in seen.around.targets and is_place(label)  # Quarto refers to no other labels
    place = f"{fence.indent}{anchor(label)}\n\n" if is_led_to else ""
    line = f"{place}{fence.indent}{fence.mark}{name}"
    if name in _DRAWN:
        yield Edit(start, end, line, f"a diagram is shown as its code: nothing draws it here{less}")
    elif options.get("eval", "true") == "false" or _NOT_RUN.search(rest):
        yield Edit(start, end, line, f"code that is not run is code to be read{less}")
    elif _HIDDEN.search(rest) or any(options.get(key) in values for key, values in _NOT_SHOWN.items()):
        said = f"code whose result Quarto does not show is code to be read{less}"
        yield Edit(start, end, line, said, Told.LEFT)
    else:
        said = f"code that Quarto runs is shown as code: its result is not in the source, put it in{less}"
        yield Edit(start, end, line, said, Told.DECIDE)
    known = seen.around.targets.get(label)
    number = f"{known.words}: " if known else ""
    for key in ("fig-cap", "tbl-cap"):
        if key in options:
            last = seen.line(fence.last)[1]
            yield Edit(
                last,
                last,
                f"\n\n{fence.indent}*{number}{options[key]}*",
                "the caption of a result is a paragraph now",
            )


def _options(seen: Seen, fence: Fence) -> dict[str, str]:
    options = {}
    for number in range(fence.first + 1, fence.last):
        found = _OPTION.match(seen.text[slice(*seen.line(number))])
        if found is None:
            break
        options[found["key"]] = found["value"].strip().strip("\"'")
    return options
