"""Search on the built site, in Chromium: it finds the word and leads to the section that holds it."""

from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

PROBES = [
    # word, page, words of the section's heading
    ("Pioniere", "/briefs/kursk-pioniere/", "Pioniere"),
    ("sappers", "/briefs/kursk-sappers/", "sappers"),
    ("Beloussow", "/briefs/kursk-pioniere/", ""),
    ("treaty", "/briefs/treaty-timeline/", "treaty"),
]


@pytest.mark.parametrize(("word", "path", "heading"), PROBES, ids=[probe[0] for probe in PROBES])
def test_search_leads_to_the_right_section(
    chromium: Browser, address: str, word: str, path: str, heading: str
) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address)
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially(word)
    results = page.locator(".md-search-result__link")
    results.first.wait_for()
    for more in page.locator(".md-search-result__more summary").all():
        more.click()
    found = [str(link.get_attribute("href")) for link in results.all()]
    sections = [link for link in found if unquote(urlsplit(link).path) == path and urlsplit(link).fragment]
    assert sections, f"{word}: no section of {path} among {found}"
    page.goto(sections[0].partition("?")[0] + "#" + urlsplit(sections[0]).fragment)
    target = page.locator(f'[id="{unquote(urlsplit(sections[0]).fragment)}"]')
    assert heading.lower() in target.inner_text().lower()
    # The section: everything from its heading to the next one.
    section = target.evaluate(
        """heading => {
            const headings = [...document.querySelectorAll('article h1, article h2, article h3')];
            const next = headings[headings.indexOf(heading) + 1];
            const range = document.createRange();
            range.setStartBefore(heading);
            if (next) range.setEndBefore(next); else range.setEndAfter(document.querySelector('article'));
            return range.toString();
        }"""
    )
    assert word.lower() in section.lower()
    page.close()
