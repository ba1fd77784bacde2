"""The projects that are moved in, and what stands in a text for people, read without a line of briefgen."""

import re
import subprocess
from collections import Counter
from pathlib import Path
from unicodedata import normalize

from tests.pandoc import pandoc_path

PROJECTS = Path(__file__).parent / "projects"
# In this order each third one is of another shape.
NAMES = """
    quarto-article mkdocs-elsewhere joss-mathematics
    myst-article mkdocs-other-theme joss-tables
    obsidian-vault quarto-website pandoc-essay
    pandoc-titleblock myst-single obsidian-daily
    joss-plain quarto-book pandoc-raw
    mkdocs-folder myst-book obsidian-research
    quarto-code mkdocs-plain
""".split()
_WORD = re.compile(r"\w+")
_KEY = re.compile(r"(?<![\w`])-?@\{?[\w:.#$%&+?<>~/-]+")
_FRONT = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_OPTION = re.compile(r"^[ \t]*:[\w-]+:.*\n", re.MULTILINE)


def words_of(text: str) -> Counter[str]:
    """The words of a text and how often each stands there."""
    return Counter(_WORD.findall(normalize("NFKC", text).casefold()))


def places_in(listed: str) -> set[str]:
    """The places that a list names, also where many of one file stand in a line."""
    found = {place for place in re.findall(r"`([^`]+)`", listed) if not place.startswith("@")}
    for path, lines in re.findall(r"^    - (?:`[^`]+` → )?`([^`]+)`, lines (.*)$", listed, re.MULTILINE):
        found |= {f"{path}:{line}" for line in re.findall(r"(?:^|, )(?:\d+ → )?(\d+)", lines)}
    return found


def words_for_people(path: Path) -> Counter[str]:
    """What pandoc prints of a text, without its front matter, its citations, and what pandoc cannot read."""
    text = _FRONT.sub("", path.read_text("utf-8"))
    text = _without_signs(text)
    command = [str(pandoc_path()), "--from", "markdown-smart-citations", "--to", "plain", "--wrap=none"]
    done = subprocess.run(
        command, input=_KEY.sub(" ", text).encode(), capture_output=True, check=True, timeout=60
    )
    return words_of(done.stdout.decode())


def _without_signs(text: str) -> str:
    """A text without what only MyST, Quarto, Obsidian and LaTeX read; the words for people stay."""
    text = re.sub(r"%%.*?%%|<!--.*?-->|^%.*?$|^\+\+\+.*$", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(
        r"^# References$|```\{=\w+\}.*?```|(?<!\$)\$(?![\s$])[^$\n]+\$(?!\d)",
        "",
        text,
        flags=re.DOTALL | re.MULTILINE,
    )
    text = re.sub(r"(?<=[)`\]a-z$ ])\{(?:[#.]|\w+=)[^}]*\}", "", text)
    text = re.sub(r"^(```) ?(?:\{(?:\.\w+|python)[^}]*\}|dataview)", r"\1", text, flags=re.MULTILINE)
    text = re.sub(r"\{\{<.*?>\}\}|\{\{.*?\}\}", "", text)
    text = re.sub(
        r"\$\$.*?\$\$(?: *\{#[^}]*\})?|\\begin\{equation\}.*?\\end\{equation\}", "", text, flags=re.DOTALL
    )
    text = re.sub(
        r"^(`{3,}|:{3,}) *\{(?:bibliography|tableofcontents|math|include).*?^\1",
        "",
        text,
        flags=re.DOTALL | re.MULTILINE,
    )
    text = _OPTION.sub("", text)
    text = re.sub(r"^(?:`{3,}|:{3,}) *\{figure\} *\S+", "\n", text, flags=re.MULTILINE)
    text = re.sub(r"^(?:`{3,}|:{3,}) *\{(?:code-block|code-cell)\} *\w*", "\n", text, flags=re.MULTILINE)
    text = re.sub(r"^(?:`{3,}|:{3,}) *\{[\w:-]+\} *", "\n", text, flags=re.MULTILINE)
    text = re.sub(r"^ *(?:`{3,}|:{3,}) *\w*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\{(?:cite|ref|numref|eq|doc)[\w:]*\}`[^`]*`", "", text)
    text = re.sub(r"\{abbr\}`([^`(]*)\([^`]*`", r"\1", text)
    text = re.sub(r"\{[a-z]+\}`([^`]*)`", r"\1", text)
    text = re.sub(r"^\([\w-]+\)=$|\\(?:autoref|label)\{[^}]*\}", "", text, flags=re.MULTILINE)
    text = re.sub(r"^([> ]*)\[!\w+\][-+]? ?", r"\1", text, flags=re.MULTILINE)
    text = re.sub(r"!?\[\[(?:[^\]|]*\\?\|)?([^\]|#]*)[^\]]*\]\]", r"\1", text)
    return re.sub(r"\^[\w-]+$|\|\d+\]", "]", text, flags=re.MULTILINE)
