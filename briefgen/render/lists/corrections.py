"""The list of all corrections, by work."""

from collections import Counter
from collections.abc import Iterable, Sequence

from briefgen.bibliography.languages import language_name
from briefgen.catalogue import Words
from briefgen.each import Needs
from briefgen.model.box import BoxKind
from briefgen.model.finding import VERDICTS_OF
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.page import Page, page_later
from briefgen.model.workspace import VerifiedCorpus
from briefgen.render.correction_entry import correction_entry
from briefgen.render.escape import escape_attribute, escape_html, escape_text
from briefgen.render.front import page_text
from briefgen.render.lists.filters import Choices, Filter, entry_attributes, filter_form
from briefgen.render.made_of import made_of
from briefgen.render.needs import About
from briefgen.render.neighbours import jump_line, periods_line, up_line
from briefgen.render.once import Correction, corrections_once
from briefgen.render.periods import MOST_ON_A_PAGE, by_period
from briefgen.render.works import work_in_short
from briefgen.summed import HasSummary


def corrections_pages(
    abouts: Sequence[About],
    corpus: VerifiedCorpus,
    words: Words,
    most: int = MOST_ON_A_PAGE,
) -> tuple[Page, ...]:
    """The page of all corrections and, for more than `most`, pages by the time of their briefs."""
    lang = corpus.settings.language
    every = corrections_once(abouts, lang)
    parts = by_period(every, lambda one: one.brief.front.date, most) if len(every) > most else ()
    intro = words.corrections_intro.format(errata=relative_path(pages.ERRATA, pages.CORRECTIONS))
    body = [f"# {words.corrections}", intro]
    if parts:
        said = words.newest_shown.format(shown=most, all=len(every))
        body += [escape_text(said), periods_line(parts, "", words, lang)]
    made = [_page(pages.CORRECTIONS, words.corrections, body, every[:most], corpus, words)]
    for period, of_period in parts:
        title = f"{words.corrections}: {period.words(lang)}"
        body = [up_line(words.corrections, pages.INDEX, words, lang), f"# {escape_text(title)}"]
        path = pages.part_path(pages.CORRECTIONS_BY_TIME, period.iso)
        made.append(_page(path, title, body, of_period, corpus, words))
    return tuple(made)


def _page(
    path: str,
    title: str,
    body: Sequence[str],
    corrections: Sequence[Correction],
    corpus: VerifiedCorpus,
    words: Words,
) -> Page:
    lang = corpus.settings.language

    def text() -> str:
        whole = "\n\n".join((*body, _by_work(corrections, corpus, words)))
        return page_text(title, whole, lang=lang, description=title, wide=False)

    return page_later(path, text, needs=_needs(corrections, corpus, lang, title, tuple(body)))


def _needs(corrections: Sequence[Correction], corpus: VerifiedCorpus, lang: str, *beside: object) -> Needs:
    """What a page is made from that lists these corrections: briefs say what of their works stands there, but
    for the order of these."""
    briefs: list[HasSummary] = []
    numbers = []
    for one in corrections:
        briefs += (one.about, *(brief for brief, _ in one.others))
        numbers.append((one.said.number, *(said.number for _, said in one.others)))
    keys = {key for one in corrections for key in one.said.works}
    order = tuple(key for key in corpus.works.keys if key in keys)
    return made_of(briefs, lang, order, tuple(numbers), *beside)


def _by_work(corrections: Sequence[Correction], corpus: VerifiedCorpus, words: Words) -> str:
    """The corrections of each work, with ways to those of one verdict."""
    entries = _Entries()
    lang = corpus.settings.language
    about: dict[str, list[Correction]] = {}
    for correction in corrections:
        for key in correction.said.works:
            about.setdefault(key, []).append(correction)
    groups = []
    for work in corpus.works:
        if work.key in about:
            way = relative_path(pages.work_path(work.key), pages.CORRECTIONS)
            heading = f"## [{escape_text(work_in_short(work, lang))}]({way})"
            own = escape_attribute(work.language or lang)
            title = f'<p class="{classes.ENTRY_LINE}" lang="{own}">{escape_html(work.title)}</p>'
            groups.append(_group([heading, *[title] * bool(work.title), *map(entries.of, about[work.key])]))
    if not groups:
        return words.no_corrections
    counts = Counter(correction.said.verdict for correction in corrections)
    jumps = [
        (anchors.first_of(verdict.value), f"{words.verdicts[verdict]} ({counts[verdict]})")
        for verdict in VERDICTS_OF[BoxKind.CORRECTION]
        if counts[verdict]
    ]
    form = filter_form(
        _filters(entries.choices, words, lang), entries.choices, words, anchors.LIST, folds=True
    )
    listed = "\n\n".join((f'<div id="{anchors.LIST}" markdown="1">', *groups, "</div>"))
    return "\n\n".join(part for part in (jump_line(words.jump, jumps), form, listed) if part)


def _filters(choices: Iterable[Choices], words: Words, lang: str) -> Iterable[Filter]:
    languages = sorted({tag for chosen in choices for tag in chosen["lang"]})
    yield Filter("verdict", words.verdict, {v.value: word for v, word in words.verdicts.items()})
    yield Filter("lang", words.filter_language, {tag: language_name(tag, lang) for tag in languages})


def _group(parts: Iterable[str]) -> str:
    return "\n\n".join((f'<section class="{classes.GROUP}" markdown="1">', *parts, "</section>"))


class _Entries:
    """The entries of corrections; the first one of each verdict has an id of its own."""

    def __init__(self) -> None:
        self._met: set[str] = set()
        self.choices: list[Choices] = []

    def of(self, correction: Correction) -> str:
        """The entry of one correction."""
        brief, verdict = correction.brief, correction.said.verdict.value
        languages = dict.fromkeys(
            one.front.lang for one in (brief, *(other for other, _ in correction.others))
        )
        choices = {"verdict": (verdict,), "lang": tuple(languages)}
        self.choices.append(choices)
        mark = "" if verdict in self._met else f' id="{anchors.first_of(verdict)}"'
        self._met.add(verdict)
        return correction_entry(correction, pages.CORRECTIONS, f"{mark}{entry_attributes(choices)}")
