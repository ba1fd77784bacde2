"""What archives of the web put around the pages that they show: bars, and frames. None of it is the work."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen import rules
from briefgen.intake.readers.document import Unreadable

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BAR_BEGINS, _BAR_ENDS = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"
_WAYBACK = frozenset({"wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato"})
_PYWB = frozenset({"_wb_plain_banner", "_wb_frame_top_banner"})
_BARS_ANYWHERE = _WAYBACK | _PYWB
_BAR_CLASS = "__wb_banner_div"
# archive.today writes the page anew, into an element of its own; these stand around it.
_TODAY_PAGE = "CONTENT"
_TODAY_BARS = frozenset({"HEADER", "SHARER", "DIVSHARE", "hashtags"})
_TODAY = re.compile(r"https?://archive\.(?:today|is|ph|fo|li|md|vn)/?")
# Perma, Conifer and other players show the page in a frame, below a head of their own.
_FRAMES = "iframe.wb_iframe, iframe#replay_iframe, iframe.archive-iframe"


@dataclass(frozen=True, slots=True)
class Archive:
    """What is known of the archive that a page was saved from, if any: the ids of its bars, and what stands
    in its frames, where the page is nothing but frames."""

    bars: frozenset[str] = frozenset()
    frames: tuple[str, ...] = ()

    def is_bar(self, attributes: Mapping[str, str | None]) -> bool:
        """Whether an element is a bar that the archive put into the page."""
        if not attributes:
            return False
        return (attributes.get("id") or "") in self.bars or (
            _BAR_CLASS in (attributes.get("class") or "").split()
        )


def without_bar(page: str) -> str:
    """A page without what the Wayback Machine marks as its own."""
    start = page.find(_BAR_BEGINS)
    end = page.find(_BAR_ENDS, start)
    return page if start < 0 or end < 0 else page[:start] + page[end + len(_BAR_ENDS) :]


def archive_of(root: "LexborNode") -> Archive:
    """What of a page is its archive's.

    Raises Unreadable where the page is the frame of an archive and the page that was archived is not in it.
    """
    frames = root.css(_FRAMES)
    if frames:
        inside = tuple(page for frame in frames if (page := frame.attributes.get("srcdoc")))
        if not inside:
            raise Unreadable(
                rules.CAPTURE_WITHOUT_TEXT,
                "is the frame in which an archive shows a page, without that page",
                hint="capture the web archive itself (.warc, .wacz), or save the frame with SingleFile",
            )
        return Archive(_BARS_ANYWHERE, inside)
    return Archive(_BARS_ANYWHERE | _TODAY_BARS if _is_todays(root) else _BARS_ANYWHERE)


def _is_todays(root: "LexborNode") -> bool:
    """Whether a page was saved from archive.today: its head, which leads there, and the page below it."""
    head = root.css_first("#HEADER")
    if head is None or root.css_first(f"#{_TODAY_PAGE}") is None:
        return False
    return any(_TODAY.fullmatch(link.attributes.get("href") or "") for link in head.css("a"))
