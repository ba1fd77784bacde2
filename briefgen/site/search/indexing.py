"""The index of a built site: its pages are read, Pagefind is started, the site is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import PurePath

from briefgen.disk.hashes import sha256_of
from briefgen.disk.reading import files_below, is_file, is_folder, is_link, is_taken, read, read_text
from briefgen.disk.writing import own_place, remove_file, remove_folder, replace_file, write_file
from briefgen.each import Each, one_by_one
from briefgen.model.layout import project
from briefgen.model.layout import site as at
from briefgen.processes import beside
from briefgen.site.programs import run_module
from briefgen.site.search.errors import (
    NothingToSearchError,
    SearchIndexError,
    SearchNotInstalledError,
    UnknownFormatError,
)
from briefgen.site.search.flag import with_index
from briefgen.site.search.german import marking_for
from briefgen.site.search.names import names_in
from briefgen.site.search.offline import is_offline_script, offline_script
from briefgen.site.search.page_records import language_of, records_of
from briefgen.site.search.records import Record
from briefgen.site.search.shadow import shadow_path
from briefgen.site.search.shadows import write_shadows
from briefgen.site.search.stored import ENTRY, finished, languages_of
from briefgen.site.search.vocabulary import vocabulary

_UNUSED = "pagefind-"
"""With it begin the names of Pagefind's own dialogs and of its worker, which ours does without."""
_HEAD = 1000
"""Characters of a page in which its language is said."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What was made."""

    records: int
    languages: tuple[str, ...]
    unknown: str = ""
    """What of Pagefind's files was not as the known versions write them; then they are used as they are."""


def check_search_is_installed() -> None:
    """Raise SearchNotInstalledError when the optional dependency is not there."""
    if find_spec("pagefind") is None or find_spec("simplemma") is None:
        raise SearchNotInstalledError


def index_site(
    root: PurePath,
    site: PurePath,
    *,
    offline: bool = False,
    each: Each = one_by_one,
    keeps: bool = False,
    jobs: int = 1,
) -> Indexed:
    """Make the search index of a built site and have its pages use it.

    `root` is the project, in whose own folder is worked; `offline` makes the index of a site that is opened
    from files, and what the next one is made of stays where it `keeps` that. With several `jobs` a part is
    made while Pagefind works. Whoever calls it keeps others out. Raises SearchIndexError and OSError.
    """
    check_search_is_installed()
    script = site / at.SCRIPT
    if not is_file(script):
        raise SearchIndexError(f"{site} has no {at.SCRIPT}: it was not built with the theme of briefgen")
    pages = site_pages(site)
    spoken, names = _said_in(site, pages)
    records = _records(site, pages, spoken, each, offline=offline)
    if not records:
        raise NothingToSearchError(f"{site} has no page that could be searched")
    # Before the work: a site that cannot be told needs no index.
    if with_index(_text(script), (), offline=offline) is None:
        raise SearchIndexError(
            f"{script} does not end as the theme of this briefgen does: build the site anew"
        )
    _refuse_foreign_index(site)
    shadow, output = own_place(root, project.SEARCH_RECORDS), own_place(root, project.SEARCH_INDEX)
    remove_folder(output, if_there=True)
    words_and_head = beside(jobs, len(records), lambda: vocabulary(records, marking_for, names))
    try:
        by_path = {shadow_path(record): record for record in records}
        files, unknown = _made(own_place(root, project.OWN), shadow, output, by_path)
    finally:
        for left in (output,) if keeps else (shadow, output):
            remove_folder(left, if_possible=True)
    languages = tuple(sorted({record.language for record in records})) if unknown else languages_of(files)
    words, head = words_and_head()
    _publish(files | words, site, offline=offline)
    told = with_index(_text(script), languages, offline=offline, is_plain=bool(unknown), words=head)
    replace_file(script, (told or "").encode())
    return Indexed(len(records), languages, unknown)


def site_pages(site: PurePath) -> list[str]:
    """The pages of a site that may be searched, by their paths."""
    return [
        path
        for path in sorted(files_below(site), key=PurePath)
        if path.endswith(at.PAGE_ENDING) and path != at.NOT_FOUND and not path.startswith(f"{at.SEARCH}/")
    ]


