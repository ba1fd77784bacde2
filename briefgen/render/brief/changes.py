"""What has changed of a brief, told to its readers: above it, at each place, at its end, to machines."""

import re
from collections.abc import Sequence

from briefgen.bibliography.date_words import day_text
from briefgen.bibliography.languages import language_name
from briefgen.catalogue import Words
from briefgen.model.brief import Erratum, ErratumKind, FrontMatter, Status
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.escape import escape_attribute, escape_html, escape_text
from briefgen.render.view import BriefView


def newest_first(front: FrontMatter) -> Sequence[Erratum]:
    """The errata of a brief; of one day, as its author lists them."""
    return sorted(front.errata, key=lambda erratum: erratum.date, reverse=True)


def notices(brief: VerifiedBrief, view: BriefView) -> str:
    """Above a brief: that it is a draft, that it was withdrawn and why, what its newest change was, and in
    which language it is newer."""
    front, words = brief.front, view.words
    said = []
    if front.status is Status.DRAFT:
        said.append(words.draft_notice)
    why = _withdrawal(front)
    if front.status is Status.WITHDRAWN:
        told = f"{words.withdrawn_notice} {_why_withdrawn(why, front, words)}".rstrip()
        said.append(f"{told} [{words.erratum_link}](#{anchors.PARTS.errata})" if why else told)
    newest = next(iter(newest_first(front)), None)
    if newest and newest is not why:
        told = words.erratum_notice.format(
            kind=words.erratum_kind[newest.kind], date=day_text(newest.date, front.lang)
        )
        said.append(f"{escape_text(told)} [{words.erratum_link}](#{anchors.PARTS.errata})")
    for other in brief.resolved.translations:
        if other.version:
            name = escape_text(language_name(other.lang, other.lang).capitalize())
            way = view.way_to(pages.brief_path(other.slug))
            told = words.record.newer_elsewhere.format(
                version=other.version, date=day_text(other.changed, front.lang)
            )
            said.append(f"{escape_text(told)} [{name}]({way}){{ hreflang={other.lang} }}")
    return "\n\n".join(
        f'<div class="{classes.BOX} {classes.ERRATUM}" markdown="1">\n\n{notice}\n\n</div>' for notice in said
    )


def _withdrawal(front: FrontMatter) -> Erratum | None:
    """The erratum that says why a brief was withdrawn."""
    if front.status is not Status.WITHDRAWN:
        return None
    return next((one for one in newest_first(front) if one.kind is ErratumKind.RETRACTION), None)


def _why_withdrawn(why: Erratum | None, front: FrontMatter, words: Words) -> str:
    if why is None:
        return ""
    told = words.record.withdrawn_because.format(
        date=day_text(why.date, front.lang), why=" ".join(why.now.split())
    )
    return escape_text(told)


def errata_part(brief: VerifiedBrief, view: BriefView) -> str:
    """“Errata and version history”: every dated change, and the first publication."""
    words, front = view.words, brief.front
    parts = [f"## {words.errata} {{ #{anchors.PARTS.errata} }}"]
    for erratum in newest_first(front):
        where = f" ([§](#{erratum.where}))" if erratum.where else ""
        day = escape_text(day_text(erratum.date, front.lang))
        parts.append(f"**{day} · {kind_of(erratum, words)}**{where}\n\n{was_and_now(erratum, words)}")
    if not front.errata:
        parts.append(words.errata_none)
    parts.append(f"{words.first_published}: {escape_text(day_text(front.date, front.lang))}.")
    return "\n\n".join(parts)


def kind_of(erratum: Erratum, words: Words) -> str:
    """What a change was and, where its author says it, which version it made."""
    kind = words.erratum_kind[erratum.kind]
    if not erratum.version:
        return kind
    return f"{kind}, {escape_text(words.record.as_version.format(version=erratum.version))}"


def was_and_now(erratum: Erratum, words: Words) -> str:
    """What stood there and what stands there, as Markdown."""
    return f":   {words.was}: {escape_text(erratum.was)}\n\n:   {words.now}: {escape_text(erratum.now)}"


def correction_comments(front: FrontMatter, words: Words, address: str) -> list[dict[str, object]]:
    """The errata as schema.org has them."""
    made = []
    for erratum in newest_first(front):
        said: dict[str, object] = {
            "@type": "CorrectionComment",
            "name": words.erratum_kind[erratum.kind],
            "text": f"{words.was}: {erratum.was} {words.now}: {erratum.now}",
            "datePublished": erratum.date,
            "inLanguage": front.lang,
        }
        if erratum.version:
            said["version"] = erratum.version
        if address:
            said["url"] = f"{address}#{anchors.PARTS.errata}"
        made.append(said)
    return made


def with_change_marks(page: str, front: FrontMatter, words: Words) -> str:
    """A page with a mark at each place that an erratum names: what was changed there, and when."""
    for erratum in newest_first(front):
        if erratum.where:
            page = _marked(page, erratum.where, _mark(erratum, front.lang, words))
    return page


def _mark(erratum: Erratum, lang: str, words: Words) -> str:
    said = words.record.changed_here.format(
        kind=words.erratum_kind[erratum.kind], date=day_text(erratum.date, lang)
    )
    return f'<p class="{classes.CHANGED}"><a href="#{anchors.PARTS.errata}">{escape_html(said)}</a></p>'


def _marked(page: str, place: str, mark: str) -> str:
    """The mark stands below a heading, at the beginning of a box, or else behind the block with the id."""
    named = re.escape(escape_attribute(place))
    heading, box = rf"^#+ .*[{{ ]#{named}[ }}].*$", rf'^<div [^>]*\bid="{named}"[^>]*>$'
    for pattern in (heading, box, rf'^(?![\s|>!*+-]|\d).*\bid="{named}".*(?:\n.+)*$'):
        found = re.search(pattern, page, re.MULTILINE)
        if found:
            return f"{page[: found.end()]}\n\n{mark}{page[found.end() :]}"
    return page
