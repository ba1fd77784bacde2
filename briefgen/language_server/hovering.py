"""What is said of a name that somebody points at."""

from collections.abc import Callable
from dataclasses import dataclass

from briefgen import rules
from briefgen.language_server.asked import Asked, captured, reference_of
from briefgen.language_server.base import Base
from briefgen.language_server.front import about_key
from briefgen.language_server.names import Name, NameKind, name_at
from briefgen.language_server.ways import brief_of_link
from briefgen.model.box import BoxKind
from briefgen.model.finding import FindingVerdict
from briefgen.terminal.visible import counted
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a stretch of a text, as plain words of several lines."""

    text: str
    span: Span


def hover(asked: Asked) -> Said | None:
    """What is said of a place; None where nothing is."""
    name = name_at(asked.file, asked.offset)
    text = _SAID[name.kind](asked, name) if name else ""
    return Said(text, name.span) if name and text else None


def _work(asked: Asked, name: Name) -> str:
    work = asked.base.workspace.works.get(name.name)
    if work is None:
        return ""
    return (
        f"{reference_of(work, asked)}\n\n{captured(work.key, asked.base)}{_named_in(name.name, asked.base)}"
    )


def _named_in(key: str, base: Base) -> str:
    """How many briefs and pages by hand name a work; nothing until all were looked through."""
    if base.verified is None:
        return ""
    named = sum(key in brief.named for brief in base.workspace.briefs)
    pages = sum(key in page.named for page in base.workspace.pages)
    said = [counted(named, "brief")] if named or not pages else []
    said += [f"{counted(pages, 'page')} by hand"] if pages else []
    return f"; named in {' and '.join(said)}"


def _box(_: Asked, name: Name) -> str:
    kind = BoxKind.named(name.name)
    if kind is BoxKind.UNKNOWN:
        return ""
    return f"{kind.called.en} (in German: {kind.called.de}). It takes {', '.join(kind.attributes)}."


def _verdict(_: Asked, name: Name) -> str:
    found = next((one for one in FindingVerdict if one.value == name.name), None)
    return f"{found.called.en}: {found.means.en}" if found else ""


def _context(asked: Asked, name: Name) -> str:
    boxes = [one for one in asked.base.workspace.contexts if one.name == name.name]
    return "\n".join(f"{one.title} ({one.lang}), as of {one.as_of}" for one in boxes)


def _link(asked: Asked, name: Name) -> str:
    brief = brief_of_link(asked, name.name)
    return f"{brief.front.title}\n\n{brief.front.description}".strip() if brief else ""


def _brief(asked: Asked, name: Name) -> str:
    found = next((one for one in asked.base.workspace.briefs if one.slug == name.name), None)
    return found.front.title if found else ""


def _rule(_: Asked, name: Name) -> str:
    rule = next((one for one in rules.RULES if name.name in (one.name, one.code)), None)
    return f"{rule.code} {rule.name}: {rule.means}\n\n{rule.why}" if rule else ""


def _front_key(_: Asked, name: Name) -> str:
    return about_key(name.span)


_SAID: dict[NameKind, Callable[[Asked, Name], str]] = {
    NameKind.WORK: _work,
    NameKind.BOX: _box,
    NameKind.CONTEXT: _context,
    NameKind.LINK: _link,
    NameKind.BRIEF: _brief,
    NameKind.RULE: _rule,
    NameKind.FRONT_KEY: _front_key,
    NameKind.VERDICT: _verdict,
}
