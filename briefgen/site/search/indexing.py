"""The index of a built site: its pages are read, Pagefind is started, the site is told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import PurePath

from briefgen.disk.hashes import hashes_of, sha256_of
from briefgen.disk.reading import files_below, is_file, is_folder, is_link, is_taken, read, read_text
from briefgen.disk.writing import (
    own_place,
    remove_emptied_folders,
    remove_file,
    remove_folder,
    replace_file,
    write_file,
)
from briefgen.each import Each, Needs, one_by_one, unkept
from briefgen.model.layout import project
from briefgen.model.layout import site as at
from briefgen.processes import in_processes, in_turns
from briefgen.site.search.errors import (
    NothingToSearchError,
    SearchIndexError,
    SearchNotInstalledError,
    UnknownFormatError,
)
from briefgen.site.search.flag import with_index
from briefgen.site.search.german import marking_for
from briefgen.site.search.joined import joined
from briefgen.site.search.names import names_in
from briefgen.site.search.offline import is_offline_script, offline_script
from briefgen.site.search.packing import Keep, anew
from briefgen.site.search.page_records import language_of
from briefgen.site.search.parted import IndexPart
from briefgen.site.search.parting import Group, Parting, grouped
from briefgen.site.search.vocabulary import vocabulary, words_of

_HEAD = 1000
"""Characters of a page in which its language is said."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What was made."""

    records: int
    languages: tuple[str, ...]
    hashes: Mapping[str, str]
    """The sha256 of each file of the index, as far as that is known, by its path in the site."""
    unknown: str = ""
    """What of Pagefind's files was not as the known versions write them; then they are used as they are."""


def check_search_is_installed() -> None:
    """Raise SearchNotInstalledError when the optional dependency is not there."""
    if find_spec("pagefind") is None or find_spec("simplemma") is None:
        raise SearchNotInstalledError


def index_site(
    root: PurePath,
    site: PurePath,
    known: Mapping[str, str] | None = None,
    *,
    offline: bool = False,
    jobs: int = 1,
    keeping: Callable[[Each], Each] = unkept,
    keep: Keep = anew,
    uses: Callable[[Needs], None] = lambda _: None,
) -> Indexed:
    """Make the search index of a built site and have its pages use it.

    `root` is the project, in whose own folder is worked; `offline` makes the index of a site that is opened
    from files. Hashes of pages that are `known` are not made again. It is made by as many processes as there
    are `jobs`; `keeping` is what takes results that are kept, where it can, and `uses` is told which
    of them it may want again; `keep` has what was packed before. Whoever calls it keeps others
    out. Raises SearchIndexError and OSError.
    """
    check_search_is_installed()
    script = site / at.SCRIPT
    if not is_file(script):
        raise SearchIndexError(f"{site} has no {at.SCRIPT}: it was not built with the theme of briefgen")
    pages = site_pages(site)
    hashes = {path: known[path] for path in pages if path in known} if known else {}
    hashes |= hashes_of(site, [path for path in pages if path not in hashes])
    groups = grouped(page for page in pages if page in hashes)
    spoken, names = _said_in(site, groups, hashes, keeping(one_by_one))
    own, shadow = own_place(root, project.OWN), own_place(root, project.SEARCH_RECORDS)
    output = own_place(root, project.SEARCH_INDEX)
    parting = Parting(
        own, shadow, output, site, hashes, frozenset(spoken), keeping(in_processes(jobs)), offline, uses
    )
    # Before the work: a site that cannot be told needs no index.
    if with_index(_text(script), (), offline=offline) is None:
        raise SearchIndexError(
            f"{script} does not end as the theme of this briefgen does: build the site anew"
        )
    _refuse_foreign_index(site)
    for left in (shadow, output):
        remove_folder(left, if_there=True)
    try:
        made = _made(parting, groups, keeping(in_turns(jobs, parting.begin, len)), keep)
        if not made.records:
            _publish({}, (), site, offline=offline)
            raise NothingToSearchError(f"{site} has no page that could be searched")
        words, head = vocabulary(made.counted, names)
        published = _publish({**words, **made.files}, made.more, site, offline=offline)
    finally:  # only now: where thousands of files were just removed, file systems are slow to make new ones
        for left in (shadow, output):
            remove_folder(left, if_possible=True)
    is_plain = bool(made.unknown)
    told = with_index(_text(script), made.languages, offline=offline, is_plain=is_plain, words=head)
    replace_file(script, (told or "").encode())
    return Indexed(made.records, made.languages, published, made.unknown)


