"""The published site asks no one else for anything."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.site.page_types import PAGE_TYPES
from tests.sweep import sampled


def test_no_page_asks_another_host(chromium: Browser, project: Path, address: str) -> None:
    """Some types of page, and every fortieth of all pages; in the sweep all of them."""
    site = project / "site"
    pages = sorted(
        path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html")
    )
    assert len(pages) > 60
    asked: set[str] = set()
    complaints: list[str] = []
    with chromium.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.add(request.url))
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for place in {*sampled(PAGE_TYPES.values(), 3), *sampled(pages, 40)}:
            page.goto(address + place)
    own = urlsplit(address).netloc
    assert {url for url in asked if urlsplit(url).netloc not in ("", own)} == set()
    assert complaints == []


def test_no_page_is_loaded_before_a_reader_goes_there(project: Path) -> None:
    """Firefox loads what `<link rel=next>` names, and complains where a policy forbids it."""
    for page in sorted((project / "site").rglob("*.html")):
        head = page.read_text(encoding="utf-8").partition("</head>")[0]
        assert not re.search(r'rel="?(next|prefetch|prerender)\b', head), page
