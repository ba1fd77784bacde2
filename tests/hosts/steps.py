"""What GitHub's and GitLab's runners do with our texts, as far as it can be done without them.

Of an action: its inputs with their defaults, expressions that are a path (`inputs.root`), steps in order with
what they hand on, and the same bash. What another action would do is only noted.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.repository import ROOT

_EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")
_CONDITION = re.compile(r"([\w.-]+) == '([^']*)'")

_PYTHON = """\
#!/bin/bash
echo "$*" >>"$ASKED_OF_PYTHON"
[ "$1 $2 $3" = "-I -m venv" ] || exit 0
mkdir -p "$4/bin"
cp "$0" "$4/bin/python"
cp "${0%/*}/briefgen" "$4/bin/"
"""
"""One whose pip installs nothing, and whose environments have the command `briefgen` that is given."""

REAL = f"""\
#!/bin/bash
PYTHONPATH="{ROOT}" exec "{sys.executable}" -m briefgen "$@"
"""
NOTED = """\
#!/bin/bash
echo "briefgen $*"
if [ "$1" = build ]; then mkdir -p site; fi
"""
"""A `briefgen` that only says what it was asked."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A step that was run: how it ended, and what it said."""

    name: str
    code: int
    out: str
    err: str


@dataclass(slots=True)
class Runner:
    """A machine of a host with a repository checked out in `work`."""

    work: Path
    temp: Path
    briefgen: str = REAL
    environment: dict[str, str] = field(default_factory=dict)
    used: dict[str, dict[str, str]] = field(default_factory=dict)
    ran: list[Ran] = field(default_factory=list)

    def __post_init__(self) -> None:
        commands = self.temp / "commands"
        commands.mkdir(parents=True)
        for name, text in (("python", _PYTHON), ("briefgen", self.briefgen)):
            (commands / name).write_text(text, encoding="utf-8")
            (commands / name).chmod(0o755)
        self.environment |= {
            "HOME": str(self.temp),
            "LANG": "C.UTF-8",
            "ASKED_OF_PYTHON": str(self.temp / "asked"),
            "PATH": f"{commands}:{os.environ['PATH']}",
        }

    def bash(self, name: str, script: str, **environment: str) -> Ran:
        """Run a script as GitHub does with `shell: bash`."""
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.work,
            env={**self.environment, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        self.ran.append(Ran(name, done.returncode, done.stdout, done.stderr))
        return self.ran[-1]

    @property
    def asked_of_python(self) -> list[str]:
        return (self.temp / "asked").read_text("utf-8").splitlines()


def run_action(folder: Path, runner: Runner, github: dict[str, str], **inputs: str) -> dict[str, str]:
    """Run a composite action up to the first step that fails; its outputs."""
    import yaml

    action: Any = yaml.safe_load((folder / "action.yml").read_text("utf-8"))
    unknown = inputs.keys() - action["inputs"].keys()
    assert not unknown
    values = {f"github.{name}": value for name, value in github.items()}
    for name, said in action["inputs"].items():
        values[f"inputs.{name}"] = inputs.get(name.replace("-", "_"), said["default"])
    for step in action["runs"]["steps"]:
        if "if" in step and not _holds(step["if"], values):
            continue
        if "uses" in step:
            runner.used[step["uses"]] = {
                name: _filled(str(value), values) for name, value in step["with"].items()
            }
            continue
        output, path = runner.temp / "output", runner.temp / "path"
        output.write_text("", encoding="utf-8")
        path.write_text("", encoding="utf-8")
        done = runner.bash(
            step["id"],
            step["run"],
            CI="true",
            RUNNER_OS="Linux",
            RUNNER_ARCH="X64",
            RUNNER_TEMP=str(runner.temp),
            GITHUB_ACTION_PATH=str(folder),
            GITHUB_OUTPUT=str(output),
            GITHUB_PATH=str(path),
            **{name: _filled(value, values) for name, value in step.get("env", {}).items()},
        )
        if done.code:
            break
        for line in output.read_text("utf-8").splitlines():
            name, _, value = line.partition("=")
            values[f"steps.{step['id']}.outputs.{name}"] = value
        for line in path.read_text("utf-8").splitlines():
            runner.environment["PATH"] = f"{line}:{runner.environment['PATH']}"
    return {name: _filled(said["value"], values) for name, said in action["outputs"].items()}


def _filled(text: str, values: dict[str, str]) -> str:
    return _EXPRESSION.sub(lambda found: values.get(found[1], ""), text)


def _holds(condition: str, values: dict[str, str]) -> bool:
    read = _CONDITION.fullmatch(condition)
    assert read, condition
    return values.get(read[1], "") == read[2]
