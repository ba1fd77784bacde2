"""Whether words of a page are read: where Chromium paints them, and nowhere else.

Each way to show or hide them stands in a frame of its own, and is painted twice, with these words and with
others: where both pictures are the same, nobody sees which.
"""

from html import escape
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser

from briefgen.intake.readers import Document, read_document
from briefgen.intake.readers.page_unclear import Unclear

_WORDS, _OTHERS = "Nobody sees", "Yellow pages"
_WIDTH, _HEIGHT, _COLUMNS = 300, 60, 4

# Shown and hidden ways in turn, each by what is nearly the same.
_STYLES = """
opacity: calc(1 - 1) | opacity: 0e5 | opacity: -1 | opacity: 1e0 | opacity: min(1, .5) | opacity: 0px
filter: opacity(calc(0)) | filter: opacity(50%)
display: none; display: bogus | visibility: hidden; visibility: bogus | opacity: 0; opacity: bogus
display: none; display: block
font-size: calc(0px) | font-size: 1e-9px | font-size: .4px | font-size: min(0px, 1px)
font-size: calc(1em - 16px)
font-size: clamp(1rem, 2vw, 3rem) | font-size: 1e1px | font-size: -5px | font: 0/0 a | font: .8em/1.2 serif
height: calc(0px); overflow: hidden | height: calc(1px + 2em); overflow: hidden
width: 1e2px; overflow: hidden
display: contents; height: 0; overflow: hidden | display: contents; opacity: 0
display: contents; font-size: 0
position: absolute; left: calc(-99999px) | position: absolute; top: -9e9px
position: absolute; inset-block-start: -99999px | position: absolute; inset-inline: -9999px auto
position: absolute; left: -2000px; right: -2000px; text-align: center
position: absolute; left: -5000px; width: 5100px; text-align: right
position: absolute; left: -5000px; width: 4000px; text-align: right
position: absolute; transform: translate(0, -9999px) | transform: translateX(-9999%)
transform: translate3d(-9999px, 0, 0) | transform: translate(calc(-100% - 9999px)) | translate: 0 -9999px
transform: translate(-1000px) translate(1000px) | margin-left: 1000px; transform: translate(-1000px)
position: absolute; left: 1000px; transform: translateX(-1000px) | translate: -5%
transform: matrix(0, 0, 0, 0, 0, 0) | transform: matrix(1, 0, 0, 0, 0, 0)
transform: matrix(1, 2, 2, 4, 0, 0)
width: 90px; margin: 0; transform: matrix(0, -1, 1, 0, 0, 0) | transform: matrix(1, 0, 0, 1, -9999, 0)
transform: matrix3d(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)
transform: rotateX(90deg) | transform: rotateY(.25turn) | transform: rotateY(100grad) | rotate: x 90deg
transform: rotate3d(1, 0, 0, 90deg) | transform: perspective(100px) rotateX(90deg)
transform: rotateX(90deg) rotateX(-90deg) | transform: rotateX(80deg) scaleY(5) | rotate: 5deg
transform: scale(0%) | transform: scale(1, 0) | transform: scale(.001) | transform: scaleZ(0)
scale: 0% | scale: 1 0
block-size: 0; overflow: hidden | max-block-size: 0; overflow: hidden | zoom: .0001 | zoom: .5
contain: paint; height: 0 | contain: paint; height: 2em
clip-path: inset(999px) | clip-path: inset(50% 0) | clip-path: inset(1px 5%)
clip-path: circle(0)
clip-path: circle(90%) | clip-path: ellipse(0 0) | clip-path: ellipse(50% 0) | clip-path: rect(0 0 0 0)
clip-path: rect(0 900px 90px 0) | clip-path: xywh(0 0 0 0) | clip-path: polygon(0 0, 0 0, 0 0)
clip-path: path('M0 0') | clip-path: polygon(0 0, calc(100% - 12px) 0, calc(100% - 12px) 100%, 0 100%)
clip-path: polygon(0 0, 100% 0, 100% calc(100% - 2px), 0 calc(100% - 2px)) | clip-path: polygon(0 0, 9px 0)
mask-image: linear-gradient(to right, #000, transparent) | mask-size: 9px
mask-image: linear-gradient(transparent, #0000) | mask: linear-gradient(#000, transparent) | mask-image: none
-webkit-mask: linear-gradient(rgba(0, 0, 0, 0), transparent)
color: hsl(0 0% 100%) | color: rgb(100% 100% 100%) | color: rgb(255 255 255 / 100%) | color: hwb(0 100% 0%)
color: lab(100% 0 0) | color: oklch(1 0 0) | color: color(srgb 1 1 1) | color: Canvas | color: oklch(.5 .1 20)
color: hsl(0 50% 50%) | color: rgb(255 0 0) | color: lab(0% 0 0)
scale: 50% | transform: scale(-1, 1) | transform: skewX(90deg) | transform: skewX(10deg)
"""
_SHEET = "data:text/css,.a%7bdisplay:none%7d"
_ELSE = [
    *(
        f"<div><template shadowrootmode=open>{slot}</template><b{place}>@</b></div>"
        for slot in ("", "<slot></slot>", "<slot name=b></slot>")
        for place in ("", " slot=b")
    ),
    "<div><template shadowrootmode=open><p>@</p></template></div>",
    *(
        f"<div><template shadowrootmode=open>{outer}<section><template shadowrootmode=open><slot></slot>"
        "</template>in</section></template>@</div>"
        for outer in ("", "<slot></slot>")
    ),
    *(f"<span style='{one}'>@</span>" for one in ("transform: scale(0)", "width: 0; overflow: hidden")),
    *(
        f"<span style='{one}'>@</span>"
        for one in ("text-indent: -9999px", "opacity: 0", "clip-path: inset(50%)")
    ),
    "<span style='float: left; width: 0; overflow: hidden; white-space: nowrap'>@</span>",
    "<div style='display: flex'><span style='width: 0; overflow: hidden'>@</span></div>",
    *(f"<div style='font-size: .4px'><p style='font-size: {one}'>@</div>" for one in ("9px", "40em", "2em")),
    *(f"<div style='font-size: 0'><p style='font: {one}'>@</div>" for one in ("9px a", "700 0 a", "large a")),
    "<div style='font-size: 0'><button>@</button></div>",
    *(
        f"<div style='{one}transform: rotateX(-90deg)'><p style='transform: rotateX(90deg)'>@</div>"
        for one in ("transform-style: preserve-3d; ", "")
    ),
    f"<link rel=stylesheet href='{_SHEET}'><p class=a>@",
    "<link rel=stylesheet href='data:text/css;base64,LmF7ZGlzcGxheTpub25lfQ'><p class=a>@",
    "<link rel=stylesheet href='data:text/plain,.a%7bdisplay:none%7d'><p class=a>@",
    "<link rel=stylesheet href='data:,.a%7bdisplay:none%7d'><p class=a>@",
    f"<link rel='alternate stylesheet' title=x href='{_SHEET}'><p class=a>@",
    f"<link rel=stylesheet disabled href='{_SHEET}'><p class=a>@",
    f"<link rel=stylesheet type=text/plain href='{_SHEET}'><p class=a>@",
    f"<link rel=stylesheet href='{_SHEET}'><style>.a {{ display: block }}</style><p class=a>@",
    f"<style>.a {{ display: block }}</style><link rel=stylesheet href='{_SHEET}'><p class=a>@",
    "<style title=x>.b { color: red }</style><style title=y>.a { display: none }</style><p class=a>@",
    "<style type=text/plain>.a { display: none }</style><p class=a>@",
    "<style><!-- .a { display: none } --></style><p class=a>@",
    *(
        f"<style>.a, {one} {{ display: none }}</style><p class=a>@"
        for one in (":bogus", "::-moz-x", "::-webkit-x")
    ),
    "<title>@</title>",
    "<title style='display: block'>@</title>",
    "<desc>@</desc><defs>x</defs>",
    "<svg><title>@</title><text y=20>x</text></svg>",
    "<svg><text y=20>x<desc>@</desc></text></svg>",
    "<svg><foreignObject width=200 height=50><desc>@</desc></foreignObject></svg>",
    "<svg><defs><text y=20>@</text></defs></svg>",
    "<svg><symbol><text y=20>@</text></symbol></svg>",
    "<svg><defs><g id=g><text y=20>@</text></g></defs><use href='#g'/></svg>",
    "<svg width=9 height=9><symbol id=s><text y=20>@</text></symbol></svg><svg><use xlink:href='#s'/></svg>",
    "<svg viewBox='0 0 1 1'><text y=.2 style='font-size: .1px'>@</text></svg>",
]
_STYLED = [style.strip() for line in _STYLES.split("\n") for style in line.split("|")]
CASES = [f'<p style="{style}">@</p>' for style in _STYLED if style] + _ELSE


