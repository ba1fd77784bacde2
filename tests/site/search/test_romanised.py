"""What is left of a word, the same to Python and to a browser; and what a browser takes for a slip of it."""

import json
from collections.abc import Iterator
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from briefgen.site.search import vocabulary as module
from briefgen.site.search.numbers import SPACE, join_groups
from briefgen.site.search.records import PageFacts, Piece, Record, RecordKind
from briefgen.site.search.romanised import LETTERS, SPELLINGS, skeleton
from briefgen.site.search.vocabulary import vocabulary, words_of
from tests.repository import ROOT

SAME = """
Белоусов Beloussow Belousov Belousow
Шойгу Schoigu Shoigu
평양 Pjöngjang Pyongyang Pjoengjang
Хинштейн Chinschtein Khinshtein
Зеленський Selenskyj Zelensky Zelenskiy
Ельцин Jelzin Yeltsin
Харків Kharkiv Charkiw
Μητσοτάκης Mitsotakis
Παπανδρέου Papandreou
Чехов Tschechow Chekhov
Азербайджан Aserbaidschan Azerbaijan
Запоріжжя Saporischschja Zaporizhzhia
თბილისი Tbilisi
Երևան Jerewan Yerevan
Евгений Jewgeni Yevgeny
서울 Seoul
""".strip().splitlines()
OTHERS = "Putin Peskow Patruschew Gerassimow Lukaschenko Minsk Kursk Sanktion Vertrag treaty sappers".split()

_LETTERS = (
    "abcdefghijklmnopqrstuvwxyzäöüßéçşłøıАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯґєіїαβγδεζηθικλμνξοπρσςτυφχψωάόύ"
)
_MORE = "աբգդեზთი김정은평양דיבעربيİŉǅ"


@pytest.fixture(scope="module")
def parts(chromium: Browser) -> Iterator[Page]:
    """A page with what the search knows of words, and nothing else."""
    scripts = ROOT / "briefgen/theme/assets/search.js"
    with chromium.new_page() as page:
        page.set_content("<p></p>")
        page.evaluate("window.briefgen = { parts: {} }")
        page.add_script_tag(content=(scripts / "25-words.js").read_text("utf-8"))
        yield page


@pytest.mark.parametrize("line", SAME)
def test_a_name_is_one_name_in_every_script_and_custom(line: str) -> None:
    assert len({skeleton(word) for word in line.split()}) == 1


def test_other_words_stay_others() -> None:
    bare = [skeleton(line.split()[0]) for line in SAME] + [skeleton(word) for word in OTHERS]
    assert len(set(bare)) == len(bare)


def test_a_browser_reads_the_tables_as_python_does(parts: Page) -> None:
    random = Random(19)
    words = [word for line in SAME for word in line.split()]
    words += ["".join(random.choices(_LETTERS + _MORE, k=random.randint(1, 14))) for _ in range(3000)]
    seen = parts.evaluate(
        "([head, words]) => { const bare = briefgen.parts.skeletons(head); return words.map(bare); }",
        [json.loads(json.dumps({"letters": dict(LETTERS), "spellings": SPELLINGS})), words],
    )
    assert seen == [skeleton(word) for word in words]


def test_one_slip_is_a_slip_and_two_are_none(parts: Page) -> None:
    random = Random(19)
    pairs = [
        (
            "".join(random.choices("ab", k=random.randint(0, 5))),
            "".join(random.choices("ab", k=random.randint(0, 5))),
        )
        for _ in range(3000)
    ]
    seen = parts.evaluate("pairs => pairs.map(([a, b]) => briefgen.parts.isSlip(a, b))", pairs)
    assert seen == [a == b or b in _with_one_slip(a, "ab") for a, b in pairs]


def test_what_a_slip_was_meant_to_be_is_found_in_a_few_of_many_files(
    parts: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(19)
    words = sorted({"".join(random.choices("abdfgiklmnrv", k=random.randint(5, 12))) for _ in range(2000)})
    bare = {word: skeleton(word) for word in words}
    monkeypatch.setattr(module, "_LARGEST", 400)
    files, head = vocabulary([words_of([_record(" ".join(words))], lambda _: str)], ())
    assert len(files) > 60
    asked = []
    # Two letters that are one would be two again with a slip between them.
    for word in random.sample([word for word in words if len(bare[word]) == len(word)], 150):
        slip = random.choice(sorted(_with_one_slip(word, "aikn")))
        if skeleton(slip) not in bare.values() and len(skeleton(slip)) == len(slip) > 4:
            asked.append((word, slip))
    told, loaded = parts.evaluate(
        """async ([files, head, slips]) => {
            const loaded = [];
            const told = [];
            for (const slip of slips) {
                let count = 0;
                const read = async name => { count += 1; return files[name]; };
                const words = briefgen.parts.makeWords(read, head);
                told.push(await words.alternatives(slip, "en", true));
                loaded.push(count);
            }
            return [told, loaded];
        }""",
        [{name: data.decode() for name, data in files.items()}, head, [slip for _, slip in asked]],
    )
    assert len(asked) > 100
    assert [slip for (word, slip), found in zip(asked, told, strict=True) if word not in found] == []
    assert max(loaded) < 20


def test_digits_in_groups_are_one_number() -> None:
    shown = "5\u202f000 and 1 234 567, in 2024 100 came; 12.5 000 and A1 000 and 5 0000 are none"
    joined = join_groups(shown)
    assert joined == shown.replace("5\u202f000 and", f"5{SPACE}000 and").replace(
        "1 234 567", f"1{SPACE}234{SPACE}567"
    )


def test_the_files_are_the_same_whatever_came_first() -> None:
    records = [_record("one two three Three three"), _record("four five")]
    made = vocabulary([words_of(records, lambda _: str)], ())
    assert made == vocabulary([words_of(records[::-1], lambda _: str)], ())
    assert made == vocabulary([words_of([record], lambda _: str) for record in records], ())


def _record(text: str) -> Record:
    facts = PageFacts("x/", "X", "en", "", (), (), ())
    return Record(facts, RecordKind.BRIEF, "en", 1, (Piece("p", text),))


def _with_one_slip(word: str, letters: str) -> set[str]:
    """Every word that is this one with a letter more, less, changed, or two that changed places."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    changed = {a + letter + b[1:] for a, b in cuts if b for letter in letters}
    more = {a + letter + b for a, b in cuts for letter in letters}
    return (less | swapped | changed | more) - {word}
