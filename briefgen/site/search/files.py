"""The index of a built site: its pages are read, Pagefind is started, the site is told."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from briefgen.site.search.errors import (
    NothingToSearchError,
    SearchIndexError,
    SearchNotInstalledError,
    UnknownFormatError,
)
from briefgen.site.search.flag import SCRIPT, with_index
from briefgen.site.search.german import marking_for
from briefgen.site.search.offline import OFFLINE_SCRIPT, offline_script
from briefgen.site.search.page import language_of, records_of
from briefgen.site.search.records import Record
from briefgen.site.search.shadow import shadow_page, shadow_path
from briefgen.site.search.stored import ENTRY, finished, languages_of
from briefgen.write import OWN_FOLDER

INDEX_FOLDER = "pagefind"
_SHADOW, _OUTPUT = "search-records", "search-index"
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


def index_site(root: Path, site: Path, *, offline: bool = False) -> Indexed:
    """Make the search index of a built site and have its pages use it.

    `root` is the project, in whose own folder is worked; `offline` makes the index of a site that is opened
    from files. Whoever calls it keeps others out. Raises SearchIndexError and OSError.
    """
    check_search_is_installed()
    script = site / SCRIPT
    if not script.is_file():
        raise SearchIndexError(f"{site} has no {SCRIPT}: it was not built with the theme of briefgen")
    records = _records(site, offline=offline)
    if not records:
        raise NothingToSearchError(f"{site} has no page that could be searched")
    # Before the work: a site that cannot be told needs no index.
    if with_index(script.read_text(encoding="utf-8"), (), offline=offline) is None:
        raise SearchIndexError(
            f"{script} does not end as the theme of this briefgen does: build the site anew"
        )
    own = root.resolve() / OWN_FOLDER
    shadow, output = own / _SHADOW, own / _OUTPUT
    for leftover in (shadow, output):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        by_path = {shadow_path(record): record for record in records}
        files, unknown = _made(own, shadow, output, by_path)
    finally:
        for leftover in (shadow, output):
            shutil.rmtree(leftover, ignore_errors=True)
    languages = tuple(sorted({record.language for record in records})) if unknown else languages_of(files)
    _publish(files, site, offline=offline)
    told = with_index(script.read_text(encoding="utf-8"), languages, offline=offline, is_plain=bool(unknown))
    script.write_text(told or "", encoding="utf-8", newline="\n")
    return Indexed(len(records), languages, unknown)


def _records(site: Path, *, offline: bool) -> list[Record]:
    pages = {place: place.relative_to(site).as_posix() for place in sorted(site.rglob("*.html"))}
    pages = {
        place: path
        for place, path in pages.items()
        if path != "404.html" and not path.startswith(f"{INDEX_FOLDER}/")
    }
    spoken = {_language(place) for place in pages}
    records: list[Record] = []
    for place, path in pages.items():
        html = place.read_text(encoding="utf-8", errors="replace")
        records += records_of(html, path if offline else _address(path), spoken)
    return records


def _language(page: Path) -> str:
    with page.open(encoding="utf-8", errors="replace") as file:
        return language_of(file.read(_HEAD))


def _address(path: str) -> str:
    """As a server is asked for it: `briefs/x/`, `briefs/x.html`, nothing for the home page."""
    folder, _, name = path.rpartition("/")
    return path if name != "index.html" else f"{folder}/" if folder else ""


def _made(
    own: Path, shadow: Path, output: Path, records: Mapping[str, Record]
) -> tuple[dict[str, bytes], str]:
    """The files of the index, and what was unknown in them, if so: then they are as Pagefind wrote them."""
    _write_shadows(shadow, records, with_metadata=False)
    _run_pagefind(own, shadow, output)
    try:
        return finished(_read_index(output), records), ""
    except UnknownFormatError as error:
        unknown = str(error)
    _write_shadows(shadow, records, with_metadata=True)
    shutil.rmtree(output)
    _run_pagefind(own, shadow, output)
    return _read_index(output), unknown


def _write_shadows(folder: Path, records: Mapping[str, Record], *, with_metadata: bool) -> None:
    for path, record in records.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        html = shadow_page(record, marking_for(record.language), with_metadata=with_metadata)
        place.write_text(html, encoding="utf-8")


def _run_pagefind(own: Path, shadow: Path, output: Path) -> None:
    # -P, and our own folder to work in: neither a module nor a pagefind.toml of the project is meant.
    command = [sys.executable, "-P", "-m", "pagefind", "--silent"]
    command += ["--site", str(shadow), "--output-path", str(output)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    done = subprocess.run(command, cwd=own, env=environment, capture_output=True, check=False)
    if done.returncode != 0 or not (output / ENTRY).is_file():
        said = (done.stderr + done.stdout).decode(errors="replace").strip()
        raise SearchIndexError(f"Pagefind could not make the index; it said: {said or 'nothing'}")


def _read_index(folder: Path) -> dict[str, bytes]:
    """What a search loads."""
    places = {place.relative_to(folder).as_posix(): place for place in folder.rglob("*") if place.is_file()}
    return {
        name: place.read_bytes()
        for name, place in sorted(places.items())
        if name == ENTRY or not name.startswith(_UNUSED)
    }


def _publish(files: Mapping[str, bytes], site: Path, *, offline: bool) -> None:
    """In place of an earlier index."""
    shutil.rmtree(site / INDEX_FOLDER, ignore_errors=True)
    (site / OFFLINE_SCRIPT).unlink(missing_ok=True)
    if offline:
        files = {OFFLINE_SCRIPT: offline_script(files).encode()}
    else:
        files = {f"{INDEX_FOLDER}/{name}": data for name, data in files.items()}
    for name, data in files.items():
        place = site / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
