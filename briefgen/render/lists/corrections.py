"""The list of all corrections, by work."""

from collections import Counter
from collections.abc import Iterable, Sequence

from briefgen.bibliography.languages import language_name
from briefgen.catalogue import Words
from briefgen.markdown.plain import block_text, without_citations
from briefgen.model.box import BoxKind
from briefgen.model.finding import VERDICTS_OF, Finding
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.page import Page
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.front import page_text
from briefgen.render.links.targets import AddressReadings
from briefgen.render.lists.filters import Choices, Filter, entry_attributes, filter_form
from briefgen.render.lists.once import Correction, corrections_once
from briefgen.render.neighbours import jump_line, periods_line, up_line
from briefgen.render.periods import MOST_ON_A_PAGE, by_period
from briefgen.render.states import State, state_of
from briefgen.render.text.blocks import BlockWriter
from briefgen.render.view import BriefView


def corrections_pages(
    briefs: Sequence[VerifiedBrief],
    corpus: VerifiedCorpus,
    readings: AddressReadings,
    words: Words,
    most: int = MOST_ON_A_PAGE,
) -> tuple[Page, ...]:
    """The page of all corrections and, for more than `most`, pages by the time of their briefs."""
    lang = corpus.settings.language
    every = corrections_once(briefs, corpus, lang)
    parts = by_period(every, lambda one: one.brief.front.date, most) if len(every) > most else ()
    intro = words.corrections_intro.format(errata=relative_path(pages.ERRATA, pages.CORRECTIONS))
    body = [f"# {words.corrections}", intro]
    if parts:
        said = words.newest_shown.format(shown=most, all=len(every))
        body += [escape_text(said), periods_line(parts, "", words, lang)]
    body.append(_by_work(every[:most], corpus, readings, words))
    made = [_page(pages.CORRECTIONS, words.corrections, body, lang)]
    for period, of_period in parts:
        title = f"{words.corrections}: {period.words(lang)}"
        body = [up_line(words.corrections, pages.INDEX, words, lang), f"# {escape_text(title)}"]
        path = pages.part_path(pages.CORRECTIONS_BY_TIME, period.iso)
        made.append(_page(path, title, [*body, _by_work(of_period, corpus, readings, words)], lang))
    return tuple(made)


def _page(path: str, title: str, body: Iterable[str], lang: str) -> Page:
    text = page_text(title, "\n\n".join(body), lang=lang, description=title, wide=False)
    return Page(path, text)


def _by_work(
    corrections: Sequence[Correction], corpus: VerifiedCorpus, readings: AddressReadings, words: Words
) -> str:
    """The corrections of each work, with ways to those of one verdict."""
    lists = _Lists(corpus, readings)
    about: dict[str, dict[str, list[Correction]]] = {}
    for correction in corrections:
        for key in _corrected(correction):
            about.setdefault(key, {}).setdefault(correction.brief.slug, []).append(correction)
    groups = []
    for work in corpus.works:
        if work.key in about:
            title = escape_text(work.title or work.key)
            way = relative_path(pages.work_path(work.key), pages.CORRECTIONS)
            heading = f"## [{title}]({way})"
            groups.append(_group([heading, *(lists.of(found) for found in about[work.key].values())]))
    if not groups:
        return words.no_corrections
    counts = Counter(correction.finding.verdict for correction in corrections)
    jumps = [
        (anchors.first_of(verdict.value), f"{words.verdicts[verdict]} ({counts[verdict]})")
        for verdict in VERDICTS_OF[BoxKind.CORRECTION]
        if counts[verdict]
    ]
    form = filter_form(
        _filters(lists.choices, words, corpus.settings.language), lists.choices, words, anchors.LIST
    )
    listed = "\n\n".join((f'<div id="{anchors.LIST}" markdown="1">', *groups, "</div>"))
    return "\n\n".join(part for part in (jump_line(words.jump, jumps), form, listed) if part)


