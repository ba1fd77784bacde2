"""What MkDocs does for each page in a shorter way comes to what it does by itself."""

from itertools import product
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from mkdocs.structure import pages
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import _RelativePathTreeprocessor

from briefgen.quick import QuickMarkdown
from briefgen.site.one_markdown import set_up_once
from briefgen.site.quick_links import address_of

PATHS = ("index.md", "a.md", "b/index.md", "b/c.md", "b/d.md", "b/e/f.md", "b/left-out.md", "g.png")
ADDRESSES = tuple(
    before + path + after
    for before, path, after in product(
        ("", "../", "../../", "./", "/", "b/", "b/../"),
        ("", "index.md", "a.md", "c.md", "b/c.md", "e/f.md", "left-out.md", "g.png", "a%2Emd", "c", "x.md"),
        ("", "#", "#fn:a-1", "#a%20b", "?q", "#é"),
    )
)
TEXTS = (
    "# A {#x}\n\nB[^1].\n\n[^1]: C [r] LTD.\n\n[r]: https://example.org/\n\n*[LTD]: D\n",
    "# A\n\nB[^1] [r] LTD `c`\n\n<div markdown='1'>d</div>\n",
    "",
    "# A\n\n```\ne\n```\n\n[^1]: F\n",
)


def step(path: str, files: Files, *, as_folders: bool) -> Any:
    links = SimpleNamespace(absolute_links=20, unrecognized_links=20, not_found=20)
    config: Any = SimpleNamespace(use_directory_urls=as_folders, validation=SimpleNamespace(links=links))
    return _RelativePathTreeprocessor(files.src_uris[path], files, config)


@pytest.mark.parametrize("as_folders", [True, False])
def test_addresses(*, as_folders: bool) -> None:
    files = Files([File(path, "docs", "site", as_folders) for path in PATHS])
    files.src_uris["b/left-out.md"].inclusion = InclusionLevel.EXCLUDED
    short = 0
    for path, address in product(PATHS[:-1], ADDRESSES):
        ours, theirs = (step(path, files, as_folders=as_folders) for _ in range(2))
        found = address_of(ours, address)
        if found is not None:
            short += 1
            assert found == theirs.path_to_url(address), (path, address)
            assert ours.links_to_anchors == theirs.links_to_anchors, (path, address)
    assert short > 80


@pytest.mark.parametrize("configs", [{}, {"toc": {"permalink": True}}, {"footnotes": {"UNIQUE_IDS": True}}])
def test_one_markdown(configs: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """What was converted before shows nowhere, also where a conversion broke off."""
    monkeypatch.setitem(vars(pages), "markdown", markdown)
    set_up_once()
    extensions = ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "toc", "pymdownx.superfences"]
    given: list[Any] = [*extensions, QuickMarkdown()]
    made = []
    for text in (*TEXTS, *TEXTS):
        md = vars(pages)["markdown"].Markdown(extensions=given, extension_configs=configs)
        fresh = markdown.Markdown(extensions=[*extensions, QuickMarkdown()], extension_configs=configs)
        with pytest.raises(AttributeError):
            vars(pages)["markdown"].Markdown(extensions=given, extension_configs=configs).convert(None)
        assert md.convert(text) == fresh.convert(text)
        assert vars(md)["toc_tokens"] == vars(fresh)["toc_tokens"]
        made.append(md)
    assert len({*made}) == (len(made) if "footnotes" in configs else 1)
