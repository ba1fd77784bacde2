"""The page of a work: its passages in context, beside their translations, tied to where they are quoted."""

import re
from typing import Literal

from playwright.sync_api import expect

from tests.site.page_types import Scheme
from tests.windows import Windows

WORK = "sources/chaspravdy2025article/"
TRANSLATED = "#q-272-535"


def test_each_passage_leads_to_the_places_that_quote_it(windows: Windows, address: str) -> None:
    with windows.page() as page:
        page.goto(address + WORK)
        links = page.locator(".passage > p:last-child a[href*='#']")
        targets = {str(link.get_attribute("href")): link.inner_text() for link in links.all()}
        assert len(targets) > 50
        for brief in ("kursk-pioniere", "kursk-sappers", "treaty-timeline"):
            page.goto(f"{address}briefs/{brief}/")
            shown = {
                str(identifier): (text or "").strip()
                for identifier, text in page.locator("article [id]").evaluate_all(
                    "all => all.map(one => [one.id, one.tagName === 'SUP' ? one.textContent : ''])"
                )
            }
            own = {href.partition("#")[2]: said for href, said in targets.items() if f"/{brief}/" in href}
            assert own
            for anchor, said in own.items():
                assert anchor in shown, f"{brief} has no {anchor}"
                if number := re.fullmatch(r"footnote\s(\d+)", said):
                    assert shown[anchor] == number[1]


def test_a_translation_stands_beside_its_original_and_below_it_on_a_phone(
    windows: Windows, address: str
) -> None:
    for width, beside in ((1440, True), (390, False)):
        with windows.page(viewport={"width": width, "height": 900}) as page:
            page.goto(address + WORK)
            passage = page.locator(TRANSLATED)
            original = passage.locator("blockquote").bounding_box()
            translation = passage.locator(".translation").bounding_box()
            assert original is not None
            assert translation is not None
            assert (abs(original["y"] - translation["y"]) < 4) is beside
            assert (translation["x"] > original["x"] + original["width"]) is beside
            said = passage.locator(".translation-of").inner_text()
            assert said == "Our translation, A thousand sappers for Kursk"
            expect(passage.locator(".translation p[lang=en]")).to_contain_text("According to reports")


def test_the_passage_one_came_for_is_seen(windows: Windows, address: str) -> None:
    """In light, in dark and where the system chooses all colours, a frame shows it."""
    looks: list[tuple[Scheme, Literal["none", "active"]]]
    looks = [("light", "none"), ("dark", "none"), ("dark", "active")]
    for scheme, forced in looks:
        with windows.page(color_scheme=scheme, forced_colors=forced) as page:
            page.goto(address + WORK + TRANSLATED)
            target = page.locator(":target")
            expect(target).to_be_in_viewport()
            expect(target).not_to_have_css("outline-style", "none")
            others = page.locator(".passage:not(:target)")
            expect(others.first).to_have_css("outline-style", "none")
            assert target.evaluate("one => parseFloat(getComputedStyle(one).outlineWidth)") >= 1.9
