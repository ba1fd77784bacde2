"""What corrections, claims, key points and translations need."""

from briefgen.rules.rule import File, Rule, Severity, body

VERDICT_UNKNOWN = Rule(
    code="BG504",
    name="verdict-unknown",
    severity=Severity.ERROR,
    summary="a verdict is missing or is none of the possible ones",
    means="A claim says its verdict: `unverifiable`, `loaded` or `correct`. A correction may say one: `false`, `misleading`, `imprecise` or `out-of-context`. Here it is missing, or is none of these.",
    why="Readers are shown the verdict beside the passage, and to put in one for you would be to judge a work that nobody judged.",
    flagged=(
        body("::: claim\n> The bridge is 94 metres long.\n\nThe minutes say the same [@minutes2025].\n:::\n"),
    ),
    fixed=(
        body(
            "::: {.claim verdict=correct}\n> The bridge is 94 metres long.\n\nThe minutes say the same [@minutes2025].\n:::\n"
        ),
    ),
)

KEYPOINTS_LATE = Rule(
    code="BG505",
    name="keypoints-late",
    severity=Severity.ERROR,
    summary="key points do not stand first",
    means="Key points do not stand at the top of the brief, or there is a second box of them.",
    why="They are the answer for those who read nothing else, and without a `description` the first of them is what lists and search results say of the brief.",
    flagged=(
        body("The bridge is closed.\n\n::: keypoints\n- There is no ferry [@herald2025bridge].\n:::\n"),
    ),
    fixed=(body("::: keypoints\n- There is no ferry [@herald2025bridge].\n:::\n\nThe bridge is closed.\n"),),
)

TRANSLATION_MISPLACED = Rule(
    code="BG506",
    name="translation-misplaced",
    severity=Severity.ERROR,
    summary="a translation does not stand directly after a bound block quote",
    means="A translation does not stand directly after a block quote that is bound to a work. Mostly a paragraph stands between the two, or the quote ends without its citation.",
    why="Readers take a translation for one of the words right above it, and can compare the two only if they know whose words those are.",
    flagged=(
        File(
            "sources/bruecke.md",
            "---\ntitle: Die Brücke\ndate: 2025-05-10\nlang: de\n---\n> The bridge is 94 metres long. [@herald2025bridge]\n\nDas stimmt.\n\n::: translation\nDie Brücke ist 94 Meter lang.\n:::\n",
        ),
    ),
    fixed=(
        File(
            "sources/bruecke.md",
            "---\ntitle: Die Brücke\ndate: 2025-05-10\nlang: de\n---\n> The bridge is 94 metres long. [@herald2025bridge]\n\n::: translation\nDie Brücke ist 94 Meter lang.\n:::\n\nDas stimmt.\n",
        ),
    ),
)

FINDING_WITHOUT_PASSAGE = Rule(
    code="BG507",
    name="finding-without-passage",
    severity=Severity.ERROR,
    summary="a correction or claim quotes no passage first",
    means="A correction or a claim begins with the passage it is about, as printed, in a block quote; only a heading may stand before it.",
    why="Without the passage readers cannot see what was said, and that it was said is not checked.",
    flagged=(
        body("::: correction\n### The bridge\n\nThe bridge is 49 metres long, not 94 [@minutes2025].\n:::\n"),
    ),
    fixed=(
        body(
            "::: correction\n### The bridge\n\n> The bridge is 94 metres long.\n\nIt is 49 metres long [@minutes2025].\n:::\n"
        ),
    ),
)

FINDING_WITHOUT_STATEMENT = Rule(
    code="BG508",
    name="finding-without-statement",
    severity=Severity.ERROR,
    summary="a correction or claim says nothing of its passage",
    means="Behind the passages of a correction comes a paragraph that says what is right, behind those of a claim one that says what is to be said of them. Here there is none, or a list or another box stands in its place.",
    why="That paragraph stands in the table of corrections, too; without it readers would learn that something is wrong, and not what is right.",
    flagged=(
        body(
            "::: correction\n### The bridge\n\n> The bridge is 94 metres long.\n\n- It is 49 metres long [@minutes2025].\n:::\n"
        ),
    ),
    fixed=(
        body(
            "::: correction\n### The bridge\n\n> The bridge is 94 metres long.\n\nIt is 49 metres long [@minutes2025].\n:::\n"
        ),
    ),
)

PASSAGE_UNBOUND = Rule(
    code="BG509",
    name="passage-unbound",
    severity=Severity.ERROR,
    summary="a passage of a correction or claim belongs to no work",
    means="A passage of a correction or a claim does not end with its citation, and `about` does not name a single work to which it could belong.",
    why="Readers have to know whose words are corrected, and that they stand there has to be checked.",
    flagged=(
        File(
            "sources/length.md",
            "---\ntitle: The length\ndate: 2025-05-11\n---\n::: correction\n### The bridge\n\n> The bridge is 94 metres long.\n\nIt is 49 metres long [@minutes2025].\n:::\n",
        ),
    ),
    fixed=(
        File(
            "sources/length.md",
            "---\ntitle: The length\ndate: 2025-05-11\n---\n::: correction\n### The bridge\n\n> The bridge is 94 metres long. [@herald2025bridge]\n\nIt is 49 metres long [@minutes2025].\n:::\n",
        ),
    ),
)

CORRECTION_WITHOUT_EVIDENCE = Rule(
    code="BG510",
    name="correction-without-evidence",
    severity=Severity.ERROR,
    summary="a correction cites no work but the one it corrects",
    means="A correction cites nothing for what it says is right, or nothing but the work it corrects and works that repeat it, as `copies` in `captures.yml` says.",
    why="No work is evidence against itself, and without evidence a correction is one assertion against another.",
    flagged=(
        body(
            "::: correction\n### The bridge\n\n> The bridge is 94 metres long.\n\nIt is 49 metres long.\n:::\n"
        ),
    ),
    fixed=(
        body(
            "::: correction\n### The bridge\n\n> The bridge is 94 metres long.\n\nIt is 49 metres long [@minutes2025].\n:::\n"
        ),
    ),
)

FINDING_MISPLACED = Rule(
    code="BG511",
    name="finding-misplaced",
    severity=Severity.ERROR,
    summary="a correction or claim stands in a reusable context box",
    means="A file of `sources/context/` holds a correction or a claim. Both belong in the brief that examines the work.",
    why="Such a file is background for several briefs: the same correction would stand, and be counted, in each of them.",
    flagged=(
        File(
            "sources/context/length.en.md",
            "---\ntitle: The bridge\nas_of: 2025-05-01\n---\n::: correction\n### The bridge\n\n> The bridge is 94 metres long. [@herald2025bridge]\n\nIt is 49 metres long [@minutes2025].\n:::\n",
        ),
    ),
    fixed=(
        File(
            "sources/context/length.en.md",
            "---\ntitle: The bridge\nas_of: 2025-05-01\n---\nThe bridge is 49 metres long [@minutes2025].\n",
        ),
    ),
)
