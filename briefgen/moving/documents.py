"""Documents become briefs: each text, the pictures it shows, the works it cites, a project around them."""

import posixpath
import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import TypeVar
from urllib.parse import unquote

from briefgen.disk.reading import is_folder, read
from briefgen.failure import CannotRunError
from briefgen.model.layout import project
from briefgen.moving.convert import Opened, convert, convert_part, open_text
from briefgen.moving.edit import Converted
from briefgen.moving.names import is_picture, library_names, names_of, place_for, slugs_of
from briefgen.moving.note import Note, Place, Told
from briefgen.moving.passed import passed_over
from briefgen.moving.plan import Plan, Planned
from briefgen.moving.reading.documents import included_paths
from briefgen.moving.reading.folder import Folder, joined, limit_of
from briefgen.moving.seen import Around, Target
from briefgen.moving.shape import Shape
from briefgen.moving.skeleton import project_files, style_line
from briefgen.moving.source import Source
from briefgen.moving.targets import find_targets
from briefgen.text import TextFile

_Value = TypeVar("_Value")

_KEY = re.compile(r"@\w+[ \t]*[{(][ \t]*([^\s,{}()]+)[ \t]*,")
_DEEPEST = 8
_MOST_TAKEN_IN = 2_000
"""So many texts does one take in at most, with those that they take in: a book has hundreds of chapters."""
_DATED = re.compile(r"(\d{4}-\d\d-\d\d)[ _-]?")


