"""After any edits a served site is the one of a clean build, and what is broken is as it was before."""

import logging
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.model.layout import project
from briefgen.serving import builder
from briefgen.serving.builder import hush
from briefgen.serving.session import Session
from briefgen.site.build import build_site
from briefgen.write.starter import write_starter
from tests.cli.project import tree
from tests.sweep import SWEEP

SECOND = """\
---
title: A {which} brief
date: 2025-03-0{day}
tags: [Example, {topic}]
---

It leads to [the first](example-library.md). {words}
"""
MISQUOTES = "\nIt says “what stands nowhere” [@examplenotice].\n"


@pytest.fixture(autouse=True)
def _quiet() -> None:
    hush(logging.NullHandler())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    write_starter(root)
    return root


def edit(root: Path, path: str, old: str, new: str) -> None:
    place = root / path
    text = place.read_text("utf-8")
    assert old in text, (path, old)
    place.write_text(text.replace(old, new, 1), encoding="utf-8")


def write(root: Path, path: str, text: str) -> None:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def second(words: str = "") -> str:
    return SECOND.format(day=1, topic="A", words=words, which="second")


def pages(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(folder).items() if path.endswith((".html", ".xml"))}


def assert_is_a_clean_build(session: Session, root: Path, clean: Path) -> None:
    """Compare with what `briefgen build` makes of the same files, page by page."""
    from briefgen.pipeline import compile_briefs
    from briefgen.write import write_pages, write_theme

    shutil.rmtree(clean, ignore_errors=True)
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns(project.OWN, "site"))
    compilation = compile_briefs(clean).value
    write_theme(clean, has_cards=not compilation.misses_cards, lists=compilation.lists)
    write_pages(clean, compilation.pages)
    built = pages(Path(build_site(clean, compilation.newest, strict=False)))
    served = pages(Path(session.folder))
    assert set(served) == set(built)
    assert [path for path in built if built[path] != served[path]] == []


def edits(root: Path, chance: random.Random) -> list[Callable[[], None]]:
    """What an author may do, each leaving the project without an error."""
    number = iter(range(10_000))

    def append(path: str) -> None:
        write(root, path, (root / path).read_text("utf-8") + f"\nMore {next(number)}.\n")

    def second() -> None:
        words = "word " * chance.randrange(30)
        which = chance.choice(("second", "other"))
        text = SECOND.format(day=chance.randrange(1, 9), topic=chance.choice("ABC"), words=words, which=which)
        write(root, "sources/second.md", text)

    def page() -> None:
        text = f"# About {next(number)}\n\n[Second](briefs/second.md), [first](briefs/example-library.md)\n"
        write(root, "docs/about.md", text)

    def settings() -> None:
        place = root / "mkdocs.yml"
        text = place.read_text("utf-8").splitlines(keepends=True)
        write(root, "mkdocs.yml", f"site_name: Name {next(number)} & more\n" + "".join(text[1:]))

    return [
        lambda: append("sources/example-library.md"),
        lambda: append("sources/context/hours.en.md"),
        lambda: append("docs/index.md"),
        second,
        second,
        lambda: (root / "sources/second.md").unlink(missing_ok=True),
        page,
        lambda: (root / "docs/about.md").unlink(missing_ok=True),
        lambda: write(root, "docs/files/note.txt", str(next(number))),
        settings,
    ]


