"""What a page's styles may hide in ways that are not understood: said once, with the first place."""

from collections.abc import Callable, Mapping

from briefgen.intake.readers.css_values import amount
from briefgen.intake.readers.page_clipped import MASKS, is_cut_away, is_masked_away
from briefgen.intake.readers.page_hidden import SIZES, Around, hides_what_runs_over, is_out
from briefgen.intake.readers.page_transform import is_understood

_NUMBERS = ("opacity", "zoom", "font-size")
_MOVES = ("translate", "rotate", "scale", "transform")
_LONGEST = 60


class Unclear:
    """What may hide words that are read, and how often."""

    def __init__(self) -> None:
        self._first = ""
        self._more = 0

    def add(self, what: str, words: Callable[[], str]) -> None:
        """Keep what may hide words, and the words: asked for of the first alone, as it takes as long as there
        are words below it."""
        if self._first:
            self._more += 1
        elif said := " ".join(words().split()):
            self._first = f"{_short(what)} of “{_short(said)}”"

    def told(self) -> tuple[str, ...]:
        """What is to be said of all of it."""
        if not self._first:
            return ()
        more = f", and {self._more} more of the kind" if self._more else ""
        said = f"styles that are not understood may hide words that stand in the text: {self._first}{more}"
        return (f"{said}; `--browser` reads what Chromium shows",)


def unclear_of(style: Mapping[str, str], around: Around) -> str:
    """The first declaration that may hide an element, and is not understood; empty where there is none."""
    if "clip-path" in style and is_cut_away(style["clip-path"]) is None:
        return f"clip-path: {style['clip-path']}"
    if is_masked_away(style) is None:
        return next(f"{name}: {style[name]}" for name in MASKS if style.get(name, "none") != "none")
    for name in _NUMBERS:
        if _is_unknown(style.get(name, "")):
            return f"{name}: {style[name]}"
    if around.in_line:
        return ""
    if any(name in style for name in _MOVES) and not is_understood(style):
        return next(f"{name}: {style[name]}" for name in reversed(_MOVES) if name in style)
    contained = style.get("contain", "").split()
    sized = any(name in style for name in SIZES)
    if not sized and ("strict" in contained or ("size" in contained and hides_what_runs_over(style))):
        return f"contain: {style['contain']}"
    if sized and hides_what_runs_over(style):
        return next((f"{name}: {style[name]}" for name in SIZES if _is_unknown(style.get(name, ""))), "")
    return ""


def hides(declared: Mapping[str, tuple[str, bool]]) -> bool:
    """Whether what a rule declares hides what it is for."""
    return is_out({name: value for name, (value, _) in declared.items()})


def _is_unknown(value: str) -> bool:
    return "(" in value and not value.startswith("fit-content(") and amount(value, whole=1_000.0) is None


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
