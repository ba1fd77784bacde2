"""published.lock: one JSON object a line, one line for each brief and for each of its sections."""

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.brief import Status
from briefgen.model.published import PublishedBrief, PublishedLock, PublishedSection
from briefgen.text import Span, TextFile

_FORMAT = 1
_HEAD = {
    "published": _FORMAT,
    "about": "what readers had when `briefgen lock` was run; commit it with the briefs",
}
_OF_BRIEF = frozenset({"brief", "version", "status", "aliases"})
_OF_SECTION = frozenset({"brief", "section", "kind", "quoted", "sha256", "text"})
_WAY_OUT = "bring the line back as it was committed"


def encode_published(lock: PublishedLock) -> str:
    """The text of a lock: briefs by their slugs, sections as they stand in the brief."""
    values: list[Mapping[str, object]] = [_HEAD]
    for brief in sorted(lock, key=lambda one: one.slug):
        said: dict[str, object] = {
            "brief": brief.slug,
            "version": brief.version,
            "status": brief.status.value,
        }
        values.append(said | ({"aliases": list(brief.aliases)} if brief.aliases else {}))
        values += (_as_object(brief.slug, section) for section in brief.sections)
    return "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values)


def decode_published(file: TextFile, report: Report) -> PublishedLock:
    """The briefs of a lock; each line that says nothing usable is reported and left out."""
    briefs: dict[str, PublishedBrief] = {}
    sections: dict[str, dict[str, PublishedSection]] = {}
    lines = range(1, len(file.line_starts) + 1)
    written = [file.whole_line(number) for number in lines if file.line_text(number).strip()]
    for index, line in enumerate(written):
        value = _read(line)
        if index == 0:
            if value is None or value.get("published") != _FORMAT:
                known = f"this briefgen knows format {_FORMAT}"
                _find(report, line, f'this lock does not begin with `{{"published": {_FORMAT}}}`', (known,))
                return PublishedLock()
            continue
        slug = _text(value, "brief")
        if value is None or not slug:
            _find(report, line, "this line is no entry of a lock")
        elif "section" in value:
            section = _section(value, line.line)
            if section is None:
                _find(report, line, "this line is not as `briefgen lock` wrote it")
            elif sections.setdefault(slug, {}).setdefault(section.name, section) is not section:
                _find(report, line, "this section is locked a second time")
        else:
            brief = _brief(slug, value, line.line)
            if brief is None:
                _find(report, line, "this line is not as `briefgen lock` wrote it")
            elif briefs.setdefault(slug, brief) is not brief:
                _find(report, line, "this brief is locked a second time")
    for slug in sections.keys() - briefs.keys():
        line = file.whole_line(min(one.line for one in sections[slug].values()))
        _find(report, line, f"this is a section of `{slug}`, of which there is no line of its own")
    return PublishedLock(
        tuple(
            replace(brief, sections=tuple(sections.get(slug, {}).values())) for slug, brief in briefs.items()
        )
    )


def _as_object(slug: str, section: PublishedSection) -> Mapping[str, object]:
    said: dict[str, object] = {"brief": slug, "section": section.name}
    if section.kind:
        said["kind"] = section.kind
    if section.quoted:
        said["quoted"] = section.quoted
    return said | {"sha256": _hash(section), "text": section.text}


def _hash(section: PublishedSection) -> str:
    """That of all a section says: a line that was edited by hand does not agree with it."""
    said = json.dumps([section.kind, section.quoted, section.text], ensure_ascii=False)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _section(value: Mapping[str, object], line: int) -> PublishedSection | None:
    texts = {key: _text(value, key) for key in _OF_SECTION}
    if not _OF_SECTION.issuperset(value) or any(texts[key] is None for key in value):
        return None
    name, text = texts["section"], texts["text"]
    if not name or text is None:
        return None
    section = PublishedSection(name, text, texts["kind"] or "", texts["quoted"] or "", line)
    return section if texts["sha256"] == _hash(section) else None


def _brief(slug: str, value: Mapping[str, object], line: int) -> PublishedBrief | None:
    version, status, aliases = _text(value, "version"), _text(value, "status"), value.get("aliases", [])
    if not _OF_BRIEF.issuperset(value) or not version or status not in set(Status):
        return None
    if not isinstance(aliases, list) or not all(isinstance(one, str) for one in aliases):
        return None
    return PublishedBrief(slug, version, Status(status), tuple(aliases), line=line)


def _read(line: Span) -> Mapping[str, object] | None:
    try:
        value = json.loads(line.text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _text(value: Mapping[str, object] | None, key: str) -> str | None:
    said = value.get(key) if value else None
    return said if isinstance(said, str) else None


def _find(report: Report, span: Span, message: str, notes: tuple[str, ...] = ()) -> None:
    report(Diagnostic(rules.PUBLISHED_UNREADABLE, span, message, notes, _WAY_OUT))
