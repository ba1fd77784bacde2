"""What would be in the way of a page: told before anything is written."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.card import Card
from briefgen.model.layout import pages, project, site
from briefgen.model.layout.pages import ENDING
from briefgen.model.layout.ways import parents
from briefgen.model.page import Page
from briefgen.text import Span, TextFile


def find_conflicts(made: Iterable[Page | Card], written: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Each page or card whose place in docs/ or in the site is taken by a hand-written file or another
    page.

    Pure: `written` is `ProjectFiles.written`. Names are compared without regard to case, because ``A.md`` and
    ``a.md`` are one file on some machines, and one address for some servers.
    """
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in written:
        for name in _names(path):
            files.setdefault(name, path)
            for folder in parents(name):
                folders.setdefault(folder, path)
    generated: dict[str, str] = {}
    for page in made:
        names = _names(page.path)
        # In the way is a file of that name, a folder of that name, and a file where its folder belongs.
        obstacle = ""
        for name in names:
            obstacle = obstacle or files.get(name) or folders.get(name, "")
        for name in names:
            obstacle = obstacle or _above(name, files)
        if obstacle:
            yield _file_in_the_way(obstacle, page.path)
        elif names[-1] in generated and not _differ_in_case(generated[names[-1]], page.path):
            yield _colliding_pages(generated[names[-1]], page.path)
        generated.setdefault(names[-1], page.path)


def _above(name: str, files: Mapping[str, str]) -> str:
    """The file that is in the place of a folder of this name, the innermost of them."""
    folder = name.rpartition("/")[0]
    while folder and folder not in files:
        folder = folder.rpartition("/")[0]
    return files[folder] if folder else ""


def _differ_in_case(one: str, other: str) -> bool:
    """Whether two pages are of works whose keys differ only in case, which is told where the keys stand."""
    folders = {PurePosixPath(path).parent for path in (one, other, pages.WORKS)}
    return len(folders) == 1 and one.casefold() == other.casefold()


def _names(path: str) -> tuple[str, ...]:
    """What a file of docs/ is called there and, where that differs, in the site: both ready to compare."""
    plain = path.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
    if not plain.endswith(ENDING):
        return (plain,)
    folder = plain.removesuffix(ENDING)
    outer, _, name = folder.rpartition("/")
    folder = outer if name in ("index", "readme") else folder
    return plain, f"{folder}/{site.INDEX}".lstrip("/")


def _file_in_the_way(obstacle: str, page: str) -> Diagnostic:
    same = obstacle == page
    message = "this file was not made by briefgen, and a generated page belongs " + (
        "here" if same else f"at {project.in_docs(page)}"
    )
    hint = "give the file another name or, if it is an old generated page, delete it"
    return Diagnostic(rules.FILE_IN_THE_WAY, _docs_file(obstacle), message, hint=hint)


def _colliding_pages(first: str, second: str) -> Diagnostic:
    message = f"two generated pages have the address of this one; the other is {project.in_docs(second)}"
    hint = "give the brief, the work or the topic that one of them is about another name"
    return Diagnostic(rules.COLLIDING_PAGES, _docs_file(first), message, hint=hint)


def _docs_file(path: str) -> Span:
    return TextFile(project.in_docs(path), "").span(0, 0)