def _page(inner: str) -> str:
    return f"<!DOCTYPE html><html><body>A page.{inner.replace('@', _WORDS)}</body></html>"


_OTHER_WORDS = """([before, after]) => {
  const within = (page) => [page, ...[...page.querySelectorAll("*")].flatMap((one) => one.shadowRoot || [])]
  const frames = [...document.querySelectorAll("iframe")].map((one) => one.contentDocument)
  for (const page of [document, ...frames].flatMap(within)) {
    const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(before, after)
  }
}"""


def _framed(inner: str, x: int, y: int) -> str:
    """A case at its place: what has sheets or a head of its own is a page of its own."""
    box = f"position: absolute; left: {x}px; top: {y}px; width: {_WIDTH}px; height: {_HEIGHT}px"
    if inner.startswith(("<link", "<style", "<title", "<div><template")):
        return f'<iframe srcdoc="{escape(_page(inner))}" style="border: 0; {box}"></iframe>'
    return f'<div style="contain: strict; {box}">A page.{inner.replace("@", _WORDS)}</div>'


@pytest.fixture(scope="module")
def shown(chromium: Browser) -> list[bool]:
    """Whether somebody sees the words of each case."""
    corners = [(at % _COLUMNS * _WIDTH, at // _COLUMNS * _HEIGHT) for at in range(len(CASES))]
    frames = "".join(_framed(one, x, y) for one, (x, y) in zip(CASES, corners, strict=True))
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.set_viewport_size({"width": _WIDTH * _COLUMNS, "height": corners[-1][1] + _HEIGHT})
        page.set_content(f"<!DOCTYPE html>{frames}", wait_until="load")
        these = Image.open(BytesIO(page.screenshot()))
        page.evaluate(_OTHER_WORDS, [_WORDS, _OTHERS])
        others = Image.open(BytesIO(page.screenshot()))
    frame = [(x, y, x + _WIDTH, y + _HEIGHT) for x, y in corners]
    return [these.crop(one).tobytes() != others.crop(one).tobytes() for one in frame]


def test_there_is_something_to_see_and_something_hidden(shown: list[bool]) -> None:
    assert min(shown.count(True), shown.count(False)) > 30


def test_words_are_read_where_chromium_paints_them(shown: list[bool]) -> None:
    read = [_WORDS in read_document(Document(_page(one).encode()), "html").text for one in CASES]
    told = zip(CASES, shown, read, strict=True)
    assert [(case, there) for case, there, ours in told if there != ours] == []


_NOT_UNDERSTOOD = [
    """<p style="clip-path: path('M0 0L9 9')">@</p>""",
    "<p style='clip-path: url(#c)'>@</p>",
    "<p style='clip-path: inset(0 0 999px 0)'>@</p>",
    "<p style='mask: url(x.png)'>@</p>",
    "<p style='mask-image: linear-gradient(currentcolor 60%, transparent)'>@</p>",
    "<p style='clip-path: polygon(0 0, calc(sin(1) * 9px) 0, 0 9px)'>@</p>",
    "<p style='opacity: calc(sin(0))'>@</p>",
    "<p style='transform: bogus(5)'>@</p>",
    "<p style='contain: strict'>@</p>",
    "<style>p:dir(ltr) { display: none }</style><p>@</p>",
]


@pytest.mark.parametrize("inner", _NOT_UNDERSTOOD)
def test_what_may_hide_words_and_is_not_understood_is_said_once(inner: str) -> None:
    reading = read_document(Document(_page(inner * 2).encode()), "html")
    assert _WORDS in reading.text
    [note] = reading.notes
    assert "styles that are not understood may hide words that stand in the text" in note
    assert "`--browser`" in note
    assert "1 more" in note


def test_of_many_styles_the_words_below_are_asked_for_once() -> None:
    words = iter(["Words"])  # of which there are no more
    unclear = Unclear()
    for number in range(9):
        unclear.add(f"zoom: foo({number})", lambda: next(words))
    assert "zoom: foo(0) of “Words”, and 8 more" in unclear.told()[0]


def test_nothing_is_said_of_styles_that_are_understood() -> None:
    known = [one for one in CASES if not one.startswith("<link")]
    notes = {one: read_document(Document(_page(one).encode()), "html").notes for one in known}
    assert {one: told for one, told in notes.items() if told} == {}
