"""Links briefs with their translations, both ways."""

from collections.abc import Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.brief import Brief, Status
from briefgen.model.translation import Translation
from briefgen.resolve.in_step import is_ahead, out_of_step
from briefgen.suggest import suggest


def find_translations(briefs: Sequence[Brief], report: Report) -> dict[str, tuple[Translation, ...]]:
    """For each slug the same brief in other languages, drafts left out; sorted by language."""
    by_slug = {brief.slug: brief for brief in briefs}
    groups: dict[str, list[Brief]] = {}
    for brief in briefs:
        groups.setdefault(_original(brief, by_slug, report), []).append(brief)
    for slug, group in groups.items():
        original = by_slug.get(slug)
        for brief in group:
            if original is not None and brief is not original:
                for finding in out_of_step(brief, original):
                    report(finding)
    return {
        brief.slug: tuple(
            Translation(
                other.front.lang,
                other.slug,
                other.front.title,
                *((other.front.version, other.front.changed) if is_ahead(other, brief) else ()),
            )
            for other in sorted(group, key=lambda other: (other.front.lang, other.slug))
            if other.slug != brief.slug and other.front.status is not Status.DRAFT
        )
        for group in groups.values()
        for brief in group
    }


def _original(brief: Brief, by_slug: dict[str, Brief], report: Report) -> str:
    """The slug of the brief this one translates, directly or through another translation.

    Of briefs that name each other in a ring it is the first by name, and each of them is reported.
    """
    path = {brief.slug: brief}
    current = brief
    while named := current.front.translation_of:
        target = by_slug.get(named.name)
        if target is not None and target.slug in path:
            ring = list(path)[list(path).index(target.slug) :]
            if brief.slug in ring:
                _unknown(brief, by_slug, report)
            return min(ring)
        if target is None or target.front.lang == current.front.lang:
            if current.slug == brief.slug:
                _unknown(brief, by_slug, report)
            break
        path[target.slug] = current = target
    return current.slug


def _unknown(brief: Brief, by_slug: dict[str, Brief], report: Report) -> None:
    named = brief.front.translation_of
    assert named is not None
    name = named.name
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
