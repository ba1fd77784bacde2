"""What one box says of another: inclusion, marks and ids."""

from briefgen.rules.rule import File, Rule, Severity, body

_RIVER = File(
    "sources/context/river.en.md", "---\ntitle: The river\nas_of: 2025-05-01\n---\nThe river is wide.\n"
)

INCLUDE_UNKNOWN = Rule(
    code="BG512",
    name="include-unknown",
    severity=Severity.ERROR,
    summary="an included context box does not exist in this language",
    means="`include=` names a context box that is not in `sources/context/`, or not in the language of the brief. `river` in an English brief is the file `river.en.md`.",
    why="The background that readers need would be missing, and in another language it is of no use to them.",
    flagged=(body("::: {.context include=rivers}\n:::\n"), _RIVER),
    fixed=(body("::: {.context include=river}\n:::\n"), _RIVER),
)

INCLUDE_NOT_EMPTY = Rule(
    code="BG513",
    name="include-not-empty",
    severity=Severity.ERROR,
    summary="a box that includes another has text of its own",
    means="A box with `include=` takes its text from a file, and this one has text of its own, too.",
    why="Only one of the two could be shown, and what you wrote in the other would be lost.",
    flagged=(body("::: {.context include=river}\nIt is deep, too.\n:::\n"), _RIVER),
    fixed=(body("::: {.context include=river}\n:::\n\nIt is deep, too.\n"), _RIVER),
)

MARK_WITHOUT_BOX = Rule(
    code="BG514",
    name="mark-without-box",
    severity=Severity.ERROR,
    summary="a mark in a quotation leads to no box of the brief",
    means="A link in a quotation whose address begins with `#` is a mark: it leads to the box of the same brief that has this id. Here no box has it.",
    why="A mark tells readers that there is something to be said of these words, and they would look for it in vain.",
    flagged=(
        body(
            "> The bridge is [94 metres](#length) long. [@herald2025bridge]\n\n::: note\nThe minutes say 49 [@minutes2025].\n:::\n"
        ),
    ),
    fixed=(
        body(
            "> The bridge is [94 metres](#length) long. [@herald2025bridge]\n\n::: {.note #length}\nThe minutes say 49 [@minutes2025].\n:::\n"
        ),
    ),
)

ID_TAKEN = Rule(
    code="BG515",
    name="id-taken",
    severity=Severity.ERROR,
    summary="two places of a brief have the same id, or one has the theme's",
    means="Two boxes or elements of raw HTML in a brief have the same id, or one has that of a part of the page which briefgen or the theme makes, such as `sources`, `__search` or `mermaid`.",
    why="An address with that id leads to the first of the two, whichever was meant. Scripts find things by their ids: one of the theme's that stands on your element would have them read your text as settings.",
    flagged=(
        body(
            "::: {.note #ferry}\nThere is no ferry.\n:::\n\n::: {.note #ferry}\nThere never was one.\n:::\n"
        ),
    ),
    fixed=(
        body(
            "::: {.note #ferry}\nThere is no ferry.\n:::\n\n::: {.note #ferry-before}\nThere never was one.\n:::\n"
        ),
    ),
)

ID_UNFIT = Rule(
    code="BG516",
    name="id-unfit",
    severity=Severity.ERROR,
    summary="the id of a box or a heading cannot stand in an address",
    means="The id of a box or a heading begins with a letter or a digit, and only letters, digits, `-`, `_` and `.` may follow.",
    why="The id stands in every link to the box, and many programs take another sign for the end of an address or write it differently.",
    flagged=(body("::: {.note #ferry/2}\nThere is no ferry.\n:::\n"),),
    fixed=(body("::: {.note #ferry-2}\nThere is no ferry.\n:::\n"),),
)

CORRECTION_UNTITLED = Rule(
    code="BG517",
    name="correction-untitled",
    severity=Severity.NOTE,
    summary="a correction has no heading",
    means="A correction has neither a heading as its first block nor `title=`. It may do without; then it is in no table of contents, and its place is found only by reading. A note fails nothing.",
    why="Whoever looks for what is wrong in a work, or links to it, needs a name for each thing that is.",
    flagged=(
        body(
            "::: {.correction #length}\n> The bridge is 94 metres long. [@herald2025bridge]\n\nIt is 49 metres long [@minutes2025].\n:::\n"
        ),
    ),
    fixed=(
        body(
            "::: {.correction #length}\n### Its length\n\n> The bridge is 94 metres long. [@herald2025bridge]\n\nIt is 49 metres long [@minutes2025].\n:::\n"
        ),
    ),
)
