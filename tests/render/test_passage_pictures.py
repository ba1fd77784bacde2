"""Quotations from pictures: the text is given, and the part of the picture that shows them stands beside."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from briefgen.cli.main import main
from briefgen.model.capture import CaptureRecord
from briefgen.model.picture import Picture
from briefgen.pipeline import compile_briefs
from briefgen.text import TextFile
from briefgen.verify.pictures import picture_of
from briefgen.write import draw_cards
from tests.evidence.projects import brief, check, make_project

NOWHERE = TextFile("captures.yml", "").span(0, 0)
RECORD = CaptureRecord("p", NOWHERE, "seeds/p.png", NOWHERE, "", NOWHERE, "2025-05-07", "en")
NOBODY_ASKS = ["--captured", "today", "--language", "en", "--obtained", "x"]
WHITE, RED, BLUE = (255, 255, 255), (255, 0, 0), (0, 0, 255)
TEXT = "The bridge is closed.\nNobody may cross it.\n"


def poster(kind: str = "PNG", size: tuple[int, int] = (300, 200)) -> bytes:
    """A picture with a red line where its first sentence would stand, and a blue one below."""
    picture = Image.new("RGB", size, WHITE)
    picture.paste(RED, (100, 50, 150, 80))
    picture.paste(BLUE, (100, 120, 150, 150))
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a poster that was captured with its text."""
    briefs = {"first": brief("> The bridge is closed. [@p]"), "second": brief("> Nobody may cross it. [@p]")}
    root = make_project(tmp_path / "p", {}, briefs, uncaptured=("p",))
    (root / "sources" / "captures.yml").unlink()
    (tmp_path / "poster.png").write_bytes(poster())
    (tmp_path / "poster.txt").write_text(TEXT, "utf-8")
    said = ["--captured", "2025-05-07", "--language", "en", "--obtained", "photographed"]
    text = ["--text", str(tmp_path / "poster.txt"), "--text-by", "ocr", "--extractor", "reader 5.3"]
    document = [str(tmp_path / "poster.png"), "--key", "p", "--root", str(root)]
    assert main(["capture", *document, *text, *said]) == 0
    return root


def _add(root: Path, lines: str) -> None:
    listed = root / "sources" / "captures.yml"
    listed.write_text(listed.read_text("utf-8") + lines, "utf-8")


def _crop(words: str, area: str) -> str:
    return f"  crops:\n    - words: {words}\n      area: {area}\n"


def _shown(root: Path) -> tuple[str, dict[str, Image.Image]]:
    """The page of the work, and the pictures that are drawn for it."""
    compiled = compile_briefs(root)
    assert not compiled.findings
    page = next(page.text for page in compiled.value.pages if page.path == "sources/p.md")
    drawn = draw_cards(root, compiled.value.cards)
    return page, {path: Image.open(io.BytesIO(data)) for path, data in drawn.items()}


def test_a_text_is_given_and_readers_are_told_how_it_was_made(project: Path) -> None:
    entry = (project / "sources" / "captures.yml").read_text("utf-8")
    assert "text_by: ocr" in entry
    assert "extractor: reader 5.3" in entry
    assert (project / "seeds" / "p.png").read_bytes() == poster()
    assert (project / "seeds" / "p.text.txt").read_text("utf-8") == TEXT
    page, drawn = _shown(project)
    assert "read by machine (OCR) from our copy (reader 5.3)" in page
    assert drawn == {}  # of excerpts no more than crops are shown
    assert "![" not in page


def test_the_part_that_shows_the_words_stands_beside_them(project: Path) -> None:
    _add(project, _crop("The bridge is closed", "100, 50, 50, 30"))
    page, drawn = _shown(project)
    assert list(drawn) == ["sources/pictures/p-1-1.png"]
    part = drawn["sources/pictures/p-1-1.png"].convert("RGB")
    assert part.size == (50, 30)
    assert part.getcolors() == [(1500, RED)]
    first, second = re.findall(r'<div class="passage".*?</div>', page, re.DOTALL)
    assert "(pictures/p-1-1.png){ .passage-picture width=50 height=30 loading=lazy }" in first
    assert "![" not in second


def test_without_a_crop_the_whole_picture_is_shown_where_all_may_be_seen(project: Path) -> None:
    _add(project, "  publish: full\n" + _crop("Nobody may cross it", "100 120 50 30"))
    _, drawn = _shown(project)
    whole = drawn["sources/pictures/p-1-0.png"].convert("RGB")
    assert whole.size == (300, 200)
    assert (whole.getpixel((0, 0)), whole.getpixel((125, 65))) == (WHITE, RED)
    assert drawn["sources/pictures/p-1-1.png"].convert("RGB").getcolors() == [(1500, BLUE)]


def test_of_what_may_not_be_seen_no_part_is_shown(project: Path) -> None:
    _add(project, "  publish: none\n" + _crop("The bridge is closed", "100, 50, 50, 30"))
    page, drawn = _shown(project)
    assert (drawn, "![" in page) == ({}, False)


@pytest.mark.parametrize(
    ("words", "area", "said"),
    [
        ("The bridge is closed", "100, 50, 250, 30", "which has 300 × 200 pixels"),
        ("The bridge is closed", "100, 50, 50", "is `100, 50, 50`"),
        ("The bridge is closed", "100, 50, 0, 30", "is `100, 50, 0, 30`"),
        ("The bridge was closed", "100, 50, 50, 30", "do not stand in seeds/p.text.txt"),
    ],
)
def test_a_crop_that_shows_something_else_is_an_error(
    project: Path, words: str, area: str, said: str
) -> None:
    _add(project, _crop(words, area))
    (found,) = [one for one in check(project) if one.rule.name == "crop-unusable"]
    assert said in found.message


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_the_size_of_a_picture_is_read_as_it_is_written(kind: str) -> None:
    for size in ((300, 200), (301, 77), (1, 1)):
        read = picture_of(RECORD, poster(kind, size), TEXT, lambda _: None)
        assert read == Picture("seeds/p.png", f"image/{kind.lower()}", *size)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\x00", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7"]
)
def test_what_is_no_whole_picture_is_none(data: bytes) -> None:
    assert picture_of(RECORD, data, TEXT, lambda _: None) is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--text", "a.txt"], "--text FILE and --text-by belong together"),
        (["--text-by", "hand"], "--text FILE and --text-by belong together"),
        (["--text", "empty.txt", "--text-by", "hand"], "holds no words"),
        (["--text", "latin.txt", "--text-by", "hand"], "is not UTF-8 text"),
        (["--text", "a.txt", "--text-by", "hand", "--type", "html"], "a text is given of pictures"),
    ],
)
def test_a_text_that_cannot_be_that_of_a_picture_is_refused(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    (tmp_path / "a.txt").write_text("Words.", "utf-8")
    (tmp_path / "empty.txt").write_text(" \n", "utf-8")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    monkeypatch.chdir(tmp_path)
    more = [
        "--captured",
        "today",
        "--language",
        "en",
        "--obtained",
        "x",
        "--key",
        "p",
        "--root",
        str(project),
    ]
    assert main(["capture", "poster.png", *arguments, *more]) == 2
    assert said in capsys.readouterr().err


def test_a_picture_without_its_text_is_refused_with_the_way_out(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = [
        "--captured",
        "today",
        "--language",
        "en",
        "--obtained",
        "x",
        "--key",
        "p",
        "--root",
        str(project),
    ]
    assert main(["capture", str(tmp_path / "poster.png"), *more]) == 1
    assert "`--text FILE`, and `--text-by` ocr or hand" in capsys.readouterr().out
