"""The stage that has references printed in a style of CSL, where the settings name one: by pandoc."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from briefgen.diagnostics import Diagnostic, Told
from briefgen.model.reference import Fragment, Fragments, Styled, StyledBrief, StyledCitation
from briefgen.model.work import Bibliography, Work
from briefgen.model.workspace import ResolvedBrief, VerifiedCorpus
from briefgen.rules import UNUSABLE_STYLE
from briefgen.styling.answers import Answer, decode_answer, encode_answer, parted, parted_list
from briefgen.styling.find import StyleError, find_style
from briefgen.styling.pandoc import PandocError, answers, engine_with, find_pandoc, pandoc_stamp
from briefgen.styling.requests import (
    Request,
    citations_of,
    joined,
    listed,
    members_of,
    request_of,
    requests_of_works,
)
from briefgen.styling.style import Style
from briefgen.text import TextFile

__all__ = ["InStyle", "pandoc_stamp", "style_references"]

_BRIEFS, _EACH = "briefs", "each"
_MOST_JOINED = 500
"""How many citations one document has at most: looking for those alike takes longer the more there are."""


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
    cited = {key: None for brief in corpus.briefs for key in brief.resolved.works}
    works = [corpus.works[key] for key in cited]
    of_works = requests_of_works(works, corpus.settings.language)
    of_briefs = [request_of(brief.resolved, corpus.works) for brief in corpus.briefs]
    made_with = engine_with(style.text)
    keys = [request.key(made_with) for request in (*of_works.values(), *of_briefs)]
    asked = dict(zip(keys, (*of_works.values(), *of_briefs), strict=True))
    known = {key: answer for key, text in kept.items() if key in asked and (answer := _decoded(text))}
    missing = {key: request for key, request in asked.items() if key not in known}
    new = _answered(missing, style, engine) if missing else {}
    whole = known | {key: decode_answer(text) for key, text in new.items()}
    styled = Styled(
        style.in_notes,
        style.numbers,
        {
            brief.resolved.brief.file.path: _styled(brief.resolved, corpus.works, whole[key], style)
            for brief, key in zip(corpus.briefs, keys[len(of_works) :], strict=True)
        },
        _entries(works, Answer((), _each_by_itself(whole[key] for key in keys[: len(of_works)]))),
    )
    return InStyle(styled, {key: new.get(key) or kept[key] for key in asked})


def _answered(asked: Mapping[str, Request], style: Style, engine: PurePath) -> dict[str, str]:
    """Ask for what is not known yet, all at once."""
    documents = list(_documents(asked, style))
    styles = {_BRIEFS: style.for_briefs, _EACH: style.for_each_work}
    made = answers(engine, styles, [(one.style, one.request) for one in documents])
    found: dict[str, str] = {}
    for one, answer in zip(documents, made, strict=True):
        parts = one.parted(answer, [asked[key] for key in one.keys])
        found |= {key: encode_answer(part) for key, part in zip(one.keys, parts, strict=True)}
    return found


@dataclass(frozen=True, slots=True)
class _Document:
    """What is formatted at once: by which style, for which requests, and how the answer is parted."""

    style: str
    keys: Sequence[str]
    request: Request
    parted: Callable[[Mapping[str, object], Sequence[Request]], list[Mapping[str, object]]]


def _documents(asked: Mapping[str, Request], style: Style) -> Iterator[_Document]:
    """Works in one list; briefs each by itself, or together where no note knows the number of another."""
    works: dict[str, list[str]] = defaultdict(list)
    notes: dict[str, list[str]] = defaultdict(list)
    for key, request in asked.items():
        if not request.notes and len(request.items) == 1:
            works[request.lang].append(key)
        elif request.notes and style.in_notes and not style.counts_notes:
            notes[request.lang].append(key)
        else:
            yield _Document(_BRIEFS, (key,), request, lambda answer, _: [answer])
    for keys in works.values():
        yield _Document(_EACH, keys, listed(asked[key] for key in keys), parted_list)
    for keys in notes.values():
        for group in _groups(keys, asked):
            whole = joined((asked[key] for key in group), told_apart=style.tells_apart)
            yield _Document(_BRIEFS, group, whole, parted)


def _groups(keys: Iterable[str], asked: Mapping[str, Request]) -> Iterator[Sequence[str]]:
    """Requests in groups that are not too long."""
    group: list[str] = []
    size = 0
    for key in keys:
        if size > _MOST_JOINED:
            yield group
            group, size = [], 0
        group.append(key)
        size += len(asked[key].notes)
    yield group


def _decoded(text: str) -> Answer | None:
    try:
        return decode_answer(text)
    except (AttributeError, LookupError, TypeError, ValueError):
        return None


def _styled(brief: ResolvedBrief, works: Bibliography, answer: Answer, style: Style) -> StyledBrief:
    """What is said of each citation; those that share a note say the same."""
    said = dict(zip(citations_of(brief), answer.citations, strict=True))
    if style.in_notes:
        inside = {one.citation for one in brief.citations if not one.label}
        said = {one: _bare(cited) if one in inside else cited for one, cited in said.items()}
    by_label = {
        one.label: said[one.citation] for one in brief.citations if one.label and one.citation in said
    }
    shared = {one.citation: by_label[one.label] for one in brief.citations if one.label in by_label}
    return StyledBrief(shared | said, _entries((works[key] for key in brief.works), answer))


def _bare(cited: StyledCitation) -> StyledCitation:
    """A citation inside an author's note without the brackets around it, which are ours."""
    text = cited.text
    if not text or not text[0].text.startswith("(") or not text[-1].text.endswith(")"):
        return cited
    first = replace(text[0], text=text[0].text[1:])
    bare = (first, *text[1:])
    last = replace(bare[-1], text=bare[-1].text[:-1])
    return StyledCitation((*bare[:-1], last), cited.names)


def _each_by_itself(every: Iterable[Answer]) -> Mapping[str, Fragments]:
    return {key: runs for answer in every for key, runs in answer.entries.items()}


def _entries(works: Iterable[Work], answer: Answer) -> Mapping[str, Fragments]:
    """The entries of works, in the order of the style's list; a set is where its first member is."""
    places = {key: number for number, key in enumerate(answer.entries)}
    found: list[tuple[int, str, Fragments]] = []
    for work in works:
        own = [member.key for member in members_of(work) if member.key in places]
        if own:
            runs: Fragments = ()
            for number, key in enumerate(own):
                runs += (Fragment(" "),) * bool(number) + answer.entries[key]
            found.append((places[own[0]], work.key, runs))
    return {key: runs for _, key, runs in sorted(found, key=lambda one: one[:2])}
