"""The list of everything the briefs cite."""

from collections.abc import Iterable, Sequence

from briefgen.bibliography.languages import language_name
from briefgen.catalogue import Words
from briefgen.each import Needs
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.reference import Fragments
from briefgen.model.work import Work
from briefgen.model.workspace import VerifiedCorpus
from briefgen.remembered import remembered
from briefgen.render.exports import export_line
from briefgen.render.lists.filters import Choices, Filter, entry_attributes, filter_form
from briefgen.render.made_of import made_of
from briefgen.render.notes.fragments import fragments_markdown
from briefgen.render.notes.listed import listed, without_addresses
from briefgen.render.notes.styled import reference_of
from briefgen.render.works import first_date, sort_key


def source_list(works: Iterable[Work], corpus: VerifiedCorpus, words: Words, lang: str) -> str:
    """The works as an alphabetical list, with a form to narrow it down; empty without works."""
    ordered = sorted(works, key=lambda work: sort_key(work, lang))
    if not ordered:
        return ""
    choices = [_choices(work, bool(corpus.captures.of(work.key))) for work in ordered]
    entries = [
        _entry(work, corpus.styled_work(work.key), bool(corpus.captures.of(work.key)), words, lang)
        for work in ordered
    ]
    listed = "\n".join(entries)
    form = filter_form(_filters(choices, words, lang), choices, words, anchors.LIST)
    exports = export_line(lambda ending: relative_path(pages.all_works(ending), pages.WORKS), words)
    return (
        f'{form}\n\n<div class="{classes.SOURCE_LIST}" markdown="1">\n'
        f'<ul id="{anchors.LIST}" markdown="1">\n{listed}\n</ul>\n</div>\n\n{exports}'
    ).lstrip()


def needs_of_sources(works: Sequence[Work], corpus: VerifiedCorpus, lang: str) -> Needs:
    """What that list is made from, on a page with names that are one."""
    beside = tuple((corpus.styled_work(work.key), bool(corpus.captures.of(work.key))) for work in works)
    return made_of((), lang, corpus.settings.spellings, works, beside)


def _choices(work: Work, is_captured: bool) -> Choices:
    date = first_date(work)
    return {
        "capture": ("yes" if is_captured else "no",),
        "lang": (work.language,) if work.language else (),
        "year": (f"{date.year:04d}",) if date else (),
        "type": (work.kind.value,),
    }


@remembered()
def _entry(work: Work, styled: Fragments | None, is_captured: bool, words: Words, lang: str) -> str:
    choices = _choices(work, is_captured)
    state = words.captured if is_captured else words.not_captured
    way = relative_path(pages.work_path(work.key), pages.WORKS)
    said, is_linked = listed(reference_of(work, styled, lang), work, way, lang)
    link = f"[{state}]({way}){{ .{classes.SOURCE_STATE} }}"
    if is_linked:
        link = f'<span class="{classes.SOURCE_STATE}">{state}</span>'
    reference = fragments_markdown(said if styled else without_addresses(said))
    return f'<li class="{classes.ENTRY}"{entry_attributes(choices)} markdown="span">{reference} {link}</li>'


def _filters(choices: Sequence[Choices], words: Words, lang: str) -> Iterable[Filter]:
    languages = sorted({tag for chosen in choices for tag in chosen["lang"]})
    years = sorted({year for chosen in choices for year in chosen["year"]}, reverse=True)
    yield Filter("capture", words.filter_capture, {"yes": words.captured, "no": words.not_captured})
    yield Filter("lang", words.filter_language, {tag: language_name(tag, lang) for tag in languages})
    yield Filter("year", words.filter_year, {year: year for year in years})
    yield Filter("type", words.filter_kind, {kind.value: word for kind, word in words.work_kinds.items()})
