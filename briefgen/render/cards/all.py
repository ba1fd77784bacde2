"""The social card of each published brief, and that of the site for all other pages."""

from collections.abc import Mapping, Sequence
from functools import partial
from urllib.parse import quote

from briefgen import rules
from briefgen.bibliography.date_words import day_text
from briefgen.bibliography.languages import language_name
from briefgen.catalogue import words_for
from briefgen.diagnostics import Diagnostic, Told
from briefgen.model.box import BoxKind
from briefgen.model.brief import Status
from briefgen.model.card import Card, CardKit, card_later
from briefgen.model.layout import pages
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.cards.svg import CardText, make_card
from briefgen.render.cards.title import drawable, missing_letters
from briefgen.summed import summed

_SHOWN = 12


def render_cards(corpus: VerifiedCorpus, kit: CardKit | None) -> Told[tuple[Card, ...]]:
    """All pictures to be drawn; none without an address that somebody could share.

    Tells of briefs, drafts too, whose letters no font has: the site's card is shown in their place.
    """
    if kit is None:
        return Told(())
    settings = corpus.settings
    findings: list[Diagnostic] = []
    name = settings.site_name if not _missing([settings.site_name], kit) else ""
    texts = {pages.SITE_CARD: CardText("", name, "")}
    for brief in corpus.briefs:
        text = _text(brief, corpus)
        missing = _missing([text.title, text.site_name, text.said], kit)
        if missing:
            findings.append(_letters_missing(brief, missing))
        elif brief.front.status is not Status.DRAFT:
            texts[pages.card_path(brief.slug)] = text
    cards = (
        card_later(path, partial(make_card, path, text, kit, settings.card))
        for path, text in sorted(texts.items())
    )
    return Told(tuple(cards), tuple(findings))


def card_head(brief: VerifiedBrief, corpus: VerifiedCorpus, kit: CardKit | None) -> Mapping[str, str]:
    """What a brief's page says of its card: where it lies, and what it shows, in words."""
    if kit is None:
        return {}
    text = _text(brief, corpus)
    if _missing([text.title, text.site_name, text.said], kit):
        return {"path": pages.SITE_CARD, "alt": text.site_name}
    return {
        "path": quote(pages.card_path(brief.slug)),
        "alt": f"{text.title} – {text.site_name}, {text.said}",
    }


def _text(brief: VerifiedBrief, corpus: VerifiedCorpus) -> CardText:
    front, words = brief.front, words_for(brief.front.lang)
    said = [
        day_text(front.changed, front.lang),
        language_name(front.lang, front.lang).capitalize(),
    ]
    if front.status is Status.WITHDRAWN:
        said.insert(0, words.status[front.status])
    kinds = _kinds(brief)
    for kind, (one, many) in (
        (BoxKind.CORRECTION, words.corrections_count),
        (BoxKind.CLAIM, words.findings_count),
    ):
        if count := kinds.count(kind):
            said.append((one if count == 1 else many).format(count=count))
            break
    return CardText(front.title, corpus.settings.site_name, " · ".join(said))


@summed
def _kinds(brief: VerifiedBrief) -> tuple[BoxKind, ...]:
    return tuple(finding.kind for finding in brief.resolved.findings)


def _missing(texts: Sequence[str], kit: CardKit) -> str:
    return missing_letters(drawable("".join(texts)), kit.fonts)


def _letters_missing(brief: VerifiedBrief, missing: str) -> Diagnostic:
    shown = " ".join(missing[:_SHOWN]) + (" …" if len(missing) > _SHOWN else "")
    return Diagnostic(
        rules.CARD_LETTERS_MISSING,
        brief.front.title_span,
        f"no font has these letters of the brief's social card: {shown}",
        ("links to the brief are shown with the card of the site, which leaves its words out",),
        "put a font that has them into the project, and name it in mkdocs.yml under "
        "`extra: briefgen: card_fonts:`",
    )
