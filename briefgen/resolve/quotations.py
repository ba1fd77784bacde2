"""What of a quotation only its work can say: whether words are its attribution, or a translation."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefgen.languages import Language, any_language, language_of, primary_tag
from briefgen.markdown.block_quotes import LONGEST_ATTRIBUTION
from briefgen.model.quotation import Attribution, Quotation
from briefgen.model.work import Name, Work
from briefgen.model.workspace import ResolvedQuotation
from briefgen.resolve.keys import WorkIndex
from briefgen.sentences import SentenceMap

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MARKS = re.compile('["„“”‟«»‹›‚‘「」『』〝〞〟＂]')
_ENDS = re.compile(r"[.!?…。！？؟۔।]\W*$")
_ABBREVIATED = re.compile(r"(?:^|\W)\w{1,3}\.\W*$")


def resolve_quotation(quotation: Quotation, lang: str, index: WorkIndex) -> ResolvedQuotation:
    """A quotation of a brief in the language `lang`, with its works and its attribution decided."""
    works = index.find(quotation.keys)
    if quotation.attribution and not _is_of(quotation.attribution, works, lang):
        quotation = _quoted_whole(quotation, quotation.attribution)
    keys = tuple(work.key for work in works)
    return ResolvedQuotation(quotation, keys, _is_translation(quotation, keys, lang, index), lang)


def _quoted_whole(quotation: Quotation, last: Attribution) -> Quotation:
    """The quotation with its last paragraph, which names nothing of the work, quoted like the others."""
    return replace(
        quotation,
        text=f"{quotation.text} {last.quoted}".strip(),
        refused=(*quotation.refused, *last.refused),
        attribution=None,
        bare=None,
    )


# ------------------------------------------------------------------------------------- attributions


def _is_of(attribution: Attribution, works: Sequence[Work], lang: str) -> bool:
    """Whether a paragraph below quoted words says whose they are, and nothing else.

    That is nothing but its citation, or a few words of which one names the work: no quotation marks, no
    whole sentence, as those would be read as quoted.
    """
    text = attribution.text
    words = _WORD.findall(text)
    if not words:
        return not attribution.refused
    if len(words) > LONGEST_ATTRIBUTION or _MARKS.search(text) or attribution.refused:
        return False
    sentence_ends = SentenceMap(text, lang).end(0) < len(text)
    if sentence_ends or (_ENDS.search(text) and not _ABBREVIATED.search(text)):
        return False
    named = {word for work in works for word in _naming_words(work)}
    return any(word.lower() in named for word in words)


def _naming_words(work: Work) -> Iterable[str]:
    """The words of a work's names and titles, in small letters, but for those that any sentence has."""
    names = (*work.authors, *work.editors, *work.translators)
    texts = (*map(_written, names), work.title, work.subtitle, work.container, work.publisher)
    common = any_language().function_words
    found = (word.lower() for text in texts for word in _WORD.findall(text))
    return (word for word in found if word not in common and (len(word) > 2 or not word.isascii()))


def _written(name: Name) -> str:
    return name.full


# ------------------------------------------------------------------------------------- translations


def _is_translation(quotation: Quotation, keys: Sequence[str], lang: str, index: WorkIndex) -> bool:
    """Whether words before a quoted locator are our translation of what it quotes.

    They are when the work is in another language, unless function words show them to be in that one.
    """
    if not quotation.beside_locator:
        return False
    foreign = {
        primary_tag(language)
        for key in keys
        for language in index.capture_languages(key)
        if primary_tag(language) != primary_tag(lang)
    }
    return bool(foreign) and not any(_is_in(quotation.text, tag, lang) for tag in foreign)


def _is_in(text: str, tag: str, other: str) -> bool:
    """Whether words are in the language `tag` rather than in `other`, by the function words they hold."""
    words = [word.lower() for word in _WORD.findall(text)]
    one, two = _function_words(language_of(tag)), _function_words(language_of(other))
    return sum(word in one for word in words) > sum(word in two for word in words)


def _function_words(language: Language | None) -> frozenset[str]:
    return language.function_words if language else frozenset()
