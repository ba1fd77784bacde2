"""What makes looking up fast finds what looking everywhere finds: blocks of a text, numbers near an edge."""

import random

import pytest

from briefgen.matching.haystack import prepare
from briefgen.matching.places import Places, _Blocks
from briefgen.matching.quantities import Quantities, _gap_before
from tests.matching.corpus import LANGUAGES, corpus
from tests.sweep import SWEEP

WORDS = "5|10|2019|5–7 %|from|to|bis|3,5 Mio.|и|мая|〜|10人|word|km|-|±|×|words without any figure".split("|")


def everywhere(words: str, text: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(words, at)]


@pytest.mark.parametrize("language", LANGUAGES[: 2 * SWEEP])
def test_blocks_find_every_place(language: str) -> None:
    text = corpus(language).text[:12_000]
    choose, blocks = random.Random(language), _Blocks(text)
    for _ in range(20):
        start = choose.randrange(len(text) - 200)
        words = text[start : start + choose.randrange(23, 200)]
        assert blocks.places(words) in (everywhere(words, text), None)
        assert blocks.places(f"{words[:-1]}\ue000") == []


@pytest.mark.parametrize("text", ["ab" * 9000, "a" * 12_000, "a" * 11_999 + "b" * 13 + "a" * 50])
def test_blocks_of_a_text_that_repeats_itself(text: str) -> None:
    places = Places(text)
    for words in ("ab" * 20, "a" * 23, "a" * 20 + "b" * 13 + "a" * 11, "ba" * 12, "a" * 22 + "c"):
        found, expected = [list(places.of(words)) for _ in range(30)], everywhere(words, text)
        assert all(one == expected for one in found)


@pytest.mark.parametrize("language", LANGUAGES[: 3 * SWEEP])
def test_numbers_near_an_edge_are_those_of_the_whole_text(language: str) -> None:
    choose = random.Random(language)
    filled = " ".join(choose.choice(WORDS) for _ in range(400))
    thin = " ".join(choose.choice((*WORDS, *["plain"] * 200)) for _ in range(1500))
    for text in (corpus(language).text[:4000], filled, thin):
        haystack = prepare(text, language)
        near, whole = haystack.quantities, _Whole(haystack.folded, haystack.text, language)
        for offset in range(1, len(haystack.folded.text), 3):
            for ends in (False, True):
                assert near.cuts(offset, ends=ends) == whole.cuts(offset, ends=ends), offset


def test_a_stretch_full_of_figures_is_read_at_once() -> None:
    assert _gap_before("7 " * 9000, 17_000) is None
    assert _gap_before("7 " * 20, 30) == 0
    assert _gap_before("word " * 400 + "7 " * 20, 2030) == 2000 - 32


class _Whole(Quantities):
    """With all numbers of the text read from its beginning."""

    def _last_before(self, offset: int) -> tuple[int, int, int] | None:
        return max((whole for whole in self._wholes if whole[0] < offset), default=None)
