"""What an engine of CSL answers, as fragments of printed references."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.bibliography.addresses import is_web_address
from briefgen.bibliography.marks import with_tags
from briefgen.model.reference import Fragment, Fragments, StyledCitation
from briefgen.styling.requests import Request, number_and_key, without_mark

_Runs = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """The citations of a request, in their order, and the entries of its list, by the keys of their works."""

    citations: tuple[StyledCitation, ...]
    entries: Mapping[str, Fragments]


def encode_answer(answer: Mapping[str, object]) -> str:
    """An answer as it is kept."""
    return json.dumps([answer["cites"], answer["entries"]], ensure_ascii=False, separators=(",", ":"))


def decode_answer(text: str) -> Answer:
    """An answer that was kept. Raises ValueError, LookupError, TypeError, for what is none."""
    cites, entries = json.loads(text)
    return Answer(
        tuple(StyledCitation(_fragments(shown), _fragments(names)) for shown, names in cites),
        {key: _fragments(runs) for key, runs in entries},
    )


def parted(answer: Mapping[str, object], requests: Sequence[Request]) -> list[Mapping[str, object]]:
    """The answers to requests that were asked as one (`requests.joined`)."""
    cites, entries = _lists(answer)
    parts: list[dict[str, list[object]]] = []
    start = 0
    for request in requests:
        end = start + sum(len(note.clusters) for note in request.notes)
        parts.append({"cites": cites[start:end], "entries": []})
        start = end
    for identifier, runs in entries:
        number, key = number_and_key(identifier)
        parts[number]["entries"].append([key, runs])
    return [json.loads(without_mark(json.dumps(part, ensure_ascii=False))) for part in parts]


def parted_list(answer: Mapping[str, object], requests: Sequence[Request]) -> list[Mapping[str, object]]:
    """The answers to requests about one work each that were asked as one list."""
    entries = {entry[0]: entry for entry in _lists(answer)[1]}
    own = ((entries[item.id] for item in request.items if item.id in entries) for request in requests)
    return [{"cites": [], "entries": list(every)} for every in own]


def _lists(answer: Mapping[str, object]) -> tuple[list[object], list[tuple[str, object]]]:
    cites, entries = answer["cites"], answer["entries"]
    assert isinstance(cites, list)
    assert isinstance(entries, list)
    return cites, entries


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
