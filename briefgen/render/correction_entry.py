"""A correction by itself, as lists have it: passage, translation, what is right, evidence, where and when."""

from collections.abc import Iterator, Sequence

from briefgen.bibliography.date_words import day_text
from briefgen.bibliography.languages import language_name
from briefgen.catalogue import Words, words_for
from briefgen.markdown.plain import block_text, plain_text, without_citations
from briefgen.model.finding import Finding, Passage
from briefgen.model.layout import classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.workspace import VerifiedBrief
from briefgen.remembered import remembered
from briefgen.render.escape import escape_attribute, escape_html, escape_text
from briefgen.render.needs import About
from briefgen.render.once import Correction, Said, corrections_of
from briefgen.render.states import State, state_of
from briefgen.render.text.blocks import BlockWriter
from briefgen.render.verdicts import verdict_badge
from briefgen.render.view import BriefView
from briefgen.render.works import work_in_short
from briefgen.summed import summed

_MOST_EVIDENCE = 8
"""More works behind one correction are told by the brief."""


def correction_entry(correction: Correction, page: str, attributes: str = "") -> str:
    """The entry of a correction on a page, with `attributes` that it is found by."""
    brief = correction.brief
    own = escape_attribute(brief.front.lang)
    body, last = _entries(correction.about, page)[correction.said.number]
    elsewhere = _elsewhere(correction.others, page, words_for(brief.front.lang))
    parts = [
        f'<div class="{classes.ENTRY} {classes.CORRECTION_ENTRY}"{attributes} lang="{own}" markdown="1">',
        body,
        "\n".join((" · ".join((*last, *elsewhere)), f"{{ .{classes.ENTRY_LINE} }}")),
        "</div>",
    ]
    return "\n\n".join(parts)


@remembered()
@summed
def _entries(about: About, page: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What stands in the entry of each correction of a brief, and the parts of its last line."""
    view = BriefView.of(about.brief, about.corpus, about.readings, page)
    writer = BlockWriter(view, {})
    return tuple(
        (_body(finding, about.brief, view, writer, page), tuple(_last_line(finding, about.brief, view, page)))
        for finding in corrections_of(about.brief)
    )


def _body(finding: Finding, brief: VerifiedBrief, view: BriefView, writer: BlockWriter, page: str) -> str:
    right = writer.cell(without_citations(finding.statement.children))
    parts = (
        f"{verdict_badge(finding.verdict, view.words, view.way_to)} **{_title(finding, brief, view, page)}**",
        *(part for passage in finding.passages for part in _passage(passage, view)),
        f'<span class="{classes.LABEL}">{view.words.what_is_right}</span> {right}',
    )
    return "\n\n".join(parts)


def _title(finding: Finding, brief: VerifiedBrief, view: BriefView, page: str) -> str:
    title = " ".join(plain_text(without_citations(finding.box.title)).split())
    return f"[{escape_text(title or view.words.to_the_box)}]({_place(brief, finding.identifier, page)})"


def _passage(passage: Passage, view: BriefView) -> Iterator[str]:
    quotation = view.quotations.get(passage.quote.span)
    text = " ".join((quotation.quotation.text if quotation else block_text(passage.quote)).split())
    lang = escape_attribute(view.language_of(quotation)) if quotation else view.lang
    name = classes.QUOTATION
    note = ""
    if quotation and state_of(quotation) is not State.FOUND:
        name += f" {classes.UNCHECKED}"
        note = f' <span class="{classes.NOT_CHECKED}">({escape_html(view.words.state_unchecked)})</span>'
    said = f'<p lang="{lang}" dir="auto">{escape_html(text)}{note}</p>'
    if passage.translation:
        translated = " ".join(block_text(passage.translation).split())
        said += f'<p class="{classes.TRANSLATED}" dir="auto">{escape_html(translated)}</p>'
    yield f'<blockquote class="{name}">{said}</blockquote>'


def _last_line(finding: Finding, brief: VerifiedBrief, view: BriefView, page: str) -> Iterator[str]:
    """The evidence, the brief and its day."""
    words = view.words
    keys = dict.fromkeys(
        item.key
        for citation in finding.evidence
        if (resolved := view.citations.get(citation))
        for item in resolved.items
    )
    if works := [view.works[key] for key in keys][:_MOST_EVIDENCE]:
        named = (
            f"[{escape_text(work_in_short(work, view.lang))}]({view.way_to(pages.work_path(work.key))})"
            for work in works
        )
        yield f"{words.evidence}: {'; '.join(named)}"
    title, day = escape_text(brief.front.title), escape_text(day_text(brief.front.date, view.lang))
    yield f"[{title}]({relative_path(pages.brief_path(brief.slug), page)}), {day}"


def _elsewhere(others: Sequence[tuple[VerifiedBrief, Said]], page: str, words: Words) -> Iterator[str]:
    """Links to the same correction in the translations of its brief."""
    for brief, said in others:
        lang = brief.front.lang
        name = escape_text(language_name(lang, lang).capitalize())
        place = _place(brief, said.identifier, page)
        yield f"{words.read_in} [{name}]({place}){{ lang={lang} hreflang={lang} }}"


def _place(brief: VerifiedBrief, identifier: str, page: str) -> str:
    return relative_path(pages.brief_path(brief.slug), page) + (f"#{identifier}" if identifier else "")
