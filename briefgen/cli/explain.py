"""`briefgen explain`."""

import argparse
import sys

from briefgen.cli._arguments import Options
from briefgen.failure import CannotRunError
from briefgen.rules.explain import explanation, listing, rule_called
from briefgen.rules.rule import Rule
from briefgen.suggest import suggest
from briefgen.terminal.speak import CLEAN

PLACE = 35
SUMMARY = "say what a finding means and why it matters, with an example"


class _Options(Options):
    rule: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the rule."""
    parser.add_argument(
        "rule",
        nargs="?",
        metavar="RULE",
        help="its code or its name, as findings show them (default: list all)",
    )


def run(options: _Options) -> int:
    """Explain one rule, or list them all; there need not be a project. Raises CannotRunError."""
    from briefgen.rulebook import RULEBOOK

    if options.rule is None:
        sys.stdout.write(listing(RULEBOOK))
        return CLEAN
    rule = rule_called(options.rule, RULEBOOK)
    if rule is None:
        raise CannotRunError(_no_rule(options.rule, RULEBOOK))
    sys.stdout.write(explanation(rule))
    return CLEAN


def _no_rule(wanted: str, rules: tuple[Rule, ...]) -> str:
    """Only names are suggested: of codes each is as near as the next."""
    near = suggest(wanted, [rule.name for rule in rules])
    advice = f"did you mean `{near}`?" if near else "`briefgen explain` lists them all"
    return f"there is no rule `{wanted}`: {advice}"
