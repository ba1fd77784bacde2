"""Names of persons and bodies as readers are shown them."""

from briefgen.bibliography.titles import quoted
from briefgen.bibliography.wording import Words, reference_words_for
from briefgen.model.work import Name, Work, WorkKind

OTHERS = Name(literal="et al.")
"""Stands at the end of a list of names that ended with ``and others``; it is no one's name."""

MAX_IN_FULL = 6
"""Up to so many names a reference gives all, else the first and “et al.”"""

MAX_NARRATIVE = 3
"""Up to so many names a sentence names all, else the first and “et al.”"""

MAX_TITLE = 60
"""A title that stands in for a name is cut behind a word at so many characters."""


def full_names(names: tuple[Name, ...], words: Words) -> str:
    """Names with the given name first, joined: ``Ada Ek, Ben Oh and Cy Ur``."""
    first = names[: MAX_IN_FULL + 2]
    return _joined([name.full for name in first if name != OTHERS], OTHERS in names, MAX_IN_FULL, words)


def creators_of(work: Work) -> tuple[Name, ...]:
    """Who stands in front of a work: the authors, else the editors; those of a book not for its chapters."""
    if any(name != OTHERS for name in work.authors):
        return work.authors
    return () if work.kind is WorkKind.CHAPTER else work.editors


def short_names(work: Work, words: Words) -> str:
    """The family names of those who stand in front, at most three; empty where nobody does."""
    if work.short_author:
        return work.short_author
    people = creators_of(work)
    short = [name.short or name.full for name in people if name != OTHERS]
    return _joined(short, OTHERS in people, MAX_NARRATIVE, words) if short else ""


def narrative_names(work: Work, lang: str) -> str:
    """What a narrative citation prints: family names of the authors, else the editors, else the quoted title.

    More than three names are cut to the first and “et al.”; a long title is shortened. Without names and
    title it is the key. The editors of a book do not stand for a chapter of it. Never empty.
    """
    words = reference_words_for(lang)
    if names := short_names(work, words):
        return names
    return quoted(shortened(work.title), words) if work.title else work.key


def _joined(texts: list[str], more: bool, limit: int, words: Words) -> str:
    if len(texts) > limit:
        texts, more = texts[:1], True
    if more:
        return " ".join([", ".join(texts), words.et_al]).strip()
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {words.conjunction} {texts[-1]}"


def shortened(title: str) -> str:
    """A title, cut behind a word where it is long."""
    if len(title) <= MAX_TITLE:
        return title
    whole_words = title[: MAX_TITLE + 1].rpartition(" ")[0] or title[:MAX_TITLE]
    return whole_words.rstrip(" ,;:.–—-") + "…"
