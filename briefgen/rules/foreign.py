"""What other programs read, and what is written instead of it here."""

from briefgen.rules.rule import Rule, Severity, body

TITLE_TWICE = Rule(
    code="BG619",
    name="title-twice",
    severity=Severity.WARNING,
    summary="a text begins with a second title",
    means="The first thing of a brief is a heading of the first level. The title of the page is that of the front matter; headings of the text begin with `##`.",
    why="Readers, and programs that read pages aloud, would meet two titles.",
    flagged=(body("# The bridge of Example Town\n\nIt is closed [@herald2025bridge].\n"),),
    fixed=(body("It is closed [@herald2025bridge].\n"),),
)
