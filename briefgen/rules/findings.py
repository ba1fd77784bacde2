"""What corrections, claims, key points and translations need."""

from briefgen.rules.rule import Rule, Severity

VERDICT_UNKNOWN = Rule(
    code="BG504",
    name="verdict-unknown",
    severity=Severity.ERROR,
    summary="a verdict is missing or is none of the possible ones",
)

KEYPOINTS_LATE = Rule(
    code="BG505",
    name="keypoints-late",
    severity=Severity.ERROR,
    summary="key points do not stand first",
)

TRANSLATION_MISPLACED = Rule(
    code="BG506",
    name="translation-misplaced",
    severity=Severity.ERROR,
    summary="a translation does not stand directly after a bound block quote",
)

FINDING_WITHOUT_PASSAGE = Rule(
    code="BG507",
    name="finding-without-passage",
    severity=Severity.ERROR,
    summary="a correction or claim quotes no passage first",
)

FINDING_WITHOUT_STATEMENT = Rule(
    code="BG508",
    name="finding-without-statement",
    severity=Severity.ERROR,
    summary="a correction or claim says nothing of its passage",
)

PASSAGE_UNBOUND = Rule(
    code="BG509",
    name="passage-unbound",
    severity=Severity.ERROR,
    summary="a passage of a correction or claim belongs to no work",
)

CORRECTION_WITHOUT_EVIDENCE = Rule(
    code="BG510",
    name="correction-without-evidence",
    severity=Severity.ERROR,
    summary="a correction cites no work but the one it corrects",
)

FINDING_MISPLACED = Rule(
    code="BG511",
    name="finding-misplaced",
    severity=Severity.ERROR,
    summary="a correction or claim stands in a reusable context box",
)
