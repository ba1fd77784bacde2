"""The lock of what was published: what the next one is to say, and which brief each of its entries is now."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.matching.changed_text import likeness
from briefgen.model.brief import Status
from briefgen.model.layout import project
from briefgen.model.lock import Lock
from briefgen.model.published import PublishedBrief, PublishedLock, PublishedSection
from briefgen.model.workspace import Corpus, ResolvedBrief, Workspace
from briefgen.text import TextFile
from briefgen.verify.sections import Section, sections_of

_LIKE_ENOUGH = 0.5


def make_published(corpus: Corpus) -> PublishedLock:
    """What readers have of all briefs but drafts."""
    return PublishedLock(
        tuple(_published(brief) for brief in corpus.briefs if brief.slug and _is_public(brief))
    )


def outdated_published(lock: PublishedLock | None, made: PublishedLock) -> tuple[Diagnostic, ...]:
    """A lock that `briefgen lock` would write anew; a project may do without one."""
    if lock is None or {one.slug: one for one in lock} == {one.slug: one for one in made}:
        return ()
    before = {one.slug: one for one in lock}
    changed = sorted(one.slug for one in made if before.get(one.slug) != one)
    gone = sorted(before.keys() - {one.slug for one in made})
    notes = (
        *(f"not yet locked as it is: {slug}" for slug in changed),
        *(f"no longer there: {slug}" for slug in gone),
    )
    span = TextFile(project.PUBLISHED, "").span(0, 0)
    message = "the lock of what was published does not agree with the briefs"
    return (
        Diagnostic(rules.LOCK_OUTDATED, span, message, notes, "run `briefgen lock`, and commit the file"),
    )


def _published(brief: ResolvedBrief) -> PublishedBrief:
    front = brief.front
    names = tuple(sorted({alias.name for alias in front.aliases} - {brief.slug}))
    sections = tuple(section.said for section in sections_of(brief))
    return PublishedBrief(brief.slug, front.version, front.status, names, sections)


def living(briefs: Sequence[ResolvedBrief]) -> Mapping[str, ResolvedBrief]:
    """The briefs that readers find, by their addresses and the earlier ones that lead there."""
    public = [brief for brief in briefs if brief.slug and _is_public(brief)]
    by_alias = {alias.name: brief for brief in public for alias in brief.front.aliases}
    return by_alias | {brief.slug: brief for brief in public}


def _is_public(brief: ResolvedBrief) -> bool:
    return brief.front.status is not Status.DRAFT


def carried(workspace: Workspace) -> Lock | None:
    """The lock of quotations, with what it has of a brief's earlier address under its address now."""
    if workspace.lock is None:
        return None
    slugs = {brief.slug for brief in workspace.briefs}
    moved = {
        alias.name: brief.slug
        for brief in workspace.briefs
        for alias in brief.front.aliases
        if alias.name not in slugs
    }
    if not any(entry.brief in moved for entry in workspace.lock.entries):
        return workspace.lock
    entries = (replace(one, brief=moved.get(one.brief, one.brief)) for one in workspace.lock.entries)
    known = {entry.key for entry in workspace.lock.entries}
    moved_here = {one.key: one for one in entries if one.key not in known}
    stay = (one for one in workspace.lock.entries if one.brief not in moved)
    return Lock((*stay, *moved_here.values()))


@dataclass(frozen=True, slots=True)
class Change:
    """A section that is not as it was published: new, gone, or with another text."""

    before: PublishedSection | None
    after: Section | None


def changes_in(before: PublishedBrief, sections: Sequence[Section]) -> tuple[Change, ...]:
    """What has changed of a brief; a section of another name counts as the one that it is most like."""
    same = Counter(_content(section) for section in before.sections)
    left = []
    for section in sections:
        if same[_content(section.said)]:
            same[_content(section.said)] -= 1
        else:
            left.append(section)
    gone = []
    for old in before.sections:
        if same[_content(old)]:
            same[_content(old)] -= 1
            gone.append(old)
    named = {one.name: one for one in gone}
    pairs: list[Change] = []
    for section in left:
        old_one = named.pop(section.said.name, None) or _most_like(section.said, tuple(named.values()))
        if old_one is not None:
            named.pop(old_one.name, None)
        pairs.append(Change(old_one, section))
    return (*pairs, *(Change(one, None) for one in named.values()))


def _content(section: PublishedSection) -> tuple[str, str, str, str]:
    """By what a section is known: under another heading, it is the same; an erratum is its day's."""
    return (section.name if section.is_erratum else "", section.kind, section.quoted, section.text)


def _most_like(section: PublishedSection, gone: Sequence[PublishedSection]) -> PublishedSection | None:
    ranked = [(likeness(one.text, section.text), one) for one in gone if one.is_erratum == section.is_erratum]
    best = max(ranked, key=lambda one: one[0], default=(0.0, None))
    return best[1] if best[0] >= _LIKE_ENOUGH else None
