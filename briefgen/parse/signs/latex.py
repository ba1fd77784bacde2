"""Commands, environments and spaces of LaTeX, as JOSS papers and theses have them in their Markdown."""

import re

from briefgen import rules
from briefgen.parse.signs.sign import Sign, always

_LINK = "link to the place: `[words](#…)`"
_LISTED = "delete it: the list of sources is made by itself"
_NOTHING = "delete it: a page has no pages, and its contents are made"
_MARKDOWN = "write Markdown: lists with `-`, tables with `|`, formulas in `$$…$$`"
_FORMULA = "a formula is written `$…$`, or `$$…$$` where it is set apart"
_COMMANDS = {
    **dict.fromkeys("ref eqref autoref cref Cref pageref nameref vref".split(), _LINK),
    **dict.fromkeys(
        "bibliography bibliographystyle printbibliography addbibresource nocite".split(), _LISTED
    ),
    **dict.fromkeys("begin end".split(), _MARKDOWN),
    **dict.fromkeys("frac sqrt mathrm mathbf sum int".split(), _FORMULA),
    **dict.fromkeys("vspace hspace vskip hskip setlength setcounter thispagestyle".split(), "delete it"),
    **dict.fromkeys(
        "input include".split(), "write what it stands for; a text for several briefs is a context box"
    ),
    **dict.fromkeys("SI si num qty unit".split(), "write the number and its unit"),
    **dict.fromkeys("todo fixme marginpar".split(), "take it out, or write `<!-- … -->` in lines of its own"),
    "citet": "write `@key`",
    "textcite": "write `@key`",
    "label": "give a heading the id: `## Words {#id}`",
    "footnote": "write `^[the note]`",
    "emph": "write `*words*`",
    "textit": "write `*words*`",
    "textbf": "write `**words**`",
    "texttt": "write `` `words` ``",
    "textsc": "write the words",
    "underline": "write `*words*`",
    "chapter": "write `# Words`",
    "section": "write `## Words`",
    "subsection": "write `### Words`",
    "paragraph": "write the words as a paragraph, or a heading",
    "url": "write `<https://…>`",
    "href": "write `[words](https://…)`",
    "includegraphics": "write `![what it shows](../images/picture.png)`",
    "caption": "the description of an image is its caption: `![caption](../images/picture.png)`",
    "textsuperscript": "write `^words^`",
    "textsubscript": "write `~words~`",
}
_ENVIRONMENTS = {
    **dict.fromkeys("figure wrapfigure".split(), "write `![caption](../images/picture.png)`"),
    **dict.fromkeys("table tabular longtable tabularx".split(), "write a table with `|`"),
    **dict.fromkeys(
        "equation align gather eqnarray multline math displaymath".split(), "write it between `$$` and `$$`"
    ),
    **dict.fromkeys(
        "verbatim lstlisting minted".split(), "write a block of code between lines of ```` ``` ````"
    ),
    **dict.fromkeys("quote quotation displayquote".split(), "write `> words`, and its citation"),
    "itemize": "write a list with `-`",
    "enumerate": "write a list with `1.`",
    "description": "write `Term`, and below it `: its meaning`",
    "abstract": "write `description` in the front matter, or a box `::: keypoints`",
}
_LETTERS = """alpha beta gamma delta epsilon zeta eta theta lambda mu nu xi pi rho sigma tau phi chi psi omega
    Gamma Delta Theta Lambda Sigma Phi Psi Omega times cdot pm approx leq geq neq infty rightarrow""".split()
_DOTS = frozenset("ldots dots textellipsis".split())
_WORDS = frozenset("LaTeX TeX BibTeX LaTeXe XeTeX".split())
_ALONE = """newpage pagebreak clearpage cleardoublepage noindent maketitle tableofcontents listoffigures
    listoftables bigskip medskip smallskip centering appendix hfill vfill hline linebreak""".split()
_NAMES = "|".join([r"\w*cite\w*", *sorted(_COMMANDS, key=len, reverse=True)])
_OPTIONS = r"\*?(?:\[[^\]\n]{0,200}\]){0,2}"