def site_pages(site: PurePath) -> list[str]:
    """The pages of a site that may be searched, by their paths."""
    pages = [
        path
        for path in files_below(site)
        if path.endswith(at.PAGE_ENDING) and path != at.NOT_FOUND and not path.startswith(f"{at.SEARCH}/")
    ]
    return sorted(pages, key=lambda path: path.split("/"))


def _said_in(
    site: PurePath, groups: list[Group], hashes: Mapping[str, str], here: Each
) -> tuple[set[str], tuple[tuple[str, ...], ...]]:
    """The languages of the pages, and the names that they say are one."""

    def of_group(group: Group) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        spoken: dict[str, None] = {}
        names: dict[tuple[str, ...], None] = {}
        for path in group:
            html = read_text(site / path)
            spoken[language_of(html[:_HEAD])] = None
            names |= dict.fromkeys(names_in([html]))
        return tuple(spoken), tuple(names)

    def needs(group: Group) -> tuple[str, ...]:
        return ("read what pages say of themselves", *(hashes[path] for path in group))

    said = here(of_group, groups, needs)
    names = dict.fromkeys(one for _, names in said for one in names)
    return {language for spoken, _ in said for language in spoken}, tuple(names)


def _text(script: PurePath) -> str:
    return read(script).decode("utf-8").replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class _Made:
    """The files of an index, parts that have `more` of them, and what was `unknown` in them, if so: then they
    are as Pagefind wrote them."""

    files: Mapping[str, bytes]
    more: Sequence[IndexPart]
    records: int
    languages: tuple[str, ...]
    counted: Sequence[Mapping[str, Mapping[str, int]]]
    unknown: str = ""


def _made(parting: Parting, groups: list[Group], each: Each, keep: Keep) -> _Made:
    try:
        parts = [part for part in each(parting.part, groups, parting.needs) if part.languages]
        files = joined(parts, keep) if parts else {}
    except UnknownFormatError as error:
        records = parting.records([path for group in groups for path in group])
        languages = tuple(sorted({record.language for record in records}))
        counted = [words_of(records, marking_for)]
        return _Made(parting.as_it_is(records), (), len(records), languages, counted, str(error))
    every = [one for part in parts for one in part.languages.values()]
    counted = [{name: one.counted for name, one in part.languages.items()} for part in parts]
    languages = tuple(sorted({name for part in parts for name in part.languages}))
    return _Made(files, parts, sum(len(one.kinds) for one in every), languages, counted)


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


def _publish(
    files: Mapping[str, bytes], parts: Sequence[IndexPart], site: PurePath, *, offline: bool
) -> dict[str, str]:
    """In place of an earlier index, of which stays what is the same; returns the sha256 of each file.

    Whoever reads that one may have its files under other names: so none is written into.
    """
    folder = site / at.SEARCH
    remove_file(site / at.OFFLINE_SEARCH, if_there=True)
    if offline:
        remove_folder(folder, if_there=True)
        every = {**files, **{name: data for part in parts for name, data in part.records.value.items()}}
        if every:
            write_file(site / at.OFFLINE_SEARCH, offline_script(every).encode())
        return {}
    there = dict.fromkeys(files_below(folder), "")  # what is no ordinary file among them
    there |= hashes_of(folder, there)
    sums = {name: sha256_of(data) for name, data in files.items()}
    _put(folder, there, sums, lambda: files)
    for part in parts:
        sums |= part.sums
        _put(folder, there, part.sums, part.records.read)
    left = [name for name in there if name not in sums]
    for name in left:
        remove_file(folder / name)
    remove_emptied_folders(folder, left)
    return {f"{at.SEARCH}/{name}": one for name, one in sums.items()}


def _put(
    folder: PurePath,
    there: Mapping[str, str],
    sums: Mapping[str, str],
    get: Callable[[], Mapping[str, bytes]],
) -> None:
    """Write those files that are not there yet, or hold something else."""
    missing = [name for name, sha256 in sums.items() if there.get(name) != sha256]
    files = get() if missing else {}
    for name in missing:
        if name in there:
            remove_file(folder / name)
        write_file(folder / name, files[name])
