"""Whether a document is the work that an entry describes: by what it says of itself.

Named is only what cannot be both. A document that does not say what it is called says nothing here,
nor does one in another language or script than the title of its entry.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefgen.languages import any_language, language_of
from briefgen.model.capture import Capture, TextBy
from briefgen.model.work import DateRange, Work, WorkKind
from briefgen.stated.hosts import other_host
from briefgen.stated.names import NameIndex, folded
from briefgen.stated.scripts import script_of
from briefgen.stated.titles import FREE, HEAD, SHORTEST, significant, titles_in, titles_of

_WIDE = 10_000
_NEAR_ENOUGH = 0.6
_HALF = 0.5
_LONGEST_EDITION = 8
_SPREAD_ENOUGH = 0.8
_LATER = 2
"""Years between what an entry and its document say, from which it is another edition."""
_IN_PARTS = frozenset({WorkKind.CHAPTER, WorkKind.LEGAL})
"""Kinds of works that are captured within a larger document, whose head is not theirs."""
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_EDITION = re.compile(
    r"(?<![\w.])(\d{1,2})\.?-?(?:st|nd|rd|th|e|ª|º|a|е|я)?[ -](?:\w+, |\w+ )?(?:ed\b|edn\b|edition|aufl|"
    r"édition|edici|edizione|ediç|druk\b|uppl|udg|wyd|vyd|изд)|\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth) (?:\w+ )?edition\b|第(\d{1,2})版",
    re.IGNORECASE,
)
_MADE = frozenset({TextBy.HAND, TextBy.OCR})
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an entry and a document say of the same.

    `compared`: the document says what it is called, and that could be judged. `differs` says in words what
    cannot be both; empty where nothing is wrong, or nobody can tell.
    """

    compared: bool = False
    called: str = ""
    differs: tuple[str, ...] = ()


def compare(work: Work, capture: Capture) -> Comparison:
    """What a capture's document says of itself beside the entry of its work."""
    if capture.record.text_by in _MADE or not capture.text.strip():
        return Comparison()
    document = _Said.of(work, capture)
    if not document.titles:
        return Comparison()
    titles = [words for title in titles_of(work) if (words := significant(title, capture.language))]
    if not titles or any(_is_foreign(title, document.head, capture) for title in titles_of(work)):
        return Comparison()
    called = document.titles[0]
    if any(document.bears(words) for words in titles):
        return Comparison(True, called, _other_publication(work, document) if capture.record.is_whole else ())
    missing = tuple(document.missing(work))
    most = max(map(len, titles))
    plain = max(len(significant(title, capture.language)) for title in document.titles)
    sure = most > 1 and (bool(missing) or (most >= SHORTEST and plain > 1))
    close = any(_share(words, title) >= _HALF for words in titles for title in document.titles)
    if not plain or close or not sure or not capture.record.is_whole:
        return Comparison()
    return Comparison(True, called, (f"the document is called “{_short(called)}”", *missing))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a document says of itself, and where it would."""

    titles: tuple[str, ...]
    head: str
    wide: str
    capture: Capture

    @classmethod
    def of(cls, work: Work, capture: Capture) -> "_Said":
        whole = capture.whole or capture.text
        titles = tuple(titles_in(work, capture, whole))
        facts = capture.facts
        said = (*titles, *facts.authors, facts.outlet, facts.date)
        top = whole if work.kind in _IN_PARTS else whole[:HEAD]
        wide = "\n".join((*said, whole[:_WIDE], whole[-HEAD:]))
        return cls(titles, "\n".join((*said, top)), wide, capture)

    def bears(self, words: Collection[str]) -> bool:
        """Whether a title with these words stands where a document has its own."""
        language = self.capture.language
        if any(_share(words, title) >= _NEAR_ENOUGH for title in self.titles):
            return True
        if any(
            _share(significant(title, language), " ".join(words)) >= _NEAR_ENOUGH
            and len(significant(title, language)) > 1
            for title in self.titles
        ):
            return True
        if _share(words, self.head) < _NEAR_ENOUGH:
            return False
        if len(words) >= SHORTEST and _share(words, self.head) >= _SPREAD_ENOUGH:
            return True
        return any(_share(words, piece) >= _NEAR_ENOUGH for piece in _pieces(self.head, len(words)))

    def missing(self, work: Work) -> Iterator[str]:
        """What the entry says of its work and nothing in the document does."""
        index = NameIndex([self.wide])
        people = (*work.authors, *work.editors, *work.translators)
        called = tuple(name.family or name.literal for name in people)
        outlets = tuple(filter(None, (work.institution, work.publisher, work.container)))
        if called and not any(_stands(name, index, self.wide) for name in (*called, *outlets)):
            yield f"nothing in it names {_short(people[0].full)}"
        year = _year(work)
        if year and year not in self.years and str(year) not in self.capture.record.stamped:
            yield f"nothing in it is of {year}" + (f": it is of {facts}" if (facts := self.date) else "")

    @property
    def years(self) -> frozenset[int]:
        """The years that stand where a document has its date."""
        return frozenset(int(year[0]) for year in _YEAR.finditer(self.wide))

    @property
    def date(self) -> str:
        """Its date, as far as it says it for programs."""
        return self.capture.facts.date


def _other_publication(work: Work, document: _Said) -> tuple[str, ...]:
    """What is wrong with a document of the right title: a later edition, another author or outlet."""
    facts = document.capture.facts
    year, said = _year(work), facts.date[:4]
    no_year = year is not None and year not in document.years
    if no_year and said.isdecimal() and abs(int(said) - (year or 0)) >= _LATER:
        return (f"the document is of {facts.date}, and the entry of {year}",)
    stated = _edition(document.head[:HEAD])
    own = int(work.edition) if work.edition.isdecimal() else 0
    if stated > 1 and own != stated and (own or (not work.edition and no_year)):
        named = f"edition {own}" if own else f"of {year}"
        return (f"the document is edition {stated} of it, and the entry {named}",)
    missing = tuple(document.missing(work)) if facts.authors and no_year else ()
    if len(missing) > 1:
        return (f"the document is by {_short(', '.join(facts.authors))}", *missing)
    outlets = tuple(filter(None, (work.institution, work.publisher, work.container)))
    index = NameIndex([document.wide])
    if outlets and not any(_stands(name, index, document.wide) for name in outlets):
        host = other_host(work.url, facts.address, document.wide)
        if host:
            return (
                f"the document gives its address as {host}, the entry {work.url}",
                f"nothing in it names {_short(outlets[0])}",
            )
    return ()


def _edition(head: str) -> int:
    """The edition that a short line says a document is; within a sentence it is something else's."""
    lines = (line for line in head.split("\n") if len(line.split()) <= _LONGEST_EDITION)
    found = next(filter(None, map(_EDITION.search, lines)), None)
    if not found:
        return 0
    number = found[1] or found[3]
    return int(number) if number else _ORDINALS.index(found[2].lower()) + 2


