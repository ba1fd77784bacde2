"""A project in which documents are captured as `briefgen capture` does it, and what is quoted from them."""

import gzip
import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from unittest.mock import patch

from briefgen.diagnostics import Diagnostic
from briefgen.intake import capture as capturing
from briefgen.intake.capture import examine, store
from briefgen.intake.readers import attempt_at, ending_of
from tests.evidence.projects import brief, check, errors, make_project, told

PAGES = re.compile(rb"WARC-Target-URI: (\S+)")
CAPTURED = {"captured": "2025-05-07", "obtained": "given to us"}


# No list begins at another number on the site; who quotes one writes its number as a text.
_NUMBER = re.compile(r"^(\d+)\.")
_escaped = r"\1\."


def key_of(name: str) -> str:
    """The citation key of the work that a file is a capture of."""
    return "".join(mark for mark in name if mark.isalnum())


def capture(root: Path, key: str, name: str, data: bytes, language: str = "en") -> list[Diagnostic]:
    """Capture a document; what is said when it is refused."""
    findings: list[Diagnostic] = []
    page = (
        (PAGES.search(gzip.decompress(data)) or [b"", b""])[1].decode() if name.endswith(".warc.gz") else ""
    )
    candidate = examine(PurePath(root), key, name, ending_of(name, data), data, findings.append, page=page)
    if candidate is not None:
        store(PurePath(root), candidate, CAPTURED | {"language": language}, findings.append)
    return findings


def judged(
    root: Path, documents: Mapping[str, bytes], quoted: Sequence[tuple[str, str]], language: str = "en"
) -> list[list[Diagnostic]]:
    """The findings about each quotation, a document's name and words in it, in a brief of its own."""
    uncaptured = tuple(map(key_of, documents))
    briefs = {
        f"q{number}": brief(f"> {_NUMBER.sub(_escaped, words)} [@{key_of(name)}]")
        for number, (name, words) in enumerate(quoted)
    }
    project = make_project(root, {}, briefs, uncaptured=uncaptured, language=language)
    (project / "sources" / "captures.yml").unlink()
    works = (
        project / "sources" / "references.bib"
    )  # in square brackets: what they are called is nobody's title
    works.write_text(
        re.sub(r"title = {(Title of \w+)}", r"title = {[\1]}", works.read_text("utf-8")), "utf-8"
    )
    for name, data in documents.items():
        # The process of its own that each document is read in has tests of its own.
        with patch.object(capturing, "read_apart", attempt_at):
            refused = capture(project, key_of(name), name, data, language)
        assert not refused, told(refused)
    findings = check(project)
    return [
        [one for one in findings if one.span.path == f"sources/q{number}.md"] for number in range(len(quoted))
    ]


def comes_out(verdict: str, findings: list[Diagnostic]) -> bool:
    """Whether findings are what a verdict asks: T found, F refused, R refused or warned of, A anything."""
    if verdict == "T":
        return not errors(findings)
    if verdict == "F":
        return bool(errors(findings))
    return verdict == "A" or bool(findings)
