"""The manual's pages about findings: `python -m tests.rules.pages --update` writes them."""

from briefgen.rulebook import RULEBOOK
from briefgen.rules.manual import FOLDER, manual_pages
from tests.made_pages import keep_current
from tests.rules.projects import base_files


def pages() -> dict[str, str]:
    """The text of each page, by its path in `docs/`."""
    return manual_pages(base_files(), RULEBOOK)


if __name__ == "__main__":
    keep_current(FOLDER, pages, "tests.rules.pages")
