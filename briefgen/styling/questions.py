"""What is asked of pandoc: each question by itself, and as documents that ask many at once."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from typing import TypeVar

from briefgen.bibliography.answers import Done, cites_of, encode, encode_answer, entries_of
from briefgen.styling.narrow import narrowed
from briefgen.styling.plans import plan_of
from briefgen.styling.requests import Item, Request, renamed
from briefgen.styling.states import State
from briefgen.styling.style import Style

_DIGEST = 20
_MOST_STATES = 2000
"""How many citations one document has at most."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A work in a list of works, by itself."""

    lang: str
    item: Item

    def said(self) -> object:
        """All of it, for a hash."""
        return [self.lang, self.item.text]


@dataclass(frozen=True, slots=True)
class Order:
    """The order of works in a list of just these."""

    lang: str
    items: tuple[Item, ...]

    def said(self) -> object:
        """All of it, for a hash."""
        return [self.lang, [item.text for item in self.items]]


@dataclass(frozen=True, slots=True)
class Places:
    """The order of all works in one list, as digests, whichever there were when it was asked: lists of some
    of them keep to it."""

    lang: str
    items: tuple[Item, ...] = field(compare=False)

    def said(self) -> object:
        """All of it, for a hash."""
        return [self.lang]


Question = Entry | Order | Places | State | Request
_Asked = TypeVar("_Asked", Entry, State)


@lru_cache(maxsize=16384)
def digest_of(item: Item) -> str:
    """A short hash of a work."""
    return sha256(item.text.encode()).hexdigest()[:_DIGEST]


def key_of(question: Question, made_with: str) -> str:
    """A hash of all that an answer depends on; `made_with` is the style and the engine."""
    said = json.dumps([type(question).__name__, question.said(), made_with])
    return sha256(said.encode()).hexdigest()[:_DIGEST]


@dataclass(frozen=True, slots=True)
class Document:
    """What is formatted at once: in which form of the style, and how the answer is parted."""

    style: str
    request: Request
    parted: Callable[[Done], Iterable[tuple[Question, str]]]


def documents(questions: Iterable[Question], style: Style) -> Iterator[Document]:
    """Documents that ask all of some questions."""
    asked = list(questions)
    for lang, entries in _by_language(one for one in asked if isinstance(one, Entry)):
        yield _of_entries(lang, entries)
    yield from (_of_order(one) for one in asked if isinstance(one, (Order, Places)))
    for lang, states in _by_language(one for one in asked if isinstance(one, State)):
        for part in _chunks(states, _MOST_STATES):
            yield _of_states(lang, part, style)
    yield from (_of_request(one) for one in asked if isinstance(one, Request))


def styles_of(style: Style, asked: Sequence[Document]) -> dict[str, str]:
    """The forms of the style that documents need, by their names, for no other works than theirs."""
    forms = {
        "briefs": lambda: style.for_briefs,
        "citations": lambda: style.for_citations,
        "entries": lambda: style.for_entries,
        "order": lambda: style.for_order,
    }
    items: dict[str, dict[str, Item]] = defaultdict(dict)
    for one in asked:
        items[one.style].update((item.text, item) for item in one.request.items)
    return {name: narrowed(forms[name](), items[name].values()) for name in sorted(items)}


def _of_entries(lang: str, entries: Sequence[Entry]) -> Document:
    items = tuple(renamed(one.item, number) for number, one in enumerate(entries))

    def part(answer: Done) -> Iterator[tuple[Question, str]]:
        found = dict(entries_of(answer))
        for entry, item in zip(entries, items, strict=True):
            yield entry, encode(found.get(item.id))

    return Document("entries", Request(lang, items), part)


def _of_order(order: Order | Places) -> Document:
    by_key = {item.id: item for item in order.items}

    def part(answer: Done) -> Iterator[tuple[Question, str]]:
        keys = [key for key, _ in entries_of(answer)]
        yield order, encode(keys if isinstance(order, Order) else [digest_of(by_key[key]) for key in keys])

    return Document("order", Request(order.lang, order.items), part)


def _of_states(lang: str, states: Sequence[State], style: Style) -> Document:
    plan = plan_of(states, lang, style)

    def part(answer: Done) -> Iterator[tuple[Question, str]]:
        for state, said in zip(plan.wanted, cites_of(answer), strict=True):
            if state is not None:
                yield state, encode(said)

    return Document("citations", plan.request, part)


def _of_request(request: Request) -> Document:
    return Document("briefs", request, lambda answer: [(request, encode_answer(answer))])


def _by_language(questions: Iterable[_Asked]) -> Iterator[tuple[str, list[_Asked]]]:
    found: dict[str, list[_Asked]] = defaultdict(list)
    for one in questions:
        found[one.lang].append(one)
    yield from found.items()


def _chunks(whole: Sequence[State], size: int) -> Iterator[list[State]]:
    rest = iter(whole)
    while part := list(islice(rest, size)):
        yield part
