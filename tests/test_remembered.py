"""What a running program remembers is what it would make again, and no more than it asked for last."""

from dataclasses import dataclass

import pytest

from briefgen.remembered import Memory, remembered


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of which two may say the same."""

    name: str


def made() -> tuple[list[object], "Asked"]:
    calls: list[object] = []
    return calls, Asked(calls)


class Asked:
    """Two functions that note when they are called."""

    def __init__(self, calls: list[object]) -> None:
        @remembered()
        def by_itself(*values: object) -> tuple[object, ...]:
            calls.append(values)
            return values

        @remembered(Thing)
        def by_words(*values: object) -> tuple[object, ...]:
            calls.append(values)
            return values

        self.by_itself, self.by_words = by_itself, by_words


def test_without_a_memory_each_is_called() -> None:
    calls, asked = made()
    asked.by_itself("a")
    asked.by_itself("a")
    assert len(calls) == 2


THING = Thing("one")


@pytest.mark.parametrize(
    ("first", "second", "same", "same_by_words"),
    [
        (("a", 1), ("a", 1), True, True),
        (("a", 1), ("a", 2), False, False),
        (("a", ("b", None)), ("a", ("b", None)), True, True),
        ((THING,), (THING,), True, True),
        ((THING,), (Thing("one"),), False, True),
        (((THING, "a"),), ((Thing("one"), "a"),), False, True),
        ((THING,), (Thing("two"),), False, False),
        ((["a"],), (["a"],), False, False),
    ],
)
def test_what_counts_as_the_same(
    first: tuple[object, ...], second: tuple[object, ...], same: bool, same_by_words: bool
) -> None:
    calls, asked = made()
    with Memory().at_work():
        asked.by_itself(*first)
        asked.by_itself(*second)
        assert len(calls) == (1 if same else 2)
        calls.clear()
        asked.by_words(*first)
        asked.by_words(*second)
        assert len(calls) == (1 if same_by_words else 2)


def test_it_forgets_what_a_round_did_not_ask_for_unless_it_broke_off() -> None:
    calls, asked = made()
    memory = Memory()
    with memory.at_work():
        asked.by_itself("a")
        asked.by_itself("b")
    with memory.at_work():
        asked.by_itself("a")
    with pytest.raises(ValueError, match="broken"), memory.at_work():
        raise ValueError("broken")
    with memory.at_work():
        asked.by_itself("a")
        assert calls == [("a",), ("b",)]
        asked.by_itself("b")
        assert calls == [("a",), ("b",), ("b",)]
