"""Measures a brief on a phone: screens, where corrections and checks stand, notes, bytes of a first visit.

python -m tests.site.measure SITE [PAGE]     # a built site, and briefs/kursk-sappers/
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import CHROMIUM_FLAGS, CHROMIUM_MISSING, find_chromium, serve
from tests.site.page_types import WIDTHS
from tests.site.test_weight import weigh

_PAGE = "briefs/kursk-sappers/"
_SAID = """() => {
    const at = (place) => {
        const found = document.querySelector(place);
        return found ? Math.round(found.getBoundingClientRect().top + scrollY) : null;
    };
    const count = (what) => document.querySelectorAll(what).length;
    return {
        height: document.documentElement.scrollHeight,
        "first correction": at(".wrong li"),
        "end of the list of corrections": at(".wrong .no-intent"),
        "how it was checked": at("#how-checked"),
        notes: count("article .footnote > ol > li"),
        "marks of notes": count("article .footnote-ref"),
        headings: count("article :is(h1, h2, h3, h4)"),
        "stops of the keyboard": count("a[href]:not([tabindex='-1']), button, select, input, summary"),
    };
}"""


def main(arguments: list[str]) -> int:
    chromium = find_chromium()
    if not arguments or chromium is None:
        print(CHROMIUM_MISSING if arguments else __doc__)
        return 2
    page_path = arguments[1] if len(arguments) > 1 else _PAGE
    with serve(Path(arguments[0])) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        page = browser.new_page(viewport={"width": 390, "height": WIDTHS[390]})
        devtools = page.context.new_cdp_session(page)
        devtools.send("Network.enable")
        weights = weigh(page, devtools, address + page_path)
        for name, value in page.evaluate(_SAID).items():
            screens = "" if name in _COUNTED or value is None else f", screen {value / WIDTHS[390]:.1f}"
            print(f"{name}: {value}{screens}")
        print(f"bytes of a first visit, gzipped: {sum(weights.values())}")
        browser.close()
    return 0


_COUNTED = ("notes", "marks of notes", "headings", "stops of the keyboard")

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
