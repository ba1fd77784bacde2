"""Quotations, looked up in their captures."""

from briefgen.rules.rule import File, Rule, Severity, body

QUOTATION_MISSED = Rule(
    code="BG301",
    name="quotation-not-in-capture",
    severity=Severity.ERROR,
    summary="quoted words are not in the capture of their work",
    means="Quoted words are not in the capture of the work they are bound to. The finding says what differs, shows the nearest passage, and names the work that has the words, where another one does.",
    why="A ✓ tells readers that these words stand in the work, letter for letter. With one word changed it would vouch for what nobody wrote.",
    flagged=(body("The Herald writes that “the old bridge closes on Sunday” [@herald2025bridge].\n"),),
    fixed=(body("The Herald writes that “the old bridge closes on Monday” [@herald2025bridge].\n"),),
)

QUOTATION_UNBOUND = Rule(
    code="BG302",
    name="quotation-unbound",
    severity=Severity.WARNING,
    summary="quoted words are bound to no work",
    means="Words stand in quotation marks, or in a block quote, and no citation says which work they are from. Words of your own are marked as such: `[“so-called”]{.own}`.",
    why="Words that are bound to no work are looked up nowhere, and readers cannot tell whose they are. The page counts them in its first lines.",
    flagged=(body("The council will “keep one lane open for the buses”.\n"),),
    fixed=(body("The council will “keep one lane open for the buses” [@herald2025bridge].\n"),),
)

QUOTATION_EMPTY = Rule(
    code="BG303",
    name="quotation-empty",
    severity=Severity.ERROR,
    summary="a quotation has no words",
    means="A pair of quotation marks, or a block quote, that a citation is bound to holds no words.",
    why="Mostly the words were to be filled in later. As long as they are missing there is nothing to look up, and the page would quote nothing.",
    flagged=(body("The Herald writes that “” [@herald2025bridge].\n"),),
    fixed=(body("The Herald writes that “the old bridge closes on Monday” [@herald2025bridge].\n"),),
)

EMPHASIS_UNMARKED = Rule(
    code="BG304",
    name="emphasis-unmarked",
    severity=Severity.ERROR,
    summary="emphasis in a quotation is not said to be ours",
    means="A quotation holds emphasis, and its citation does not say that it is yours, as `emphasis ours` does.",
    why="Captures are plain text, so that nobody can look up what the work itself emphasises. Readers would take your emphasis for the author’s.",
    flagged=(body("The Herald writes that “the *old* bridge closes on Monday” [@herald2025bridge].\n"),),
    fixed=(
        body(
            "The Herald writes that “the *old* bridge closes on Monday” [@herald2025bridge, emphasis ours].\n"
        ),
    ),
)

PASSAGE_AMBIGUOUS = Rule(
    code="BG305",
    name="passage-ambiguous",
    severity=Severity.ERROR,
    summary="a passage under examination stands more than once in its work",
    means="The passage that a correction or a claim is about stands more than once in its work, or not as often as `occurrence=` says. Quote more words, or say which place you mean: `[“…”]{occurrence=2}`.",
    why="A correction says that one place of a work is wrong. Without knowing which, readers may look at one that is right.",
    flagged=(
        File(
            "seeds/herald.txt",
            "Today the bridge is closed to carts. On Monday the bridge is closed to all.\n",
        ),
        body(
            "::: correction\n### The bridge\n\n> the bridge is closed\n> [@herald2025bridge]\n\nIt is open to buses [@minutes2025].\n:::\n"
        ),
    ),
    fixed=(
        File(
            "seeds/herald.txt",
            "Today the bridge is closed to carts. On Monday the bridge is closed to all.\n",
        ),
        body(
            "::: correction\n### The bridge\n\n> the bridge is closed to all\n> [@herald2025bridge]\n\nIt is open to buses [@minutes2025].\n:::\n"
        ),
    ),
)

ELISION_OVER_NEGATION = Rule(
    code="BG306",
    name="elision-over-negation",
    severity=Severity.WARNING,
    summary="an omission leaves out a word that denies or limits, or a negation across sentences",
    means='An omission leaves out a word that denies, doubts or limits, or a sentence that denies something. Quote it, too, or say why the omission is fair: `[“…”]{elision_ok="reason"}`.',
    why="What is left is still word for word, and may say what the work does not. A page shows your reason in the footnote.",
    flagged=(
        body(
            "“The bridge is 94 metres long. […] A new bridge would cost at least five million” [@herald2025bridge].\n"
        ),
    ),
    fixed=(
        body(
            '[“The bridge is 94 metres long. […] A new bridge would cost at least five million”]{elision_ok="what is left out is about carts"} [@herald2025bridge].\n'
        ),
    ),
)

QUOTATION_CUT_SHORT = Rule(
    code="BG307",
    name="quotation-cut-short",
    severity=Severity.WARNING,
    summary="a quotation is cut right beside a word that limits or denies what it says",
    means='A quotation begins right behind a word that denies, doubts or limits what it says, or ends right before one. Quote that word, too, or say why the cut is fair: `[“…”]{elision_ok="reason"}`.',
    why="Each word stands in the work, and together they say its contrary: nothing but the cut makes the difference.",
    flagged=(body("The council “promised a ferry” [@herald2025bridge].\n"),),
    fixed=(body("The council “never promised a ferry” [@herald2025bridge].\n"),),
)

QUOTATION_VERY_SHORT = Rule(
    code="BG308",
    name="quotation-very-short",
    severity=Severity.WARNING,
    summary="a quotation is so short that finding it in its work proves nothing",
    means="A quotation has fewer than four letters and digits, or in a script whose characters are syllables or words a single one, and stands more than once in its work.",
    why="So few words stand in nearly every text. A ✓ behind them says that something was checked, and proves nothing.",
    flagged=(body("The Herald calls the bridge “it” [@herald2025bridge].\n"),),
    fixed=(body("The Herald calls it “the old bridge” [@herald2025bridge].\n"),),
)

OMISSION_DENIES = Rule(
    code="BG309",
    name="omission-denies",
    severity=Severity.ERROR,
    summary="an omission leaves out a negation of the sentence that is quoted",
    means='The words stand in the work, and an omission leaves out what denies them in the same sentence. Quote the whole sentence, or say why the omission is fair: `[“…”]{elision_ok="reason"}`.',
    why="What is left says the contrary of the work, in its own words, and a ✓ beside it would vouch for that.",
    flagged=(body("“The council did […] say for how long it will be closed” [@herald2025bridge].\n"),),
    fixed=(body("“The council did not say for how long it will be closed” [@herald2025bridge].\n"),),
)
