"""Pages by hand that cite: notes in the place of their citations, while all else of them stays as it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from briefgen.each import Each, one_by_one
from briefgen.markdown.page_marks import marks_in, our_spans
from briefgen.markdown.walk import citations_in
from briefgen.model.brief import Brief, Status
from briefgen.model.by_hand import BIBLIOGRAPHY, FULL_BIBLIOGRAPHY
from briefgen.model.inline import Citation
from briefgen.model.layout import project
from briefgen.model.quotation import QuotationForm
from briefgen.model.workspace import CitationFootnote, VerifiedCorpus, VerifiedQuotation
from briefgen.render.links.targets import readings_of
from briefgen.render.needs import About, surroundings_of
from briefgen.render.notes.references import footnote_markdown, reference_markdown
from briefgen.render.text.inlines import inline_markdown
from briefgen.render.view import BriefView
from briefgen.render.works import sort_key
from briefgen.text import TextFile

_PLACE = "///Footnotes Go Here///"
"""Where Python-Markdown puts the notes; else they stand at the end."""

_Put = tuple[int, int, str]
"""What stands in the place of a stretch of a page."""


def has_generated_pages(corpus: VerifiedCorpus) -> bool:
    """Whether the site has pages of ours: not where pages by hand cite and there are no briefs."""
    workspace = corpus.corpus.workspace
    return bool(workspace.briefs) or not workspace.pages


def cited_pages(
    corpus: VerifiedCorpus, files: Iterable[TextFile], each: Each = one_by_one
) -> Mapping[str, str]:
    """The texts of pages by hand as the site's builder is to read them, by their paths in ``docs/``."""
    if not corpus.pages:
        return {}
    surroundings = surroundings_of(corpus, readings_of(corpus), None)
    abouts = [surroundings.about(page) for page in corpus.pages]
    has_pages = has_generated_pages(corpus)

    def has_works(about: About) -> bool:  # what only a draft cites has none
        return has_pages and about.brief.front.status is not Status.DRAFT

    made = each(
        lambda about: _citing(about, has_works(about)),
        abouts,
        lambda about: _needs(about, has_works=has_works(about)),
    )
    written = {file.path: file.text for file in files}
    return {
        project.of_docs(about.brief.slug): _put(
            written[about.brief.slug], (*put, *_all_works(about.brief.resolved.brief, corpus))
        )
        for about, put in zip(abouts, made, strict=True)
    }


def _needs(about: About, *, has_works: bool) -> tuple[str, ...]:
    needs = about.brief.needs
    return ("cite on a page by hand", str(has_works), about.around, *needs) if needs else ()


def _put(text: str, changes: Iterable[_Put]) -> str:
    pieces, at = [], 0
    for start, end, said in sorted(changes, key=lambda one: one[:2]):
        pieces += [text[at:start], said]
        at = end
    return "".join([*pieces, text[at:]])


def _citing(about: About, has_works: bool) -> tuple[_Put, ...]:
    brief = about.brief
    view = replace(BriefView.of(brief, about.corpus, about.readings), has_works=has_works)
    return (
        *_marks(brief.quotations, view),
        *_brackets(brief.resolved.brief),
        *_citations(brief.resolved.brief, view),
        *_notes(about, view),
    )


def _citations(page: Brief, view: BriefView) -> Iterator[_Put]:
    text = page.file.text
    for citation in dict.fromkeys(citations_in(page.blocks)):
        if citation not in view.citations:
            continue
        start, end = citation.span.start, citation.span.end
        said = inline_markdown((citation,), view)
        before = text[:start].rpartition("\n")[2]
        if not citation.narrative and before.strip():
            start -= len(before) - len(before.rstrip(" \t"))
        if not before.strip() and text.startswith(":", end):
            said, end = f"{said}&#58;", end + 1  # else it would read as a definition
        yield start, end, f"{_mark_of_block(citation, view)}{said}"


def _marks(quotations: Iterable[VerifiedQuotation], view: BriefView) -> Iterator[_Put]:
    """Behind quoted words what became of looking them up."""
    for found in quotations:
        if found.quotation.form in (QuotationForm.BEFORE, QuotationForm.AFTER):
            end = found.quotation.span.end
            yield end, end, view.passage_mark(found)


def _brackets(page: Brief) -> Iterator[_Put]:
    """What is said of a quotation to us is not shown."""
    for span in our_spans(page.blocks):
        yield span.span.start, span.span.start + 1, ""
        yield span.attributes.span.start - 1, span.span.end, ""


def _mark_of_block(citation: Citation, view: BriefView) -> str:
    """The mark of a block quote, before the note of the citation that closes it."""
    blocks = (
        found
        for found in view.beside.get(citation, ())
        if found.quotation.form is QuotationForm.BLOCK
        and found.quotation.span.start <= citation.span.start < found.quotation.span.end
    )
    return "".join(f" {view.passage_mark(found)}" for found in blocks)


def _notes(about: About, view: BriefView) -> Iterator[_Put]:
    """The notes at the end of the page, and a mark of Python-Markdown's where they are to be shown."""
    page, notes = about.brief.resolved.brief, about.brief.resolved.footnotes
    text = page.file.text
    definitions = [
        f"[^{note.label}]: {footnote_markdown(note.citation, view)}"
        for note in notes
        if isinstance(note, CitationFootnote)
    ]
    places = list(marks_in(BIBLIOGRAPHY, page.file, page.blocks))
    for number, place in enumerate(places):
        is_there = number == 0 and notes and _PLACE not in text
        yield place.start, place.end, f"\n{_PLACE}\n" if is_there else ""
    if definitions:
        end = len(text.rstrip("\n"))  # what looks like spaces here may be a tag or a comment
        yield end, len(text), "\n\n" + "\n\n".join(definitions) + "\n"


def _all_works(page: Brief, corpus: VerifiedCorpus) -> Iterator[_Put]:
    """All works of the bibliography, where the page asks for them."""
    for place in marks_in(FULL_BIBLIOGRAPHY, page.file, page.blocks):
        lang = page.front.lang
        works = sorted(corpus.works, key=lambda work: sort_key(work, lang))
        lines = (f"-   {reference_markdown(work, lang, corpus.styled_work(work.key))}" for work in works)
        yield place.start, place.end, "\n" + "\n".join(lines) + "\n"
