"""What an engine of CSL is asked: a brief's citations in their order, and the works they name."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from briefgen.bibliography.export_csl import csl_item
from briefgen.catalogue import words_for
from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import citations_in
from briefgen.model.inline import Citation, CitationItem
from briefgen.model.work import Bibliography, Work
from briefgen.model.workspace import CitationFootnote, Footnote, ResolvedBrief, ResolvedCitation

_TERMS = {"article": "article-locator"}
"""What CSL calls a place in a work, where that is another word than ours."""
_AFTER_FIRST = re.compile(r"((?:<[^>]*>)*[^<])")


@dataclass(frozen=True, slots=True)
class Cite:
    """One work of a citation. `term` and `value` are its locator; `shown` is what the locator says in words
    of ours, where a style has none."""

    id: str
    mode: str
    prefix: str
    suffix: str
    term: str = ""
    value: str = ""
    shown: str = ""

    def said(self) -> tuple[str, ...]:
        """All of it, as one value."""
        return (self.id, self.mode, self.prefix, self.suffix, self.term, self.value, self.shown)


@dataclass(frozen=True, slots=True)
class Note:
    """A note: one citation, or `inside` of an author's note all that it holds."""

    clusters: tuple[tuple[Cite, ...], ...]
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A work as an item of CSL-JSON, and that as a text."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Request:
    """What is formatted by itself: `items` are works as CSL-JSON; without `notes` they are listed."""

    lang: str
    items: tuple[Item, ...]
    notes: tuple[Note, ...] = ()

    def key(self, made_with: str) -> str:
        """A hash of all that the answer depends on; `made_with` is the style and the engine."""
        notes = [
            [note.inside, [[cite.said() for cite in one] for one in note.clusters]] for note in self.notes
        ]
        said = json.dumps([self.lang, [item.text for item in self.items], notes, made_with])
        return sha256(said.encode()).hexdigest()


def request_of(brief: ResolvedBrief, works: Bibliography) -> Request:
    """What is asked about one brief."""
    notes = tuple(
        Note(
            tuple(_cluster(one, works, brief.front.lang) for one in cited),
            not isinstance(note, CitationFootnote),
        )
        for note, cited in notes_of(brief)
    )
    return Request(
        brief.front.lang, tuple(items_of((works[key] for key in brief.works), brief.front.lang)), notes
    )


def requests_of_works(works: Iterable[Work], lang: str) -> dict[str, Request]:
    """What is asked about works by themselves, by their keys."""
    return {item.id: Request(lang, (item,)) for item in items_of(works, lang)}


def listed(requests: Iterable[Request]) -> Request:
    """Several requests about works of one language as one."""
    requests = tuple(requests)
    return Request(requests[0].lang, tuple(item for request in requests for item in request.items))


def notes_of(brief: ResolvedBrief) -> Iterator[tuple[Footnote, tuple[ResolvedCitation, ...]]]:
    """The footnotes that cite, each with the citations that stand in it."""
    resolved = {one.citation: one for one in brief.citations}
    for note in brief.footnotes:
        if isinstance(note, CitationFootnote):
            yield note, (note.citation,)
        else:
            inside = (resolved.get(one) for one in citations_in(note.definition.children))
            if cited := tuple(one for one in inside if one is not None and one.items):
                yield note, cited


def citations_of(brief: ResolvedBrief) -> list[Citation]:
    """The citations that a request of a brief asks about, in their order."""
    return [one.citation for _, cited in notes_of(brief) for one in cited]


def items_of(works: Iterable[Work], lang: str) -> Iterator[Item]:
    """Works as items, a set as its members, each once."""
    whole = (member for work in works for member in members_of(work))
    yield from (_item(work, lang) for work in {work.key: work for work in whole}.values())