def _said_in(site: PurePath, pages: list[str]) -> tuple[set[str], tuple[tuple[str, ...], ...]]:
    """The languages of the pages, and the names that they say are one."""
    spoken: set[str] = set()
    names: dict[tuple[str, ...], None] = {}
    for path in pages:
        html = read_text(site / path)
        spoken.add(language_of(html[:_HEAD]))
        names |= dict.fromkeys(names_in([html]))
    return spoken, tuple(names)


def _records(
    site: PurePath, pages: list[str], spoken: set[str], each: Each, *, offline: bool
) -> list[Record]:
    def address(path: str) -> str:
        return path if offline else _address(path)

    def of_page(path: str) -> tuple[Record, ...]:
        return records_of(read_text(site / path), address(path), spoken)

    def needs(path: str) -> tuple[str, ...]:
        # By its hash: of all pages at once the texts would be the most that any step holds.
        return ("make records of a page", address(path), sha256_of(read(site / path)), *sorted(spoken))

    return [record for records in each(of_page, pages, needs) for record in records]


def _text(script: PurePath) -> str:
    return read(script).decode("utf-8").replace("\r\n", "\n")


def _address(path: str) -> str:
    """As a server is asked for it: `briefs/x/`, `briefs/x.html`, nothing for the home page."""
    folder, _, name = path.rpartition("/")
    return path if name != at.INDEX else f"{folder}/" if folder else ""


def _made(
    own: PurePath, shadow: PurePath, output: PurePath, records: Mapping[str, Record]
) -> tuple[dict[str, bytes], str]:
    """The files of the index, and what was unknown in them, if so: then they are as Pagefind wrote them."""
    write_shadows(shadow, records, with_metadata=False)
    _run_pagefind(own, shadow, output)
    try:
        return finished(_read_index(output), records), ""
    except UnknownFormatError as error:
        unknown = str(error)
    write_shadows(shadow, records, with_metadata=True)
    remove_folder(output)
    _run_pagefind(own, shadow, output)
    return _read_index(output), unknown


def _run_pagefind(own: PurePath, shadow: PurePath, output: PurePath) -> None:
    # Our own folder to work in: no pagefind.toml of the project is meant.
    arguments = ["--silent", "--site", str(shadow), "--output-path", str(output)]
    done = run_module("pagefind", arguments, own, without="PAGEFIND_")
    if not done.succeeded or not is_file(output / ENTRY):
        raise SearchIndexError(
            f"Pagefind could not make the index; it said: {done.said or done.broke_off or 'nothing'}"
        )


def _read_index(folder: PurePath) -> dict[str, bytes]:
    """What a search loads."""
    loaded = [path for path in files_below(folder) if path == ENTRY or not path.startswith(_UNUSED)]
    return {path: read(folder / path) for path in sorted(loaded)}


def _refuse_foreign_index(site: PurePath) -> None:
    """Raise SearchIndexError if what stands in the place of the index is none, and would be removed."""
    folder, script = site / at.SEARCH, site / at.OFFLINE_SEARCH
    if is_link(folder) or (is_taken(folder) and not is_folder(folder)):
        raise SearchIndexError(f"{folder} is no folder of a search index: move it away first")
    for path in files_below(folder):
        if not at.is_of_search(f"{at.SEARCH}/{path}"):
            raise SearchIndexError(f"{folder / path} is of no search index: move it away first")
    if is_taken(script) and not (is_file(script) and is_offline_script(read_text(script, _HEAD))):
        raise SearchIndexError(f"{script} is no search index: move it away first")


def _publish(files: Mapping[str, bytes], site: PurePath, *, offline: bool) -> None:
    """In place of an earlier index."""
    remove_folder(site / at.SEARCH, if_there=True)
    remove_file(site / at.OFFLINE_SEARCH, if_there=True)
    if offline:
        files = {at.OFFLINE_SEARCH: offline_script(files).encode()}
    else:
        files = {f"{at.SEARCH}/{name}": data for name, data in files.items()}
    for name, data in files.items():
        write_file(site / name, data)
