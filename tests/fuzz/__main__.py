"""Fuzz: `python -m tests.fuzz [--minutes N] [TARGET …]`; N minutes for each target, all targets by default.

What a target has learnt is merged into what was kept. An input on which it fails is written to
`.briefgen/fuzz/`, and the command ends with 1: mend it, and make it a test with a name.
"""

import argparse
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.kept import Entry, enter, inputs, keep, ledger
from tests.fuzz.targets import TARGETS
from tests.repository import ROOT

_FOUND = ROOT / ".briefgen/fuzz"
_LIMITS = ("-timeout=20", "-rss_limit_mb=2048", "-max_len=8192")
_DICTIONARIES = Path(__file__).parent / "dictionaries"
_PROGRESS = re.compile(r"^#(\d+)\s+(\w+)\s+cov: (\d+)", re.MULTILINE)


def main() -> int:
    """Fuzz the targets that are named, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Fuzz, as long as asked.")
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], metavar="TARGET")
    parser.add_argument("--minutes", type=float, default=1, help="for each target (default: 1)")
    arguments = parser.parse_args()
    failed = [name for name in arguments.targets or TARGETS if not _fuzz(name, arguments.minutes)]
    return 1 if failed else 0


def _fuzz(name: str, minutes: float) -> bool:
    _FOUND.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        grown, merged = Path(place, "grown"), Path(place, "merged")
        for folder in (grown, merged):
            folder.mkdir()
        for number, data in enumerate(inputs(name)):
            Path(grown, str(number)).write_bytes(data)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        dictionary = _DICTIONARIES / f"{name}.dict"
        known = [f"-dict={dictionary}"] if dictionary.exists() else []
        told = _child(
            name,
            f"-max_total_time={round(minutes * 60)}",
            *_LIMITS,
            *known,
            f"-artifact_prefix={_FOUND}/{name}-",
            str(grown),
        )
        seconds = round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
        united = _child(name, "-merge=1", *_LIMITS, str(merged), str(grown))
        if not any(merged.iterdir()):
            raise SystemExit(f"what {name} has learnt could not be merged:\n{united.stderr[-3000:]}")
        keep(name, [file.read_bytes() for file in merged.iterdir()])
    _put_down(name, told, seconds)
    if told.returncode:
        print(f"{name}: found something, see {_FOUND.relative_to(ROOT)}/\n{told.stderr[-3000:]}")
    return not told.returncode


def _child(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.fuzz.child", name, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)


def _put_down(name: str, told: subprocess.CompletedProcess[str], seconds: int) -> None:
    progress = _PROGRESS.findall(told.stderr)
    if not progress:
        raise SystemExit(f"the fuzzer did not start:\n{told.stderr}")
    edges = max(int(covered) for _, _, covered in progress)
    runs = max(int(run) for run, _, _ in progress)
    last_new = min(int(run) for run, _, covered in progress if int(covered) == edges)
    before = ledger()[name]
    enter(name, Entry(before.seconds + seconds, before.runs + runs, edges, last_new, runs))
    print(f"{name}: {runs} runs in {seconds} s, {edges} edges, the last new one in run {last_new}")


if __name__ == "__main__":
    sys.exit(main())
