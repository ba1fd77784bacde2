"""The stage that has references printed in a style of CSL, where the settings name one: by pandoc."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.bibliography.answers import decode_entry
from briefgen.bibliography.sets import entries_of
from briefgen.diagnostics import Diagnostic, Told
from briefgen.model.reference import Styled
from briefgen.model.workspace import ResolvedBrief, VerifiedCorpus
from briefgen.rules import UNUSABLE_STYLE
from briefgen.styling.apart import looks_alike
from briefgen.styling.desk import Desk
from briefgen.styling.find import StyleError, find_style
from briefgen.styling.finished import Finished, answer_of, name_of
from briefgen.styling.orders import Orders
from briefgen.styling.pandoc import PandocError, engine_with, find_pandoc, pandoc_stamp
from briefgen.styling.questions import Entry, Question
from briefgen.styling.requests import Item, Items, Request, request_of
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
    made_with = engine_with(style.text)
    desk = Desk(style, engine, made_with, kept)
    items = Items(corpus.works)
    briefs = [brief.resolved for brief in corpus.texts]
    names = {one.resolved.brief.file.path: name_of(one, items, made_with) for one in corpus.texts}
    answers = {path: answer_of(name, desk) for path, name in names.items()}
    new = {
        brief.brief.file.path: request_of(brief, items)
        for brief in briefs
        if answers[brief.brief.file.path] is None
    }
    cited = list({key: None for brief in briefs for key in brief.works})
    lang = corpus.settings.language
    listed = [Entry(lang, item) for item in items.of(cited, lang)] if style.lists else []
    made = _finish(list(dict.fromkeys(new.values())), _by_language(briefs, items), listed, style, desk)
    for path, request in new.items():
        desk.keep(names[path], made[request].encoded())
        answers[path] = answer_of(names[path], desk)
    runs = {one.item.id: decode_entry(desk.answer(one)) for one in listed}
    works = entries_of(
        (corpus.works[key] for key in cited), {key: said for key, said in runs.items() if said}
    )
    said = {path: answer for path, answer in answers.items() if answer is not None}
    return InStyle(Styled(style.in_notes, style.numbers, said, works), desk.used)


def _by_language(briefs: Iterable[ResolvedBrief], items: Items) -> Mapping[str, Sequence[Item]]:
    """All works that briefs of a language cite."""
    keys: dict[str, dict[str, None]] = {}
    for brief in briefs:
        keys.setdefault(brief.front.lang, {}).update(dict.fromkeys(brief.works))
    return {lang: list(items.of(several, lang)) for lang, several in keys.items()}


def _finish(
    requests: Sequence[Request],
    items: Mapping[str, Sequence[Item]],
    listed: Iterable[Entry],
    style: Style,
    desk: Desk,
) -> Mapping[Request, Finished]:
    """What the answers about briefs are put together of, which are asked for."""
    whole = {one for one in requests if not _is_parted(one, style) or looks_alike(one, style, desk.known)}
    parted = [one for one in requests if one not in whole]
    orders = Orders(parted, items, style, desk)
    desk.ask([*listed, *orders.questions(), *(part for one in parted for part in _parts(one, style)), *whole])
    alike = {one for one in parted if looks_alike(one, style, desk.answer)}
    desk.ask(one for one in parted if one in alike)
    return {
        one: Finished(whole=desk.name(one), beside=_beside(one, style, desk))
        if one in whole or one in alike
        else _put_together(one, style, desk, orders)
        for one in requests
    }


def _is_parted(request: Request, style: Style) -> bool:
    """Whether the citations of a brief are asked one by one, or none, as numbers of ours stand for them."""
    return _are_numbers(style) or has_states(request, style)


def _are_numbers(style: Style) -> bool:
    return style.numbers and not style.in_notes


def _parts(request: Request, style: Style) -> Iterable[Question]:
    """What is asked about a brief: its citations and its works, each by itself."""
    if style.lists:
        yield from (Entry(request.lang, item) for item in request.items)
    if not _are_numbers(style):
        yield from (state for state, _ in states_of(request, style))
        yield from (state for _, state in plain_states(request, style) if style.tells_apart)


def _put_together(request: Request, style: Style, desk: Desk, orders: Orders) -> Finished:
    """The answer about a brief, of those about its parts."""
    said = [] if _are_numbers(style) else states_of(request, style)
    by_key = {item.id: item for item in request.items}
    entries = [(key, desk.name(Entry(request.lang, by_key[key]))) for key in orders.keys(request)]
    return Finished(
        citations=[(desk.name(state), filling) for state, filling in said],
        entries=entries if style.lists else (),
        beside=_beside(request, style, desk),
    )


def _beside(request: Request, style: Style, desk: Desk) -> Sequence[str]:
    """The names of answers that said whether works look alike, as far as they were asked."""
    if not style.tells_apart or _are_numbers(style) or not has_states(request, style):
        return ()
    asked = (state for _, state in plain_states(request, style))
    return [name for name in dict.fromkeys(map(desk.name, asked)) if desk.by_name(name) is not None]
