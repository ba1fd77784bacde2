"""Pictures of pages, and whether two of them show the same.

The pages are those of the Bridge Desk: a sentence that changes in our manual or in our briefs changes no
picture.

A picture is kept at a quarter of its size. Two are compared in blocks of 16 pixels of the page: the mean
colour of a block barely knows how a font was drawn, and is another one where a box has lost its colour or a
line has moved by a third of its height.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import product

import pypdfium2
from PIL import Image, ImageChops
from playwright.sync_api import Browser, FloatRect, Page, Route

from tests.site.desk import PAGES, SAMPLE
from tests.site.page_types import SCHEMES, WIDTHS, in_turn
from tests.sweep import SWEEP, sampled

DRAWN, SHRINK = 0.5, 2
"""A picture to keep is drawn at half its size, which is quicker, and made smaller again."""
BLOCK = int(16 * DRAWN / SHRINK)
TOLERANCE = 15
"""How far apart, of 255, the colours of a block may be."""
BLOCKS_ALLOWED = 24
"""How many blocks may be further apart: a hairline here and there that another rasteriser draws elsewhere."""

FONTS = ':root { --md-text-font: "Liberation Sans"; --md-code-font: "Liberation Mono"; }'
"""The fonts that Debian's Chromium brings: what another machine would choose is not what is looked at."""

TALLEST = 6_000
"""How much of a page is looked at, in its pixels; the rest of a long brief is seen in print."""

PRINTED = ("brief-en", "brief-de", "brief-he", "work")
"""The pages that are also printed."""

ALL_LOOKS = tuple(product(PAGES, WIDTHS, SCHEMES))
NAMES = (
    *(f"{name}-{width}-{scheme}" for name, width, scheme in ALL_LOOKS),
    *(f"{name}-print" for name in PRINTED),
)
"""The names of all pictures."""

_LOOKS = in_turn(SAMPLE, 1) if SWEEP == 1 else ALL_LOOKS
LOOKED_AT = [
    *(f"{page}-{width}-{scheme}" for page, width, scheme in _LOOKS),
    *(f"{name}-print" for name in sampled(PRINTED, 2)),
]
"""A picture of some pages in every run, of the two looks in turn, and all of them in the sweep."""


def take(chromium: Browser, address: str, name: str, *, scale: float = 1) -> Image.Image:
    """The picture of this name, of the site at this address."""
    if name.endswith("-print"):
        return _print(chromium, address + PAGES[name.removesuffix("-print")], scale)
    with opened(chromium, address, name, scale=scale) as page:
        return picture_of(page)


@contextmanager
def opened(chromium: Browser, address: str, name: str, *, scale: float = 1) -> Iterator[Page]:
    """The page that a picture shows, as it is then."""
    kind, width, scheme = name.rsplit("-", 2)
    with chromium.new_page(
        viewport={"width": int(width), "height": WIDTHS[int(width)]},
        color_scheme="dark" if scheme == "dark" else "light",
        device_scale_factor=scale,
        reduced_motion="reduce",
    ) as page:
        _open(page, address + PAGES[kind])
        yield page


def picture_of(page: Page) -> Image.Image:
    """What an open page shows now."""
    size = page.viewport_size
    assert size is not None
    height = min(page.evaluate("document.scrollingElement.scrollHeight"), TALLEST)
    clip: FloatRect = {"x": 0, "y": 0, "width": size["width"], "height": height}
    return Image.open(BytesIO(page.screenshot(full_page=True, clip=clip))).convert("RGB")


def take_small(chromium: Browser, address: str, name: str) -> Image.Image:
    """A picture as it is kept and compared."""
    return take(chromium, address, name, scale=DRAWN).reduce(SHRINK)


def differing_blocks(one: Image.Image, other: Image.Image) -> int:
    """How many blocks of two kept pictures are of different colours; all, when the pages differ in height."""
    width, height = max(one.width, other.width), max(one.height, other.height)
    blocks = -(-width // BLOCK) * -(-height // BLOCK)
    if one.width != other.width or abs(one.height - other.height) > BLOCK:
        return blocks
    size = (width, height)
    first, second = (_on_canvas(picture, size).reduce(BLOCK) for picture in (one, other))
    red, green, blue = ImageChops.difference(first, second).split()
    furthest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(furthest.histogram()[TOLERANCE + 1 :])


def same(one: Image.Image, other: Image.Image) -> bool:
    """Whether two kept pictures show the same."""
    return differing_blocks(one, other) <= BLOCKS_ALLOWED


def _open(page: Page, address: str) -> None:
    page.route("**/assets/briefgen.css", _with_patience)
    page.goto(address)
    page.add_style_tag(content=FONTS)
    page.evaluate("document.fonts.ready")


def _with_patience(route: Route) -> None:
    """The styles with a typeface that is waited for: a reader's browser does without one that comes late."""
    answer = route.fetch()
    styles = answer.text()
    assert "font-display: optional" in styles
    route.fulfill(response=answer, body=styles.replace("font-display: optional", "font-display: block"))


def _print(chromium: Browser, address: str, scale: float) -> Image.Image:
    """The sheets of a printed page, one below the other."""
    with chromium.new_page() as page:
        _open(page, address)
        document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    sheets = [sheet.render(scale=scale).to_pil().convert("RGB") for sheet in document]
    whole = Image.new("RGB", (sheets[0].width, sum(sheet.height for sheet in sheets)))
    for number, sheet in enumerate(sheets):
        whole.paste(sheet, (0, number * sheet.height))
    return whole


def _on_canvas(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    canvas = Image.new("RGB", size)
    canvas.paste(picture)
    return canvas
