"""Boxes, and the lines that open and close them."""

from briefgen.rules.rule import Rule, Severity, body

BOX_UNKNOWN = Rule(
    code="BG500",
    name="box-unknown",
    severity=Severity.ERROR,
    summary="a box is of a kind that does not exist",
    means="A box has one kind: `keypoints`, `context`, `translation`, `correction`, `claim`, `event` or `note`. This one has none, two, or one that does not exist.",
    why="The kind says how a box is checked and where it counts: what stands in a `corection` would be missing from the table of corrections.",
    flagged=(body("::: hint\nThere is no ferry.\n:::\n"),),
    fixed=(body("::: note\nThere is no ferry.\n:::\n"),),
)

BOX_UNCLOSED = Rule(
    code="BG501",
    name="box-unclosed",
    severity=Severity.ERROR,
    summary="a box is never closed",
    means="A box is opened, and no line of three or more colons closes it.",
    why="All that follows would belong to the box, and readers would take it for part of that note or that correction.",
    flagged=(body("::: note\nThere is no ferry.\n\nThe bridge is closed.\n"),),
    fixed=(body("::: note\nThere is no ferry.\n:::\n\nThe bridge is closed.\n"),),
)

FENCE_STRAY = Rule(
    code="BG502",
    name="fence-stray",
    severity=Severity.ERROR,
    summary="a line of colons opens and closes no box",
    means="A line of three or more colons opens no box, mostly because the empty line before it is missing, or closes none, because none is open there.",
    why="Readers would be shown the colons, and what was to be in the box as ordinary text.",
    flagged=(body("The bridge is closed.\n::: note\nThere is no ferry.\n:::\n"),),
    fixed=(body("The bridge is closed.\n\n::: note\nThere is no ferry.\n:::\n"),),
)

ATTRIBUTE_UNKNOWN = Rule(
    code="BG503",
    name="attribute-unknown",
    severity=Severity.ERROR,
    summary="an attribute means nothing in its place",
    means="An attribute of a box, or of words in brackets, means nothing there; the finding says which ones do. `occurrence=` means something only with a whole number from 1.",
    why="What a misspelt attribute says would be lost: with `verdit=misleading` a correction would call its passage false.",
    flagged=(body('::: {.note titel="The ferry"}\nThere is none.\n:::\n'),),
    fixed=(body('::: {.note title="The ferry"}\nThere is none.\n:::\n'),),
)
