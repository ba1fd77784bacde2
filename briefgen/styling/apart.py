"""Whether a style says more of works of one brief, because they would look the same."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from briefgen.bibliography.answers import decode_citation
from briefgen.styling.requests import Item, Request
from briefgen.styling.states import Filling, State, first_notes, plain_states
from briefgen.styling.style import Style


def looks_alike(request: Request, style: Style, answer: Callable[[State], str | None]) -> bool:
    """Whether two works of a brief look the same somewhere, or two of its persons, where they are told apart.

    That is what the states say to which there is an `answer`: others can but add to it. Then what stands in
    the brief is not what stands there of each work by itself. Case and marks do not count here, so that too
    much is told apart by pandoc rather than too little.
    """
    if not style.tells_apart or (style.numbers and not style.in_notes):
        return False
    if style.names and _share_family_names(request.items):
        return True
    of_texts: dict[str, str] = {}
    first = first_notes(request)
    for key, state in plain_states(request, style):
        if (said := answer(state)) is None:
            continue
        bare = _letters(Filling(("",), (first.get(key, 0),)).of(said) if style.counts_notes else said)
        if bare and of_texts.setdefault(bare, key) != key:
            return True
    return False


@lru_cache(maxsize=16384)
def _letters(said: str) -> str:
    text = "".join(run.text for run in decode_citation(said).text)
    return "".join(filter(str.isalnum, text.casefold()))


def _share_family_names(items: Iterable[Item]) -> bool:
    persons: dict[str, set[str]] = defaultdict(set)
    for item in items:
        for value in json.loads(item.text).values():
            for name in value if isinstance(value, list) else ():
                if isinstance(name, Mapping) and "family" in name:
                    persons[str(name["family"]).casefold()].add(json.dumps(name, sort_keys=True))
    return any(len(several) > 1 for several in persons.values())
