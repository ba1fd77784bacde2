"""The folder of pages that Pagefind reads."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from briefgen.disk.writing import write_file
from briefgen.site.search.german import marking_for
from briefgen.site.search.records import Record
from briefgen.site.search.shadow import shadow_page


def named_shadows(records: Iterable[Record]) -> dict[str, Record]:
    """The records by the names of their pages: numbers, in one folder, as folders take longer than files."""
    return {f"{number}.html": record for number, record in enumerate(records)}


def write_shadows(folder: PurePath, records: Mapping[str, Record], *, with_metadata: bool) -> None:
    """Write the pages of records into a new folder of our own, by their names. Raises OSError."""
    for name, record in records.items():
        page = shadow_page(record, marking_for(record.language), with_metadata=with_metadata)
        write_file(folder / name, page.encode())
