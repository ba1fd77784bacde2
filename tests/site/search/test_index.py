"""`briefgen index`: what it makes of a built site, and what it says when it cannot."""

import gzip
import json
import re
import shutil
import site as python_site
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from briefgen.site.search.cbor import decode
from briefgen.site.search.packing import unpacked
from tests.repository import ROOT, run
from tests.site.search.probes import languages_of, reader_of

INSTALL = "pip install 'briefgen[search]'"


def index(site: Path, *options: str) -> str:
    done = run("-m", "briefgen", "index", "--root", site.parent, "--site", site, *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files(site: Path) -> dict[str, bytes]:
    places = [*(site / "pagefind").rglob("*"), *site.glob("assets/*.js")]
    return {place.relative_to(site).as_posix(): place.read_bytes() for place in places if place.is_file()}


def fragments(site: Path) -> Iterator[dict[str, object]]:
    return map(fragment, sorted((site / "pagefind/fragment").iterdir()))


def fragment(place: Path) -> dict[str, object]:
    data: dict[str, object] = json.loads(unpacked(place.read_bytes()))
    return data


def stored(place: Path) -> Any:
    return decode(unpacked(place.read_bytes()))


@pytest.fixture
def built(probes_project: Path, tmp_path: Path) -> Path:
    """A built site with its index, to be changed."""
    return Path(shutil.copytree(probes_project / "site", tmp_path / "site"))


def test_the_index_is_in_the_site_and_the_theme_knows_it(probes_project: Path) -> None:
    site = probes_project / "site"
    assert languages_of(site) == ["de", "en", "ko", "ru"]
    kinds = {
        str(name).split("/")[1].partition(".")[0].partition("-")[0]
        for name in files(site)
        if name.startswith("pagefind/")
    }
    assert kinds == {"pagefind", "wasm", "index", "fragment", "filter", "words"}
    assert not [*(probes_project / ".briefgen").glob("search*")], (
        "what Pagefind reads and writes does not stay"
    )


def test_a_second_time_changes_nothing(built: Path) -> None:
    before = files(built)
    page, word = (min(built.glob(f"pagefind/{kind}/*")) for kind in ("fragment", "index"))
    untouched = sorted(built.glob("pagefind/fragment/*"))[1]
    number = untouched.stat().st_ino
    page.write_bytes(b"damaged")
    word.unlink()
    word.symlink_to(page)
    (built / "pagefind/fragment/en_0000000.pf_fragment").write_bytes(b"left over")
    index(built)
    assert files(built) == before
    assert untouched.stat().st_ino == number, "what is the same stays"


def test_what_a_record_says_is_not_searched_but_shown(probes_project: Path) -> None:
    records = [record["meta"] for record in fragments(probes_project / "site")]
    assert {
        "title": "Eine Trasse, zwei Behörden",
        "page": "briefs/stromtrasse/",
        "kind": "brief",
        "date": "2025-06-02",
        "lang": "de",
    } in records
    assert {"title": "Probes", "page": "", "kind": "page", "lang": "en"} in records
    work = {
        "title": "Письмо о погрузке зерна",
        "page": "sources/hafenbrief2023/",
        "kind": "work",
        "lang": "ru",
    }
    found = [one for one in fragments(probes_project / "site") if one["meta"] == work]
    assert ["Письмо" in str(one["content"]) for one in found] == [False, True]
    assert all(one["filters"] == {"work": ["hafenbrief2023"]} for one in found)


def test_records_are_filtered_by_what_their_brief_says(probes_project: Path) -> None:
    site = probes_project / "site"
    (metadata,) = (stored(place) for place in (site / "pagefind").glob("pagefind.de_*.pf_meta"))
    names = [name for name, *_ in metadata[1]]
    (number,) = (
        names.index(place.stem)
        for place in (site / "pagefind/fragment").glob("de_*")
        if "Der Widerruf" in str(fragment(place)["content"])
    )
    filters = (stored(place) for place in (site / "pagefind/filter").glob("de_*"))
    said = {name: [value for value, numbers in values if number in numbers] for name, values in filters}
    assert said == {
        "kind": ["brief"],
        "year": ["2025"],
        "topic": ["Energie", "Medien"],
        "verdict": ["false", "unverifiable"],
        "work": ["courier2025line", "netzplan2024"],
    }


def test_nobody_finds_a_page_by_what_every_page_says(chromium: Browser, probes_project: Path) -> None:
    with reader_of(probes_project / "site", chromium) as reader:
        for label in ("footnotes", "unverifiable", '"Permanent link"'):
            found = [link for link in reader.links(label, "en") if not link.startswith("method/")]
            assert found == [], label


def test_pages_that_ask_to_be_left_out(chromium: Browser, probes_project: Path) -> None:
    assert "zeppelin" in (probes_project / "site/left-out/index.html").read_text(encoding="utf-8")
    with reader_of(probes_project / "site", chromium) as reader:
        assert reader.links("zeppelin", "en") == []


def test_a_site_that_another_builder_made(chromium: Browser, probes_project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = run("-m", "properdocs", "build", "--strict", "-f", probes_project / "mkdocs.yml", "-d", site)
    assert done.returncode == 0, done.stdout + done.stderr
    index(site)
    assert sorted(map(str, fragments(site))) == sorted(map(str, fragments(probes_project / "site")))
    with reader_of(site, chromium) as reader:
        assert any(link.startswith("briefs/flutschutz/") for link in reader.links("Haus", "de"))


def test_an_index_for_a_site_that_is_opened_from_files(built: Path) -> None:
    before = files(built)
    index(built, "--offline")
    assert not (built / "pagefind").exists()
    script = (built / "assets/search-index.js").read_text(encoding="utf-8")
    table = json.loads(script.removeprefix("briefgenIndex=").removesuffix(";\n"))
    served = {
        name.removeprefix("pagefind/"): data for name, data in before.items() if name.startswith("pagefind/")
    }
    assert b64decode(table["pagefind.js"]) == served["pagefind.js"]
    assert len(table) == len(served)
    assert "briefs/flutschutz/index.html" in {
        json.loads(gzip.decompress(b64decode(data)).removeprefix(b"pagefind_dcd"))["meta"]["page"]
        for name, data in table.items()
        if name.startswith("fragment/")
    }
    assert '"offline": true' in (built / "assets/briefgen.js").read_text(encoding="utf-8")
    index(built)
    assert files(built) == before


def test_half_a_page_is_no_reason_to_fail(built: Path) -> None:
    page = built / "briefs/flutschutz/index.html"
    html = page.read_bytes()
    page.write_bytes(html[: html.index(b"Sirenennetz")] + b"\xff\xfe<div <<b")
    (built / "empty.html").write_bytes(b"")
    assert re.fullmatch(r"search: \d+ records in de, en, ko, ru\n", index(built))


def refused(site: Path) -> str:
    done = run("-m", "briefgen", "index", "--root", site.parent, "--site", site)
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_sites_that_have_no_place_for_an_index(built: Path) -> None:
    script = built / "assets/briefgen.js"
    script.write_text("/* another theme */\n", encoding="utf-8")
    before = files(built)
    assert "build the site anew" in refused(built)
    assert files(built) == before
    script.unlink()
    assert "was not built with the theme of briefgen" in refused(built)
    assert "was not built with the theme of briefgen" in refused(built.parent / "nowhere")


def test_a_site_without_pages(built: Path) -> None:
    for page in built.rglob("*.html"):
        page.unlink()
    assert "has no page that could be searched" in refused(built)


@pytest.fixture
def without_pagefind(tmp_path: Path) -> dict[str, str]:
    """An environment in which everything is installed but Pagefind: for `python -S`."""
    packages = tmp_path / "packages"
    packages.mkdir()
    folders = map(Path, python_site.getsitepackages())
    for folder in filter(Path.is_dir, folders):  # Debian's Python names some that are not there
        for entry in folder.iterdir():
            if not entry.name.startswith("pagefind") and not (packages / entry.name).exists():
                (packages / entry.name).symlink_to(entry)
    return {"PYTHONPATH": f"{ROOT}:{packages}"}


def test_without_pagefind(probes_project: Path, tmp_path: Path, without_pagefind: dict[str, str]) -> None:
    project = Path(shutil.copytree(probes_project, tmp_path / "project"))
    for brief in (project / "sources").glob("*.md"):
        if brief.stem != "flutschutz":  # one is enough: the others only take their time
            brief.unlink()
    done = run("-S", "-m", "briefgen", "build", "--strict", "--root", project, **without_pagefind)
    assert done.returncode == 0, done.stdout + done.stderr
    (said,) = (line for line in done.stdout.splitlines() if line.startswith("search: "))
    assert said.endswith(INSTALL)
    assert not (project / "site/pagefind").exists()
    assert (project / "site/assets/briefgen.js").read_text("utf-8").endswith("/* search: none */\n")
    assert (project / "site/search/search_index.json").is_file()

    done = run("-S", "-m", "briefgen", "index", "--root", project, **without_pagefind)
    assert done.returncode == 2
    assert done.stderr == f"briefgen: {said.removeprefix('search: ')}\n"
