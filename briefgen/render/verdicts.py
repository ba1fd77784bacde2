"""The badge of a verdict, which leads to what it means."""

from collections.abc import Callable

from briefgen.catalogue import Words
from briefgen.model.finding import FindingVerdict
from briefgen.model.layout import anchors, classes, pages


def verdict_badge(verdict: FindingVerdict, words: Words, way_to: Callable[[str, str], str]) -> str:
    """The word of a verdict, in Markdown; `way_to` gives the way to a place on another page."""
    way = way_to(pages.METHOD, anchors.verdict(verdict))
    return f"[{words.verdicts[verdict]}]({way}){{ .{classes.VERDICT} .{verdict} }}"


def plain_badge(verdict: FindingVerdict, words: Words) -> str:
    """The same where no link can stand."""
    return f'<span class="{classes.VERDICT} {verdict}">{words.verdicts[verdict]}</span>'
