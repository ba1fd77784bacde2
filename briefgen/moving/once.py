"""The same done once with each of many values, however often it is asked for while a program runs."""

from collections.abc import Callable, Sequence

from briefgen.each import Each, Item, Needs, Result, one_by_one


def once() -> Each:
    """What remembers the results of items that say what they need."""
    known: dict[Needs, object] = {}

    def each(
        function: Callable[[Item], Result],
        items: Sequence[Item],
        needs: Callable[[Item], Needs] | None = None,
        /,
    ) -> list[Result]:
        return (
            one_by_one(function, items)
            if needs is None
            else [result(function, item, needs) for item in items]
        )

    def result(function: Callable[[Item], Result], item: Item, needs: Callable[[Item], Needs]) -> Result:
        needed = needs(item)
        if needed not in known:
            made = function(item)
            if not needed or getattr(made, "is_for_now", False):
                return made
            known[needed] = made
        return known[needed]  # type: ignore[return-value]  # needs are those of one function

    return each
