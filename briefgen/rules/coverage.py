"""What is cited, quoted and published, and what is not."""

from briefgen.rules.rule import CAPTURES, File, Rule, Severity, body


def limited(limit: str) -> File:
    """Settings with a limit of coverage."""
    return File(
        "mkdocs.yml",
        f"site_name: The Example Desk\nextra:\n  briefgen:\n    coverage:\n      {limit}\n",
    )


_COPY = File(
    CAPTURES,
    "herald2025bridge:\n  file: seeds/herald.txt\n  sha256: {sha256:seeds/herald.txt}\n"
    "  captured: 2025-05-02\n  language: en\n  copies: minutes2025\n",
)

CRITIC_MARKUP_LEFT = Rule(
    code="BG335",
    name="criticmarkup-left",
    severity=Severity.ERROR,
    summary="a text that is not a draft has a marked change in it",
    means="A text whose `status` is not `draft` holds a mark of an editor’s changes (CriticMarkup): an addition `{++ ++}`, a deletion `{-- --}`, a replacement `{~~ ~> ~~}`, a comment `{>> <<}` or a highlight `{== ==}`.",
    why="Such a mark says that somebody has still to decide. Readers would see the marks, and both what was to go and what was to come.",
    flagged=(body("The bridge is {--not --}closed [@herald2025bridge].\n"),),
    fixed=(body("The bridge is closed [@herald2025bridge].\n"),),
)

FIGURE_UNCITED = Rule(
    code="BG336",
    name="figure-uncited",
    severity=Severity.WARNING,
    summary="a paragraph has figures or dates and no citation",
    means="A paragraph or a table has figures or dates of yours, and nothing is cited for it. You are warned of it where a brief has more of them than `uncited_figures` in `mkdocs.yml` allows.",
    why="A figure is what readers pass on and would check first. Without a citation they cannot.",
    flagged=(limited("uncited_figures: 0"), body("The bridge is 94 metres long.\n")),
    fixed=(limited("uncited_figures: 0"), body("The bridge is 94 metres long [@herald2025bridge].\n")),
)

CAPTURE_UNQUOTED = Rule(
    code="BG337",
    name="capture-unquoted",
    severity=Severity.WARNING,
    summary="a captured work is cited and never quoted",
    means="A brief cites a work that has a capture, and quotes nothing from it. You are warned of it where a brief has more such works than `unquoted_captures` in `mkdocs.yml` allows.",
    why="There is a copy to check against, and nothing is checked: readers have to take your word for what the work says.",
    flagged=(limited("unquoted_captures: 0"), body("The bridge closes [@herald2025bridge].\n")),
    fixed=(
        limited("unquoted_captures: 0"),
        body('The bridge closes [@herald2025bridge, "the old bridge closes on Monday"].\n'),
    ),
)

ONE_ORIGIN = Rule(
    code="BG338",
    name="one-origin",
    severity=Severity.WARNING,
    summary="several works cited together all repeat one of them",
    means="Several works in one citation, or in the evidence of a correction, all repeat one of them, as `copies` in `captures.yml` says.",
    why="Two sources look like two witnesses. Where one only repeats the other there is one witness, and readers should not count two.",
    flagged=(_COPY, body("The bridge closes [@herald2025bridge; @minutes2025].\n")),
    fixed=(_COPY, body("The bridge closes [@minutes2025].\n")),
)

EXCERPT_BUDGET = Rule(
    code="BG339",
    name="excerpt-budget",
    severity=Severity.WARNING,
    summary="more of a capture is published than the settings allow",
    means="All briefs together show readers more words of one capture than `excerpt_words` or `excerpt_share` in `mkdocs.yml` allows. The sentences around quoted words count, too; a capture with `publish: full` has no limit.",
    why="The right to quote has its bounds, and each brief by itself may be far from them. Only a count over all of them shows when too much is published.",
    flagged=(
        limited("excerpt_words: 15"),
        body(
            "“The bridge is 94 metres long” and “Carts may not cross it after dark” and “Nobody has to walk” [@herald2025bridge].\n"
        ),
    ),
    fixed=(
        limited("excerpt_words: 15"),
        body("“The bridge is 94 metres long” and “Nobody has to walk” [@herald2025bridge].\n"),
    ),
)
