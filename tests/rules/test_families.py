"""Each rule stands in the file of the family that its number names."""

from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from briefgen import rules
from briefgen.rulebook import RULEBOOK
from briefgen.rules.families import FAMILIES, Family, rules_of
from briefgen.rules.rule import Rule

HELPERS = {"__init__", "explain", "families", "manual", "rule", "shown"}
FILES = {path.stem for path in Path(rules.__file__).parent.glob("*.py")}


def rules_in(family: Family) -> dict[str, Rule]:
    module = import_module(f"briefgen.rules.{family.name}")
    return {name: value for name, value in vars(module).items() if isinstance(value, Rule)}


def test_each_file_is_a_family_and_each_family_a_file() -> None:
    assert {family.name for family in FAMILIES} == FILES - HELPERS


def test_ranges_follow_each_other() -> None:
    assert all(family.first <= family.last for family in FAMILIES)
    assert all(one.last < next_one.first for one, next_one in pairwise(FAMILIES))


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_rule_stands_where_its_number_says(family: Family) -> None:
    numbers = [int(rule.code.removeprefix("BG")) for rule in rules_in(family).values()]
    assert numbers
    assert numbers == sorted(numbers)
    assert family.first <= numbers[0]
    assert numbers[-1] <= family.last


def test_no_code_name_or_constant_stands_twice() -> None:
    declared = [(name, rule) for family in FAMILIES for name, rule in rules_in(family).items()]
    assert len({name for name, _ in declared}) == len(declared)
    assert len({rule.code for _, rule in declared}) == len(declared)
    assert len({rule.name for _, rule in declared}) == len(declared)


def test_no_rule_that_a_check_brings_along_takes_what_is_taken() -> None:
    for names in ([rule.code for rule in RULEBOOK], [rule.name for rule in RULEBOOK]):
        assert len(set(names)) == len(names)
    assert all(any(rules_of(family, (rule,)) for family in FAMILIES) for rule in RULEBOOK)


def test_all_rules_are_at_hand() -> None:
    declared = {name: rule for family in FAMILIES for name, rule in rules_in(family).items()}
    assert set(rules.RULES) == set(declared.values())
    assert all(getattr(rules, name) is rule for name, rule in declared.items())
    assert [rule.code for rule in rules.RULES] == sorted(rule.code for rule in rules.RULES)
