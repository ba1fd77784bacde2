"""What a quotation set as one paragraph runs over in its capture."""

import pytest

from briefgen.matching.boundaries import boundary_within

# The quotation stands between the bars.
OVER = [
    "|Mayor resigns\n\nover the weekend the town counted| its losses.",
    "|First para ends without stop\n\nand the second| begins small.",
    "Year\tDead\n2020\t|3\n2021|\t12",
    "|Year\tDead|\n2020\t3",
    "Year\t|Dead\n2020|\t3",
    "Опубликовано вчера\n\n|Мэр ушёл\n\nГород считает| потери.",
    "|市长辞职\n\n全城|都在清点损失。",
    "|See the map [3]\n\nIt is| old.",
]
OF_ONE_PIECE = [
    "|The last train\nleaves at noon\nand stops| twice.",
    "|    The last train\n\tleaves at noon|",
    "|He wrote:\n\n“The bells rang”| all night.",
    "|The bells rang.”\n\nNobody slept|.",
    "|The bells rang [3].\n\nNobody slept|.",
    "|The bells rang.[3]\n\nNobody slept|.",
    "|The bells rang,\n\nand nobody slept|.",
    "|The bells rang —\n\nand nobody slept|.",
    "|他走了。\n\n她留下了|。",
    "Opening hours\n\n|the museum is closed|",
    "2020\t|a silver cup|\n2021\ta spoon",
    "|the committee was\n\n\f of two minds|",
]


@pytest.mark.parametrize("text", OVER)
def test_over_a_boundary(text: str) -> None:
    before, quoted, after = text.split("|")
    assert boundary_within(before + quoted + after, len(before), len(before + quoted), "seeds/a.html")


@pytest.mark.parametrize("text", OF_ONE_PIECE)
def test_of_one_piece(text: str) -> None:
    before, quoted, after = text.split("|")
    assert boundary_within(before + quoted + after, len(before), len(before + quoted), "seeds/a.txt") is None


def test_the_page_of_a_pdf_ends_inside_a_sentence() -> None:
    text = "the committee was\n\nof two minds"
    assert boundary_within(text, 0, len(text), "seeds/a.pdf") is None
    assert boundary_within(text, 0, len(text), "seeds/a.html")
