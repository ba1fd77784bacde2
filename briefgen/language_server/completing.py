"""What may be written at a place."""

import posixpath
from collections.abc import Callable, Iterator

from briefgen.language_server.asked import Asked, Offer, Offered, Offers, captured, reference_of
from briefgen.language_server.front import front_keys, front_values
from briefgen.language_server.passages import passages
from briefgen.language_server.situations import Situation, Writing, keys_beside, situation_at
from briefgen.markdown.walk import walk_blocks
from briefgen.model.block import Block, Box, Heading
from briefgen.model.box import KNOWN_KINDS, BoxKind
from briefgen.model.brief import Brief
from briefgen.model.finding import VERDICTS_OF
from briefgen.model.layout.ways import relative_path

_MOST = 200


def completions(asked: Asked) -> Offers:
    """What may be written at a place of a brief or a context box."""
    situation = situation_at(asked.file, asked.offset)
    if situation is None:
        return Offers()
    offers = tuple(_OFFERS[situation.writing](asked, situation))
    return Offers(offers[:_MOST], more=len(offers) > _MOST or situation.writing is Writing.QUOTED)


def _works(asked: Asked, at: Situation) -> Iterator[Offer]:
    """Works whose key or reference has the words, those whose key begins with them first."""
    typed = at.typed.casefold()
    first, then = [], []
    for work in asked.base.workspace.works:
        key = work.key.casefold()
        if key.startswith(typed):
            first.append(work)
        elif typed in f"{key} {work.title} {' '.join(one.full for one in work.authors)}".casefold():
            then.append(work)
    for work in (*first, *then)[: _MOST + 1]:
        printed = reference_of(work, asked)
        filtered = f"{work.key} {work.title} {' '.join(one.full for one in work.authors)}"
        about = f"{printed}\n\n{captured(work.key, asked.base)}"
        yield Offer(
            work.key, work.key, at.span, Offered.WORK, captured(work.key, asked.base), about, filtered
        )


def _boxes(_: Asked, at: Situation) -> Iterator[Offer]:
    for kind in KNOWN_KINDS:
        yield Offer(kind.value, kind.value, at.span, Offered.BOX, kind.called.en)


def _attributes(_: Asked, at: Situation) -> Iterator[Offer]:
    for name in BoxKind.named(at.of).attributes:
        yield Offer(f"{name}=", f"{name}=", at.span, Offered.KEY)


def _contexts(asked: Asked, at: Situation) -> Iterator[Offer]:
    for box in asked.base.workspace.contexts:
        detail = f"{box.title} ({box.lang}, {box.as_of})"
        yield Offer(box.name, box.name, at.span, Offered.NAME, detail)


def _verdicts(_: Asked, at: Situation) -> Iterator[Offer]:
    of = BoxKind.named(at.of)
    for kind, verdicts in VERDICTS_OF.items():
        if kind is of or of is BoxKind.UNKNOWN:
            for one in verdicts:
                yield Offer(one.value, one.value, at.span, Offered.VALUE, one.called.en, one.means.en)


def _links(asked: Asked, at: Situation) -> Iterator[Offer]:
    for brief in asked.base.workspace.briefs:
        way = relative_path(brief.file.path, asked.file.path)
        yield Offer(way, way, at.span, Offered.FILE, brief.front.title)


def _anchors(asked: Asked, at: Situation) -> Iterator[Offer]:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(asked.file.path), at.of)) if at.of else ""
    for brief in asked.base.workspace.briefs:
        if brief.file.path == (path or asked.file.path):
            for name, title in _places_of(brief):
                yield Offer(name, name, at.span, Offered.NAME, title)


def _places_of(brief: Brief) -> Iterator[tuple[str, str]]:
    """The ids that the author of a brief gave, each with the words beside it."""
    for block in walk_blocks(brief.blocks):
        identifier = _IDENTIFIERS.get(type(block), _no_identifier)(block)
        if identifier:
            yield identifier, block.span.text.strip("#: \n").partition("\n")[0]


def _no_identifier(_: Block) -> str:
    return ""


def _of_heading(block: Block) -> str:
    return block.identifier if type(block) is Heading else ""


def _of_box(block: Block) -> str:
    return block.attributes.identifier if type(block) is Box else ""


_IDENTIFIERS: dict[type, Callable[[Block], str]] = {Heading: _of_heading, Box: _of_box}


def _quoted(asked: Asked, at: Situation) -> Iterator[Offer]:
    keys = keys_beside(asked.file, asked.offset) or tuple(_about(asked))
    for key in keys:
        for capture in asked.base.captures.of(key):
            for words, shown in passages(capture, asked.base.shelf.haystack(capture), at.typed, at.of):
                yield Offer(shown, words, at.span, Offered.WORDS, key, f"{words}\n\n{key}", at.span.text)


def _about(asked: Asked) -> Iterator[str]:
    """The works that a text is about, as its front matter says by now."""
    for brief in asked.base.workspace.briefs:
        if brief.file.path == asked.file.path:
            yield from (one.name for one in brief.front.about)


_OFFERS: dict[Writing, Callable[[Asked, Situation], Iterator[Offer]]] = {
    Writing.KEY: _works,
    Writing.BOX: _boxes,
    Writing.ATTRIBUTE: _attributes,
    Writing.CONTEXT: _contexts,
    Writing.VERDICT: _verdicts,
    Writing.LINK: _links,
    Writing.ANCHOR: _anchors,
    Writing.QUOTED: _quoted,
    Writing.FRONT_KEY: front_keys,
    Writing.FRONT_VALUE: front_values,
}
