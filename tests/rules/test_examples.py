"""What the manual says of a rule is so: its flagged example is flagged, its fixed one is not.

The examples are goldens, too: a rule needs no folder in `tests/golden` beside them, unless it is `unshown`.
"""

from pathlib import Path

import pytest

from briefgen.rulebook import RULEBOOK
from briefgen.rules.families import FAMILIES, rules_of
from briefgen.rules.rule import Rule
from tests.rules.projects import codes_of, lay_out

GOLDEN = Path(__file__).parents[1] / "golden"

# Families whose rules are still to be written. Nothing may be added here.
NOT_YET = set(
    """
    citations bibliography
    output dialects
    boxes findings between
    """.split()
)
UNWRITTEN = {rule for family in FAMILIES if family.name in NOT_YET for rule in rules_of(family, RULEBOOK)}

# What an example cannot do without showing, beside its own rule.
TOGETHER: dict[str, set[str]] = {}

WRITTEN = [rule for rule in RULEBOOK if rule not in UNWRITTEN]
SHOWN = [rule for rule in WRITTEN if not rule.unshown]


def named(rule: Rule) -> str:
    return f"{rule.code}-{rule.name}"


def test_the_base_has_no_fault(tmp_path: Path) -> None:
    lay_out((), tmp_path / "base")
    assert codes_of(RULEBOOK[0], tmp_path / "base") == set()


@pytest.mark.parametrize("rule", SHOWN, ids=named)
def test_the_flagged_example_is_flagged_and_the_fixed_one_is_not(rule: Rule, tmp_path: Path) -> None:
    lay_out(rule.flagged, tmp_path / "flagged")
    assert codes_of(rule, tmp_path / "flagged") == {rule.code} | TOGETHER.get(rule.code, set())
    lay_out(rule.fixed, tmp_path / "fixed")
    assert codes_of(rule, tmp_path / "fixed") == set()


@pytest.mark.parametrize("rule", WRITTEN, ids=named)
def test_a_rule_says_what_it_means_and_why_and_shows_it(rule: Rule) -> None:
    assert rule.means.endswith((".", "”")), "whole sentences"
    assert rule.why.endswith((".", "”")), "whole sentences"
    assert "\n" not in rule.means + rule.why, "a paragraph each"
    if rule.unshown:
        assert not rule.flagged
        assert not rule.fixed
        assert rule.unshown.goldens
    else:
        assert rule.flagged
        assert rule.fixed


@pytest.mark.parametrize("rule", [rule for rule in RULEBOOK if rule.unshown], ids=named)
def test_what_no_example_shows_a_golden_shows(rule: Rule) -> None:
    assert rule.unshown
    for golden in rule.unshown.goldens:
        assert rule.code in (GOLDEN / golden / "expected/findings.txt").read_text("utf-8")


def test_only_what_is_still_to_be_written_is_listed_as_such() -> None:
    assert {family.name for family in FAMILIES} >= NOT_YET
    assert any(not rule.means for rule in UNWRITTEN) == bool(NOT_YET)
