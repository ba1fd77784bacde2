"""The finished answer about a brief, kept as the names of the answers it is put together of.

It is known again by what the brief says, so that of a brief that has not changed nothing is asked, and what
could be asked is not even written down.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from briefgen.model.workspace import CitationFootnote, VerifiedBrief
from briefgen.styling.desk import Desk
from briefgen.styling.requests import Items
from briefgen.styling.states import Filling
from briefgen.summed import summed
from briefgen.text import Span

_DIGEST = 20
_NOTHING = ("null", "[]")


@dataclass(frozen=True, slots=True)
class Finished:
    """Either one answer to the `whole` brief, or those to its `citations` and `entries`, each by its name.

    Of a citation what is held open in it is filled. `beside` are answers that nothing is made of, but which
    said which of both it is.
    """

    whole: str = ""
    citations: Sequence[tuple[str, Filling]] = ()
    entries: Sequence[tuple[str, str]] = ()
    beside: Sequence[str] = ()

    def encoded(self) -> str:
        """All of it, as it is kept."""
        citations = [(name, filling.places, filling.notes) for name, filling in self.citations]
        return json.dumps([self.whole, citations, self.entries, self.beside], separators=(",", ":"))


def name_of(brief: VerifiedBrief, items: Items, made_with: str) -> str:
    """A hash of all that the finished answer about a brief depends on.

    What is asked about it is read from its notes, so it is where they stand, what those files say, and the
    works they cite; `made_with` is the style and the engine.
    """
    lang = brief.front.lang
    works = [items.said(key, lang) for key in brief.resolved.works]
    return _digest([made_with, lang, _notes(brief), works])


@summed
def _notes(brief: VerifiedBrief) -> str:
    """A hash of where the notes of a brief and its citations stand, and of the files they stand in."""
    texts: dict[str, str] = {}

    def place(span: Span) -> tuple[str, int, int]:
        texts[span.path] = span.file.text
        return span.path, span.start, span.end

    notes = [
        (True, place(note.citation.citation.span))
        if isinstance(note, CitationFootnote)
        else (False, place(note.definition.span))
        for note in brief.resolved.footnotes
    ]
    cited = [
        (one.label, place(one.citation.span), [item.key for item in one.items])
        for one in brief.resolved.citations
    ]
    return _digest([notes, cited, list(texts.items())])


def _digest(said: object) -> str:
    return sha256(json.dumps(said).encode()).hexdigest()[:_DIGEST]


def answer_of(name: str, desk: Desk) -> str | None:
    """The finished answer of a name, as `decode_answer` reads it; None where there is none."""
    if (kept := desk.by_name(name)) is None:
        return None
    whole, citations, entries, beside = json.loads(kept)
    named = [
        *([whole] if whole else ()),
        *(one[0] for one in citations),
        *(one for _, one in entries),
        *beside,
    ]
    texts = {one: desk.by_name(one) for one in named}
    if None in texts.values():
        return None
    if whole:
        return texts[whole]
    cited = ",".join(
        Filling(tuple(places), tuple(notes)).of(texts[one] or "") for one, places, notes in citations
    )
    listed = ",".join(
        f"[{json.dumps(key)},{text}]" for key, one in entries if (text := texts[one]) not in _NOTHING
    )
    return f"[[{cited}],[{listed}]]"
