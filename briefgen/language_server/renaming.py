"""Another name for a work or a brief, everywhere: as edits that an editor makes."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from briefgen.authoring.new import free_slug
from briefgen.authoring.rename import leading_to, locks_under, with_alias
from briefgen.decode.lock import encode_lock
from briefgen.decode.published import encode_published
from briefgen.diagnostics import Edit
from briefgen.failure import CannotRunError
from briefgen.language_server.asked import Asked
from briefgen.language_server.names import CITED, KEY, Name, NameKind, name_at
from briefgen.language_server.ways import brief_of_link, places_of
from briefgen.model.address import MOST_BYTES, work_address
from briefgen.model.brief import Brief, Status
from briefgen.model.layout import pages, project
from briefgen.model.work import Bibliography, Work
from briefgen.model.workspace import Workspace
from briefgen.text import Span, TextFile

Text = Callable[[str], TextFile | None]
"""A text of the project as it is now."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """The edits, the file that gets another path afterwards, if one does, and what its author is to know."""

    edits: tuple[Edit, ...]
    file: tuple[str, str] | None = None
    said: str = ""


def renamable(asked: Asked) -> tuple[Span, str] | None:
    """Where a name stands that can be another one, and that name; None where there is none."""
    name = name_at(asked.file, asked.offset)
    if name is None:
        return None
    if name.kind is NameKind.WORK and name.name in asked.base.workspace.works:
        return name.span, name.name
    brief = _brief(asked, name)
    return (name.span, brief.slug) if brief else None


def renamed(asked: Asked, new: str, text: Text, by_hand: Iterable[TextFile]) -> Renamed:
    """Give what is named at a place another name; `by_hand` are pages of ``docs/``. Raises CannotRunError."""
    name = name_at(asked.file, asked.offset)
    if name is not None and name.kind is NameKind.WORK:
        return Renamed(tuple(_of_work(asked, name, new, text)))
    brief = _brief(asked, name) if name else None
    if brief is None:
        raise CannotRunError("nothing that can be renamed stands here")
    free_slug(asked.base.workspace, new, but=brief)
    path = posixpath.join(posixpath.dirname(brief.file.path), f"{new}.md")
    now = replace(brief, file=text(brief.file.path) or brief.file)
    edits = list(_changed(now.file, with_alias(now, new)))
    workspace = asked.base.workspace
    sources = [one.file.path for one in workspace.briefs] + [one.file.path for one in workspace.contexts]
    files = [file for one in sources if one != brief.file.path and (file := text(one))]
    settings = text(project.SETTINGS)
    for file in (*files, *by_hand, *((settings,) if settings else ())):
        edits += _changed(file, leading_to(file, brief.slug, new, brief.file.path))
    for one, locked in locks_under(workspace, brief.slug, new).items():
        edits += _changed(text(one), locked)
    old = pages.brief_path(brief.slug)
    said = "" if brief.front.status is Status.DRAFT else f"{old} leads to {pages.brief_path(new)} from now on"
    return Renamed(tuple(edits), (brief.file.path, path), said)


def _brief(asked: Asked, name: Name) -> Brief | None:
    if name.kind is NameKind.LINK:
        return brief_of_link(asked, name.name)
    if name.kind is NameKind.BRIEF:
        return next((one for one in asked.base.workspace.briefs if one.slug == name.name), None)
    return None


# ----------------------------------------------------------------------------------------- of a work

_NAMING = re.compile(
    r"(?:^|,)\s*(?:crossref|xref|xdata|related|entryset|ids|superseded-?by)\s*=\s*[{\"](?P<keys>[^}\"]*)|"
    r"^\s*copies:\s*[\"']?(?P<copied>[^\s\"'#]+)",
    re.MULTILINE | re.IGNORECASE,
)


def _of_work(asked: Asked, name: Name, new: str, text: Text) -> Iterator[Edit]:
    works, old = asked.base.workspace.works, name.name
    if old not in works:
        raise CannotRunError(f"there is no work `{old}`")
    if not re.fullmatch(KEY, new) or len(work_address(new).encode()) > MOST_BYTES:
        raise CannotRunError(f"`{new}` can be no citation key")
    if new in works:
        raise CannotRunError(f"there is a work `{new}` already")
    edits = [Edit(span, new) for span in places_of(name, asked.base, text)]
    for path in sorted(asked.base.texts):
        file = text(path)
        if file and (project.format_of_works(path) or path == project.CAPTURES):
            edits += _named_by_others(file, old, new)
    if not any(project.format_of_works(edit.span.path) for edit in edits):
        edits += _entry(works[old], works, new, text)
    yield from edits
    for path, locked in _locks_with(asked.base.workspace, old, new).items():
        yield from _changed(text(path), locked)


def _entry(work: Work, works: Bibliography, new: str, text: Text) -> Iterator[Edit]:
    """The key of an entry that is written in no ordinary way: with spaces, or not at all.

    A record of RIS without a key has one made of its author and year, of which others are made in turn.
    """
    file, old = work.span.file, work.key
    if text(file.path) != file:
        raise CannotRunError(f"{file.path} has just changed: try again in a moment")
    if not file.path.endswith(".ris"):
        if work.span.text != old:
            raise CannotRunError(f"the entry of `{old}` is written so that no other key can be put into it")
        yield Edit(work.span, new)
    elif work.span.text.strip().replace(" ", "_") == old:
        yield Edit(work.span, new)
    else:
        made = re.compile(rf"{re.escape(old.rstrip(_LETTERS))}[b-z]?")
        for one in works:
            if one.span.file == file and one.span.text.startswith("TY ") and made.fullmatch(one.key):
                behind = file.span(one.span.end, one.span.end)
                yield Edit(behind, f"\nID  - {new if one.key == old else one.key}")


_LETTERS = "bcdefghijklmnopqrstuvwxyz"


def _named_by_others(file: TextFile, old: str, new: str) -> Iterator[Edit]:
    """Where an entry names another one."""
    whole = re.compile(rf"(?<![^\s,]){re.escape(old)}(?![^\s,])")
    for found in _NAMING.finditer(file.text):
        group = "keys" if found["keys"] is not None else "copied"
        for one in whole.finditer(found[group]):
            start = found.start(group) + one.start()
            yield Edit(file.span(start, start + len(old)), new)


def _locks_with(workspace: Workspace, old: str, new: str) -> dict[str, str]:
    """The locks that name a work, with its new key, by their paths."""
    changed: dict[str, str] = {}
    if workspace.lock and any(one.work == old for one in workspace.lock.entries):
        entries = tuple(
            replace(one, work=new if one.work == old else one.work) for one in workspace.lock.entries
        )
        changed[project.LOCK] = encode_lock(replace(workspace.lock, entries=entries))
    if workspace.published is not None:
        briefs = tuple(
            replace(
                brief,
                sections=tuple(replace(one, text=_cited(one.text, old, new)) for one in brief.sections),
            )
            for brief in workspace.published
        )
        if briefs != workspace.published.briefs:
            changed[project.PUBLISHED] = encode_published(replace(workspace.published, briefs=briefs))
    return changed


def _cited(text: str, old: str, new: str) -> str:
    def other(found: re.Match[str]) -> str:
        return found[0].replace(old, new) if old in (found["name"], found["braced"]) else found[0]

    return CITED.sub(other, text)


def _changed(file: TextFile | None, text: str) -> Iterator[Edit]:
    """What of a text becomes another, as one edit; nothing where it is the same."""
    if file is None or file.text == text:
        return
    before, most = file.text, min(len(file.text), len(text))
    head = next((at for at in range(most) if before[at] != text[at]), most)
    tail = next((at for at in range(most - head) if before[-1 - at] != text[-1 - at]), most - head)
    yield Edit(file.span(head, len(before) - tail), text[head : len(text) - tail])
