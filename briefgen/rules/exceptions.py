"""Exceptions from rules, and settings of how much they weigh."""

from briefgen.rules.rule import File, Rule, Severity, body

_STRAY = "The Herald writes that the bridge closes on Monday” [@herald2025bridge].\n"

EXCEPTION_UNUSED = Rule(
    code="BG635",
    name="exception-unused",
    severity=Severity.WARNING,
    summary="an exception excepts nothing",
    means="`<!-- allow rule-name: reason -->` stands above a paragraph, or in a line, in which nothing breaks this rule.",
    why="What was excepted has been mended, or stands elsewhere now; the exception would hide the next one.",
    flagged=(
        body("<!-- allow mark-stray: a list of signs -->\n\nThe bridge is closed [@herald2025bridge].\n"),
    ),
    fixed=(body(f"<!-- allow mark-stray: printed so -->\n\n{_STRAY}"),),
)

EXCEPTION_REFUSED = Rule(
    code="BG636",
    name="exception-refused",
    severity=Severity.ERROR,
    summary="an exception without a reason, from no rule, or from an error",
    means="An exception is written `<!-- allow rule-name: reason -->`. This one names no rule that there is, or an error, or says no reason.",
    why="Without a reason nobody can judge it later, and an error is never excepted: what it keeps from readers would not be right.",
    flagged=(
        body("<!-- allow quotation-unreadable: we know -->\n\nThe bridge is closed [@herald2025bridge].\n"),
    ),
    fixed=(body("The bridge is closed [@herald2025bridge].\n"),),
)

SEVERITY_REFUSED = Rule(
    code="BG637",
    name="severity-refused",
    severity=Severity.ERROR,
    summary="the settings would make an error weigh less, or say no reason",
    means="`extra.briefgen.findings` gives a rule another severity: `error`, `warning`, `note` or `off`, for all files or those of a folder, with a reason. A warning may become an error or be switched off; an error stays one.",
    why="What an error keeps from readers would not be right, whoever has settled it.",
    flagged=(
        File(
            "mkdocs.yml",
            "site_name: The Example Desk\nextra:\n  briefgen:\n    findings:\n      - rule: quotation-not-in-capture\n        severity: warning\n        reason: too strict\n",
        ),
    ),
    fixed=(
        File(
            "mkdocs.yml",
            "site_name: The Example Desk\nextra:\n  briefgen:\n    findings:\n      - rule: mark-stray\n        severity: error\n        reason: the desk settles each mark\n",
        ),
    ),
)
