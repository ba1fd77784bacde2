"""What `briefgen explain` says: one rule in full, or all of them, a line each."""

from textwrap import fill

from briefgen.rules.families import FAMILIES, rules_of
from briefgen.rules.rule import Example, Rule
from briefgen.rules.shown import Shown, shown

WIDTH = 88


def rule_called(wanted: str, rules: tuple[Rule, ...]) -> Rule | None:
    """The one of some rules with a code or a name, in any case; None where there is none."""
    wanted = wanted.strip().casefold()
    return next((rule for rule in rules if wanted in {rule.code.casefold(), rule.name}), None)


def explanation(rule: Rule) -> str:
    """A rule for a terminal: what it means, why it matters, and its examples."""
    parts = [f"{rule.code} {rule.name}", _filled(f"{rule.severity}: {rule.summary}")]
    parts += [_filled(rule.means), _filled(rule.why)]
    where = "" if rule.command == "check" else f" by `briefgen {rule.command}`"
    for word, example in ((f"Flagged{where}", rule.flagged), ("Fixed", rule.fixed)):
        parts.append(f"{_filled(f'{word}:')}\n\n{_example(example)}")
    return "\n\n".join(parts) + "\n"


def listing(rules: tuple[Rule, ...]) -> str:
    """Some rules, by family, a line each."""
    blocks = [f"{family.title}\n{_lines(rules_of(family, rules))}" for family in FAMILIES]
    return "\n\n".join(blocks) + "\n"


def _lines(rules: tuple[Rule, ...]) -> str:
    return "\n".join(f"  {rule.code} {rule.severity:<7} {rule.name}: {rule.summary}" for rule in rules)


def _filled(text: str) -> str:
    return fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _example(example: Example) -> str:
    return "\n\n".join(_file(shown(piece)) for piece in example)


def _file(one: Shown) -> str:
    lines = [] if one.text is None else one.text.rstrip().split("\n")
    title = one.title.replace("`", "")
    return "\n".join([f"  {title}", *(f"    | {line}".rstrip() for line in lines)])
