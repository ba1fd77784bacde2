"""The guard reads HTML in a short way, as far as `html.parser` reads it so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.markup.plain_html import NotPlainError
from briefgen.render.guard.reading import Element, read_any, read_html, read_plain
from tests.site.search.test_plain_html import PIECES_OF_HTML
from tests.sweep import SWEEP


def parts(element: Element) -> tuple[object, ...]:
    inside = [one if isinstance(one, str) else parts(one) for one in element.children]
    return element.name, dict(element.attributes), element.classes, inside


def test_each_piece_is_read_as_the_library_reads_it() -> None:
    for piece in PIECES_OF_HTML:
        for html in (piece, f"<p>before {piece} behind</p>", f'<i class="x">{piece}</i>{piece}<b>"'):
            assert parts(read_html(html)) == parts(read_any(html))


@given(st.lists(st.sampled_from(PIECES_OF_HTML), max_size=12).map("".join))
@settings(max_examples=100 * SWEEP, deadline=None)
def test_any_html_is_read_as_the_library_reads_it(html: str) -> None:
    assert parts(read_html(html)) == parts(read_any(html))


@pytest.mark.parametrize("html", ["<script>a</script>", "<style>b</style>", "<p title='x'>", "a < b"])
def test_what_is_left_to_the_library(html: str) -> None:
    with pytest.raises(NotPlainError):
        read_plain(html)


def test_what_is_read_in_the_short_way() -> None:
    html = '<div class="a b"><p data-at="1">x &amp; y<br />z</p></div>'
    assert parts(read_plain(html)) == parts(read_any(html))
