"""Controls of direction: pairs stay, what turns round more than its own text is named and not shown."""

import re
import time
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.decode.captures import decode_captures
from briefgen.diagnostics import Diagnostic
from briefgen.directions import settled, turning
from briefgen.parse.checks import directions
from briefgen.text import TextFile
from tests.hostile.desk import make_desk
from tests.hostile.projects import copy_base
from tests.parse.reading import found_by

LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("plain", "plain"),
        (f"a {RLE}b{PDF} c", None),
        (f"a {RLI}b {LRI}c{PDI}{PDI} {FSI}d{PDI}", None),
        (f"a {RLO}b", "a b"),
        (f"a {RLO}b{PDF} c", "a b c"),
        (f"a {LRO}b{PDF}{LRE}c{PDF}", f"a b{LRE}c{PDF}"),
        (f"a {RLE}b", "a b"),
        (f"a {RLI}b", "a b"),
        (f"a{PDF}b{PDI}", "ab"),
        (f"{RLI}a{RLE}b{PDI}c{PDF}", f"{RLI}ab{PDI}c"),
        (f"{RLE}a{PDI}b{PDF}", f"{RLE}ab{PDF}"),
        ("a\u200e\u200f\u061cb", None),
    ],
)
def test_what_is_left_of_a_text(text: str, left: str | None) -> None:
    assert settled(text) == (text if left is None else left)
    assert settled(settled(text)) == settled(text)


@pytest.mark.parametrize("shape", [RLI, RLE, PDF, PDI, RLI + RLE, RLE + PDI, RLI + RLE + PDI])
def test_many_cost_no_more_than_their_number(shape: str) -> None:
    begun = time.process_time()
    turning(shape * 200_000)
    assert time.process_time() - begun < 5


def places(found: list[Diagnostic]) -> list[tuple[str, int, int]]:
    assert {one.rule.name for one in found} <= {"direction-turned"}
    return [(one.message.split()[0], one.span.line, one.span.column) for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"a {RLO}b", [("U+202E", 1, 3)]),
        (f"a {RLI}b\n{PDI} c", []),
        (f"a {RLI}b\n\n{PDI} c", [("U+2067", 1, 3), ("U+2069", 3, 1)]),
        ("a &#x202e;b", [("U+202E", 1, 3)]),
        ("![a&#x202e;](b.png)", [("U+202E", 1, 1)]),
        ("[a](b.md 'c&#8238;d')", [("U+202E", 1, 1)]),
        (f"`a{RLO}`", [("U+202E", 1, 3)]),
        (f"    a{LRO}", [("U+202D", 1, 6)]),
    ],
)
def test_a_text_is_told_of(text: str, told: list[tuple[str, int, int]]) -> None:
    assert places(found_by((directions.CHECK,), text)) == told


def test_a_value_is_told_of() -> None:
    found: list[Diagnostic] = []
    decode_captures(TextFile("sources/captures.yml", '- key: "a\\u202Eb"\n'), found.append)
    assert ("U+202E", 1, 8) in [
        (one.message.split()[0], one.span.line, one.span.column) for one in found if one.rule.code == "BG170"
    ]


TEXTS = {
    "sources/first.md": (
        *("The bridge", "A description", "Ada Lovelace", "transport", "a wrong word", "A heading"),
        *("The river", "How we read", "We used the sheet", "Text with a", "[link", '"title', "Alt text"),
        *("img title", "The note"),
    ),
    "sources/references.bib": ("{Herald", "Bridge closed", "Ann Other", "Sheet 5974", "Ordnance"),
}
"""Where an override is put: behind the first letter of each."""


SETTINGS = ("Desk", "The Desk", "Ada Example", "Home", "Our own errata")


def test_no_setting_turns_round_what_stands_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The builder prints them for itself, so they are refused, at their places."""
    root = copy_base(tmp_path)
    whole = (root / "mkdocs.yml").read_text("utf-8")
    for text in SETTINGS:
        assert text in whole
        whole = whole.replace(text, text[0] + RLO + text[1:], 1)
    (root / "mkdocs.yml").write_text(f'{whole}# a comment {RLO}\nx_other: "spelt \\u202e out"\n', "utf-8")
    before = sorted((root / "docs").rglob("*"))
    assert main(["compile", "--root", str(root)]) == 1
    said = capsys.readouterr().out
    assert len(re.findall("(?m)^mkdocs.yml:.*U\\+202E RIGHT-TO-LEFT OVERRIDE", said)) == len(SETTINGS) + 2
    assert sorted((root / "docs").rglob("*")) == before


def test_no_field_turns_round_what_stands_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Case 61, with the character in every text of the project; a capture is as it is."""
    root = copy_base(tmp_path)
    for name, texts in TEXTS.items():
        whole = (root / name).read_text("utf-8")
        for text in texts:
            at = re.search(r"[A-Za-z]", text)
            assert at is not None
            assert text in whole
            whole = whole.replace(text, text[: at.end()] + RLO + text[at.end() :], 1)
        (root / name).write_text(whole, "utf-8")
    assert main(["compile", "--root", str(root)]) == 0
    said = capsys.readouterr().out
    for name, texts in TEXTS.items():
        assert len(re.findall(f"(?m)^{name}:.*U\\+202E RIGHT-TO-LEFT OVERRIDE", said)) == len(texts)
    files = [path for path in (root / "docs").rglob("*") if path.is_file()]
    assert [path.name for path in files if RLO.encode() in path.read_bytes()] == []


def test_no_code_is_shown_otherwise_than_it_is_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_desk(tmp_path)
    code = f"A `b{RLO}c`.\n\n```\nd{RLO}e\n```\n\n- f\n\n      g{RLO}h\n\n```\ni{RLO}\tj\n```\n"
    with (root / "sources/bridge.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{code}")
    assert main(["compile", "--root", str(root)]) == 0
    assert capsys.readouterr().out.count("U+202E RIGHT-TO-LEFT OVERRIDE") == code.count(RLO)
    written = [path.read_text("utf-8") for path in (root / "docs/briefs").iterdir() if path.suffix != ".csv"]
    assert [text for text in written if RLO in text] == []
    for said in ("bc", "de", "gh"):
        assert sum(said in text for text in written) >= 2
