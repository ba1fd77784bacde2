"""What the theme, Python-Markdown and briefgen themselves write into pages: scripts, styles, hosts.

It is read from the templates that are installed, so that it is right for every version. Where a template
puts something in, only what occurs in addresses is known for it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.disk.packaged import packaged_below, templates_of
from briefgen.model.layout import site as at

_SCRIPT = re.compile(r"<script(?: id=[^>]*)?>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_PUT_IN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OF_AN_ADDRESS = r"[\w./:%~+@ -]*"
_THEMES = ("material", "zensical")
_SERVICES = "integrations/"
"""Templates of services that others run: whoever wants one says so."""
_ALIGNED = re.compile(r"text-align: (?:left|center|right);")
_FONTS = ("style-src", "https://fonts.googleapis.com")
"""Material's own fonts, unless a site does without."""
_OURS = frozenset({at.SCRIPT, at.OFFLINE_SEARCH})


@dataclass(frozen=True, slots=True)
class Known:
    """Scripts and styles in pages as patterns, and the files of scripts that the settings name."""

    scripts: tuple[re.Pattern[str], ...]
    styles: tuple[re.Pattern[str], ...]
    files: frozenset[str] = frozenset()

    def script(self, inside: str) -> bool:
        """Whether a script that stands in a page is one of the theme's."""
        return any(pattern.fullmatch(inside) for pattern in self.scripts)

    def style(self, inside: str) -> bool:
        """Whether a style sheet that stands in a page is one of the theme's."""
        return any(pattern.fullmatch(inside) for pattern in self.styles)

    def attribute(self, style: str) -> bool:
        """Whether the style of an element is one that Python-Markdown writes: a cell of a table."""
        return bool(_ALIGNED.fullmatch(style))

    def source(self, directive: str, source: str) -> bool:
        """Whether a directive allows a source on another host because the theme loads from there."""
        return (directive, source) == _FONTS

    def file(self, path: str) -> bool:
        """Whether a file of the site is a script of the theme's, or one that the settings name."""
        return path in _OURS | self.files or path.startswith(at.THEMES_SCRIPTS)


def known_of(files: Iterable[str]) -> Known:
    """What is known, with the files of scripts that the settings name. Raises OSError."""
    texts = [text for theme in _THEMES for path, text in templates_of(theme).items() if _SERVICES not in path]
    ours = packaged_below("theme").items()
    texts += [data.decode("utf-8") for path, data in ours if path.endswith(".html")]
    whole = "\n".join(texts)
    return Known(_patterns(_SCRIPT, whole), _patterns(_STYLE, whole), frozenset(files))


def _patterns(element: re.Pattern[str], text: str) -> tuple[re.Pattern[str], ...]:
    bodies = dict.fromkeys(found[1] for found in element.finditer(text))
    return tuple(
        re.compile(_OF_AN_ADDRESS.join(re.escape(part) for part in _PUT_IN.split(body))) for body in bodies
    )
