"""The manual's pages about findings: `python -m tests.rules.pages --update` writes them."""

import argparse
from pathlib import Path

from briefgen.rulebook import RULEBOOK
from briefgen.rules.manual import FOLDER, manual_pages
from tests.rules.projects import base_files

DOCS = Path(__file__).parents[2] / "docs"


def pages() -> dict[str, str]:
    """The text of each page, by its path in `docs/`."""
    return manual_pages(base_files(), RULEBOOK)


def stored() -> dict[str, str]:
    """What is there, as `pages`."""
    found = (DOCS / FOLDER).glob("**/*.md")
    return {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in found}


def update() -> None:
    """Write what changed, and take away what is no page any longer."""
    for path in stored().keys() - pages().keys():
        (DOCS / path).unlink()
    for path, text in pages().items():
        (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / path).write_text(text, "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--update", action="store_true")
    either.add_argument("--check", action="store_true")
    if parser.parse_args().update:
        update()
    elif stored() != pages():
        raise SystemExit("not as the rules say: run python -m tests.rules.pages --update")
