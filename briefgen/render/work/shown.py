"""What the pages of works show of each brief, and a word for it: where that is the same, so are the pages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from briefgen.digests import digest_of
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.needs import About
from briefgen.render.once import corrected_works
from briefgen.render.work.examined import examined_in
from briefgen.render.work.quoted_passages import quoted_in
from briefgen.summed import summed


@dataclass(slots=True)
class ShownOfWork:
    """The briefs that a work's page is about: those that cite the work, those of them that quote it, and
    those that correct something in it, with their translations. `words` say all that is shown of them, or are
    empty where nobody can tell."""

    citing: list[VerifiedBrief] = field(default_factory=list)
    quoting: list[VerifiedBrief] = field(default_factory=list)
    correcting: list[About] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """The words as one; empty where nobody can tell."""
        return sha256("\n".join(self.words).encode()).hexdigest() if all(self.words) else ""


def shown_of_works(
    briefs: Iterable[VerifiedBrief],
    abouts: Sequence[About],
    titles: Mapping[str, str],
    language: str,
) -> Mapping[str, ShownOfWork]:
    """What is shown of `briefs` on the page of each work, by its key; `abouts` are those that correct
    anything, and `titles` those of works, of which a brief may give the translation."""
    shown: dict[str, ShownOfWork] = {}
    for brief in briefs:
        word, quoted = _words(brief, language)
        for key in brief.resolved.works:
            one = shown.get(key)
            if one is None:
                one = shown[key] = ShownOfWork()
            one.citing.append(brief)
            one.words.append(word)
        for key, said, translated in quoted:
            one = shown.setdefault(key, ShownOfWork())
            one.quoting.append(brief)
            one.words += (said, *(titles.get(of, "-") for of in translated))
    _correcting(abouts, shown)
    return shown


def _correcting(abouts: Sequence[About], shown: dict[str, ShownOfWork]) -> None:
    """Which of several translations says what is wrong, all of them decide."""
    by_slug = {one.brief.slug: one for one in abouts}
    met: dict[str, dict[str, None]] = {}
    for about in abouts:
        for key in corrected_works(about):
            of_work = met.setdefault(key, {})
            of_work[about.brief.slug] = None
            for other in about.brief.resolved.translations:
                if other.slug in by_slug:
                    of_work[other.slug] = None
    order = {slug: number for number, slug in enumerate(by_slug)}
    for key, slugs in met.items():
        one = shown.setdefault(key, ShownOfWork())
        for slug in sorted(slugs, key=order.__getitem__):
            about = by_slug[slug]
            one.correcting.append(about)
            one.words.append(about.summary.name and f"{about.summary.name}{about.around}")


@summed
def _words(brief: VerifiedBrief, language: str) -> tuple[str, tuple[tuple[str, str, tuple[str, ...]], ...]]:
    """A word for what any page shows of a brief, and for each work that it quotes one for what that shows
    beside, with the keys of works whose translations of it are given."""
    quoted: dict[str, list[object]] = {}
    translated: dict[str, dict[str, None]] = {}
    for check, text, place, translations in quoted_in(brief, language):
        quoted.setdefault(check.key, []).append((check, text, place, translations))
        own = translated.setdefault(check.key, {})
        own |= dict.fromkeys(one.of for one in translations if one.of)
    for key, number, ranges in examined_in(brief):
        quoted.setdefault(key, []).append((number, ranges))
    front = brief.front
    return digest_of((brief.slug, front.title, front.lang)), tuple(
        (key, digest_of(tuple(said)), tuple(translated.get(key, ()))) for key, said in quoted.items()
    )
