"""What docs/dev says of the code is there."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from tests.repository import ROOT

PAGES = sorted((ROOT / "docs/dev").glob("*.md"))
_FILE = re.compile(r"`((?:[a-z_.]+/)+[a-z0-9_.-]*)`")
_BELOW = ("", "briefgen", "briefgen/theme", "briefgen/theme/assets", "tests", "docs/dev")
_MADE = (
    "docs/briefs/",
    "docs/.briefgen.json",
    "docs/short-forms/",
    "site/",
    "site-offline/",
    ".briefgen/",
    ".ci/npm/node_modules",
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_files_and_folders_that_are_named_are_there(page: Path) -> None:
    named = {name for name in _FILE.findall(page.read_text("utf-8")) if not name.startswith(_MADE)}
    missing = {name for name in named if not any((ROOT / below / name).exists() for below in _BELOW)}
    assert not missing


def test_the_table_of_layers_is_the_contract() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = (one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    text = (ROOT / "docs/dev/architecture.md").read_text("utf-8")
    table = text.partition("| layer | modules | knows |")[2].partition("\n\n")[0]
    rows = [set(re.findall(r"`(\w+)`", line.split("|")[2])) for line in table.split("\n")[2:]]
    told = [module for row in rows for module in sorted(row)]
    assert sorted(told) == sorted(module for layer in contract["layers"] for module in layer.split(" | "))
    place = {module: index for index, row in enumerate(rows) for module in row}
    below = [{place[module] for module in layer.split(" | ")} for layer in contract["layers"]]
    assert all(max(upper) <= min(lower) for upper, lower in pairwise(below))
