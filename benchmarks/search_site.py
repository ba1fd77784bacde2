"""Built sites of many briefs, for measuring the search: the sentences of our own briefs, mixed anew.

A brief has a subject: it draws its sentences from a few of ours. Names, numbers and one word in five are
others in every brief, drawn as words are in a language: few of them often, most of them hardly ever. The
pages have the shape of those that MkDocs builds of our Markdown.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate
from pathlib import Path
from random import Random

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

ROOT = Path(__file__).parent.parent
LANGUAGES = ("en", "de")
SECTIONS, PARAGRAPHS, SENTENCES, NOTES, OWN_WORKS, SHARED_WORKS = 4, 3, 4, 30, 2, 12
TOPICS = 120
NAMES = 30_000
OTHER_WORD = 1 / 5
SUBJECT = 30
"""Sentences that a brief draws from, of some hundreds."""
_SYLLABLES = (
    "ba be bor da del dim el fa fen gar gol ha hen il jo ka kor la len lin ma mer nor o pa pet ra ris so \
ster ta tor u va ver wen zil zo".split()
)
_MARKUP = re.compile(r"\[[^\]]*@[^\]]*\]|\[\^[^\]]*\]|\]\([^)]*\)|[\[\]{}*_`|>]")
_WORD = re.compile(r"[^\W\d_]+|\d+")


class _Drawn:
    """Draws from a list as a language draws words: the n-th with a chance of about 1/n."""

    def __init__(self, items: Sequence[str]) -> None:
        self._items = items
        self._chances = list(accumulate(1 / (place + 3) for place in range(len(items))))

    def draw(self, random: Random) -> str:
        return self._items[bisect(self._chances, random.random() * self._chances[-1])]


class Writer:
    """Writes sentences in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        texts = [
            _plain(path) for path in sorted((ROOT / "sources").glob("*.md")) if _language(path) == language
        ]
        self._sentences = [
            one for text in texts for one in re.split(r"(?<=[.!?])\s+", text) if one.count(" ") > 4
        ]
        self._subject = self._sentences
        shuffled = Random(language)
        known = sorted(word for word in DefaultDictionaryFactory().get_dictionary(language) if word.isalpha())
        shuffled.shuffle(known)
        self._small = _Drawn([word for word in known if word.islower()][:40_000])
        self._large = _Drawn([word for word in known if word.istitle()][:40_000])
        names = sorted({_name(shuffled) for _ in range(NAMES)})
        shuffled.shuffle(names)
        self._names = _Drawn(names)

    def choose_subject(self, random: Random) -> None:
        """What the next sentences are about."""
        self._subject = random.sample(self._sentences, SUBJECT)

    def sentence(self, random: Random) -> str:
        return _WORD.sub(lambda found: self._other(found[0], random), random.choice(self._subject))

    def text(self, random: Random, sentences: int) -> str:
        return escape(" ".join(self.sentence(random) for _ in range(sentences)))

    def name(self, random: Random) -> str:
        return self._names.draw(random)

    def title(self, random: Random) -> str:
        return " ".join(self.sentence(random).split()[:8]).strip(".,;:")

    def _other(self, word: str, random: Random) -> str:
        if word.isdigit():
            return str(random.randrange(10 ** min(len(word), 9)))
        if len(word) < 5 or random.random() > OTHER_WORD:
            return word
        if word[0].islower():
            return self._small.draw(random)
        # A German noun is another noun or a name, an English capital is a name.
        return (
            self._large.draw(random) if self.language == "de" and random.random() < 0.7 else self.name(random)
        )


def site_pages(briefs: int) -> Iterator[tuple[str, str]]:
    """The pages of a site with so many briefs, with their paths."""
    writers = {language: Writer(language) for language in LANGUAGES}
    shared = [f"shared{number}" for number in range(max(SHARED_WORKS, briefs // 4))]
    for number in range(briefs):
        language = LANGUAGES[number % len(LANGUAGES)]
        random = Random(number)
        own = [f"work{number}no{place}" for place in range(OWN_WORKS)]
        works = own + random.sample(shared, SHARED_WORKS)
        yield f"briefs/brief-{number}/index.html", _brief(writers[language], random, works)
        for work in own:
            yield f"sources/{work}/index.html", _work(writers[language], random, work)
    for work in shared:
        random = Random(work)
        yield f"sources/{work}/index.html", _work(writers[random.choice(LANGUAGES)], random, work)


def _brief(writer: Writer, random: Random, works: Sequence[str]) -> str:
    writer.choose_subject(random)
    title = escape(writer.title(random))
    facts = [("kind", "brief"), ("date", f"20{random.randrange(15, 27)}-0{random.randrange(1, 10)}-15")]
    facts += [("topic", f"{writer.language} topic {random.randrange(TOPICS)}") for _ in range(4)]
    facts += [
        ("verdict", verdict) for verdict in random.sample(["false", "imprecise", "loaded", "correct"], 2)
    ]
    facts += [("work", work) for work in sorted(works)]
    parts = [f'<h1 id="t">{title}</h1>']
    for section in range(SECTIONS):
        parts.append(f'<h2 id="section-{section}">{escape(writer.title(random))}</h2>')
        parts += [f"<p>{writer.text(random, SENTENCES)}</p>" for _ in range(PARAGRAPHS)]
        parts.append(
            f'<div class="admonition correction" id="box-{section}"><h3>{escape(writer.title(random))}</h3>'
            f"<p>{writer.text(random, SENTENCES)}</p></div>"
        )
    notes = (
        f'<li id="fn:w-{random.choice(works)}-{number}"><p>{_reference(writer, random)} '
        f"{writer.text(random, number % 2)}</p></li>"
        for number in range(NOTES)
    )
    parts.append(f'<div class="footnote"><ol>{"".join(notes)}</ol></div>')
    return _page(writer.language, facts, parts)


def _work(writer: Writer, random: Random, key: str) -> str:
    writer.choose_subject(random)
    passages = (
        f'<div class="passage" id="q-{place}-{place + 90}"><blockquote lang="{writer.language}"><p>'
        f"{writer.text(random, 2)}</p></blockquote></div>"
        for place in range(0, random.choice((0, 0, 0, 300)), 100)
    )
    parts = [
        f'<h1 id="t">{escape(writer.title(random))}</h1><p class="work-key"><code>{key}</code></p>',
        f"<p>{_reference(writer, random)}</p><h2 id=passages>Passages</h2>",
        *passages,
    ]
    return _page("en", [("kind", "work"), ("work", key), ("language", writer.language)], parts)


def _reference(writer: Writer, random: Random) -> str:
    names = " ".join((writer.name(random), writer.name(random)))
    day = f"{random.randrange(1, 29)} June 20{random.randrange(15, 27)}"
    return f"{names}, “{escape(writer.title(random))}”, {day}."


def _page(language: str, facts: Sequence[tuple[str, str]], parts: Sequence[str]) -> str:
    metas = "".join(f'<meta name="briefgen:{name}" content="{value}">' for name, value in facts)
    head = f'<!doctype html><html lang="{language}"><head>{metas}</head>'
    return f"{head}<body><article>{' '.join(parts)}</article></body></html>"


def _plain(path: Path) -> str:
    body = path.read_text(encoding="utf-8").split("---\n", 2)[-1]
    lines = (line.lstrip("-#> ") for line in body.splitlines() if not line.startswith((":", "|", "[^")))
    return _MARKUP.sub("", " ".join(lines))


def _language(path: Path) -> str:
    found = re.search(r"^lang: (\w+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _name(random: Random) -> str:
    return "".join(random.choices(_SYLLABLES, k=random.randrange(2, 5))).capitalize()
