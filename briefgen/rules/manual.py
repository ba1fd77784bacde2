"""The manual's pages about findings, made from the rules: one a family, and one that lists them all."""

import re

from briefgen.rules.families import FAMILIES, Family, rules_of
from briefgen.rules.rule import Example, File, Rule
from briefgen.rules.shown import Shown, shown

FOLDER = "manual/rules"
_LANGUAGES = {"bib": "bibtex", "md": "markdown", "yml": "yaml"}
_BACKTICKS = re.compile(r"^ *(`{3,})", re.MULTILINE)


def manual_pages(base: tuple[File, ...], rules: tuple[Rule, ...]) -> dict[str, str]:
    """The text of each page, by its path in `docs/`; `base` is the project that the examples stand in."""
    pages = {f"{FOLDER}/{family.name}.md": _family_page(family, rules) for family in FAMILIES}
    return {f"{FOLDER}/index.md": _index(base, rules), **pages}


def address_of(rule: Rule) -> str:
    """Where a rule is explained, from the root of the site that has the manual."""
    family = next(family for family in FAMILIES if rule in rules_of(family, (rule,)))
    return f"{FOLDER}/{family.name}/#{rule.code.lower()}"


# ------------------------------------------------------------------------------------ all of them


def _index(base: tuple[File, ...], rules: tuple[Rule, ...]) -> str:
    parts = [
        "# Findings",
        "Everything briefgen can find wrong with your files. Each finding shows its code and name, "
        "which do not change. An error keeps everything from being published; a warning does so only with "
        "`--strict`, a note never. `briefgen explain BG301`, or with the name, says the same in a terminal as these pages.",
    ]
    for family in FAMILIES:
        parts += [f"## [{family.title}]({family.name}.md)", _list(family, rules)]
    parts += [
        "## The project of the examples",
        "Each example stands in this project and shows only the files in which it differs: of a brief, what "
        "stands below its front matter; of a list, the entries that are added to it.",
        *(_file(shown(file)) for file in base),
    ]
    return "\n\n".join(parts) + "\n"


def _list(family: Family, rules: tuple[Rule, ...]) -> str:
    """A list, since of a table as wide as the words need a phone shows the codes and hides the words."""
    return "\n".join(
        f"- [{rule.code} `{rule.name}`]({family.name}.md#{rule.code.lower()}) ({rule.severity}): {rule.summary}"
        for rule in rules_of(family, rules)
    )


# ------------------------------------------------------------------------------------- one family


def _family_page(family: Family, rules: tuple[Rule, ...]) -> str:
    head = f"# {family.title}\n\nCodes from BG{family.first} to BG{family.last}. [All findings](index.md)"
    return "\n\n".join([head, *(_rule(rule) for rule in rules_of(family, rules))]) + "\n"


def _rule(rule: Rule) -> str:
    parts = [
        f"## {rule.code} {rule.name} {{#{rule.code.lower()}}}",
        f"**{str(rule.severity).capitalize()}**: {rule.summary}.",
        rule.means,
        rule.why,
    ]
    where = "" if rule.command == "check" else f" by `briefgen {rule.command}`"
    parts += [*_example(f"Flagged{where}", rule.flagged), *_example("Fixed", rule.fixed)]
    return "\n\n".join(parts)


def _example(word: str, example: Example) -> list[str]:
    return [f"**{word}**: {_file(shown(piece))}" for piece in example]


def _file(one: Shown) -> str:
    if one.text is None:
        return f"{one.title}."
    longest = max((len(ticks) for ticks in _BACKTICKS.findall(one.text)), default=2)
    fence = "`" * (longest + 1)
    language = _LANGUAGES.get(one.path.rpartition(".")[2], "text")
    return f"{one.title}\n\n{fence}{language}\n{one.text.rstrip()}\n{fence}"
