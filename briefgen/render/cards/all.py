"""The social card of each published brief, and that of the site for all other pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from briefgen import rules
from briefgen.bibliography.date_words import day_text
from briefgen.bibliography.languages import language_name
from briefgen.catalogue import words_for
from briefgen.diagnostics import Diagnostic, Told
from briefgen.digests import digest_of
from briefgen.later import Later
from briefgen.model.box import BoxKind
from briefgen.model.brief import Status
from briefgen.model.card import Card, CardKit, card_later
from briefgen.model.layout import pages
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.cards.svg import CardText, make_card
from briefgen.render.cards.title import drawable, missing_letters
from briefgen.summed import Summary, summed

_SHOWN = 12


def render_cards(
    corpus: VerifiedCorpus, kit: CardKit | None, *, later: bool = False
) -> Told[tuple[Card, ...]]:
    """All pictures to be drawn; none without an address that somebody could share. With `later` they are
    looked at when they are asked for.

    Tells of briefs, drafts too, whose letters no font has: the site's card is shown in their place.
    """
    if kit is None:
        return Told(())
    settings = corpus.settings
    findings: list[Diagnostic] = []
    name = settings.site_name if not _missing([settings.site_name], kit) else ""
    of_site = partial(make_card, pages.SITE_CARD, CardText("", name, ""), kit, settings.card)
    cards = [card_later(pages.SITE_CARD, of_site, Later(lambda: of_site().drawn_from))]
    around = hash_of_kit(kit)
    for brief in corpus.briefs:
        text = _text(brief, corpus)
        make = partial(make_card, pages.card_path(brief.slug), text, kit, settings.card)
        shown = _Shown(brief, text, kit, make, around)
        missing = _letters_without_font(shown)
        if missing:
            findings.append(_letters_missing(brief, missing))
        elif brief.front.status is not Status.DRAFT:
            drawn_from = Later(partial(_drawn_from, shown)) if later else Later.of(_drawn_from(shown))
            cards.append(card_later(pages.card_path(brief.slug), make, drawn_from))
    return Told(tuple(sorted(cards, key=lambda card: card.path)), tuple(findings))


@dataclass(frozen=True, slots=True)
class _Shown:
    """A brief that has a card, what stands on that and how it is made; `around` is the hash of its `kit`."""

    brief: VerifiedBrief
    text: CardText
    kit: CardKit
    make: Callable[[], Card]
    around: str

    @property
    def summary(self) -> Summary:
        """What was said of the brief."""
        return self.brief.summary


def hash_of_kit(kit: CardKit) -> str:
    """The hash of all that cards are made with beside what they say."""
    return digest_of((tuple(font.blob for font in kit.fonts), kit.mark))


@summed
def _drawn_from(shown: _Shown) -> str:
    return shown.make().drawn_from


@summed
def _letters_without_font(shown: _Shown) -> str:
    return _missing([shown.text.title, shown.text.site_name, shown.text.said], shown.kit)


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
