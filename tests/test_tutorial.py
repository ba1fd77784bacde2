"""The tutorial runs: its commands, in their order, print what it says they print."""

import re
import shlex
from pathlib import Path

from tests import repository

PAGE = repository.ROOT / "docs/manual/tutorial.md"
_BLOCK = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(command: str, folder: Path) -> str:
    name, *arguments = shlex.split(command)
    assert name == "briefgen", command
    done = repository.run_in(folder, "-m", "briefgen", *arguments)
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


def test_its_transcript(tmp_path: Path) -> None:
    folder, commands = tmp_path, 0
    for kind, title, body in _BLOCK.findall(PAGE.read_text("utf-8")):
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
        else:
            (folder / title).write_text(body, encoding="utf-8")
    assert commands == 10
    page = (folder / "site/briefs/where-the-spring-fair-is/index.html").read_text("utf-8")
    assert "No fireworks" in page
