"""Every change of a quoted sentence is named, and none that is of what a page counts, dates or advertises."""

import time
from collections import Counter

from briefgen.changed.later import is_same_text
from briefgen.changed.passage import since
from briefgen.matching.haystack import prepare
from briefgen.model.capture import Capture, CaptureRecord
from briefgen.model.since import Fate, Since
from briefgen.text import TextFile
from tests.changed.pairs import Pair, pairs
from tests.stated.facts import TEXTS
from tests.sweep import SWEEP, sampled

NOWHERE = TextFile("sources/captures.yml", "").span(0, 0)


def capture(text: str, number: int, language: str) -> Capture:
    """The first or second capture of a work."""
    day = f"2025-05-0{number}"
    record = CaptureRecord("k", NOWHERE, "seeds/k.txt", NOWHERE, day, NOWHERE, day, language, number=number)
    return Capture(record, text)


def looked_up(pair: Pair) -> Since:
    """What is said of the quoted words of a pair."""
    old, new = capture(pair.old, 1, pair.language), capture(pair.new, 2, pair.language)
    ours, theirs = prepare(pair.old, pair.language), prepare(pair.new, pair.language)
    assert is_same_text(old, ours, new, theirs)
    return since(old, [(pair.start, pair.end)], new, theirs)


def test_what_touches_a_quotation_is_named_and_nothing_else() -> None:
    """200 pairs in the sweep, 100 of each kind, in eight languages."""
    every = [pair for language in TEXTS for pair in pairs(language, 13)]
    every = sampled(
        [one for one in every if one.touches][:100] + [one for one in every if not one.touches][:100], 9
    )
    start = time.process_time()
    found = [(pair, looked_up(pair)) for pair in every]
    took = 1000 * (time.process_time() - start) / len(every)
    missed = [pair for pair, one in found if pair.touches and one.fate is Fate.STANDS]
    alarms = [pair for pair, one in found if not pair.touches and one.fate is not Fate.STANDS]
    fates = Counter((pair.edit, one.fate.value) for pair, one in found)
    touched = sum(pair.touches for pair in every)
    print(
        f"{touched - len(missed)} of {touched} changes named, {len(alarms)} alarms in {len(every) - touched} "
        f"others; {took:.1f} ms a pair; {dict(fates)}"
    )
    assert SWEEP == 1 or len(every) == 200
    assert [(one.language, one.edit, one.quoted) for one in missed] == []
    assert [(one.language, one.edit, one.quoted) for one in alarms] == []
