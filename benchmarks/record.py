"""Runs benchmarks and keeps what they print, with the day and the machine: see README.md.

    python -m benchmarks.record [NAME ...]

Without a name it lists them. What is kept stands in `benchmarks/recorded`, and on the page of all figures
once `python -m tests.figures.page --update` has run. Exit code 1 when a benchmark missed a bound.
"""

import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile

FOLDER = Path(__file__).parent / "recorded"

COMMANDS: dict[str, tuple[str, ...]] = {
    "cluster": ("benchmarks.cluster",),
    "command_line": ("benchmarks.command_line",),
    "growth": ("benchmarks.growth",),
    "html": ("tests.site.quality", "html"),
    "library": ("benchmarks.library",),
    "lighthouse": ("tests.site.quality", "speed"),
    "lock": ("benchmarks.lock",),
    "lsp": ("benchmarks.lsp",),
    "others": ("benchmarks.others",),
    "parse_render": ("benchmarks.parse_render",),
    "peers": ("benchmarks.peers", "1000", "--bibtex", ".peers/bin/python"),
    "projects": ("benchmarks.parse_render", "--check", "100", "1000"),
    "quotation_marks": ("benchmarks.quotation_marks",),
    "quotations": ("benchmarks.quotations",),
    "readers": ("benchmarks.readers",),
    "saves": ("benchmarks.saves",),
    "search": ("benchmarks.search",),
    "search_ranking": ("benchmarks.search_ranking",),
    "styles": ("benchmarks.styles",),
    "ten_thousand": ("benchmarks.ten_thousand",),
    "values": ("benchmarks.values",),
    "weights": ("benchmarks.weights",),
}
"""What runs under each name: a module and its arguments.
`html` and `lighthouse` need what `.ci/quality` installs, `peers` and `others` what
benchmarks/README.md says is to lie in `.peers`."""

_MISSED = "It missed a bound."


@dataclass(frozen=True)
class Record:
    """What a benchmark printed, the command it was run by, and on which day and machine."""

    command: str
    circumstances: str
    output: str

    @property
    def text(self) -> str:
        """As it is kept in its file."""
        return f"{self.command}\n{self.circumstances}\n\n{self.output}"


def kept(name: str) -> Record:
    """What was recorded last; nothing where nothing was."""
    if not (FOLDER / f"{name}.txt").is_file():
        return Record(f"python -m {' '.join(COMMANDS[name])}", "Not run yet.", "")
    command, circumstances, _, *output = (FOLDER / f"{name}.txt").read_text("utf-8").split("\n")
    return Record(command, circumstances, "\n".join(output))


def recorded(name: str) -> Record:
    """Run a benchmark, and show what it prints as it comes."""
    command = COMMANDS[name]
    circumstances = f"One run on {machine()}."
    with (
        TemporaryFile("w+", encoding="utf-8") as complaints,
        subprocess.Popen(
            [sys.executable, "-um", *command],
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            encoding="utf-8",
        ) as running,
    ):
        assert running.stdout is not None
        lines: list[str] = []
        for line in running.stdout:
            sys.stdout.write(line)
            lines.append(line.rstrip())
        running.wait()
        complaints.seek(0)
        complained = complaints.read()
    # Python ends with 1 for an exception, too, which is no figure.
    if running.returncode not in (0, 1) or "Traceback" in complained or not any(lines):
        sys.exit(f"{complained}{name} could not be measured, and what was recorded stays")
    if running.returncode:
        circumstances += f" {_MISSED}"
    output = "\n".join(lines).strip("\n") + "\n"
    return Record(f"python -m {' '.join(command)}", circumstances, output)


def machine() -> str:
    """The day, and what the machine is and has to do: in words, with nothing that names it."""
    today = date.today()  # noqa: DTZ011 - the day where the run was, as people say it
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{today.day} {today:%B %Y}: {len(os.sched_getaffinity(0))} cores ({_processor()}), "
        f"{memory:.0f} GiB of memory, Python {platform.python_version()}, "
        f"load {os.getloadavg()[0]:.1f} at the start"
    )


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def main(names: Sequence[str]) -> int:
    """Record the benchmarks of these names."""
    unknown = [name for name in names if name not in COMMANDS]
    if unknown or not names:
        print("\n".join(f"{name:<16} python -m {' '.join(COMMANDS[name])}" for name in COMMANDS))
        return 2 if unknown else 0
    missed = False
    for name in names:
        print(f"{name}:")
        record = recorded(name)
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{name}.txt").write_text(record.text, encoding="utf-8")
        missed |= record.circumstances.endswith(_MISSED)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
