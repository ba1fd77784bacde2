"""What an engine of CSL answers, as fragments of printed references."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.bibliography.addresses import is_web_address
from briefgen.bibliography.marks import with_tags
from briefgen.model.reference import Fragment, Fragments, StyledCitation

_Runs = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """The citations of a request, in their order, and the entries of its list, by the keys of their works."""

    citations: tuple[StyledCitation, ...]
    entries: Mapping[str, Fragments]


Done = Mapping[str, object]
"""What pandoc says of a document: ``cites`` in their order, and ``entries`` of its list with their names."""


def encode(value: object) -> str:
    """An answer as it is kept."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def encode_answer(done: Done) -> str:
    """The answer to a whole request, as it is kept."""
    return encode([done["cites"], done["entries"]])


def decode_answer(text: str) -> Answer:
    """What `encode_answer` made. Raises ValueError, LookupError, TypeError, for what is none."""
    cites, entries = json.loads(text)
    return Answer(tuple(map(_citation, cites)), {key: _fragments(runs) for key, runs in entries})


@lru_cache(maxsize=16384)
def decode_citation(text: str) -> StyledCitation:
    """One citation. Raises as `decode_answer`."""
    return _citation(json.loads(text))


@lru_cache(maxsize=16384)
def decode_entry(text: str) -> Fragments:
    """One entry of a list, empty where the style prints none. Raises as `decode_answer`."""
    return _fragments(json.loads(text) or ())


def decode_keys(text: str) -> tuple[str, ...]:
    """The keys of works in an order. Raises as `decode_answer`."""
    keys = tuple(json.loads(text))
    if not all(isinstance(key, str) for key in keys):
        raise TypeError("no keys")
    return keys


def cites_of(done: Done) -> list[object]:
    """The citations of a document, in their order."""
    cites = done["cites"]
    assert isinstance(cites, list)
    return cites


def entries_of(done: Done) -> list[tuple[str, object]]:
    """The entries of a document's list, each with its name."""
    entries = done["entries"]
    assert isinstance(entries, list)
    return entries


def _citation(said: Sequence[_Runs]) -> StyledCitation:
    shown, names = said
    return StyledCitation(_fragments(shown), _fragments(names))


def _fragments(runs: _Runs) -> Fragments:
    made = []
    for number, (text, marks, url) in enumerate(runs):
        text = with_tags(text)
        text = text.lstrip() if number == 0 else text
        text = text.rstrip() if number + 1 == len(runs) else text
        if not marks and not url:
            made += [Fragment(text)] * bool(text)
        elif text:
            made.append(_marked(text, marks.split(), url))
    return tuple(made)


def _marked(text: str, marks: Sequence[str], url: str) -> Fragment:
    return Fragment(
        text,
        emphasised=marks.count("e") % 2 == 1,
        url=url if is_web_address(url) else "",
        script="sup" if "up" in marks else "sub" if "down" in marks else "",
        strong="b" in marks,
        small_caps="c" in marks,
    )
