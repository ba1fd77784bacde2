"""Where the page of a record lies in the folder that Pagefind reads."""

from itertools import product
from pathlib import PurePosixPath

from briefgen.site.search.page_records import records_of
from briefgen.site.search.shadow import shadow_path

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
