"""Other programs, started: the builder of the site, and the maker of the search index. Nothing else is."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended; `said` is empty where people have heard it already."""

    succeeded: bool
    said: str = ""


def run_module(
    module: str,
    arguments: Sequence[str],
    folder: PurePath,
    *,
    settings: Mapping[str, str] | None = None,
    without: str | None = None,
    aloud: bool = False,
) -> Ended:
    """Run a module of this Python as a program in `folder`, in our environment.

    `settings` are put into the environment, and what begins with `without` is taken out. `aloud`: what it
    says is heard at once, on standard error, which makes it visible. Raises OSError.
    """
    # -P: a module that happens to lie in that folder must not be imported in place of a real one.
    command = [sys.executable, "-P", "-m", module, *arguments]
    kept = {name: value for name, value in os.environ.items() if not (without and name.startswith(without))}
    environment = kept | dict(settings or {})
    if aloud:
        with subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as program:
            for line in program.stdout or ():
                sys.stderr.write(line.decode(errors="replace"))
        return Ended(program.returncode == 0)
    quiet = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    said = (quiet.stderr + quiet.stdout).decode(errors="replace").strip()
    return Ended(quiet.returncode == 0, said)
