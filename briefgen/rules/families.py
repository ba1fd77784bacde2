"""The families of rules: one subject each, in the file of its name, with a range of codes of its own."""

from dataclasses import dataclass

from briefgen.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Family:
    """The rules of one subject: `briefgen/rules/NAME.py` holds those with the numbers `first` to `last`."""

    name: str
    first: int
    last: int
    title: str


FAMILIES = (
    Family("files", 100, 109, "Files and their names"),
    Family("yaml", 110, 122, "YAML and front matter"),
    Family("values", 123, 149, "Values of a key"),
    Family("markdown", 150, 159, "Briefs, context files and their Markdown"),
    Family("links", 160, 166, "Links and images"),
    Family("topics", 167, 169, "Topics"),
    Family("characters", 170, 179, "Characters that act on others"),
    Family("citations", 201, 209, "Citations"),
    Family("bibliography", 210, 229, "The bibliography"),
    Family("quotations", 301, 309, "Quotations"),
    Family("captures", 310, 316, "Captures"),
    Family("capturing", 317, 323, "Storing and importing documents"),
    Family("unchecked", 324, 329, "What is not checked, and why"),
    Family("lock", 330, 334, "The lock"),
    Family("coverage", 335, 339, "Coverage"),
    Family("within", 340, 343, "Within a quotation"),
    Family("marks", 344, 349, "Quotation marks"),
    Family("beside", 350, 359, "What captures hold beside their text"),
    Family("published", 360, 369, "What was published"),
    Family("output", 400, 409, "Generated pages and cards"),
    Family("dialects", 410, 419, "The site's dialect"),
    Family("boxes", 500, 503, "Boxes"),
    Family("findings", 504, 511, "Corrections, claims, key points and translations"),
    Family("between", 512, 519, "Between boxes"),
    Family("events", 520, 524, "Events"),
    Family("foreign", 600, 629, "Syntax of other programs"),
    Family("formulas", 630, 634, "Mathematics"),
    Family("exceptions", 635, 639, "Exceptions and severities"),
    Family("claims", 640, 649, "What cited sentences state"),
    Family("changed", 650, 654, "When a source changes"),
    Family("stamps", 655, 659, "Proof of time"),
)


def rules_of(family: Family, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Those of some rules whose numbers are a family's."""
    return tuple(rule for rule in rules if family.first <= int(rule.code.removeprefix("BG")) <= family.last)
