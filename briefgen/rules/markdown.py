"""The files of briefs and context boxes, and the Markdown in them."""

from briefgen.rules.rule import File, Rule, Severity, body

SLUG_TAKEN = Rule(
    code="BG150",
    name="slug-taken",
    severity=Severity.ERROR,
    summary="two files give the same address",
    means="Two briefs have the same slug, the file name in lower case with hyphens for spaces; or one of `aliases` is the slug of another brief, or an alias of one. Folders are no part of it.",
    why="A slug is the address of a page, and two pages cannot have one address.",
    flagged=(
        File("sources/2025/Bridge.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),
    ),
    fixed=(File("sources/2025/Ferry.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),),
)

SLUG_EMPTY = Rule(
    code="BG151",
    name="slug-empty",
    severity=Severity.ERROR,
    summary="a file name leaves nothing for an address",
    means="A file name without a letter or a digit leaves nothing of which an address could be made.",
    why="Without an address the brief would have no page.",
    flagged=(File("sources/….md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),),
    fixed=(File("sources/ferry.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),),
)

HTML_REFUSED = Rule(
    code="BG152",
    name="html-refused",
    severity=Severity.ERROR,
    summary="raw HTML that is not on the list of harmless tags",
    means="Raw HTML may hold only tags and attributes that cannot run anything or change how a page looks, and addresses that lead to a page, a file or a mailbox. They are read as browsers read them.",
    why="A style can hide words or show others, and beside a ✓ there must be nothing that was not looked up.",
    flagged=(body('The bridge is <span style="color: red">closed</span> [@herald2025bridge].\n'),),
    fixed=(body("The bridge is *closed* [@herald2025bridge].\n"),),
)

FOOTNOTE_UNDEFINED = Rule(
    code="BG153",
    name="footnote-undefined",
    severity=Severity.ERROR,
    summary="a footnote mark has no footnote",
    means="A mark such as `[^age]` has no footnote, a paragraph that begins with `[^age]:`.",
    why="Readers would be shown the mark in its brackets, and what you meant to say would be missing.",
    flagged=(body("The bridge is old.[^age]\n"),),
    fixed=(body("The bridge is old.[^age]\n\n[^age]: Nobody knows how old.\n"),),
)

FOOTNOTE_UNUSED = Rule(
    code="BG154",
    name="footnote-unused",
    severity=Severity.ERROR,
    summary="no mark in the text leads to a footnote",
    means="A footnote is there, and no mark in the text leads to it. Mostly the label of one of the two is misspelt.",
    why="A footnote without a mark is on no page: what it says, and the sources it cites, would be lost.",
    flagged=(body("The bridge is old.\n\n[^age]: Nobody knows how old.\n"),),
    fixed=(body("The bridge is old.[^age]\n\n[^age]: Nobody knows how old.\n"),),
)

FOOTNOTE_TWICE = Rule(
    code="BG155",
    name="footnote-twice",
    severity=Severity.ERROR,
    summary="two footnotes have the same label",
    means="Two footnotes have the same label.",
    why="A mark can lead only to one of them, and the other one would be lost.",
    flagged=(
        body("The bridge is old.[^age]\n\n[^age]: Nobody knows how old.\n\n[^age]: Older than the town.\n"),
    ),
    fixed=(
        body(
            "The bridge is old.[^age] It is long.[^length]\n\n[^age]: Nobody knows how old.\n\n"
            "[^length]: Longer than any other.\n"
        ),
    ),
)

NESTED_TOO_DEEP = Rule(
    code="BG156",
    name="nested-too-deep",
    severity=Severity.ERROR,
    summary="something stands in too much else",
    means="Quotes and boxes may stand 40 deep in one another, lists 20 deep, emphasis and links 50 deep, elements of raw HTML 100 deep, citations in citations and cited words in quotation marks 10 deep.",
    why="Nobody could follow it, and the programs that make pages of it give up. What stands deeper was not read, and no quotation in it was looked up.",
    flagged=(body("*a " * 51 + "b" + "*" * 51 + "\n"),),
    fixed=(body("*The bridge is old.*\n"),),
)

ADDRESS_REFUSED = Rule(
    code="BG157",
    name="address-refused",
    severity=Severity.ERROR,
    summary="a link or an image leads to an address that runs code",
    means="A link or an image leads to an address such as `javascript:…` or `data:…`, as browsers read it: without space at its ends, tabs and line ends.",
    why="Such an address runs code, or shows what stands nowhere else, in the name of your site.",
    flagged=(body("See [the bridge](javascript:alert(1)) [@herald2025bridge].\n"),),
    fixed=(body("See [the bridge](https://herald.example/bridge) [@herald2025bridge].\n"),),
)

CONTEXT_MISPLACED = Rule(
    code="BG158",
    name="context-misplaced",
    severity=Severity.ERROR,
    summary="a file of sources/context/ is not named name.language.md",
    means="A file of `sources/context/` holds a box for several briefs, in one language. Its name says which: `rivers.en.md`.",
    why="A brief includes the box in its own language, and could not find one that does not say its own.",
    flagged=(
        File(
            "sources/context/river.md", "---\ntitle: The river\nas_of: 2025-05-01\n---\nThe river is wide.\n"
        ),
    ),
    fixed=(
        File(
            "sources/context/river.en.md",
            "---\ntitle: The river\nas_of: 2025-05-01\n---\nThe river is wide.\n",
        ),
    ),
)
