"""A page as a browser met it: what it asked for, what it complained of, where its links lead."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response
from playwright.sync_api import TimeoutError as TooLongError

LINKS = """() => [...document.querySelectorAll("[href], [src]")].map(element => {
    const address = element.getAttribute("href") ?? element.getAttribute("src");
    return new URL(address, document.baseURI).href;
})"""

CALM = """async () => {
    const finished = () => performance.getEntriesByType("resource").length;
    for (let before = -1; before < finished(); ) {
        before = finished();
        await new Promise(resolve => setTimeout(resolve, 5000));
    }
}"""

SHIFTS = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();  // what has moved is noted when it has been drawn
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: "layout-shift", buffered: true});
    return observer.takeRecords().map(shift =>
        `${shift.value}: ${shift.sources.map(source => source.node?.outerHTML?.slice(0, 80))}`);
}"""


@dataclass(slots=True)
class Visit:
    """What was seen since the visit began; grows while it lasts."""

    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def watched(page: Page) -> Iterator[Visit]:
    """Watch a page while the body opens and uses it."""
    visit = Visit()

    def asks(request: Request) -> None:
        visit.asked.append(request.url)

    def fails(request: Request) -> None:
        if not is_left(request):
            visit.failed.append(request.url)

    def answers(answer: Response) -> None:
        if answer.status >= 400:
            visit.failed.append(answer.url)

    def breaks(error: Error) -> None:
        visit.complaints.append(str(error))

    def says(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            visit.complaints.append(message.text)

    page.on("request", asks)
    page.on("requestfailed", fails)
    page.on("response", answers)
    page.on("pageerror", breaks)
    page.on("console", says)
    try:
        yield visit
    finally:
        page.remove_listener("request", asks)
        page.remove_listener("requestfailed", fails)
        page.remove_listener("response", answers)
        page.remove_listener("pageerror", breaks)
        page.remove_listener("console", says)


def is_left(request: Request) -> bool:
    """Whether nothing is wrong, but the reader went on before it was answered."""
    return request.failure == "net::ERR_ABORTED"


def broken_links(page: Page, address: str, site: Path) -> list[str]:
    """The addresses on a page that lead into the site, which lies at `address`, and to no file of it."""
    return [
        link for link in page.evaluate(LINKS) if link.startswith(address) and not is_file(link, address, site)
    ]


def leaving(page: Page, address: str) -> list[str]:
    """The addresses on a page that stay on its host and leave the site, as a link too many steps up does."""
    host = urlsplit(address)
    return [
        link
        for link in page.evaluate(LINKS)
        if urlsplit(link)[:2] == host[:2] and not link.startswith(address)
    ]


def is_file(link: str, address: str, site: Path) -> bool:
    """Whether a host has something for an address of the site; a file system has nothing for a folder."""
    place = site / unquote(urlsplit(urldefrag(link).url.removeprefix(address)).path)
    return place.is_file() or (not address.startswith("file:") and (place / "index.html").is_file())


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    wider = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    assert isinstance(wider, int)
    return wider


def shifts(page: Page) -> list[str]:
    """What has moved on the page since it was opened: how far, and which elements."""
    found = page.evaluate(SHIFTS)
    assert isinstance(found, list)
    return found


def settle(page: Page) -> None:
    """Wait until a page asks for nothing more, however busy the machine is."""
    try:
        page.wait_for_load_state("networkidle", timeout=30_000)
    except TooLongError:
        # Once in some thousand pages that state never came, nobody knows why, within five minutes: then the
        # page itself says whether anything is still coming in.
        page.evaluate(CALM)
