"""Each rule stands in the file of the family that its number names."""

import os
import pickle
import subprocess
import sys
from copy import deepcopy
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.rulebook import RULEBOOK
from briefgen.rules.families import FAMILIES, Family, rules_of
from briefgen.rules.rule import Rule
from briefgen.text import TextFile

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


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.code)
def test_a_pickled_rule_is_its_code_and_comes_back_as_itself(rule: Rule) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        data = pickle.dumps(rule, protocol)
        assert pickle.loads(data) is rule
        assert len(data) < 100
    assert deepcopy(rule) is rule


def test_a_pickled_finding_carries_nothing_of_the_page_of_its_rule() -> None:
    rule = rules.QUOTATION_MISSED
    finding = Diagnostic(rule, TextFile("sources/bridge.md", "“old”").span(0, 5), "these words are not there")
    data = pickle.dumps(finding)
    assert rule.why.encode() not in data
    again = pickle.loads(data)
    assert again == finding
    assert again.rule is rule


def test_a_process_that_knows_no_rule_yet_reads_a_pickled_one() -> None:
    said = "import pickle, sys; print(pickle.load(sys.stdin.buffer).name)"
    done = subprocess.run(
        [sys.executable, "-c", said],
        input=pickle.dumps(rules.QUOTATION_MISSED),
        env=os.environ | {"PYTHONPATH": str(Path(rules.__file__).parents[2])},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.decode().strip() == "quotation-not-in-capture"
