"""The examples of docs/dev/adding.md, made in a copy of the package: each is read from the page and runs."""

import html
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shlex import split

import pytest

from briefgen.rules.rule import File
from tests.repository import ROOT
from tests.rules.projects import lay_out
from tests.sweep import sampled

PAGE = (ROOT / "docs/dev/adding.md").read_text("utf-8")
_FENCE = re.compile(r'^```(\w+) title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
_LINT = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of code of the page: a file, what changes in one, or a command and what it prints."""

    form: str
    title: str
    text: str

    @property
    def is_of_package(self) -> bool:
        return self.title.startswith("briefgen/")

    @property
    def is_result(self) -> bool:
        return self.title.startswith(("$ ", "docs/"))


def sections() -> dict[str, tuple[Piece, ...]]:
    _, *parts = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    return {
        part.partition("\n")[0]: tuple(Piece(*match.groups()) for match in _FENCE.finditer(part))
        for part in parts
    }


SECTIONS = sections()


def changed(text: str, difference: str) -> str:
    """The text with the lines of a difference; what stands before them must stand in it, once."""
    lines = difference.splitlines()
    before = "\n".join(line[1:] for line in lines if line[0] != "+")
    after = "\n".join(line[1:] for line in lines if line[0] != "-")
    assert text.count(before) == 1, before
    return text.replace(before, after)


def copy_package(root: Path) -> None:
    """Copy it, with what Python has compiled: a file that is changed is compiled anew."""
    shutil.copytree(ROOT / "briefgen", root / "briefgen")
    shutil.copy2(ROOT / "pyproject.toml", root)


def add(pieces: tuple[Piece, ...], root: Path) -> None:
    """Make what an example changes in a copy of the package."""
    for piece in pieces:
        path = root / piece.title
        if piece.form == "diff":
            path.write_text(changed(path.read_text("utf-8"), piece.text), "utf-8")
        elif piece.is_of_package:
            assert not path.exists()
            path.write_text(piece.text, "utf-8")


def run(copy: Path, project: Path, *arguments: str) -> str:
    """What Python prints of a command, with the copy of the package and no other."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(copy)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


def result(title: str, copy: Path, project: Path) -> str:
    """What a block of the page is about: a generated page, a file, or the output of briefgen."""
    if title.startswith("docs/"):
        said = run(copy, project, "-m", "briefgen", "compile")
        assert (project / title).is_file(), said
        return html.unescape((project / title).read_text("utf-8"))
    program, *arguments = split(title.removeprefix("$ "))
    if program == "cat":
        return (project / arguments[0]).read_text("utf-8")
    assert program == "briefgen"
    return run(copy, project, "-m", "briefgen", *arguments)


@pytest.mark.parametrize("section", sampled(SECTIONS, 3))
def test_the_example_does_what_the_page_says(section: str, tmp_path: Path) -> None:
    pieces, copy, project = SECTIONS[section], tmp_path / "copy", tmp_path / "project"
    copy_package(copy)
    add(pieces, copy)
    files = (piece for piece in pieces if not piece.is_of_package and not piece.is_result)
    lay_out(tuple(File(one.title, one.text, below=one.title.endswith(".bib")) for one in files), project)
    shown = [piece for piece in pieces if piece.is_result]
    assert shown
    for piece in shown:
        text = result(piece.title, copy, project)
        for line in piece.text.splitlines():
            assert html.unescape(line.strip()) in text, (piece.title, text)


@pytest.fixture
def with_all(tmp_path: Path) -> Path:
    """A copy of the package with the examples, one upon the other."""
    copy_package(tmp_path)
    for pieces in SECTIONS.values():
        add(pieces, tmp_path)
    return tmp_path


def test_the_package_keeps_its_layers(with_all: Path) -> None:
    command = [str(_LINT / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=with_all, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout


def test_the_examples_are_formatted_and_without_fault(with_all: Path) -> None:
    files = {
        piece.title
        for pieces in SECTIONS.values()
        for piece in pieces
        if piece.title.endswith(".py") and piece.is_of_package
    }
    assert len(files) > len(SECTIONS) // 2
    for command in (["check", "--no-cache"], ["format", "--check", "--no-cache"]):
        done = subprocess.run(
            [str(_LINT / "ruff"), *command, *sorted(files)],
            cwd=with_all,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("section", "most"),
    [
        ("A kind of box", 3),  # the kind, and its colour; the verdict, which is a change of its own
        ("A key of front matter", 2),
        ("A rule", 1),
        ("A language", 1),
        ("A format of captures", 2),
        ("A format of findings", 1),
        ("A command", 1),
        ("A type of page", 3),
    ],
)
def test_it_takes_no_more_files_than_the_page_says(section: str, most: int) -> None:
    assert len({piece.title for piece in SECTIONS[section] if piece.is_of_package}) <= most


def test_a_language_of_the_page_is_a_file_like_all_others(tmp_path: Path) -> None:
    copy_package(tmp_path)
    add(SECTIONS["A language"], tmp_path)
    shutil.copytree(ROOT / "tests/languages", tmp_path / "tests/languages")
    (tmp_path / "tests/__init__.py").touch()
    said = run(
        tmp_path, tmp_path, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/languages", "-k", "et"
    )
    assert " passed" in said, said
    assert "failed" not in said, said
