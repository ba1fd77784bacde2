"""Social cards: what stands on them, and that whatever stands there is inside the picture."""

import hashlib
import io
import re
import zlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops

import briefgen
from briefgen.diagnostics import Diagnostic
from briefgen.load import load_card_parts
from briefgen.model.capture import Blob
from briefgen.model.card import Card, CardParts, Font
from briefgen.model.project import ProjectFiles
from briefgen.parse import make_card_kit
from briefgen.render import render_cards
from briefgen.render.cards.title import lines_of
from briefgen.text import TextFile
from briefgen.write import draw_cards
from tests.stages import verified

PACKAGE = Path(briefgen.__file__).parent
FONTS = Path(__file__).parents[1] / "data/fonts"
PAPER, INK, TEAL = "#fbf9f4", "#1c2326", "#14424f"
CORRECTION = """
::: {.correction verdict=false #c1}
> “It is tall.” [@a]

It is low [@b].
:::
"""
BIBLIOGRAPHY = "@book{a, title={A}, date={2020}}\n@book{b, title={B}, date={2021}}\n"


def blob(place: Path, path: str) -> Blob:
    data = place.read_bytes()
    return Blob(path, data, hashlib.sha256(data).hexdigest())


def cards(
    title: str,
    *more: str,
    text: str = "Text.\n",
    fonts: tuple[str, ...] = (),
    card: str = "",
    mark: Blob | None = None,
    name: str = "The Test Desk",
) -> tuple[dict[str, Card], list[Diagnostic]]:
    """The cards of a site with this one brief, by their names, and what is said of them."""
    quoted = title.replace("'", "''")
    front = "\n".join([f"title: '{quoted}'", "date: 2025-05-06", *more])
    brief = TextFile("sources/brief.md", f"---\n{front}\n---\n\n{text}")
    named = ", ".join(f"fonts/{font}.ttf" for font in fonts)
    settings = TextFile(
        "mkdocs.yml",
        f"site_name: {name}\nsite_url: https://example.org/\n"
        f"extra:\n  briefgen:\n    card: {{{card}}}\n    card_fonts: [{named}]\n",
    )
    ours = [blob(PACKAGE / f"typefaces/files/brief-serif-{weight}.ttf", f"{weight}") for weight in (600, 400)]
    theirs = [blob(FONTS / f"{font}.ttf", f"fonts/{font}.ttf") for font in fonts]
    files = ProjectFiles(
        (brief,),
        (),
        (TextFile("sources/references.bib", BIBLIOGRAPHY),),
        None,
        settings,
        (),
        (),
    )
    parts = CardParts((*ours, *theirs), mark or blob(PACKAGE / "theme/assets/mark.svg", "mark.svg"))
    corpus = verified(files)
    kit = make_card_kit(parts, corpus.value.settings)
    made = render_cards(corpus.value, kit.value)
    unsaid = (*corpus.findings, *kit.findings)
    assert [finding.message for finding in unsaid if finding.severity == "error"] == []
    return {card.path.removeprefix("briefs/cards/"): card for card in made.value}, list(made.findings)


def texts(card: Card) -> list[str]:
    """What stands on a card, line by line; it is XML."""
    tree = ElementTree.fromstring(card.svg)
    lines: dict[str, list[str]] = {}
    for element in tree.iter("{http://www.w3.org/2000/svg}text"):
        lines.setdefault(element.attrib["y"], []).append(element.text or "")
    return [" ".join(words) for words in lines.values()]


def drawn(folder: Path, card: Card) -> Image.Image:
    """The picture, which has been put together from parts, and is what it is if it is drawn as a whole."""
    whole = replace(card, path="whole.png", ground="", boxes=(), words=())
    pictures = draw_cards(folder, (card, whole))
    parted, one = (Image.open(io.BytesIO(data)) for data in pictures.values())
    assert (parted.mode in (["P", "RGB"] if card.boxes else ["RGBA"]), one.mode) == (True, "RGBA")
    if card.boxes:  # every checksum is right, and the rows are whole
        packed = pictures[card.path].partition(b"IDAT")[2][:-16]
        assert len(zlib.decompress(packed)) == 630 * (len(parted.getbands()) * 1200 + 1)
    difference = ImageChops.difference(parted.convert("RGB"), one.convert("RGB"))
    assert difference.getbbox() is None
    return one.convert("RGB")


