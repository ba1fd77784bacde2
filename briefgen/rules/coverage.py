"""What is cited, quoted and published, and what is not."""

from briefgen.rules.rule import Rule, Severity

CRITIC_MARKUP_LEFT = Rule(
    code="BG335",
    name="criticmarkup-left",
    severity=Severity.ERROR,
    summary="a text that is not a draft has a marked change in it",
)

FIGURE_UNCITED = Rule(
    code="BG336",
    name="figure-uncited",
    severity=Severity.WARNING,
    summary="a paragraph has figures or dates and no citation",
)

CAPTURE_UNQUOTED = Rule(
    code="BG337",
    name="capture-unquoted",
    severity=Severity.WARNING,
    summary="a captured work is cited and never quoted",
)

ONE_ORIGIN = Rule(
    code="BG338",
    name="one-origin",
    severity=Severity.WARNING,
    summary="several works cited together all repeat one of them",
)

EXCERPT_BUDGET = Rule(
    code="BG339",
    name="excerpt-budget",
    severity=Severity.WARNING,
    summary="more of a capture is published than the settings allow",
)
