"""Settings that MkDocs refuses, and we know nothing of: where they stand in mkdocs.yml."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from traceback import extract_tb

from briefgen.decode.compose import compose
from briefgen.decode.nodes import Entry, Mapping, Node, Scalar, Sequence, Unread
from briefgen.diagnostics import Diagnostic
from briefgen.disk.reading import DiskKind, look_at, read, size_of
from briefgen.model.layout import project
from briefgen.model.limits import SETTINGS
from briefgen.site.own import SiteBuildError
from briefgen.site.programs import Ended
from briefgen.text import Span, TextFile

_KEY = re.compile(r"^ERROR +- +Config value '([^'\n]+)': ([^\n]*)", re.MULTILINE)
_WARNED_OF = re.compile(_KEY.pattern.replace("ERROR", "WARNING"), re.MULTILINE)
_IN_STRICT = "Configuration Warnings in 'strict' mode"
_PLACE = re.compile(r'^ +in "([^"\n]+)", line (\d+), column (\d+)', re.MULTILINE)
_NAMED = re.compile(r"['\"]([^'\"\n]+)['\"]")
_INHERITS = "INHERIT"


def why_not_built(settings: TextFile, root: PurePath, done: Ended) -> str:
    """What of the project MkDocs could not go on with, and where; without a place if it said none."""
    if done.broke_off:
        return _broken_off(root, done.frames, done.broke_off)
    refused = _refused(settings, done.last)
    if refused:
        return f"{refused[0]}; what it said is above"
    return f"{_read_at(root, done.last)}MkDocs could not build the site; what it said is above"


def why_broken_off(root: PurePath, error: Exception) -> str:
    """What a hook or MkDocs broke off with, and the last place of the project in which it was."""
    frames = [(frame.filename, frame.lineno or 0) for frame in extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        frames.append((error.filename or "", error.lineno or 0))
    words = " ".join(str(error).split())
    return _broken_off(root, frames, f"{type(error).__name__}: {words}" if words else type(error).__name__)


def _broken_off(root: PurePath, frames: Iterable[tuple[str, int]], error: str) -> str:
    own = [one for path, line in frames if (one := _within(root, path, line))]
    place = f"{own[-1]}: " if own else ""
    return f"{place}MkDocs could not build the site; it broke off with {error}"


def why_refused(settings: TextFile, root: PurePath, said: str, error: str) -> str:
    """Why MkDocs took no settings, in its own words, and where: what it `said`, or the error it raised."""
    refused = _refused(settings, said)
    if refused:
        return ": ".join(refused)
    return f"{_read_at(root, error)}MkDocs could not build the site: {error}"


def _refused(settings: TextFile, said: str) -> tuple[str, str] | None:
    """Which key MkDocs refuses, and what it says of that."""
    refused = (_WARNED_OF if _IN_STRICT in said else _KEY).search(said)
    if refused is None:
        return None
    key, words = refused.groups()
    span = _place_of(settings, key, words)
    return f"{span.file.path}:{span.line}:{span.column}: MkDocs refuses this `{key}`", words


def _read_at(root: PurePath, said: str) -> str:
    """The place of ours that was read last, before a message."""
    found = _PLACE.findall(said)
    own = [f"{one}:{column}" for path, line, column in found if (one := _within(root, path, int(line)))]
    return f"{own[-1]}: " if own else ""


def _within(root: PurePath, path: str, line: int) -> str:
    place = PurePath(path)
    return f"{place.relative_to(root).as_posix()}:{line}" if place.is_relative_to(root) else ""


def _place_of(settings: TextFile, key: str, words: str) -> Span:
    """The place of what MkDocs names in its words, else of the key; the first line where neither is."""
    entry = _entry(settings, key)
    if entry is None:
        return settings.whole_line(1)
    places: dict[str, Span] = {}
    for scalar in _scalars(entry.value):
        places.setdefault(scalar.value, scalar.span)
    named = [places[name] for name in _NAMED.findall(words) if name in places]
    return named[-1] if named else entry.key_span


def _entry(settings: TextFile, key: str) -> Entry | None:
    unsaid: list[Diagnostic] = []  # what is wrong with the file is said where it is decoded
    root = compose(settings.span(0, len(settings.text)), unsaid.append, foreign=True)
    found = root.all_of(key) if isinstance(root, Mapping) else ()
    return found[-1] if found else None


def _scalars(node: Node) -> Iterator[Scalar]:
    """The texts below a node, keys among them."""
    waiting: list[Node] = [node]
    known: set[Span] = set()
    while waiting:
        one = waiting.pop()
        if one.span in known:  # by another alias
            continue
        known.add(one.span)
        match one:
            case Scalar():
                yield one
            case Sequence():
                waiting += reversed(one.items)
            case Mapping():
                waiting += [part for entry in reversed(one.entries) for part in (entry.value, _key(entry))]
            case Unread():
                pass


def _key(entry: Entry) -> Scalar:
    return Scalar(entry.key, False, entry.key_span)


def refuse_endless(root: PurePath, settings: TextFile) -> None:
    """Raise SiteBuildError if settings inherit from themselves, or from no file: MkDocs would not end.

    `root` is a real place. What of another file is wrong beyond that MkDocs says itself.
    """
    seen = [root / project.SETTINGS]
    while (entry := _entry(settings, _INHERITS)) is not None:
        place = f"{settings.path}:{entry.value.span.line}:{entry.value.span.column}"
        if not isinstance(entry.value, Scalar) or entry.value.null:
            raise SiteBuildError(f"{place}: `{_INHERITS}` is the path of one file: name that, or take it out")
        other = look_at(seen[-1].parent / entry.value.value, PurePath(root.anchor))
        if other.kind is not DiskKind.FILE or size_of(other.real) > SETTINGS.bytes:
            raise SiteBuildError(f"{place}: this is no file of settings: name one, or take `{_INHERITS}` out")
        if other.real in seen:
            raise SiteBuildError(
                f"{place}: these settings inherit from themselves: take one `{_INHERITS}` out"
            )
        seen.append(other.real)
        settings = TextFile(str(entry.value.value), read(other.real, SETTINGS).decode(errors="replace"))
