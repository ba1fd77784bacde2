"""What an added or a removed page changes of the groups that are indexed."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import TypeVar

import pytest

from briefgen.disk.hashes import sha256_of
from briefgen.each import Needs, one_by_one
from briefgen.later import Later
from briefgen.site.search.parted import IndexPart
from briefgen.site.search.parting import Group, Parting, grouped
from briefgen.site.search.records import Record

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


class _Keeping:
    """Keeps what is made, under what it needs."""

    def __init__(self) -> None:
        self.kept: dict[Needs, object] = {}

    def __call__(
        self,
        function: Callable[[Item], Result],
        items: Sequence[Item],
        needs: Callable[[Item], Needs] | None = None,
        /,
    ) -> list[Result]:
        assert needs is not None
        for item in items:
            if needs(item) not in self.kept:
                self.kept[needs(item)] = function(item)
        return [self.kept[needs(item)] for item in items]  # type: ignore[misc]


def test_a_page_that_changed_around_its_text_makes_no_part_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a brief's does whose neighbour has another title: its records are what they were."""
    made: list[str] = []

    def indexed(_: Parting, name: str, __: Sequence[Record]) -> IndexPart:
        made.append(name)
        return IndexPart(str(len(made)), {}, Later.of({}), Later.of({}), {})

    monkeypatch.setattr(Parting, "_part_of", indexed)
    keeping, place = _Keeping(), tmp_path / "one.html"

    def part_of(text: str, around: str) -> str:
        beside = f"<nav data-search-exclude>{around}</nav>"
        html = (
            f"<!doctype html><html lang=en><title>One</title><article><p>{text}</p>{beside}</article></html>"
        )
        place.write_text(html, "utf-8")
        hashes = {place.name: sha256_of(html.encode())}
        parting = Parting(tmp_path, tmp_path, tmp_path, tmp_path, hashes, frozenset({"en"}), keeping, False)
        (part,) = keeping(parting.part, [(place.name,)], parting.needs)
        return part.entry

    texts = [part_of(*one) for one in (("a", "x"), ("a", "y"), ("b", "y"), ("a", "z"), ("b", "y"))]
    assert texts == ["1", "1", "2", "1", "2"]
