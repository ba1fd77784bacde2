"""What a style of CSL costs beside our own pattern: ``python -m benchmarks.styles [BRIEFS]``.

CPU seconds, pandoc's included, of printing all references of a project in a style, as far as its pages are
made anew: from nothing, and after one brief has changed that now cites two other works at once. Exits with 1
when a style of notes takes over 3 seconds from nothing, another over 25, or a change over 0.2.
"""

import resource
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.corpus import key, write_project
from briefgen.cache.answers import find_answers, keep_answers
from briefgen.cache.kept_results import KeptResults
from briefgen.each import one_by_one
from briefgen.model.layout import project
from briefgen.model.workspace import VerifiedCorpus
from briefgen.pipeline import Run
from briefgen.render.in_style import brief_in_style
from briefgen.styling import style_references

STYLES = (
    "chicago-notes-bibliography",
    "oscola",
    "modern-language-association",
    "din-1505-2",
    "apa",
    "chicago-author-date",
    "ieee",
)
CHANGED = "sources/brief-0007.md"
MOST_IN_NOTES, MOST, MOST_CHANGED = 3, 25, 0.2


def main(briefs: int) -> int:
    """Print a line a style."""
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        write_project(root, briefs)
        (root / project.OWN).mkdir()
        (root / project.OWN / project.OWN_IGNORE).touch()
        changed = root / CHANGED
        text = changed.read_text("utf-8")
        for style in STYLES:
            changed.write_text(text, "utf-8")
            (root / "mkdocs.yml").write_text(
                f"site_name: A benchmark\nextra: {{briefgen: {{references: {{style: {style}}}}}}}\n"
            )
            first, in_notes = _run(root, {})
            changed.write_text(f"{text}\nAnd more [@{key(3)}; @{key(4)}, p. 12].\n", "utf-8")
            again, _ = _run(root)
            most = MOST_IN_NOTES if in_notes else MOST
            late = first > most or again > MOST_CHANGED
            missed = missed or late
            print(
                f"{style:28} {'notes' if in_notes else 'text':5} {briefs} briefs from nothing {first:6.2f} s"
                f" (bound {most}), one changed {again:5.2f} s (bound {MOST_CHANGED})"
                f"{'  MISSED' if late else ''}",
                flush=True,
            )
    return int(missed)


def _run(root: Path, kept: Mapping[str, str] | None = None) -> tuple[float, bool]:
    """One run, with what was kept of the briefs, as `build` has it."""
    results = KeptResults(root, project.KEPT_BRIEFS)
    each, summaries = results.each(one_by_one), results.summary
    told = _seconds(root, Run(root, each=each, summaries=summaries).verified, kept)
    results.keep()
    return told


def _seconds(root: Path, corpus: VerifiedCorpus, kept: Mapping[str, str] | None = None) -> tuple[float, bool]:
    before = _used()
    told = style_references(corpus, None, find_answers(root) if kept is None else kept)
    keep_answers(root, told.value.kept)
    assert told.findings == ()
    styled = told.value.styled
    assert styled
    for brief in corpus.briefs:
        if kept is not None or brief.resolved.brief.file.path == CHANGED:
            brief_in_style(brief.resolved, corpus.works, styled)
    return _used() - before, styled.in_notes


def _used() -> float:
    whole = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in whole)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
