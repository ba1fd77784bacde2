"""Front matter while it is written: its keys, and what they may be."""

from collections.abc import Callable, Iterator

from briefgen.language_server.asked import Asked, Offer, Offered, captured
from briefgen.language_server.situations import Situation
from briefgen.text import Span


def front_keys(_: Asked, __: Situation) -> Iterator[Offer]:
    """The keys that are not there yet."""
    yield from ()


def front_values(asked: Asked, at: Situation) -> Iterator[Offer]:
    """What a key may be."""
    found = _VALUES.get(at.of)
    if found is not None:
        yield from found(asked, at)


def _works(asked: Asked, at: Situation) -> Iterator[Offer]:
    for work in asked.base.workspace.works:
        yield Offer(work.key, work.key, at.span, Offered.WORK, work.title, captured(work.key, asked.base))


def _briefs(asked: Asked, at: Situation) -> Iterator[Offer]:
    for brief in asked.base.workspace.briefs:
        if brief.slug and brief.file.path != asked.file.path:
            yield Offer(brief.slug, brief.slug, at.span, Offered.FILE, brief.front.title)


def _topics(asked: Asked, at: Situation) -> Iterator[Offer]:
    names = {topic.name for brief in asked.base.workspace.briefs for topic in brief.front.topics}
    for name in sorted(names):
        yield Offer(name, name, at.span, Offered.VALUE)


_VALUES: dict[str, Callable[[Asked, Situation], Iterator[Offer]]] = {
    "about": _works,
    "reply.work": _works,
    "tags": _topics,
    "translation_of": _briefs,
}


def about_key(_: Span) -> str:
    """What a key of front matter is for."""
    return ""
