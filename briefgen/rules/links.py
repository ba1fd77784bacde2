"""Where links and images lead."""

from briefgen.rules.rule import File, Rule, Severity, body

LINK_TO_NOWHERE = Rule(
    code="BG160",
    name="link-to-nowhere",
    severity=Severity.ERROR,
    summary="a link or an image leads to no page and no file of the site",
    means="A link or an image leads to a page or a file that is not there. A brief is linked to by its file, `ferry.md`; any other page by the way from `docs/briefs/`.",
    why="Readers would land nowhere.",
    flagged=(body("See [the ferry](../fery.md).\n"), File("docs/ferry.md", "# The ferry\n")),
    fixed=(body("See [the ferry](../ferry.md).\n"), File("docs/ferry.md", "# The ferry\n")),
)

ANCHOR_UNKNOWN = Rule(
    code="BG161",
    name="anchor-unknown",
    severity=Severity.ERROR,
    summary="a link leads to a place that is not on its page",
    means="A link leads to a place on a page, behind its `#`, and nothing there has that id. The finding says which ids there are.",
    why="Readers land at the top of the page and look in vain for what the link promised.",
    flagged=(body("The day is [wrong](#day).\n\n::: note\nIt is a Monday.\n:::\n"),),
    fixed=(body("The day is [wrong](#day).\n\n::: {.note #day}\nIt is a Monday.\n:::\n"),),
)

LINK_ROOT_RELATIVE = Rule(
    code="BG162",
    name="link-root-relative",
    severity=Severity.ERROR,
    summary="an address is right only where the site has its own host",
    means="An address begins with `/`, so that it counts from the root of the host.",
    why="It is right only where the site has a host of its own: below a folder of another site, or from a disk, it leads elsewhere.",
    flagged=(
        body("See [the ferry](/briefs/ferry/).\n"),
        File("sources/ferry.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),
    ),
    fixed=(
        body("See [the ferry](ferry.md).\n"),
        File("sources/ferry.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),
    ),
)

LINK_TO_DRAFT = Rule(
    code="BG163",
    name="link-to-draft",
    severity=Severity.ERROR,
    summary="a link leads to a brief that is a draft",
    means="A brief that is published links to one whose `status` is `draft`.",
    why="A draft has no page, so that readers would land nowhere.",
    flagged=(
        body("See [the ferry](ferry.md).\n"),
        File(
            "sources/ferry.md",
            "---\ntitle: The ferry\ndate: 2025-05-11\nstatus: draft\n---\nThere is none.\n",
        ),
    ),
    fixed=(
        body("See [the ferry](ferry.md).\n"),
        File(
            "sources/ferry.md",
            "---\ntitle: The ferry\ndate: 2025-05-11\nstatus: published\n---\nThere is none.\n",
        ),
    ),
)

IMAGE_WITHOUT_DESCRIPTION = Rule(
    code="BG164",
    name="image-without-description",
    severity=Severity.WARNING,
    summary="an image says nothing to those who do not see it",
    means="Nothing stands between the brackets of an image, where its description belongs: what it shows, in words.",
    why="Whoever does not see the image, or does not get it, is told nothing of it.",
    flagged=(
        body("![](../images/bridge.svg)\n"),
        File("docs/images/bridge.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>\n'),
    ),
    fixed=(
        body("![The bridge from the south](../images/bridge.svg)\n"),
        File("docs/images/bridge.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>\n'),
    ),
)