def _share(words: Collection[str], text: str) -> float:
    """How many of the words stand in a text, in one of their forms."""
    if not words:
        return 0.0
    index, plain = NameIndex([text]), folded(text)
    return sum(word in plain if FREE.match(word) else index.has(word) for word in words) / len(words)


def _pieces(text: str, count: int) -> Iterator[str]:
    """Stretches that are a little longer than a title of so many words, each overlapping the next."""
    words = text.split()
    size = 3 * count + 6
    for at in range(0, max(len(words) - size // 2, 1), size // 2):
        yield " ".join(words[at : at + size])


# -------------------------------------------------------------------------------------------- other


def _is_foreign(title: str, text: str, capture: Capture) -> bool:
    """Whether a title is in another language or script than a text, by its small words and letters."""
    scripts = {script_of(letter) for letter in title if letter.isalpha()}
    if scripts and not scripts & {script_of(letter) for letter in text if letter.isalpha()}:
        return True
    language = language_of(capture.language)
    if language is None:
        return not FREE.search(title)
    words = frozenset(re.findall(r"[^\W\d_]+", title.lower()))
    own = language.little_words | language.clause_words | language.function_words
    return not words & own and bool(words & any_language().function_words)


def _stands(name: str, index: NameIndex, text: str) -> bool:
    """Whether a family or a body is named; of a body most of its words."""
    words = [word for word in re.findall(r"[^\W\d_]+", folded(name)) if len(word) > 1]
    if not words:
        return True
    if any(FREE.search(word) for word in words):
        return folded(name) in folded(text)
    return sum(map(index.has, words)) / len(words) >= _NEAR_ENOUGH


def _year(work: Work) -> int | None:
    """The year of a work that was published once, and not changed since."""
    date = work.date
    if date is None or isinstance(date, DateRange) or date.approximate or date.uncertain:
        return None
    return date.year if date.year >= 1000 else None


def _short(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= 80 else f"{one[:79]}…"
