"""`briefgen clean`."""

import argparse
from collections.abc import Iterator
from pathlib import PurePath

from briefgen.cli._arguments import Options
from briefgen.model.layout import project
from briefgen.terminal.speak import CLEAN, FOR_PEOPLE, say
from briefgen.terminal.visible import counted

PLACE = 95
SUMMARY = "remove what briefgen made: sites, generated pages, and what it keeps to be faster"

_SITES = (project.SITE, project.OFFLINE_SITE, project.DRAFTS_SITE)


class _Options(Options):
    dry_run: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--dry-run``."""
    parser.add_argument("--dry-run", action="store_true", help="say what would be removed, and leave it")


def run(options: _Options) -> int:
    """Remove what can be made again, and nothing else. Raises ProjectError, SiteBuildError, OSError."""
    from briefgen.disk.reading import is_folder, real_place
    from briefgen.model.project import ProjectError

    root = real_place(options.root)
    if not is_folder(root / project.SOURCES):
        raise ProjectError(f"{root} is no project: it has no folder {project.SOURCES}/")
    done = list(_cleaned(root, for_real=not options.dry_run))
    word = "would be removed" if options.dry_run else "removed"
    say(FOR_PEOPLE, "".join(f"{what} {word}\n" for what in done) or "nothing to remove\n")
    return CLEAN


def _cleaned(root: PurePath, *, for_real: bool) -> Iterator[str]:
    """Remove, and say what; what others made in our places stops it before anything is gone."""
    from briefgen.disk.reading import is_taken
    from briefgen.disk.writing import remove_folder
    from briefgen.site.own import refuse_foreign
    from briefgen.write import generated_pages, remove_pages, write_theme

    sites = [name for name in _SITES if is_taken(root / name)]
    for name in sites:
        refuse_foreign(root / name)
    pages = generated_pages(root)
    if for_real and is_taken(root / project.THEME):
        write_theme(root)  # refuses what somebody has put there
    for name in sites:
        if for_real:
            remove_folder(root / name)
        yield f"{name}/"
    if pages:
        if for_real:
            remove_pages(root)
        yield f"{counted(len(pages), 'generated file')} in {project.DOCS}/"
    kept = [name for name in project.REMADE if is_taken(root / name)]
    if kept:
        for name in kept if for_real else ():
            remove_folder(root / name, if_there=True)
        yield f"{project.OWN}/"
