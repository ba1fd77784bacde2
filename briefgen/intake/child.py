"""Reading a document in a process of its own, so that what it does to its library is not done to us."""

import io
import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from signal import Signals
from threading import Timer

from briefgen import rules
from briefgen.intake.readers.attempt import failed, out_of_memory, refused
from briefgen.intake.readers.document import (
    Attempt,
    Document,
    Missing,
    Reading,
    Refused,
    Unreadable,
)
from briefgen.intake.readers.limits import MB, NO_MEMORY
from briefgen.member import PICKLED, member
from briefgen.model.document_facts import DocumentFacts
from briefgen.model.spans import SpanKind, TextSpan

_PROCESS = "briefgen.intake.reader_process"
_VALUES: Mapping[tuple[str, str], type] = {
    (value.__module__, value.__name__): value
    for value in (Reading, DocumentFacts, Refused, Missing, TextSpan, SpanKind)
}
_PATIENCE = 4
"""A process may wait for the machine: so many times its CPU time it is given by the clock."""
_KEPT = frozenset(
    """HOME LANG LC_ALL LC_CTYPE LD_LIBRARY_PATH PATH PYTHONHASHSEED PYTHONHOME PYTHONPATH PYTHONUTF8
    SYSTEMROOT TEMP TMP TMPDIR VIRTUAL_ENV""".split()
)


def read_apart(document: Document, ending: str) -> Attempt:
    """What comes of reading a document, whatever the library that reads it does. Raises OSError."""
    # -P: no module is taken from the folder we are in; -B: it may write no file, so it should not try.
    command = [sys.executable, "-P", "-B", "-m", _PROCESS]
    environment = {name: value for name, value in os.environ.items() if name.upper() in _KEPT}
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    seconds = document.limits.seconds * _PATIENCE
    late: list[bool] = []

    def end() -> None:
        late.append(True)
        process.kill()

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        said = _exchange(process, pickle.dumps((document, ending)), document.limits.text * 4 * MB)
    finally:
        timer.cancel()
        process.kill()
        code = process.wait()
        if process.stdout is not None:
            process.stdout.close()
    return _value_of(said) or refused(_end(document, code, late=bool(late)))


def _exchange(process: "subprocess.Popen[bytes]", asked: bytes, most: int) -> bytes:
    """What a process answers, and nothing where it is more than that."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        with process.stdin:
            process.stdin.write(asked)
    except BrokenPipeError:  # it has ended: how, its exit code says
        return b""
    answer = process.stdout.read(most + 1)
    if len(answer) > most:
        return b""
    process.wait()
    return answer


class _OnlyValues(pickle.Unpickler):
    """Makes nothing but our own values: whoever took over that process must not come over to this one."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) == PICKLED:
            return member
        if (module, name) in _VALUES:
            return _VALUES[module, name]
        raise pickle.UnpicklingError(f"{module}.{name} is no outcome")


def _value_of(said: bytes) -> Attempt | None:
    try:
        value = _OnlyValues(io.BytesIO(said)).load()
    except (
        pickle.UnpicklingError,
        ArithmeticError,
        EOFError,
        LookupError,
        TypeError,
        ValueError,
        MemoryError,
    ):
        return None
    return value if isinstance(value, Attempt) and _is_whole(value) else None


def _is_whole(value: Attempt) -> bool:
    """Whether each field is of its type, which unpickling does not ask."""
    try:
        if isinstance(value, Missing):
            return type(value.said) is str
        notes = type(value.notes) is tuple and all(type(note) is str for note in value.notes)
        if isinstance(value, Reading):
            whole = type(value.text) is str and type(value.extractor) is str
            return notes and whole and type(value.spans) is tuple and all(map(_is_span, value.spans))
        known = any(rule.code == value.code for rule in rules.RULES)
        return known and notes and type(value.what) is str and isinstance(value.hint, str | None)
    except AttributeError:
        return False


def _is_span(value: object) -> bool:
    return (
        type(value) is TextSpan
        and type(value.kind) is SpanKind
        and type(value.start) is type(value.end) is int
        and type(value.label) is str
    )


def _end(document: Document, code: int, *, late: bool) -> Unreadable:
    """Why a process ended without an answer, in words."""
    name = ""
    if code < 0:
        try:
            name = Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
    if late or name == "SIGXCPU":
        what = f"cannot be read within {document.limits.seconds} seconds"
        hint = "if it only is large, the settings can allow more: `extra: briefgen: reading: seconds:`"
        return Unreadable(rules.CAPTURE_DAMAGED, what, hint=hint)
    if code == NO_MEMORY:
        return out_of_memory(document)
    how = f"the library that reads it crashed ({name})" if name else f"reading it ended with exit code {code}"
    return Unreadable(rules.CAPTURE_DAMAGED, "cannot be read", failed(how).notes)