def _command(found: re.Match[str]) -> tuple[str, str]:
    name = found["name"]
    key = "; @".join(one.strip() for one in (found["inside"] or "key").split(","))
    way = f"write `[@{key}]`"
    if name.lower().startswith("footcite"):
        way += ": citations are footnotes"
    return f"`\\{name}` is a command of LaTeX", _COMMANDS.get(name, way)


def _unknown(found: re.Match[str]) -> tuple[str, str]:
    way = "write it in Markdown, in a formula between `$` and `$`, or as code between backticks"
    return f"`\\{found['name']}` is a command of LaTeX", way


def _alone(found: re.Match[str]) -> tuple[str, str]:
    name = found["name"]
    ways = {
        **dict.fromkeys(_WORDS, f"write `{name}`"),
        **dict.fromkeys(_DOTS, "write `…`"),
        **dict.fromkeys(_LETTERS, f"write it in a formula, `$\\{name}$`, or the letter itself"),
        "item": "write a list with `-`",
    }
    return f"`\\{name}` is a command of LaTeX", ways.get(name, _NOTHING)


def _environment(found: re.Match[str]) -> tuple[str, str]:
    name = found["name"]
    return f"`\\begin{{{name}}}` begins an environment of LaTeX", _ENVIRONMENTS.get(
        name.rstrip("*"), _MARKDOWN
    )


SIGNS = (
    Sign(
        rules.FOREIGN_COMMAND,
        ("\\begin",),
        re.compile(r"\\begin\{(?P<name>[a-zA-Z]{1,30}\*?)\}[\s\S]{0,3000}?\\end\{(?P=name)\}"),
        _environment,
    ),
    Sign(
        rules.FOREIGN_COMMAND,
        ("\\",),
        re.compile(
            rf"(?<![:\\/])\\(?P<name>{_NAMES}){_OPTIONS}"
            r"\{(?=(?P<inside>(?:[^{}\n]|\{[^{}\n]{0,200}\}){0,300})\})"
        ),
        _command,
    ),
    Sign(
        rules.FOREIGN_COMMAND,
        ("\\",),
        re.compile(
            rf"(?<![\w:\\/])\\(?P<name>[a-zA-Z]{{2,30}}){_OPTIONS}\{{[^{{}}\n]{{0,300}}\}}(?:\{{[^{{}}\n]{{0,300}}\}})*"
        ),
        _unknown,
    ),
    Sign(
        rules.FOREIGN_COMMAND,
        ("\\",),
        re.compile(
            rf"(?<![\w:\\/])\\(?P<name>{'|'.join([*_ALONE, *_WORDS, *_DOTS, *_LETTERS, 'item'])})(?![\w{{])"
        ),
        _alone,
    ),
    Sign(
        rules.FOREIGN_COMMAND,
        ("\\",),
        re.compile(
            r"(?<!\\)\\[(\[](?:(?!\\[)\]])[^\n]){0,300}?(?:\\[a-zA-Z]|(?<!\\)[_^=])"
            r"(?:(?!\\[)\]])[^\n]){0,300}\\[)\]]"
        ),
        always("this is a formula as LaTeX writes it", "write `$…$`, or `$$…$$` for one that is set apart"),
    ),
    Sign(
        rules.FOREIGN_COMMAND,
        ("\\",),
        re.compile(r"(?<=[\w.,;)])\\ (?=[\w@\[(*$])"),
        always(
            "`\\ ` is a space of LaTeX and Pandoc, and the backslash would be shown",
            "write a no-break space (U+00A0), or a plain one",
        ),
    ),
    Sign(
        rules.FOREIGN_COMMAND,
        ("~",),
        re.compile(
            r"(?<![~\w])(?:Figs?|Figures?|Tables?|Tab|Sections?|Sec|Chapters?|Ch|Eqs?|Equations?|pp?|Nos?|Nr|Abb|Kap|S)"
            r"\.?~(?!~)(?=[\d\[@\\A-Z{])|(?<=[\w.,])~(?!~)(?=\[-?@|@[\w{]|\\[a-zA-Z])"
        ),
        always(
            "`~` is a space of LaTeX, and would be shown", "write a no-break space (U+00A0), or a plain one"
        ),
    ),
)
