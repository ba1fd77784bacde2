"""How fast quotations are checked, as ratios to what Python itself does on the same text: see README.md.

    python -m benchmarks.quotations

Everything is measured side by side in one run, in turns, and the median counts; exit code 1 if a ratio
is above its bound.
"""

import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median
from time import process_time

from briefgen.matching.haystack import Haystack, prepare
from briefgen.matching.lookup import look_up
from briefgen.matching.miss import explain
from briefgen.model.verdict import Found
from tests.matching.corpus import LANGUAGES, Corpus, corpus, passage
from tests.matching.mutations import mutate
from tests.matching.presentation import typeset

CAPTURE = 1_000_000
QUOTATIONS = 1000
MISSES = 40
ROUNDS = 5
# What a typographer's text has that str.translate can fold, one for one.
TRANSLATION = str.maketrans({**dict.fromkeys("„“”«»‚‘", '"'), **dict.fromkeys("‐‑–—−", "-"), "\u00a0": " "})


@dataclass(frozen=True)
class Sample:
    """A capture of a megabyte, and quotations from it: true ones and changed ones."""

    name: str
    text: str
    haystack: Haystack
    true: Sequence[str]
    changed: Sequence[str]


@dataclass(frozen=True)
class Bound:
    """What was measured, and what it may be: so many times the reference, or so many milliseconds."""

    what: str
    milliseconds: float
    reference: float
    times: float
    or_milliseconds: float = 0.0

    @property
    def kept(self) -> bool:
        return self.milliseconds <= max(self.times * self.reference, self.or_milliseconds)

    def __str__(self) -> str:
        allowed = f"{self.times:g}×" + (f" or {self.or_milliseconds:g} ms" if self.or_milliseconds else "")
        ratio = self.milliseconds / self.reference
        return (
            f"{self.what:<44} {self.milliseconds:9.2f} ms  {self.reference:9.3f} ms  {ratio:6.1f}×"
            f"  (at most {allowed}){'' if self.kept else '  EXCEEDED'}"
        )


def main() -> int:
    bounds = []
    print_line(f"{'':<44} {'briefgen':>12}  {'bare Python':>12}  {'ratio':>7}")
    for sample in samples():
        bounds += measured(sample)
    return 0 if all(bound.kept for bound in bounds) else 1


def measured(sample: Sample) -> list[Bound]:
    """Folding, looking up and explaining, each beside its reference; printed as they come."""
    folded = sample.haystack.folded.text
    needles = [prepare(quotation).folded.text for quotation in sample.true]
    missing = [prepare(quotation).folded.text for quotation in sample.changed]
    assert all(isinstance(look_up(quotation, sample.haystack), Found) for quotation in sample.true)
    assert all(needle not in folded for needle in missing)

    def find_all() -> None:
        for needle in needles:
            folded.find(needle)

    # Each round has a capture in which nothing was looked up before: what the first look-ups prepare counts.
    unused = [prepare(sample.text, sample.haystack.language) for _ in range(ROUNDS)]

    def look_up_all() -> None:
        haystack = unused.pop()
        for quotation in sample.true:
            look_up(quotation, haystack)

    def find_missing() -> None:
        for needle in missing:
            folded.find(needle)

    def explain_all() -> None:
        for quotation in sample.changed:
            look_up(quotation, sample.haystack)
            explain(quotation, sample.haystack)

    fold, bare_fold = side_by_side(
        lambda: prepare(sample.text),
        lambda: unicodedata.normalize("NFC", sample.text).translate(TRANSLATION),
    )
    looked_up, found = side_by_side(look_up_all, find_all)
    explained, missed = side_by_side(explain_all, find_missing)
    bounds = [
        Bound(f"{sample.name}: fold", fold, bare_fold, 30),
        Bound(f"{sample.name}: {len(needles)} look-ups", looked_up, found, 5),
        Bound(f"{sample.name}: a miss explained", explained / len(missing), missed / len(missing), 30, 15),
    ]
    for bound in bounds:
        print_line(str(bound))
    return bounds


def side_by_side(ours: Callable[[], object], reference: Callable[[], object]) -> tuple[float, float]:
    """The medians of both in milliseconds, measured in turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for work, taken in zip((ours, reference), times, strict=True):
            started = process_time()
            work()
            taken.append((process_time() - started) * 1000)
    return median(times[0]), median(times[1])


def samples() -> list[Sample]:
    english, german, korean = (corpus(language, CAPTURE) for language in ("en", "de", "ko"))
    each = [corpus(language) for language in LANGUAGES[:8]]
    ascii_only = english.text.translate({ord(mark): None for mark in english.text if not mark.isascii()})
    return [
        sample("English, ASCII", [english], ascii_only),
        sample("English, ASCII, words divided", [english], divided(ascii_only)),
        sample("German", [german], german.text),
        sample("German, words divided", [german], divided(german.text)),
        sample("German, typeset otherwise", [german], typeset(german.text, "de", Random(0), source=True)[0]),
        sample("Korean, wrapped within words", [korean], wrapped(korean.text)),
        sample("eight languages", each, "\n\n".join(text.text for text in each)),
    ]


def sample(name: str, texts: Sequence[Corpus], capture: str) -> Sample:
    """Quotations from all over the capture, which is made of `texts`."""
    choose = Random(name)
    haystack = prepare(capture, texts[0].language if len(texts) == 1 else "")
    true: list[str] = []
    while len(true) < QUOTATIONS:
        quotation = passage(choose.choice(texts), choose)
        found = look_up(quotation, haystack)
        # The text repeats itself, as works do not: only what stands in it once is like a quotation.
        if isinstance(found, Found) and found.occurrences == 1:
            true.append(quotation)
    changed: list[str] = []
    while len(changed) < MISSES:
        mutated = mutate(choose.choice(true), choose.choice(texts), choose)
        if mutated is not None and not isinstance(look_up(mutated[0], haystack), Found):
            changed.append(mutated[0])
    return Sample(name, capture, haystack, true, changed)


def divided(text: str) -> str:
    """Lines of 65 characters, each but the last ending within a word if it can."""
    lines = []
    at = 0
    while at < len(text):
        end = at + 65
        while end < len(text) and not (
            text[end - 2 : end + 2].isalpha() and text[end - 2 : end + 2].islower()
        ):
            end += 1
        lines.append(text[at:end])
        at = end
    return "-\n".join(lines)


def wrapped(text: str) -> str:
    return "\n".join(text[at : at + 40] for at in range(0, len(text), 40))


def print_line(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
