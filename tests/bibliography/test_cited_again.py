"""A brief cites a work in full once, and in short afterwards."""

import re
from pathlib import Path

from briefgen.pipeline import compile_briefs
from tests.bibliography.test_cases import FOOTNOTE, laid_out

BIB = """@book{k1, author={Ek, Ada}, title={Tall Boats}, shorttitle={Boats}, year={2001}, note={Torn}}
@article{k2, author={Oh, Ben and Ur, Cy}, title={Locks}, journal={J}, year={2002}}
"""
COMPARED = re.compile(' <span class="compared">.*?</span>')


def notes(cite: str, root: Path, settings: str = "", lang: str = "en") -> list[str]:
    """The footnotes of a brief, without their labels and what they say of their sentences."""
    files = {"mkdocs.yml": f"site_name: Example\n{settings}"}
    case = {"bib": BIB, "cite": cite, "files": files, "lang": lang}
    told = compile_briefs(laid_out(case, root))
    assert told.findings == ()
    text = next(page.text for page in told.value.pages if page.path == "briefs/brief.md")
    return [COMPARED.sub("", note.partition("]: ")[2]) for note in FOOTNOTE.findall(text)]


def test_each_work_in_full_once(tmp_path: Path) -> None:
    cite = "A [@k1, p. 4]. B [see @k1, p. 9, and passim; @k2]. C [-@k2, chap. 2]. D [@k1]."
    assert notes(cite, tmp_path) == [
        "Ada Ek, [<em>Tall Boats</em>](../sources/k1.md), 2001, p. 4.",
        "see [Ek, <em>Boats</em>, p. 9](#fn:w-k1-1), and passim; "
        "Ben Oh and Cy Ur, “[Locks](../sources/k2.md)”, <em>J</em>, 2002.",
        "[“Locks”, chap. 2](#fn:w-k1-2).",
        "[Ek, <em>Boats</em>](#fn:w-k1-1).",
    ]


def test_in_the_language_of_the_brief(tmp_path: Path) -> None:
    assert notes("A [@k2]. B [@k2, p. 9].", tmp_path, lang="ru")[1] == "[Oh и Ur, «Locks», с. 9](#fn:w-k2-1)."


def test_a_note_of_the_author_cites_as_well(tmp_path: Path) -> None:
    found = notes("A [@k1]. B[^n].\n\n[^n]: Compare [@k1, p. 2].", tmp_path)
    assert found[1].endswith("([Ek, <em>Boats</em>, p. 2](#fn:w-k1-1))</span>.")


def test_ibid(tmp_path: Path) -> None:
    settings = "extra: {briefgen: {references: {ibid: true}}}\n"
    found = notes("A [@k1]. B [@k1, p. 9]. C [@k2]. D [@k1; @k2].", tmp_path, settings)
    assert found[1] == "[Ibid., p. 9](#fn:w-k1-1)."
    assert found[3] == "[Ek, <em>Boats</em>](#fn:w-k1-1); [Oh and Ur, “Locks”](#fn:w-k2-1)."


def test_notes_of_entries(tmp_path: Path) -> None:
    settings = "extra: {briefgen: {references: {notes: true}}}\n"
    (told,) = notes("A [@k1].", tmp_path / "with", settings)
    assert told == "Ada Ek, [<em>Tall Boats</em>](../sources/k1.md), 2001, Torn."
    assert "Torn" not in notes("A [@k1].", tmp_path / "without")[0]
