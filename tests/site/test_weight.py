"""What a reader on a phone waits for: bytes as a host sends them, gzipped, and a page that does not jump."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from tests.site.page_types import PAGE_TYPES, WIDTHS
from tests.site.visit import settle, shifts
from tests.sweep import sampled

FIRST_VISIT, NEXT_VISIT = 250_000, 60_000

PHONE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
"""A slow mobile network: 150 ms to the host and back, 1.6 Mbit a second."""


@contextmanager
def phone(context: BrowserContext, page: Page) -> Iterator[CDPSession]:
    """A slow machine on a slow network."""
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", PHONE)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    yield devtools


def weigh(page: Page, devtools: CDPSession, url: str) -> dict[str, int]:
    """The bytes that came over the network for each thing a page asks for, headers included."""
    names: dict[str, str] = {}
    weights: dict[str, int] = {}
    devtools.on(
        "Network.requestWillBeSent", lambda sent: names.update({sent["requestId"]: sent["request"]["url"]})
    )
    devtools.on(
        "Network.loadingFinished",
        lambda done: weights.update({names[done["requestId"]]: int(done["encodedDataLength"])}),
    )
    page.goto(url)
    settle(page)
    return {name: weight for name, weight in weights.items() if "/search/search_index" not in name}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("briefs/kursk-pioniere/", "briefs/kursk-sappers/"),
        ("briefs/kursk-sappers/", "sources/chaspravdy2025article/"),
    ],
)
def test_a_page_is_light(chromium: Browser, address: str, first: str, then: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        weights = weigh(page, devtools, address + first)
        assert address + first in weights
        assert any(name.endswith(".css") for name in weights)
        assert sum(weights.values()) < FIRST_VISIT, weights
        weights = weigh(page, devtools, address + then)
        assert weights[address + then] > 1000
        assert sum(weights.values()) < NEXT_VISIT, weights


@pytest.mark.parametrize(
    ("name", "width"), sampled([("brief-de", 390), ("brief-de", 1440), ("briefs", 1440), ("work", 390)], 2)
)
def test_nothing_jumps_while_a_page_comes_in(chromium: Browser, address: str, name: str, width: int) -> None:
    with chromium.new_context(viewport={"width": width, "height": WIDTHS[width]}) as context:
        page = context.new_page()
        with phone(context, page):
            page.goto(address + PAGE_TYPES[name])
            settle(page)
            assert shifts(page) == []
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            page.evaluate("scrollTo(0, 0)")
            assert shifts(page) == []


def test_a_jump_would_be_seen(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}briefs/kursk-pioniere/")
        page.evaluate("document.querySelector('h1').insertAdjacentHTML('beforebegin', '<h2>Late</h2>')")
        assert len(shifts(page)) >= 1
