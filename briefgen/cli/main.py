"""Where the command line begins, and where exceptions become words.

A command is a file of this folder and called like it: `import_.py` is ``briefgen import``. It has a PLACE in
the list of ``briefgen --help``, a SUMMARY of one line, `add_arguments` and `run`. Only the command that is
meant is imported, but for that list all of them are. So a command imports at its top what costs little
(`terminal`, values of `model`), and in its functions what they need to do their work.
"""

import argparse
import errno
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Any, NoReturn, Protocol, cast

from briefgen import __version__, cli
from briefgen.disk.above import project_at_or_above
from briefgen.disk.reading import is_taken, real_place
from briefgen.failure import CannotRunError
from briefgen.found import modules_in
from briefgen.terminal.closed import give_up_output
from briefgen.terminal.manners import Colour, Manners, behave
from briefgen.terminal.speak import COULD_NOT_RUN, INTERRUPTED, READER_GONE, say_why
from briefgen.terminal.streams import harmless_streams
from briefgen.terminal.visible import visible

SELDOM = (1_000_000, 20, 100)
"""How many values may be made before circles among them are looked for: ours have none, and each search goes
through trees that stay. It was a sixth of a run."""


class Command(Protocol):
    """What a file of this folder has; commands of the same PLACE are listed by name."""

    PLACE: int
    SUMMARY: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add what only this command is told; it has ``--root`` already."""

    def run(self, options: Any) -> int:
        """Do it, and return the exit code. Raises CannotRunError, OSError."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 no error, 1 an error, 2 could not run.

    Raises SystemExit for ``--help``, ``--version`` and arguments that make no sense.
    """
    gc.set_threshold(*SELDOM)
    with harmless_streams():
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    if _is_no_text(sys.argv[1:] if arguments is None else arguments):
        say_why("an argument is not UTF-8, so nothing can be done with it")
        return COULD_NOT_RUN
    try:
        command, options = _understood(arguments)
        code = command.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        _say_no_more()
        return READER_GONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except CannotRunError as error:
        say_why(str(error))
        return COULD_NOT_RUN
    except OSError as error:
        say_why(why_not(error))
        _say_no_more()
        return COULD_NOT_RUN
    except ImportError as error:
        say_why(f"a part of the installation cannot be loaded: {error}; install briefgen anew")
        return COULD_NOT_RUN
    except MemoryError:
        say_why("there is not enough memory for this project: what was written is whole")
        return COULD_NOT_RUN
    return code


def why_not(error: OSError) -> str:
    """What the machine refused, and what can be done."""
    if error.errno == errno.ENOENT and error.filename is None and not _stands_somewhere():
        return "the folder that this was started in is gone: go to one that is there, then run this again"
    said = ": ".join(str(part) for part in (error.filename, error.strerror) if part) or str(error)
    advice = _ADVICE.get(error.errno or 0)
    return f"{said}; {advice}" if advice else said


_FULL = "make room there and run this again; what was written is whole"
_FORBIDDEN = "look whose it is and what you may do with it, then run this again"
_TOO_LARGE = (
    "a limit is set here (`ulimit -f`), or the disk takes no larger files: raise it, then run this again"
)
_ADVICE = {
    errno.EFBIG: _TOO_LARGE,
    errno.EMFILE: "raise the limit of open files (`ulimit -n`), then run this again",
    errno.ENFILE: "other programs have too many files open: end some, then run this again",
    errno.ENAMETOOLONG: "move the project to a folder with a shorter path, or give the file a shorter name",
    errno.ELOOP: "links lead round in a circle there: take one away, then run this again",
    errno.EISDIR: "a folder has the name of a file there: move it away, then run this again",
    errno.ESTALE: "the folder lies on another machine, which has changed it: go there anew",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.EIO: "the disk has a fault: see to it, then run this again; what was written is whole",
}


def _stands_somewhere() -> bool:
    """Whether the folder that we were started in is there."""
    try:
        real_place(PurePath())
    except OSError:
        return False
    return True


def _say_no_more() -> None:
    """Give up standard output if it takes nothing."""
    try:
        sys.stdout.flush()
    except OSError:
        give_up_output()


def _is_no_text(arguments: Sequence[str]) -> bool:
    """Whether an argument has bytes that are no text; Python has them as halves of characters."""
    return any(
        "\ud800" <= character <= "\udfff" and not _is_place(one) for one in arguments for character in one
    )


def _is_place(argument: str) -> bool:
    """Whether an argument names what is there: in a locale of ASCII alone, Python has every ü so."""
    try:
        os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return False
    return is_taken(PurePath(argument))


def command_names() -> dict[str, str]:
    """The commands as people call them, each with its module in this folder."""
    return {name: module for name, module in modules_in(cli.__path__).items() if name != "main"}


def load_command(module: str) -> Command:
    """The command in a module of this folder."""
    return cast("Command", import_module(f"briefgen.cli.{module}"))


def _understood(arguments: Sequence[str] | None) -> tuple[Command, argparse.Namespace]:
    """The command that is meant, and what it is told."""
    parser = _parser()
    parser.add_argument("command", nargs=argparse.PARSER, metavar="COMMAND")
    first = parser.parse_args(arguments)
    name, *rest = first.command
    commands = command_names()
    if name not in commands:
        parser.error(_no_command(name, commands))
    command = load_command(commands[name])
    options = parser_of(name, command, first).parse_args(rest)
    verbose = options.verbose
    behave(Manners(Colour(options.color), quiet=options.quiet and not verbose, verbose=verbose))
    options.root = options.asked_root or project_at_or_above(PurePath())
    return command, options


def parser_of(
    name: str, command: Command, before: argparse.Namespace | None = None
) -> argparse.ArgumentParser:
    """What understands the arguments of a command; those `before` it hold unless they are said again."""
    own = _Parser(prog=f"briefgen {name}", description=command.SUMMARY)
    _add_common(own, before)
    command.add_arguments(own)
    return own


def _parser() -> argparse.ArgumentParser:
    """What every run of briefgen understands, whatever the command."""
    parser = argparse.ArgumentParser(
        prog="briefgen",
        description="Compiles annotated source files to cited briefs whose quotations are checked.",
        epilog="Exit codes: 0 no error, 1 an error (with --strict: or a warning), 2 could not run.",
        add_help=False,
    )
    parser.add_argument("-h", "--help", action=_Help, nargs=0, help="show this help message and exit")
    parser.add_argument("--version", action="version", version=f"briefgen {__version__}")
    _add_common(parser, None)
    return parser


def _add_common(parser: argparse.ArgumentParser, before: argparse.Namespace | None) -> None:
    """Add what every command is told: where the project is, and how to behave."""
    about = "the project's folder (default: here, or the nearest one above that is a project)"
    parser.add_argument("--root", dest="asked_root", type=PurePath, metavar="DIR", help=about)
    parser.add_argument(
        "--color",
        choices=[colour.value for colour in Colour],
        default=Colour.AUTO.value,
        help="of findings (default: on a terminal, unless NO_COLOR is set)",
    )
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="say findings and errors only")
    loudness.add_argument("-v", "--verbose", action="store_true", help="say each step on standard error")
    if before is not None:
        parser.set_defaults(**{name: getattr(before, name) for name in _COMMON})


_COMMON = ("asked_root", "color", "quiet", "verbose")


class _Help(argparse.Action):
    """Prints the list of all commands: nothing else needs more than one of them."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        listing = _parser()
        commands = listing.add_subparsers(metavar="COMMAND", required=True)
        loaded = {name: load_command(module) for name, module in command_names().items()}
        for name, command in sorted(loaded.items(), key=lambda item: item[1].PLACE):
            commands.add_parser(name, help=command.SUMMARY)
        listing.print_help()
        parser.exit()


_MEANT = {
    "add": "new",
    "dev": "serve",
    "doctor": "status",
    "fix": "check --fix",
    "lint": "check",
    "list": "works",
    "preview": "serve",
    "publish": "build",
    "version": "--version",
    "watch": "serve",
}
"""What other programs call what a command of ours does."""


class _Parser(argparse.ArgumentParser):
    """One that says which option was probably meant."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, with a way out, and exit with 2."""
        from briefgen.suggest import suggest

        wrong = message.removeprefix("unrecognized arguments: ").split(" ")[0].partition("=")[0]
        if wrong == "--dry-run":
            message += ": `briefgen check` looks at everything and writes nothing"
        elif wrong != message and wrong.startswith("--"):
            near = suggest(wrong, self._option_string_actions)
            message += f": did you mean `{near}`?" if near else ""
        super().error(message)


def _no_command(name: str, known: dict[str, str]) -> str:
    from briefgen.suggest import suggest

    near = _MEANT.get(name) or suggest(name, known)
    advice = f"did you mean `{near}`?" if near else f"the commands are {', '.join(known)}"
    return f"there is no command `{visible(name)}`: {advice}"
