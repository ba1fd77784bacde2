"""A site of thirty pages as mkdocs-bibtex has them, and what that shows of its references.

`bibtex_references.json` was written once by mkdocs-bibtex 4.4.0 on MkDocs 1.6.1, for `site_files()`: of each
page its notes, in their order, each with its key and its text; but for pages whose only citations stand in
code, where it reads them as well.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

SETTINGS = """\
site_name: Bridges of Example Town
theme: {name: readthedocs, highlightjs: false}
plugins:
  - search
  - bibtex:
      bib_file: refs.bib
markdown_extensions: [admonition, footnotes, tables, toc]
hooks: [shout.py]
nav:
  - Home: index.md
  - History: [__HISTORY__]
  - Methods: [__METHODS__]
  - Notes: [__NOTES__]
"""
HOOK = 'def on_page_content(html, **_):\n    return html.replace("[[town]]", "<b>Example Town</b>")\n'

WORKS = {
    "sand2001": ("article", "Sand, Ida", "Piles and piers", "journal = {River Studies}, volume = 4", "2001"),
    "mueller2004": ("book", 'M{\\"u}ller, Karl', "Timber and iron", "publisher = {Example Press}", "2004"),
    "okafor2010": (
        "inproceedings",
        "Okafor, Ada",
        "A load on the old bridge",
        "booktitle = {Proceedings of Spans}",
        "2010",
    ),
    "lund2012": (
        "phdthesis",
        "Lund, Erik",
        "Floods in figures",
        "school = {University of Example Town}",
        "2012",
    ),
    "reyes2015": (
        "techreport",
        "Reyes, Ana",
        "Condition of seven bridges",
        "institution = {Town Council}",
        "2015",
    ),
    "chen2018": (
        "article",
        "Chen, Wei and Roth, Eva",
        "Ferries before bridges",
        "journal = {River Studies}, volume = 9",
        "2018",
    ),
    "haas2020": ("book", "Haas, Ruth", "The engineer's daughter", "publisher = {Example Press}", "2020"),
    "ito2022": ("article", "Ito, Ken", "Rust, year by year", "journal = {Surfaces}, volume = 2", "2022"),
}
"""Of each work its type, authors, title, what else its entry says, and its year."""

_KEYS = tuple(WORKS)
_FOLDERS = {"history": 10, "methods": 10, "notes": 9}


def site_files() -> Mapping[str, str]:
    """The files of the site, by their paths."""
    paths = {folder: [f"{folder}/page-{n}.md" for n in range(count)] for folder, count in _FOLDERS.items()}
    settings = SETTINGS
    for folder, own in paths.items():
        settings = settings.replace(f"__{folder.upper()}__", ", ".join(own))
    pages = [path for own in paths.values() for path in own]
    texts = {f"docs/{path}": _page(number, path) for number, path in enumerate(pages)}
    home = "# Bridges\n\nWrite to me@example.org or @bridges of [[town]].\n\n- [One](history/page-0.md)\n"
    return {
        "mkdocs.yml": settings,
        "shout.py": HOOK,
        "refs.bib": "\n".join(_entries()),
        "docs/index.md": home,
        **texts,
    }


def _entries() -> Iterator[str]:
    for key, (kind, authors, title, more, year) in WORKS.items():
        said = f"author = {{{authors}}},\n  title = {{{title}}},\n  {more},\n  year = {year}"
        yield f"@{kind}{{{key},\n  {said},\n}}\n"


def _page(number: int, path: str) -> str:
    """One page; each third cites nothing, and shows what could be taken for a citation."""
    first, second, third = (_KEYS[(number * step + step) % len(_KEYS)] for step in (1, 3, 5))
    head = f"# Page {number} of {path.partition('/')[0]}\n\nBridges of [[town]] carry {number + 3} roads.\n\n"
    if number % 3 == 2:
        return head + (
            "Thanks to [@octocat] and @lund2012 for help.\n\n[@octocat]: https://example.org/octocat\n\n"
            "```\ncite with [@sand2001]\n```\n\n!!! note\n\n        [@sand2001] as code\n\n"
            "<div>[@sand2001]</div>\n"
        ).replace("@lund2012", f"@reader{number}")
    parts = [f"The piers are older than the town [@{first}].", f"They were mended [@{second}; @{third}]."]
    if number % 2:
        parts.append(
            f'!!! note "On iron"\n\n    Iron came later [@{third}], as in\n'
            f"    other towns [@{first}, p. {number}]."
        )
    else:
        parts.append(f"| what | where |\n| --- | --- |\n| piers | [@{second}] |\n| decks | none |")
    if number % 4 == 0:
        parts.append("- a list\n\n    with a paragraph[^own]\n\n[^own]: A note of the author's.")
    if number % 5 == 0:
        parts.append("## References\n\n\\bibliography")
    return head + "\n\n".join(parts) + "\n"


def references() -> Mapping[str, list[tuple[str, str]]]:
    """What mkdocs-bibtex shows: of each page that cites its notes, by key and text."""
    said = json.loads((Path(__file__).parent / "bibtex_references.json").read_text("utf-8"))
    return {page: [(key, text) for key, text in notes] for page, notes in said.items()}
