"""What is said of a quotation that stands in its capture and may still mislead."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.severn import severn, verified

TEXT = (
    "La malnova ponto trans la rivero estos fermita ekde lundo. Ĝi estas longa.\n",
    "The council will not close the bridge. A driver said: the council will close the bridge.\n"
    "It denied that the ferry sank. It said the ferry sank. It denied that the mill burned.\n\n"
    "The ferry will run\n\nNobody knows until when. The toll rises.\n",
)
LANGUAGES = ("eo", "en")
"""Esperanto is a language without a list of words: nothing is judged in it."""

FILES = {f"seeds/{lang}.txt": text for lang, text in zip(LANGUAGES, TEXT, strict=True)} | {
    "+sources/captures.yml": "".join(
        f"\n{lang}2025:\n  file: seeds/{lang}.txt\n  sha256: {sha256(text.encode()).hexdigest()}\n"
        f"  captured: 2025-05-02\n  language: {lang}\n"
        for lang, text in zip(LANGUAGES, TEXT, strict=True)
    ),
    "+sources/references.bib": "".join(
        f"\n@article{{{lang}2025,\n  author = {{Ek, Ada}},\n  title = {{The Ferry}},\n"
        "  journaltitle = {Gazette},\n  date = {2025-05-02},\n}\n"
        for lang in LANGUAGES
    ),
}

CASES = {
    # What is left out at an end is not seen, so it is not judged either.
    "left out before the words": (
        "It says “[…] ponto trans la rivero” [@eo2025].",
        ("omission-not-judged 7:9",),
    ),
    "left out behind them": ("It says “La malnova ponto […]” [@eo2025].", ("omission-not-judged 7:9",)),
    "left out on both sides": ("It says “… ponto trans la …” [@eo2025].", ("omission-not-judged 7:9",)),
    "left out between them, too": (
        "It says “La malnova […] rivero […]” [@eo2025].",
        ("omission-not-judged 7:9",),
    ),
    "nothing left out": ("It says “La malnova ponto” [@eo2025].", ()),
    "left out for a reason": ('It says [“La malnova […]”]{elision_ok="fair"} [@eo2025].', ()),
    "left out where words are known": ("It says “The toll […]” [@en2025].", ()),
    # Words that stand somewhere without what denies them may be quoted.
    "denied here, and said there": ("It says “the ferry sank” [@en2025].", ()),
    "denied wherever it stands": ("It says “the mill burned” [@en2025].", ("quotation-cut-short 7:9",)),
    "denied by the author as well": ("It denied “the mill burned” [@en2025].", ()),
    # What parts the capture.
    "over the end of a paragraph": (
        "It says “will run Nobody knows” [@en2025].",
        ("quotation-over-boundary 7:9",),
    ),
    "over it, for a reason": (
        'It says [“will run Nobody knows”]{elision_ok="one text"} [@en2025].',
        (),
    ),
    "over it, with an omission": ("It says “The ferry will run […] Nobody knows” [@en2025].", ()),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_may_mislead(text: str, expected: tuple[str, ...], tmp_path: Path) -> None:
    _, findings = verified(severn(tmp_path / "p", {"one": text}, FILES))
    assert tuple(findings) == expected
