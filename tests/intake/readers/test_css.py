"""Most of a style sheet is read without tinycss2: to the same rules."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefgen.intake.readers import css_rules, css_selectors
from briefgen.intake.readers.css_rules import Rule, rules_of
from tests.evidence.projects import HERE

ODD = """a{color:red;;font:1px/2 "A;B"}b , .c>.d~e{top:-1px;left:.5em}.x:hover,.y{clip:rect(0,0,0,0)}
*{position:absolute}a:not(.b){opacity:0!important}.50{top:1px}#a.b#c d{width:10%}e{*zoom:1;width:1px}f{
width:1px;height:2px}g{color}h{:1px}i{width:1px  2px}.j,,k{top:0}l >m{top:0}>n{top:0}-o{top:0}p\\.q{top:0}"""


def _sheets() -> Iterator[str]:
    yield ODD
    for path in sorted((HERE / "documents").rglob("*.html")):
        yield from re.findall(r"<style[^>]*>(.*?)</style>", path.read_text("utf-8"), re.DOTALL)
    for path in sorted((HERE / "documents").rglob("*.epub")):
        with ZipFile(path) as book:
            yield from (book.read(name).decode() for name in book.namelist() if name.endswith(".css"))
    theme = Path(css_rules.__file__).parents[2] / "theme"
    for path in sorted(one for one in theme.rglob("*.css") if one.is_file()):
        yield path.read_text("utf-8")


def _rules(sheet: str) -> list[Rule]:
    css_rules.forget()
    return [
        Rule(" ".join(one.selector.split()), one.specificity, dict(one.declared)) for one in rules_of(sheet)
    ]


def test_what_is_plain_is_read_as_tinycss2_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    sheets = list(_sheets())
    own = [_rules(sheet) for sheet in sheets]
    assert sum(map(len, own)) > 300
    monkeypatch.setattr(css_rules, "_plainly_declared", lambda _: None)
    monkeypatch.setattr(css_selectors, "_plain_selectors", lambda _: None)
    assert own == [_rules(sheet) for sheet in sheets]
    css_rules.forget()
