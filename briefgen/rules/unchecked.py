"""Quotations that cannot be checked, and reasons that have to be given."""

from briefgen.rules.rule import CAPTURES, File, Gone, Rule, Severity, body, captured

QUOTATION_NOT_CHECKED = Rule(
    code="BG324",
    name="quotation-not-checked",
    severity=Severity.WARNING,
    summary="words are quoted from a work without a capture, and nothing says why",
    means="Words are quoted from a work that `captures.yml` does not list. One warning a work, at the first place that quotes it, with all others.",
    why="Nobody can look these words up, and readers are told so: no ✓ behind them, but ○. Store a copy, or say why there is none, and readers see that it was no oversight.",
    flagged=(body("The council keeps “one lane open” [@minutes2025].\n"),),
    fixed=(
        body("The council keeps “one lane open” [@minutes2025].\n"),
        captured(
            "minutes2025:\n  capture: none\n  why: the town hall shows the minutes, and lends nothing\n"
        ),
    ),
)

CAPTURES_ABSENT = Rule(
    code="BG325",
    name="captures-absent",
    severity=Severity.WARNING,
    summary="briefs quote works, and there is no captures.yml",
    means="Briefs quote works, and the project has no `sources/captures.yml`, the list of the copies that quotations are looked up in.",
    why="Without that list not one quotation is checked, and a run that finds nothing wrong would look like one that looked.",
    flagged=(Gone(CAPTURES),),
    fixed=(
        File(
            CAPTURES,
            "herald2025bridge:\n  file: seeds/herald.txt\n  sha256: {sha256:seeds/herald.txt}\n  captured: 2025-05-02\n  language: en\n",
        ),
    ),
)

REASON_EMPTY = Rule(
    code="BG326",
    name="reason-empty",
    severity=Severity.ERROR,
    summary="a reason that has to be given has no words",
    means="A reason that has to be given, in `elision_ok=` or in `why` below `capture: none`, has no words in it.",
    why="The reason is what readers are shown in place of a check. An empty one would silence the warning and tell them nothing.",
    flagged=(captured('minutes2025:\n  capture: none\n  why: "…"\n'),),
    fixed=(
        captured(
            "minutes2025:\n  capture: none\n  why: the town hall shows the minutes, and lends nothing\n"
        ),
    ),
)