def ink(picture: Image.Image, top: int, bottom: int) -> tuple[int, int, int, int]:
    """The box around everything that is not paper, between two heights."""
    part = picture.crop((0, top, picture.width, bottom))
    box = ImageChops.difference(part, Image.new("RGB", part.size, PAPER)).getbbox()
    assert box, "nothing is drawn there"
    return box[0], box[1] + top, box[2], box[3] + top


# ------------------------------------------------------------------------------------ what is said


def test_a_card_says_what_the_brief_is() -> None:
    made, found = cards("How high is it?", "lang: en", text=CORRECTION)
    assert not found
    assert texts(made["brief.png"]) == [
        "The Test Desk",
        "How high is it?",
        "6 May 2025 · English · 1 correction",
    ]
    assert texts(made["index.png"]) == ["The Test Desk"]


def test_in_the_language_of_the_brief() -> None:
    made, _ = cards("Wie hoch?", "lang: de", text=CORRECTION + CORRECTION.replace("#c1", "#c2"))
    assert texts(made["brief.png"])[-1] == "6. Mai 2025 · Deutsch · 2 Richtigstellungen"


def test_a_withdrawn_brief_says_so_first_and_a_draft_has_none() -> None:
    withdrawn, _ = cards("Withdrawn", "status: withdrawn")
    assert texts(withdrawn["brief.png"])[-1] == "Withdrawn · 6 May 2025 · English"
    draft, _ = cards("Draft", "status: draft")
    assert draft.keys() == {"index.png"}


def test_a_card_is_drawn_with_the_fonts_of_the_package_and_the_site_alone() -> None:
    made, _ = cards("Title", fonts=("korean",))
    assert [font.path for font in made["brief.png"].fonts] == ["600", "400", "fonts/korean.ttf"]


# --------------------------------------------------------------------------------- that it fits

NASTY = {
    "one letter": "K",
    "a long word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "no place to break": "W" * 400,
    "narrow": "il" * 200,
    "very many words": "und wieder ein Wort " * 40,
    "markup": "<b>&amp; \"quotes\" ]]> 'x' </text>",
    "soft hyphens": "Kraft\u00adfahr\u00adzeug\u00adhaft\u00adpflicht\u00adversicherungs\u00adgesetz" * 2,
    "marks above and below": "Ắ Ễ Ỗ Ữ ŞĢ Đặng Thị Ngọc Thịnh " * 3,
    "Cyrillic": "Тысяча сапёров для Курска: что сказал Шойгу и что записали агентства",
    "directions switched": "A\u202eB\u2066C\u200bD",
    "marks upon marks": "g\u0323\u0302 A\u0308\u0301 of a coast " * 2,
    "overhang": "f, fj j f",
    "kerning": "AV To We Yo LT fi ffi " * 4,
    "dashes": "–—–—" * 60,
}


@pytest.mark.parametrize("title", NASTY.values(), ids=NASTY.keys())
def test_every_title_is_inside_the_picture(title: str, tmp_path: Path) -> None:
    made, found = cards(title)
    assert not found
    picture = drawn(tmp_path, made["brief.png"])
    assert picture.size == (1200, 630)
    left, top, right, bottom = ink(picture, 140, 508)
    assert left >= 76
    assert right <= 1124
    assert top >= 150
    assert bottom <= 504


def test_a_long_title_gets_smaller_then_is_cut() -> None:
    def sizes(title: str) -> set[str]:
        made, _ = cards(title)
        return set(re.findall(r'font-size="(\d+)" font-weight="600"', made["brief.png"].svg)) - {"32"}

    assert sizes("Kursk") == {"84"}
    assert sizes("What was said of the thousand sappers for Kursk, and what was not said") == {"68"}
    made, _ = cards("und wieder ein Wort " * 40)
    *_, last, said = texts(made["brief.png"])
    assert last.endswith("…")
    assert said == "6 May 2025 · English"


