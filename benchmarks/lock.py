"""What the lock spares and what it costs, beside bare Python on the same text: see README.md.

    python -m benchmarks.lock

A capture of a million characters and a brief with a thousand quotations from it. Everything is measured side
by side in one run, in turns, and the median of the CPU's time counts. Exit code 1 when looking up with the
lock takes longer than without, or reading it longer than bare YAML.
"""

import hashlib
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

import yaml

from benchmarks.corpus import Author, bibliography, key
from briefgen.decode.lock import decode_lock
from briefgen.diagnostics import Diagnostic
from briefgen.matching.haystack import prepare
from briefgen.model.layout import project
from briefgen.pipeline import Run, lock_quotations
from briefgen.text import TextFile
from briefgen.verify import verify_quotations

CAPTURE, QUOTATIONS, ROUNDS = 1_000_000, 1000, 5


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        passages = write_project(root)
        lock = lock_quotations(root, "2025-05-05").value.text
        (root / project.LOCK).write_text(lock, encoding="utf-8")
        corpus = Run(root).corpus
        text = (root / "seeds/0.txt").read_text("utf-8")
    haystack = prepare(text)
    needles = [prepare(passage).folded.text for passage in passages]
    file = TextFile(str(project.LOCK), lock)
    as_yaml = yaml.safe_dump([json.loads(line) for line in lock.splitlines()])

    def find_all() -> None:
        for needle in needles:
            haystack.folded.text.find(needle)

    locked, anew, found, read, read_yaml = side_by_side(
        lambda: verify_quotations(corpus),
        lambda: verify_quotations(corpus, anew=True),
        find_all,
        lambda: decode_lock(file, unexpected),
        lambda: yaml.safe_load(as_yaml),
    )
    print(
        f"{len(passages)} quotations, {len(text):,} characters; milliseconds, the median of {ROUNDS} rounds"
    )
    print(f"{'looked up with the lock':<44} {locked:8.1f}")
    print(f"{'looked up anew, the capture folded':<44} {anew:8.1f}  {anew / locked:.1f}×")
    print(f"{'bare str.find in the folded capture':<44} {found:8.1f}  {found / locked:.1f}×")
    print(f"{'the lock read':<44} {read:8.1f}")
    print(f"{'the same as YAML, read by PyYAML':<44} {read_yaml:8.1f}  {read_yaml / read:.1f}×")
    return 0 if locked <= anew and read <= read_yaml else 1


def write_project(root: Path) -> list[str]:
    """A project whose one brief quotes all over its one capture; the quotations."""
    author = Author("lock")
    sentences: list[str] = []
    while sum(map(len, sentences)) + len(sentences) < CAPTURE:
        sentences.append(author.sentence())
    passages = Random("lock").sample([one.rstrip(".") for one in sentences], QUOTATIONS)
    text = " ".join(sentences)
    paragraphs = "\n\n".join(f"The report says “{passage}” [@{key(0)}]." for passage in passages)
    digest = hashlib.sha256(text.encode()).hexdigest()
    files = {
        "mkdocs.yml": "site_name: A benchmark\n",
        "seeds/0.txt": text,
        "sources/references.bib": bibliography(1),
        "sources/captures.yml": f"{key(0)}:\n  file: seeds/0.txt\n  sha256: {digest}\n"
        "  captured: 2025-05-05\n  language: en\n",
        "sources/brief.md": f"---\ntitle: A benchmark\ndate: 2025-05-05\n---\n\n{paragraphs}\n",
    }
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8", newline="\n")
    return passages


def side_by_side(*works: Callable[[], object]) -> list[float]:
    """The medians of all works in milliseconds, measured in turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            started = process_time()
            work()
            taken.append((process_time() - started) * 1000)
    return [median(taken) for taken in times]


def unexpected(finding: Diagnostic) -> None:
    raise AssertionError(f"{finding.span.path}:{finding.span.line}: {finding.message}")


if __name__ == "__main__":
    sys.exit(main())
