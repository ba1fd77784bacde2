"""References and footnotes in Markdown."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from briefgen.bibliography.reference import format_reference, format_short
from briefgen.bibliography.wording import reference_words_for
from briefgen.markdown.plain import plain_text
from briefgen.model.citation import CitationMode, Locator
from briefgen.model.inline import CitationItem
from briefgen.model.layout import anchors
from briefgen.model.quotation import QuotationForm
from briefgen.model.reference import Fragments
from briefgen.model.work import Work
from briefgen.model.workspace import ResolvedCitation, VerifiedQuotation
from briefgen.render.escape import ended, escape_text
from briefgen.render.notes.absence import absences_of
from briefgen.render.notes.compared import compared_markdown
from briefgen.render.notes.evidence import evidence_markdown
from briefgen.render.notes.fragments import fragments_markdown
from briefgen.render.notes.listed import listed, without_addresses
from briefgen.render.notes.styled import entry_of, reference_of, styled_citation
from briefgen.render.view import BriefView


@lru_cache(maxsize=4096)
def reference_markdown(work: Work, lang: str, styled: Fragments | None = None) -> str:
    """The printed entry of a work by itself."""
    return fragments_markdown(reference_of(work, styled, lang))


def cite_in_full(citation: ResolvedCitation, view: BriefView) -> str:
    """All works of a citation: prefix, reference, locator and remark of each, joined by semicolons; or what a
    style of CSL makes of them."""
    if (styled := styled_citation(citation, view)) is not None:
        return styled
    return "; ".join(_item(citation, number, view) for number in range(len(citation.items)))


def footnote_markdown(citation: ResolvedCitation, view: BriefView) -> str:
    """The text of a citation's footnote, on one line: the references, then what the words rest on."""
    own = [found for found in view.beside.get(citation.citation, ()) if not found.resolved.translation]
    return _with_evidence(citation, own, view)


def cited_inside(citation: ResolvedCitation, view: BriefView) -> str:
    """A citation inside a footnote of the author's, where quotations have their marks beside them: the
    references, then the words quoted in locators. It may stand amid a sentence, so that nothing was compared
    is not said there."""
    locators = [
        found
        for found in view.beside.get(citation.citation, ())
        if found.quotation.form is QuotationForm.LOCATOR
    ]
    told = any(absences_of(citation.citation, view)) or compared_markdown(
        citation.citation, view, is_told=True
    )
    if not locators and not told:
        return cite_in_full(citation, view)
    return _with_evidence(citation, locators, view, inside=True)


def _with_evidence(
    citation: ResolvedCitation,
    quotations: Iterable[VerifiedQuotation],
    view: BriefView,
    *,
    inside: bool = False,
) -> str:
    every = view.beside.get(citation.citation, ())
    translated = any(found.resolved.translation for found in every)
    evidence = evidence_markdown(quotations, view, translated=translated)
    absences = tuple(absences_of(citation.citation, view))
    compared = compared_markdown(citation.citation, view, is_told=inside or bool(evidence or any(absences)))
    return " ".join(filter(None, (ended(cite_in_full(citation, view)), evidence, *absences, compared)))


def _item(citation: ResolvedCitation, number: int, view: BriefView) -> str:
    """A work cited: in full for the first time in a brief, in short and with a link to there afterwards."""
    said = citation.items[number]
    locator = f", {escape_text(locator_text(said.locator, view))}" if said.locator else ""
    if first := view.again.get((citation.citation, number)):
        text = f"[{_in_short(citation, said, view)}{locator}](#{anchors.note(first)})"
    else:
        text = _in_full(said, view) + locator
    if said.prefix:
        text = f"{escape_text(plain_text(said.prefix))} {text}"
    if said.remark:
        remark = escape_text(plain_text(said.remark)).strip()
        text += f" {remark}" if remark.startswith("(") else f", {remark}"
    return text


def _in_full(said: CitationItem, view: BriefView) -> str:
    work = _without_author(said, view)
    if said.locator and said.locator.term == "page":
        work = _without_pages(work)
    way = view.way_to_work(work.key)
    if view.styled:
        return fragments_markdown(listed(entry_of(work, view), work, way, view.lang)[0]).removesuffix(".")
    return reference_to(work, way, view.lang, notes=view.entry_notes)[0].removesuffix(".")


@lru_cache(maxsize=4096)
def _without_pages(work: Work) -> Work:
    """Where a page is meant, the pages that the work runs over are not named, too."""
    return replace(work, pages="")


@lru_cache(maxsize=8192)
def reference_to(work: Work, way: str, lang: str, *, notes: bool = False) -> tuple[str, bool]:
    """A work's entry after our own pattern, its title leading to `way`, and whether it has one that can."""
    reference, is_linked = listed(format_reference(work, lang, notes=notes), work, way, lang)
    return fragments_markdown(without_addresses(reference)), is_linked


def _in_short(citation: ResolvedCitation, said: CitationItem, view: BriefView) -> str:
    if citation.citation in view.ibid:
        return escape_text(reference_words_for(view.lang).ibid)
    return fragments_markdown(format_short(_without_author(said, view), view.lang))


def _without_author(said: CitationItem, view: BriefView) -> Work:
    work = view.works[said.key]
    if said.mode is CitationMode.SUPPRESS_AUTHOR:
        return replace(work, authors=(), short_author="")
    return work


def locator_text(locator: Locator, view: BriefView) -> str:
    """A locator with its label in the brief's language: ``pp. 33–35``."""
    value = locator.value.replace("--", "–").replace("-", "–")
    several = any(sign in value for sign in "–,&") or " and " in value or " und " in value
    words = reference_words_for(view.lang)
    if locator.term == "page" and words.language != view.words.language:
        return (words.pages if several else words.page).format(value)
    one, many = view.words.locators.get(locator.term, ("", ""))
    return f"{many if several else one} {value}".strip()