class Documents:
    """A source on its way to be briefs; what is asked of it is answered anew, and nothing changes."""

    def __init__(self, folder: Folder, source: Source) -> None:
        self._folder = folder
        self._source = source
        self._names = names_of(path for path in source.files if is_picture(path))
        self._pictures = _firsts((path.rpartition("/")[2], path) for path in self._names)
        self._others = names_of(path for path in source.files if not is_picture(path))
        language = source.settings.language
        plain = Around(source.shape, language, words=source.settings.words)
        common = dict(source.settings.front)
        self._common = common
        opened = {file.path: open_text(file, "", plain, common) for file in source.articles}
        titles = {path: one.front.title or _stem(path) for path, one in opened.items()}
        self.slugs = slugs_of(titles)
        self._taken = frozenset(self.slugs.values())
        self._files = {file.path: file for file in (*source.articles, *source.parts)}
        self._texts = _firsts((_stem(path).lower(), file) for path, file in self._files.items())
        self._targets = self._all_targets(plain)
        pages, names = self._pages(opened)
        keys = frozenset(key for path in source.libraries for key in _KEY.findall(self._text(path)))
        self._around = replace(
            plain,
            targets=self._targets,
            pages=pages,
            titles={self.slugs[path]: title for path, title in titles.items()},
            keys=keys,
            picture=self._picture,
            file=self._file,
            plain=self._plain,
        )
        self.titles = names

    def convert(self, file: TextFile, *, draft: bool) -> tuple[Opened, Converted]:
        """One text as a brief; without a day it is a draft."""
        slug = self.slugs[file.path]
        opened = self._open(file, slug, (file.path,), iter(range(_MOST_TAKEN_IN)))
        front = opened.front
        front.title = front.title or _stem(file.path)
        if not front.date and (found := _DATED.match(_stem(file.path))):
            front.date = found[1]
        front.aliases = [alias for alias in front.aliases if alias not in self._taken]
        is_german = (front.language or self._source.settings.language).startswith("de")
        draft = draft or not front.date
        return opened, convert(opened, draft=draft, abstract="Zusammenfassung" if is_german else "Abstract")

    def _open(self, file: TextFile, slug: str, stack: tuple[str, ...], left: Iterator[int]) -> Opened:
        around = replace(
            self._around, include=lambda path, place: self._include(path, place, slug, stack, left)
        )
        front = open_text(file, slug, around, self._common)
        language = front.front.language
        own = ChainMap(
            self._targets_of(file, slug, replace(around, language=language or around.language)),
            self._targets,
        )
        return open_text(
            file, slug, replace(around, targets=own, language=language or around.language), self._common
        )

    def _include(
        self, path: str, place: str, slug: str, stack: tuple[str, ...], left: Iterator[int]
    ) -> Converted | None:
        found = self._found(path, place)
        if found is None or found.path in stack or len(stack) > _DEEPEST:
            return None
        if next(left, None) is None:
            raise CannotRunError(f"{stack[0]} takes in more than {_MOST_TAKEN_IN:,} texts")
        opened = self._open(found, slug, (*stack, found.path), left)
        return convert_part(opened, own=found.path in self.slugs)

    def _found(self, path: str, place: str) -> TextFile | None:
        """The text that a path of another one names; in Obsidian its name alone does."""
        known = self._files.get(joined(place, path))
        if known is None and self._source.shape is Shape.OBSIDIAN:
            known = self._texts.get(path.rpartition("/")[2].removesuffix(".md").lower())
        return known

    def _plain(self, path: str, place: str) -> str | None:
        found = joined(place, path)
        return self._text(found) if found in self._folder.files else None

    def _text(self, path: str) -> str:
        return read(self._folder.root / path, limit_of(path)).decode("utf-8", "replace").replace("\r\n", "\n")

    def _picture(self, path: str, place: str) -> str | None:
        """The address of a picture from the page of a brief."""
        found = self._picture_path(unquote(path).replace("\\", "/"), place)
        return f"../{project.of_docs(project.IMAGES)}/{self._names[found]}" if found else None

    def _file(self, path: str, place: str) -> str | None:
        """The address of a file that a text links to, from the page of a brief."""
        found = joined(place, unquote(path))
        if found in self._names:
            return self._picture(path, place)
        is_there = found in self._others and found not in self._files
        return f"../{project.of_docs(project.FILES)}/{self._others[found]}" if is_there else None

    def _picture_path(self, path: str, place: str) -> str:
        written = joined(place, path)
        if written in self._names:
            return written
        if self._source.shape is Shape.OBSIDIAN:
            return self._pictures.get(path.rpartition("/")[2], "")
        at_top = posixpath.normpath(path.lstrip("/"))
        return at_top if at_top in self._names else ""

    def _all_targets(self, plain: Around) -> dict[str, Target]:
        targets: dict[str, Target] = {}
        for file in self._source.articles:
            for name, target in self._targets_of(file, self.slugs[file.path], plain).items():
                targets.setdefault(name, target)
        return targets

    def _targets_of(self, file: TextFile, slug: str, around: Around) -> dict[str, Target]:
        """The places of a text and of those that it takes in; each is looked at once, the nearest first."""
        found: dict[str, Target] = {}
        seen: set[str] = set()
        waiting = [file]
        while waiting:
            one = waiting.pop()
            if one.path not in seen:
                seen.add(one.path)
                opened = open_text(one, slug, around)
                found = {**find_targets(opened.seen, opened.title_line), **found}
                inside = [self._files[path] for path in included_paths(one) if path in self._files]
                waiting += reversed(inside)
        return found

    def _pages(self, opened: Mapping[str, Opened]) -> tuple[dict[str, str], dict[str, str]]:
        """The slugs of texts by all their names, and their titles by their paths."""
        pages: dict[str, str] = {}
        for path, one in opened.items():
            for name in (_stem(path), path.rpartition(".")[0], one.front.title, *_named(one)):
                pages.setdefault(name.lower(), self.slugs[path])
        return pages, {path: one.front.title or _stem(path) for path, one in opened.items()}

    def used(self, texts: list[str]) -> Iterator[tuple[str, str]]:
        """The files that texts show or link to, with the paths that they have in the project."""
        for folder, names in ((project.IMAGES, self._names), (project.FILES, self._others)):
            address = re.compile(rf"\]\(\.\./{re.escape(project.of_docs(folder))}/([\w.-]+)")
            named = {name for text in texts for name in address.findall(text)}
            yield from ((path, f"{folder}/{name}") for path, name in names.items() if name in named)


