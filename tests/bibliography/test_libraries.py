"""Libraries of every program and tradition load whole: nothing in them is an error, though all is cited."""

from typing import Any

import pytest

from briefgen.bibliography.reference import format_reference
from briefgen.diagnostics import Severity
from tests.bibliography.reading import bibliography, cases, marked

LIBRARIES = cases("libraries")


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library["from"])
def test_a_library(library: dict[str, Any]) -> None:
    works, found = bibliography(library["bib"])
    wrong = [one for one in found if one.severity is Severity.ERROR]
    assert [one.message for one in wrong if "has no key" not in one.message] == []
    printed = "\n".join(marked(format_reference(work, "en")) for work in works)
    assert [words for words in library["says"] if words not in printed] == [], printed
    assert not any(mark in printed for mark in ("``", "''", "$", "\\text"))


def test_there_are_many() -> None:
    assert len(LIBRARIES) >= 39
