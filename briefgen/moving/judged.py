"""What the check says of a plan before it is written: its texts beside those that stand in the project."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import PurePath

from briefgen.cache.store import Loaded
from briefgen.decode.excluded import excluded_pages
from briefgen.diagnostics import Diagnostic, Severity, Told
from briefgen.disk.reading import is_folder
from briefgen.each import Each
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


def judge(root: PurePath, plan: Plan, each: Each, *, drafts: bool, today: str = "") -> tuple[Diagnostic, ...]:
    """The findings that come with a plan, notes left out; those in drafts only if they are asked about.

    They stand in its files, or in others and would not be there without it: that a file is missing stands in
    none of those that are there. `each` remembers what was made of a text before.
    """
    there = load_files(root).value if is_folder(root / project.SOURCES) else _NOTHING
    paths = {file.path for file in plan.files}
    found = _findings(root, _with(there, plan.files), Asked(drafts), each, today)
    if all(one.span.path in paths for one in found):
        return found
    without = _without(there, paths)
    others = frozenset(_findings(root, without, Asked(drafts), each, today) if without != _NOTHING else ())
    return tuple(one for one in found if one.span.path in paths or one not in others)


def _findings(
    root: PurePath, files: ProjectFiles, asked: Asked, each: Each, today: str
) -> tuple[Diagnostic, ...]:
    loaded = Loaded(asked, Told(files), Told(CardParts()), "")
    found = compile_briefs(root, asked, loaded, each, today=today, only_findings=True).findings
    return tuple(one for one in found if one.severity is not Severity.NOTE and not one.of_draft)


def _without(there: ProjectFiles, paths: Collection[str]) -> ProjectFiles:
    """The files of a project without those of the plan, which an earlier move may have put there."""

    def others(files: Iterable[TextFile]) -> tuple[TextFile, ...]:
        return tuple(file for file in files if file.path not in paths)

    return replace(
        there,
        briefs=others(there.briefs),
        bibliography=others(there.bibliography),
        captures=there.captures if project.CAPTURES not in paths else None,
        settings=there.settings if project.SETTINGS not in paths else None,
        written=tuple(name for name in there.written if project.in_docs(name) not in paths),
        style=there.style if there.style and there.style.path not in paths else None,
        citing=others(there.citing),
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
