"""Another address for a brief: its file, what leads to it, and a way from where it was."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

from briefgen.authoring.new import brief_called, free_slug
from briefgen.decode.front_matter import split_front_matter
from briefgen.decode.lock import encode_lock
from briefgen.decode.published import encode_published
from briefgen.disk.reading import read_if_there
from briefgen.disk.writing import add_file, own_place, remove_file, replace_file
from briefgen.failure import CannotRunError
from briefgen.model.brief import Brief, Status
from briefgen.model.layout import pages, project
from briefgen.model.workspace import Workspace
from briefgen.pipeline import Run
from briefgen.text import TextFile

_ENDING = ".md"
_BRIEFS = pages.BRIEFS.removesuffix(pages.INDEX)
_LINK = (
    r"(?P<before>\]\(\s*<?|^ {{0,3}}\[[^\]]+\]:\s*<?)(?P<way>[^()\s<>#?]*?)(?P<name>{name}\.md)(?=[)\s>#?]|$)"
)
_ALIASES = re.compile(r"^aliases:[ \t]*+(?P<list>\[[^\]\n]*\])?(?P<rest>.*\n(?:[ \t]*-.*\n)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Renamed:
    """What was done: the new path, files in which something leads there now, whether there is an alias."""

    path: str
    changed: tuple[str, ...]
    has_alias: bool


def rename_brief(root: PurePath, slug: str, new: str) -> Renamed:
    """Give a brief another slug.

    What leads to it is changed first, its old file goes last: a run that was stopped is completed by the
    next one. Raises CannotRunError, ProjectError, OSError.
    """
    run = Run(root)
    workspace = run.workspace
    brief = brief_called(workspace, slug)
    old = brief.slug
    path = posixpath.join(posixpath.dirname(brief.file.path), f"{new}{_ENDING}")
    data = with_alias(brief, new).encode()
    if read_if_there(own_place(root, path)) != data:
        free_slug(workspace, new, but=brief)
        try:
            add_file(own_place(root, path), data, lasting=True)
        except FileExistsError:
            raise CannotRunError(f"{path} is there already, and is not overwritten") from None
    changed = []
    settings = (run.files.settings,) if run.files.settings else ()
    for file in (*texts_beside(root, workspace, run.files.written, (brief.file.path, path)), *settings):
        text = leading_to(file, old, new, brief.file.path)
        if text != file.text:
            _replace(root, file.path, text)
            changed.append(file.path)
    for path_of_lock, text in locks_under(workspace, old, new).items():
        replace_file(own_place(root, path_of_lock), text.encode(), lasting=True)
        changed.append(path_of_lock)
    remove_file(own_place(root, brief.file.path), if_there=True)
    return Renamed(path, tuple(changed), brief.front.status is not Status.DRAFT)


def locks_under(workspace: Workspace, old: str, new: str) -> dict[str, str]:
    """The locks that name a brief, with its new slug, by their paths."""
    changed: dict[str, str] = {}
    if workspace.lock is not None and any(entry.brief == old for entry in workspace.lock.entries):
        entries = tuple(
            replace(one, brief=new if one.brief == old else one.brief) for one in workspace.lock.entries
        )
        changed[project.LOCK] = encode_lock(replace(workspace.lock, entries=entries))
    if (published := workspace.published) is not None and any(one.slug == old for one in published):
        moved = tuple(
            replace(one, slug=new, aliases=tuple(sorted({*one.aliases, old} - {new})))
            if one.slug == old
            else one
            for one in published
        )
        changed[project.PUBLISHED] = encode_published(replace(published, briefs=moved))
    return changed


def texts_beside(
    root: PurePath, workspace: Workspace, by_hand: Iterable[str], but: tuple[str, ...]
) -> Iterable[TextFile]:
    """All texts in which something may lead to a brief."""
    sources = [one.file for one in workspace.briefs] + [one.file for one in workspace.contexts]
    yield from (file for file in sources if file.path not in but)
    for path in by_hand:
        data = read_if_there(own_place(root, project.in_docs(path))) if path.endswith(_ENDING) else None
        if data is not None:
            yield TextFile(
                project.in_docs(path), data.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
            )


def leading_to(file: TextFile, old: str, new: str, source: str) -> str:
    """A text with its links to a brief, and what it says it is a translation of, under the new slug.

    In the settings it is the paths of pages: of the navigation, or of what another plugin leads there.
    """
    if file.path == project.SETTINGS:
        named = re.compile(rf"(?<![\w/.-])((?:\./)?{_BRIEFS}){re.escape(old)}{re.escape(_ENDING)}(?!\w)")
        return named.sub(lambda found: f"{found[1]}{new}{_ENDING}", file.text)
    pattern = re.compile(_LINK.format(name=re.escape(old)), re.MULTILINE)

    def renamed(found: re.Match[str]) -> str:
        way = found["way"]
        folder = posixpath.normpath(posixpath.join(posixpath.dirname(file.path), way))
        in_sources = file.path.startswith(f"{project.SOURCES}/")
        is_meant = (
            folder == posixpath.dirname(source)
            or folder == project.in_docs(_BRIEFS).rstrip("/")
            or (in_sources and (way == "" or way.endswith(f"/{_BRIEFS}")))
        )
        return f"{found['before']}{way}{new}{_ENDING}" if is_meant else found[0]

    text = pattern.sub(renamed, file.text)
    if not file.path.startswith(f"{project.SOURCES}/"):
        return text
    return re.sub(
        rf"^(translation_of:[ \t]*)([\"']?){re.escape(old)}\2(?=[ \t]*(?:#.*)?$)",
        lambda found: f"{found[1]}{found[2]}{new}{found[2]}",
        text,
        count=1,
        flags=re.MULTILINE,
    )


def _replace(root: PurePath, path: str, text: str) -> None:
    """Write a text anew with the line ends and the mark that its file has."""
    place = own_place(root, path)
    data = read_if_there(place) or b""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    written = text.encode("utf-8", "surrogateescape")
    replace_file(
        place, mark + (written.replace(b"\n", b"\r\n") if b"\r\n" in data else written), lasting=True
    )


def with_alias(brief: Brief, new: str) -> str:
    """The text of a brief with its slug among its earlier ones; of a draft nobody has kept an address."""
    text = brief.file.text
    parts = split_front_matter(brief.file, lambda _: None)
    if parts is None:
        raise CannotRunError(f"{brief.file.path} has no front matter to go by: mend it first")
    if brief.front.status is Status.DRAFT:
        return text
    front, _ = parts
    names = [*dict.fromkeys((*(alias.name for alias in brief.front.aliases), brief.slug))]
    line = f"aliases: [{', '.join(name for name in names if name != new)}]\n"
    yaml = text[front.start : front.end]
    yaml = _ALIASES.sub(lambda _: line, yaml, count=1) if _ALIASES.search(yaml) else yaml + line
    return text[: front.start] + yaml + text[front.end :]
