"""How many hostile inputs there are, each with what is expected of it: the tests beside this one run them."""

from tests.hostile import bibliography_shapes, documents, shapes

INPUTS = (
    *(f"a text: {shape.name}" for shape in shapes.SHAPES),
    *(f"a bibliography: {name}" for name in bibliography_shapes.SHAPES),
    *(f"a document: {name}" for name in documents.DOCUMENTS),
)


def test_there_are_at_least_four_hundred() -> None:
    assert len({*INPUTS}) >= 400
