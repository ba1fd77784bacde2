"""Citations, and the keys in them."""

from briefgen.rules.rule import File, Rule, Severity, body

UNKNOWN_KEY = Rule(
    code="BG201",
    name="unknown-key",
    severity=Severity.ERROR,
    summary="a citation key is not in the bibliography",
    means="A citation, `of=` on a box, `copies` of a capture or a key of the front matter names a work that is not in `sources/references.bib`. Mostly its key is misspelt; a name with an `@` that is no citation is written with `\\@`.",
    why="Readers could not be told which work a statement rests on, and words quoted from it could not be looked up.",
    flagged=(body("The bridge is closed [@herald2025brigde].\n"),),
    fixed=(body("The bridge is closed [@herald2025bridge].\n"),),
)

NOT_A_CITATION = Rule(
    code="BG202",
    name="not-a-citation",
    severity=Severity.ERROR,
    summary="something looks like a citation and is none",
    means="Something in brackets looks like a citation and is none: its `@` is missing, a part between semicolons names no work, or another bracket follows directly.",
    why="Readers would be shown the brackets as text, and the footnote you meant would not be there.",
    flagged=(body("The bridge is closed [@herald2025bridge][@minutes2025].\n"),),
    fixed=(body("The bridge is closed [@herald2025bridge; @minutes2025].\n"),),
)

CITATION_IN_HEADING = Rule(
    code="BG203",
    name="citation-in-heading",
    severity=Severity.ERROR,
    summary="a citation stands in a heading",
    means="A citation stands in a heading.",
    why="A heading is repeated in the contents of the page and in search results, where the mark of a footnote leads nowhere. Cite in the text below it.",
    flagged=(body("## The bridge is closed [@herald2025bridge]\n\nNobody says for how long.\n"),),
    fixed=(body("## The bridge is closed\n\nNobody says for how long [@herald2025bridge].\n"),),
)

CITATION_IN_LINK = Rule(
    code="BG204",
    name="citation-in-link",
    severity=Severity.ERROR,
    summary="a citation stands in the text of a link",
    means="A citation stands in the text of a link.",
    why="The mark of a footnote is a link, and HTML knows no link within a link: browsers end the outer one where the inner one begins.",
    flagged=(body("The bridge is [closed [@herald2025bridge]](https://herald.example/bridge).\n"),),
    fixed=(body("The bridge is [closed](https://herald.example/bridge) [@herald2025bridge].\n"),),
)

CITATION_IN_CITATION = Rule(
    code="BG205",
    name="citation-in-citation",
    severity=Severity.ERROR,
    summary="a citation stands in the prefix or suffix of another",
    means="A citation stands in the words before or behind another one, inside its brackets. Works that support the same statement are separated by semicolons.",
    why="A footnote prints its works one after another, each with words of its own. Of a work among the words of another nobody could say what it supports.",
    flagged=(body("The bridge is closed [@herald2025bridge, as in @minutes2025].\n"),),
    fixed=(body("The bridge is closed [@herald2025bridge; so also @minutes2025].\n"),),
)

UNKNOWN_TRANSLATION = Rule(
    code="BG206",
    name="unknown-translation",
    severity=Severity.ERROR,
    summary="translation_of names no brief, or one in the same language",
    means="`translation_of` names a brief by its slug. There is no such brief, or it is in the same language, or it is itself a translation of this one.",
    why="A brief and its translations link to each other, and a correction that stands in all of them is counted once; a misspelt slug would part them without a word.",
    flagged=(
        File(
            "sources/bruecke.md",
            "---\ntitle: Die Brücke\ndate: 2025-05-10\nlang: de\nabout: herald2025bridge\ntranslation_of: brigde\n---\n"
            "Der Herald schreibt: „the old bridge closes on Monday“ [@herald2025bridge].\n",
        ),
    ),
    fixed=(
        File(
            "sources/bruecke.md",
            "---\ntitle: Die Brücke\ndate: 2025-05-10\nlang: de\nabout: herald2025bridge\ntranslation_of: bridge\n---\n"
            "Der Herald schreibt: „the old bridge closes on Monday“ [@herald2025bridge].\n",
        ),
    ),
)
