"""An index whose form is not known is used as Pagefind wrote it: less than ours, and still a whole search."""

import shutil
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefgen.cli.main import main
from briefgen.site.search import stored
from tests.repository import run
from tests.site.search.probes import Reader, languages_of, reader_of
from tests.site.search_dialog.dialog import Dialog
from tests.sweep import SWEEP

PROBES = [
    ("Haus", "de", "briefs/flutschutz/"),
    ("Klimaschutz", "de", "briefs/flutschutz/"),
    ("treaty", "en", "briefs/grain-treaty/"),
    ("погрузки", "ru", "sources/hafenbrief2023/"),
    ('"nach Dringlichkeit"', "de", "briefs/flutschutz/"),
]


def _index(site: Path, *options: str) -> list[str]:
    """Index a site by a briefgen to which this Pagefind is a stranger; what that says."""
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as said:
        patch.setattr(stored, "_KNOWN", ("0.9",))
        assert main(["index", "--root", str(site.parent), "--site", str(site), *options]) == 0
    return said.getvalue().splitlines()


@pytest.fixture(scope="module")
def strange(probes_project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A site that was indexed so, and what was said; it is known again by the last test here."""
    site = Path(shutil.copytree(probes_project / "site", tmp_path_factory.mktemp("strange") / "site"))
    return site, _index(site)


def _found(reader: Reader) -> Iterator[bool]:
    for query, language, page in PROBES:
        links = [link.partition("#")[0] for link in reader.links(query, language)]
        yield page in links


def test_it_is_said_once_and_everything_is_found(
    chromium: Browser, probes_project: Path, strange: tuple[Path, list[str]]
) -> None:
    if SWEEP > 1:
        with reader_of(probes_project / "site", chromium) as reader:
            assert list(_found(reader)) == [True] * len(PROBES)
    site, (records, warned) = strange
    assert records.startswith("search: ")
    assert "(version 1." in warned
    for lost in ("loads more", "another order", "other bytes"):
        assert lost in warned
    assert languages_of(site) == ["de", "en", "ko", "ru"]
    with reader_of(site, chromium) as reader:
        assert list(_found(reader)) == [True] * len(PROBES)
        found = reader.links("footnotes", "en")
    assert {link.partition("#")[0] for link in found} == {
        "method/"
    }  # what every record says of itself is no hit


def test_and_from_a_disk(chromium: Browser, probes_project: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(probes_project / "site", tmp_path / "site"))
    assert len(_index(site, "--offline")) == 2
    assert not (site / "pagefind").exists()
    with chromium.new_page() as page:
        page.goto((site / "briefs/flutschutz/index.html").as_uri())
        links = Dialog(page).look_for("Haus").links
    assert any(link.partition("#")[0].endswith("briefs/flutschutz/index.html") for link in links)


def test_a_pagefind_that_is_known_again_is_used_in_full(
    probes_project: Path, strange: tuple[Path, list[str]]
) -> None:
    site, _ = strange
    done = run("-m", "briefgen", "index", "--root", site.parent, "--site", site)
    assert done.returncode == 0, done.stderr
    for place in sorted((probes_project / "site").rglob("*")):
        if place.is_file():
            again = site / place.relative_to(probes_project / "site")
            assert again.read_bytes() == place.read_bytes(), place
