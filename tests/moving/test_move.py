"""What `briefgen import SOURCE DIR` says, refuses, and leaves alone."""

import os
from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.cli.project import make_project, tree
from tests.moving.shapes import PROJECTS

ESSAY = PROJECTS / "pandoc-essay/source"
COULD_NOT_RUN = 2


def said(capsys: pytest.CaptureFixture[str]) -> str:
    told = capsys.readouterr()
    return told.out + told.err


def write(root: Path, texts: dict[str, str]) -> Path:
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def moved(tmp_path: Path, text: str, *, name: str = "text.md", shape: str = "pandoc") -> str:
    """A text after its move, without its front matter."""
    source = write(tmp_path / "from", {name: f"---\ntitle: T\ndate: 2024-01-01\n---\n\n{text}"})
    main(["import", str(source), str(tmp_path / "to"), "--from", shape, "--quiet"])
    made = next((tmp_path / "to/sources").glob("*.md"))
    return made.read_text("utf-8").partition("\n---\n")[2].strip("\n")


def test_an_existing_project_gains_what_is_moved_in_and_keeps_its_files(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    before = tree(root)
    assert main(["import", str(ESSAY), str(root)]) == 0
    after = tree(root)
    assert before.items() <= after.items()
    assert set(after) - set(before) == {
        "IMPORTED.md",
        "docs/images/pump.svg",
        "sources/essay.md",
        "sources/references.bib",
    }


def test_a_name_that_is_taken_is_refused_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(tmp_path / "project")
    taken = {"sources/essay.md": "---\ntitle: Mine\ndate: 2024-01-01\n---\n\nMine.\n"}
    write(root, {**taken, "sources/references.bib": "% mine\n"})
    assert main(["import", str(ESSAY), str(root)]) == 1
    assert "sources/essay.md is there already, with other words, and is as it was" in said(capsys)
    assert (root / "sources/essay.md").read_text("utf-8") == taken["sources/essay.md"]
    assert (root / "sources/references.bib").read_text("utf-8") == "% mine\n"
    assert (root / "sources/works.bib").read_bytes() == (ESSAY / "works.bib").read_bytes()


@pytest.mark.parametrize("name", ["", "essay.md"])
def test_documents_without_a_project_to_move_them_into(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["import", str(ESSAY / name)]) == COULD_NOT_RUN
    assert "holds documents: name the project that they are moved into" in said(capsys)


def test_what_was_moved_in_and_worked_on_is_left_alone(tmp_path: Path) -> None:
    root = tmp_path / "project"
    main(["import", str(ESSAY), str(root)])
    with (root / "sources/essay.md").open("a", encoding="utf-8") as file:
        file.write("\nMore.\n")
    before = tree(root)
    assert main(["import", str(ESSAY), str(root)]) == 1
    assert tree(root) == before


def test_several_shapes_are_said_and_one_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(
        tmp_path / "from", {"_quarto.yml": "", "myst.yml": "", "a.md": "# A\n\n[[b]]\n", "b.md": "# B\n"}
    )
    assert main(["import", str(source), str(tmp_path / "to")]) == COULD_NOT_RUN
    assert "a Quarto project and a MyST project: say which with --from quarto or --from myst" in said(capsys)
    assert not (tmp_path / "to").exists()
    assert main(["import", str(source), str(tmp_path / "to"), "--from", "obsidian"]) == 0
    assert "[b](b.md)" in (tmp_path / "to/sources/a.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({"README.md": "# A\n"}, "files such as README.md are passed over"),
        ({"notes.pdf": ""}, "nothing here is a text that can be moved in"),
        ({"mkdocs.yml": "site_name: A\n", "docs/a.md": "# A\n"}, "does not name the plugin `bibtex`"),
    ],
)
def test_what_cannot_be_moved_in(
    texts: dict[str, str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path / "from", texts)
    assert main(["import", str(source), str(tmp_path / "to")]) == COULD_NOT_RUN
    assert words in said(capsys)
    assert not (tmp_path / "to").exists()


def test_a_source_and_its_project_are_two_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(tmp_path / "from", {"a.md": "# A\n"})
    assert main(["import", str(source), str(source)]) == COULD_NOT_RUN
    assert "are one folder" in said(capsys)
    assert main(["import", str(tmp_path / "nowhere"), str(tmp_path / "to")]) == COULD_NOT_RUN
    assert "is not there" in said(capsys)
    # a project inside of its source is no part of it
    assert main(["import", str(source), str(source / "site")]) == 0
    written = tree(source / "site")
    assert main(["import", str(source), str(source / "site")]) == 0
    assert tree(source / "site") == written


def test_nothing_outside_of_the_source_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"secret.svg": "<svg/>", "secret.md": "A secret.\n"})
    source = write(
        tmp_path / "from", {"a.qmd": "# A\n\n{{< include ../secret.md >}}\n\n![s](../secret.svg)\n"}
    )
    os.symlink(tmp_path / "secret.md", source / "link.md")  # noqa: PTH211
    main(["import", str(source), str(tmp_path / "to")])
    assert not any(b"A secret." in data or b"<svg" in data for data in tree(tmp_path / "to").values())


