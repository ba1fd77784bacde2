"""Two captures of a page, by construction: real prose with what pages set around it, and one edit.

Nothing here asks briefgen what a sentence is or what a change is: quoted words are taken from the middle of a
paragraph, and an edit is made of the words themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.stated.facts import DATE, MONTHS, PROSE


@dataclass(frozen=True, slots=True)
class Pair:
    """A page then and now, words quoted of it then, and whether the edit touches their sentence."""

    language: str
    edit: str
    old: str
    new: str
    start: int
    end: int
    touches: bool

    @property
    def quoted(self) -> str:
        """The words."""
        return self.old[self.start : self.end]


def pairs(language: str, count: int) -> Iterator[Pair]:
    """So many pairs for each of two kinds: with edits that touch the quoted sentence, and with others."""
    choose = Random(f"pairs {language}")
    paragraphs = _paragraphs(language)
    for number in range(count):
        for edits in (TOUCHING, OTHERS):
            yield _pair(language, [*edits][number % len(edits)], paragraphs, choose)


def _paragraphs(language: str) -> list[str]:
    texts = (path.read_text("utf-8") for path in sorted((PROSE / language).glob("*.txt")))
    whole = " ".join(" ".join(texts).split())
    sentences = [one for one in _sentences(whole) if len(one) < 600]
    return [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences) - 4, 4)]


def _pair(language: str, edit: str, paragraphs: list[str], choose: Random) -> Pair:
    while True:
        at = choose.randrange(1, len(paragraphs) - 12)
        body = paragraphs[at : at + 10]
        which = choose.randrange(2, 8)
        sentence = choose.choice(_sentences(body[which]))
        words = sentence.split()
        if len(words) < 9 or body[which].count(sentence) != 1:
            continue
        size = choose.randrange(3, min(len(words) - 4, 12))
        first = choose.randrange(1, len(words) - size - 1)
        quoted = " ".join(words[first : first + size])
        if body[which].count(quoted) != 1 or sentence.count(quoted) != 1:
            continue
        place = (which, sentence, quoted)
        changed = (
            TOUCHING[edit](place, body, choose) if edit in TOUCHING else OTHERS[edit](place, body, choose)
        )
        then, now = _page(body, language, choose, edit), _page(changed, language, choose, edit)
        if edit == "lines":
            now = "\n".join(re.sub(r"(.{50,70}) ", r"\1\n", line) for line in now.split("\n"))
        start = then.index(quoted)
        return Pair(language, edit, then, now, start, start + len(quoted), edit in TOUCHING)


def _page(body: list[str], language: str, choose: Random, edit: str) -> str:
    """A page: what it counts and dates, its paragraphs with advertisements between them, its foot."""
    parts = [f"{_date(language, choose)}, {choose.randrange(10, 23)}:{choose.randrange(10, 59)}"]
    parts.append(f"{choose.randrange(2, 9000)} ♥ · {choose.randrange(2, 900)} ✉")
    for number, paragraph in enumerate(body):
        if edit == "glued":
            paragraph = f"{choose.randrange(2, 900)} 💬 {_date(language, choose)}\n{paragraph}"
        parts.append(paragraph)
        if choose.random() < 0.4:
            parts.append(choose.choice(ADVERTISED))
        if number == 4:
            parts.append(f"▶ 0:00 / {choose.randrange(1, 9)}:{choose.randrange(10, 59)}")
    parts += [f"© {choose.randrange(2019, 2027)}", f"#{choose.randrange(10**6)}"]
    return "\n\n".join(parts) + "\n"


ADVERTISED = (
    "ADVERTISEMENT",
    "Anzeige: Jetzt nur 9,99 € im Monat. Testen Sie uns vier Wochen lang.",
    "Publicité",
    "Subscribe now! Only $1 a week for 12 weeks. Cancel anytime.",
    "Lesen Sie auch: Die zehn schönsten Brücken",
    "Реклама. 18+",
    "Read more: 14 new shops open on the quay",
)


def _date(language: str, choose: Random) -> str:
    month = choose.choice(MONTHS[language].split())
    return DATE[language].format(d=choose.randrange(1, 29), m=month, y=choose.randrange(2019, 2027))


def _sentences(paragraph: str) -> list[str]:
    """Stretches that are surely within one sentence or are one: between two ends with a capital behind."""
    return re.split(r"(?<=[a-zа-яà-ÿ]{3}[.!?]) (?=[A-ZА-ЯÀ-Þ])", paragraph)


Place = tuple[int, str, str]


def _with(body: list[str], which: int, paragraph: str) -> list[str]:
    return [*body[:which], paragraph, *body[which + 1 :]]


def _in_quoted(body: list[str], place: Place, mended: str) -> list[str]:
    which, sentence, quoted = place
    return _with(body, which, body[which].replace(sentence, sentence.replace(quoted, mended)))


def _swap(place: Place, body: list[str], choose: Random) -> list[str]:
    words = place[2].split()
    at = choose.randrange(len(words))
    words[at] = "xylofon" if words[at] != "xylofon" else "nomo"
    return _in_quoted(body, place, " ".join(words))


def _drop(place: Place, body: list[str], choose: Random) -> list[str]:
    words = place[2].split()
    del words[choose.randrange(len(words))]
    return _in_quoted(body, place, " ".join(words))


def _insert(place: Place, body: list[str], choose: Random) -> list[str]:
    words = place[2].split()
    words.insert(choose.randrange(1, len(words)), "nenni")
    return _in_quoted(body, place, " ".join(words))


def _figure(place: Place, body: list[str], choose: Random) -> list[str]:
    words = place[2].split()
    words.insert(choose.randrange(1, len(words)), str(choose.randrange(2, 99)))
    return _in_quoted(body, place, " ".join(words))


def _around(place: Place, body: list[str], _: Random) -> list[str]:
    which, sentence, quoted = place
    before, behind = sentence.split(quoted)
    words = before.split()
    words.insert(len(words), "nenni")
    return _with(body, which, body[which].replace(sentence, f"{' '.join(words)} {quoted}{behind}"))


def _behind(place: Place, body: list[str], _: Random) -> list[str]:
    which, sentence, quoted = place
    before, behind = sentence.split(quoted)
    words = behind.split()
    words[0:1] = ["1.234"] if words else []
    return _with(body, which, body[which].replace(sentence, f"{before}{quoted} {' '.join(words)}"))


def _delete(place: Place, body: list[str], _: Random) -> list[str]:
    which, sentence, _quoted = place
    return _with(body, which, " ".join(body[which].replace(sentence, "").split()))


def _delete_paragraph(place: Place, body: list[str], _: Random) -> list[str]:
    return [*body[: place[0]], *body[place[0] + 1 :]]


def _rewrite(place: Place, body: list[str], choose: Random) -> list[str]:
    """Another sentence of the text in the place of the quoted one."""
    which, sentence, _ = place
    other = choose.choice(_sentences(body[(which + 3) % len(body)]))
    return _with(body, which, body[which].replace(sentence, other))


TOUCHING = {
    "a word swapped": _swap,
    "a word dropped": _drop,
    "a word put in": _insert,
    "a figure put in": _figure,
    "a word before": _around,
    "a word behind": _behind,
    "the sentence deleted": _delete,
    "the paragraph deleted": _delete_paragraph,
    "the sentence rewritten": _rewrite,
}


def _nothing(_: Place, body: list[str], __: Random) -> list[str]:
    return body


def _other_paragraph(place: Place, body: list[str], choose: Random) -> list[str]:
    other = (place[0] + 2) % len(body)
    words = body[other].split()
    words[choose.randrange(len(words))] = "nenni"
    return _with(body, other, " ".join(words))


def _moved(place: Place, body: list[str], _: Random) -> list[str]:
    rest = [*body[: place[0]], *body[place[0] + 1 :]]
    return [body[place[0]], *rest]


def _typography(place: Place, body: list[str], _: Random) -> list[str]:
    table = str.maketrans(
        {"’": "'", "“": '"', "”": '"', "—": "–", "\u00a0": " ", "«": '"', "»": '"', "…": "..."}
    )
    return [one.translate(table) for one in body]


def _more(_: Place, body: list[str], __: Random) -> list[str]:
    return [*body, body[0], body[1]]


OTHERS = {
    "counters, dates, advertisements": _nothing,
    "glued": _nothing,
    "another paragraph": _other_paragraph,
    "the paragraph moved": _moved,
    "typography": _typography,
    "more paragraphs": _more,
    "lines": _nothing,
}
