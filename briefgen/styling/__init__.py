"""The stage that has references printed in a style of CSL, where the settings name one: by pandoc."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefgen.diagnostics import Diagnostic, Told
from briefgen.model.reference import Fragment, Fragments, Styled, StyledBrief, StyledCitation
from briefgen.model.work import Bibliography, Work
from briefgen.model.workspace import ResolvedBrief, VerifiedCorpus
from briefgen.rules import UNUSABLE_STYLE
from briefgen.styling.answers import Answer, decode_answer, decode_citation, decode_entry
from briefgen.styling.apart import looks_alike
from briefgen.styling.desk import Desk
from briefgen.styling.find import StyleError, find_style
from briefgen.styling.orders import Orders
from briefgen.styling.pandoc import PandocError, engine_with, find_pandoc, pandoc_stamp
from briefgen.styling.questions import Entry, Question
from briefgen.styling.requests import Request, citations_of, items_of, members_of, request_of
from briefgen.styling.states import has_states, plain_states, states_of
from briefgen.styling.style import Style
from briefgen.text import TextFile

__all__ = ["InStyle", "pandoc_stamp", "style_references"]


@dataclass(frozen=True, slots=True)
class InStyle:
    """All references in a style, None for our own pattern; and each answer, by what was asked, to be kept."""

    styled: Styled | None = None
    kept: Mapping[str, str] = field(default_factory=dict)


def style_references(corpus: VerifiedCorpus, own: TextFile | None, kept: Mapping[str, str]) -> Told[InStyle]:
    """Have all citations printed in the style that the settings name, if they do.

    `own` is the style, where it is a file of the project; `kept` are answers of earlier runs.
    Tells what is missing, or wrong with the style. Raises OSError.
    """
    named = corpus.settings.references.style
    if named is None:
        return Told(InStyle())
    try:
        return Told(_in_style(corpus, find_style(named.name, own.text if own else None), kept))
    except StyleError as error:
        return Told(InStyle(), (Diagnostic(UNUSABLE_STYLE, named.span, str(error), hint=error.hint),))
    except PandocError as error:
        message = f"pandoc prints nothing in the style `{named.name}`: {error}"
        hint = "it must be pandoc 3.1.1 or newer"
        return Told(InStyle(), (Diagnostic(UNUSABLE_STYLE, named.span, message, hint=hint),))


def _in_style(corpus: VerifiedCorpus, style: Style, kept: Mapping[str, str]) -> InStyle:
    engine = find_pandoc()
    if engine is None:
        raise StyleError(
            "a style needs pandoc, which is not installed",
            "install the extra: `pip install briefgen[styles]`",
        )
    desk = Desk(style, engine, engine_with(style.text), kept)
    cited = {key: None for brief in corpus.briefs for key in brief.resolved.works}
    works = [corpus.works[key] for key in cited]
    lang = corpus.settings.language
    listed = [Entry(lang, item) for item in items_of(works, lang)] if style.lists else []
    requests = [request_of(brief.resolved, corpus.works) for brief in corpus.briefs]
    orders = Orders((one for one in requests if _is_parted(one, style)), style, desk)
    desk.ask([*listed, *orders.questions(), *(part for one in requests for part in _parts(one, style))])
    whole = [one for one in requests if not _is_parted(one, style) or looks_alike(one, style, desk)]
    desk.ask(whole)
    asked_whole = set(whole)
    answers = [
        decode_answer(desk.answer(one)) if one in asked_whole else _put_together(one, style, desk, orders)
        for one in requests
    ]
    styled = Styled(
        style.in_notes,
        style.numbers,
        {
            brief.resolved.brief.file.path: _styled(brief.resolved, corpus.works, answer, style)
            for brief, answer in zip(corpus.briefs, answers, strict=True)
        },
        _entries(works, _listed(listed, desk)),
    )
    return InStyle(styled, desk.used)


def _is_parted(request: Request, style: Style) -> bool:
    """Whether the citations of a brief are asked one by one, or none, as numbers of ours stand for them."""
    return _are_numbers(style) or has_states(request, style)


def _are_numbers(style: Style) -> bool:
    return style.numbers and not style.in_notes


def _parts(request: Request, style: Style) -> Iterable[Question]:
    """What is asked about a brief: its citations and its works, each by itself."""
    if not _is_parted(request, style):
        return
    if style.lists:
        yield from (Entry(request.lang, item) for item in request.items)
    if not _are_numbers(style):
        yield from (state for state, _ in states_of(request, style))
        yield from (state for _, state in plain_states(request, style) if style.tells_apart)


def _put_together(request: Request, style: Style, desk: Desk, orders: Orders) -> Answer:
    """The answer about a brief, of those about its parts."""
    said = [] if _are_numbers(style) else states_of(request, style)
    citations = tuple(decode_citation(filling.of(desk.answer(state))) for state, filling in said)
    entries = _listed((Entry(request.lang, item) for item in request.items) if style.lists else (), desk)
    return Answer(citations, {key: entries[key] for key in orders.keys(request) if key in entries})


def _listed(entries: Iterable[Entry], desk: Desk) -> Mapping[str, Fragments]:
    found = {one.item.id: decode_entry(desk.answer(one)) for one in entries}
    return {key: runs for key, runs in found.items() if runs}


def _styled(brief: ResolvedBrief, works: Bibliography, answer: Answer, style: Style) -> StyledBrief:
    """What is said of each citation; those that share a note say the same."""
    if _are_numbers(style):
        return StyledBrief({}, _entries((works[key] for key in brief.works), answer.entries))
    said = dict(zip(citations_of(brief), answer.citations, strict=True))
    if style.in_notes:
        inside = {one.citation for one in brief.citations if not one.label}
        said = {one: _bare(cited) if one in inside else cited for one, cited in said.items()}
    by_label = {
        one.label: said[one.citation] for one in brief.citations if one.label and one.citation in said
    }
    shared = {one.citation: by_label[one.label] for one in brief.citations if one.label in by_label}
    return StyledBrief(shared | said, _entries((works[key] for key in brief.works), answer.entries))


def _bare(cited: StyledCitation) -> StyledCitation:
    """A citation inside an author's note without the brackets around it, which are ours."""
    text = cited.text
    if not text or not text[0].text.startswith("(") or not text[-1].text.endswith(")"):
        return cited
    first = replace(text[0], text=text[0].text[1:])
    bare = (first, *text[1:])
    last = replace(bare[-1], text=bare[-1].text[:-1])
    return StyledCitation((*bare[:-1], last), cited.names)


def _entries(works: Iterable[Work], entries: Mapping[str, Fragments]) -> Mapping[str, Fragments]:
    """The entries of works, in the order of the style's list; a set is where its first member is."""
    places = {key: number for number, key in enumerate(entries)}
    found: list[tuple[int, str, Fragments]] = []
    for work in works:
        own = [member.key for member in members_of(work) if member.key in places]
        if own:
            runs: Fragments = ()
            for number, key in enumerate(own):
                runs += (Fragment(" "),) * bool(number) + entries[key]
            found.append((places[own[0]], work.key, runs))
    return {key: runs for _, key, runs in sorted(found, key=lambda one: one[:2])}
