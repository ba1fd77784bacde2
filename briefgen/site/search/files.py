"""The index of a built site: its pages are read, Pagefind is started, the site is told."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import PurePath

from briefgen.disk.reading import files_below, is_file, read, read_text, real_place
from briefgen.disk.writing import remove_file, remove_folder, write_file
from briefgen.model.layout import project
from briefgen.model.layout import site as at
from briefgen.site.programs import run_module
from briefgen.site.search.errors import NothingToSearchError, SearchIndexError, SearchNotInstalledError
from briefgen.site.search.flag import with_index
from briefgen.site.search.german import marking_for
from briefgen.site.search.offline import offline_script
from briefgen.site.search.page import language_of, records_of
from briefgen.site.search.records import Record
from briefgen.site.search.shadow import shadow_page, shadow_path
from briefgen.site.search.stored import ENTRY, finished, languages_of

_LOADED = re.compile(
    rf"pagefind\.js|{re.escape(ENTRY)}|wasm\.[^/]*|[^/]*\.pf_meta|(?:index|fragment|filter)/[^/]*"
)
_HEAD = 1000
"""Characters of a page in which its language is said."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What was made."""

    records: int
    languages: tuple[str, ...]


def check_search_is_installed() -> None:
    """Raise SearchNotInstalledError when the optional dependency is not there."""
    if find_spec("pagefind") is None or find_spec("simplemma") is None:
        raise SearchNotInstalledError


def index_site(root: PurePath, site: PurePath, *, offline: bool = False) -> Indexed:
    """Make the search index of a built site and have its pages use it.

    `root` is the project, in whose own folder is worked; `offline` makes the index of a site that is opened
    from files. Whoever calls it keeps others out. Raises SearchIndexError and OSError.
    """
    check_search_is_installed()
    script = site / at.SCRIPT
    if not is_file(script):
        raise SearchIndexError(f"{site} has no {at.SCRIPT}: it was not built with the theme of briefgen")
    records = _records(site, offline=offline)
    if not records:
        raise NothingToSearchError(f"{site} has no page that could be searched")
    # Before the work: a site that cannot be told needs no index.
    if with_index(_text(script), (), offline=offline) is None:
        raise SearchIndexError(
            f"{script} does not end as the theme of this briefgen does: build the site anew"
        )
    root = real_place(root)
    shadow, output = root / project.SEARCH_RECORDS, root / project.SEARCH_INDEX
    for leftover in (shadow, output):
        remove_folder(leftover, if_possible=True)
    try:
        by_path = _write_shadows(shadow, records)
        _run_pagefind(root / project.OWN, shadow, output)
        files = finished(_read_index(output), by_path)
    finally:
        for leftover in (shadow, output):
            remove_folder(leftover, if_possible=True)
    languages = languages_of(files)
    _publish(files, site, offline=offline)
    told = with_index(_text(script), languages, offline=offline)
    write_file(script, (told or "").encode())
    return Indexed(len(records), languages)


def _records(site: PurePath, *, offline: bool) -> list[Record]:
    pages = [
        path
        for path in sorted(files_below(site), key=PurePath)
        if path.endswith(at.PAGE_ENDING) and path != at.NOT_FOUND and not path.startswith(f"{at.SEARCH}/")
    ]
    spoken = {language_of(read_text(site / path, _HEAD)) for path in pages}
    records: list[Record] = []
    for path in pages:
        html = read_text(site / path)
        records += records_of(html, path if offline else _address(path), spoken)
    return records


def _text(script: PurePath) -> str:
    return read(script).decode("utf-8").replace("\r\n", "\n")


def _address(path: str) -> str:
    """As a server is asked for it: `briefs/x/`, `briefs/x.html`, nothing for the home page."""
    folder, _, name = path.rpartition("/")
    return path if name != at.INDEX else f"{folder}/" if folder else ""


def _write_shadows(folder: PurePath, records: Iterable[Record]) -> dict[str, Record]:
    by_path: dict[str, Record] = {}
    for record in records:
        path = shadow_path(record)
        write_file(folder / path, shadow_page(record, marking_for(record.language)).encode())
        by_path[path] = record
    return by_path


def _run_pagefind(own: PurePath, shadow: PurePath, output: PurePath) -> None:
    # Our own folder to work in: no pagefind.toml of the project is meant.
    arguments = ["--silent", "--site", str(shadow), "--output-path", str(output)]
    done = run_module("pagefind", arguments, own, without="PAGEFIND_")
    if not done.succeeded or not is_file(output / ENTRY):
        raise SearchIndexError(f"Pagefind could not make the index; it said: {done.said or 'nothing'}")


def _read_index(folder: PurePath) -> dict[str, bytes]:
    """What a search loads; Pagefind's own dialogs and its worker, which ours does without, are left out."""
    loaded = [path for path in files_below(folder) if _LOADED.fullmatch(path)]
    return {path: read(folder / path) for path in loaded}


def _publish(files: Mapping[str, bytes], site: PurePath, *, offline: bool) -> None:
    """In place of an earlier index."""
    remove_folder(site / at.SEARCH, if_possible=True)
    remove_file(site / at.OFFLINE_SEARCH, if_there=True)
    if offline:
        files = {at.OFFLINE_SEARCH: offline_script(files).encode()}
    else:
        files = {f"{at.SEARCH}/{name}": data for name, data in files.items()}
    for name, data in files.items():
        write_file(site / name, data)
