"""Search on the repository's own site, in Chromium: it finds the word and leads to the section with it."""

from urllib.parse import unquote

import pytest

from tests.site.search_dialog.dialog import Dialog
from tests.sweep import sampled
from tests.windows import Windows

PROBES = [
    # word, page, words of the section
    ("Pioniere", "briefs/kursk-pioniere/", "Pioniere"),
    ("sappers", "briefs/kursk-sappers/", "sappers"),
    ("Beloussow", "briefs/kursk-pioniere/", "Beloussow"),
    ("treaty", "briefs/treaty-timeline/", "treaty"),
]


@pytest.mark.parametrize(
    ("word", "path", "text"), sampled(PROBES, 3), ids=[one for one, *_ in sampled(PROBES, 3)]
)
def test_search_leads_to_the_right_section(
    windows: Windows, address: str, word: str, path: str, text: str
) -> None:
    with windows.page() as page:
        page.goto(address + path)  # a reader of that language
        found = [link for link in Dialog(page).open().look_for(word).links if link.startswith(path)]
        assert found, "the page is not among the first results"
        page.goto(address + found[0])
        place = unquote(found[0].partition("#")[2])
        section = page.locator(f"[id='{place}']") if place else page.locator("article")
        # A heading stands before its section, a note or a box holds it.
        said = section.evaluate(
            "node => node.matches('h1, h2, h3') ? node.parentElement.innerText : node.innerText"
        )
        assert text in said