def _corrected(correction: Correction) -> Iterable[str]:
    """The keys of the works whose words are corrected."""
    passages = {passage.quote.span for passage in correction.finding.passages}
    quoted = (one for one in correction.brief.quotations if one.quotation.span in passages)
    keys = dict.fromkeys(key for one in quoted for key in one.resolved.keys)
    return keys or correction.brief.resolved.examined


def _filters(choices: Iterable[Choices], words: Words, lang: str) -> Iterable[Filter]:
    languages = sorted({tag for chosen in choices for tag in chosen["lang"]})
    yield Filter("verdict", words.verdict, {v.value: word for v, word in words.verdicts.items()})
    yield Filter("lang", words.filter_language, {tag: language_name(tag, lang) for tag in languages})


def _group(parts: Iterable[str]) -> str:
    return "\n\n".join((f'<section class="{classes.GROUP}" markdown="1">', *parts, "</section>"))


class _Lists:
    """The lists of the corrections of briefs; the first correction of each verdict has an id of its own."""

    def __init__(self, corpus: VerifiedCorpus, readings: AddressReadings) -> None:
        self._corpus = corpus
        self._readings = readings
        self._met: set[str] = set()
        self.choices: list[Choices] = []

    def of(self, corrections: Sequence[Correction]) -> str:
        """Corrections of one brief."""
        brief = corrections[0].brief
        view = BriefView.of(brief, self._corpus, self._readings, pages.CORRECTIONS)
        own = escape_attribute(brief.front.lang)
        address = relative_path(pages.brief_path(brief.slug), pages.CORRECTIONS)
        items = [self._item(correction, view) for correction in corrections]
        return _group(
            (
                f"### [{escape_text(brief.front.title)}]({address}){{ lang={own} hreflang={own} }}",
                f'<div class="{classes.CORRECTION_LIST}" lang="{own}" markdown="1">\n<ul markdown="1">',
                "\n".join(items),
                "</ul>\n</div>",
            )
        )

    def _item(self, correction: Correction, view: BriefView) -> str:
        brief, finding, verdict = correction.brief, correction.finding, correction.finding.verdict.value
        languages = dict.fromkeys(
            one.front.lang for one in (brief, *(other for other, _ in correction.others))
        )
        choices = {"verdict": (verdict,), "lang": tuple(languages)}
        self.choices.append(choices)
        mark = "" if verdict in self._met else f' id="{anchors.first_of(verdict)}"'
        self._met.add(verdict)
        opening, closing = view.words.quotation_marks
        quotes = []
        for passage in finding.passages:
            quotation = view.quotations.get(passage.quote.span)
            text = quotation.quotation.text if quotation else block_text(passage.quote)
            lang = escape_attribute(view.language_of(quotation)) if quotation else view.lang
            quotes.append(f'<span lang="{lang}">{opening}{escape_text(text)}{closing}</span>')
            if quotation and state_of(quotation) is not State.FOUND:
                quotes.append(f'<span class="{classes.NOT_CHECKED}">({view.words.state_unchecked})</span>')
        more = f"[{view.words.to_the_box}]({_place(brief, finding)}){_elsewhere(correction, view.words)}"
        right = BlockWriter(view, {}).cell(without_citations(finding.statement.children))
        return (
            f'<li class="{classes.ENTRY}"{mark}{entry_attributes(choices)} markdown="span">'
            f'<span class="{classes.VERDICT} {verdict}">{view.words.verdicts[finding.verdict]}</span> '
            f"{' '.join(quotes)}<br>{right} {more}</li>"
        )


def _place(brief: VerifiedBrief, finding: Finding) -> str:
    return relative_path(pages.brief_path(brief.slug), pages.CORRECTIONS) + (
        f"#{finding.identifier}" if finding.identifier else ""
    )


def _elsewhere(correction: Correction, words: Words) -> str:
    """Links to the same correction in the translations of its brief."""
    return "".join(
        f" · {words.read_in} [{escape_text(language_name(brief.front.lang, brief.front.lang).capitalize())}]"
        f"({_place(brief, finding)}){{ lang={brief.front.lang} hreflang={brief.front.lang} }}"
        for brief, finding in correction.others
    )
