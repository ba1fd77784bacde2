"""The folder of pages that Pagefind reads.

It may stand there from an earlier run: a page that is as it is to be is not written again, which would take
longer than to look at it.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import PurePath

from briefgen.disk.reading import files_below, is_link, is_taken, read
from briefgen.disk.writing import remove_emptied_folders, remove_file, write_file
from briefgen.site.search.german import marking_for
from briefgen.site.search.records import Record
from briefgen.site.search.shadow import shadow_page


def write_shadows(folder: PurePath, records: Mapping[str, Record], *, with_metadata: bool) -> None:
    """Have the pages of the records, and nothing else, in a folder of our own. Raises OSError."""
    if is_link(folder):
        remove_file(folder)
    there = set(files_below(folder)) if is_taken(folder) else set()
    strays = there - records.keys()
    for path in strays:
        remove_file(folder / path)
    remove_emptied_folders(folder, strays)
    for path, record in records.items():
        page = shadow_page(record, marking_for(record.language), with_metadata=with_metadata).encode()
        if path not in there or not _is(folder / path, page):
            remove_file(folder / path, if_there=True)
            write_file(folder / path, page)


def _is(place: PurePath, data: bytes) -> bool:
    with suppress(OSError):  # it is none of ours, then
        return read(place) == data
    return False
