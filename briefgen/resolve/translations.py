"""Links briefs with their translations, both ways."""

from collections.abc import Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.brief import Brief, Status
from briefgen.model.workspace import Translation
from briefgen.suggest import suggest


def find_translations(briefs: Sequence[Brief], report: Report) -> dict[str, tuple[Translation, ...]]:
    """For each slug the same brief in other languages, drafts left out; sorted by language."""
    by_slug = {brief.slug: brief for brief in briefs}
    groups: dict[str, list[Brief]] = {}
    for brief in briefs:
        original = _original(brief, by_slug, report)
        groups.setdefault(original, []).append(brief)
    return {
        brief.slug: tuple(
            Translation(other.front.lang, other.slug, other.front.title)
            for other in sorted(group, key=lambda other: (other.front.lang, other.slug))
            if other.slug != brief.slug and other.front.status is not Status.DRAFT
        )
        for group in groups.values()
        for brief in group
    }


def _original(brief: Brief, by_slug: dict[str, Brief], report: Report) -> str:
    """The slug of the brief this one translates, directly or through another translation."""
    current, seen = brief, {brief.slug}
    while named := current.front.translation_of:
        target = by_slug.get(named.name)
        if target is None or target.slug in seen or target.front.lang == current.front.lang:
            if current.slug == brief.slug:
                _unknown(brief, named.name, by_slug, report)
            break
        seen.add(target.slug)
        current = target
    return current.slug


def _unknown(brief: Brief, name: str, by_slug: dict[str, Brief], report: Report) -> None:
    named = brief.front.translation_of
    assert named is not None
    near = suggest(name, sorted(by_slug))
    target = by_slug.get(name)
    if target is None:
        message, hint = f"there is no brief `{name}`", f"did you mean `{near}`?" if near else None
    elif target.slug == brief.slug:
        message, hint = "a brief cannot be its own translation", None
    else:
        message = f"`{name}` is in the same language, {target.front.lang}, or is a translation of this brief"
        hint = "name the original, and give each translation its own `lang:`"
    report(Diagnostic(rules.UNKNOWN_TRANSLATION, named.span, message, hint=hint))
