"""Characters that act on what stands beside them."""

from briefgen.rules.rule import File, Rule, Severity, body

DIRECTION_TURNED = Rule(
    code="BG170",
    name="direction-turned",
    severity=Severity.WARNING,
    summary="a character turns round the direction of a text",
    means="A text holds U+202D or U+202E, which have letters read backwards, or another control of direction (U+202A to U+202C, U+2066 to U+2069) without its partner in the same paragraph or value. Mostly it came along with something that was copied. Marks such as U+200F, and pairs, are left alone.",
    why="What stands behind such a character, on its own line or in a list of titles, is shown in another order than it was written and looked up in.",
    flagged=(body("The bridge is \u202edesolc [@herald2025bridge].\n"),),
    fixed=(body("The bridge is closed [@herald2025bridge].\n"),),
)

SETTING_TURNED = Rule(
    code="BG171",
    name="setting-turned",
    severity=Severity.ERROR,
    summary="a character of the settings turns round the direction of a text",
    means='`mkdocs.yml` holds one of the characters of [BG170](#bg170), raw or spelt out (`"\\u202e"`), in a value or in a comment.',
    why="The builder of the site reads the settings for itself and prints them on every page, so nobody could take the character out on the way; and who reviews the file reads something else than what stands in it.",
    flagged=(File("mkdocs.yml", "site_name: The \u202eksed Example\n"),),
    fixed=(File("mkdocs.yml", "site_name: The Example desk\n"),),
)
