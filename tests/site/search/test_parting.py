"""What an added or a removed page changes of the groups that are indexed."""

from briefgen.site.search.parting import Group, grouped

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
