"""What the check says of a plan before it is written: its texts beside those that stand in the project."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from briefgen.cache.store import Loaded
from briefgen.decode.excluded import excluded_pages
from briefgen.diagnostics import Diagnostic, Severity, Told
from briefgen.disk.reading import is_folder
from briefgen.load import load_files
from briefgen.model.asked import Asked
from briefgen.model.by_hand import MAY_CITE
from briefgen.model.card import CardParts
from briefgen.model.layout import project
from briefgen.model.layout.pages import ENDING
from briefgen.model.project import ProjectFiles
from briefgen.moving.plan import Plan, Planned
from briefgen.pipeline import compile_briefs
from briefgen.text import TextFile

_NOTHING = ProjectFiles((), (), (), None, None, (), ())


def judge(root: PurePath, plan: Plan, *, drafts: bool) -> tuple[Diagnostic, ...]:
    """The findings in the files of a plan, notes left out; those in drafts only if they are asked about."""
    there = load_files(root).value if is_folder(root / project.SOURCES) else _NOTHING
    asked = Asked(drafts)
    loaded = Loaded(asked, Told(_with(there, plan.files)), Told(CardParts()), "")
    found = compile_briefs(root, asked, loaded).findings
    paths = {file.path for file in plan.files}
    return tuple(
        one
        for one in found
        if one.span.path in paths and one.severity is not Severity.NOTE and not one.of_draft
    )


def _with(there: ProjectFiles, planned: Iterable[Planned]) -> ProjectFiles:
    """The files of a project with those that are to be written, whatever stands in their places.

    So the list is the same when what was moved in has been worked on.
    """
    files = {file.path: file for file in planned}
    docs = [inside for path in files if (inside := project.of_docs(path))]
    texts = {path: _text(file) for path, file in files.items() if path.startswith(f"{project.SOURCES}/")}
    settings = _text(files[project.SETTINGS]) if project.SETTINGS in files else there.settings
    style = next((_text(file) for path, file in files.items() if path.endswith(".csl")), there.style)
    briefs = [text for path, text in texts.items() if path.endswith(ENDING)]
    works = [text for path, text in texts.items() if project.format_of_works(path)]
    excluded = excluded_pages(settings)
    pages = [file for path, file in files.items() if path.endswith(ENDING) and project.of_docs(path)]
    citing = [
        _text(file)
        for file in pages
        if MAY_CITE.search(file.data) and not excluded.has(project.of_docs(file.path))
    ]
    return replace(
        there,
        briefs=_with_texts(there.briefs, briefs),
        bibliography=_with_texts(there.bibliography, works),
        captures=texts.get(project.CAPTURES, there.captures),
        settings=settings,
        written=tuple(sorted({*there.written, *docs})),
        style=style,
        citing=_with_texts(there.citing, citing),
    )


def _with_texts(there: Iterable[TextFile], planned: Iterable[TextFile]) -> tuple[TextFile, ...]:
    files = {file.path: file for file in (*there, *planned)}
    return tuple(files[path] for path in sorted(files))


def _text(file: Planned) -> TextFile:
    text = file.data.decode("utf-8", "replace").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return TextFile(file.path, text.replace("\r\n", "\n").replace("\r", "\n"))
