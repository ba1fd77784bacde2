"""Pieces of a printed reference, free of any markup, and the punctuation that joins them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from briefgen.bibliography.marks import runs
from briefgen.model.reference import Fragment, Fragments

_ENDED = re.compile(r"[.?!…。！？][\"”“’‘»«›‹)\]\s]*\Z")
_LOOSE_END = ",;: \t\n\r\f\v\xa0\u2009\u202f\u2003\u2002"


Piece = Fragments
"""What stands between two commas of a reference; empty where there is nothing to say."""


def words_piece(text: str) -> Piece:
    """A piece of plain text; empty for an empty text."""
    return (Fragment(text),) if text else ()


def marked_piece(text: str, *, emphasised: bool = False) -> Piece:
    """A piece of a text that may be marked (`marks`); emphasis in an emphasised text is none."""
    return tuple(
        Fragment(run, emphasised=emphasis != emphasised, script=script)
        for run, emphasis, script in runs(text)
    )


def plain(fragments: Iterable[Fragment]) -> str:
    """The text of fragments without their roles."""
    return "".join(fragment.text for fragment in fragments)


def sentence(pieces: Iterable[Piece], end: str = ".") -> tuple[Fragment, ...]:
    """Join pieces by commas and end them with a full stop, unless they end with a mark of their own."""
    joined: list[Fragment] = []
    for piece in pieces:
        trimmed = _trimmed(piece)
        if trimmed and joined:
            joined.append(Fragment(", "))
        joined.extend(trimmed)
    if joined and end and not _ENDED.search(plain(joined)):
        joined.append(Fragment(end))
    return _merged(joined)


def _trimmed(piece: Piece) -> Piece:
    """The piece without a comma, colon or space at its end, which would double ours."""
    kept = list(piece)
    while kept:
        text = kept[-1].text if kept[-1].url else kept[-1].text.rstrip(_LOOSE_END)
        if text:
            return (*kept[:-1], replace(kept[-1], text=text))
        kept.pop()
    return ()


def _merged(fragments: list[Fragment]) -> tuple[Fragment, ...]:
    """The same with neighbours of one role joined."""
    merged: list[Fragment] = []
    for fragment in fragments:
        last = merged[-1] if merged else None
        if last and replace(last, text="") == replace(fragment, text="") and not last.url:
            merged[-1] = replace(last, text=last.text + fragment.text)
        else:
            merged.append(fragment)
    return tuple(merged)
