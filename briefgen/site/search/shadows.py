"""The folder of pages that Pagefind reads."""

from collections.abc import Iterable
from pathlib import PurePath

from briefgen.disk.writing import write_file
from briefgen.site.search.german import marking_for
from briefgen.site.search.records import Record
from briefgen.site.search.shadow import shadow_page, shadow_path


def write_shadows(folder: PurePath, records: Iterable[Record], *, with_metadata: bool) -> None:
    """Write the page of each record into a new folder of our own. Raises OSError."""
    for record in records:
        page = shadow_page(record, marking_for(record.language), with_metadata=with_metadata)
        write_file(folder / shadow_path(record), page.encode())
