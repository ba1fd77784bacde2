"""The list of our own errata."""

from collections import Counter
from collections.abc import Sequence

from briefgen.bibliography.date_words import day_text
from briefgen.catalogue import Words
from briefgen.model.brief import Erratum
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.brief.changes import kind_of, was_and_now
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.lists.filters import Choices, Filter, entry_attributes, filter_form
from briefgen.render.neighbours import jump_line


def errata_list(briefs: Sequence[VerifiedBrief], words: Words, lang: str) -> str:
    """Every change to a published brief, the newest first, and the policy."""
    errata = [(erratum, brief) for brief in briefs for erratum in brief.front.errata]
    errata.sort(key=lambda pair: pair[0].date, reverse=True)
    choices = [_choices(erratum) for erratum, _ in errata]
    counts = Counter(erratum.kind for erratum, _ in errata)
    jumps = [
        (anchors.first_of(kind), f"{word} ({counts[kind]})")
        for kind, word in words.erratum_kind.items()
        if counts[kind]
    ]
    years = sorted({erratum.date[:4] for erratum, _ in errata}, reverse=True)
    filters = (
        Filter("type", words.filter_kind, {kind.value: word for kind, word in words.erratum_kind.items()}),
        Filter("year", words.filter_year, {year: year for year in years}),
    )
    entries, met = [], set()
    for (erratum, brief), chosen in zip(errata, choices, strict=True):
        mark = "" if erratum.kind in met else f' id="{anchors.first_of(erratum.kind)}"'
        met.add(erratum.kind)
        entries.append(
            f'<div class="{classes.ENTRY}"{mark}{entry_attributes(chosen)} markdown="1">\n\n'
            f"{_entry(erratum, brief, words, lang)}\n\n</div>"
        )
    listed = "\n\n".join((f'<div id="{anchors.LIST}" markdown="1">', *entries, "</div>")) if entries else ""
    parts = (
        jump_line(words.jump, jumps),
        filter_form(filters, choices, words, anchors.LIST),
        listed or words.no_errata,
        f"## {words.errata_policy} {{ #{anchors.POLICY} }}",
        words.errata_policy_text,
    )
    return "\n\n".join(part for part in parts if part)


def _choices(erratum: Erratum) -> Choices:
    return {"type": (erratum.kind.value,), "year": (erratum.date[:4],)}


def _entry(erratum: Erratum, brief: VerifiedBrief, words: Words, lang: str) -> str:
    place = relative_path(pages.brief_path(brief.slug), pages.ERRATA) + (
        f"#{erratum.where}" if erratum.where else ""
    )
    own = escape_attribute(brief.front.lang)
    return (
        f"**{escape_text(day_text(erratum.date, lang))} · {kind_of(erratum, words)}**, "
        f"[{escape_text(brief.front.title)}]({place}){{ lang={own} hreflang={own} }}\n\n"
        f"{was_and_now(erratum, words)}"
    )
