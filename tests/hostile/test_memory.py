"""What a brief takes up in memory grows with it, and not with its square."""

import tracemalloc
from pathlib import Path

from briefgen.pipeline import compile_briefs
from tests.hostile.large import CITING
from tests.hostile.project import write_shape
from tests.hostile.shapes import Shape, whole


def peak(folder: Path, citations: int) -> int:
    """The most bytes that Python has taken while a paragraph of so many citations is compiled."""
    write_shape(folder, Shape("", whole(CITING)), citations * len(CITING))
    tracemalloc.start()
    try:
        compile_briefs(folder)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_citations_that_share_a_note(tmp_path: Path) -> None:
    peak(tmp_path / "warm", 10)
    few, many = peak(tmp_path / "few", 500), peak(tmp_path / "many", 2000)
    assert many < 5 * few, (few, many)
