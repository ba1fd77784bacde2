"""A note leads back to its marks in the order in which they stand on the page, whatever they stand in."""

import re
from collections import Counter
from pathlib import Path, PurePath

import pytest
from markdown import Markdown

from briefgen.pipeline import compile_briefs
from briefgen.render.site_dialect import EXTENSIONS
from tests.reports.cases import Case, lay_out
from tests.repository import ROOT

_MARK = re.compile(r'<sup id="(fnref\d*:[^"]+)"')
_FIRST = re.compile(r"fnref\d*:")
TEXT = """\
::: keypoints
- It is long [@minutes2025].
:::

It is old[^a] [@minutes2025].

| x | y |
|---|---|
| one[^a] | two[^b] [@minutes2025] and[^a] |
| three[^b] | four[^a] |

- item[^a] [@minutes2025]

    para[^b]

> A motto[^b].

::: {.correction #length}
### Its length[^a]

> The bridge is 94 metres long. [@herald2025bridge]

It is 49 metres long[^a] [@minutes2025].
:::

Last[^a][^b] [@minutes2025]. And `[^n-a]` is code.

[^a]: Note a[^b].

[^b]: Note b.
"""


def marks_of(page: str) -> list[str]:
    return _MARK.findall(Markdown(extensions=[*EXTENSIONS]).convert(page.partition("\n---\n")[2]))


def assert_in_order(page: str) -> int:
    met: Counter[str] = Counter()
    several = 0
    for mark in marks_of(page):
        label = _FIRST.sub("", mark)
        met[label] += 1
        several += met[label] > 1
        assert mark == f"fnref{met[label] if met[label] > 1 else ''}:{label}", page
    return several


def pages_of(root: Path) -> list[str]:
    return [
        page.text for page in compile_briefs(root).value.pages if PurePath(page.path).match("briefs/*.md")
    ]


def test_marks_in_everything(tmp_path: Path) -> None:
    lay_out(
        Case("", {"sources/bridge.md": TEXT.replace("And `[^n-a]` is code.", "")}, (), {}, bare=False),
        tmp_path,
    )
    (page,) = (one for one in pages_of(tmp_path) if "Its length" in one and "Note b" in one)
    assert assert_in_order(page) >= 15
    assert "[^n-a]{ #fnref2:n-a }" in page
    assert "[^n-b]{ #fnref:n-b }" in page


def test_code_that_looks_like_a_mark_stays_as_it_is(tmp_path: Path) -> None:
    lay_out(Case("", {"sources/bridge.md": TEXT}, (), {}, bare=False), tmp_path)
    (page,) = (one for one in pages_of(tmp_path) if "Its length" in one and "Note b" in one)
    assert "`[^n-a]`" in page
    assert "#fnref2:n-a" not in page
    assert "#fnref2:n-b" in page


@pytest.mark.parametrize("project", ["tests/torture", ""])
def test_pages_of_the_repository(project: str) -> None:
    assert sum(map(assert_in_order, pages_of(ROOT / project))) >= 5
