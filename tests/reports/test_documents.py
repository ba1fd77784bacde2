"""Whole documents as they come from other programs: all that is to be changed is named, once, at its place.

`NAME.md` is a document as it came, `NAME.txt` what is said of it, a line a finding, and `NAME.after.md` the
same with the changes made that are asked for: of it nothing is said, and nothing of the other program is
shown. `pytest --update-golden` writes the lists anew: read the difference before you keep it.
"""

import html
import re
from pathlib import Path

import pytest

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.render.site_dialect import site_html
from tests.reports.cases import Case, compiled, lay_out, said_of

FOLDER = Path(__file__).parent / "documents"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
_CODE = re.compile(r"<(pre|code|math)\b.*?</\1>|<[^>]*>", re.DOTALL)
RAW = re.compile(
    r"\\[a-zA-Z]|\{[%{#.:<=]|[>%}]\}|%%|\[\[|\]\]|\[!|!!!|===|:::|\+\+\+|@[\w{]|\$|\^\[|==|::|<%|--8<|:material|"
    r"\]\(|\[\^|\|---|(?<!\w)r [a-z]+\(|width=|TOC\]"
)
"""What readers would see of other programs' syntax."""


def test_there_are_eleven() -> None:
    kinds = [name.partition("-")[0] for name in NAMES]
    counts = {kind: kinds.count(kind) for kind in kinds}
    assert counts == {"article": 1, "joss": 4, "manubot": 1, "quarto": 2, "thesis": 3}


@pytest.mark.parametrize("name", NAMES)
def test_a_document_as_it_came(name: str, tmp_path: Path, update_golden: bool) -> None:
    findings = found_in(name, tmp_path)
    said = "".join(f"{line_of(one)}\n" for one in findings)
    place = FOLDER / f"{name}.txt"
    if update_golden:
        place.write_text(said, "utf-8")
    assert said == place.read_text("utf-8")
    assert any(one.severity is Severity.ERROR for one in findings), "so that nothing of it is published"
    starts = [one.span.start for one in findings if one.rule.code >= "BG600"]
    assert len(starts) == len(set(starts)), "once, at its place"


@pytest.mark.parametrize("name", NAMES)
def test_a_document_with_what_was_asked_for(name: str, tmp_path: Path) -> None:
    assert [line_of(one) for one in found_in(f"{name}.after", tmp_path)] == []
    (page,) = (one for one in compiled(tmp_path).value.pages if one.path == "briefs/bridge.md")
    shown = html.unescape(_CODE.sub(" ", site_html(page.text.partition("\n---\n")[2])))
    assert not RAW.search(shown), RAW.search(shown)


def found_in(name: str, root: Path) -> tuple[Diagnostic, ...]:
    text = (FOLDER / f"{name}.md").read_text("utf-8")
    files: dict[str, str | None] = {"sources/bridge.md": text, "docs/images/picture.png": "PICTURE"}
    lay_out(Case("", files, (), {}, bare=False), root)
    return compiled(root).findings


def line_of(one: Diagnostic) -> str:
    return said_of(one).removeprefix("sources/bridge.md:")
