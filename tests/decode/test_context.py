import pytest

from tests.decode.reading import Place, context, places


def test_a_context_box_has_a_title_and_a_date() -> None:
    assert context("title: The treaty\nas_of: 2026-01-20\n") == (("The treaty", "2026-01-20"), [])


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("title: The treaty\n", [("yaml-missing-key", 1, 1)]),
        ("as_of: 2026-01-20\n", [("yaml-missing-key", 1, 1)]),
        ("title: The treaty\nas-of: 2026-01-20\n", [("yaml-unknown-key", 3, 1)]),
        ("title: The treaty\nas_of: 2026\n", [("not-a-date", 3, 8)]),
    ],
)
def test_a_context_box_lacks_something(keys: str, expected: list[Place]) -> None:
    value, found = context(keys)
    assert "" in value
    assert places(found) == expected
