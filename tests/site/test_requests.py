"""The published site asks no one else for anything."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser


def test_no_page_asks_another_host(chromium: Browser, project: Path, address: str) -> None:
    site = project / "site"
    pages = sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))
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
        for name in pages:
            page.goto(address + name.removesuffix("index.html"))
    own = urlsplit(address).netloc
    assert {url for url in asked if urlsplit(url).netloc not in ("", own)} == set()
    assert complaints == []
