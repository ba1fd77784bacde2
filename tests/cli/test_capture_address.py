"""`briefgen capture https://…`: a page of the web becomes a capture in one step, or nothing happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.write.starter import write_starter
from tests.cli.project import tree
from tests.intake.fetch.server import SENTENCE, serving

WORK = "\n@online{herald, title = {One lane stays open}, url = {ADDRESS}}\n"
BRIEF = f"""\
---
title: The lane
description: What the paper wrote.
date: 2025-06-18
lang: en
---

The paper wrote: “{SENTENCE}” [@herald].
"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    write_starter(root)
    return root


def add_work(root: Path, address: str) -> None:
    place = root / "sources/references.bib"
    place.write_text(place.read_text("utf-8") + WORK.replace("ADDRESS", address), encoding="utf-8")


def capture(root: Path, *arguments: str) -> int:
    return main(["capture", "--root", str(root), "--own-network", *arguments])


def test_the_page_of_a_work_is_captured_by_its_address_alone(
    site: Path, server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add_work(site, f"{server}/old")
    assert capture(site, f"{server}/old") == 0
    said = capsys.readouterr().out
    assert "seeds/herald.warc.gz: captured for `herald`" in said
    entry = (site / "sources/captures.yml").read_text("utf-8").partition("herald:")[2]
    assert "language: en-GB" in entry
    assert "url_status: live" in entry
    assert f"fetched from {server}/old, which led to {server}/article, by briefgen" in entry
    (site / "sources/lane.md").write_text(BRIEF, encoding="utf-8")
    assert main(["check", "--strict", "--root", str(site)]) == 0


def test_what_is_said_goes_before_what_the_page_says(site: Path, server: str) -> None:
    assert capture(site, f"{server}/article", "--key", "nobody") == 2
    add_work(site, f"{server}/article")
    assert capture(site, f"{server}/article", "--language", "fr", "--obtained", "by me") == 0
    entry = (site / "sources/captures.yml").read_text("utf-8").partition("herald:")[2]
    assert "language: fr" in entry
    assert "obtained: by me" in entry


def test_a_page_of_no_work_is_offered_an_entry(
    site: Path, server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(site)
    assert capture(site, f"{server}/article") == 2
    said = capsys.readouterr()
    assert "there is no work for" in said.err
    assert "nothing was stored" in said.err
    assert tree(site) == before
    assert "@online{example2025one," in said.out
    assert "{Example, Ada}" in said.out
    assert "language = {en-GB}" in said.out
    place = site / "sources/references.bib"
    place.write_text(place.read_text("utf-8") + said.out, encoding="utf-8")
    assert capture(site, f"{server}/article") == 0
    assert "captured for `example2025one`" in capsys.readouterr().out
    assert main(["check", "--root", str(site)]) == 0


@pytest.mark.parametrize("path", ["/gone-home", "/paid", "/wall", "/soft", "/app", "/cut", "/nowhere"])
def test_what_is_not_the_page_is_refused(
    site: Path, server: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add_work(site, f"{server}{path}")
    before = tree(site)
    assert capture(site, f"{server}{path}") == 2
    said = capsys.readouterr().err
    assert said.startswith("briefgen: http://127.0.0.1")
    assert "; nothing was stored" in said
    assert tree(site) == before


def test_nobody_of_our_own_network_is_asked_unless_that_is_allowed(
    site: Path, server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add_work(site, f"{server}/article")
    assert main(["capture", "--root", str(site), f"{server}/article"]) == 2
    assert "If that is meant, say --own-network" in capsys.readouterr().err
