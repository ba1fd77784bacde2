"""Every type of page looks as it did when somebody last looked at it: see `tests/site/screenshots.py`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.repository import ROOT
from tests.site.desk import PAGES, PROJECT
from tests.site.pictures import (
    DRAWN,
    LOOKED_AT,
    NAMES,
    SHRINK,
    differing_blocks,
    opened,
    picture_of,
    same,
    take,
    take_small,
)
from tests.site.screenshots import KEPT, kept
from tests.sweep import sampled

UPDATE = "look at `python -m tests.site.screenshots FOLDER`, then `python -m tests.site.screenshots --update`"

SEEN = {
    "a box of another colour": ".admonition.context { background-color: #fbf9f4 !important; }",
    "a heading that is gone": "h2#work-examined { display: none !important; }",
    "a column that has moved": ".md-content { translate: 24px; }",
    "a mark without its colour": "article mark { background: none !important; }",
    "verdicts without a frame": ".verdict { border: 0 !important; background: none !important; }",
    "text of another size": "article p { font-size: 1.03em !important; }",
}


@pytest.mark.parametrize("name", LOOKED_AT)
def test_it_looks_as_it_did(chromium: Browser, desk_address: str, name: str) -> None:
    now = take_small(chromium, desk_address, name)
    different = differing_blocks(kept(name), now)
    assert same(kept(name), now), f"{different} blocks of {name} are different: {UPDATE}"


def test_nothing_else_is_kept() -> None:
    assert {path.stem for path in KEPT.iterdir()} == set(NAMES)


def test_a_page_of_every_kind_is_looked_at(desk: Path) -> None:
    site = desk / "site"
    built = {path.relative_to(site).parts[0] for path in site.rglob("*.html")}
    assert built == {place.partition("/")[0] or "index.html" for place in PAGES.values()}


def test_the_project_is_built_as_our_site_is() -> None:
    ours, theirs = (yaml.safe_load((root / "mkdocs.yml").read_text("utf-8")) for root in (ROOT, PROJECT))
    for name in ("markdown_extensions", "plugins"):
        assert ours[name] == theirs[name]
    assert {name: value for name, value in ours["theme"].items() if name != "variant"} == theirs["theme"]


@pytest.fixture(scope="module")
def brief(chromium: Browser, desk_address: str) -> Iterator[Page]:
    """A brief on a wide screen."""
    with opened(chromium, desk_address, "brief-en-1440-light", scale=DRAWN) as page:
        yield page


@pytest.fixture(scope="module")
def before(brief: Page) -> Image.Image:
    return picture_of(brief).reduce(SHRINK)


@pytest.mark.parametrize("style", sampled(SEEN.values(), 3), ids=sampled(SEEN, 3))
def test_a_change_is_seen(brief: Page, before: Image.Image, style: str) -> None:
    added = brief.add_style_tag(content=style)
    assert not same(before, picture_of(brief).reduce(SHRINK))
    added.evaluate("element => element.remove()")
    assert same(before, picture_of(brief).reduce(SHRINK))


def test_another_way_to_draw_letters_is_no_change(
    chromium: Browser, desk_address: str, before: Image.Image
) -> None:
    """Drawn at full size and then made small, letters have other edges and hairlines another weight."""
    other = take(chromium, desk_address, "brief-en-1440-light").reduce(int(SHRINK / DRAWN))
    assert differing_pixels(before, other) > 0
    assert same(before, other)


def differing_pixels(one: Image.Image, other: Image.Image) -> int:
    return sum(a != b for a, b in zip(one.tobytes(), other.tobytes(), strict=True))
