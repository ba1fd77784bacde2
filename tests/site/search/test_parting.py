"""What an added or a removed page changes of the groups that are indexed."""

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import TypeVar

from briefgen.each import Needs, one_by_one
from briefgen.site.search.parting import Group, Parting, grouped

Item = TypeVar("Item")
Result = TypeVar("Result")

PAGES = [f"briefs/b{number:05}/index.html" for number in range(3000)]


def _new(pages: list[str]) -> set[Group]:
    return {*grouped(pages)} - {*grouped(PAGES)}


def test_a_page_more_or_less_makes_one_new_group_and_seldom_two() -> None:
    changed = []
    for place in range(0, len(PAGES), 25):
        page = PAGES[place]
        changed.append(len(_new([one for one in PAGES if one != page])))
        changed.append(len(_new([*PAGES[: place + 1], f"{page}.more", *PAGES[place + 1 :]])))
    assert changed.count(1) > 0.9 * len(changed)
    assert {1} <= {*changed} <= {0, 1, 2}


def test_all_pages_are_in_one_group_each_in_their_order() -> None:
    assert [page for group in grouped(PAGES) for page in group] == PAGES
    assert grouped([]) == []


class _Noting:
    """Notes what each record is made from, and makes none."""

    def __init__(self) -> None:
        self.needs: set[Needs] = set()

    def __call__(
        self,
        function: Callable[[Item], Result],
        items: Sequence[Item],
        needs: Callable[[Item], Needs] | None = None,
        /,
    ) -> list[Result]:
        assert needs is not None
        self.needs |= {needs(item) for item in items}
        return one_by_one(function, [], needs)


def _needs(hashes: dict[str, str]) -> tuple[set[Needs], set[Needs]]:
    """What all parts of an index are made from, and the records of all pages."""
    here, noting = PurePath("here"), _Noting()
    parting = Parting(here, here, here, here, hashes, frozenset({"en"}), noting, offline=False)
    groups = grouped(PAGES)
    parting.records([page for group in groups for page in group])
    return {parting.needs(group) for group in groups}, noting.needs


def test_one_changed_text_makes_one_part_and_the_records_of_one_page_anew() -> None:
    before = dict.fromkeys(PAGES, "as it was")
    for page in PAGES[::500]:
        parts, records = _needs(before | {page: "changed"})
        known_parts, known_records = _needs(before)
        assert (len(parts - known_parts), len(records - known_records)) == (1, 1)
