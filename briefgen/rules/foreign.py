"""What other programs read, and what is written instead of it here."""

from briefgen.rules.rule import Rule, Severity, body, front

_WHY = "Readers would be shown the signs themselves, and what they were to do would not be done."

FOREIGN_COMMENT = Rule(
    code="BG600",
    name="foreign-comment",
    severity=Severity.ERROR,
    summary="a private comment of Obsidian would be published",
    means="Words stand between `%%` and `%%`: Obsidian hides them. Here they would be on the page. Take them out, or write `<!-- … -->`, which is not published.",
    why="Such words are not meant for readers.",
    flagged=(body("The bridge is closed [@herald2025bridge]. %%ask the lawyer%%\n"),),
    fixed=(body("The bridge is closed [@herald2025bridge].\n"),),
)

FOREIGN_LINK = Rule(
    code="BG601",
    name="foreign-link",
    severity=Severity.ERROR,
    summary="a link or an embedded file as Obsidian and wikis write it",
    means="`[[page]]` and `![[file]]` are links of Obsidian and of wikis. Write `[words](page.md)`, and a picture as `![what it shows](../images/picture.png)`.",
    why=_WHY,
    flagged=(body("See [[The ferry]].\n"),),
    fixed=(body("See the ferry.\n"),),
)

FOREIGN_COMMAND = Rule(
    code="BG602",
    name="foreign-command",
    severity=Severity.ERROR,
    summary="a command of LaTeX outside of a formula",
    means="A command of LaTeX such as `\\cite{key}`, `\\emph{words}` or `\\newpage` stands in the text. Write Markdown: `[@key]`, `*words*`; pages break by themselves. Formulas stand between `$` and `$`.",
    why=_WHY,
    flagged=(body("The bridge is closed \\cite{herald2025bridge}.\n"),),
    fixed=(body("The bridge is closed [@herald2025bridge].\n"),),
)

FOREIGN_ROLE = Rule(
    code="BG603",
    name="foreign-role",
    severity=Severity.ERROR,
    summary="a role of MyST or reStructuredText",
    means="``{role}`words` `` and ``:role:`words` `` are roles of MyST and of reStructuredText. Citations are written `[@key]`, links `[words](page.md)`, formulas `$a_1$`.",
    why=_WHY,
    flagged=(body("The bridge is closed {cite}`herald2025bridge`.\n"),),
    fixed=(body("The bridge is closed [@herald2025bridge].\n"),),
)

FOREIGN_BOX = Rule(
    code="BG604",
    name="foreign-box",
    severity=Severity.ERROR,
    summary="a box as another program writes it",
    means='`> [!note]` (Obsidian, GitHub), `!!! note` and `=== "Tab"` (Material for MkDocs), `:::{note}` (MyST) and `.. note::` (reStructuredText) are boxes of other programs. Write `::: note`, the text, and `:::`.',
    why=f"{_WHY} A block quote that quotes nobody would be asked for its source.",
    flagged=(body("> [!note]\n> There is no ferry.\n"),),
    fixed=(body("::: note\nThere is no ferry.\n:::\n"),),
)

FOREIGN_FENCE = Rule(
    code="BG605",
    name="foreign-fence",
    severity=Severity.ERROR,
    summary="a directive, a cell that would run, or raw output, as a block of code",
    means="The first line of a block of code names in braces what another program would do with it: ```` ```{note} ```` (MyST), ```` ```{python} ```` (Quarto, Jupyter), ```` ```{=html} ```` (Pandoc). Here it would be shown as code. For code, write the language alone: ```` ```python ````.",
    why="What was meant as text, as a picture or as a result would be published as the code of a program.",
    flagged=(body("```{note}\nThere is no ferry.\n```\n"),),
    fixed=(body("::: note\nThere is no ferry.\n:::\n"),),
)

DIAGRAM_AS_CODE = Rule(
    code="BG606",
    name="diagram-as-code",
    severity=Severity.WARNING,
    summary="a diagram that nothing draws",
    means="A block of code is a diagram of Mermaid, PlantUML or Graphviz. It is shown as its code. Draw it, and put the picture into `docs/`.",
    why="Readers would see a program, and no drawing; and scripts that draw it in the browser are no part of a checked page.",
    flagged=(body("```mermaid\ngraph LR\nA-->B\n```\n"),),
    fixed=(body("The town lies on both banks.\n"),),
)

FOREIGN_TEMPLATE = Rule(
    code="BG607",
    name="foreign-template",
    severity=Severity.ERROR,
    summary="a shortcode or a variable of a template",
    means="`{{< include part.qmd >}}`, `{{ site.title }}` and `{% include %}` are shortcodes and variables of Quarto, Hugo, Jekyll and Manubot. Write what they stand for. A text for several briefs is a context box.",
    why=_WHY,
    flagged=(body("{{< include part.qmd >}}\n"),),
    fixed=(body("There is no ferry.\n"),),
)

FOREIGN_ATTRIBUTES = Rule(
    code="BG608",
    name="foreign-attributes",
    severity=Severity.ERROR,
    summary="attributes where they mean nothing",
    means="Attributes in braces, such as `{width=50%}`, `{#fig-map}` or `{target=_blank}`, stand behind an image, a link, code, a formula or a table. They mean something on headings (`## Words {#id}`), boxes and bracketed words only.",
    why=_WHY,
    flagged=(body("See [the Herald](https://herald.example/){target=_blank}.\n"),),
    fixed=(body("See [the Herald](https://herald.example/).\n"),),
)

