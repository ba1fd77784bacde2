"""What a note says of the sentence it stands for: what was compared with the copy, and never more.

The table says by hand what is true of each sentence, from what stands in the capture below. The page is read
as Chromium shows it.
"""

import re

import pytest
import yaml
from playwright.sync_api import Browser

from briefgen.pipeline import compile_briefs
from tests.evidence.projects import brief, make_project
from tests.render.site_markdown import site_html

REPORT = (
    "Harbour report\n\nThe harbour board closed the northern quay on 3 May 2024. Repairs will cost "
    "4.2 million euros. Ann Lee of Example Town led the engineers, who found corrosion in 14 of 40 piles. "
    "The first quay was built in 1987, said Carl, and leeches live there.\n"
)
GERMAN = "Der Hafen ist seit dem 3. Mai geschlossen. Vierzehn Pfähle rosten.\n"
WORDS = len(REPORT.split())

FOUND, REST = "In our copy, in this or another form: {}.", "Nothing else of the statement was compared."
MISSING = "Not found in our copy: {}."
PARTLY = "In our copy, or what we say of it, only in part or not in so many words: {}."
NOT_COMPARED = "The statement was not compared with our copy."
NOT_CHECKED = "The statement was not checked: we hold no copy."
ABSENT = f"“{{}}” stands nowhere in our copy, in no form: all {WORDS} words of it were searched."


def found(items: str) -> str:
    return f"{FOUND.format(items)} {REST}"


SITUATIONS = [
    ("Of forty piles, 14 are corroded [@q, p. 1].", found("“forty”, “14”")),
    ("It costs €4.2m [@q, p. 2].", found("“€4.2m”")),
    ("It was closed on May 3, 2024 [@q, p. 3].", found("“May 3, 2024”")),
    ("Ann Lee led them in Example Town [@q, p. 4].", found("“Ann Lee”, “Example Town”")),
    ("Fourteen piles rust, in all 41 [@q, p. 5].",
     f"{FOUND.format('“Fourteen”')} {MISSING.format('“41”')} {REST}"),
    ("They are 41 [@q, p. 6].", f"{MISSING.format('“41”')} {REST}"),
    ("It costs 4.2 million [@q, p. 7].", found("“4.2 million”")),
    ("It costs 4.2 million dollars [@q, p. 8].", f"{MISSING.format('“4.2 million dollars”')} {REST}"),
    ("It was built in the 1980s [@q, p. 9].", f"{PARTLY.format('“1980s”')} {REST}"),
    ("The report is of 6 May 2025 [@q, p. 10].", f"In our details of the source: “6 May 2025”. {REST}"),
    ("The quay is old [@q, p. 11].", NOT_COMPARED),
    ("Three men saw it [@q, p. 12].", NOT_COMPARED),
    ("Mr Leech saw it [@q, p. 13].", NOT_COMPARED),
    ("Lee Carl saw it [@q, p. 14].", NOT_COMPARED),
    ("It costs [nine million]{.own} [@q, p. 15].", NOT_COMPARED),
    ("It costs 9 million euros [see @q, p. 16].", ""),
    ("It costs 9 million euros [@x, p. 17].", NOT_CHECKED),
    ("It costs 4.2 million euros [@q, p. 18; @x].",
     "The statement was not checked: we do not hold a copy of each source."),
    ("It costs 4.2 million euros [@t, p. 19].", "The statement was not checked: we hold no whole copy."),
    (
        "It costs 4.2 million euros [@eu, p. 20].",
        "The statement was not checked: our checks do not know its language, or the copy’s.",
    ),
    ("Fourteen piles rust, says Doris Hample [@d, p. 21].", found("“Fourteen”")),
    ("It costs 4.2 million euros; 14 piles rust [@d; @q, p. 22].",
     f"In our copies, in this or another form: “4.2 million euros”, “14”. {REST}"),
    ("It is “the northern quay” [@q, p. 23].", ""),
    ("It found “corrosion in 14 of 40 piles” of 40 [@q, p. 24].", found("“40”")),
    ("It is “the old quay” [@x, p. 25].", ""),
    ("The report does not mention the railway [@q, p. 26].", ABSENT.format("railway")),
    ("The report does not mention corrosion [@q, p. 27].", "“corrosion” stands in our copy."),
    ("The report does not mention the railway [@d, p. 28].", NOT_COMPARED),
    ("The report does not mention the railway [@x, p. 29].", NOT_CHECKED),
    ('It is silent [@q, p. 30, no "railway"].', ABSENT.format("railway")),
    ("It is so.[^1]\n\n[^1]: So it was: 14 piles [@q, p. 31].", found("“14”")),
    ("It was 14, it is said.[^2]\n\n[^2]: [@q, p. 32]", found("“14”")),
    ("It was 14 [@q, p. 33]. It was 40 [@q, p. 33]. It is old [@q, p. 33].", found("“14”, “40”")),
]  # fmt: skip
NEVER = re.compile("In our cop|stands nowhere")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The brief with all sentences, in Markdown as it is published."""
    text = "\n\n".join(sentence for sentence, _ in SITUATIONS)
    works = {"q": REPORT, "d": GERMAN, "t": REPORT, "eu": "Kaia itxi zuten 4.2 milioi euro.\n"}
    project = make_project(
        tmp_path_factory.mktemp("compared") / "p", works, {"b": brief(text)}, uncaptured=("x",)
    )
    captures = project / "sources/captures.yml"
    records = yaml.safe_load(captures.read_text("utf-8"))
    records["d"]["language"], records["eu"]["language"] = "de", "eu"
    records["t"]["truncated"] = True
    captures.write_text(yaml.safe_dump(records), "utf-8")
    (found,) = (one.text for one in compile_briefs(project).value.pages if one.path == "briefs/b.md")
    return found.split("---\n", 2)[2]


def test_a_note_says_what_was_compared_and_no_more(page: str, chromium: Browser) -> None:
    with chromium.new_page() as window:
        window.set_content(site_html(page))
        notes = window.locator(".footnote li").all_inner_texts()
        stated = window.locator(".footnote li").evaluate_all(
            "all => all.map(one => [...one.querySelectorAll('.compared')].map(it => it.innerText).join(' '))"
        )
    said = dict(zip(notes, stated, strict=True))
    for sentence, expected in SITUATIONS:
        place = re.findall(r"p\. \d+", sentence)[0]
        (own,) = (note for note in notes if re.search(rf"{place}(?!\d)", note))
        searched = ABSENT.format("railway")
        shown = said[own] or searched * (searched in own)
        assert shown == expected, sentence
        assert NEVER.search(expected) or not NEVER.search(own), sentence