def test_lines_are_of_about_the_same_length() -> None:
    made, _ = cards("A thousand sappers sent to Kursk, again")
    assert texts(made["brief.png"])[1:-1] == ["A thousand sappers", "sent to Kursk, again"]


def test_a_soft_hyphen_is_seen_only_where_a_line_ends() -> None:
    made, _ = cards("Kraft\u00adfahrzeug\u00adhaft\u00adpflicht\u00adversicherungs\u00adgesetz")
    assert texts(made["brief.png"])[1:-1] == ["Kraftfahrzeughaftpflicht-", "versicherungsgesetz"]


def test_chinese_breaks_between_any_two_characters_but_not_before_what_closes() -> None:
    wide = Font(Blob("fonts/wide.ttf", b"", ""), "Wide", {ord(one): 1.0 for one in "一千名工兵。"}, 0, 1)
    assert lines_of("一千名工兵。", 3, 2, (wide,)) == ("一千名", "工兵。")
    assert lines_of("一千名。工兵", 3, 2, (wide,)) is None
    assert lines_of("一千名。工兵", 4, 2, (wide,)) == ("一千", "名。工兵")


def test_a_long_name_of_a_site_stays_in_its_line(tmp_path: Path) -> None:
    made, _ = cards("Title", name="A society for the reading of reports, sentence by sentence, " * 3)
    left, _, right, _ = ink(drawn(tmp_path, made["brief.png"]), 60, 140)
    assert (left, right <= 1122) == (80, True)


@pytest.mark.parametrize("moved", ["0 -60", "0 25", "-40 0", "500 0"])
@pytest.mark.parametrize("plain", [True, False])
def test_letters_that_leave_their_box_lose_nothing(moved: str, plain: bool, tmp_path: Path) -> None:
    made, _ = cards("How high is it?")
    card = made["brief.png"]
    (title,) = card.boxes
    title = replace(title, elements=f'<g transform="translate({moved})">{title.elements}</g>')
    whole = replace(card, path="whole.png", boxes=(), words=())
    pictures = draw_cards(tmp_path, (replace(card, boxes=(title,), is_plain=plain), whole))
    assert pictures[card.path] == pictures["whole.png"]


def test_neither_does_a_box_on_more_than_paper_nor_a_word_upon_another(tmp_path: Path) -> None:
    made, _ = cards("How high is it?")
    card = made["brief.png"]
    (title,), (first, second, *rest) = card.boxes, card.words
    on_rule = replace(card, path="rule.png", boxes=(replace(title, y=title.y + 150),))
    on_word = replace(card, path="word.png", words=(first, replace(second, x=first.x + 5, aside=5), *rest))
    whole = replace(card, path="whole.png", boxes=(), words=())
    pictures = draw_cards(tmp_path, (on_rule, on_word, whole))
    assert pictures["rule.png"] == pictures["word.png"] == pictures["whole.png"]


def test_words_of_the_last_line_are_drawn_once_for_all_cards() -> None:
    one, other = (cards(title)[0]["brief.png"] for title in ("How high is it?", "And a second one"))
    assert [word.elements for word in one.words] == [word.elements for word in other.words]
    moved, _ = cards("How high is it?", "lang: de")
    (day, other_day) = (card.words[0] for card in (one, moved["brief.png"]))
    assert day.x == other_day.x
    (year, other_year) = (card.words[2] for card in (one, moved["brief.png"]))
    assert year.elements == other_year.elements  # after “May” and after “Mai”
    assert year.x != other_year.x


