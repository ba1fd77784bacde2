"""The ids in raw HTML that are found in a shorter way are those that MkDocs finds."""

from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.structure.pages import _RawHTMLPreprocessor

from briefgen.site.quick_anchors import anchors_in
from tests.site.search.test_plain_html import PIECES_OF_HTML
from tests.sweep import SWEEP

PIECES = [
    *PIECES_OF_HTML,
    *('<a name="n">', "<a name>", "<p id>", '<p id="">', '<p id="a" ID="b">', "<P ID=c>", '<br id="d"/>'),
    *(
        "{ #e id='f' }",
        '`<p id="g">`',
        "the name = id",
        '<p name="h">',
        "<p data-id='i'>",
        '<x-y id="j&amp;k">',
    ),
]


def by_mkdocs(text: str) -> set[str]:
    step = _RawHTMLPreprocessor()
    step.run(text.split("\n"))
    return step.present_anchor_ids


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
@settings(max_examples=100 * SWEEP, deadline=None)
def test_any(text: str) -> None:
    assert anchors_in(text) in (None, by_mkdocs(text))


def test_each() -> None:
    for piece in PIECES:
        text = f'a {piece} b <i id="z">{piece}</i>'
        assert anchors_in(text) in (None, by_mkdocs(text)), piece
    assert anchors_in('a <p id="b"><a name="c">d</a></p>') == {"b", "c"}
