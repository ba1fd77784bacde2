"""What only looks like an address, everywhere one may stand: nothing ends in a traceback."""

from pathlib import Path

import pytest

from briefgen.intake.offered_entry import entry_offered
from briefgen.model.document_facts import DocumentFacts
from briefgen.pipeline import compile_briefs

NONE = ("https://severnbote.exam]]ple/a", "https://[", "//[broken/", "http://[::1/")
BRIEF = "---\ntitle: One\ndate: 2025-05-06\nlang: en\n---\n\n{text}\n"


@pytest.mark.parametrize("address", NONE)
def test_it_is_printed_or_told(address: str, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", "utf-8")
    entry = f"@online{{k, title = {{A}}, author = {{Ek, Ada}}, date = {{2020}}, url = {{{address}}}}}\n"
    (tmp_path / "sources/references.bib").write_text(entry, "utf-8")
    text = f"Cited [@k]. A [link]({address}), ![a picture]({address}), <a href='{address}'>raw</a>."
    (tmp_path / "sources/one.md").write_text(BRIEF.format(text=text), "utf-8")
    told = compile_briefs(tmp_path)
    (page,) = (one.text for one in told.value.pages if one.path == "briefs/one.md")
    assert "Ada Ek" in page


@pytest.mark.parametrize("address", NONE)
def test_an_entry_is_offered_all_the_same(address: str) -> None:
    assert "title = {A page}" in entry_offered(DocumentFacts(title="A page", address=address))
