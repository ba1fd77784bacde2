"""briefgen as its users have it: from the wheel alone, in an environment of its own."""

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

from hatchling.builders.wheel import WheelBuilder

from tests.repository import ROOT

_SCRIPT = """\
#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys
from briefgen.__main__ import main
sys.exit(main())
"""
"""For the shell and for Python, as pip writes it: what `#!` names may have no spaces in it."""


def build_wheel(folder: Path, root: Path = ROOT) -> Path:
    """The wheel of a checkout."""
    return Path(next(WheelBuilder(str(root)).build(directory=str(folder), versions=["standard"])))


def install(folder: Path) -> Path:
    """The command `briefgen` of a new environment that has the wheel, and for all else what the tests have.

    Nothing of the checkout can be imported there.
    """
    wheel = build_wheel(folder)
    place = folder / "environment"
    venv.create(place, symlinks=True)
    python = place / "bin/python"
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(place)}))
    with ZipFile(wheel) as whole:
        whole.extractall(packages)
    # A line of a .pth adds a folder, and reads no .pth in there: that of the checkout is none of ours.
    (packages / "others.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    command = place / "bin/briefgen"
    command.write_text(_SCRIPT.format(python=python), encoding="utf-8")
    command.chmod(0o755)
    return command


def clean(**more: str) -> dict[str, str]:
    """The environment of a person's shell: nothing in it leads to the checkout."""
    ours = ("PYTHONPATH", "VIRTUAL_ENV", "BRIEFGEN_SWEEP", "CI")
    return {name: value for name, value in os.environ.items() if name not in ours} | more


def run(command: Iterable[str | Path], folder: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a program of an environment, in a folder."""
    return subprocess.run(
        [str(one) for one in command],
        cwd=folder,
        env=clean(**more),
        capture_output=True,
        encoding="utf-8",
        timeout=1800,
        check=False,
    )


def this_python() -> str:
    """The interpreter that environments are made of, without the one that it may run in."""
    return str(Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}")