@pytest.mark.parametrize("seed", range(4) if SWEEP > 1 else range(1))
def test_after_edits_its_pages_are_those_of_a_clean_build(site: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    session = Session(site)
    assert session.refresh().why == ""
    assert_is_a_clean_build(session, site, tmp_path / "clean")
    choices = edits(site, chance)
    for _ in range(50 if SWEEP > 1 else 4):
        chance.choice(choices)()
        view = session.refresh()
        assert view.why == ""
        assert set(view.pages) == {
            path for path in pages(Path(session.folder)) if path.endswith("index.html")
        }
    assert_is_a_clean_build(session, site, tmp_path / "clean")


def test_only_what_changed_is_another_page(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(site)
    before = session.refresh().pages
    monkeypatch.setattr(builder, "build", None)  # what changed is built by itself
    edit(site, "sources/example-library.md", "On Mondays it opens at ten", "On Mondays it opens at eleven")
    now = session.refresh().pages
    assert {path for path in now if now[path] != before[path]} == {"briefs/example-library/index.html"}
    assert session.refresh().pages == now
    assert_is_a_clean_build(session, site, tmp_path / "clean")


def test_a_broken_brief_keeps_its_last_good_page_and_stops_no_other(site: Path) -> None:
    write(site, "sources/second.md", second(words="First words."))
    session = Session(site)
    good = session.refresh()
    page = Path(session.folder) / "briefs/example-library/index.html"
    before = page.read_bytes()
    write(site, "sources/example-library.md", (site / "sources/example-library.md").read_text() + MISQUOTES)
    edit(site, "sources/second.md", "First words.", "Other words.")
    broken = session.refresh()
    assert page.read_bytes() == before
    assert "briefs/example-library.md" in broken.kept
    assert [one.rule.code for one in broken.findings["briefs/example-library.md"]] == ["BG301"]
    assert b"Other words." in (Path(session.folder) / "briefs/second/index.html").read_bytes()
    assert set(broken.pages) == set(good.pages)
    edit(site, "sources/example-library.md", MISQUOTES, "\nMended.\n")
    mended = session.refresh()
    assert (mended.kept, dict(mended.findings)) == (frozenset(), {})
    assert b"Mended." in page.read_bytes()


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("mkdocs.yml", "site_name: Nothing else\n", "mkdocs.yml lacks"),
        ("mkdocs.yml", None, "has no mkdocs.yml"),
        ("sources/references.bib", "@article{x", None),
    ],
)
def test_what_breaks_all_keeps_all(site: Path, path: str, text: str | None, said: str | None) -> None:
    session = Session(site)
    good = session.refresh()
    before, old = pages(Path(session.folder)), (site / path).read_text("utf-8")
    if text is None:
        (site / path).unlink()
    else:
        write(site, path, text)
    view = session.refresh()
    assert (said or "") in view.why
    assert bool(view.why or view.elsewhere or view.findings)
    assert pages(Path(session.folder)).keys() == before.keys()
    assert view.pages["briefs/example-library/index.html"] == good.pages["briefs/example-library/index.html"]
    write(site, path, old)
    assert session.refresh() == good
    assert pages(Path(session.folder)) == before


def test_drafts_are_shown_when_asked_for_and_nothing_is_written_to_docs(site: Path) -> None:
    write(
        site,
        "sources/draft.md",
        second().replace("tags", "status: draft\ntags"),
    )
    before = tree(site)
    without, with_drafts = Session(site), Session(site, drafts=True)
    assert "briefs/draft/index.html" not in without.refresh().pages
    assert "briefs/draft/index.html" in with_drafts.refresh().pages
    page = (Path(with_drafts.folder) / "briefs/draft/index.html").read_text("utf-8")
    assert "This is a draft" in page
    now = tree(site)
    assert {path for path in now if path not in before and not path.startswith(".briefgen/")} == set()


def test_a_settings_file_with_another_plugin_is_built_whole_each_time(site: Path) -> None:
    edit(site, "mkdocs.yml", "plugins:\n  - search\n", "plugins:\n  - search\n  - tags\n")
    session = Session(site)
    before = session.refresh()
    assert before.why == ""
    edit(site, "sources/example-library.md", "On Mondays it opens at ten", "On Mondays it opens at eleven")
    now = session.refresh()
    assert now.pages["index.html"] == before.pages["index.html"]
    assert now.pages["briefs/example-library/index.html"] != before.pages["briefs/example-library/index.html"]


REFUSED = {
    "an unknown plugin": (
        "plugins:\n  - search\n",
        "plugins:\n  - search\n  - nowhere\n",
        "nowhere",
        "plugin",
    ),
    "a wrong type": (
        "theme:\n",
        "use_directory_urls: perhaps\ntheme:\n",
        "use_directory_urls",
        "Expected type",
    ),
    "an inheritance without end": ("theme:\n", "INHERIT: mkdocs.yml\ntheme:\n", "mkdocs.yml", "themselves"),
}


@pytest.mark.parametrize(("old", "new", "at", "said"), REFUSED.values(), ids=REFUSED)
def test_settings_that_mkdocs_refuses_are_told_with_their_place(
    site: Path, old: str, new: str, at: str, said: str
) -> None:
    session = Session(site)
    edit(site, "mkdocs.yml", old, new)
    why = session.refresh().why
    before, text = new.partition(at)[0], (site / "mkdocs.yml").read_text("utf-8")
    start = text.index(new) + len(before)
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    assert why.startswith(f"mkdocs.yml:{line}:{column}: ")
    assert said in why


@pytest.mark.parametrize(
    "hook", ["def on_config(\n", "1 / 0\n", "def on_env(env, **_):\n    raise ValueError('no')\n"]
)
def test_a_hook_that_breaks_off_is_told_with_its_line(site: Path, hook: str) -> None:
    session = Session(site)
    write(site, "hook.py", hook)
    edit(site, "mkdocs.yml", "theme:\n", "hooks: [hook.py]\ntheme:\n")
    why = session.refresh().why
    assert why.startswith("hook.py:")
    assert "MkDocs could not build the site; it broke off with" in why
