"""Events: words and boxes that say what happened when."""

from briefgen.rules.rule import Rule, Severity, body

EVENT_UNDATED = Rule(
    code="BG520",
    name="event-undated",
    severity=Severity.ERROR,
    summary="an event has no date, or none that can be read",
    means="Words in brackets with `.event`, or an `event` box, have no `date=`, or one that is none. A date is a day, a month, a season or a year (`2024-06-19`, `2024-06`, `2024-22`, `2024`), about then (`2024~`), probably then (`2024?`), some year of ten (`201X`), before our era (`-0349`), or from one to another (`2024-06/2024-11`, `2024-06/..`).",
    why="The event has its place in the timelines by its date: without one it stands in none, and nobody would notice.",
    flagged=(body("[The bridge was opened]{.event date=1911-02-30} long ago.\n"),),
    fixed=(body("[The bridge was opened]{.event date=1911-02-28} long ago.\n"),),
)

EVENT_EMPTY = Rule(
    code="BG521",
    name="event-empty",
    severity=Severity.ERROR,
    summary="an event has no words",
    means="Words in brackets with `.event`, or an `event` box, hold no words that say what happened. `title=` says it where the words of the text do not.",
    why="In the timelines nothing would stand behind the date.",
    flagged=(body("The bridge is old []{.event date=1911}.\n"),),
    fixed=(body('The bridge is old [, of 1911]{.event date=1911 title="The bridge is opened"}.\n'),),
)

EVENT_MISPLACED = Rule(
    code="BG522",
    name="event-misplaced",
    severity=Severity.ERROR,
    summary="words of a source are marked as an event",
    means="An event is marked in a block quote, or in a translation of one. Mark it where your own text says what happened.",
    why="The timelines say what happened in the name of the brief. What a report says of a date may be the very thing that is wrong in it.",
    flagged=(body("> [the old bridge closes on Monday]{.event date=2025-05-05} [@herald2025bridge]\n"),),
    fixed=(
        body(
            "> the old bridge closes on Monday [@herald2025bridge]\n\n"
            "[The bridge was closed]{.event date=2025-05-05} on that day.\n"
        ),
    ),
)
