"""CommonMark and GFM, example by example: the site shows what the specification says, or we say why not."""

import re

import pytest

from briefgen.render.guard.compare import first_difference
from briefgen.render.guard.normal import normal_form
from tests.dialects.reading import Example, examples, read_text
from tests.repository import ROOT

# The examples about which there is a finding, by the rule it breaks. A change here changes what authors
# may write: it belongs into docs/dev/dialects.md and the changelog. The page of figures counts them.
COMMONMARK = "commonmark-0.31.2.json"
REFUSED: dict[str, dict[str, list[int]]] = {
    COMMONMARK: {
        "reads-differently": [21, 31, 162, 166, 167, 299, 344],
        "html-refused": [
            148,
            150,
            151,
            152,
            153,
            154,
            155,
            156,
            157,
            158,
            161,
            163,
            164,
            165,
            169,
            170,
            171,
            172,
            173,
            174,
            176,
            177,
            178,
            180,
            181,
            182,
            186,
            201,
            491,
            524,
            536,
            613,
            614,
            615,
            616,
            617,
            623,
            627,
            629,
        ],
        "unknown-key": [606],
    },
    "gfm-0.29.json": {"reads-differently": [205]},
}
EQUAL_AT_LEAST = 0.9


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_is_shown_differently_without_a_word(name: str) -> None:
    refused: dict[str, list[int]] = {}
    equal = 0
    wrong: list[str] = []
    all_examples = examples(name)
    for example in all_examples:
        reading = read_text(example["markdown"])
        if reading.findings:
            refused.setdefault(reading.findings[0].rule.name, []).append(example["example"])
        elif shows(example, reading.html):
            equal += 1
        else:
            wrong.append(describe(example, reading.html))
    counts = {rule: len(numbers) for rule, numbers in sorted(refused.items())}
    print(
        f"\n{name}: {equal} of {len(all_examples)} equal, {len(wrong)} silently different, refused: {counts}"
    )
    assert wrong == []
    assert refused == REFUSED[name]
    assert equal >= EQUAL_AT_LEAST * len(all_examples)
    page = (ROOT / "docs" / "dev" / "dialects.md").read_text(encoding="utf-8")
    assert all(f"\n| `{rule}` |" in page for rule in refused), "what is refused is said there"


_LONE_IMAGE = re.compile(r'^<p>(<img [^>]*alt="([^"]+)"[^>]*>)</p>$', re.MULTILINE)
_TITLE = re.compile(r'title="\n*([^"]*?)\n*"')
"""Line ends at the edges of a title, where nobody sees them."""
_ADDRESS = re.compile(r'(?:href|src)="[^"]*"')


def shows(example: Example, html: str) -> bool:
    return normal_form(as_published(example)) == normal_form(html)


def as_published(example: Example) -> str:
    """What the specification says an example means, with the three things that we do otherwise on purpose."""
    figures = _LONE_IMAGE.sub(_figure, example["html"].rstrip("\n"))
    return _TITLE.sub(r'title="\1"', _ADDRESS.sub(_without_line_ends, figures))


def _without_line_ends(attribute: re.Match[str]) -> str:
    """We write addresses as browsers read them (WHATWG URL, 4.4): line ends in them are removed."""
    return attribute[0].replace("\n", "")


def _figure(paragraph: re.Match[str]) -> str:
    """As in Pandoc: an image that is a paragraph of its own is a figure, its description the caption."""
    return f"<figure>{paragraph[1]}<figcaption>{paragraph[2]}</figcaption></figure>"


def describe(example: Example, html: str) -> str:
    found = first_difference(normal_form(example["html"]), normal_form(html), ())
    return f"example {example['example']}: {example['markdown']!r} is shown as {html!r}: {found}"
