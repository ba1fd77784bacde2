"""Environments of LaTeX that are no formulas, as tables: nobody reads them here, they are shown as code."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.note import Told
from briefgen.moving.rewriting.box import anchor
from briefgen.moving.seen import Seen

_BEGIN = re.compile(r"^(?P<indent>[ \t]*)\\begin\{(?P<name>[A-Za-z]++\*?)\}", re.MULTILINE)
_FORMULAS = frozenset("equation align gather multline eqnarray displaymath math aligned split".split())
_LABEL = re.compile(r"\\label\{(?P<name>[^{}\n]+)\}")


def environments(seen: Seen) -> Iterator[Edit]:
    """Each of them, in a block of code, with the places that it names before it."""
    past = seen.body
    unclosed: set[str] = set()
    for found in _BEGIN.finditer(seen.masked, seen.body):
        name = found["name"]
        if found.start() < past or name.rstrip("*") in _FORMULAS or name in unclosed:
            continue
        closing = f"\\end{{{name}}}"
        closes = seen.masked.find(closing, found.end())
        if closes < 0:
            unclosed.add(name)
            continue
        past = closes + len(closing)
        written = seen.text[found.start() : past]
        names = dict.fromkeys(one["name"] for one in _LABEL.finditer(written))
        places = "".join(anchor(one) for one in names if one in seen.around.targets)
        lead = f"{found['indent']}{places}\n\n" if places else ""
        said = f"the environment `{name}` of LaTeX is shown as code: write it as Markdown, or take it out"
        yield Edit(found.start(), found.start(), lead)
        mark = "`" * max(3, *(len(one) + 1 for one in re.findall(r"`+", written) or [""]))
        text = f"{found['indent']}{mark}latex\n{written}\n{found['indent']}{mark}"
        behind = seen.text[past : past + 2]
        yield Edit(
            found.start(), past, text + ("" if behind[:1] in ("\n", "") else "\n\n"), said, Told.DECIDE
        )