def _firsts(pairs: Iterable[tuple[str, _Value]]) -> dict[str, _Value]:
    """The first value of each name."""
    firsts: dict[str, _Value] = {}
    for name, value in pairs:
        firsts.setdefault(name, value)
    return firsts


def _named(opened: Opened) -> list[str]:
    """Other names of a note, as its front matter writes them."""
    return [alias.replace("-", " ") for alias in opened.front.aliases] + opened.front.aliases


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0] or path


def plan_documents(root: PurePath, folder: Folder, source: Source, drafts: frozenset[str]) -> Plan:
    """What is to be written of a source whose texts become briefs; those in `drafts` are drafts."""
    documents = Documents(folder, source)
    files: list[Planned] = []
    notes: list[Note] = []
    for file in source.articles:
        path = f"{project.SOURCES}/{documents.slugs[file.path]}.md"
        opened, converted = documents.convert(file, draft=path in drafts)
        files.append(Planned(path, converted.text.encode(), file.path, converted.lines))
        notes += _in_front(opened, file, path)
        if path in drafts or not opened.front.date:
            notes.append(Note(Told.LEFT, _DRAFT, Place(file.path, 1), Place(path, 1)))
        notes += [replace(note, now=Place(path, note.now.line)) for note in converted.notes]
        if listed := opened.written.get("references"):
            place = f"{project.SOURCES}/{documents.slugs[file.path]}-works.yml"
            files.append(Planned(place, f"{listed}\n".encode(), file.path))
    texts = [file.data.decode() for file in files]
    files += [
        Planned(place, read(folder.root / path, limit_of(path)), path)
        for path, place in documents.used(texts)
    ]
    files += _libraries(root, folder, source, notes)
    style = source.settings.style
    if style:
        files.append(Planned(style, read(folder.root / style, limit_of(style)), style))
    if not is_folder(root / project.SOURCES):
        called = source.settings.title or folder.root.name
        files += project_files(root, called, source.settings.language, style)
    elif style and style_line(style) not in read(root / project.SETTINGS).decode(errors="replace"):
        notes.append(Note(Told.LEFT, _STYLE.format(style), Place(style), Place(style)))
    moved = {file.source for file in files} | {file.path for file in source.parts}
    if not folder.only:
        notes += passed_over(source.files, moved | {*source.read})
    called = f"{source.shape.called}, `{folder.only or folder.root.name}`"
    return Plan(called, tuple(files), (*notes, *source.notes))


_DRAFT = (
    "is a draft until what is to be decided in it, or in what it links to, is settled: "
    "then take out `status: draft`"
)
_STYLE = "the style is there, and used where `mkdocs.yml` says `extra: briefgen: references: style: {}`"


def _libraries(root: PurePath, folder: Folder, source: Source, notes: list[Note]) -> list[Planned]:
    """The files of works, under names that are free."""
    files: list[Planned] = []
    for path in source.libraries:
        data = read(folder.root / path, limit_of(path))
        taken = {file.path for file in files}
        place = place_for(
            root, [name for name in library_names(path, folder.root.name) if name not in taken], data
        )
        files.append(Planned(place, data, path))
        if place.rpartition("/")[2] != path.rpartition("/")[2]:
            notes.append(
                Note(Told.CHANGED, "the works are in a file of another name", Place(path), Place(place))
            )
    return files


def _in_front(opened: Opened, file: TextFile, path: str) -> list[Note]:
    """What is to be decided in the front matter of a text."""
    front = opened.front
    if front.unread:
        said = f"the front matter cannot be read, {front.unread}; it is kept as comments: write it anew"
        return [Note(Told.DECIDE, said, Place(file.path, 1), Place(path, 1))]
    if front.date:
        return []
    said = f"`{front.undated}` names no day, or could be two" if front.undated else "the text names no day"
    said += ": write `date`, the day on which it was first published"
    return [Note(Told.DECIDE, said, Place(file.path, 1), Place(path, 1))]
