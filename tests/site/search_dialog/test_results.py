"""What is found, and where it leads."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.site.search_dialog.dialog import Dialog, evaluate, requests_of
from tests.site.visit import settle
from tests.sweep import sampled
from tests.windows import Windows

FOUND = [
    # asked, where the first result leads
    ("ministries", "treaty/#what-it-says"),
    ("obligation", "treaty/#what-it-says"),
    ("sappers", "treaty/#fn:tass"),
    ("Haus", "haus/#haus"),
    ("Haeuser", "haus/#haus"),
    ("maßnahme", "haus/#was-geschah"),
    ("Klimaschutzmaßnahmen", "haus/#was-geschah"),
    ("Auflage", "haus/#kasten"),
    ("договоров", "dogovor/#dogovor"),
    ("조약이", "joyak/#joyak"),
    ("조약에서", "joyak/#joyak"),
    ("сапёр", "source/#q-1"),
    ("2025-06-18", "treaty/"),
    ("“Each ministry was told”", "treaty/#what-it-says"),
]


def test_words_are_found_in_any_form_and_lead_to_their_place(dialog: Dialog) -> None:
    expected = {asked: [place] for asked, place in sampled(FOUND, 2)}
    assert {asked: dialog.look_for(asked).links[:1] for asked in expected} == expected


@pytest.mark.parametrize(
    ("asked", "languages"),
    sampled(
        [
            ("treaty", ["de", "en"]),
            ("조약", ["ko"]),
            ("Kim 조약", ["de", "en", "ko"]),
            ("договор", ["ru"]),
            ("2397", ["de", "en", "ko", "ru"]),
        ],
        2,
    ),
)
def test_only_languages_in_the_script_of_the_question_are_loaded(
    dialog: Dialog, asked: str, languages: list[str]
) -> None:
    requests = requests_of(dialog.page)
    dialog.look_for(asked)
    loaded = {path.split("/pagefind.")[1][:2] for path in requests if path.endswith(".pf_meta")}
    assert sorted(loaded) == languages


def test_the_engine_is_loaded_once_and_the_pages_language_stays(dialog: Dialog) -> None:
    page = dialog.page
    responses: list[bool] = []
    page.on("request", lambda request: responses.append(request.url.endswith("pagefind.js")))
    page.evaluate("""() => new MutationObserver(() => { window.lasting = document.documentElement.lang; })
        .observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] })""")
    dialog.look_for("2397")
    assert responses.count(True) == 1
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.evaluate("window.lasting") == "en"


def test_text_and_footnotes_of_one_brief_stand_under_one_title(dialog: Dialog) -> None:
    dialog.look_for("treaty")
    assert dialog.titles == ["The treaty of 2024"]
    assert dialog.links == ["treaty/#the-treaty", "treaty/#fn:tass"]
    place = dialog.page.locator(".search-place")
    assert place.locator("a").inner_text() == "TASS, “Shoigu in Pyongyang”, 17 June 2025: a thousand …"
    assert place.locator(".search-kind").inner_text() == "Footnote"
    assert (
        place.locator(".search-excerpt").inner_text()
        == "sappers and five thousand builders under the treaty."
    )
    assert dialog.status == "2 results"


def test_the_words_are_marked_and_the_text_is_text(dialog: Dialog) -> None:
    dialog.look_for("ministry")
    excerpt = dialog.page.locator(".search-excerpt")
    assert excerpt.inner_text() == "Each ministry was told of the obligations & the if a <b> stands here."
    assert excerpt.locator("mark").all_inner_texts() == ["ministry"]
    dialog.look_for("Maßnahme")
    assert excerpt.locator("mark").all_inner_texts() == ["Klimaschutzmaßnahmen"]


def test_titles_and_excerpts_say_their_language(dialog: Dialog) -> None:
    dialog.look_for("сапёр")
    assert dialog.page.locator(".search-title").get_attribute("lang") == "en"
    assert dialog.page.locator(".search-excerpt").get_attribute("lang") == "ru"


def test_the_latest_question_wins(dialog: Dialog) -> None:
    dialog.open()
    for asked in ("treaty", "Haus", "envoy"):
        dialog.field.fill(asked)
        dialog.page.wait_for_timeout(190)
    dialog.wait()
    expect(dialog.page.locator(".search-title").first).to_contain_text("Letter")


ADDRESSES = {
    "?q=sappers": ["treaty/#fn:tass"],
    "?q=treaty&kind=brief": ["treaty/#the-treaty"],
    "?work=tass2025&kind=brief": ["treaty/"],
    "?q=Haus&lang=de": ["haus/#haus"],
    "?q=": [],
}


def test_an_address_can_hold_a_question(page: Page, root: str) -> None:
    found = {}
    for query in ADDRESSES:
        page.goto(f"{root}letter-1/{query}")
        found[query] = Dialog(page).wait().links
    assert found == ADDRESSES


def test_other_parameters_open_nothing(page: Page, root: str) -> None:
    page.goto(f"{root}letter-1/?topic=Russia&year=2025")
    settle(page)
    expect(Dialog(page).element).to_have_count(0)


@pytest.fixture(scope="module")
def parts(windows: Windows, root: str) -> Iterator[Dialog]:
    """An open dialog, whose parts are only asked."""
    with windows.page() as page:
        page.goto(f"{root}treaty/")
        yield Dialog(page).open().wait()


TERMS = [
    ("  two   words ", "two words"),
    ("조약은", "조약"),
    ("조약에서", "조약"),
    ("김정은", "김정"),  # too much, and still found: by the beginning of the word
    ("나는", "나는"),  # two syllables stay
    ("북한의 조약을", "북한 조약"),
    ("“조약을 체결”", '"조약을 체결"'),  # a phrase stays as it is
    ("„Wort für Wort“", '"Wort für Wort"'),
    ("«слово в слово»", '"слово в слово"'),
    ("a", ""),  # a letter alone would load a large part of the index
    ("treaty o", "treaty"),
    ("물", "물"),
    ("7", "7"),
    ("e\u0301tat", "état"),
]

LANGUAGES = [
    # asked, the index' languages, the page's language, asked for in this order
    ("Haus", ["de", "en", "ko", "ru"], "en", ["en", "de"]),
    ("Haus", ["de", "en", "ko", "ru"], "de-AT", ["de", "en"]),
    ("слово", ["bg", "de", "ru", "uk"], "de", ["bg", "ru", "uk"]),
    ("Σύνταγμα", ["de", "el"], "de", ["el"]),
    ("条約", ["ja", "ko", "zh"], "ko", ["ko", "ja", "zh"]),
    ("ひらがな", ["ja", "ko", "zh"], "ko", ["ja"]),
    ("سلام", ["ar", "fa", "he"], "he", ["ar", "fa"]),
    ("Wort", ["de", "ru", "unknown", "x-klingon"], "ru", ["de", "unknown", "x-klingon"]),
    ("ไทย", ["de", "en"], "de", ["de", "en"]),  # no language of that script: all
    ("2397", ["de", "ru"], "ru", ["ru", "de"]),
]


def test_what_is_asked_of_which_language(parts: Dialog) -> None:
    assert {text: evaluate(parts.page, "termFor", text) for text, _ in TERMS} == dict(TERMS)
    for text, languages, own, expected in LANGUAGES:
        assert evaluate(parts.page, "languagesFor", text, languages, own) == expected, text


def anchor(element: str, name: str, text: str, location: int) -> dict[str, object]:
    return {"element": element, "id": name, "text": text, "location": location}


def test_the_place_of_a_hit_is_the_last_anchor_before_it(parts: Dialog) -> None:
    """Of at most three places of a record, the one with the most weight comes first."""
    words = [f"w{n}" for n in range(200)]
    data = {
        "content": " ".join(words),
        "raw_content": " ".join(words),
        "anchors": [
            anchor("h1", "top", "w0", 0),
            anchor("span", "no-place", "", 3),
            anchor("h2", "second", "w40 w41", 40),
            anchor("div", "box", "", 80),
            anchor("li", "item", "w100", 100),
            anchor("li", "fn:note", "w120 w121", 120),
        ],
        "weighted_locations": [
            {"location": location, "balanced_score": score}
            for location, score in [(5, 1), (40, 2), (60, 2), (105, 9), (130, 5)]
        ],
    }
    hits = evaluate(parts.page, "hitsOf", data)
    assert [hit["id"] for hit in hits] == ["box", "fn:note", "second"]
    assert ["".join(piece["text"] for piece in hit["name"]) for hit in hits] == [
        "w40 w41",
        "w120 w121",
        "w40 w41",
    ]
    assert [piece["text"] for piece in hits[2]["name"] if piece["isMatch"]] == ["w40"]
    excerpts = ["".join(piece["text"] for piece in hit["excerpt"]).split() for hit in hits]
    assert [(words[0], words[-1]) for words in excerpts] == [
        ("w92", "w119"),
        ("w125", "w152"),
        ("w52", "w79"),
    ]
    assert [(hit["isCutBefore"], hit["isCutAfter"]) for hit in hits] == [
        (True, False),
        (True, True),
        (True, False),
    ]


def test_a_record_without_a_place_leads_to_its_page(parts: Dialog) -> None:
    data = {"content": "one two", "raw_content": "one two", "anchors": [], "weighted_locations": []}
    [hit] = evaluate(parts.page, "hitsOf", data)
    assert (hit["id"], hit["name"]) == (None, [])
    assert [piece["text"] for piece in hit["excerpt"]] == ["one two"]


def test_languages_without_spaces_keep_having_none(parts: Dialog) -> None:
    data = {
        "content": "両国は条約<b>を",
        "raw_content": "両国\u200bは\u200b条約\u200b&lt;b&gt;\u200bを",
        "anchors": [],
        "weighted_locations": [{"location": 2, "balanced_score": 1}],
    }
    [hit] = evaluate(parts.page, "hitsOf", data)
    assert [(piece["text"], piece["isMatch"]) for piece in hit["excerpt"]] == [
        ("両国は", False),
        ("条約", True),
        ("<b>を", False),
    ]


ANSWERS = [
    # asked, a word of the record, whether that is an answer
    ("treaty", "treaties.", True),
    ("lying", "lie", True),
    ("Haeuser", "(Häusern)", True),
    ("Strasse", "Straße", True),
    ("maßnahme", "Klima\u2060-schutz\u2060-maßnahmen", True),
    ("krieg", "Ukraine-Krieg", True),
    ("Russlandpolitik", "Russland", True),
    ("Auflage", "A", False),
    ("Auflage", "Au", False),
    ("Ratifizierung", "ratifies", False),
    ("skies", "sky", True),
    ("Auflage treaty", "treaty", False),
    ("조약", "조약을", True),
    ("Kim – Shoigu’s", "Kim", False),
    ("Russia’s – treaty", "treaty Russia", True),
]


def test_a_word_that_merely_begins_alike_is_no_answer(parts: Dialog) -> None:
    """Pagefind takes the longest word that the one asked for begins with, if need be a single letter."""

    def record(word: str) -> dict[str, object]:
        matches = [{"location": place, "balanced_score": 1} for place, _ in enumerate(word.split())]
        return {
            "content": word,
            "raw_content": word,
            "weighted_locations": matches,
            "meta": {"title": "Other"},
        }

    answers = [evaluate(parts.page, "isAnswer", record(word), asked) for asked, word, _ in ANSWERS]
    assert answers == [expected for *_, expected in ANSWERS]


def test_what_no_reader_can_see_is_not_found(dialog: Dialog) -> None:
    """The kind and the address of a record are data."""
    for asked in ("Aqwertz", "brief", "passages"):
        dialog.look_for(asked)
        assert dialog.status == f"Nothing found for “{asked}”."
