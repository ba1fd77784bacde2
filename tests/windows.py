"""Windows of a browser that stay open from test to test: to open one costs as much as the page in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, Never

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, ViewportSize

_WINDOW = ViewportSize(width=1280, height=720)
"""As large as Playwright's own."""
_STAYS = ("add_init_script", "expose_binding", "expose_function", "route", "route_from_har")
"""What is done to a page by these holds for all that it opens later."""
_STAYS_SEEN = "'__pwClock' in globalThis || matchMedia('(prefers-contrast: more)').matches"
"""So do a clock and a wish for contrast, which Chromium does not take back."""
_OWN = "{} stays in a window: take one of your own, `chromium.new_page()`"


@dataclass(frozen=True, slots=True)
class _Kind:
    """What cannot be changed once a window is open."""

    scripts: bool
    touch: bool
    offline: bool


@dataclass(slots=True)
class _Kept:
    context: BrowserContext
    page: Page
    protocol: CDPSession
    is_taken: bool = False


class Windows:
    """The windows of one browser, kept by their kind, and given to one test at a time.

    Each comes as a new one would: empty, with nothing stored, of the size and in the look that are asked for.
    Only what the site said may be kept is kept. Who routes requests, installs a clock, runs scripts before
    those of a page or asks for more contrast takes a window of their own: `chromium.new_page()`.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[_Kind, list[_Kept]] = {}

    @contextmanager
    def page(
        self,
        *,
        viewport: ViewportSize = _WINDOW,
        color_scheme: Literal["light", "dark"] = "light",
        reduced_motion: Literal["reduce", "no-preference"] = "no-preference",
        forced_colors: Literal["active", "none"] = "none",
        java_script_enabled: bool = True,
        has_touch: bool = False,
        offline: bool = False,
    ) -> Iterator[Page]:
        """A page as `Browser.new_page` gives it; one with `has_touch` is a phone's in all else, too."""
        kept = self._take(_Kind(java_script_enabled, has_touch, offline))
        page = kept.page
        page.set_viewport_size(viewport)
        page.emulate_media(
            media="null",
            color_scheme=color_scheme,
            reduced_motion=reduced_motion,
            forced_colors=forced_colors,
        )
        try:
            yield page
        finally:
            self._put_back(kept)

    def _take(self, kind: _Kind) -> _Kept:
        all_of_kind = self._kept.setdefault(kind, [])
        kept = next((one for one in all_of_kind if not one.is_taken), None)
        if kept is None:
            kept = self._open(kind)
            all_of_kind.append(kept)
        kept.is_taken = True
        return kept

    def _open(self, kind: _Kind) -> _Kept:
        context = self._browser.new_context(
            java_script_enabled=kind.scripts, has_touch=kind.touch, is_mobile=kind.touch, offline=kind.offline
        )
        page = context.new_page()
        for owner in (page, context):
            for name in _STAYS:
                if hasattr(owner, name):
                    setattr(owner, name, _refusal(name))
        return _Kept(context, page, context.new_cdp_session(page))

    def _put_back(self, kept: _Kept) -> None:
        for page in kept.context.pages:
            if page is not kept.page:
                page.close()
        kept.protocol.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
        stays = kept.page.evaluate(_STAYS_SEEN)
        kept.page.goto("about:blank")
        kept.page.mouse.move(0, 0)
        assert not stays, _OWN.format("what was changed")
        kept.is_taken = False


def _refusal(name: str) -> Callable[..., Never]:
    def refuse(*_: object, **__: object) -> Never:
        raise AssertionError(_OWN.format(f"`{name}`"))

    return refuse
