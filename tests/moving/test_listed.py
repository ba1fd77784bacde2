"""The list of a move is one that somebody reads: a cause stands in it once, a folder for all in it."""

from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.moving.shapes import places_in
from tests.moving.test_move import COULD_NOT_RUN, said, write

HEAD = "---\ntitle: T\ndate: 2024-01-01\n---\n\n"


def listed(source: Path, texts: dict[str, str]) -> str:
    write(source, texts)
    main(["import", str(source), str(source.parent / "to"), "--quiet"])
    return (source.parent / "to/IMPORTED.md").read_text("utf-8")


def test_a_cause_is_one_whatever_it_names(tmp_path: Path) -> None:
    count = 120
    body = "\n\n".join(f"See @sec-number{number}." for number in range(count))
    decide = listed(tmp_path / "from", {"a.qmd": HEAD + body}).partition("## Left")[0]
    assert f"## To decide: {count}" in decide
    assert decide.count("\n- ") == decide.count("(BG610 ") == 1
    assert {f"sources/a.md:{7 + 2 * number}" for number in range(count)} <= places_in(decide)
    assert all(f"`@sec-number{number}`" in decide for number in range(count))


def test_one_that_is_met_a_few_times_names_each_place(tmp_path: Path) -> None:
    text = "![A](a.png)\n\n![B](b.png)\n\n```{r}\n#| include: false\nx\n```\n"
    told = listed(tmp_path / "from", {"a.qmd": HEAD + text})
    assert told.startswith(
        "# Moved in: a Quarto project, `from`\n\n## To decide: 2\n\n"
        "- the picture `…` is not there:\n"
        "    - `a.qmd:6` → `sources/a.md:7`: `a.png`\n"
        "    - `a.qmd:8` → `sources/a.md:9`: `b.png`\n"
    )
    assert "- `a.qmd:10` → `sources/a.md:11`: code whose result Quarto does not show" in told


def test_a_folder_stands_for_all_in_it_and_notebooks_are_to_be_decided(tmp_path: Path) -> None:
    files = ("src/a/one.py", "src/two.py", "pictures/unused.png", "chapters/c.ipynb")
    shown = {"a.qmd": f"{HEAD}![A](pictures/used.svg)\n", "pictures/used.svg": "<svg/>"}
    told = listed(tmp_path / "from", {**dict.fromkeys(files, "x"), **shown})
    decide, _, left = told.partition("## Left")
    assert "`chapters/c.ipynb`: is a notebook, and its words are not moved in" in decide
    assert "    - `pictures/unused.png`\n    - `src/`\n" in left
    assert "one.py" not in told


def test_citations_that_another_file_brings_into_a_page_are_to_be_decided(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": "plugins: [bibtex]\nmarkdown_extensions: [pymdownx.snippets]\n",
        "docs/a.md": '# A\n\nWords [@b].\n\n--8<-- "parts/p.md"\n',
        "parts/p.md": "Mail a@example.org.\n\nMore [see @b] and [@b].\n",
        "parts/q.txt": "None here.\n",
    }
    decide = listed(tmp_path / "from", files).partition("## Left")[0]
    assert "- `parts/p.md:3` → `parts/p.md:3`: cites a work, and what another file brings" in decide
    assert "parts/q" not in decide


def test_what_is_missing_is_in_the_list_once_and_not_where_it_was_missing_before(tmp_path: Path) -> None:
    missing = (
        "- `sources/references.bib:1`: there is no sources/references.bib, and the briefs cite works (BG227 "
    )
    texts = {"a.md": f"{HEAD}Words [@b].\n"}
    told = listed(tmp_path / "from", texts)
    assert missing in told.partition("## Left")[0]
    assert listed(tmp_path / "from", texts) == told  # also where the earlier move is there
    assert not (tmp_path / "to/IMPORTED-2.md").exists()
    mine = {"mine.md": f"{HEAD}Mine [@b].\n"}
    write(tmp_path / "project/sources", mine)
    main(["import", str(tmp_path / "from"), str(tmp_path / "project"), "--quiet"])
    assert "BG227" not in (tmp_path / "project/IMPORTED.md").read_text("utf-8")


def test_a_day_to_come_is_in_the_list(tmp_path: Path) -> None:
    texts = {"a.md": "---\ntitle: T\ndate: 9998-01-01\n---\n\nWords.\n"}
    assert "(BG133 date-to-come)" in listed(tmp_path / "from", texts)


@pytest.mark.parametrize(
    ("texts", "shape"),
    [
        ({"a.md": "# A\n\n```r\nx[[1]]\n```\n\n`y[[2]]`\n"}, "Markdown of Pandoc"),
        ({"a.md": "# A\n", "README.md": "> [!info] A\n> [[b]]\n"}, "Markdown of Pandoc"),
        ({"a.md": "# A\n\n> [!NOTE]\n> b\n"}, "Markdown of Pandoc"),
        ({"a.md": "# A\n\n> [!info]\n> b\n"}, "a folder of Obsidian"),
        ({"a.md": "# A\n\n[[b]]\n", "b.qmd": "# B\n"}, "a Quarto project"),
    ],
)
def test_what_a_folder_is(texts: dict[str, str], shape: str, tmp_path: Path) -> None:
    assert listed(tmp_path / "from", texts).startswith(f"# Moved in: {shape}, `from`")


def test_notes_beside_one_text_of_quarto_are_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {"a.md": "[[b]]\n", "b.md": "[[a]]\n", "out/c.qmd": "# C\n"}
    assert main(["import", str(write(tmp_path / "from", texts)), str(tmp_path / "to")]) == COULD_NOT_RUN
    assert "--from quarto or --from obsidian" in said(capsys)
