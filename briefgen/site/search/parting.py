"""The parts of an index: pages in groups, each given to Pagefind by itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import PurePath
from zlib import crc32

from briefgen.digests import digest_of
from briefgen.disk.reading import files_below, is_file, read, read_text
from briefgen.each import Each, Needs
from briefgen.later import Later
from briefgen.model.layout import site as at
from briefgen.site.programs import run_module
from briefgen.site.search.errors import SearchIndexError
from briefgen.site.search.german import marking_for
from briefgen.site.search.page_records import records_of
from briefgen.site.search.parted import IndexPart
from briefgen.site.search.records import Record
from briefgen.site.search.shadows import named_shadows, write_shadows
from briefgen.site.search.stored import ENTRY, part_of
from briefgen.site.search.vocabulary import words_of

_LEAST, _PAGES = 64, 192
"""Pages of a group: it ends behind the first page after the least of them whose path says so, by its hash,
as one in so many does. So a page that is added or removed changes one group, seldom a second one."""
_WHOLE = "whole"
_UNUSED = "pagefind-"
"""With it begin the names of Pagefind's own dialogs and of its worker, which ours does without."""

Group = tuple[str, ...]


def grouped(pages: Iterable[str]) -> list[Group]:
    """The pages in groups, in the same order."""
    groups: list[Group] = []
    group: list[str] = []
    for page in pages:
        group.append(page)
        if len(group) >= _LEAST and crc32(page.encode("utf-8", "surrogateescape")) % _PAGES == 0:
            groups.append(tuple(group))
            group = []
    return [*groups, tuple(group)] if group else groups


@dataclass(frozen=True, slots=True)
class Parting:
    """How the pages of a site become parts: `own`, `shadow` and `output` are folders to work in, `hashes`
    those of the pages, `spoken` their languages; `each` makes the records of pages, and `uses` is told what
    they depend on, also where they are not made."""

    own: PurePath
    shadow: PurePath
    output: PurePath
    site: PurePath
    hashes: Mapping[str, str]
    spoken: frozenset[str]
    each: Each
    offline: bool
    uses: Callable[[Needs], None] = lambda _: None

    def needs(self, group: Group) -> Needs:
        """What a part depends on."""
        pages = (text for path in group for text in (self._address(path), self.hashes[path]))
        for path in group:
            self.uses(self._needs_of_page(path))
        return ("index a part of a site", *sorted(self.spoken), "", *pages)

    def part(self, group: Group) -> IndexPart:
        """The part of a group of pages; one without languages where it has no records.

        Raises SearchIndexError, OSError.
        """
        return self.begin(group)()

    def begin(self, group: Group) -> Callable[[], IndexPart]:
        """Make the records of a group; returns what makes its part of them, and raises as `part`.

        Where other pages had the same records, that of those is taken: most of what changes around a text is
        in none.
        """
        first = group[0].encode("utf-8", "surrogateescape")  # which no other group has
        records, needs = self.records(group), self.needs(group)
        make = partial(self._part_of, sha256(first).hexdigest(), records)
        of_these = digest_of(tuple(records))
        (had,) = self.each(lambda _: needs, [of_these], lambda digest: ("what had these records", digest))
        if had == needs:
            return make
        (part,) = self.each(lambda _: make(), [group], lambda _: had)
        return lambda: part

    def _part_of(self, name: str, records: Sequence[Record]) -> IndexPart:
        if not records:
            return IndexPart("", {}, Later.of({}), Later.of({}), {})
        by_name = named_shadows(records)
        files = self._indexed(name, by_name, with_metadata=False)
        return part_of(files, by_name, words_of(records, marking_for))

    def records(self, pages: Sequence[str]) -> list[Record]:
        """The records of pages."""

        def of_page(path: str) -> tuple[Record, ...]:
            return records_of(read_text(self.site / path), self._address(path), self.spoken)

        made = self.each(of_page, pages, self._needs_of_page)
        return [record for records in made for record in records]

    def _needs_of_page(self, path: str) -> Needs:
        # By its hash: of all pages at once the texts would be the most that any step holds.
        return ("make records of a page", self._address(path), self.hashes[path], *sorted(self.spoken))

    def as_it_is(self, records: Iterable[Record]) -> dict[str, bytes]:
        """The whole index as Pagefind writes it, with metadata that it takes for text. Raises as `part`."""
        return self._indexed(_WHOLE, named_shadows(records), with_metadata=True)

    def _indexed(self, name: str, records: Mapping[str, Record], *, with_metadata: bool) -> dict[str, bytes]:
        """What Pagefind makes of some records, in folders of that name."""
        shadow, output = self.shadow / name, self.output / name
        write_shadows(shadow, records, with_metadata=with_metadata)
        # Our own folder to work in: no pagefind.toml of the project is meant.
        arguments = ["--silent", "--site", str(shadow), "--output-path", str(output)]
        done = run_module("pagefind", arguments, self.own, without="PAGEFIND_")
        if not done.succeeded or not is_file(output / ENTRY):
            raise SearchIndexError(
                f"Pagefind could not make the index; it said: {done.said or done.broke_off or 'nothing'}"
            )
        loaded = (path for path in files_below(output) if path == ENTRY or not path.startswith(_UNUSED))
        return {path: read(output / path) for path in sorted(loaded)}

    def _address(self, path: str) -> str:
        """As a server is asked for it: `briefs/x/`, `briefs/x.html`, nothing for the home page."""
        folder, _, name = path.rpartition("/")
        return path if self.offline or name != at.INDEX else f"{folder}/" if folder else ""
