"""What two parsers read in two ways is refused, or is no element for either."""

import pytest

from briefgen.parse.checks import raw_html
from tests.hostile.nested_html import INERT, REFUSED
from tests.parse.reading import found_by


@pytest.mark.parametrize("piece", REFUSED)
def test_it_is_refused(piece: str) -> None:
    found = found_by((raw_html.CHECK,), f"a\n\n{piece}\n\nb")
    assert {one.rule.name for one in found} == {"html-refused"}
    assert {one.span.line for one in found} <= {*range(3, 4 + piece.count("\n"))}


@pytest.mark.parametrize("piece", INERT)
def test_it_is_no_element(piece: str) -> None:
    assert found_by((raw_html.CHECK,), f"a\n\n{piece}\n\nb") == []
