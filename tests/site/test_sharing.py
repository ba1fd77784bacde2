"""What a page says of itself where its address is shared, in a tab and on a home screen."""

import importlib.machinery
import importlib.util
import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.browser import serve
from tests.repository import ROOT, run

SETTINGS = """\
site_name: Desk & <Sons>
site_url: https://example.org/reports/
theme:
  name: material
  custom_dir: .briefgen/theme
  font: false
  logo: assets/mark.svg
  favicon: assets/mark.svg
  palette: {palette}
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, pymdownx.superfences]
extra: {extra}
"""
BOTH = (
    '[{media: "(prefers-color-scheme: light)", scheme: default, primary: custom, '
    "toggle: {icon: material/weather-night, name: Dark}}, "
    '{media: "(prefers-color-scheme: dark)", scheme: slate, primary: custom, '
    "toggle: {icon: material/weather-sunny, name: Light}}]"
)
TITLE = """<b>"High" & 'mighty'</b>"""
BRIEF = f"""\
---
title: |-
  {TITLE}
description: What is "known" & <what> is not.
date: 2025-05-06
updated: 2025-05-08
lang: en-GB
tags: [a & b]
---

Text.
"""


class Head(HTMLParser):
    """The meta tags and links of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.meta: list[tuple[str, str, str]] = []
        self.links: list[tuple[str, str]] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "meta" and "content" in given:
            name = given.get("property") or given.get("name", "")
            self.meta.append((name, given["content"], given.get("media", "")))
        elif tag == "link":
            self.links.append((given["rel"], given["href"]))

    def social(self) -> dict[str, str]:
        return {
            name: content
            for name, content, _ in self.meta
            if name.startswith(("og:", "article:", "twitter:"))
        }

    def bar(self) -> list[tuple[str, str]]:
        return [(content, media) for name, content, media in self.meta if name == "theme-color"]


def settings(palette: str = BOTH, favicon: str = "assets/mark.svg", **extra: object) -> str:
    text = SETTINGS.replace("{palette}", palette).replace("{extra}", json.dumps({"briefgen": extra}))
    return text.replace("favicon: assets/mark.svg", f"favicon: {favicon}")


def build(root: Path, without: str = "") -> Path:
    (root / "sources").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    (root / "docs/own.png").write_bytes(b"")
    (root / "mkdocs.yml").write_text(settings().replace(without, ""), encoding="utf-8")
    (root / "sources/höhe.md").write_text(BRIEF, encoding="utf-8")
    done = run("-m", "briefgen", "build", "--root", root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def rebuilt(site: Path, target: Path, text: str) -> Head:
    """The head of the home page, built by MkDocs alone of the same files under other settings."""
    project = Path(shutil.copytree(site.parent, target))
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = run("-m", "mkdocs", "build", "-f", project / "mkdocs.yml", "-d", project / "again")
    assert done.returncode == 0, done.stdout + done.stderr
    return Head(project / "again" / "index.html")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("sharing") / "project")


def test_a_shared_brief_is_shown_with_its_card(site: Path) -> None:
    assert Head(site / "briefs/höhe/index.html").social() == {
        "og:type": "article",
        "og:title": TITLE,
        "og:description": 'What is "known" & <what> is not.',
        "og:locale": "en_GB",
        "article:published_time": "2025-05-06",
        "article:modified_time": "2025-05-08",
        "article:tag": "a & b",
        "og:site_name": "Desk & <Sons>",
        "og:url": "https://example.org/reports/briefs/h%C3%B6he/",
        "og:image": "https://example.org/reports/briefs/cards/h%C3%B6he.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": f"{TITLE} – Desk & <Sons>, 8 May 2025 · English",
        "twitter:card": "summary_large_image",
    }
    with Image.open(site / "briefs/cards/höhe.png") as picture:
        assert picture.size == (1200, 630)


def test_every_other_page_with_that_of_the_site(site: Path) -> None:
    for name in ("index.html", "briefs/index.html", "method/index.html", "404.html"):
        social = Head(site / name).social()
        assert social["og:type"] == "website", name
        assert social["og:image"] == "https://example.org/reports/briefs/cards/index.png", name
        assert social["og:image:alt"] == "Desk & <Sons>", name
    assert (site / "briefs/cards/index.png").is_file()


def test_no_address_is_invented(tmp_path: Path) -> None:
    site = build(tmp_path / "project", without="site_url: https://example.org/reports/\n")
    for name in ("index.html", "briefs/höhe/index.html"):
        assert Head(site / name).social() == {}
    assert not (site / "briefs/cards").exists()


# -------------------------------------------------------------------------------------- the mark


def test_the_icons_are_the_mark(site: Path) -> None:
    """As .ci/icons draws them."""
    place = str(ROOT / ".ci/icons")
    loader = importlib.machinery.SourceFileLoader("icons", place)
    spec = importlib.util.spec_from_loader("icons", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    icons: dict[str, bytes] = module.icons()
    assert {name: (site / "assets/icons" / name).read_bytes() for name in icons} == icons
    for name in icons:
        with Image.open(site / "assets/icons" / name) as picture:
            assert f"mark-{picture.width}.png" == name
            assert picture.width == picture.height


def test_every_page_has_an_icon_for_each_place(site: Path) -> None:
    page = site / "briefs/höhe/index.html"
    icons = [(rel, href) for rel, href in Head(page).links if "icon" in rel]
    assert icons == [
        ("icon", "../../assets/mark.svg"),
        ("icon", "../../assets/icons/mark-32.png"),
        ("apple-touch-icon", "../../assets/icons/mark-180.png"),
    ]
    assert all((page.parent / href).resolve().is_file() for _, href in icons)
    assert Head(page).bar() == [
        ("#14424f", "(prefers-color-scheme: light)"),
        ("#0e2f39", "(prefers-color-scheme: dark)"),
    ]


def test_a_site_with_another_sign_shows_none_of_ours(site: Path, tmp_path: Path) -> None:
    white = {"light": "#ffffff"}
    other = settings("{scheme: default, primary: white}", "own.png", touch_icon="own.png", theme_color=white)
    head = rebuilt(site, tmp_path / "project", other)
    assert [pair for pair in head.links if "icon" in pair[0]] == [
        ("icon", "own.png"),
        ("apple-touch-icon", "own.png"),
    ]
    assert head.bar() == [("#ffffff", "")]


@pytest.mark.parametrize(
    ("palette", "bar"),
    [
        ("{scheme: slate, primary: custom}", [("#0e2f39", "")]),
        ("{scheme: default, primary: indigo}", []),
        ("{}", [("#14424f", "")]),
    ],
    ids=["dark alone", "another colour", "not said"],
)
def test_the_browsers_bar_has_the_colour_of_the_header(
    palette: str, bar: list[tuple[str, str]], site: Path, tmp_path: Path
) -> None:
    assert rebuilt(site, tmp_path / "project", settings(palette)).bar() == bar


def test_the_bar_follows_the_reader_who_switches(site: Path, chromium: Browser) -> None:
    shown = "[...document.querySelectorAll('meta[name=theme-color]')].map(meta => [meta.content, meta.media])"
    with serve(site) as address, chromium.new_context(color_scheme="light") as context:
        page = context.new_page()
        page.goto(address)
        assert page.evaluate(shown) == [["#14424f", ""]]
        page.click("label[for=__palette_1]")
        page.wait_for_function("document.body.dataset.mdColorScheme == 'slate'")
        assert page.evaluate(shown) == [["#0e2f39", ""]]
