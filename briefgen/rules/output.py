"""What is written: pages and social cards."""

from briefgen.rules.rule import File, Rule, Severity, front

FILE_IN_THE_WAY = Rule(
    code="BG400",
    name="file-in-the-way",
    severity=Severity.ERROR,
    summary="a hand-written file stands where a generated page belongs",
    means="A file of `docs/` that briefgen did not write has the name or the address of a page or a card that it would write.",
    why="A page written by hand is never overwritten, so that one of the two has to make room.",
    flagged=(File("docs/briefs/bridge.md", "# The bridge\n"),),
    fixed=(File("docs/about/bridge.md", "# The bridge\n"),),
)

COLLIDING_PAGES = Rule(
    code="BG401",
    name="colliding-pages",
    severity=Severity.ERROR,
    summary="two generated pages have one address",
    means="Two pages that briefgen makes have one address. Mostly a brief is called `index` or `readme`, as the list of all briefs is; names that differ only in case, or in `ß` and `ss`, count as one.",
    why="One page would overwrite the other, and links to it would show what they do not mean.",
    flagged=(File("sources/index.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),),
    fixed=(File("sources/ferry.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),),
)

CARD_FONT_UNUSABLE = Rule(
    code="BG402",
    name="card-font-unusable",
    severity=Severity.ERROR,
    summary="a font for social cards is not there or is no font",
    means="A font that `mkdocs.yml` names under `card_fonts` is not there, or is no font from which cards can be drawn: it has to be TrueType or OpenType, not `.woff` or `.woff2`. Fonts are looked at where `mkdocs.yml` has a `site_url`, as cards are drawn only then.",
    why="Briefs whose letters only that font has would go without a card of their own, on every machine where the file is missing.",
    flagged=(
        File(
            "mkdocs.yml",
            "site_name: The Example Desk\nsite_url: https://desk.example/\nextra:\n  briefgen:\n    card_fonts:\n      - fonts/NotoSansKR.ttf\n",
        ),
    ),
    fixed=(File("mkdocs.yml", "site_name: The Example Desk\nsite_url: https://desk.example/\n"),),
)

CARD_LETTERS_MISSING = Rule(
    code="BG403",
    name="card-letters-missing",
    severity=Severity.NOTE,
    summary="no font has the letters of a social card",
    means="The social card of a brief, the picture that others show beside a link to it, has letters that no font has, neither ours nor those under `card_fonts` in `mkdocs.yml`: mostly it is in a script of which our typeface has nothing, such as Hangul or Chinese. The card of the site, which has no words of the brief, is shown in its place; a note fails nothing.",
    why="Boxes in the place of letters help nobody, so links to the brief are shown with the card of the site, which does not say what the brief is about.",
    flagged=(
        File("mkdocs.yml", "site_name: The Example Desk\nsite_url: https://desk.example/\n"),
        front("title: The bridge 🌉\ndate: 2025-05-10\n"),
    ),
    fixed=(
        File("mkdocs.yml", "site_name: The Example Desk\nsite_url: https://desk.example/\n"),
        front("title: The bridge\ndate: 2025-05-10\n"),
    ),
)

LIST_UNKNOWN = Rule(
    code="BG404",
    name="list-unknown",
    severity=Severity.ERROR,
    summary="a page includes a list that there is not",
    means="A page of `docs/` written by hand has an element with `data-briefgen`, in whose place a list is to go, and there is no such list, or the element is not written as the theme finds it: empty, and on a line of its own.",
    why="The theme finds nothing to put there, so that readers would see no list at all, and nobody would notice.",
    flagged=(File("docs/index.md", '# Our briefs\n\n<div data-briefgen="newest-breifs"></div>\n'),),
    fixed=(File("docs/index.md", '# Our briefs\n\n<div data-briefgen="newest-briefs"></div>\n'),),
)
