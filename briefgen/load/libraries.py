"""The files of works: BibTeX, CSL-JSON, CSL-YAML and RIS, side by side in ``sources/``."""

import re
from collections.abc import Iterable

from briefgen.diagnostics import Diagnostic, Report
from briefgen.load.entries import Found, read_text
from briefgen.model.layout import project
from briefgen.model.limits import Limit
from briefgen.text import TextFile

# What a file of works begins with; other files of these formats hold something else.
_BEGINNINGS = {
    "json": re.compile(
        r"\s*(?:\[\s*(?:\{[^{}\[\]]*\"(?:id|type|title|citation-key)\"\s*:|\])|\{[^{}]*\"(?:references|items)\"\s*:\s*\[)"
    ),
    "yml": re.compile(
        r"(?>(?:[^\S\n]*+(?:#[^\n]*+)?\n|---[^\n]*+\n)*)(?:references:|-\s+(?:id|type|title|citation-key):)"
    ),
    "ris": re.compile(r"\s*(?:\d+\.\s*)?TY {2}-"),
}


def read_libraries(found: Iterable[Found], limit: Limit, report: Report) -> tuple[TextFile, ...]:
    """All files of works: that of the @strings, then the bibliography, then the others by their names."""
    files = []
    for entry in sorted(found, key=lambda entry: (_rank(entry.path), entry.path)):
        if form := project.format_of_works(entry.path):
            said: list[Diagnostic] = []
            file = read_text(entry, limit, said.append)
            if form == "bib" or (file and _BEGINNINGS[form].match(file.text)):
                files += [file] if file else []
                for finding in said:  # of a file that holds no works it is not our business
                    report(finding)
    return tuple(files)


def may_hold_works(file: TextFile) -> bool:
    """Whether a text is a file of works, by its name and its beginning."""
    form = project.format_of_works(file.path)
    return form == "bib" or bool(form and _BEGINNINGS[form].match(file.text))


def in_order_of_reading(files: Iterable[TextFile]) -> tuple[TextFile, ...]:
    """Files of works in the order in which they are read."""
    return tuple(sorted(files, key=lambda file: (_rank(file.path), file.path)))


def _rank(path: str) -> int:
    return {project.STRINGS: 0, project.BIBLIOGRAPHY: 1}.get(path, 2)
