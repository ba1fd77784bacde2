"""One annotated source file, or one reusable context box, parsed."""

from briefgen import rules
from briefgen.decode import decode_context_front_matter, decode_front_matter, split_front_matter
from briefgen.diagnostics import Diagnostic, Report
from briefgen.markdown.tree import parse_tree
from briefgen.model.address import slug_of
from briefgen.model.brief import Brief, ContextFile, FrontMatter, Status
from briefgen.model.quotation import Quotation, QuotationForm
from briefgen.model.settings import Settings
from briefgen.parse.bind import bind_quotations
from briefgen.parse.boxes import check_boxes, check_marks
from briefgen.parse.changes import check_changes
from briefgen.parse.findings import misplaced_findings, read_findings
from briefgen.parse.html_quotations import check_html_quotations
from briefgen.parse.loose_words import check_loose_words
from briefgen.parse.stray_marks import check_stray_marks
from briefgen.parse.text_checks import check_text
from briefgen.text import Span, TextFile


def parse_brief(file: TextFile, settings: Settings, report: Report) -> Brief:
    """Parse an annotated source file; what cannot be read of it is reported, and empty."""
    yaml, body_start = _split(file, report)
    front = decode_front_matter(file, yaml, settings.language, report) if yaml else None
    if front is None:
        nowhere = file.span(0, 0)
        front = FrontMatter("", nowhere, "", settings.language, nowhere)
    examined = front.about[0].name if len(front.about) == 1 else ""
    tree = parse_tree(file, body_start, front.lang)
    bound = bind_quotations(tree.blocks, examined, front.lang)
    quotations = bound.quotations
    check_text(tree.blocks, tree.unclosed, report)
    check_boxes(tree.blocks, quotations, report)
    check_marks(tree.blocks, quotations, report)
    if front.status is not Status.DRAFT:
        check_changes(front.span, tree.blocks, report)
    check_quotations(quotations, report)
    check_stray_marks(tree.blocks, front.lang, report)
    check_html_quotations(tree.blocks, front.lang, report)
    check_loose_words(front, tree.blocks, quotations, report)
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
    return Brief(slug, file, front, tree.blocks, quotations, findings, bound.own)


def parse_context(file: TextFile, report: Report) -> ContextFile:
    """Parse a file of `sources/context/`; what cannot be read of it is reported, and empty."""
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
    yaml, body_start = _split(file, report)
    title, as_of = decode_context_front_matter(file, yaml, report) if yaml else ("", "")
    tree = parse_tree(file, body_start, lang)
    bound = bind_quotations(tree.blocks, "", lang)
    quotations = bound.quotations
    check_text(tree.blocks, tree.unclosed, report)
    check_boxes(tree.blocks, quotations, report)
    misplaced_findings(tree.blocks, report)
    check_changes(None, tree.blocks, report)
    check_quotations(quotations, report)
    check_stray_marks(tree.blocks, lang, report)
    check_html_quotations(tree.blocks, lang, report)
    check_loose_words(None, tree.blocks, quotations, report)
    return ContextFile(name, lang, title, as_of, file, tree.blocks, quotations, bound.own)


def _split(file: TextFile, report: Report) -> tuple[Span | None, int]:
    """The front matter, and where the body begins: at the end when that cannot be told."""
    parts = split_front_matter(file, report)
    if parts is not None:
        return parts[0], parts[1].start
    return None, len(file.text) if "\n---" in f"\n{file.text}" else 0


def check_quotations(quotations: tuple[Quotation, ...], report: Report) -> None:
    """Report quotations that are bound to nothing, have no words, or carry emphasis nobody owns to."""
    for quotation in quotations:
        if quotation.refused and quotation.keys:
            pass  # that is an error of its own, whatever the words are
        elif not quotation.text.strip():
            report(Diagnostic(rules.QUOTATION_EMPTY, quotation.span, "there are no words in this quotation"))
        elif not quotation.keys and quotation.unique and quotation.form is QuotationForm.BLOCK:
            pass  # a passage without a work is an error of its correction or claim
        elif not quotation.keys:
            report(_unbound(quotation))
        elif quotation.emphasised and not quotation.emphasis_ours:
            report(
                Diagnostic(
                    rules.EMPHASIS_UNMARKED,
                    quotation.span,
                    "the emphasis in this quotation is not said to be ours",
                    hint="write `emphasis ours` after the key: `[@key, p. 3, emphasis ours]`",
                )
            )


def _unbound(quotation: Quotation) -> Diagnostic:
    if quotation.form is QuotationForm.BLOCK:
        message = "this block quote is bound to no work"
        hint = "end it with its citation: `> [@key]`"
    else:
        message = "these words are in quotation marks and bound to no work"
        hint = (
            "put the citation into the same sentence, after the words; if they are your own, "
            'write `["…"]{.own}`'
        )
    return Diagnostic(rules.QUOTATION_UNBOUND, quotation.span, message, hint=hint)
