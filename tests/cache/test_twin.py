"""A large site is made in a second folder with its very files: nobody sees that while it is made, and it is
what a clean build makes, whatever was done to either folder."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath

import pytest

from briefgen.cache.looks import find_looks, keep_looks
from briefgen.disk.hashes import hashes_of, looked_at_once, says_when
from briefgen.model.layout import project as at
from briefgen.site import twin
from briefgen.site.build import build_site
from briefgen.write import write_theme
from tests.cache.test_kept_pages import DAY, PAGES, SETTINGS, replace, write
from tests.cli.project import tree

pytestmark = pytest.mark.skipif(not says_when(), reason="nobody says there when a file was changed")

PAGE = "briefs/two/index.html"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("twin") / "project"
    for path, text in PAGES.items():
        write(root, f"docs/{path}", text)
    write(root, at.SETTINGS, SETTINGS)
    write_theme(root, has_cards=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(twin, "LEAST", 1)
        build(root)
        yield root


def build(root: Path) -> None:
    """Build; until the new site is in its place, the old one stands there as it was."""
    site = root / at.SITE
    before = tree(site) if site.exists() else {}

    def finish(_: PurePath, __: Mapping[str, str]) -> None:
        assert (tree(site) if site.exists() else {}) == before

    with looked_at_once(find_looks(root)) as looks:
        build_site(root, DAY, strict=False, cache=True, finish=finish)
    keep_looks(root, looks.now)


def clean(root: Path, place: Path) -> dict[str, bytes]:
    for name in (at.DOCS, at.THEME):
        shutil.copytree(root / name, place / name)
    shutil.copy(root / at.SETTINGS, place)
    build_site(place, DAY, strict=False, finish=lambda _, __: None)
    return tree(place / at.SITE)


def in_the_site(root: Path) -> None:
    """Written into the file itself, with its old time."""
    was = (root / at.SITE / PAGE).stat()
    replace(root / at.SITE, PAGE, "Two", "Six")
    os.utime(root / at.SITE / PAGE, ns=(was.st_atime_ns, was.st_mtime_ns))


def in_the_twin(root: Path) -> None:
    """Files put into it, in the place of others, and taken away."""
    there = root / at.twin_site(at.SITE)
    (there / PAGE).unlink()
    write(there, PAGE, "another")
    write(there, "more/of.html", "more")
    (there / "named/index.html").unlink()


def in_the_looks(root: Path) -> None:
    place = root / at.LOOKS
    place.write_bytes(place.read_bytes()[:-1])


def a_page_less(root: Path) -> None:
    (root / "docs/briefs/hidden.md").unlink()


def the_twin_itself(root: Path) -> None:
    shutil.rmtree(root / at.twin_site(at.SITE))


def test_the_site_is_as_from_nothing(root: Path, tmp_path: Path) -> None:
    rounds = ((in_the_site, in_the_twin), (in_the_looks, a_page_less), (the_twin_itself,))
    for number, damages in enumerate(rounds):
        for damage in damages:
            damage(root)
        replace(root, "docs/briefs/one.md", "# One", f"# One {number}")
        build(root)
        assert tree(root / at.SITE) == tree(root / at.twin_site(at.SITE)), number
        if number < len(rounds) - 1:
            assert tree(root / at.SITE) == clean(root, tmp_path / f"clean-{number}"), number
    assert (root / at.SITE / PAGE).samefile(root / at.twin_site(at.SITE) / PAGE)


def test_a_build_that_breaks_off_leaves_the_site_as_it_was(root: Path) -> None:
    before = tree(root / at.SITE)

    def fail(_: PurePath, __: Mapping[str, str]) -> None:
        raise OSError("broken off")

    replace(root, "docs/briefs/one.md", "# One", "# Another")
    with pytest.raises(OSError, match="broken off"):
        build_site(root, DAY, strict=False, cache=True, finish=fail)
    assert tree(root / at.SITE) == before
    build(root)
    assert b"Another" in (root / at.SITE / "briefs/one/index.html").read_bytes()


def test_what_an_earlier_run_saw_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.disk.hashes._SETTLED", 0)
    write(tmp_path, f"{at.OWN}/{at.OWN_IGNORE}", "*\n")
    for name in ("one", "two"):
        write(tmp_path, name, name)
    with looked_at_once() as looks:
        first = hashes_of(tmp_path, ["one", "two"])
    keep_looks(tmp_path, looks.now)
    monkeypatch.setattr("briefgen.disk.hashes.read", _no)
    with looked_at_once(find_looks(tmp_path)) as looks:
        assert hashes_of(tmp_path, ["one", "two"]) == first
    assert looks.now == find_looks(tmp_path)
    write(tmp_path, "two", "TWO")
    with looked_at_once(find_looks(tmp_path)), pytest.raises(AssertionError):
        hashes_of(tmp_path, ["two"])


def _no(_: PurePath) -> Callable[[], bytes]:
    raise AssertionError
