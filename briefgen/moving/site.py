"""A site of mkdocs-bibtex keeps its pages, navigation and plugins; ours takes the place of the old one."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from briefgen.disk.reading import read
from briefgen.failure import CannotRunError
from briefgen.model.by_hand import MAY_CITE
from briefgen.model.layout import project
from briefgen.model.layout.pages import ENDING
from briefgen.moving.edit import Edit, applied, without_overlaps
from briefgen.moving.names import library_names, place_for
from briefgen.moving.note import Note, Place, Told
from briefgen.moving.plan import Plan, Planned
from briefgen.moving.reading.folder import Folder, limit_of
from briefgen.moving.reading.mkdocs_bibtex import SITE, Bibtex, read_bibtex
from briefgen.moving.shape import Shape
from briefgen.moving.skeleton import project_files, style_line

_PLUGIN = "briefgen"
_THEME = "material"


def plan_site(root: PurePath, folder: Folder) -> Plan:
    """What is to be written of a site. Raises CannotRunError, OSError."""
    if SITE not in folder.files:
        raise CannotRunError(f"there is no {SITE} here, so this is no site of MkDocs")
    settings = folder.text(SITE)
    told = read_bibtex(settings)
    if told is None:
        raise CannotRunError(f"{SITE} does not name the plugin `bibtex`")
    files: list[Planned] = []
    notes: list[Note] = list(folder.passed)
    if posixpath.normpath(told.docs).startswith(("..", "/")):
        line = Place(SITE, told.place.line)
        notes.append(
            Note(Told.DECIDE, f"the pages are at `{told.docs}`, outside of the source: copy them", line)
        )
    libraries = list(_libraries(folder, told, notes))
    for path in libraries:
        data = read(folder.root / path, limit_of(path))
        taken = {file.path for file in files}
        names = [name for name in library_names(path, folder.root.name) if name not in taken]
        place = place_for(root, names, data)
        files.append(Planned(place, data, path))
        notes.append(Note(Told.CHANGED, "the works are read from here", Place(path), Place(place)))
    prefix = f"{told.docs}/"
    for path in folder.files:
        inside = path.removeprefix(prefix) if path.startswith(prefix) else ""
        if path in (SITE, told.option("csl_file")) or (path in libraries and not inside):
            continue
        data = read(folder.root / path, limit_of(path))
        place = f"{project.DOCS}/{inside}" if inside else path
        if place.endswith(ENDING) and inside and _COMMANDS.keys() & told.options.keys():
            text = folder.text(path)
            page = applied(text, list(_commands(text.text, told)))
            notes += [replace(note, now=Place(place, note.now.line)) for note in page.notes]
            data = page.text.encode() if page.notes else data
        files.append(Planned(place, data, path))
        if not inside and path.endswith((ENDING, ".txt")) and _TAKES_IN.search(settings.text):
            notes += _brought(data.decode("utf-8", "replace"), path)
    if not any(MAY_CITE.search(file.data) for file in files if file.path.endswith(ENDING)):
        line = Place(SITE, told.place.line)
        notes.append(Note(Told.DECIDE, _NOTHING_CITED, line, Place(project.SOURCES)))
    converted = applied(settings, without_overlaps(_settings(told, files, folder, notes)))
    files.append(Planned(project.SETTINGS, converted.text.encode(), SITE, converted.lines))
    notes += [
        Note(note.told, note.what, note.source, Place(project.SETTINGS, note.now.line))
        for note in converted.notes
    ]
    own = {file.path for file in files}
    files += [one for one in project_files(root, "", "") if one.path not in own]
    return Plan(f"{Shape.MKDOCS.called}, `{folder.root.name}`", tuple(files), tuple(notes))


_NOTHING_CITED = (
    "no page cites a work, and there is no brief, which `briefgen check` finds (no-briefs): write one, "
    "or take the plugin out"
)


_TAKES_IN = re.compile(r"\bsnippets\b|\bmacros\b|\binclude-markdown\b|\binclude_dir\b|\bmarkdown_include\b")
_CITES = re.compile(r"(?<!\\)\[[^\[\]`]*(?<![\w/@])@[\w{]")
_BROUGHT = (
    "cites a work, and what another file brings into a page is not read: write it into the page, "
    "if this file is brought into one"
)


_COMMANDS = {"bib_command": "\\bibliography", "full_bib_command": "\\full_bibliography"}


def _brought(text: str, path: str) -> Iterator[Note]:
    """What is told of a file that pages may take in, at its first citation."""
    first = next((line for line, said in enumerate(text.splitlines(), 1) if _CITES.search(said)), None)
    if first is not None:
        yield Note(Told.DECIDE, _BROUGHT, Place(path, first), Place(path, first))


def _commands(text: str, told: Bibtex) -> Iterator[Edit]:
    """Where a site calls the commands otherwise, they are called as usual."""
    for option, usual in _COMMANDS.items():
        own = told.option(option, usual)
        if own != usual:
            for found in re.finditer(rf"^{re.escape(own)}(?=[ \t]*$)", text, re.MULTILINE):
                yield Edit(found.start(), found.end(), usual, f"`{own}` is `{usual}` now")


def _libraries(folder: Folder, told: Bibtex, notes: list[Note]) -> Iterator[str]:
    """The files of works that the plugin is told of."""
    named = told.option("bib_file")
    if named:
        path = posixpath.normpath(named)
        if path in folder.files:
            yield path
        else:
            notes.append(
                Note(
                    Told.DECIDE,
                    f"the works are at `{named}`: save them as {project.BIBLIOGRAPHY}",
                    Place(SITE, told.place.line),
                    Place(project.BIBLIOGRAPHY),
                )
            )
    if directory := told.option("bib_dir"):
        inside = posixpath.normpath(directory)
        found = [
            path
            for path in folder.files
            if path.endswith(".bib") and (inside == "." or path.startswith(f"{inside}/"))
        ]
        yield from found


def _settings(told: Bibtex, files: list[Planned], folder: Folder, notes: list[Note]) -> Iterator[Edit]:
    """The edits on mkdocs.yml: our plugin in the place of the other one, and a style where it named one."""
    place = told.place
    text = place.file.text
    options = ", ".join(f"`{key}`" for key in told.options)
    said = f"the plugin `bibtex` is `{_PLUGIN}` now"
    yield Edit(place.start, place.end, _PLUGIN, f"{said}, without {options}" if options else said)
    style = told.option("csl_file")
    if style:
        yield from _style(text, style, place.line, files, folder, notes)
    if told.docs != project.DOCS:
        found = re.search(r"^docs_dir:[ \t]*(\S+)", text, re.MULTILINE)
        if found:
            yield Edit(found.start(1), found.end(1), project.DOCS, f"the pages lie in {project.DOCS}/ now")
    if told.theme != _THEME:
        said = f"the theme stays `{told.theme or 'mkdocs'}`; briefs, if you write some, need `{_THEME}`"
        notes.append(Note(Told.LEFT, said, Place(SITE, 1), Place(project.SETTINGS, 1)))


def _style(
    text: str, style: str, line: int, files: list[Planned], folder: Folder, notes: list[Note]
) -> Iterator[Edit]:
    path = posixpath.normpath(style)
    if path not in folder.files:
        said = f"the style is at `{style}`: save it, and name it with `extra: briefgen: references: style:`"
        notes.append(Note(Told.DECIDE, said, Place(SITE, line), Place(project.SETTINGS, line)))
        return
    files.append(Planned(path, read(folder.root / path, limit_of(path)), path))
    lines = f"  briefgen:\n    references:\n      {style_line(path)}"
    said = f"the style `{path}` is named where briefgen looks for it"
    found = re.search(r"^extra:[ \t]*\n", text, re.MULTILINE)
    if found:
        yield Edit(found.end(), found.end(), lines, said)
    else:
        end = len(text)
        yield Edit(end, end, f"{'' if text.endswith(chr(10)) else chr(10)}extra:\n{lines}", said)
