"""The pages that list: briefs, sources, corrections, errata; and the page on method."""

from collections.abc import Sequence

from briefgen.bibliography.languages import language_name
from briefgen.catalogue import Words, words_for
from briefgen.model.address import work_address
from briefgen.model.brief import Status
from briefgen.model.finding import VERDICTS_OF
from briefgen.model.page import Page
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.blocks import BlockWriter
from briefgen.render.brief_text import description_of
from briefgen.render.dates import day_text
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.front import page_text
from briefgen.render.references import reference_markdown
from briefgen.render.view import BriefView
from briefgen.render.works import captures_of, sort_key
from briefgen.render.wrong import block_text, corrections_of, without_citations


def listing_pages(corpus: VerifiedCorpus, briefs: Sequence[VerifiedBrief]) -> tuple[Page, ...]:
    """All pages of the site that are about more than one brief."""
    lang = corpus.settings.language
    words = words_for(lang)
    newest = sorted(briefs, key=lambda brief: brief.slug)
    newest.sort(key=lambda brief: brief.front.updated or brief.front.date, reverse=True)
    bodies = {
        "briefs/index.md": (words.briefs, words.briefs_intro, _briefs(newest, words, lang)),
        "sources/index.md": (words.sources, words.sources_intro, _sources(corpus, briefs, words, lang)),
        "corrections/index.md": (
            words.corrections,
            words.corrections_intro.format(errata="../errata/index.md"),
            _corrections(newest, corpus, words),
        ),
        "errata/index.md": (words.errata_title, words.errata_intro, _errata(newest, words, lang)),
        "method/index.md": (words.method, words.method_text, _verdicts(words)),
    }
    return tuple(
        Page(
            path,
            page_text(
                title,
                f"# {title}\n\n{intro}\n\n{body}",
                lang=lang,
                description=intro.partition("\n")[0] if path != "corrections/index.md" else title,
                wide=False,
                facts=[("kind", "page" if path == "method/index.md" else "list")],
            ),
        )
        for path, (title, intro, body) in bodies.items()
    )


def _briefs(briefs: Sequence[VerifiedBrief], words: Words, lang: str) -> str:
    if not briefs:
        return words.no_briefs
    return "\n\n".join(_brief_entry(brief, words, lang) for brief in briefs)


def _brief_entry(brief: VerifiedBrief, words: Words, lang: str) -> str:
    front = brief.front
    own = escape_attribute(front.lang)
    said = [
        escape_text(day_text(front.updated or front.date, lang)),
        escape_text(language_name(front.lang, lang)),
    ]
    if front.status is Status.WITHDRAWN:
        said.insert(0, words.status[front.status])
    said += [escape_text(tag) for tag in front.tags]
    return "\n\n".join(
        [
            '<div class="brief-entry" markdown="1">',
            f"## [{escape_text(front.title)}]({brief.slug}.md){{ lang={own} hreflang={own} }}",
            f'<p class="entry-line">{" · ".join(said)}</p>',
            f'<p lang="{own}">{escape_text(description_of(brief))}</p>',
            "</div>",
        ]
    )


def _sources(corpus: VerifiedCorpus, briefs: Sequence[VerifiedBrief], words: Words, lang: str) -> str:
    cited = {work.key for brief in briefs for work in brief.resolved.works}
    lines = []
    for work in sorted(corpus.works, key=lambda work: sort_key(work, lang)):
        if work.key not in cited:
            continue
        state = words.captured if captures_of(work, corpus.captures) else words.not_captured
        lines.append(
            f"-   {reference_markdown(work, lang)} [{state}]({work_address(work.key)}.md){{ .source-state }}"
        )
    return '<div class="source-list" markdown="1">\n\n' + "\n".join(lines) + "\n\n</div>" if lines else ""


def _corrections(briefs: Sequence[VerifiedBrief], corpus: VerifiedCorpus, words: Words) -> str:
    parts = []
    for work in corpus.works:
        about = [brief for brief in briefs if work in brief.resolved.examined and corrections_of(brief)]
        if not about:
            continue
        parts.append(f"## [{escape_text(work.title or work.key)}](../sources/{work_address(work.key)}.md)")
        parts += [_corrections_of(brief, corpus) for brief in about]
    return "\n\n".join(parts) or words.no_corrections


def _corrections_of(brief: VerifiedBrief, corpus: VerifiedCorpus) -> str:
    view = BriefView.of(brief, corpus, "corrections/index.md")
    writer = BlockWriter(view, {}, {})
    own = escape_attribute(brief.front.lang)
    items = []
    for finding in corrections_of(brief):
        quotes = []
        for passage in finding.passages:
            quotation = view.quotations.get(passage.quote.span)
            text = quotation.quotation.text if quotation else block_text(passage.quote)
            opening, closing = view.words.quotation_marks
            quotes.append(f"{opening}{escape_text(text)}{closing}")
        verdict = f'<span class="verdict {finding.verdict}">{view.words.verdicts[finding.verdict]}</span>'
        place = f"../briefs/{brief.slug}.md" + (f"#{finding.identifier}" if finding.identifier else "")
        right = writer.cell(without_citations(finding.statement.children))
        items.append(f"-   {verdict} {' '.join(quotes)}<br>{right} [{view.words.to_the_box}]({place})")
    title = (
        f"### [{escape_text(brief.front.title)}](../briefs/{brief.slug}.md){{ lang={own} hreflang={own} }}"
    )
    return (
        f'{title}\n\n<div class="correction-list" lang="{own}" markdown="1">\n\n'
        + "\n".join(items)
        + "\n\n</div>"
    )


def _errata(briefs: Sequence[VerifiedBrief], words: Words, lang: str) -> str:
    errata = [(erratum, brief) for brief in briefs for erratum in brief.front.errata]
    errata.sort(key=lambda pair: pair[0].date, reverse=True)
    parts = []
    for erratum, brief in errata:
        place = f"../briefs/{brief.slug}.md" + (f"#{erratum.where}" if erratum.where else "")
        own = escape_attribute(brief.front.lang)
        parts.append(
            f"**{escape_text(day_text(erratum.date, lang))} · {words.erratum_kind[erratum.kind]}**, "
            f"[{escape_text(brief.front.title)}]({place}){{ lang={own} hreflang={own} }}\n\n"
            f":   {words.was}: {escape_text(erratum.was)}\n\n:   {words.now}: {escape_text(erratum.now)}"
        )
    listed = "\n\n".join(parts) or words.no_errata
    return f"{listed}\n\n## {words.errata_policy} {{ #policy }}\n\n{words.errata_policy_text}"


def _verdicts(words: Words) -> str:
    rows = [
        f'<span class="verdict {verdict}">{words.verdicts[verdict]}</span>\n'
        f":   {words.verdict_meanings[verdict]}"
        for verdicts in VERDICTS_OF.values()
        for verdict in verdicts
    ]
    return "\n\n".join([f"## {words.verdict_legend} {{ #verdicts }}", *rows, words.no_intent])
