"""Does Zensical show what MkDocs shows? A report, not a test: Zensical is not in our locks.

    python -m tests.site.zensical_report PATH/TO/zensical

Compares the words and the footnotes of every brief of ours and of the torture page.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from tests.repository import copy_project, run
from tests.site.articles import Article, read_article
from tests.site.test_builders import build, copy_torture, pages


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    zensical = Path(sys.argv[1]).absolute()
    print(output_of(zensical, "--version"))
    with tempfile.TemporaryDirectory() as folder:
        for copy in (copy_project, copy_torture):
            project = copy(Path(folder) / copy.__name__)
            compiled = run("-m", "briefgen", "compile", "--root", project)
            assert compiled.returncode == 0, compiled.stdout + compiled.stderr
            ours = pages(build("mkdocs", project))
            output_of(zensical, "build", "-f", str(project / "mkdocs.yml"))
            theirs = pages(project / "site")
            for slug in sorted(ours.keys() | theirs.keys()):
                if slug in ours and slug in theirs:
                    report(slug, read_article(ours[slug]), read_article(theirs[slug]))
                else:
                    print(f"{slug}: only built by {'MkDocs' if slug in ours else 'Zensical'}")
    return 0


def output_of(program: Path, *arguments: str) -> str:
    done = subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8", check=True)
    return (done.stdout + done.stderr).strip()


def report(slug: str, ours: Article, theirs: Article) -> None:
    changes = list(changed_words(ours, theirs))
    marks = sum(one != other for one, other in zip_longest(ours.marks, theirs.marks))
    notes = sum(one != other for one, other in zip_longest(ours.notes, theirs.notes))
    print(
        f"{slug if slug != '.' else '(list of briefs)'}:"
        f" {len(changes)} differences in {len(ours.words)} words,"
        f" {marks} in {len(ours.marks)} footnote marks, {notes} in {len(ours.notes)} footnotes"
    )
    for change in changes:
        print(f"    {change}")


def changed_words(ours: Article, theirs: Article) -> Iterator[str]:
    matcher = SequenceMatcher(None, ours.words, theirs.words, autojunk=False)
    for tag, begin, end, other_begin, other_end in matcher.get_opcodes():
        if tag != "equal":
            mkdocs, zensical = ours.words[begin:end], theirs.words[other_begin:other_end]
            yield f"MkDocs: {' '.join(mkdocs) or 'nothing'} · Zensical: {' '.join(zensical) or 'nothing'}"


if __name__ == "__main__":
    sys.exit(main())
