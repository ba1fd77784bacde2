"""What several commands are told alike."""

import argparse
import os
from datetime import UTC, date, datetime
from pathlib import PurePath

from briefgen.processes import cores
from briefgen.terminal.formats import format_names


class Options(argparse.Namespace):
    """What every command is told; each that is told more says so in a class of its own.

    `root` is the folder of the project, found from here where none is named; `asked_root` the one that is.
    """

    root: PurePath
    asked_root: PurePath | None
    quiet: bool


class FindingsOptions(Options):
    """What a command that has findings is told."""

    strict: bool
    format: str


class CompilingOptions(FindingsOptions):
    """What a command that compiles is told: also whether it may use what the last run kept, and in how many
    processes it works, or on which cluster."""

    cache: bool
    jobs: int
    scheduler: str


def add_compiling_arguments(parser: argparse.ArgumentParser) -> None:
    """Add those of findings, ``--jobs``, ``--scheduler``, and ``--cache`` with its opposite.

    Where a program builds, what is kept may be from anybody: nothing of it is used there unless asked for.
    """
    add_findings_arguments(parser)
    parser.add_argument(
        "--cache",
        action=argparse.BooleanOptionalAction,
        default=not os.environ.get("CI"),
        help="use what the last run found, where no file has changed (default: yes, unless CI is set)",
    )
    parser.add_argument(
        "--jobs",
        type=_jobs,
        default=cores(),
        metavar="N",
        help="work in so many processes (default: one for each processor)",
    )
    parser.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="have the work on each brief done by the Dask cluster at tcp://HOST:PORT",
    )


def add_findings_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--strict`` and, with a choice of every format there is, ``--format``."""
    _add(parser, format_names())


def add_account_arguments(parser: argparse.ArgumentParser) -> None:
    """The same for a command with an account of its own, which it gives as text and as JSON."""
    _add(parser, ("text", "json"))


def add_drafts(parser: argparse.ArgumentParser) -> None:
    """Add ``--drafts``."""
    parser.add_argument("--drafts", action="store_true", help="treat drafts as if they were published")


def add_strict(parser: argparse.ArgumentParser) -> None:
    """Add ``--strict``."""
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")


def add_date(parser: argparse.ArgumentParser) -> None:
    """Add ``--date``, for a command that writes a day down."""
    parser.add_argument("--date", type=_day, default=today(), metavar="DAY", help="default: today")


def today() -> str:
    """The day on the author's machine: a clock is used only here, and only for what authors commit, or
    mistype."""
    return datetime.now().astimezone().date().isoformat()


_WRITTEN = "2026-11-29"


def day_of_run() -> str:
    """The day by which days to come are known as such. A clock that is behind the day on which this was
    written is wrong, and nothing is judged by it."""
    return max(today(), _WRITTEN)


def now() -> str:
    """The moment, in UTC: ``2025-06-18T13:34:05Z``."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _add(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    add_strict(parser)
    parser.add_argument("--format", choices=formats, default=formats[0], help="of the findings")


def _jobs(written: str) -> int:
    if not (written.isascii() and written.isdecimal() and 0 < int(written) <= _MOST_JOBS):
        raise argparse.ArgumentTypeError(f"{written!r} is no number of processes, from 1 to {_MOST_JOBS}")
    return int(written)


_MOST_JOBS = 256


def _day(written: str) -> str:
    try:
        day = date.fromisoformat(written).isoformat()
    except ValueError:
        day = None
    if day != written:
        raise argparse.ArgumentTypeError(f"{written!r} is no day of the calendar, as in 2025-06-18")
    return day
