"""Sources that nobody would write, and some that somebody would against us: refused or listed, in words."""

import os
import shutil
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.moving.rewriting.tables import from_comma_separated
from tests.cli.project import make_project, tree
from tests.moving.shapes import PROJECTS
from tests.moving.test_move import COULD_NOT_RUN, said, write

SECRET = "What nobody may read."
HEAD = "---\ntitle: T\ndate: 2024-01-01\n"


def imported(source: Path, capsys: pytest.CaptureFixture[str], code: int = 0) -> tuple[Path, str]:
    """The project, and what was said of the move; nothing of a secret beside the source is in it."""
    target = source.parent / f"{source.name}-moved"
    assert main(["import", str(source), str(target)]) == code
    told = said(capsys)
    assert SECRET not in told
    assert not target.exists() or not any(SECRET.encode() in data for data in tree(target).values())
    return target, told


def outside(tmp_path: Path) -> Path:
    return write(
        tmp_path / "secret",
        dict.fromkeys(("part.qmd", "page.md", "p.png", "works.bib", "style.csl", "mkdocs.yml"), SECRET),
    )


def strange(folder: Path, secret: Path) -> None:
    """Links out of the source, to themselves and to what never ends; pipes; names no text can hold."""
    for name, to in (("link.qmd", "part.qmd"), ("link.png", "p.png"), ("link.bib", "works.bib"), ("all", "")):
        os.symlink(secret / to, folder / name)  # noqa: PTH211
    os.symlink("loop.md", folder / "loop.md")  # noqa: PTH211
    os.symlink("/dev/zero", folder / "zero.md")  # noqa: PTH211
    os.mkfifo(folder / "pipe.md")
    os.mkfifo(folder / "pipe.png")
    (folder / os.fsdecode(b"no\xff.md")).write_text("A.\n", "utf-8")
    (folder / "two\nlines.md").write_text("A.\n", "utf-8")
    with (folder / "huge.png").open("wb") as file:
        file.truncate(500_000_000)
    with (folder / "huge.md").open("wb") as file:
        file.truncate(200_000_000)


