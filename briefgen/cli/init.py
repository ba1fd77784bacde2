"""`briefgen init`."""

import argparse
import shlex
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.cli._arguments import Options
from briefgen.model.layout import project
from briefgen.terminal.speak import CLEAN, FOR_PEOPLE, say
from briefgen.terminal.visible import counted, visible

if TYPE_CHECKING:
    from briefgen.write.starter import Begun

PLACE = 1
SUMMARY = "begin a project: settings, a home page, and an example that builds at once"

_HERE = PurePath()


class _Options(Options):
    folder: PurePath | None
    ci: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the folder and ``--ci``."""
    parser.add_argument(
        "folder", type=PurePath, nargs="?", metavar="DIR", help="where to begin it (default: here)"
    )
    parser.add_argument(
        "--ci",
        choices=("github", "gitlab"),
        help="add the workflow that checks, builds and publishes there, to an earlier project, too",
    )


def run(options: _Options) -> int:
    """Write the first files of a project, never over one that is there. Raises CannotRunError, OSError."""
    from briefgen.write.starter import write_starter

    folder = options.folder or options.root
    begun = write_starter(folder, options.ci)
    say(FOR_PEOPLE, _words_for(folder, begun))
    return CLEAN


def _words_for(folder: PurePath, begun: "Begun") -> str:
    where = "here" if folder == _HERE else f"in {visible(str(folder))}"
    lines = (
        [f"{counted(len(begun.written), 'file')} written {where}:"]
        if begun.written
        else ["nothing was missing"]
    )
    lines += [f"    {visible(path)}" for path in begun.written]
    lines += [line for path in begun.kept for line in _kept(folder, path)]
    lines += ["", "now run:"]
    lines += [] if folder == _HERE else [f"    cd {visible(shlex.quote(str(folder)))}"]
    lines.append("    briefgen serve --open")
    return "".join(f"{line}\n" for line in lines)


def _kept(folder: PurePath, path: str) -> list[str]:
    """What is to be said of a file that stood there, and was left as it is."""
    from briefgen.write.starter import starter_files

    said = f"{path} was there, and is as it was"
    ours = starter_files().get(path, b"").decode()
    if path == project.SETTINGS:
        lacking = [f"    {one}" for one in _lacking(folder)]
        return [f"{said}; it lacks:", *lacking] if lacking else [said]
    if path in project.FOR_GIT:
        rules = [f"    {line}" for line in ours.splitlines() if line and not line.startswith("#")]
        return [f"{said}; it should have these lines:", *rules]
    return [said]


def _lacking(folder: PurePath) -> list[str]:
    from briefgen.decode.builder import lacking_settings
    from briefgen.disk.reading import read
    from briefgen.model.limits import SETTINGS
    from briefgen.text import TextFile

    data = read(folder / project.SETTINGS, SETTINGS, linked=True)
    return list(lacking_settings(TextFile(project.SETTINGS, data.decode(errors="replace"))))
