"""A move: read, planned, judged, written; what is there already is never written over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.disk.reading import is_folder, is_taken
from briefgen.disk.writing import add_file, own_place, remove_unfinished
from briefgen.each import Each
from briefgen.failure import CannotRunError
from briefgen.model.layout import project
from briefgen.moving.documents import plan_documents
from briefgen.moving.judged import judge
from briefgen.moving.listed import listed
from briefgen.moving.names import is_same, place_for
from briefgen.moving.note import Note, Place, Told
from briefgen.moving.once import once
from briefgen.moving.plan import Plan, Planned
from briefgen.moving.reading.detect import detect
from briefgen.moving.reading.documents import read_documents
from briefgen.moving.reading.folder import Folder, look_into
from briefgen.moving.shape import Shape
from briefgen.moving.site import plan_site

_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move did: the list, its path, the files that were written, and those whose places are taken."""

    text: str
    path: str
    written: tuple[str, ...]
    refused: tuple[str, ...]
    decide: int


def move_in(place: PurePath, root: PurePath, shape: Shape | None = None, *, today: str = "") -> Moved:
    """Move a source into a project; `today` is a day, if days to come are to be told.

    Raises CannotRunError, OSError, and then nothing was written.
    """
    if not is_taken(place):
        raise CannotRunError(f"{place} is not there")
    if is_taken(root) and not is_folder(root):
        raise CannotRunError(f"{root} is no folder, so nothing can be moved in there")
    folder = look_into(place, root)
    shape = shape or detect(folder)
    each = once()
    plan = plan_site(root, folder) if shape is Shape.MKDOCS else _with_drafts(root, folder, shape, each)
    found = judge(root, plan, each, drafts=True, today=today)
    files = {file.path: file for file in plan.files}
    notes = (*plan.notes, *(_note(files, one) for one in found))
    kept = _without_said(notes)
    text = listed(plan, kept)
    names = (f"{project.IMPORTED}{f'-{number}' if number > 1 else ''}.md" for number in range(1, 1000))
    path = place_for(root, names, text.encode())
    written, refused = _write(root, (*plan.files, Planned(path, text.encode(), "")))
    return Moved(text, path, written, refused, sum(note.told is Told.DECIDE for note in kept))


def _with_drafts(root: PurePath, folder: Folder, shape: Shape, each: Each) -> Plan:
    """A plan in which texts with errors are drafts, which stop nothing."""
    source = read_documents(folder, shape)
    if not source.articles:
        raise CannotRunError(
            f"there is no text here that could be a brief of {shape.called}: of a folder, files such "
            "as README.md are passed over; name one to have it moved in"
        )
    drafts: frozenset[str] = frozenset()
    plan = plan_documents(root, folder, source, drafts)
    for _ in range(_ROUNDS):
        found = judge(root, plan, each, drafts=False)
        wrong = {one.span.path for one in found if one.severity is Severity.ERROR}
        if wrong <= drafts:
            break
        drafts |= wrong
        plan = plan_documents(root, folder, source, drafts)
    return plan


def _note(files: Mapping[str, Planned], finding: Diagnostic) -> Note:
    """A finding as something that is to be decided."""
    now = Place(finding.span.path, finding.span.line)
    file = files.get(finding.span.path)
    said = f"{finding.message} ({finding.rule.code} {finding.rule.name})"
    said += f": {finding.hint}" if finding.hint else ""
    return Note(Told.DECIDE, said, file.place(finding.span.line) if file else Place(""), now)


def _without_said(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Notes without those whose line has something to be decided that another one says already."""
    kept: list[Note] = []
    decided: set[Place] = set()
    for note in notes:
        if note.told is Told.DECIDE and note.now.path and note.now in decided:
            continue
        if note.told is Told.DECIDE:
            decided.add(note.now)
        kept.append(note)
    return tuple(kept)


def _write(root: PurePath, files: Iterable[Planned]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    written, refused = [], []
    for file in files:
        place = own_place(root, file.path)
        if is_folder(place.parent):
            remove_unfinished(place.parent)
        try:
            add_file(place, file.data)
            written.append(file.path)
        except FileExistsError:
            if not is_same(root, file.path, file.data):
                refused.append(file.path)
    return tuple(written), tuple(refused)
