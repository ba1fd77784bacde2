"""From a disk, where a page may load nothing but scripts: the index is one of them."""

from pathlib import Path

from playwright.sync_api import Page

from tests.site.search_dialog.dialog import Dialog


def test_a_site_opened_from_a_file_can_be_searched(offline_site: Path, any_page: Page) -> None:
    page = any_page
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((offline_site / "treaty/index.html").as_uri())
    assert not [url for url in asked if "search" in url]

    dialog = Dialog(page).look_for("ministries")
    assert [link.rpartition("/treaty/")[2] for link in dialog.links] == ["#what-it-says"]
    assert [link.rpartition("/")[2] for link in dialog.look_for("maßnahme").links] == ["#was-geschah"]
    assert [link.rpartition("/")[2] for link in dialog.look_for("조약을").links] == ["#joyak"]
    page.locator(".search summary").click()
    page.get_by_label("Cites the source").wait_for()

    scripts = [url for url in asked if url.endswith(("search.js", "search-index.js"))]
    assert [url.rpartition("/")[2] for url in scripts] == ["search.js", "search-index.js"]
    assert {url.partition(":")[0] for url in asked} == {"file", "blob"}
    assert complaints == []
