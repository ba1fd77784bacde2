"""The entries of the bibliography."""

from briefgen.rules.rule import Rule, Severity

BIBTEX_SYNTAX = Rule(
    code="BG210",
    name="bibtex-syntax",
    severity=Severity.ERROR,
    summary="an entry of the bibliography cannot be read",
)

DUPLICATE_KEY = Rule(
    code="BG211",
    name="duplicate-key",
    severity=Severity.ERROR,
    summary="two works have the same citation key",
)

KEY_CASE = Rule(
    code="BG212",
    name="key-case",
    severity=Severity.ERROR,
    summary="two citation keys differ only in upper and lower case",
)

DUPLICATE_FIELD = Rule(
    code="BG213",
    name="duplicate-field",
    severity=Severity.ERROR,
    summary="an entry has the same field twice",
)

UNDEFINED_STRING = Rule(
    code="BG214",
    name="undefined-string",
    severity=Severity.ERROR,
    summary="a bare word names no @string",
)

BAD_DATE = Rule(
    code="BG215",
    name="bad-date",
    severity=Severity.ERROR,
    summary="a date of the bibliography cannot be understood",
)

BROKEN_CROSSREF = Rule(
    code="BG216",
    name="broken-crossref",
    severity=Severity.ERROR,
    summary="a crossref or xdata field leads to no entry, or in a circle",
)

BAD_NAME = Rule(
    code="BG217",
    name="bad-name",
    severity=Severity.ERROR,
    summary="a person's name cannot be understood",
)

UNKNOWN_LATEX = Rule(
    code="BG218",
    name="unknown-latex",
    severity=Severity.WARNING,
    summary="a LaTeX command has no plain text and is shown as written",
)

UNKNOWN_LANGUAGE = Rule(
    code="BG219",
    name="unknown-language",
    severity=Severity.WARNING,
    summary="the language of a work is not one we know",
)

BAD_ADDRESS = Rule(
    code="BG220",
    name="bad-address",
    severity=Severity.WARNING,
    summary="the url or doi of a work is none, and is not linked",
)

DATE_CONFLICT = Rule(
    code="BG221",
    name="date-conflict",
    severity=Severity.WARNING,
    summary="date and year (or month, day) of an entry differ",
)
