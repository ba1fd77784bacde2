"""What hostile shapes of bibliographies cost at n and at 4n: ``python -m benchmarks.bibliography_shapes``.

For each shape, n is raised until reading takes 50 ms; then the user CPU time of n and of 4n, the least of
five. Above a ratio of 5 the shape is not linear, above 20 times the time of ordinary entries of its size it
is dear; both are marked.
"""

import sys
import time

from briefgen.bibliography.reference import format_reference
from briefgen.bibliography.works_of_files import parse_bibliography
from briefgen.text import TextFile
from tests.hostile.bibliography_shapes import SHAPES

_LEAST = 0.05
_TIMES = 5
_LARGEST = 4_000_000
_FIRST = 250


def main(names: list[str]) -> None:
    """Print a line a shape; only those that are named, if any are."""
    rate = _rate()
    print(f"ordinary entries: {rate * 1e6:.3f} s a million characters")
    for name, shape in SHAPES.items():
        if names and name not in names:
            continue
        n = _FIRST
        while (once := _seconds(shape(n), 1)) < _LEAST and len(shape(n)) < _LARGEST:
            n *= 2
        times = _TIMES if once < 2 else 1
        small, large = shape(n), shape(4 * n)
        took, longer = _seconds(small, times), _seconds(large, times)
        dear = longer / (rate * len(large))
        marks = ("QUADRATIC " if longer / took > 5 and longer > 4 * _LEAST else "") + (
            "DEAR" if dear > 20 else ""
        )
        print(
            f"{name:40} n={n:8} {len(small):9,} characters {took:7.3f} s  x4: {longer:7.3f} s"
            f"  ratio {longer / took:5.1f}  {dear:5.1f} times ordinary  {marks}",
            flush=True,
        )


def _rate() -> float:
    text = SHAPES["ordinary entries"](2_000)
    return _seconds(text, _TIMES) / len(text)


def _seconds(text: str, times: int) -> float:
    return min(_once(text) for _ in range(times))


def _once(text: str) -> float:
    began = time.process_time()
    for work in parse_bibliography(TextFile("sources/references.bib", text), lambda _: None):
        format_reference(work, "en")
    return time.process_time() - began


if __name__ == "__main__":
    main(sys.argv[1:])
