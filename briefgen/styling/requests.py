"""What an engine of CSL is asked: a brief's citations in their order, and the works they name."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.bibliography.export_csl import csl_item
from briefgen.bibliography.sets import members_of
from briefgen.catalogue import words_for
from briefgen.markdown.cited import notes_of
from briefgen.markdown.plain import plain_text
from briefgen.model.inline import CitationItem
from briefgen.model.work import Bibliography, Work
from briefgen.model.workspace import CitationFootnote, ResolvedBrief, ResolvedCitation

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


class Items:
    """Works of a bibliography as items, each made once in a language."""

    def __init__(self, works: Bibliography) -> None:
        self.works = works
        self._made: dict[tuple[str, str], tuple[tuple[Item, ...], str]] = {}

    def of(self, keys: Iterable[str], lang: str) -> tuple[Item, ...]:
        """Works as items, a set as its members, each once."""
        return tuple({item.id: item for key in keys for item in self._of_work(key, lang)[0]}.values())

    def said(self, key: str, lang: str) -> str:
        """All that the items of one work say, for a hash."""
        return self._of_work(key, lang)[1]

    def _of_work(self, key: str, lang: str) -> tuple[tuple[Item, ...], str]:
        if (key, lang) not in self._made:
            items = tuple(_item(member, lang) for member in members_of(self.works[key]))
            self._made[key, lang] = items, f"[{','.join(item.text for item in items)}]"
        return self._made[key, lang]


def request_of(brief: ResolvedBrief, items: Items) -> Request:
    """What is asked about one brief."""
    lang, works = brief.front.lang, items.works
    notes = tuple(
        Note(
            tuple(_cluster(one, works, lang) for one in cited),
            not isinstance(note, CitationFootnote),
            number,
        )
        for number, note, cited in notes_of(brief)
    )
    return Request(lang, items.of(brief.works, lang), notes)


def _item(work: Work, lang: str) -> Item:
    said = dict(csl_item(work, lang))
    if work.subtitle and "title-short" not in said:  # as Pandoc has it: what styles say the second time
        said["title-short"] = work.title
    return Item(work.key, json.dumps(said, ensure_ascii=False))


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
