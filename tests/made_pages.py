"""Pages of `docs/` that a program makes from the code: written anew, or compared with what is there."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def stored(folder: str) -> dict[str, str]:
    """The text of each page at or below a folder of `docs/`, by its path there."""
    found = (DOCS / folder).glob("**/*.md")
    return {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in found}


def keep_current(folder: str, pages: Callable[[], Mapping[str, str]], program: str) -> None:
    """Do what the command line asks of the pages of a folder, which `program` makes."""
    parser = argparse.ArgumentParser(prog=program)
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--update", action="store_true", help="write what changed, take away what is no page")
    either.add_argument("--check", action="store_true", help="say whether they are as the code says")
    if parser.parse_args().update:
        update(folder, pages())
    elif stored(folder) != pages():
        raise SystemExit(f"not as the code says: run python -m {program} --update")


def update(folder: str, pages: Mapping[str, str]) -> None:
    for path in stored(folder).keys() - pages.keys():
        (DOCS / path).unlink()
    for path, text in pages.items():
        (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / path).write_text(text, "utf-8")
