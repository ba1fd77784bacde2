"""Where names lead: to an entry, a file, a passage of a capture, and to all places that have the same."""

import posixpath
import unicodedata
from collections.abc import Callable, Iterator

from briefgen.language_server.asked import Asked
from briefgen.language_server.base import Base, Looked
from briefgen.language_server.names import Name, NameKind, name_at, names_of
from briefgen.model.brief import Brief
from briefgen.model.capture import Capture
from briefgen.model.layout import project
from briefgen.text import Span, TextFile


def definitions(asked: Asked, look: Callable[[], Looked] | None) -> tuple[Span, ...]:
    """What is named at a place: the entry of a work, a file; of quoted words, their place in the capture,
    for which the brief is looked at."""
    name = name_at(asked.file, asked.offset)
    if name is not None:
        found = tuple(_WAYS[name.kind](asked, name))
        if found:
            return found
    return tuple(_in_capture(asked, look())) if look else ()


def references(asked: Asked, texts: Callable[[str], TextFile | None]) -> tuple[Span, ...]:
    """All places that name what is named here, in the order of their files."""
    name = name_at(asked.file, asked.offset)
    if name is None or name.kind not in _EVERYWHERE:
        return ()
    return tuple(places_of(name, asked.base, texts))


def places_of(name: Name, base: Base, texts: Callable[[str], TextFile | None]) -> Iterator[Span]:
    """All places of a project that name something, in texts as they are now."""
    for path in sorted(base.texts):
        file = texts(path)
        if file is not None and name.name in file.text and is_ours(path, base):
            yield from names_of(file, name.kind, name.name)


_EVERYWHERE = frozenset({NameKind.WORK, NameKind.CONTEXT, NameKind.BRIEF})


def brief_of_link(asked: Asked, way: str) -> Brief | None:
    """The brief to which an address in a text leads."""
    path = way.partition("#")[0]
    folder = posixpath.dirname(asked.file.path)
    meant = unicodedata.normalize("NFC", posixpath.normpath(posixpath.join(folder, path)))
    if not path:
        meant = asked.file.path
    return next((one for one in asked.base.workspace.briefs if one.file.path == meant), None)


def _work(asked: Asked, name: Name) -> Iterator[Span]:
    work = asked.base.workspace.works.get(name.name)
    if work is not None:
        yield next(names_of(work.span.file, NameKind.WORK, name.name), work.span)


def _context(asked: Asked, name: Name) -> Iterator[Span]:
    boxes = (one for one in asked.base.workspace.contexts if one.name == name.name)
    yield from (one.file.span(0, 0) for one in boxes)


def _link(asked: Asked, name: Name) -> Iterator[Span]:
    brief = brief_of_link(asked, name.name)
    if brief is not None:
        place = name.name.partition("#")[2]
        at = brief.file.text.find(f"#{place}") if place else 0
        yield brief.file.span(max(at, 0), max(at, 0))


def _brief(asked: Asked, name: Name) -> Iterator[Span]:
    briefs = (one for one in asked.base.workspace.briefs if one.slug == name.name)
    yield from (one.file.span(0, 0) for one in briefs)


def _nowhere(_: Asked, __: Name) -> Iterator[Span]:
    yield from ()


_WAYS: dict[NameKind, Callable[[Asked, Name], Iterator[Span]]] = {
    NameKind.WORK: _work,
    NameKind.CONTEXT: _context,
    NameKind.LINK: _link,
    NameKind.BRIEF: _brief,
    NameKind.BOX: _nowhere,
    NameKind.RULE: _nowhere,
    NameKind.FRONT_KEY: _nowhere,
    NameKind.VERDICT: _nowhere,
}


def _in_capture(asked: Asked, looked: Looked) -> Iterator[Span]:
    """The passages in which quoted words at a place were found."""
    for one in looked.quotations:
        span = one.quotation.span
        if span.path == asked.file.path and span.start <= asked.offset <= span.end:
            for check in one.checks:
                if check.capture is not None and check.ranges:
                    capture = asked.base.captures.numbered(check.key, check.capture)
                    yield passage_in(capture, check.ranges[0][0], check.ranges[-1][1], asked.base)


def passage_in(capture: Capture, start: int, end: int, base: Base) -> Span:
    """A stretch of a capture's text in the file that this was read from.

    Lines are the same in both; columns may differ where the file is not NFC, and are then those of the text.
    """
    path = unicodedata.normalize("NFC", capture.record.text or capture.record.file)
    blob = next(one for one in base.files.blobs if one.path == path)
    text = blob.data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    file, shown = TextFile(path, text), TextFile(path, capture.text)
    return file.span(_same_place(shown, start, file), _same_place(shown, end, file))


def _same_place(shown: TextFile, offset: int, file: TextFile) -> int:
    line = shown.line_of(offset)
    if line > len(file.line_starts):
        return len(file.text)
    begin = file.line_starts[line - 1]
    return min(begin + shown.column_of(offset) - 1, begin + len(file.line_text(line)))


def is_ours(path: str, base: Base) -> bool:
    """Whether names in a text of a project are ours to read: not in pages by hand that cite nothing."""
    if any(one.path == path for one in base.files.citing):
        return True
    in_sources = path.startswith(f"{project.SOURCES}/")
    return in_sources and (
        path.endswith(".md") or bool(project.format_of_works(path)) or path == project.CAPTURES
    )
