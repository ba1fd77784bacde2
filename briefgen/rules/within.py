"""What stands in a quotation, what it leaves out and what it runs over."""

from briefgen.rules.rule import File, Rule, Severity, body, captured, works

_CHARTER = (
    works(
        "@book{charter1320,\n  title = {Charter of Example Town},\n  date = {1320},\n  langid = {latin},\n}\n"
    ),
    captured(
        "charter1320:\n  file: seeds/charter.txt\n  sha256: {sha256:seeds/charter.txt}\n"
        "  captured: 2025-05-02\n  language: la\n"
    ),
    File("seeds/charter.txt", "Pons vetus super flumen clausus est.\n"),
)

QUOTATION_UNREADABLE = Rule(
    code="BG340",
    name="quotation-unreadable",
    severity=Severity.ERROR,
    summary="a quotation holds what would be shown otherwise than it is looked up",
    means="A quotation holds something that is shown otherwise than as the words that are looked up: struck text, an image, a heading, a box, a narrative citation, or raw HTML that does not just set words. Leave out with `[…]`, and put what is yours outside.",
    why="Readers have to see what was looked up, nothing less and nothing else; a ✓ beside words that are struck out would vouch for them and take them back at once.",
    flagged=(body("The Herald writes that “the ~~old~~ bridge closes on Monday” [@herald2025bridge].\n"),),
    fixed=(body("The Herald writes that “the […] bridge closes on Monday” [@herald2025bridge].\n"),),
)

OMISSION_JOINS = Rule(
    code="BG341",
    name="omission-joins-parts",
    severity=Severity.WARNING,
    summary="an omission joins parts of two sentences",
    means='An omission joins a part of one sentence to a part of another. Quote each by itself, or whole sentences, or say why it is fair: `[“…”]{elision_ok="reason"}`.',
    why="The result reads as one sentence that the work does not have: what is said of one thing seems to be said of the other.",
    flagged=(
        body("“A new bridge would cost at least five million […] for the buses” [@herald2025bridge].\n"),
    ),
    fixed=(
        body(
            "“A new bridge would cost at least five million”, and there is “one lane open for the buses” [@herald2025bridge].\n"
        ),
    ),
)

OMISSION_NOT_JUDGED = Rule(
    code="BG342",
    name="omission-not-judged",
    severity=Severity.WARNING,
    summary="an omission is not judged in the language of its capture",
    means="A quotation leaves something out, and briefgen has no lists of words for the language of the capture: whether what is left out denies or limits what is quoted is not known. See for yourself, and say so.",
    why="An omission can turn a sentence into its contrary. Where the check for that does not run, you have to know, and readers are told in the footnote.",
    flagged=(*_CHARTER, body("The charter says: “Pons vetus […] clausus est” [@charter1320].\n")),
    fixed=(
        *_CHARTER,
        body(
            'The charter says: [“Pons vetus […] clausus est”]{elision_ok="what is left out names the river"} [@charter1320].\n'
        ),
    ),
)

QUOTATION_OVER_BOUNDARY = Rule(
    code="BG343",
    name="quotation-over-boundary",
    severity=Severity.WARNING,
    summary="a quotation set as one paragraph runs over a heading, a cell or a paragraph of its capture",
    means="A quotation that is set as one paragraph runs over the end of a heading, of a cell, or of a paragraph that ends no sentence. Quote each by itself, or put `[…]` between them.",
    why="What stood apart in the work reads as one sentence, which nobody wrote: a heading becomes the subject of the text below it.",
    flagged=(
        body(
            "The Herald writes: “Bridge to Close In Example Town the old bridge closes on Monday” [@herald2025bridge].\n"
        ),
    ),
    fixed=(
        body(
            "Below “Bridge to Close” the Herald writes: “In Example Town the old bridge closes on Monday” [@herald2025bridge].\n"
        ),
    ),
)
