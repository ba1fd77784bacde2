"""The state of the quotations of one brief, or of several, as a bar."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.catalogue import Words
from briefgen.model.layout import classes
from briefgen.render.charts.svg import drawing, element, percent
from briefgen.render.escape import escape_html

_HEIGHT = 16


@dataclass(frozen=True, slots=True)
class CheckCounts:
    """Quotations of a brief: found in a capture; without a capture to look in; bound to no work."""

    verified: int
    unchecked: int
    unbound: int

    @property
    def total(self) -> int:
        """How many quotations there are."""
        return self.verified + self.unchecked + self.unbound

    @staticmethod
    def sum(counts: "Iterable[CheckCounts]") -> "CheckCounts":
        """The quotations of several briefs together."""
        every = tuple(counts)
        return CheckCounts(
            sum(count.verified for count in every),
            sum(count.unchecked for count in every),
            sum(count.unbound for count in every),
        )


def checks_chart(counts: CheckCounts, words: Words) -> str:
    """A bar with one stretch for each state, and its numbers in words; empty without quotations.

    The stretches differ in their strokes (full, dashed, dotted), which paper and high contrast keep.
    """
    if not counts.total:
        return ""
    states = (
        (classes.BAR_FOUND, counts.verified, words.state_found),
        (classes.BAR_UNCHECKED, counts.unchecked, words.state_unchecked),
        (classes.BAR_UNBOUND, counts.unbound, words.state_unbound),
    )
    shapes, said, keys = [], [], []
    start = 0
    for name, count, word in states:
        if not count:
            continue
        shapes.append(_stretch(name, percent(start, counts.total), percent(start + count, counts.total)))
        said.append(f"{count} {word}")
        sample = element("svg", _stretch(name, "0%", "100%"), width=22, height=_HEIGHT, aria_hidden="true")
        keys.append(f'<span class="{classes.KEY}">{sample} {escape_html(said[-1])}</span>')
        start += count
    bar = drawing(_HEIGHT, words.chart_checks, "; ".join(said), "".join(shapes))
    caption = element("figcaption", " ".join(keys))
    name = f"{classes.CHART} {classes.CHECKS}"
    return f'<figure class="{name}" data-search-exclude>\n{bar}\n{caption}\n</figure>'


def _stretch(name: str, start: str, end: str) -> str:
    middle = _HEIGHT // 2
    return element("line", x1=start, x2=end, y1=middle, y2=middle, class_=name)
