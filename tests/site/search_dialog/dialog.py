"""The search dialog as a reader uses it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Locator, Page

_SETTLED = ".search-body:not([aria-busy]) .search-filters > *"


@dataclass(frozen=True)
class Dialog:
    page: Page

    @property
    def element(self) -> Locator:
        return self.page.locator("dialog.search")

    @property
    def field(self) -> Locator:
        return self.page.get_by_role("searchbox")

    @property
    def status(self) -> str:
        return self.page.get_by_role("status").inner_text()

    def open(self) -> "Dialog":
        self.page.keyboard.press("/")
        self.field.wait_for()
        return self

    def look_for(self, text: str) -> "Dialog":
        """Type it, and wait until that question is answered."""
        self._emptied().press_sequentially(text)
        return self.wait()

    def ask(self, text: str) -> None:
        """All of it at once; whoever wants the answer has to `wait`."""
        self._emptied().fill(text)

    def _emptied(self) -> Locator:
        if not self.element.is_visible():
            self.open()
        self.wait().field.fill("")
        return self.field

    def wait(self) -> "Dialog":
        self.page.wait_for_function("settled => document.querySelector(settled)", arg=_SETTLED, polling=10)
        return self

    @property
    def links(self) -> list[str]:
        """Where the results lead, from the site's root."""
        links = self.page.locator(".search-list a")
        return [address(link) for link in links.evaluate_all("links => links.map(link => link.href)")]

    @property
    def titles(self) -> list[str]:
        return self.page.locator(".search-title").all_inner_texts()

    @property
    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.className || document.activeElement.tagName"))


def address(url: str) -> str:
    parts = urlsplit(url)
    return unquote(parts.path.removeprefix("/") + (f"#{parts.fragment}" if parts.fragment else ""))


def requests_of(page: Page) -> list[str]:
    """A list that fills with the paths of what the page asks for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    return asked


def evaluate(page: Page, function: str, *arguments: Any) -> Any:
    """Call a function of the search's parts."""
    return page.evaluate(
        f"arguments => briefgen.parts.{function}(...arguments)",
        list(arguments),
    )
