"""What reading takes: ``python -m benchmarks.readers [FOLDER]``.

First the documents of the tests, beside the bare libraries and our readers of before spans: exit code 1
where one takes more than three times as long as those. Then the largest ordinary ones, a PDF of 1,000 pages,
printed by Chromium, and a page of 40 MB, as SingleFile saves one: CPU seconds and megabytes of the process
that reads, and how many times the limits are as much. At last, what a process costs at all. With a folder,
the documents are made there and found again.
"""

import base64
import random
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reader_times import compare
from briefgen.intake.child import read_apart
from briefgen.intake.readers import Document, Reading
from briefgen.model.limits import ReadingLimits
from tests.browser import CHROMIUM_FLAGS, find_chromium

_WORDS = "river ferry bridge council minutes lane buses report of the and in that which was said by".split()
_PAGES, _SIZE = 1_000, 40_000_000
_LIMITS = ReadingLimits()


@dataclass(frozen=True)
class Took:
    """What reading took."""

    seconds: float
    megabytes: float


def main(folder: Path) -> int:
    """Print a line a format, then a line a document."""
    kept = compare()
    chance = random.Random(1)
    pdf = folder / "thousand.pdf"
    if not pdf.exists():
        _print_pdf(chance, pdf)
    page = folder / "single.html"
    if not page.exists():
        page.write_text(_single_file(chance), encoding="utf-8")
    for name, data, ending in (
        ("PDF of 1,000 pages", pdf.read_bytes(), "pdf"),
        ("page of 40 MB", page.read_bytes(), "html"),
        ("page of a line", b"<p>One lane stays open.</p>", "html"),
    ):
        took = _read(data, ending)
        print(
            f"{name}: {took.seconds:.1f} s (the limit is {_LIMITS.seconds / took.seconds:.0f} times that), "
            f"{took.megabytes:.0f} MB ({_LIMITS.memory / took.megabytes:.0f} times)"
        )
    return 0 if kept else 1


def _read(data: bytes, ending: str) -> Took:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    outcome = read_apart(Document(data), ending)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if not isinstance(outcome, Reading):
        raise SystemExit(f"was not read: {outcome}")
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(seconds, after.ru_maxrss / 1_000)  # the largest so far, so the order matters


def _paragraph(chance: random.Random) -> str:
    return f"<p>{' '.join(chance.choice(_WORDS) for _ in range(90))}.</p>"


def _print_pdf(chance: random.Random, place: Path) -> None:
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit("there is no Chromium to print a PDF with")
    pages = "".join(
        f"<h2 style='break-before: page'>{number}</h2>{''.join(_paragraph(chance) for _ in range(6))}"
        for number in range(_PAGES)
    )
    source = place.with_suffix(".source.html")
    source.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{pages}", encoding="utf-8")
    command = [
        str(chromium),
        *CHROMIUM_FLAGS,
        "--no-pdf-header-footer",
        f"--print-to-pdf={place}",
        source.as_uri(),
    ]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def _single_file(chance: random.Random) -> str:
    picture = base64.b64encode(chance.randbytes(300_000)).decode()
    parts = []
    size = 0
    while size < _SIZE:
        text = "".join(_paragraph(chance) for _ in range(40))
        parts.append(
            f'<article>{text}<img src="data:image/png;base64,{picture}"></article><style>p{{}}</style>'
        )
        size += len(parts[-1])
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{''.join(parts)}</body></html>"


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.exit(main(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(Path(made)))