def test_what_has_few_colours_is_half_as_large(tmp_path: Path) -> None:
    tile = '<rect x="{x}" y="{y}" width="1" height="1" fill="rgb({x}0,{y}0,99)"/>'
    many = "".join(tile.format(x=at % 20, y=at // 20) for at in range(400))
    mark = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">{many}</svg>'
    colourful = Blob("docs/many.svg", mark.encode(), "")
    sizes = []
    for name, kind in (("few", None), ("many", colourful)):
        card = cards("Как давно стоит мост?", mark=kind, card="ink: '#0b5fff', background: '#fff8e1'")[0]
        drawn(tmp_path / name, card["brief.png"])
        sizes.append(len(draw_cards(tmp_path / name, (card["brief.png"],))["briefs/cards/brief.png"]))
    assert sizes[0] < 0.7 * sizes[1]


# ------------------------------------------------------------------------------- other scripts


def test_letters_that_no_font_has(tmp_path: Path) -> None:
    made, (finding,) = cards("천 명의 공병", "lang: ko")
    assert finding.rule.name == "card-letters-missing"
    assert "천 명 의 공 병" in finding.message
    assert made.keys() == {"index.png"}


def test_a_font_of_the_site_has_them(tmp_path: Path) -> None:
    made, found = cards("천 명의 공병", fonts=("korean",))
    assert not found
    assert "font-family=\"'Test Korean'\"" in made["brief.png"].svg
    left, _, right, _ = ink(drawn(tmp_path, made["brief.png"]), 140, 508)
    assert left >= 76
    assert 300 < right < 700  # six syllables of 84 px, drawn, and no boxes beside them


def test_a_title_in_two_scripts_takes_each_letter_from_a_font_that_has_it(tmp_path: Path) -> None:
    made, found = cards("Kursk: 천 명의 공병", fonts=("korean",))
    assert not found
    boxes, _ = cards("Kursk: 천 명의 공병", fonts=("korean",))
    with_font = drawn(tmp_path / "with", made["brief.png"])
    without = Card(boxes["brief.png"].path, boxes["brief.png"].svg, boxes["brief.png"].fonts[:2])
    assert with_font != drawn(tmp_path / "without", without)


def test_what_runs_to_the_left_stands_on_the_right(tmp_path: Path) -> None:
    made, found = cards("هل أرسلت كوريا ألف جندي إلى كورسك؟", fonts=("arabic",))
    assert not found
    picture = drawn(tmp_path, made["brief.png"])
    left, _, right, _ = ink(picture, 140, 508)
    assert 1100 <= right <= 1124
    assert left > 200
    assert ink(picture, 60, 140)[2] == 1120  # the mark is there, too
    assert ink(picture, 520, 600)[2] in range(1110, 1124)


# ------------------------------------------------------------------------------ a site's own looks


def test_a_site_has_its_own_colours_and_mark(tmp_path: Path) -> None:
    red = Blob(
        "docs/red.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>"
        b"<rect width='1' height='1' fill='#ff0000'/></svg>",
        "",
    )
    made, _ = cards("Title", card="background: '#000000', ink: '#ffffff', accent: '#00ff00'", mark=red)
    picture = drawn(tmp_path, made["brief.png"])
    assert picture.getpixel((5, 5)) == (0, 255, 0)
    assert picture.getpixel((1195, 625)) == (0, 0, 0)
    assert picture.getpixel((100, 100)) == (255, 0, 0)


@pytest.mark.parametrize(
    "data", [b"", b"<svg", b"\x89PNG\r\n\x1a\n", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
@pytest.mark.parametrize("path", ["docs/mark.svg", "docs/mark.png", "docs/mark.txt"])
def test_a_mark_that_cannot_be_drawn_costs_nothing_else(data: bytes, path: str, tmp_path: Path) -> None:
    made, _ = cards("Title", mark=Blob(path, data, ""))
    assert ink(drawn(tmp_path, made["brief.png"]), 140, 508)


def test_without_an_address_there_are_no_cards(tmp_path: Path) -> None:
    files = ProjectFiles(
        (TextFile("sources/brief.md", "---\ntitle: T\ndate: 2025-05-06\n---\n\nText.\n"),),
        *((), (), None, TextFile("mkdocs.yml", "site_name: T\n"), (), ()),
    )
    corpus = verified(files).value
    parts = load_card_parts(tmp_path, corpus.settings).value
    assert parts == CardParts()
    kit = make_card_kit(parts, corpus.settings).value
    assert render_cards(corpus, kit).value == ()
