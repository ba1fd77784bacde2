"""What became of quoted passages in a later capture of their work."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefgen.catalogue import Words
from briefgen.changed.differences import Piece, beside
from briefgen.changed.passage import sentences_beside
from briefgen.changed.whole import whole_changes
from briefgen.excerpts import shows_later
from briefgen.model.capture import Capture, Captures, Publish
from briefgen.model.layout import classes
from briefgen.model.since import Fate, Since
from briefgen.model.spans import UNSEEN
from briefgen.render.copies import copy_named
from briefgen.render.escape import escape_attribute, escape_html, escape_text
from briefgen.render.work.quoted_passages import QuotedPassage

_MOST = 200
"""So many changed passages are shown of a text that was rewritten."""
_SPACE = re.compile(r"\s+")


def source_changed(
    passages: Sequence[QuotedPassage], captures: Captures, lang: str, words: Words
) -> Iterator[str]:
    """What became of all passages of a work, for each later capture that they were looked for in."""
    by_capture: dict[int, list[Fate]] = {}
    for passage in passages:
        if passage.since:
            by_capture.setdefault(passage.since.capture, []).append(passage.since.fate)
    for number, fates in by_capture.items():
        later = captures.numbered(passages[0].capture.key, number)
        counts = Counter(fates)
        said = ", ".join(
            words.record.since_counts[fate.value][counts[fate] != 1].format(count=counts[fate])
            for fate in Fate
            if counts[fate]
        )
        copy = copy_named(later, lang, words)
        text = escape_text(words.record.since_compared.format(copy=copy, said=said))
        if set(counts) - {Fate.STANDS}:
            text = f"**{escape_text(words.record.source_changed)}** {text}"
        values = " ".join(f"data-{fate.value}={counts[fate]}" for fate in Fate if counts[fate])
        yield f"{text}\n{{ .{classes.SOURCE_CHANGED} {values} }}"


def passage_since(passage: QuotedPassage, captures: Captures, lang: str, words: Words) -> Iterator[str]:
    """What became of one passage, with the difference where readers may see both texts."""
    since = passage.since
    if since is None:
        return
    later = captures.numbered(passage.capture.key, since.capture)
    said = escape_text(words.record.since[since.fate.value].format(copy=copy_named(later, lang, words)))
    if not shows_later(passage.capture.key, passage.capture.number, since, captures):
        yield f"{said}."
        return
    yield f"{said}:"
    yield from _opened(later)
    yield from _differences(passage, later, since, words)
    yield "</blockquote>"


def changed_whole(passages: Sequence[QuotedPassage], captures: Captures, words: Words) -> Iterator[str]:
    """All that was changed, folded away, where readers may see the whole of both texts."""
    for old, new in sorted({(one.capture.number, one.since.capture) for one in passages if one.since}):
        both = [captures.numbered(passages[0].capture.key, number) for number in (old, new)]
        if all(one.record.publish is Publish.FULL for one in both):
            changes = list(whole_changes(*both))
            if changes:
                yield f'<details class="{classes.FOLDED}" markdown="1">'
                count = words.record.changed_whole[len(changes) != 1].format(count=len(changes))
                yield f"<summary>{escape_html(count)}</summary>"
                for one in changes[:_MOST]:
                    yield from _opened(both[1])
                    yield _drawn_beside(both[0], one.old, both[1], one.new, words)
                    yield "</blockquote>"
                yield "</details>"


def _opened(capture: Capture) -> Iterator[str]:
    lang = escape_attribute(capture.language)
    yield f'<blockquote class="{classes.DIFFERENCE}" lang="{lang}" dir="auto" markdown="1">'


def _drawn_beside(
    old: Capture, here: tuple[int, int], new: Capture, there: tuple[int, int], words: Words
) -> str:
    """Two passages as one, with what was taken out and put in."""
    pieces = beside(old.text, new.text, here, there, (old.language, new.language)).pieces()
    return "".join(_piece(one, words) for one in pieces).strip()


def _differences(passage: QuotedPassage, later: Capture, since: Since, words: Words) -> Iterator[str]:
    for here, there in sentences_beside(passage.capture, passage.ranges, later, since):
        yield _drawn_beside(passage.capture, here, later, there or (0, 0), words)


def _piece(piece: Piece, words: Words) -> str:
    old, new = piece.old.strip(), piece.new.strip()
    out = _drawn("del", old, words.record.taken_out) if old else ""
    put = _drawn("ins", new, words.record.put_in) if new else ""
    last = piece.new or piece.old
    return f"{_run(piece.same)}{out}{' ' * bool(out and put)}{put}{' ' * last[-1:].isspace()}"


def _drawn(tag: str, text: str, said: str) -> str:
    opening = f'<span class="{classes.SAID}">{escape_text(f"[{said}: ")}</span>'
    closing = f'<span class="{classes.SAID}">{escape_text("]")}</span>'
    return f"<{tag}>{opening}{_run(text)}{closing}</{tag}>"


def _run(text: str) -> str:
    return escape_text(_SPACE.sub(" ", text.replace(UNSEEN, "")))
