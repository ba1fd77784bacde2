"""In which order a style lists the works of a brief."""

from collections.abc import Iterable, Iterator, Mapping

from briefgen.bibliography.answers import decode_keys
from briefgen.styling.desk import Desk
from briefgen.styling.questions import Order, Places, Question, digest_of
from briefgen.styling.requests import Item, Request
from briefgen.styling.style import Style

_FEW = 3
"""Of so many briefs that cite a work which was not there before, each is asked about by itself."""


class Orders:
    """The order of each brief's works: that of all works, where they are in it, else one of its own.

    `items` are all works that are cited in a language.
    """

    def __init__(
        self, requests: Iterable[Request], items: Mapping[str, Iterable[Item]], style: Style, desk: Desk
    ) -> None:
        self._desk = desk
        self._sorts = style.sorts
        self._places: dict[str, Places] = {}
        self._own: dict[Request, Order] = {}
        self._ranked: dict[str, Mapping[str, int]] = {}
        if style.sorts and style.by_number:
            self._own = {one: Order(one.lang, one.items) for one in requests}
        elif style.sorts:
            asked = list(requests)
            for lang, all_items in items.items():
                self._add(lang, all_items, [one for one in asked if one.lang == lang])

    def _add(self, lang: str, items: Iterable[Item], requests: list[Request]) -> None:
        whole = Places(lang, tuple(items))
        text = self._desk.known(whole)
        if text is None and not requests:
            return
        self._places[lang] = whole
        if text is None:
            return
        known = set(decode_keys(text))
        new = [one for one in requests if not all(digest_of(item) in known for item in one.items)]
        if len(new) > _FEW:
            self._desk.forget(whole)
        else:
            self._own |= {one: Order(lang, one.items) for one in new}

    def questions(self) -> Iterator[Question]:
        """What has to be known."""
        yield from self._places.values()
        yield from self._own.values()

    def keys(self, request: Request) -> Iterable[str]:
        """The keys of the works of a brief, in their order."""
        if own := self._own.get(request):
            return decode_keys(self._desk.answer(own))
        if not self._sorts:
            return [item.id for item in request.items]
        places = self._ranks(request.lang)
        ordered = sorted(request.items, key=lambda item: places.get(digest_of(item), len(places)))
        return [item.id for item in ordered]

    def _ranks(self, lang: str) -> Mapping[str, int]:
        if lang not in self._ranked:
            keys = decode_keys(self._desk.answer(self._places[lang]))
            self._ranked[lang] = {key: number for number, key in enumerate(keys)}
        return self._ranked[lang]
