"""Every type of page looks as it did when somebody last looked at it: see `tests/site/screenshots.py`."""

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.site.pictures import DRAWN, NAMES, SHRINK, differing_blocks, same, take, take_small
from tests.site.screenshots import KEPT, kept
from tests.sweep import SWEEP

UPDATE = "look at `python -m tests.site.screenshots FOLDER`, then `python -m tests.site.screenshots --update`"

SEEN = {
    "a box of another colour": ".admonition.context { background-color: #fbf9f4 !important; }",
    "a heading that is gone": "h2#work-examined { display: none !important; }",
    "a column that has moved": ".md-content { translate: 24px; }",
    "a mark without its colour": "article mark { background: none !important; }",
    "verdicts without a frame": ".verdict { border: 0 !important; background: none !important; }",
    "text of another size": "article p { font-size: 1.03em !important; }",
}


LOOKED_AT = [name for name in NAMES if SWEEP > 1 or name.endswith(("-390-light", "-1440-dark", "-print"))]
"""Half of the pictures in every run, all in the sweep: each page at each width, and in each scheme."""


@pytest.mark.parametrize("name", LOOKED_AT)
def test_it_looks_as_it_did(chromium: Browser, address: str, name: str) -> None:
    now = take_small(chromium, address, name)
    different = differing_blocks(kept(name), now)
    assert same(kept(name), now), f"{different} blocks of {name} are different: {UPDATE}"


def test_nothing_else_is_kept() -> None:
    assert {path.stem for path in KEPT.iterdir()} == set(NAMES)


@pytest.fixture(scope="module")
def before(chromium: Browser, address: str) -> Image.Image:
    return take_small(chromium, address, "brief-en-1440-light")


@pytest.mark.parametrize("style", SEEN.values(), ids=SEEN)
def test_a_change_is_seen(chromium: Browser, address: str, before: Image.Image, style: str) -> None:
    assert not same(before, take_small(chromium, address, "brief-en-1440-light", style=style))


def test_another_way_to_draw_letters_is_no_change(
    chromium: Browser, address: str, before: Image.Image
) -> None:
    """Drawn at full size and then made small, letters have other edges and hairlines another weight."""
    other = take(chromium, address, "brief-en-1440-light").reduce(int(SHRINK / DRAWN))
    assert differing_pixels(before, other) > 0
    assert same(before, other)


def differing_pixels(one: Image.Image, other: Image.Image) -> int:
    return sum(a != b for a, b in zip(one.tobytes(), other.tobytes(), strict=True))
