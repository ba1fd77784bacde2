"""What is read in the short way is read as `html.parser` reads it; what is not, is left to that."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.markup.plain_html import NotPlainError
from briefgen.site.search.html_tree import parse_html, read_any, read_plain
from briefgen.site.search.indexing import site_pages
from tests.sweep import SWEEP

PIECES = """\
<p>|</p>|<P>|<li>|</li>|<ul>|</ul>|<td>|<tr>|<table>|</table>|<div class="a b">|</div>|<br>|<br/>
<img alt="a > b">|<a href=x>|<a href="?a=1&b=2">|<a title="&amp;quot">|<a title='one "word'>
<a title="one 'word">|</a>|</a >|</a x>|<b hidden ID=i>|<script>|</script>
<script>if (a<b) "</p>"</script>|<script>"<!--<script>"</script>|</SCRIPT>|<style>a>b{}</style>
<title>|</title>|<title>a<b></title>|<textarea>|</textarea>|<template>|</template>
<svg viewBox="0 0 1 1">|</svg>|<path d="m1 2"/>|<iframe>|</iframe>|<!-- a "note -->|<!-- <p> -->
<!-->|<!--->|<!-- a --!>|<!-- a -- b -->|<!--|-->|<!doctype html>|<!DOCTYPE x>|<![CDATA[x]]>
<?php ?>|<!x>|a < b|a > b|<|>|"|'|&|&amp;|&lt;p&gt;|&ampx|&#65|&#65;|&copy|&copy;|text|x y
<a b="c"d="e">|<a b = "c">|<a  b="c" >|<1>|</>|</p|<p|<a b="|<a-b.c>|<a b="<script>">|<a b="<p>">
<h2 id="one&two">|<h2 id="a&#x41;">|<o:p>|<script/>|<title/>|<noscript>|</noscript>
<p\tclass="a"\nid="b">"""
PIECES_OF_HTML = [piece for line in PIECES.splitlines() for piece in line.split("|")]


@pytest.mark.parametrize("piece", PIECES_OF_HTML)
def test_each_piece_between_others_is_read_as_the_library_reads_it(piece: str) -> None:
    for html in (piece, f"<p>before {piece} behind</p>", f'<i class="x">{piece}</i>{piece}<b>"'):
        assert parse_html(html) == read_any(html)


@given(st.lists(st.sampled_from(PIECES_OF_HTML), max_size=12).map("".join))
@settings(max_examples=200 * SWEEP, deadline=None)
def test_any_html_is_read_as_the_library_reads_it(html: str) -> None:
    assert parse_html(html) == read_any(html)


@pytest.mark.parametrize(
    "html", ["a < b", "<p title='x'>", "<title>a<b></title>", "<!-- a -- b -->", "<iframe></iframe>", "<p"]
)
def test_what_might_be_read_in_two_ways_is_left_to_the_library(html: str) -> None:
    with pytest.raises(NotPlainError):
        read_plain(html)


def test_pages_of_a_built_site_are_plain(probes_project: Path) -> None:
    pages = site_pages(probes_project / "site")
    assert len(pages) > 10
    for path in pages:
        html = (probes_project / "site" / path).read_text("utf-8")
        assert read_plain(html) == read_any(html)
