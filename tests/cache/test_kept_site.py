"""A site that stands as it was made is found, and no MkDocs started; after any change it is built anew."""

from collections.abc import Mapping
from pathlib import Path, PurePath

import pytest

from briefgen.decode.builder import needs_only_docs
from briefgen.model.layout import project as at
from briefgen.site import kept_site
from briefgen.site.build import build_site, find_site
from briefgen.text import TextFile
from tests.repository import ROOT

SETTINGS = """\
site_name: Test
theme: {name: mkdocs, custom_dir: .briefgen/theme}
markdown_extensions: [admonition, pymdownx.extra]
plugins: []
"""
DAY = "2025-06-18"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site was built."""
    root = tmp_path_factory.mktemp("kept") / "project"
    (root / "docs").mkdir(parents=True)
    (root / at.THEME).mkdir(parents=True)
    (root / at.THEME / "note.html").write_text("a note", encoding="utf-8")
    (root / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    (root / at.SETTINGS).write_text(SETTINGS, encoding="utf-8")
    build_site(root, DAY, strict=False, cache=True)
    return root


def is_found(root: Path, newest: str = DAY, name: str = at.SITE, *, strict: bool = False) -> bool:
    return find_site(root, newest, name, strict=strict)[0] is not None


def test_the_same_site_is_found(once: Path) -> None:
    assert find_site(once, DAY, strict=False)[0] == once / at.SITE


def test_other_options_make_another_site(once: Path) -> None:
    assert not is_found(once, "2025-06-19")
    assert not is_found(once, strict=True)
    assert not is_found(once, name=at.OFFLINE_SITE)
    assert not is_found(once, name=at.DRAFTS_SITE)


CHANGES = {
    "a page": "docs/index.md",
    "a new page": "docs/new.md",
    "a file that MkDocs passes over": "docs/.hidden",
    "the theme": f"{at.THEME}/note.html",
    "the settings": at.SETTINGS,
    "a page of the site": "site/index.html",
    "what is not of the site": "site/new.html",
    "what is kept": at.kept_site(at.SITE),
}


@pytest.mark.parametrize("path", CHANGES.values(), ids=CHANGES)
def test_after_a_change_it_is_not(once: Path, path: str) -> None:
    place = once / path
    before = place.read_bytes() if place.exists() else None
    place.write_bytes((before or b"") + b"\n# changed\n")
    found = is_found(once)
    place.unlink()
    gone = is_found(once)
    if before is not None:
        place.write_bytes(before)
    assert not found
    assert gone is (before is None)
    assert is_found(once)


@pytest.mark.parametrize("tool", ["package_hash", "installed"])
def test_with_another_tool_it_is_not(once: Path, monkeypatch: pytest.MonkeyPatch, tool: str) -> None:
    monkeypatch.setattr(kept_site, tool, lambda: "another")
    assert not is_found(once)


def test_what_changes_while_it_is_built_is_not_kept(once: Path) -> None:
    before = (once / "docs/index.md").read_bytes()

    def change(_: PurePath, __: Mapping[str, str]) -> None:
        (once / "docs/index.md").write_bytes(b"# Changed\n")

    build_site(once, DAY, strict=False, cache=True, finish=change)
    assert not is_found(once)
    (once / "docs/index.md").write_bytes(b"# Home\n\n[nowhere](nowhere.md)\n")
    build_site(once, DAY, strict=False, cache=True)
    assert not is_found(once), "a warning would be told once, and never again"
    (once / "docs/index.md").write_bytes(before)
    build_site(once, DAY, strict=False, cache=True)
    assert is_found(once)


def test_what_changed_after_it_was_looked_at_is_not_kept(once: Path) -> None:
    """Whoever builds is told what there was to build from a moment ago, and does not look again before."""
    page, before = once / "docs/index.md", (once / "docs/index.md").read_bytes()
    page.write_bytes(b"# One\n")
    site, made_of = find_site(once, DAY, strict=False)
    assert site is None
    assert made_of
    page.write_bytes(b"# Two\n")
    build_site(once, DAY, strict=False, cache=True, made_of=made_of)
    assert not is_found(once)
    page.write_bytes(b"# One\n")
    assert not is_found(once), "the site has the other page"
    page.write_bytes(before)
    _, made_of = find_site(once, DAY, strict=False)
    build_site(once, DAY, strict=False, cache=True, made_of=made_of)
    assert is_found(once)


@pytest.mark.parametrize(
    "more",
    [
        "hooks: [own.py]\n",
        "INHERIT: base.yml\n",
        "plugins: [search, own]\n",
        "plugins:\n  - own: {x: 1}\n",
        "site_url: !ENV SITE_URL\n",
        "markdown_extensions: [admonition, pymdownx.extra, pymdownx.snippets]\n",
        "markdown_extensions:\n  - admonition\n  - pymdownx.extra\n  - own: {x: 1}\n",
        "theme: {name: mkdocs, custom_dir: own}\n",
        "theme: {name: mkdocs, custom_dir: .briefgen/theme, own: 1}\n",
        "theme: mkdocs\n",
        "docs_dir: pages\n",
        "own: 1\n",
        "site_name: [\n",
    ],
)
def test_a_site_that_may_need_more_is_always_built(more: str) -> None:
    assert needs_only_docs(TextFile(at.SETTINGS, SETTINGS))
    assert needs_only_docs(TextFile(at.SETTINGS, (ROOT / at.SETTINGS).read_text("utf-8"))), "our own site's"
    key = more.partition(":")[0]
    kept = "".join(line for line in SETTINGS.splitlines(True) if not line.startswith(f"{key}:"))
    assert not needs_only_docs(TextFile(at.SETTINGS, kept + more))
