"""One annotated source file, or one reusable context box, parsed."""

from briefgen import rules
from briefgen.decode import decode_context_front_matter, decode_front_matter, split_front_matter
from briefgen.diagnostics import Diagnostic, Report
from briefgen.markdown.tree import parse_tree
from briefgen.model.brief import Brief, ContextFile
from briefgen.model.quotation import Quotation
from briefgen.model.settings import Settings
from briefgen.parse.bind import bind_quotations
from briefgen.parse.boxes import check_boxes, check_marks
from briefgen.parse.findings import misplaced_findings, read_findings
from briefgen.parse.slug import slug_of
from briefgen.parse.text_checks import check_text
from briefgen.text import TextFile


def parse_brief(file: TextFile, settings: Settings, report: Report) -> Brief | None:
    """Parse an annotated source file; None when its front matter cannot be used."""
    parts = split_front_matter(file, report)
    if parts is None:
        return None
    front = decode_front_matter(file, parts[0], settings.language, report)
    examined = front.about[0].name if front and len(front.about) == 1 else ""
    tree = parse_tree(file, parts[1].start)
    quotations = bind_quotations(tree.blocks, examined)
    check_text(tree.blocks, tree.unclosed, report)
    check_boxes(tree.blocks, quotations, report)
    check_marks(tree.blocks, quotations, report)
    check_quotations(quotations, report)
    findings = read_findings(tree.blocks, quotations, report)
    slug = slug_of(file.path)
    if not slug:
        report(
            Diagnostic(
                rules.SLUG_EMPTY,
                file.span(0, 0),
                "this file's name leaves nothing for an address",
                hint="name it after what it is about, as in `kursk-sappers.md`",
            )
        )
    if front is None or not slug:
        return None
    return Brief(slug, file, front, tree.blocks, quotations, findings)


def parse_context(file: TextFile, report: Report) -> ContextFile | None:
    """Parse a file of `sources/context/`; None when it cannot be used."""
    name, _, lang = file.path.rpartition("/")[2].removesuffix(".md").rpartition(".")
    if not name:
        report(
            Diagnostic(
                rules.CONTEXT_MISPLACED,
                file.span(0, 0),
                "a reusable context box says its language in its name",
                ("expected `context/<name>.<language>.md`, as in `treaty.en.md`",),
            )
        )
    parts = split_front_matter(file, report)
    if parts is None:
        return None
    front = decode_context_front_matter(file, parts[0], report)
    tree = parse_tree(file, parts[1].start)
    quotations = bind_quotations(tree.blocks, "")
    check_text(tree.blocks, tree.unclosed, report)
    check_boxes(tree.blocks, quotations, report)
    misplaced_findings(tree.blocks, report)
    check_quotations(quotations, report)
    if front is None or not name:
        return None
    title, as_of = front
    return ContextFile(name, lang, title, as_of, file, tree.blocks, quotations)


def check_quotations(quotations: tuple[Quotation, ...], report: Report) -> None:
    """Report quotations that are bound to nothing, have no words, or carry emphasis nobody owns to."""
    for quotation in quotations:
        if not quotation.text.strip():
            report(Diagnostic(rules.QUOTATION_EMPTY, quotation.span, "there are no words in this quotation"))
        elif not quotation.keys:
            report(
                Diagnostic(
                    rules.QUOTATION_UNBOUND,
                    quotation.span,
                    "these words are in quotation marks and bound to no work",
                    hint="put the citation into the same sentence, after the words; if they are your own, "
                    'write `["…"]{.own}`',
                )
            )
        elif quotation.emphasised and not quotation.emphasis_ours:
            report(
                Diagnostic(
                    rules.EMPHASIS_UNMARKED,
                    quotation.span,
                    "the emphasis in this quotation is not said to be ours",
                    hint="write `emphasis ours` after the key: `[@key, p. 3, emphasis ours]`",
                )
            )
