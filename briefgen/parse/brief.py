"""One annotated source file, or one reusable context box, parsed: a value, and what is wrong with it."""

import re

from briefgen.decode.front_matter import decode_context_front_matter, decode_front_matter, split_front_matter
from briefgen.diagnostics import Diagnostic, Report, Told
from briefgen.markdown.tree import parse_tree
from briefgen.markdown.walk import keys_said
from briefgen.model.address import context_name, slug_of
from briefgen.model.block import Box
from briefgen.model.brief import Brief, ContextFile, FrontMatter, Status
from briefgen.model.inline import Citation
from briefgen.parse.bind import Bound, bind_quotations
from briefgen.parse.check import FileKind, Seen, walk
from briefgen.parse.checks import run_checks
from briefgen.parse.findings import read_findings
from briefgen.text import Span, TextFile

_SAYS_DRAFT = re.compile(r"""^status:[ \t]*["']?draft["']?[ \t]*(?:#.*)?$""", re.MULTILINE)
"""A draft whose front matter cannot be read is one all the same: it stops nothing."""


def parse_brief(file: TextFile, language: str) -> Told[Brief]:
    """Parse an annotated source file of a site in a language; what cannot be read of it is among the
    findings, and empty."""
    findings: list[Diagnostic] = []
    yaml, body_start = _split(file, findings.append)
    front = decode_front_matter(file, yaml, language, findings.append) if yaml else None
    if front is None:
        nowhere = file.span(0, 0)
        status = Status.DRAFT if _SAYS_DRAFT.search(file.text, 0, body_start) else Status.PUBLISHED
        front = FrontMatter("", nowhere, "", language, nowhere, status=status)
    seen, bound = _body(FileKind.BRIEF, file, body_start, front.lang, front)
    findings += run_checks(seen)
    found = read_findings(seen.of(Box), seen.quotations, findings.append)
    brief = Brief(
        slug_of(file.path),
        file,
        front,
        seen.blocks,
        bound.quotations,
        found,
        bound.own,
        tuple(sorted(keys_said(seen.of(Citation), seen.of(Box)) | {one.name for one in front.about})),
        tuple(sorted({name for box in seen.of(Box) if (name := box.attributes.value("include"))})),
    )
    return Told(brief, tuple(findings))


def parse_context(file: TextFile) -> Told[ContextFile]:
    """Parse a file of `sources/context/`; what cannot be read of it is among the findings, and empty."""
    findings: list[Diagnostic] = []
    name, lang = context_name(file.path)
    yaml, body_start = _split(file, findings.append)
    title, as_of = decode_context_front_matter(file, yaml, findings.append) if yaml else ("", "")
    seen, bound = _body(FileKind.CONTEXT, file, body_start, lang, None)
    findings += run_checks(seen)
    context = ContextFile(name, lang, title, as_of, file, seen.blocks, bound.quotations, bound.own)
    return Told(context, tuple(findings))


def _split(file: TextFile, report: Report) -> tuple[Span | None, int]:
    """The front matter, and where the body begins: at the end when that cannot be told."""
    parts = split_front_matter(file, report)
    if parts is not None:
        return parts[0], parts[1].start
    return None, len(file.text) if "\n---" in f"\n{file.text}" else 0


def _body(
    kind: FileKind, file: TextFile, start: int, lang: str, front: FrontMatter | None
) -> tuple[Seen, Bound]:
    """The text of a file, its quotations bound; passages of a brief about one work belong to that."""
    tree = parse_tree(file, start, lang)
    examined = front.about[0].name if front and len(front.about) == 1 else ""
    bound = bind_quotations(tree.blocks, examined, lang)
    walked = walk(tree.blocks)
    too_deep = (*tree.too_deep, *bound.too_deep)
    seen = Seen(kind, file, lang, front, tree.blocks, tree.unclosed, bound.quotations, walked, too_deep)
    return seen, bound
