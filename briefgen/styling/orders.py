"""In which order a style lists the works of a brief."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from briefgen.styling.answers import decode_keys
from briefgen.styling.desk import Desk
from briefgen.styling.questions import Order, Places, Question, digest_of
from briefgen.styling.requests import Request
from briefgen.styling.style import Style

_FEW = 3
"""Of so many briefs that cite a work which was not there before, each is asked about by itself."""


class Orders:
    """The order of each brief's works: that of all works, where they are in it, else one of its own."""

    def __init__(self, requests: Iterable[Request], style: Style, desk: Desk) -> None:
        self._desk = desk
        self._sorts = style.sorts
        self._places: dict[str, Places] = {}
        self._own: dict[Request, Order] = {}
        self._ranked: dict[str, Mapping[str, int]] = {}
        of_language: dict[str, list[Request]] = defaultdict(list)
        for one in requests if style.sorts else ():
            if style.by_number:
                self._own[one] = Order(one.lang, one.items)
            else:
                of_language[one.lang].append(one)
        for lang, several in of_language.items():
            self._add(lang, several)

    def _add(self, lang: str, requests: list[Request]) -> None:
        items = {item: None for one in requests for item in one.items}
        whole = self._places[lang] = Places(lang, tuple(items))
        if (text := self._desk.known(whole)) is None:
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