FOREIGN_CAPTION = Rule(
    code="BG609",
    name="foreign-caption",
    severity=Severity.ERROR,
    summary="the caption of a table, as Pandoc writes it",
    means="A line beside a table begins with `:` or `Table:`, as captions do in Pandoc. Write the caption as a paragraph of its own, `*The caption.*`, instead.",
    why="The sign would stand before the caption, and an id behind it lead nowhere.",
    flagged=(body("| a | b |\n|---|---|\n| 1 | 2 |\n\n: The two halves {#tbl-a}\n"),),
    fixed=(body("| a | b |\n|---|---|\n| 1 | 2 |\n\n*The two halves.*\n"),),
)

FOREIGN_REFERENCE = Rule(
    code="BG610",
    name="foreign-reference",
    severity=Severity.ERROR,
    summary="a cross-reference, or a citation by an identifier, and no work of this key",
    means="`@fig-map`, `@sec:method` and their like are cross-references of Quarto and pandoc-crossref; `@doi:10.1000/1` is a citation of Manubot. Link to the place: `[the method](#method)`; and put the work into the bibliography under a key of your own.",
    why="It reads as a citation of a work that nobody knows.",
    flagged=(body("The bridge is long, see @fig-bridge.\n"),),
    fixed=(body("The bridge is long.\n"),),
)

FOREIGN_PLACE = Rule(
    code="BG611",
    name="foreign-place",
    severity=Severity.ERROR,
    summary="a place where another program would put something",
    means="`::: {#refs}`, `[TOC]`, `^block-id`, `(name)=`, `field:: words` and a second block between `---` say where other programs put the list of references, a table of contents, or the target of a link. Delete it: the list of sources and the contents are made by themselves; for a target, give a heading or a box an id.",
    why=_WHY,
    flagged=(body("The bridge is closed [@herald2025bridge].\n\n::: {#refs}\n:::\n"),),
    fixed=(body("The bridge is closed [@herald2025bridge].\n"),),
)

FOREIGN_FRONT_MATTER = Rule(
    code="BG612",
    name="foreign-front-matter",
    severity=Severity.ERROR,
    summary="the front matter is that of another program",
    means="The front matter has keys of JOSS, Quarto, Hugo, Jekyll or Obsidian. The finding lists all that is to be changed in it.",
    why="What they ask for would not be done, and nobody would know.",
    flagged=(
        front(
            "title: The bridge\ndate: 2025-05-10\nauthors:\n  - name: The second desk\n    affiliation: 1\naffiliations:\n  - name: The Example Desk\n    index: 1\nbibliography: paper.bib\n"
        ),
    ),
    fixed=(front("title: The bridge\ndate: 2025-05-10\nauthors: [The second desk]\n"),),
)

CELLS_LOST = Rule(
    code="BG613",
    name="cells-lost",
    severity=Severity.WARNING,
    summary="a row of a table has more cells than its head",
    means="A row has more cells than the head of the table; what is too much is on no page. A `|` that parts no cells is written `\\|`, in code, too.",
    why="Words would vanish without a trace.",
    flagged=(body("| a | b |\n|---|---|\n| 1 | 2 | these words are lost |\n"),),
    fixed=(body("| a | b | c |\n|---|---|---|\n| 1 | 2 | these words stay |\n"),),
)

ADDRESS_WITH_SPACE = Rule(
    code="BG614",
    name="address-with-space",
    severity=Severity.ERROR,
    summary="the address of a link or an image has a space in it, so that it is none",
    means="An address ends at its first space. Write it in angle brackets, `![…](<../images/my bridge.png>)`, or `%20` for the space.",
    why="The whole would be shown as text, with its brackets and its address.",
    flagged=(body("See [the report](../reports/my report.pdf).\n"),),
    fixed=(body("See the report.\n"),),
)

FOREIGN_TABLE = Rule(
    code="BG615",
    name="foreign-table",
    severity=Severity.ERROR,
    summary="a table as Pandoc draws it, or one whose lines do not fit together",
    means="A table is drawn with dashes or with `+---+`, as Pandoc reads it; or the line below its head has more or fewer parts than the head; or a line without `|` stands directly below its rows; or short rows below a wide head would have thousands of cells that nobody wrote. Write `| a | b |`, below it `|---|---|`, and an empty line behind the last row.",
    why="What was meant as a table would be shown as running text, or what is no row as one.",
    flagged=(body("| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n"),),
    fixed=(body("| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"),),
)

TITLE_TWICE = Rule(
    code="BG619",
    name="title-twice",
    severity=Severity.WARNING,
    summary="a text begins with a second title",
    means="The first thing of a brief is a heading of the first level. The title of the page is that of the front matter; headings of the text begin with `##`.",
    why="Readers, and programs that read pages aloud, would meet two titles.",
    flagged=(body("# The bridge of Example Town\n\nIt is closed [@herald2025bridge].\n"),),
    fixed=(body("It is closed [@herald2025bridge].\n"),),
)
