"""All that a run's outcome depends on, in one hash: what was loaded, and what it is worked on with."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from briefgen.diagnostics import Diagnostic, Told
from briefgen.model.capture import Blob
from briefgen.model.card import CardParts
from briefgen.model.project import ProjectFiles
from briefgen.text import TextFile


def fingerprint(files: Told[ProjectFiles], parts: Told[CardParts], tools: Mapping[str, str]) -> str:
    """The hash of a project as it was loaded; `tools` are ours and others', each by its name and state.

    The stages behind `load` are functions of just these, so that two runs with one fingerprint have one
    outcome.
    """
    whole = sha256()
    for piece in _pieces(files, parts, tools):
        data = piece.encode("utf-8", "surrogatepass")
        whole.update(b"%d " % len(data))  # so that no two lists of pieces are one run of bytes
        whole.update(data)
    return whole.hexdigest()


def _pieces(files: Told[ProjectFiles], parts: Told[CardParts], tools: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(tools):
        yield from ("tool", name, tools[name])
    for finding in (*files.findings, *parts.findings):
        yield from _finding(finding)
    project = files.value
    for file in project.briefs:
        yield from _text("brief", file)
    for file in project.contexts:
        yield from _text("context", file)
    yield from _text("bibliography", project.bibliography)
    yield from _text("captures", project.captures)
    yield from _text("settings", project.settings)
    yield from _text("lock", project.lock)
    for blob in project.blobs:
        yield from _blob("seed", blob)
    for path in project.written:
        yield from ("written", path)
    for blob in parts.value.fonts:
        yield from _blob("font", blob)
    yield from _blob("mark", parts.value.mark)


def _text(role: str, file: TextFile | None) -> Iterator[str]:
    yield from (role, "absent") if file is None else (role, "there", file.path, file.text)


def _blob(role: str, blob: Blob | None) -> Iterator[str]:
    yield from (role, "absent") if blob is None else (role, "there", blob.path, blob.sha256)


def _finding(finding: Diagnostic) -> Iterator[str]:
    span = finding.span
    yield from ("finding", finding.rule.code, span.path, span.file.text, str(span.start), str(span.end))
    yield from (finding.message, finding.hint or "", str(len(finding.notes)), *finding.notes)
