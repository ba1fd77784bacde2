"""What mkdocs.yml has MkDocs read beside docs/: it must lie in the project as well."""

from pathlib import PurePath
from posixpath import normpath

from briefgen import rules
from briefgen.decode.builder import DOCS_FOLDER, PARENT, places_of_builder
from briefgen.diagnostics import Diagnostic, Report
from briefgen.disk.reading import DiskKind, look_at
from briefgen.load.entries import Found, fault_of, read_text
from briefgen.model.layout import project
from briefgen.model.limits import SETTINGS
from briefgen.text import TextFile

_DEEPEST = 20
_ELSEWHERE = (
    "MkDocs would read it, and what lies outside the project may be anything: move it into the project"
)


def look_at_builders_files(root: PurePath, settings: TextFile, report: Report) -> None:
    """Report what the settings, and those they add to, name outside the project, or what cannot be read."""
    file: TextFile | None = settings
    folder = ""
    for _ in range(_DEEPEST):
        if file is None:
            return
        parent = ""
        # What is wrong with the first is reported where its settings are decoded.
        for key, named in places_of_builder(file, report if file is not settings else _ignore):
            # All but the parent are taken from the folder of the settings that MkDocs was given.
            path = normpath(f"{folder}/{named.name}" if key == PARENT and folder else named.name)
            if path.startswith(("/", "..")):
                message = f"`{key}` leads out of the project: `{named.name}`"
                report(Diagnostic(rules.OUTSIDE_PROJECT, named.span, message, hint=_ELSEWHERE))
            elif key == DOCS_FOLDER and path != project.DOCS:
                message = f"`{key}` cannot be `{named.name}`: pages are written to {project.DOCS}/"
                report(Diagnostic(rules.UNKNOWN_CHOICE, named.span, message, hint="leave it out"))
            else:
                seen = look_at(root / path, root)
                # What is not there is the business of MkDocs, which says so.
                if seen.kind is not DiskKind.UNREADABLE and (fault := fault_of(seen, named.span)):
                    report(fault)
                elif key == PARENT and seen.kind is DiskKind.FILE:
                    parent = path
        folder = str(PurePath(parent).parent) if parent else ""
        folder = "" if folder == "." else folder
        file = read_text(Found(parent, root / parent), SETTINGS, report) if parent else None


def _ignore(_: Diagnostic) -> None:
    pass