CASES = {
    "code is not looked into": ("pandoc", "`@fig-x` and `\\emph{x}`\n\n```\n::: {.a}\n# B\n```", None),
    "a formula is not": ("pandoc", "$\\emph{x}$ is one.", None),
    "a comment is not": ("pandoc", "<!-- \\emph{x} -->", None),
    "what leads nowhere stays": ("pandoc", "As @fig-x says.", None),
    "headings of the first level": ("pandoc", "# A\n\n## B", "## A\n\n### B"),
    "headings of others": ("pandoc", "## A\n\n### B", None),
    "our own box": ("pandoc", "- a\n\n  ::: note\n  b\n  :::", None),
    "a title with quotation marks": (
        "quarto",
        '::: {.callout-note title="A \\"b\\""}\nc\n:::',
        "::: {.note title='A \"b\"'}\nc\n:::",
    ),
    "a reference before its heading": (
        "quarto",
        "See @sec-a.\n\n## A *b* {#sec-a}",
        "See [A b](#sec-a).\n\n## A *b* {#sec-a}",
    ),
    "a reference to a heading with a bracket that nothing opens": (
        "quarto",
        "See @sec-a.\n\n## a] b {#sec-a}",
        "See [a\\] b](#sec-a).\n\n## a] b {#sec-a}",
    ),
    "a label of code that no reference can name": (
        "quarto",
        "```{r}\n#| label: setup\n#| eval: false\nx\n```",
        "```r\n#| label: setup\n#| eval: false\nx\n```",
    ),
    "a label before its caption": (
        "joss",
        "Figure \\ref{fig:a}\n\n![\\label{fig:a}A map](https://example.org/a.png)",
        'Figure [1](#fig-a)\n\n<span id="fig-a"></span>\n\n![Figure 1: A map](https://example.org/a.png)',
    ),
    "an equation whose label says nothing": (
        "joss",
        "\\eqref{euler}\n\n\\begin{equation}\\label{euler}\nx\n\\end{equation}",
        '([1](#euler))\n\n<span id="euler"></span>\n$$\nx\n$$ (1)',
    ),
    "an id that stands twice": (
        "joss",
        "![A](https://example.org/a.png){#a}\n\n![B](https://example.org/b.png){#a}",
        '<span id="a"></span>\n\n![A](https://example.org/a.png)\n\n![B](https://example.org/b.png)',
    ),
    "a formula that is split": (
        "quarto",
        "$$\\begin{split}a\\end{split}$$ and `\\begin{split}`",
        "$$\\begin{aligned}a\\end{aligned}$$ and `\\begin{split}`",
    ),
    "an environment of LaTeX": (
        "pandoc",
        "\\begin{tabular}{l|r}\n[a]{l|r} & \\emph{b}\n\\end{tabular}",
        "```latex\n\\begin{tabular}{l|r}\n[a]{l|r} & \\emph{b}\n\\end{tabular}\n```",
    ),
    "one that is not closed": ("pandoc", "\\begin{tabular}{l|r}\na & b", None),
    "headings of LaTeX, and what is about paper": (
        "pandoc",
        "\\markboth{A}{A}\n\n\\chapter*{A b}\n\nc\n\n\\subsection{D}",
        "## A b\n\nc\n\n### D",
    ),
    "alerts of GitHub": ("pandoc", "> [!WARNING]\n> a", '::: {.note title="Warning"}\na\n:::'),
    "what Pandoc reads, in a vault": (
        "obsidian",
        "See @Fig:a and [[#B]].\n\n![A map](https://example.org/a.png){#fig:a width=80%}\n\n## B",
        "See [Figure 1](#fig-a) and [B](#b).\n\n"
        '<span id="fig-a"></span>\n\n![Figure 1: A map](https://example.org/a.png)\n\n## B',
    ),
    "a caption as knitr has it": (
        "quarto",
        '```{r a, fig.cap="A map"}\nx\n```',
        "```r\nx\n```\n\n*A map*",
    ),
    "attributes of HTML that are not published": (
        "myst",
        '<div class="a" style="b">\n<td\n colspan="2" data-x=1>d</td></div>\n\n`<b class="e">` <o class="f">',
        '<div>\n<td\n colspan="2">d</td></div>\n\n`<b class="e">` <o class="f">',
    ),
    "code with a caption and an id": (
        "pandoc",
        'See \\ref{lst:a}.\n\n```{.python #lst:a caption="A b"}\nx\n```\n\n```{.r}\ny\n```',
        'See [1](#lst-a).\n\n<span id="lst-a"></span>\n\n```python\nx\n```\n\n*Listing 1: A b*\n\n'
        "```{.r}\ny\n```",
    ),
    "several references": (
        "quarto",
        "[see @sec-a; @sec-a]\n\n## A {#sec-a}",
        "see [A](#sec-a); [A](#sec-a)\n\n## A {#sec-a}",
    ),
    "divs in divs": (
        "quarto",
        ":::: {.callout-tip}\n::: {.x}\na\n:::\n::::",
        '::: {.note title="Tip"}\na\n::::',
    ),
    "a caption with a citation": (
        "quarto",
        "![A map [@a]](https://example.org/a.png){#fig-a}",
        '<span id="fig-a"></span>\n\n![A map](https://example.org/a.png)\\\nFigure 1: A map [@a]',
    ),
    "a directive that is not closed": ("myst", "```{note}\na", "::: note\na\n:::"),
    "a directive in a list": (
        "myst",
        "- a\n\n  ```{note}\n  b\n  ```",
        "- a\n\n  ::: note\n  b\n  :::",
    ),
    "options between lines": (
        "myst",
        "```{admonition} A\n---\nclass: tip\n---\nb\n```",
        '::: {.note title="A"}\nb\n:::',
    ),
    "several works in a role": ("myst", "{cite:p}`a, b` and {cite:t}`c`", "[@a; @b] and @c"),
    "a role that nobody knows stays": ("myst", "{magic}`a`", None),
    "a directive that nobody knows is code": (
        "myst",
        "```{magic} a\nb\n```",
        "````text\n```{magic} a\nb\n```\n````",
    ),
    "a callout behind a quote": (
        "obsidian",
        "> [!info] A\n> b\n\n> c [@d]",
        '::: {.note title="A"}\nb\n:::\n\n> c [@d]',
    ),
    "brackets in code": ("obsidian", "`[[a]]`", None),
    "commands of LaTeX": ("joss", "\\textbf{a} \\ldots \\citep[p. 1]{b}", "**a** … [@b, p. 1]"),
    "a table that is drawn": (
        "pandoc",
        "+---+---+\n| a | b |\n+===+===+\n| c | d |\n| e |   |\n+---+---+\n| f | g |\n+---+---+",
        "| a | b |\n|---|---|\n| c e | d |\n| f | g |",
    ),
    "one with joined cells stays": (
        "pandoc",
        "+-----+-----+\n| a         |\n+-----+-----+\n| c   | d   |\n+-----+-----+",
        None,
    ),
    "a formula with an ampersand": (
        "joss",
        "\\begin{align}\na &= b\n\\end{align}",
        "$$\n\\begin{aligned}\na &= b\n\\end{aligned}\n$$",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_rewritten_and_what_is_not(case: str, tmp_path: Path) -> None:
    shape, before, after = CASES[case]
    assert moved(tmp_path, before, shape=shape) == (before if after is None else after)


def test_an_id_whose_braces_are_left_open_ends_nothing(tmp_path: Path) -> None:
    """By fuzzing: what is counted by its id was looked up by one that is none."""
    assert "No code does better." in moved(
        tmp_path, "::: {#thm-a:i{#c}\nNo code does better.\n:::\n", name="a.qmd", shape="quarto"
    )


def test_german_texts_have_german_words(tmp_path: Path) -> None:
    text = "---\nlang: de\nabstract: Kurz.\n---\n\n@fig-a\n\n![Karte](https://example.org/a.png){#fig-a}\n"
    source = write(tmp_path / "from", {"a.qmd": text})
    main(["import", str(source), str(tmp_path / "to"), "--quiet"])
    made = (tmp_path / "to/sources/a.md").read_text("utf-8")
    assert "[Abbildung 1](#fig-a)" in made
    assert '::: {.note title="Zusammenfassung"}\nKurz.\n:::' in made
