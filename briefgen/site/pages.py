"""The pages of a built site, read and changed where they lie."""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from briefgen.disk.reading import files_below, is_file, read
from briefgen.disk.writing import replace_file
from briefgen.model.layout import site as at
from briefgen.model.project import ProjectError


def require_site(site: PurePath) -> None:
    """Raise ProjectError where there is no site."""
    if not is_file(site / at.HOME):
        raise ProjectError(f"{site} is no built site: `briefgen build` makes one")


def site_files(site: PurePath) -> tuple[str, ...]:
    """The places of all files of a site, sorted."""
    return tuple(files_below(site, ordinary=True))


def site_pages(site: PurePath) -> Iterator[tuple[str, str]]:
    """The pages of a site with their places. Raises ProjectError where one cannot be read as text."""
    for path in site_files(site):
        if path.endswith(at.PAGE_ENDING):
            try:
                yield path, read(site / path).decode("utf-8")
            except UnicodeDecodeError:
                raise ProjectError(f"{site / path} is not UTF-8, so it cannot be read as a page") from None


def change_pages(site: PurePath, change: Callable[[str, str], str]) -> int:
    """Give each page of a site, with its place, to `change`, and write down what comes back.

    Returns the number of pages. Nothing is written where one cannot be read: ProjectError, OSError.
    """
    pages = dict(site_pages(site))
    for path, page in pages.items():
        changed = change(path, page)
        if changed != page:
            replace_file(site / path, changed.encode("utf-8"))
    return len(pages)
