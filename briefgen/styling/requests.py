"""What an engine of CSL is asked: a brief's citations in their order, and the works they name."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefgen.bibliography.export_csl import csl_item
from briefgen.catalogue import words_for
from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import citations_in
from briefgen.model.inline import Citation, CitationItem
from briefgen.model.work import Bibliography, Work
from briefgen.model.workspace import CitationFootnote, Footnote, ResolvedBrief, ResolvedCitation

_TERMS = {"article": "article-locator"}
"""What CSL calls a place in a work, where that is another word than ours."""


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
    """A note, with its number: one citation, or `inside` of an author's note all that it holds."""

    clusters: tuple[tuple[Cite, ...], ...]
    inside: bool = False
    number: int = 0


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

    def said(self) -> object:
        """All of it, for a hash."""
        notes = [
            [note.number, note.inside, [[cite.said() for cite in one] for one in note.clusters]]
            for note in self.notes
        ]
        return [self.lang, [item.text for item in self.items], notes]


def request_of(brief: ResolvedBrief, works: Bibliography) -> Request:
    """What is asked about one brief."""
    notes = tuple(
        Note(
            tuple(_cluster(one, works, brief.front.lang) for one in cited),
            not isinstance(note, CitationFootnote),
            number,
        )
        for number, note, cited in notes_of(brief)
    )
    return Request(
        brief.front.lang, tuple(items_of((works[key] for key in brief.works), brief.front.lang)), notes
    )


def notes_of(brief: ResolvedBrief) -> Iterator[tuple[int, Footnote, tuple[ResolvedCitation, ...]]]:
    """The footnotes that cite, each with its number and the citations that stand in it."""
    resolved = {one.citation: one for one in brief.citations}
    for number, note in enumerate(brief.footnotes, 1):
        if isinstance(note, CitationFootnote):
            yield number, note, (note.citation,)
        else:
            inside = (resolved.get(one) for one in citations_in(note.definition.children))
            if cited := tuple(one for one in inside if one is not None and one.items):
                yield number, note, cited


def citations_of(brief: ResolvedBrief) -> list[Citation]:
    """The citations that a request of a brief asks about, in their order."""
    return [one.citation for _, _, cited in notes_of(brief) for one in cited]


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


def renamed(item: Item, number: int) -> Item:
    """A work once more, under a name of its own."""
    name = f"{number}:{item.id}"
    return Item(name, json.dumps({**json.loads(item.text), "id": name}, ensure_ascii=False))
