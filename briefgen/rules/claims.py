"""What cited sentences state, and the captures of their works do not."""

from briefgen.rules.rule import Rule, Severity, body

FIGURE_NOT_IN_CAPTURE = Rule(
    code="BG640",
    name="figure-not-in-capture",
    severity=Severity.WARNING,
    summary="a number in a cited sentence does not stand in what it cites",
    means='A sentence cites works that all have a capture, and states a number, or a number with a unit, that stands in none of them: neither in figures nor in words. What you calculated or rounded yourself is marked: `[about a third]{.own reason="…"}`.',
    why="Readers take a number for the source's when its citation stands beside it. A slip of one digit, a million for a thousand or dollars for euros looks as right as the right one.",
    flagged=(body("The bridge is 49 metres long [@herald2025bridge].\n"),),
    fixed=(body("The bridge is 94 metres long [@herald2025bridge].\n"),),
)

DATE_NOT_IN_CAPTURE = Rule(
    code="BG641",
    name="date-not-in-capture",
    severity=Severity.WARNING,
    summary="a date in a cited sentence does not stand in what it cites",
    means='A sentence cites works that all have a capture, and states a date that stands in none of them, nor in their entries. Where the capture says "yesterday" and you worked the day out, say so: `[on 4 May]{.own reason="…"}`.',
    why="A wrong day is the commonest slip in a chronology, and the one that readers repeat.",
    flagged=(body("The Herald wrote of it on 5 May 2025 [@herald2025bridge].\n"),),
    fixed=(body("The Herald wrote of it on 2 May 2025 [@herald2025bridge].\n"),),
)

NAME_NOT_IN_CAPTURE = Rule(
    code="BG642",
    name="name-not-in-capture",
    severity=Severity.WARNING,
    summary="a name in a cited sentence does not stand in what it cites",
    means='A sentence cites works that all have a capture in its language, and has a name that stands in none of them in any of its forms. A name that you add yourself is marked: `[Example Bridge]{.own reason="…"}`.',
    why="What is said of one is then cited for another, or a name is spelt as nobody finds it.",
    flagged=(body("The bridge is in Sample Village [@herald2025bridge].\n"),),
    fixed=(body("The bridge is in Example Town [@herald2025bridge].\n"),),
)
