"""What the manual says of a rule is so: its flagged example is flagged, its fixed one is not.

The examples are goldens, too: a rule needs no folder in `tests/golden` beside them.
"""

from pathlib import Path

import pytest

from briefgen.rulebook import RULEBOOK
from briefgen.rules.rule import Rule
from tests.rules.projects import codes_of, lay_out


def named(rule: Rule) -> str:
    return f"{rule.code}-{rule.name}"


def test_the_base_has_no_fault(tmp_path: Path) -> None:
    lay_out((), tmp_path / "base")
    assert codes_of(RULEBOOK[0], tmp_path / "base") == set()


@pytest.mark.parametrize("rule", RULEBOOK, ids=named)
def test_the_flagged_example_is_flagged_and_the_fixed_one_is_not(rule: Rule, tmp_path: Path) -> None:
    lay_out(rule.flagged, tmp_path / "flagged")
    assert codes_of(rule, tmp_path / "flagged") == {rule.code}
    lay_out(rule.fixed, tmp_path / "fixed")
    assert codes_of(rule, tmp_path / "fixed") == set()


@pytest.mark.parametrize("rule", RULEBOOK, ids=named)
def test_a_rule_says_what_it_means_and_why_and_shows_it(rule: Rule) -> None:
    assert rule.means.endswith((".", "”")), "whole sentences"
    assert rule.why.endswith((".", "”")), "whole sentences"
    assert "\n" not in rule.means + rule.why, "a paragraph each"
    assert rule.flagged
    assert rule.fixed
