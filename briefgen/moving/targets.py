"""What links of a text can lead to by name: found in each text before any is rewritten."""

import re
from collections.abc import Iterator

from briefgen.moving.masked import HIDDEN
from briefgen.moving.numbered import is_heading, kind_of, place_of, word_for
from briefgen.moving.seen import Seen, Target
from briefgen.moving.shape import Shape

HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]++(?P<words>(?:[^\n]*[^ \t#\n])?)[ \t#]*$", re.MULTILINE)
ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{(?P<inside>[^{}\n]*+)\}[ \t]*$")
TARGET = re.compile(r"^\((?P<name>[^\s()][^()\n]*)\)=[ \t]*$", re.MULTILINE)
BLOCK_ID = re.compile(r"(?:^|(?<=[ \t]))\^(?P<name>[A-Za-z0-9-]+)[ \t]*$", re.MULTILINE)
_ID = re.compile(r"\{(?=[^{}\n]*+\})[^{}\n]*?#(?P<name>[^\s{}#]++)")
_NEAR = 2_000
_FORMULA = re.compile(r"\\begin\{(?:equation|align|gather|multline|eqnarray|displaymath)\*?\}")
_LABEL = re.compile(r"\\label\{(?P<name>[^{}\n]+)\}")
_OPTION = re.compile(r"^[ \t]*(?::(?:name|label):|#\|[ \t]*label:)[ \t]*(?P<name>\S+)[ \t]*$", re.MULTILINE)
_NUMBERED_DIRECTIVES = {
    "figure": "fig",
    "image": "fig",
    "table": "tbl",
    "list-table": "tbl",
    "csv-table": "tbl",
    "math": "eq",
}
_DIRECTIVE = re.compile(r"[ \t>]*(?:`{3,}|:{3,})\{(?P<name>[\w:-]+)\}")


def find_targets(seen: Seen, title: str = "") -> dict[str, Target]:
    """The places of a text by their names; `title` is the line of the heading that is its title."""
    counts: dict[str, int] = {}
    targets: dict[str, Target] = {}
    if heading := HEADING.match(title):
        words, name = split_heading(heading["words"])
        targets |= {
            one: Target(seen.slug, place_of(name) if name else "", words)
            for one in (name, auto_id(words))
            if one
        }
    for name, kind, words in sorted_names(seen):
        if kind and not is_heading(kind):
            word = word_for(kind, seen.around.language)
            counts[word] = counts.get(word, 0) + 1
            words = f"{word} {counts[word]}"
        targets.setdefault(name, Target(seen.slug, place_of(name), words))
    return targets


def sorted_names(seen: Seen) -> Iterator[tuple[str, str, str]]:
    """Names with their kind and the words of their heading, in the order in which they stand."""
    found: list[tuple[int, str, str, str]] = []
    text = seen.text
    for heading in HEADING.finditer(seen.masked, seen.body):
        plain, name = split_heading(text[heading.start("words") : heading.end("words")])
        if name:
            found.append((heading.start(), name, "sec", plain))
        if seen.around.shape in (Shape.QUARTO, Shape.PANDOC, Shape.MYST):
            found.append((heading.start() + 1, auto_id(plain), "sec", plain))
    for one in _ID.finditer(text, seen.body):
        found.append((one.start(), one["name"], kind_of(one["name"]), one["name"]))
    if seen.around.shape is Shape.MYST:
        found += _of_myst(seen)
    for one in _LABEL.finditer(text, seen.body):
        kind = kind_of(one["name"]) or _kind_around(seen, one.start())
        found.append((one.start(), one["name"], kind, one["name"]))
    for one in _OPTION.finditer(text, seen.body):
        kind = kind_of(one["name"]) or (
            _directive_kind(seen, one.start()) if seen.around.shape is Shape.MYST else ""
        )
        found.append((one.start(), one["name"], kind, one["name"]))
    for _, name, kind, words in sorted(found, key=lambda one: one[0]):
        yield name, kind, words


def _kind_around(seen: Seen, at: int) -> str:
    """What a label of LaTeX stands in, if its name does not say it: a formula, a picture."""
    near = seen.text[max(at - _NEAR, seen.body) : at]
    begun = near.rfind("\\begin{")
    if seen.masked[at] == HIDDEN or (
        begun >= 0 and _FORMULA.match(near, begun) and "\\end{" not in near[begun:]
    ):
        return "eq"
    shown = near.rfind("![")
    return "fig" if shown >= 0 and "](" not in near[shown:] and "\n\n" not in near[shown:] else ""


def _of_myst(seen: Seen) -> Iterator[tuple[int, str, str, str]]:
    for one in TARGET.finditer(seen.masked, seen.body):
        behind = seen.text[one.end() :].lstrip()
        heading = re.match(r"#{1,6}[ \t]+([^\n]*)", behind)
        kind = "sec" if heading else _kind_behind(behind)
        yield one.start(), one["name"], kind, plain_words(heading[1]) if heading else one["name"]


def _kind_behind(text: str) -> str:
    directive = _DIRECTIVE.match(text)
    return _NUMBERED_DIRECTIVES.get(directive["name"], "") if directive else ""


def _directive_kind(seen: Seen, at: int) -> str:
    """What the directive around an option is."""
    line = seen.file.line_of(at) - 1
    around = [fence for fence in seen.fences if fence.first < line <= fence.last]
    if not around:
        return ""
    first = seen.text[slice(*seen.line(around[-1].first))]
    return _kind_behind(first)


def split_heading(words: str) -> tuple[str, str]:
    """The plain words of a heading, and the id that it has in braces."""
    tail = ATTRIBUTES.search(words)
    found = re.search(r"#([^\s{}#]+)", tail["inside"]) if tail else None
    return plain_words(words[: tail.start()] if tail else words), found[1] if found else ""


def auto_id(words: str) -> str:
    """The id that Pandoc makes of the words of a heading."""
    kept = re.sub(r"[^\w\s.-]", "", words.lower())
    return re.sub(r"^[^a-zà-öø-ÿ]+", "", re.sub(r"\s+", "-", kept.strip())) or "section"


def plain_words(text: str) -> str:
    """The words of a line without their marks."""
    text = re.sub(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])", r"\1", text)
    return re.sub(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}", "", text).strip()
