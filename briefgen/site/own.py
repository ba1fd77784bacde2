"""Which folder is ours to replace: one that bears our mark, and a site of before there were marks."""

from pathlib import PurePath

from briefgen.disk.reading import files_below, is_file, is_folder, is_link, is_taken, names_in
from briefgen.disk.writing import write_file
from briefgen.failure import CannotRunError
from briefgen.model.layout import site as at

_SIGNS = (at.HOME, at.NOT_FOUND, at.SITEMAP)
"""What a built site holds: a folder with none of these is not taken for one."""

_MARK = b"`briefgen build` made this folder, and replaces all of it with the next site.\n"
_NAMED = 3
"""How many files a message names."""


class SiteBuildError(CannotRunError):
    """The site could not be built; the message says why, in words. An earlier site is as it was."""


def mark(site: PurePath) -> None:
    """Write into a new site that it is ours."""
    write_file(site / at.MARK, _MARK)


def refuse_foreign(site: PurePath, new: PurePath | None = None) -> None:
    """Raise SiteBuildError if what stands in the place of a site is not ours to replace.

    Without a mark it is ours only if it was built before there were marks: if it has nothing but what the
    `new` site has as well, our script among it. Before there is a new site, what looks like one may pass.
    """
    if not is_taken(site):
        return
    if is_link(site) or not is_folder(site):
        raise SiteBuildError(f"{site} is something else than a built site: move it away first")
    if not names_in(site) or (is_file(site / at.MARK) and not is_link(site / at.MARK)):
        return
    if not any(is_file(site / sign) for sign in _SIGNS):
        raise SiteBuildError(f"{site} is something else than a built site: move it away first")
    if new is not None:
        _refuse_unmarked(site, new)


def _refuse_unmarked(site: PurePath, new: PurePath) -> None:
    made = {at.without_hash(path) for path in files_below(new)}
    there = files_below(site)
    foreign = [path for path in there if not _is_made(path, made) or is_link(site / path)]
    if at.SCRIPT in made and at.SCRIPT not in there:
        foreign = foreign or there
    if foreign:
        named = ", ".join(foreign[:_NAMED])
        more = f" and {len(foreign) - _NAMED} more" if len(foreign) > _NAMED else ""
        raise SiteBuildError(
            f"{site} has no mark of briefgen ({at.MARK}), and holds what is not of this site: {named}{more}. "
            "Nothing in it was changed: move the folder away, or delete it if you need nothing of it"
        )


def _is_made(path: str, made: set[str]) -> bool:
    return at.without_hash(path) in made or at.is_of_search(path)
