"""Mathematics."""

from briefgen.rules.rule import Rule, Severity, body

FORMULA_UNREADABLE = Rule(
    code="BG630",
    name="formula-unreadable",
    severity=Severity.ERROR,
    summary="a formula cannot be shown",
    means="What stands between `$` and `$`, or `$$` and `$$`, is read as LaTeX and made into MathML when the site is built. This has a command that is not known, lacks a bracket, or asks for more than mathematics: an address, a colour, space below nothing.",
    why="Half a formula is another formula. So it is shown as a whole, or not at all.",
    flagged=(body("The load is $\\frac{a}{b$.\n"),),
    fixed=(body("The load is $\\frac{a}{b}$.\n"),),
)
