"""Pages that several processes read and make are those of one, and so is what is said of them."""

import gc
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from jinja2 import TemplateNotFound
from mkdocs.commands import build as builder
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from briefgen.each import Needs
from briefgen.processes import in_processes
from briefgen.site.asked_files import AskedFiles
from briefgen.site.heard import Said, hearing
from briefgen.site.observed_build import ObservedBuild
from briefgen.site.shared_pages import SharedPages
from briefgen.site.shown_around import shown_around
from briefgen.site.task import Task
from tests.cli.project import tree

COUNT = 60
Item = TypeVar("Item")
Result = TypeVar("Result")
SETTINGS = """\
site_name: Test
site_url: https://example.org/
theme: {name: material, font: false}
plugins: []
markdown_extensions: [admonition, attr_list, footnotes, md_in_html, toc: {permalink: true}]
nav: [index.md, p07.md]
not_in_nav: "p*.md"
validation: {links: {anchors: warn, unrecognized_links: warn}}
"""


def page(number: int) -> str:
    """A page that leads to places of others, of which some are not there."""
    title = f"title: Page {number}\n" if number % 3 else "tags: [a]\n"
    gone = "" if number % 4 == 3 else f" and [one](gone-{number % 5}.md)"
    return (
        f"---\n{title}---\n\n# Heading {number}\n\n## Part {number}\n\nSee [^n], "
        f"[a page](p{number // 2:02}.md#part-{number // 2 + number % 2}){gone}."
        "\n\n[^n]: A note.\n"
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("shared")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "docs/index.md").write_text("# Home\n\n[Seven](p07.md)\n", encoding="utf-8")
    for number in range(COUNT):
        (root / f"docs/p{number:02}.md").write_text(page(number), encoding="utf-8")
    return root


def made_by_one(root: Path, site: Path) -> Sequence[Said]:
    """What plain MkDocs says while it builds."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
    with hearing() as heard:
        builder.build(config, dirty=True)
    return heard


def made_by_two(
    root: Path, site: Path, patch: pytest.MonkeyPatch, heard: list[Said]
) -> tuple[list[int], set[str]]:
    """How many pages are given to two processes at once, while they build, and of which something is said;
    what that is is heard, too."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
    given: list[int] = []

    def each(
        function: Callable[[object], object],
        items: Sequence[object],
        _: Callable[[object], Needs] | None = None,
        /,
    ) -> list[object]:
        given.append(len(items))
        return in_processes(2)(function, items)

    run = ObservedBuild(config, Task(is_indexed=True), {})
    config.plugins["briefgen/kept"] = run  # type: ignore[assignment]
    shared = SharedPages(builder._populate_page, builder._build_page, run, each)  # type: ignore[arg-type]
    patch.setattr(builder, "_populate_page", shared.read)
    patch.setattr(builder, "_build_page", shared.make)
    with hearing() as said:
        logging.getLogger("mkdocs").addHandler(run)
        try:
            builder.build(config, dirty=True)
        finally:
            heard += said
    return given, run._told


def lasting(heard: Sequence[Said]) -> list[Said]:
    """What is said but for how long it took, and where it went."""
    return [one for one in heard if "seconds" not in one[2] and "directory" not in one[2]]


def test_two_make_what_one_makes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = made_by_one(project, project / "one")
    heard: list[Said] = []
    given, told = made_by_two(project, project / "two", monkeypatch, heard)
    assert given == [COUNT + 1, COUNT]
    assert told == {"", *(f"p{number:02}.md" for number in range(COUNT) if number % 4 != 3)}
    assert lasting(heard) == lasting(said)
    assert sum("gone-" in text for *_, text in heard) == COUNT * 3 // 4
    assert sum("does not contain an anchor" in text for *_, text in heard) == COUNT // 2
    assert tree(project / "two") == tree(project / "one")
    assert gc.get_freeze_count() == 0


def test_texts_are_laid_aside_until_somebody_asks(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are most of what a large site needs of memory; whoever reads them has what one process has."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "one"))
    files = get_files(config)
    nav = get_navigation(files, config)
    for file in files.documentation_pages():
        builder._populate_page(file.page or Page(None, file, config), config, files)
    held: list[set[str]] = []
    read: list[tuple[object, ...]] = []
    on_env = ObservedBuild.on_env

    def look(run: ObservedBuild, env: object, *, files: Files, **_: object) -> None:
        on_env(run, env, files=files)  # type: ignore[arg-type]
        assert run._around == shown_around(nav), "with it pages are taken from the last site"
        pages = [file.page for file in files.documentation_pages() if file.page]
        titles = [page.title for page in pages]
        held.extend({"markdown", "content", "toc"} & vars(page).keys() for page in pages)
        read.extend(map(texts, pages, titles))

    monkeypatch.setattr(ObservedBuild, "on_env", look)
    made_by_two(project, project / "two", monkeypatch, [])
    assert held == [set()] * (COUNT + 1)
    assert read == [texts(file.page, file.page.title) for file in files.documentation_pages() if file.page]


def texts(page: Page, title: str | None) -> tuple[object, ...]:
    """What is read of a page."""
    return title, page.markdown, page.content, str(page.toc)


def test_a_page_that_cannot_be_made_ends_it_at_its_turn(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = project / "docs/p31.md"
    broken.write_text("---\ntemplate: nowhere.html\n---\n\n[a](b.md)\n", encoding="utf-8")
    heard: list[Said] = []
    with pytest.raises(TemplateNotFound, match="nowhere"):
        made_by_two(project, project / "three", monkeypatch, heard)
    lost = "is not found among documentation files"
    assert [text for *_, text in heard if "p31" in text or "p32" in text] == [
        f"Doc file 'p31.md' contains a link 'b.md', but the target {lost}.",
        f"Doc file 'p32.md' contains a link 'gone-2.md', but the target {lost}.",
        heard[-1][2],
    ]
    assert heard[-1][2].startswith("Error building page 'p31.md': ")
    assert (project / "three/p30/index.html").is_file()


def test_files_that_are_no_pages_are_copied_by_several(tmp_path: Path) -> None:
    """By one, where two have the same place: the last one has it, as MkDocs has it."""
    docs, site = tmp_path / "docs", tmp_path / "site"
    wanted = {f"data/{number}.txt": b"%d" % number for number in range(60)}
    for path, data in {**wanted, "data/last.txt": b"the last"}.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(data)
    *several, last = (
        File(path, str(docs), str(site), use_directory_urls=True) for path in (*wanted, "data/last.txt")
    )
    AskedFiles(several, in_processes(2)).copy_static_files()
    assert tree(site) == wanted
    last.dest_uri = "data/0.txt"
    AskedFiles([*several, last], from_the_end).copy_static_files()
    assert tree(site) == {**wanted, "data/0.txt": b"the last"}


def from_the_end(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    _: Callable[[Item], Needs] | None = None,
    /,
) -> list[Result]:
    """Results that are made in another order than that of the items."""
    return [function(item) for item in reversed(items)]
