"""Python-Markdown, set up as the site's mkdocs.yml must set it up."""

from functools import cache

from markdown import Markdown

EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.superfences",
)


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS))


def site_html(text: str) -> str:
    """What the site's builder makes of a text in its dialect."""
    return _markdown().reset().convert(text)
