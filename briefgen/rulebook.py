"""All rules: those of the families, and those that a check brings along."""

from briefgen.parse.checks import RULES_OF_CHECKS
from briefgen.rules import RULES
from briefgen.rules.rule import Rule

RULEBOOK: tuple[Rule, ...] = tuple(sorted((*RULES, *RULES_OF_CHECKS), key=lambda rule: rule.code))
