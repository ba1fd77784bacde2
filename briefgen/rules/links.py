"""Where links and images lead."""

from briefgen.rules.rule import Rule, Severity

LINK_TO_NOWHERE = Rule(
    code="BG160",
    name="link-to-nowhere",
    severity=Severity.ERROR,
    summary="a link or an image leads to no page and no file of the site",
)

ANCHOR_UNKNOWN = Rule(
    code="BG161",
    name="anchor-unknown",
    severity=Severity.ERROR,
    summary="a link leads to a place that is not on its page",
)

LINK_ROOT_RELATIVE = Rule(
    code="BG162",
    name="link-root-relative",
    severity=Severity.ERROR,
    summary="an address is right only where the site has its own host",
)

LINK_TO_DRAFT = Rule(
    code="BG163",
    name="link-to-draft",
    severity=Severity.ERROR,
    summary="a link leads to a brief that is a draft",
)

IMAGE_WITHOUT_DESCRIPTION = Rule(
    code="BG164",
    name="image-without-description",
    severity=Severity.WARNING,
    summary="an image says nothing to those who do not see it",
)
