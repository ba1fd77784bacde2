"""A file of CSL-JSON, taken apart into items with their places."""

import json
import re

from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.csl import CslItem
from briefgen.rules import BIBTEX_SYNTAX
from briefgen.text import TextFile

_START = re.compile(r"\s*(?:\{.*?\"(?:references|items)\"\s*:\s*)?\[", re.DOTALL)
_BETWEEN = re.compile(r"[\s,]*")
_BEHIND = re.compile(r"\s*")

_ONE_LIST = "put all items into one list, or each list into a file of its own"


def csl_json_items(file: TextFile, report: Report) -> tuple[CslItem, ...]:
    """The items of a CSL-JSON text, in its order; the first that cannot be read ends them, and is told.

    So is what stands behind the end of a list: two files that were joined are no list of all.
    """
    found: list[CslItem] = []
    decoder = json.JSONDecoder()
    start = _START.match(file.text)
    position = start.end() if start else 0
    while True:
        between = _BETWEEN.match(file.text, position)
        position = between.end() if between else position
        if file.text.startswith("]", position):
            rest = _left(file.text, position + 1, start)
            if rest is not None:
                message = "the list has ended, and what stands from here on is not read"
                report(Diagnostic(BIBTEX_SYNTAX, file.span(rest, rest), message, (), _ONE_LIST))
            return tuple(found)
        try:
            value, end = decoder.raw_decode(file.text, position)
        except (ValueError, RecursionError) as error:
            at = min(getattr(error, "pos", position), len(file.text))
            message = f"this is no JSON: {getattr(error, 'msg', 'it is nested too deeply')}"
            report(Diagnostic(BIBTEX_SYNTAX, file.span(at, at), message))
            return tuple(found)
        if isinstance(value, dict):
            found.append(CslItem(value, file.span(position, end)))
        else:
            report(Diagnostic(BIBTEX_SYNTAX, file.span(position, end), "this is no item of CSL"))
        position = end


def _left(text: str, end: int, start: re.Match[str] | None) -> int | None:
    """Where something stands behind a list that nobody reads: behind the object, if the list is a value of
    one, or a second list in it."""
    if start is not None and "{" in start[0]:
        try:
            whole, end_of_all = json.JSONDecoder().raw_decode(text, text.index("{"))
        except (ValueError, RecursionError):
            return None  # it ends in the middle: of the list all was read
        if {"references", "items"} <= whole.keys():
            return end
        end = end_of_all
    behind = _BEHIND.match(text, end)
    rest = behind.end() if behind else end
    return rest if rest < len(text) else None
