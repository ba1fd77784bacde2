"""Where the page of a record lies in the folder that Pagefind reads."""

from itertools import product
from pathlib import Path, PurePosixPath

from briefgen.site.search.page_records import records_of
from briefgen.site.search.shadow import shadow_path
from briefgen.site.search.shadows import write_shadows
from tests.cli.project import tree

PAGE = "<!doctype html><html lang=en><title>x</title><article><h1>x</h1><p>words</p></article>"
ADDRESSES = ("", "briefs/x/", "briefs/x.html", "briefs/x/index.html", "index.html", "index/")


def test_no_folder_looks_like_a_page() -> None:
    """Pagefind would try to read it, for a quarter of a second each."""
    for address in ADDRESSES:
        for record in records_of(PAGE, address, {"en"}):
            path = PurePosixPath(shadow_path(record))
            assert path.suffix == ".html"
            assert [folder.name for folder in path.parents if folder.suffix == ".html"] == []


def test_each_page_has_a_place_of_its_own() -> None:
    paths = {
        address: {shadow_path(record) for record in records_of(PAGE, address, {"en"})}
        for address in ADDRESSES
    }
    assert all(paths.values())
    for one, other in product(ADDRESSES, repeat=2):
        assert one == other or not paths[one] & paths[other], (one, other)


def test_what_stands_in_the_folder_from_an_earlier_run_is_written_again_only_if_it_is_another(
    tmp_path: Path,
) -> None:
    by_path = {
        shadow_path(record): record
        for record in records_of(PAGE, "", {"en"}) + records_of(PAGE, "b/", {"en"})
    }
    folder, clean = tmp_path / "shadows", tmp_path / "clean"
    for place in (folder, clean):
        write_shadows(place, by_path, with_metadata=False)
    same, changed, linked = (folder / path for path in [*by_path, "b~/link/page.html"])
    before = same.stat().st_ino
    changed.write_text("half of a pa", encoding="utf-8")
    linked.parent.symlink_to(tmp_path)
    (folder / "gone~").mkdir()
    (folder / "gone~/page.html").write_text("of an earlier run", encoding="utf-8")
    write_shadows(folder, by_path, with_metadata=False)
    assert tree(folder) == tree(clean)
    assert same.stat().st_ino == before
    assert not (folder / "gone~").exists()
    assert not linked.parent.is_symlink()
    assert clean.is_dir()
