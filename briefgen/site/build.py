"""Building the site: MkDocs, started as a program, makes a new site beside the old one, and the two are
swapped when it is whole."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePath

from briefgen.decode.builder import lacking_settings, says_of_anchors
from briefgen.disk.packaged import in_manual
from briefgen.disk.reading import (
    DiskKind,
    exists,
    is_file,
    is_taken,
    look_at,
    read,
    read_if_there,
    real_place,
    size_of,
)
from briefgen.disk.writing import (
    locked,
    move,
    own_place,
    remove_emptied_folders,
    remove_file,
    remove_folder,
    replace_file,
)
from briefgen.load import has_briefs
from briefgen.model.layout import project
from briefgen.model.layout import site as at
from briefgen.model.limits import SETTINGS
from briefgen.site import offline_page
from briefgen.site.coming import NOTHING, Coming
from briefgen.site.environment import builders_environment
from briefgen.site.kept_site import KeptSite
from briefgen.site.made import Holds, Made, decode_made, without
from briefgen.site.manifest import seal
from briefgen.site.own import SiteBuildError, mark, refuse_foreign
from briefgen.site.pages import change_pages, site_files
from briefgen.site.programs import run_module
from briefgen.site.refused import refuse_endless, why_not_built
from briefgen.site.signature import sign
from briefgen.site.task import PROGRAM, Task, encode_paths
from briefgen.site.twin import begin_with_twin, make_twin
from briefgen.text import TextFile

_ONLY_SERVED = (at.NOT_FOUND, at.BUILDERS_INDEX, at.SITEMAP, at.PACKED_SITEMAP)
"""Files that only a server sends, or that a browser refuses to read from a disk."""

_WHOLE = "`briefgen init` in an empty folder writes a whole one to start from; what each line does, says"


def build_site(
    root: PurePath,
    newest: str,
    name: str = project.SITE,
    *,
    strict: bool,
    finish: Callable[[PurePath, Mapping[str, str]], Mapping[str, str] | None] | None = None,
    cache: bool = False,
    quiet: bool = False,
    jobs: int = 1,
    coming: Coming = NOTHING,
    made_of: str | None = None,
) -> PurePath:
    """Build ``site/``, or a site of another name, from ``docs/``; ``site-offline/`` opens from a disk.

    `newest` is the ISO 8601 day that the site says it was built on (empty: 1970-01-01), so that building it
    again on another day makes the same site. With `cache` it is kept what the site was made from, unless
    there was a warning, or nobody would have heard of one: then `find_site` knows it the next time. `finish`
    is called with the folder of the new site and the hashes of its files that are known, before it is put in
    place, changes the script of the theme and its search alone, and may tell the hashes of that; with `quiet`
    MkDocs says only what is wrong. Pages are made by as many processes as there are `jobs`. What is `coming`
    is put into the site at the end, if MkDocs can be told of it. `made_of` is what `find_site` saw just
    before: where it is another in the end, nothing is kept. Returns the folder of the site. Raises
    SiteBuildError, and then an earlier site is as it was; ProjectError and OSError as `locked` does; what
    `finish` and `coming` do.
    """
    check_settings(root)
    root = real_place(root)
    refuse_endless(root, _settings(root))  # what of it leads out was a finding before
    site, offline = root / name, name == project.OFFLINE_SITE
    new, old = root / project.new_site(site.name), root / project.old_site(site.name)
    refuse_foreign(site)
    made_from = KeptSite(root, name, (newest, f"strict: {strict}"))
    seen = None if coming.paths else made_of
    with locked(root, "build"):
        if exists(old) and not exists(site):  # an earlier run was killed between the two renames
            move(old, site)
        for leftover in (new, old):
            remove_folder(leftover, if_there=True)
        twin = root / project.twin_site(name)
        task = made_from.task(is_searched=finish is not None, takes_pages=cache and not offline, jobs=jobs)
        if task is None:
            coming.made()
            coming = NOTHING
        else:
            task = replace(task, coming=bool(coming.paths))
        has_twin = task is not None and bool(task.kept)
        begun = has_twin and begin_with_twin(twin, site, new)
        if not has_twin:
            remove_folder(twin, if_there=True)
        sources = seen or (made_from.sources(coming.paths) if cache else None)
        if strict and not says_of_anchors(_settings(root)):
            task = replace(task or Task(is_indexed=False, is_alone=True), warns_of_anchors=True)
        cited = own_place(root, project.CITED)
        if exists(cited):
            task = replace(task or Task(is_indexed=False, is_alone=True), cited=str(cited))
        options = [*["--strict"] * strict, *["--quiet"] * quiet, *["--no-directory-urls"] * offline]
        # What a run that was killed left behind is of another site.
        remove_file(own_place(root, project.SITE_HOLDS), if_there=True)
        warned = _run_mkdocs(root, new, newest, options, task, coming.paths)
        made = _take_made(task)
        if offline:
            _make_offline(new)
        if has_twin and not begun:
            make_twin(twin, new)  # now, so that nothing of it was touched just before the end
        told = finish(new, {path: one.sha256 for path, one in made.items()}) if finish is not None else None
        _put(coming.made(), new)
        known = without(made, (at.SCRIPT, *coming.paths), at.SEARCH)
        hashes = seal(new, {**known, **{path: Holds(sha256) for path, sha256 in (told or {}).items()}})
        _sign(root, new)
        mark(new)
        refuse_foreign(site, new)
        _swap(site, new, old, twin if begun else None)
        if has_twin:
            make_twin(twin, site)
        if sources is not None and not warned and not quiet:
            made_from.keep(sources, hashes, coming.paths)
    return site


def find_site(
    root: PurePath, newest: str, name: str = project.SITE, *, strict: bool
) -> tuple[PurePath | None, str | None]:
    """The folder of the site, if it stands there as it was made, of just these files and tools; or None, and
    what `build_site` need not look through once more.

    Where an earlier run left something over, it is to be built: that clears it away.
    """
    root = real_place(root)
    left_over = (project.new_site(name), project.old_site(name), project.SEARCH_INDEX)
    if any(exists(root / path) for path in left_over):
        return None, None
    is_there, made_of = KeptSite(root, name, (newest, f"strict: {strict}")).is_there()
    return root / name if is_there else None, made_of


def check_settings(root: PurePath) -> None:
    """Raise SiteBuildError when mkdocs.yml is not there, or would have MkDocs show our output as raw text.

    Without briefs there is none: of pages by hand that cite only these are other than they were.
    """
    place = real_place(root) / project.SETTINGS
    if not is_taken(place):
        raise SiteBuildError(
            f"{place.parent} has no {project.SETTINGS}, the settings of the site: "
            f"{_WHOLE} {in_manual('setup')}"
        )
    seen = look_at(place, place.parent)
    if seen.kind is not DiskKind.FILE or size_of(seen.real) > SETTINGS.bytes:
        return  # why it cannot be read is a finding, and nothing is built
    lacking = lacking_settings(_settings(root))
    if lacking and has_briefs(root):
        raise SiteBuildError(f"{project.SETTINGS} lacks {'; '.join(lacking)}: {_WHOLE} {in_manual('setup')}")


def has_our_theme(root: PurePath) -> bool:
    """Whether pages are shown with our theme, which has our search."""
    return not any(one.startswith("theme:") for one in lacking_settings(_settings(root)))


def _settings(root: PurePath) -> TextFile:
    place = look_at(real_place(root) / project.SETTINGS, real_place(root)).real
    return TextFile(project.SETTINGS, read(place, SETTINGS).decode(errors="replace"))


def _sign(root: PurePath, site: PurePath) -> None:
    from briefgen.decode.settings import decode_settings

    if key := decode_settings(_settings(root), lambda _: None).signing_key:
        sign(site, root / PurePath(key))


def _run_mkdocs(
    root: PurePath,
    new: PurePath,
    newest: str,
    options: list[str],
    task: Task | None,
    coming: Sequence[str],
) -> bool:
    """Whether MkDocs had something to warn of. Raises SiteBuildError."""
    arguments = ["build", "--site-dir", str(new), "--config-file", str(root / project.SETTINGS), *options]
    module, first = ("mkdocs", []) if task is None else (PROGRAM, [task.argument()])
    environment = builders_environment(newest)
    given = encode_paths(coming) if coming else b""
    done = run_module(module, [*first, *arguments], root, settings=environment, aloud=True, given=given)
    if not done.succeeded:
        raise SiteBuildError(f"{why_not_built(_settings(root), root, done)}. No site is changed")
    return done.warned


def _take_made(task: Task | None) -> Made:
    """What the files of the new site hold, as far as MkDocs said it; it is asked about but once."""
    if task is None or not task.holds:
        return {}
    place = PurePath(task.holds)
    data = read_if_there(place)
    remove_file(place, if_there=True)
    return {} if data is None else decode_made(data)


def _make_offline(site: PurePath) -> None:
    for name in _ONLY_SERVED:
        remove_file(site / name, if_there=True)
    remove_emptied_folders(site, _ONLY_SERVED)
    files = frozenset(site_files(site))
    change_pages(site, lambda path, page: offline_page(page, path, files))


def _put(files: Mapping[str, bytes], site: PurePath) -> None:
    """Put files in the place of those that MkDocs made for them; what it was told to leave out has none."""
    for path, data in files.items():
        if is_file(site / path):
            replace_file(site / path, data)


def _swap(site: PurePath, new: PurePath, old: PurePath, twin: PurePath | None) -> None:
    """Have the new site take the place of the old one, and that the place of the twin, if it was given up."""
    if exists(site):
        move(site, old)
    try:
        move(new, site)
    except OSError:
        if exists(old):
            move(old, site)
        raise
    if twin is not None:
        with suppress(OSError):
            move(old, twin)
    remove_folder(old, if_possible=True)  # the new site stands; what stays behind goes next time