@lru_cache(maxsize=16384)
def _item(work: Work, lang: str) -> Item:
    said = dict(csl_item(work, lang))
    if work.subtitle and "title-short" not in said:  # as Pandoc has it: what styles say the second time
        said["title-short"] = work.title
    return Item(work.key, json.dumps(said, ensure_ascii=False))


def members_of(work: Work) -> tuple[Work, ...]:
    """The works that are printed for one: it, or those of a set that has no title of its own."""
    return work.members if work.members and not work.title else (work,)


def _cluster(citation: ResolvedCitation, works: Bibliography, lang: str) -> tuple[Cite, ...]:
    return tuple(
        _cite(item, member.key, lang) for item in citation.items for member in members_of(works[item.key])
    )


def _cite(item: CitationItem, key: str, lang: str) -> Cite:
    remark = plain_text(item.remark).strip()
    if remark:
        remark = f" {remark}" if remark.startswith("(") else f", {remark}"
    prefix = plain_text(item.prefix)
    if item.locator is None:
        return Cite(key, item.mode.value, prefix, remark)
    term, value = item.locator.term, item.locator.value
    word, _ = words_for(lang).locators.get(term, ("", ""))
    return Cite(
        key, item.mode.value, prefix, remark, _TERMS.get(term, term), value, f"{word} {value}".strip()
    )


def joined(requests: Iterable[Request], *, told_apart: bool) -> Request:
    """Several requests of one language as one, in which no two have a work in common.

    `told_apart`: no two works of theirs look the same, either, so that nothing more is said of a work for the
    sake of one that another brief cites.
    """
    requests = tuple(requests)
    items: list[Item] = []
    notes: list[Note] = []
    for number, request in enumerate(requests):
        items += [_renamed(item, number, _mark(number) if told_apart else "") for item in request.items]
        notes += [_numbered(note, number) for note in request.notes]
    return Request(requests[0].lang, tuple(items), tuple(notes))


def number_and_key(identifier: str) -> tuple[int, str]:
    """Which request of those joined a work belongs to, and its key."""
    number, _, key = identifier.partition(":")
    return int(number), key


def without_mark(text: str) -> str:
    """A text without what made it another than that of another brief."""
    return _MARKS.sub("", text)


_ZERO, _ONE = "\u2063", "\u2064"
"""Invisible, and of no weight when texts are sorted."""
_MARKS = re.compile(f"[{_ZERO}{_ONE}]")


def _mark(number: int) -> str:
    return f"{number:b}".replace("0", _ZERO).replace("1", _ONE) + _ZERO


def _numbered(note: Note, number: int) -> Note:
    clusters = (tuple(_of(cite, number) for cite in cluster) for cluster in note.clusters)
    return Note(tuple(clusters), note.inside)


def _of(cite: Cite, number: int) -> Cite:
    return Cite(f"{number}:{cite.id}", cite.mode, cite.prefix, cite.suffix, cite.term, cite.value, cite.shown)


def _renamed(item: Item, number: int, mark: str) -> Item:
    name = f"{number}:{item.id}"
    said = {**json.loads(item.text), "id": name}
    return Item(name, json.dumps(_marked(said, mark) if mark else said, ensure_ascii=False))


def _marked(item: Mapping[str, object], mark: str) -> Mapping[str, object]:
    """An item whose names and title hold a mark, behind their first letters: case and order stay."""
    marked = dict(item)
    for variable, value in item.items():
        if variable in ("title", "title-short"):
            marked[variable] = _behind_first(str(value), mark)
        elif isinstance(value, list):
            marked[variable] = [
                _marked_name(name, mark) if isinstance(name, dict) else name for name in value
            ]
    return marked


def _marked_name(name: Mapping[str, str], mark: str) -> Mapping[str, str]:
    return {
        part: _behind_first(text, mark) if part in ("family", "literal") else text
        for part, text in name.items()
    }


def _behind_first(text: str, mark: str) -> str:
    return _AFTER_FIRST.sub(lambda found: found[1] + mark, text, count=1)
