"""The pages of a built site, read and changed where they lie."""

from collections.abc import Callable, Iterator
from pathlib import Path

from briefgen.model.project import ProjectError
from briefgen.write.files import replace_file


def require_site(site: Path) -> None:
    """Raise ProjectError where there is no site."""
    if not (site / "index.html").is_file():
        raise ProjectError(f"{site} is no built site: `briefgen build` makes one")


def site_files(site: Path) -> tuple[str, ...]:
    """The places of all files of a site, sorted."""
    return tuple(sorted(place.relative_to(site).as_posix() for place in site.rglob("*") if place.is_file()))


def site_pages(site: Path) -> Iterator[tuple[str, str]]:
    """The pages of a site with their places. Raises ProjectError where one cannot be read as text."""
    for path in site_files(site):
        if path.endswith(".html"):
            try:
                yield path, (site / path).read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                raise ProjectError(f"{site / path} is not UTF-8, so it cannot be read as a page") from None


def change_pages(site: Path, change: Callable[[str, str], str]) -> int:
    """Give each page of a site, with its place, to `change`, and write down what comes back.

    Returns the number of pages. Nothing is written where one cannot be read: ProjectError, OSError.
    """
    pages = dict(site_pages(site))
    for path, page in pages.items():
        changed = change(path, page)
        if changed != page:
            replace_file(site / path, changed.encode("utf-8"))
    return len(pages)
