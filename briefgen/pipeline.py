"""The stages in their order; reads like a table of contents."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefgen.diagnostics import Report
from briefgen.load import load_files
from briefgen.model.page import Page
from briefgen.model.workspace import VerifiedCorpus
from briefgen.parse import parse_workspace
from briefgen.render import render_site
from briefgen.resolve import resolve_citations
from briefgen.verify import verify_quotations
from briefgen.write import find_conflicts

STAGES = ("load", "parse", "resolve", "verify", "render")
"""What `briefgen show --after` can stop at."""


@dataclass(frozen=True, slots=True)
class Compilation:
    """What a site is built from: its generated pages, and the newest day any of its briefs names."""

    pages: tuple[Page, ...]
    newest: str


def compile_briefs(root: Path, report: Report) -> Compilation:
    """Compile everything below `root`; nothing is written.

    Findings go to `report`; with an error among them the pages are not fit to be published. Raises
    ProjectError when `root` is no project.
    """
    files = load_files(root, report)
    workspace = parse_workspace(files, report)
    corpus = resolve_citations(workspace, report)
    verified = verify_quotations(corpus, report)
    pages = render_site(verified)
    find_conflicts(pages, files.written, report)
    return Compilation(pages, _newest(verified))


def run_until(stage: str, root: Path, report: Report) -> object:
    """The value after one of the STAGES, for people who debug and for tests. Raises as `compile_briefs`."""
    stages: tuple[Callable[[Any], object], ...] = (
        lambda folder: load_files(folder, report),
        lambda files: parse_workspace(files, report),
        lambda workspace: resolve_citations(workspace, report),
        lambda corpus: verify_quotations(corpus, report),
        render_site,
    )
    value: object = root
    for name, step in zip(STAGES, stages, strict=True):
        value = step(value)
        if name == stage:
            break
    return value


def _newest(corpus: VerifiedCorpus) -> str:
    """The newest day, ISO 8601, on which a brief was published or changed; empty without briefs."""
    days = [brief.front.updated or brief.front.date for brief in corpus.briefs]
    days += [erratum.date for brief in corpus.briefs for erratum in brief.front.errata]
    return max(days, default="")
