"""The theme's templates: what they take from the page, and what others may build upon."""

import re
import shutil
from pathlib import Path

import pytest

from tests.repository import run
from tests.site.page_types import PAGE_TYPES

OWN = """\
{% extends "main.html" %}
{% block content %}<div id="own">{{ super() }}</div>{% endblock %}
"""


@pytest.mark.parametrize("place", PAGE_TYPES.values(), ids=PAGE_TYPES)
def test_hidden_checkboxes_have_no_attribute_that_html_forbids(project: Path, place: str) -> None:
    listing = project / "site" / place
    page = (listing if listing.is_file() else listing / "index.html").read_text("utf-8")
    boxes = re.findall(r'<input [^>]*id="__(?:drawer|search)"[^>]*>', page)
    assert len(boxes) == 2
    assert "autocomplete" not in "".join(boxes)


def test_a_template_of_ones_own_has_all_blocks(desk: Path, tmp_path: Path) -> None:
    changed = Path(shutil.copytree(desk, tmp_path / "project"))
    (changed / ".briefgen/theme/own.html").write_text(OWN, encoding="utf-8")
    (changed / "docs/own.md").write_text("---\ntemplate: own.html\n---\n# Own\n\nWords.\n", encoding="utf-8")
    done = run("-m", "mkdocs", "build", "-f", changed / "mkdocs.yml", "-d", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site/own/index.html").read_text("utf-8")
    assert page.count('<div id="own">') == page.count("<p>Words.</p>") == 1
    assert "assets/briefgen.css" in page
