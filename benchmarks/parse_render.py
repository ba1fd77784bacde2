"""What reading and writing a brief costs, as ratios to bare libraries on the same text: see README.md.

    python -m benchmarks.parse_render [--check BRIEFS ...]

Everything is measured side by side in one run, in turns, and the median counts; exit code 1 if parsing
and writing takes more than twice as long. With `--check`, the whole of `briefgen check` on projects of so
many briefs instead.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from markdown import Markdown
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from benchmarks.corpus import brief, write_project
from briefgen.decode.front_matter import split_front_matter
from briefgen.diagnostics import Diagnostic
from briefgen.load import load_files
from briefgen.model.block import Block
from briefgen.model.capture import CaptureList
from briefgen.model.workspace import Workspace
from briefgen.parse import parse_workspace
from briefgen.parse.brief import parse_brief
from briefgen.pipeline import compile_briefs
from briefgen.render.brief.page import brief_writer
from briefgen.render.guard import guard_text, shown_html
from briefgen.render.links.targets import readings_of
from briefgen.render.site_dialect import EXTENSIONS
from briefgen.render.text.blocks import BlockWriter
from briefgen.resolve import resolve_citations
from briefgen.text import TextFile
from briefgen.verify import verify_quotations

BRIEFS = 10
ROUNDS = 15
BOUND = 2.0


@dataclass(frozen=True)
class Sample:
    """One brief, and everything else that its project holds."""

    file: TextFile
    body: str
    project: Workspace

    def writer(self) -> tuple[BlockWriter, Sequence[Block]]:
        """From the text to a tree whose citations and footnotes are resolved, and what writes it."""
        parsed = parse_brief(self.file, self.project.settings.language).value
        workspace = Workspace(self.project.settings, (parsed,), (), self.project.works, CaptureList(), ())
        corpus = verify_quotations(resolve_citations(workspace).value).value
        (read,) = corpus.briefs
        return brief_writer(read, corpus, readings_of(corpus)), read.resolved.blocks

    def written(self) -> str:
        """The Markdown we write of the text."""
        writer, blocks = self.writer()
        return writer.write(blocks)

    def shown(self) -> str:
        """The HTML that the site's builder makes of it."""
        writer, blocks = self.writer()
        return shown_html(blocks, writer)

    def guarded(self) -> str:
        """The Markdown, once the guard has compared that HTML with the text."""
        writer, blocks = self.writer()
        assert guard_text(blocks, writer) == ()
        return writer.write(blocks)


def main() -> int:
    if sys.argv[1:2] == ["--check"]:
        for count in sys.argv[2:] or ("100", "1000"):
            check_project(int(count))
        return 0
    samples = make_samples()
    size = sum(len(sample.body.encode()) for sample in samples) / len(samples) / 1000
    print(f"{len(samples)} briefs of {size:.1f} KB, {ROUNDS} rounds; milliseconds for one brief")
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(deflist_plugin).use(footnote_plugin)
    site = Markdown(extensions=list(EXTENSIONS))

    def bare(sample: Sample) -> None:
        parser.parse(sample.body)
        site.reset().convert(sample.body)

    reference, *ours = side_by_side(samples, bare, Sample.written, Sample.shown, Sample.guarded)
    print(f"{'markdown-it-py parses, Python-Markdown renders':<50} {reference:6.2f}")
    for what, time in zip(
        (
            f"briefgen parses and writes (at most {BOUND:g}×)",
            "… and Python-Markdown renders what it wrote",
            "… and the guard compares both",
        ),
        ours,
        strict=True,
    ):
        print(f"{what:<50} {time:6.2f}  {time / reference:.2f}×")
    return 0 if ours[0] <= BOUND * reference else 1


def side_by_side(samples: Sequence[Sample], *works: Callable[[Sample], object]) -> list[float]:
    """The medians of all works in milliseconds for one sample, measured in turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            started = process_time()
            for sample in samples:
                work(sample)
            taken.append((process_time() - started) * 1000 / len(samples))
    return [median(taken) for taken in times]


def make_samples() -> list[Sample]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        write_project(root, 1)
        project = parse_workspace(load_files(root).value).value
    samples = []
    for number in range(BRIEFS):
        file = TextFile(f"sources/brief-{number}.md", brief(number))
        parts = split_front_matter(file, unexpected)
        assert parts is not None
        samples.append(Sample(file, file.text[parts[1].start :], project))
    return samples


def check_project(briefs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        write_project(root, briefs)
        started = process_time()
        compile_briefs(root)
        taken = process_time() - started
    print(f"check of {briefs} briefs: {taken:.2f} s, {taken * 1000 / briefs:.1f} ms for each")


def unexpected(finding: Diagnostic) -> None:
    raise AssertionError(f"{finding.span.path}:{finding.span.line}: {finding.message}")


if __name__ == "__main__":
    raise SystemExit(main())