PASSED = """\
- is not moved in: it is a link, which is not followed:
    - `{0}all`
    - `{0}link.bib`
    - `{0}link.png`
    - `{0}link.qmd`
    - `{0}loop.md`
    - `{0}zero.md`
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("program", ["quarto", "mkdocs-bibtex"])
def test_what_is_no_ordinary_file_is_listed_and_the_rest_moves_in(
    program: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret, source = outside(tmp_path), tmp_path / "from"
    ways = ("../secret/", f"{secret}/", "all/", "%2e%2e/secret/")
    if program == "quarto":
        shown = "\n\n".join(f"{{{{< include {way}part.qmd >}}}}\n\n![x]({way}p.png)" for way in ways)
        front = f"{HEAD}bibliography: [../secret/works.bib, link.bib]\ncsl: ../secret/style.csl\n---\n\n"
        write(source, {"a.qmd": f"{front}Words.\n\n{shown}\n\n![h](huge.png) ![l](link.png)\n"})
        strange(source, secret)
        inside, kept = "", "sources/a.md"
    else:
        plugin = "- bibtex: {bib_file: ../secret/works.bib, csl_file: ../secret/style.csl}"
        write(source, {"mkdocs.yml": f"plugins:\n  {plugin}\n", "docs/a.md": "# A\n\nWords [@b].\n"})
        strange(source / "docs", secret)
        inside, kept = "docs/", "docs/a.md"
    target, told = imported(source, capsys)
    assert PASSED.format(inside) in told
    assert f"`{inside}pipe.md`" in told
    assert f"`{inside}no\\udcff.md`" in told
    assert f"`{inside}two\\nlines.md`" in told
    assert f"`{inside}huge.png`: is not moved in: this file has 500 MB, more than the limit of 400 MB" in told
    assert f"`{inside}huge.md`: is not moved in: this file has 200 MB" in told
    assert "Words" in (target / kept).read_text("utf-8")
    assert not [path for path in target.rglob("*") if path.is_symlink() or "huge" in path.name]


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{above}'] * 9)}]\n"
    for above, name in zip("abcdefgh", "bcdefghi", strict=True)
)
CHAIN = "a0: &a0 [1]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 3_000))
TWICE = {f"_{n}.qmd": f"{{{{< include _{n + 1}.qmd >}}}}\n\n" * 2 for n in range(40)}
TENFOLD = {f"_{n}.qmd": TWICE[f"_{n}.qmd"] * 5 for n in range(5)}


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({"mkdocs.yml": "plugins: [bibtex\n"}, "mkdocs.yml cannot be read, line 1: this list is not closed"),
        ({"mkdocs.yml": f"x: {'[' * 500}{']' * 500}\n"}, "nested too deeply"),
        ({"mkdocs.yml": BOMB, "docs/a.md": "# A\n"}, "mkdocs.yml cannot be read, its aliases stand for more"),
        ({"_quarto.yml": BOMB, "a.qmd": "# A\n"}, "_quarto.yml cannot be read, its aliases stand for more"),
        ({"_quarto.yml": "title: [\n", "a.qmd": "# A\n"}, "_quarto.yml cannot be read, line 1: after this"),
        ({"myst.yml": CHAIN, "a.md": "# A\n"}, "myst.yml cannot be read, its aliases are nested too deeply"),
        (
            {"a.qmd": "{{< include _0.qmd >}}\n", **TENFOLD, "_5.qmd": "x"},
            "a.qmd takes in more than 2,000 texts",
        ),
        (
            {"mkdocs.yml": "site_name: A\n", "docs/a.md": "> [!tip]\n> `{ref}`x`\n\n[[b]] {cite}`c`\n"},
            "does not name the plugin `bibtex`",
        ),
    ],
)
def test_what_cannot_be_read_or_grows_without_end_is_refused(
    texts: dict[str, str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, told = imported(write(tmp_path / "from", texts), capsys, COULD_NOT_RUN)
    assert words in told
    assert not target.exists()


@pytest.mark.parametrize(
    "body",
    [f'"{"x" * 200_000}", 2', "," * 20_000 + "\na" * 20_000],
    ids=["a cell beyond measure", "one long row among many"],
)
def test_a_table_with_commas_that_grows_without_end_stays_as_it_is(body: str) -> None:
    assert from_comma_separated(body, {}) is None


def test_pages_outside_of_the_source_are_not_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside(tmp_path)
    source = write(tmp_path / "from", {"mkdocs.yml": "docs_dir: ../secret\nplugins: [bibtex]\n"})
    assert "the pages are at `../secret`, outside of the source" in imported(source, capsys)[1]


def test_front_matter_that_grows_without_end_or_cannot_be_read_is_kept_as_comments(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fronts = {
        "bomb": f"title: Water\n{BOMB}",
        "itself": "author: &x [*x]\n",
        "colon": "title: Water: a history\nauthor: [x\n",
        "code": 'date: !!python/object/apply:os.system ["exit"]\nformat: !expr f(x)\n',
    }
    source = write(
        tmp_path / "from",
        {f"{name}.md": f"---\n{yaml}---\n\nWords.\n" for name, yaml in fronts.items()}
        | {"_quarto.yml": "project: {type: website}\n"},
    )
    target, told = imported(source, capsys)
    for name, yaml in fronts.items():
        front, _, body = (target / f"sources/{name}.md").read_text("utf-8")[4:].partition("---\n")
        assert all(f"# {line}\n" in front for line in yaml.splitlines())
        assert body == "\nWords.\n"
    unread = "`{0}.md:1` → `sources/{0}.md:1`: the front matter cannot be read, "
    assert f"{unread.format('colon')}line 2: YAML takes" in told
    assert f"{unread.format('bomb')}its aliases stand for more than 100,000 values; it is kept" in told


def test_texts_that_take_in_each_other_are_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def taking(name: str, *words: str) -> str:
        return f"{HEAD}---\n\n{' '.join(words)}\n\n{{{{< include {name} >}}}}\n"

    source = write(
        tmp_path / "from",
        {
            "own.qmd": taking("own.qmd", "Own."),
            "one.qmd": taking("two.qmd", "One."),
            "two.qmd": taking("one.qmd", "Two."),
            "_unused.qmd": "Unused.\n",
        },
    )
    target, told = imported(source, capsys)
    texts = "".join(path.read_text("utf-8") for path in (target / "sources").glob("*.md"))
    assert all(word in texts for word in ("Own.", "One.", "Two."))
    assert "takes itself in" in told
    assert "`_unused.qmd`: is not moved in" in told


def test_what_is_hidden_is_said_once_and_a_folder_of_pages_is_no_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "mkdocs.yml": "plugins: [bibtex]\n",
        "docs/public/a.md": "# A\n\n[@b]\n",
        ".github/workflows/one.yml": "",
        ".github/workflows/two.yml": "",
        ".git/config": "",
        "site/index.html": "",
    }
    target, told = imported(write(tmp_path / "from", files), capsys)
    assert (target / "docs/public/a.md").is_file()
    assert told.count("`.github/`") == told.count("`site/`") == 1
    assert ".git/`" not in told


def test_texts_that_take_each_other_in_are_looked_at_once(tmp_path: Path) -> None:
    """Forty that take in the next one twice, and one that takes itself in."""
    texts = {"a.qmd": "# A\n\n{{< include _0.qmd >}}\n\n{{< include a.qmd >}}\n", **TWICE}
    assert main(["import", str(write(tmp_path / "from", texts)), str(tmp_path / "to"), "--quiet"]) == 0
    assert {path.name for path in (tmp_path / "to/sources").glob("*.md")} == {"a.md"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("docs", COULD_NOT_RUN, "docs is a link, and briefgen writes only to what is the project's own"),
        ("docs/images", COULD_NOT_RUN, "docs/images is a link"),
        ("sources/essay.md", COULD_NOT_RUN, "sources/essay.md is a link"),
        ("IMPORTED.md", 0, "has this list"),
        ("|sources/essay.md", 1, "sources/essay.md is there already, with other words"),
        ("|IMPORTED.md", 0, "has this list"),
    ],
)
def test_nothing_is_written_through_a_link_into_a_pipe_or_over_a_file(
    path: str, code: int, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside, root = tmp_path / "outside", make_project(tmp_path / "project")
    (outside / "folder").mkdir(parents=True)
    place = root / path.removeprefix("|")
    place.parent.mkdir(exist_ok=True)
    if place.is_dir():
        shutil.rmtree(place)
    if path.startswith("|"):
        os.mkfifo(place)
    else:
        place.symlink_to(outside / ("folder" if path.startswith("docs") else "new"))
    before = tree(root)
    assert main(["import", str(PROJECTS / "pandoc-essay/source"), str(root)]) == code
    assert words in said(capsys)
    assert before.items() <= tree(root).items()
    assert [one.name for one in outside.rglob("*")] == ["folder"]
    assert place.is_symlink() != place.is_fifo()


def test_what_is_named_as_a_style_and_is_none_is_not_moved_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    front = f"{HEAD}csl: docs/page.html\n---\n\n"
    source = write(tmp_path / "from", {"a.qmd": f"{front}Words.\n", "docs/page.html": "<script></script>"})
    target, told = imported(source, capsys)
    assert "the style `docs/page.html` is no file that ends in `.csl`" in told
    assert not (target / "docs/page.html").exists()
