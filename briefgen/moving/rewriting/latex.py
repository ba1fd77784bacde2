"""What LaTeX leaves in Markdown, as papers for JOSS have it: references, labels, environments, commands."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.note import Told
from briefgen.moving.numbered import place_of
from briefgen.moving.rewriting.box import anchor
from briefgen.moving.rewriting.cross_references import link
from briefgen.moving.seen import Seen

_REFERENCE = re.compile(r"\\(?P<command>autoref|ref|eqref|cref|Cref|pageref)\{(?P<name>[^{}\n]+)\}")
_EQUATION = re.compile(
    r"^(?P<indent>[ \t]*)\\begin\{(?P<name>equation|align|gather|multline|eqnarray|displaymath)(?P<star>\*?)"
    r"\}(?P<inside>[\s\S]*?)\\end\{(?P=name)(?P=star)\}",
    re.MULTILINE,
)
_LABELLED = re.compile(
    r"\$\$(?P<inside>(?:[^$]|\$(?!\$))*?\\label\{(?P<name>[^{}\n]+)\}(?:[^$]|\$(?!\$))*?)\$\$"
)
_LABEL = re.compile(r"(?<![ \t])[ \t]*+\\label\{(?P<name>[^{}\n]+)\}[ \t]*")
_CITED = re.compile(
    r"\\(?P<command>cite[tp]?|parencite|textcite|footcite|autocite)\*?(?:\[(?P<place>[^\[\]\n]*)\])?\{(?P<keys>[^{}\n]+)\}"
)
_MARKED = re.compile(
    r"\\(?P<command>emph|textit|textbf|texttt|textsc|underline|textsuperscript|textsubscript|url)\{(?P<words>[^{}\n]*)\}"
)
_MARKS = {
    "emph": "*",
    "textit": "*",
    "textbf": "**",
    "texttt": "`",
    "textsc": "",
    "underline": "*",
    "textsuperscript": "^",
    "textsubscript": "~",
}
_ALONE = re.compile(
    r"^[ \t]*(?P<said>\\(?:newpage|pagebreak|clearpage|cleardoublepage|maketitle|tableofcontents"
    r"|listoffigures|listoftables|noindent|bigskip|medskip|smallskip|appendix|frontmatter|mainmatter"
    r"|backmatter|centering|raggedright|vfill|hfill|linenumbers|singlespacing|onehalfspacing|doublespacing"
    r"|thispagestyle|pagestyle|pagenumbering|markboth|markright|setcounter|addcontentsline|vspace|hspace)"
    r"\*?(?>(?:\{[^{}\n]*\})*))[ \t]*$\n?",
    re.MULTILINE,
)
_SECTION = re.compile(
    r"^[ \t]*\\(?P<name>chapter|section|subsection|subsubsection)\*?\{(?P<words>[^{}\n]*)\}"
    r"(?:[ \t]*\\label\{(?P<label>[^{}\n]+)\})?[ \t]*$",
    re.MULTILINE,
)
_LEVELS = {"chapter": 2, "section": 2, "subsection": 3, "subsubsection": 4}
_APART = re.compile(r"\$\$(?P<inside>(?:[^$]|\$(?!\$))+?)\$\$")
_SPLIT = re.compile(r"(?<=\\begin\{)split(?=\})|(?<=\\end\{)split(?=\})")
"""What is another name of `aligned`."""
_WRITTEN = re.compile(
    r"(?<![\\\w])\\(?P<name>LaTeX|TeX|BibTeX|XeTeX|ldots|dots|textellipsis)(?:\{\}|\\(?= ))?(?![\w{])"
)
_DOTS = frozenset({"ldots", "dots", "textellipsis"})
_SPACE = re.compile(r"(?<=[\w.,;)])\\ (?=[\w@\[(*$])")


def latex(seen: Seen) -> Iterator[Edit]:
    """Each command that is understood; of others nothing is changed, and the check finds them."""
    yield from equations(seen)
    for found in _REFERENCE.finditer(seen.masked, seen.body):
        name = found["name"]
        if name in seen.around.targets:
            bare = found["command"] in ("ref", "eqref", "pageref")
            text = link(seen, seen.around.targets[name], bare=bare)
            yield Edit(
                found.start(),
                found.end(),
                f"({text})" if found["command"] == "eqref" else text,
                "a reference of LaTeX is a link now",
            )
    for found in _CITED.finditer(seen.masked, seen.body):
        keys = [key.strip() for key in found["keys"].split(",")]
        place = f", {found['place']}" if found["place"] else ""
        narrative = found["command"] in ("citet", "textcite") and len(keys) == 1
        text = (
            f"@{keys[0]}{f' [{place[2:]}]' if place else ''}"
            if narrative
            else f"[{'; '.join(f'@{key}' for key in keys)}{place}]"
        )
        yield Edit(found.start(), found.end(), text, "a citation of LaTeX is one of ours now")
    for found in _MARKED.finditer(seen.masked, seen.body):
        words, mark = seen.text[found.start("words") : found.end("words")], _MARKS.get(found["command"], "")
        text = f"<{words}>" if found["command"] == "url" else f"{mark}{words}{mark}"
        yield Edit(found.start(), found.end(), text, f"`\\{found['command']}` is written as Markdown")
    for found in _ALONE.finditer(seen.masked, seen.body):
        said = f"`{seen.text[found.start('said') : found.end('said')]}` is taken out: it is about paper"
        yield Edit(found.start(), found.end(), "", said, Told.LEFT)
    for found in _SECTION.finditer(seen.masked, seen.body):
        words = seen.text[found.start("words") : found.end("words")]
        place = f" {{#{place_of(found['label'])}}}" if found["label"] else ""
        said = f"`\\{found['name']}` is a heading now"
        yield Edit(found.start(), found.end(), f"{'#' * _LEVELS[found['name']]} {words}{place}", said)
    for found in _WRITTEN.finditer(seen.masked, seen.body):
        text = "…" if found["name"] in _DOTS else found["name"]
        yield Edit(found.start(), found.end(), text, f"`\\{found['name']}` is written out")
    for found in _SPACE.finditer(seen.masked, seen.body):
        yield Edit(found.start(), found.end(), "\N{NO-BREAK SPACE}")


def equations(seen: Seen) -> Iterator[Edit]:
    """Equations, between dollars, with their places and numbers."""
    for found in _EQUATION.finditer(seen.masked, seen.body):
        inside = _SPLIT.sub("aligned", seen.text[found.start("inside") : found.end("inside")])
        label, plain = _without_label(inside)
        star = found["name"] in ("align", "gather", "multline", "eqnarray")
        body = (
            f"\\begin{{aligned}}{plain}\\end{{aligned}}"
            if star and ("&" in plain or "\\\\" in plain)
            else plain.strip("\n")
        )
        yield Edit(
            found.start(),
            found.end(),
            _set_apart(seen, label, f"$$\n{body}\n$$"),
            "an equation of LaTeX stands between dollars now",
        )
    for found in _LABELLED.finditer(seen.text, seen.body):
        if "\0" in seen.masked[found.start() : found.start() + 1] and not _in_code(seen, found.start()):
            label, plain = _without_label(_SPLIT.sub("aligned", found["inside"]))
            yield Edit(
                found.start(),
                found.end(),
                _set_apart(seen, label, f"$${plain}$$"),
                "a formula has its number behind it",
            )
    for found in _APART.finditer(seen.text, seen.body):
        if (
            _SPLIT.search(found["inside"])
            and "\0" in seen.masked[found.start()]
            and not _in_code(seen, found.start())
        ):
            for name in _SPLIT.finditer(seen.text, *found.span("inside")):
                yield Edit(*name.span(), "aligned", "`split` is called `aligned` here")


def _in_code(seen: Seen, at: int) -> bool:
    line = seen.file.line_of(at) - 1
    return any(not fence.is_text and fence.first <= line <= fence.last for fence in seen.fences)


def _without_label(inside: str) -> tuple[str, str]:
    found = _LABEL.search(inside)
    return (found["name"], inside[: found.start()] + inside[found.end() :]) if found else ("", inside)


def _set_apart(seen: Seen, label: str, formula: str) -> str:
    if label not in seen.around.targets:
        return formula
    number = re.search(r"\d+\Z", seen.around.targets[label].words)
    return f"{anchor(label)}\n{formula}{f' ({number[0]})' if number else ''}"
