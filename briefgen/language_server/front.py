"""Front matter while it is written: its keys, and what they may be, as the schema has them."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from briefgen.disk.schemas import schema_text
from briefgen.language_server.asked import Asked, Offer, Offered, captured
from briefgen.language_server.names import FRONT_KEY, front_matter_end
from briefgen.language_server.situations import Situation
from briefgen.model.layout import project
from briefgen.text import Span

_BRIEF, _BOX = "front-matter", "context-box"


def front_keys(asked: Asked, at: Situation) -> Iterator[Offer]:
    """The keys that are not there yet."""
    there = set() if at.of else _keys_of(asked)
    colon = "" if asked.file.text.startswith(":", at.span.end) else ": "
    for key, about in _keys(_schema(asked.file.path), at.of).items():
        if key not in there or key == at.span.text:
            yield Offer(key, f"{key}{colon}", at.span, Offered.KEY, "", str(about.get("description", "")))


def front_values(asked: Asked, at: Situation) -> Iterator[Offer]:
    """What a key may be."""
    inside, _, key = at.of.rpartition(".")
    about = _keys(_schema(asked.file.path), f"{inside}." if inside else "").get(key, {})
    for value in _choices(about):
        yield Offer(value, value, at.span, Offered.VALUE)
    found = _VALUES.get(at.of)
    if found is not None:
        yield from found(asked, at)


def about_key(span: Span) -> str:
    """What a key of front matter is for."""
    schema, line = _schema(span.path), span.file.line_text(span.line)
    inside = "" if not line[:1].isspace() and not line.startswith("-") else _above(span)
    return str(_keys(schema, inside).get(span.text, {}).get("description", ""))


def _above(span: Span) -> str:
    for line in range(span.line - 1, 1, -1):
        found = FRONT_KEY.match(span.file.line_text(line))
        if found and not found["indent"]:
            return f"{found['name']}."
    return ""


def _keys_of(asked: Asked) -> set[str]:
    """The keys that the front matter has, but for that in whose line somebody writes."""
    here = asked.file.line_of(asked.offset)
    last = asked.file.line_of(front_matter_end(asked.file.text))
    found = (FRONT_KEY.match(asked.file.line_text(line)) for line in range(2, last + 1) if line != here)
    return {one["name"] for one in found if one and not one["indent"]}


# ------------------------------------------------------------------------------------ in the schema


@cache
def _loaded(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(schema_text(name) or "{}")
    return loaded


def _schema(path: str) -> dict[str, Any]:
    return _loaded(_BOX if path.startswith(f"{project.CONTEXTS}/") else _BRIEF)


def _keys(schema: dict[str, Any], inside: str) -> dict[str, dict[str, Any]]:
    """The keys of a mapping, by the path to it."""
    for key in inside.removesuffix(".").split(".") if inside else ():
        found = schema.get("properties", {}).get(key, {})
        schema = next((one["items"] for one in _ways(found) if "items" in one), {})
    keys: dict[str, dict[str, Any]] = schema.get("properties", {})
    return keys


def _ways(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema, and the ways in which it can be met."""
    yield schema
    for one in schema.get("anyOf", ()):
        yield from _ways(one)


def _choices(schema: dict[str, Any]) -> Iterator[str]:
    for one in _ways(schema):
        yield from one.get("enum", ())
        if one.get("type") == "boolean":
            yield from ("true", "false")


# ------------------------------------------------------------------------------------ in the project


def _works(asked: Asked, at: Situation) -> Iterator[Offer]:
    for work in asked.base.workspace.works:
        yield Offer(work.key, work.key, at.span, Offered.WORK, work.title, captured(work.key, asked.base))


def _briefs(asked: Asked, at: Situation) -> Iterator[Offer]:
    for brief in asked.base.workspace.briefs:
        if brief.slug and brief.file.path != asked.file.path:
            yield Offer(brief.slug, brief.slug, at.span, Offered.FILE, brief.front.title)


def _named(names: Callable[[Asked], Iterator[str]]) -> Callable[[Asked, Situation], Iterator[Offer]]:
    """Offers what briefs of the project have already."""

    def offers(asked: Asked, at: Situation) -> Iterator[Offer]:
        for name in sorted(set(names(asked))):
            yield Offer(name, name, at.span, Offered.VALUE)

    return offers


def _topics(asked: Asked) -> Iterator[str]:
    yield from (topic.name for brief in asked.base.workspace.briefs for topic in brief.front.topics)


def _languages(asked: Asked) -> Iterator[str]:
    yield asked.base.workspace.settings.language
    yield from (brief.front.lang for brief in asked.base.workspace.briefs)


def _people(asked: Asked) -> Iterator[str]:
    yield from (person.name for person in asked.base.workspace.settings.about.people)
    for brief in asked.base.workspace.briefs:
        yield from (*brief.front.authors, *brief.front.reviewers)


_VALUES: dict[str, Callable[[Asked, Situation], Iterator[Offer]]] = {
    "about": _works,
    "authors": _named(_people),
    "lang": _named(_languages),
    "reply.work": _works,
    "reviewers": _named(_people),
    "tags": _named(_topics),
    "translation_of": _briefs,
}
