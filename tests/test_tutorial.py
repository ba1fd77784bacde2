"""The tutorial runs: its commands, in their order, print what it says they print."""

import os
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.repository import ROOT, run_in

HOW_TO = sorted((ROOT / "docs/manual/howto").glob("*.md"))
PAGE = ROOT / "docs/manual/tutorial.md"
_BLOCK = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(command: str, folder: Path) -> str:
    name, *arguments = shlex.split(command)
    assert name == "briefgen", command
    done = run_in(folder, "-m", "briefgen", *arguments)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def matches(told: list[str], said: str) -> bool:
    """Whether lines are those that are told, with `…` for any lines, or for the rest of one."""
    parts = []
    for line in told:
        parts.append(r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + r"\n")
    return re.fullmatch("".join(parts), said) is not None


def edit(place: Path, diff: str) -> None:
    lines = diff.splitlines()
    before = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
    after = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
    text = place.read_text("utf-8")
    if before not in text:  # a sentence, in a longer line
        before, after = before.removesuffix("\n"), after.removesuffix("\n")
    assert text.count(before) == 1, (place, before)
    place.write_text(text.replace(before, after), encoding="utf-8")


def play(page: Path, folder: Path, run: Callable[[str, Path], str]) -> tuple[Path, int]:
    """Do what a page says, in its order; where that ends, and how many commands it took."""
    commands = 0
    for kind, title, body in _BLOCK.findall(page.read_text("utf-8")):
        if kind == "console":
            for asked in body.split("$ ")[1:]:
                command, *told = asked.splitlines()
                if command.startswith("cd "):
                    folder /= command.removeprefix("cd ")
                    continue
                said = run(command, folder)
                assert matches(told, said), (command, said)
                commands += 1
        elif kind == "diff":
            edit(folder / title, body)
        elif kind == "bibtex":
            place = folder / title
            place.write_text(f"{place.read_text('utf-8')}\n{body}", encoding="utf-8")
        elif title:
            (folder / title).write_text(body, encoding="utf-8")
    return folder, commands


def test_its_transcript(tmp_path: Path) -> None:
    folder, commands = play(PAGE, tmp_path, run)
    assert commands == 10
    page = (folder / "site/briefs/where-the-spring-fair-is/index.html").read_text("utf-8")
    assert "No fireworks" in page


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs/manual/howto").glob("*.md")), ids=lambda page: page.stem
)
def test_how_to(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one process: that commands are programs, the tutorial has shown."""
    home = tmp_path / "home/Downloads"
    home.mkdir(parents=True)
    shutil.copy(ROOT / "tests/evidence/documents/made/typst-two.pdf", home / "minutes.pdf")
    monkeypatch.setenv("HOME", str(home.parent))

    def here(command: str, folder: Path) -> str:
        monkeypatch.chdir(folder)
        name, *arguments = (os.path.expanduser(word) for word in shlex.split(command))  # noqa: PTH111 - as a shell does
        assert name == "briefgen", command
        capsys.readouterr()
        assert main(arguments) in (0, 1), (command, capsys.readouterr())
        return capsys.readouterr().out

    _, commands = play(page, tmp_path, here)
    assert commands
