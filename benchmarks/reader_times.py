"""What our readers take beside the libraries that they read with, and beside our readers of before spans.

Those of then are not here any more. How many times the bare library they took was measured once, on these
files (commit 1b5f6b2^), so that the comparison holds on any machine. Each reader gets a process's first look
at a document: nothing is kept from one to the next.
"""

import email
import email.policy
import io
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from briefgen.intake.readers import Document, css_rules, read_document
from tests.evidence.projects import HERE

_RUNS = 5
_MOST = 3.0
"""Today's readers take so many times at most what those of before spans took."""
_BEFORE: Mapping[str, float] = {"docx": 1.34, "eml": 1.83, "epub": 8.82, "html": 27.3, "pdf": 4.64}
"""So many times the bare library the readers of before spans took."""


def compare() -> bool:
    """Print a table, a line a format; whether none took more than it may."""
    print("| format | files | the library | our reader | times | times that of before |")
    print("|---|---|---|---|---|---|")
    kept = True
    for ending, bare in _BARE.items():
        files = [path.read_bytes() for path in _files(ending)]
        library = sum(_best(lambda: bare(data)) for data in files)  # noqa: B023, called at once
        ours = sum(_best(lambda: _read(data, ending)) for data in files)  # noqa: B023, called at once
        times = ours / library
        before = times / _BEFORE[ending]
        kept &= before <= _MOST
        print(
            f"| {ending} | {len(files)} | {library * 1000:.1f} ms | {ours * 1000:.1f} ms "
            f"| {times:.1f} | {before:.2f} |"
        )
    print(f"\nThe bound is {_MOST:.0f} times that of before: {'kept' if kept else 'missed'}.\n")
    return kept


def _files(ending: str) -> list[Path]:
    folder = HERE / "documents"
    return sorted([*folder.glob(f"*.{ending}"), *(folder / "made").glob(f"*.{ending}")])


def _best(work: Callable[[], object]) -> float:
    """The least CPU seconds of several runs."""
    least = float("inf")
    for _ in range(_RUNS):
        css_rules.forget()
        start = time.process_time()
        work()
        least = min(least, time.process_time() - start)
    return least


def _read(data: bytes, ending: str) -> str:
    return read_document(Document(data), ending).text


def _page(data: bytes) -> str:
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(data.decode("utf-8", "replace")).body
    return body.text(deep=True) if body is not None else ""


def _book(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "".join(_page(book.read(name)) for name in book.namelist() if name.endswith("html"))


def _pdf(data: bytes) -> str:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        return "".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()


def _word(data: bytes) -> str:
    import mammoth

    return str(mammoth.convert_to_html(io.BytesIO(data)).value)


def _mail(data: bytes) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    return str(body.get_content()) if body is not None else ""


_BARE: Mapping[str, Callable[[bytes], str]] = {
    "docx": _word,
    "eml": _mail,
    "epub": _book,
    "html": _page,
    "pdf": _pdf,
}
