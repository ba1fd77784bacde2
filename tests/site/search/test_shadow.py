"""The address that the index has of a record."""

from itertools import product

from briefgen.site.search.page_records import records_of
from briefgen.site.search.shadow import address_of

PAGE = "<!doctype html><html lang=en><title>x</title><article><h1>x</h1><p>words</p></article>"
ADDRESSES = ("", "briefs/x/", "briefs/x.html", "briefs/x/index.html", "index.html", "index/")


def test_no_two_records_have_the_same() -> None:
    paths = {
        address: {address_of(record) for record in records_of(PAGE, address, {"en"})} for address in ADDRESSES
    }
    assert all(paths.values())
    for one, other in product(ADDRESSES, repeat=2):
        assert one == other or not paths[one] & paths[other], (one, other)
