"""Texts that an editor holds, laid over the files on the disk: as if they had been saved."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from briefgen import rules
from briefgen.decode.excluded import excluded_pages
from briefgen.decode.settings import decode_limits
from briefgen.diagnostics import Told
from briefgen.load.entries import text_of
from briefgen.load.libraries import in_order_of_reading, may_hold_works
from briefgen.load.meant import is_about_the_folder
from briefgen.model.by_hand import MAY_CITE
from briefgen.model.included import ATTRIBUTE
from briefgen.model.layout import project
from briefgen.model.limits import SETTINGS, Limit, Limits
from briefgen.model.project import ProjectFiles
from briefgen.text import TextFile

_OF_BYTES = frozenset({rules.NOT_UTF8, rules.NUL_CHARACTER, rules.FILE_TOO_LARGE})


def laid_over(told: Told[ProjectFiles], texts: Mapping[str, str]) -> Told[ProjectFiles]:
    """A project with the texts of some of its paths in the place of what lies there, or beside it.

    What the settings say of other files is taken from those that were read with them.
    """
    if not texts:
        return told
    files = told.value
    findings = [one for one in told.findings if one.span.path not in texts or one.rule not in _OF_BYTES]
    report = findings.append
    settings = texts.get(project.SETTINGS)
    limits = decode_limits(files.settings if settings is None else TextFile(project.SETTINGS, settings))
    over = {
        path: file
        for path, text in texts.items()
        if (file := text_of(path, text, _limit(path, limits), report)) is not None
    }
    changed = {field.name: _laid(getattr(files, field.name), over) for field in fields(files)}
    files = replace(files, **changed)
    files = _with_pages(_with_new(files, over), over)
    if files.briefs:
        findings = [one for one in findings if one.rule is not rules.NO_BRIEFS]
    return Told(files, tuple(findings))


def _laid(value: Any, over: Mapping[str, TextFile]) -> Any:
    """A field of a project with the texts over it; what is no text is as it was."""
    if type(value) is TextFile:
        return over.get(value.path, value)
    if type(value) is tuple:
        return tuple(_laid(one, over) for one in value)
    return value


def _limit(path: str, limits: Limits) -> Limit:
    if path == project.SETTINGS:
        return SETTINGS
    return limits.text if path.endswith(".md") else limits.list


def _with_new(files: ProjectFiles, over: Mapping[str, TextFile]) -> ProjectFiles:
    """The project with texts that were not saved yet, in their places."""
    known = {one.path for one in (*files.briefs, *files.contexts, *files.bibliography)}
    briefs, contexts, works = list(files.briefs), list(files.contexts), list(files.bibliography)
    for path, file in over.items():
        if path in known or not path.startswith(f"{project.SOURCES}/"):
            continue
        if path.endswith(".md") and not is_about_the_folder(path):
            (contexts if path.startswith(f"{project.CONTEXTS}/") else briefs).append(file)
        elif may_hold_works(file):
            works.append(file)
    captures = files.captures or over.get(project.CAPTURES)
    settings = files.settings or over.get(project.SETTINGS)
    return replace(
        files,
        briefs=_sorted(briefs),
        contexts=_sorted(contexts),
        bibliography=in_order_of_reading(works),
        captures=captures,
        settings=settings,
    )


def _with_pages(files: ProjectFiles, over: Mapping[str, TextFile]) -> ProjectFiles:
    """The project with the pages by hand that include a list or cite works as they are typed."""
    by_hand = {project.in_docs(name) for name in files.written}
    pages = [one for path, one in over.items() if path in by_hand and path.endswith(".md")]
    if not pages:
        return files
    typed, excluded = {one.path for one in pages}, excluded_pages(files.settings)
    including = [one for one in files.including if one.path not in typed]
    citing = [one for one in files.citing if one.path not in typed]
    including += [one for one in pages if ATTRIBUTE in one.text]
    citing += [
        one
        for one in pages
        if MAY_CITE.search(one.text.encode("utf-8", "replace"))
        and not excluded.has(project.of_docs(one.path))
    ]
    return replace(files, including=_sorted(including), citing=_sorted(citing))


def _sorted(files: Iterable[TextFile]) -> tuple[TextFile, ...]:
    return tuple(sorted(files, key=lambda file: file.path))
