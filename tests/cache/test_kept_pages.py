"""Of a site that is built again MkDocs makes the pages that changed; the site is what a clean build makes."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath

import jinja2
import pytest

from briefgen.cache.seal import seal_bytes
from briefgen.disk.hashes import sha256_of
from briefgen.disk.own_key import own_key
from briefgen.model.included import Filled, Piece
from briefgen.model.layout import classes
from briefgen.model.layout import project as at
from briefgen.site.build import build_site
from briefgen.site.kept_copies import take_made
from briefgen.site.kept_pages import KeptPages, can_be_kept, decode_pages, encode_pages
from briefgen.site.kept_site import KeptSite
from briefgen.site.kept_templates import KeptTemplates, decode_templates, encode_templates
from briefgen.write import write_theme
from tests.cli.project import tree
from tests.sweep import SWEEP

DAY = "2025-06-18"
SETTINGS = """\
site_name: Test & more
theme: {name: material, custom_dir: .briefgen/theme, font: false}
plugins: [search]
markdown_extensions: [admonition, pymdownx.extra]
nav: [index.md, Named: named.md, unnamed.md]
not_in_nav: briefs/
validation: {links: {anchors: warn}}
"""
PAGES = {
    "index.md": "# Home & hearth\n\n[One](briefs/one.md#place), [two](briefs/two.md).\n",
    "named.md": "---\ntitle: Another\nstatus: new\n---\n\nText.\n",
    "unnamed.md": "Text.\n\n[Home](index.md)\n",
    "briefs/one.md": "---\ntitle: One\nbriefgen:\n  facts: [[kind, brief]]\n---\n\n# One\n\n## Place\n"
    f'\n<span class="{classes.FOUND}">✓</span>\n',
    "briefs/two.md": '# Two\n\n![](mark.svg) [One](one.md)\n\n<p data-search-exclude="1">x</p>\n',
    "briefs/hidden.md": "---\nbriefgen: {hidden: true, facts: []}\n---\n\n# Hidden\n",
    "briefs/dated.md": "---\ndate: 2025-05-05\n---\n\n# Its front matter is more than JSON\n",
    "briefs/lists.md": '# Lists\n\n<div data-briefgen="topics"></div>\n',
    "manifest.json": '{\n "briefgen": 1\n}\n',
    "briefs/mark.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}
ALL, NEVER_KEPT = 8, 2
"""How many pages there are, and how many are made each time."""


def write(root: Path, path: str, text: str) -> None:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def replace(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    write(root, path, text.replace(old, new))


DOCTYPE = b"<!doctype html>"
"""How the theme's own template of a page begins."""


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site was built; the pages are made of it once for all tests here."""
    root = tmp_path_factory.mktemp("pages") / "project"
    for path, text in PAGES.items():
        write(root, f"docs/{path}", text)
    write(root, at.SETTINGS, SETTINGS)
    write_theme(root, has_cards=False)
    build(root)
    return root


def build(root: Path, day: str = DAY, *, cache: bool = True) -> None:
    def finish(site: PurePath, known: Mapping[str, str]) -> None:
        there = {path: sha256_of(data) for path, data in tree(Path(site)).items()}
        assert known.items() <= there.items()
        assert len(known) >= (ALL if cache else 0) - NEVER_KEPT

    build_site(root, day, strict=False, cache=cache, finish=finish)


def gone_anchor(root: Path) -> None:
    replace(root, "docs/briefs/one.md", "## Place", "## Elsewhere")


def gone_page(root: Path) -> None:
    (root / "docs/briefs/one.md").unlink()


def new_title(root: Path) -> None:
    replace(root, "docs/index.md", "hearth", "home")


def another_look(root: Path) -> None:
    replace(root, f"{at.THEME}/main.html", "{#- A template", "{#- - A template")


def new_page_and_more(root: Path) -> None:
    """A page that is new; files of the last site that were changed there, one that is not there; a list."""
    gone_anchor(root)
    lists = [Filled('<div data-briefgen="topics"></div>', "", (Piece("A topic"),))]
    write_theme(root, has_cards=False, lists=lists)
    write(root, "docs/briefs/new.md", "# New\n\n[One](one.md)\n")
    replace(root, "site/briefs/two/index.html", "Two", "Three")
    replace(root, "site/briefs/mark.svg", "/>", "><g/></svg>")
    (root / "site/unnamed/index.html").unlink()


def two_in_one_place(root: Path) -> None:
    """A file by hand for a page that has it of MkDocs: MkDocs' own is in the site."""
    write(root, "docs/briefs/two/index.html", "by hand")


CHANGES: dict[str, tuple[Callable[[Path], None], int]] = {
    "a title of the navigation": (new_title, ALL),
    "a new page": (new_page_and_more, NEVER_KEPT + 4),
}
if SWEEP > 1:
    CHANGES |= {
        "nothing": (lambda _: None, NEVER_KEPT),
        "an anchor that another page leads to": (gone_anchor, NEVER_KEPT + 1),
        "a page that others lead to": (gone_page, NEVER_KEPT + 2),
        "the theme": (another_look, ALL),
        "two in one place": (two_in_one_place, NEVER_KEPT + 1),
    }


@pytest.mark.parametrize(("change", "made"), CHANGES.values(), ids=CHANGES)
def test_what_changed_is_made_and_the_site_is_as_from_nothing(
    once: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], change: Callable[[Path], None], made: int
) -> None:
    root, clean = tmp_path / "project", tmp_path / "clean"
    shutil.copytree(once, root)
    change(root)
    for name in (at.DOCS, at.SETTINGS, at.THEME):
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy
        (clean / name).parent.mkdir(exist_ok=True)
        copy(root / name, clean / name)
    capfd.readouterr()
    build(root, "2025-06-19")
    said = capfd.readouterr().err
    build(clean, "2025-06-19", cache=False)
    assert [int(number) for number in re.findall(r"(\d+) pages made", said)] == [made]
    assert warnings(said) == warnings(capfd.readouterr().err)
    assert tree(root / at.SITE) == tree(clean / at.SITE)


def warnings(said: str) -> list[str]:
    return sorted(line for line in said.splitlines() if line.startswith("WARNING"))


def test_a_page_that_is_warned_of_is_made_again(once: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """So that the warning is told each time; and what somebody else wrote down is not believed."""
    replace(once, "docs/briefs/two.md", "one.md", "nowhere.md")
    build(once)
    first = capfd.readouterr().err
    build(once)
    second = capfd.readouterr().err
    assert len(warnings(first)) == 1
    assert warnings(first) == warnings(second)
    assert f"{NEVER_KEPT + 1} pages made" in second
    replace(once, "docs/briefs/two.md", "nowhere.md", "one.md")
    kept = once / at.kept_pages(at.SITE)
    assert b"One" in kept.read_bytes()
    kept.write_bytes(kept.read_bytes().replace(b"One", b"Two"))
    build(once)
    assert f"{ALL} pages made" in capfd.readouterr().err


def test_a_copy_of_the_last_site_gets_a_second_name_if_it_would_be_the_same(tmp_path: Path) -> None:
    last, site = tmp_path / "last", tmp_path / "site"
    for path in ("a/same.svg", "a/other.svg", "beside.svg"):
        write(last, path, path)
    (last / "link.svg").symlink_to("beside.svg")
    wanted = {
        "a/same.svg": b"a/same.svg",
        "a/other.svg": b"changed",
        "gone.svg": b"",
        "link.svg": b"beside.svg",
    }
    write(site, "b/left/over.svg", "of an earlier site")
    assert take_made(last, site, {path: sha256_of(data) for path, data in wanted.items()}) == ["a/same.svg"]
    assert not (site / "b").exists()
    assert tree(site) == {"a/same.svg": b"a/same.svg"}
    assert (site / "a/same.svg").samefile(last / "a/same.svg")


def test_what_is_kept_is_read_back_or_passed_over() -> None:
    key, kept = bytes(32), KeptPages("from this", "around")
    data = encode_pages(kept, key)
    assert decode_pages(data, key, "from this") == kept
    for other in (b"", data[:-1], data + b" ", encode_pages(kept, b"another key")):
        assert decode_pages(other, key, "from this") == KeptPages("from this")
    assert decode_pages(data, key, "from that") == KeptPages("from that")
    assert can_be_kept({"a": [1, "b", None, {"c": True}]})
    assert not can_be_kept({1: "a"})
    assert not can_be_kept({"a": {1}})


def test_templates_are_compiled_once_and_believed_of_our_own_seal_alone() -> None:
    """What is kept of a template is its code: of another template's text, theme or seal it does not run."""
    key, made_from = bytes(32), "from this"
    environment = jinja2.Environment(loader=jinja2.DictLoader({"page": "said {{ word }}"}))
    first = KeptTemplates({})
    environment.bytecode_cache = first
    assert environment.get_template("page").render(word="once") == "said once"
    data = encode_templates(first.used, key, made_from)
    kept = decode_templates(data, key, made_from)
    assert list(kept) == list(first.used)
    for other in (b"", data[:-1], data + b" ", encode_templates(kept, b"another key", made_from)):
        assert decode_templates(other, key, made_from) == {}
    assert decode_templates(data, key, "from that") == {}
    assert decode_templates(seal_bytes(b"no templates", key, "templates"), key, made_from) == {}
    for text, compiled in (("said {{ word }}", 0), ("told {{ word }}", 1)):
        environment = jinja2.Environment(loader=jinja2.DictLoader({"page": text}))
        environment.bytecode_cache = again = KeptTemplates(kept)
        with count_compiled(environment) as counted:
            assert environment.get_template("page").render(word="twice") == f"{text[:4]} twice"
        assert (len(counted), len(again.used)) == (compiled, 1)


def test_a_site_is_made_with_the_templates_that_are_kept(once: Path, tmp_path: Path) -> None:
    """Told by one that says something else than its text; sealed, since nobody else can."""
    root, key = tmp_path / "project", own_key() or b""
    shutil.copytree(once, root)
    place, made_from = root / at.kept_templates(at.SITE), KeptSite(root, at.SITE, ()).around() or ""
    kept = decode_templates(place.read_bytes(), key, made_from)
    assert any(DOCTYPE in code for code in kept.values())
    others = {name: code.replace(DOCTYPE, DOCTYPE.upper()) for name, code in kept.items()}
    page = root / at.SITE / "briefs/lists/index.html"
    for seal_of, begins in ((b"another key", DOCTYPE), (key, DOCTYPE.upper())):
        place.write_bytes(encode_templates(others, seal_of, made_from))
        build(root)
        assert page.read_bytes().lstrip().startswith(begins)


@contextmanager
def count_compiled(environment: jinja2.Environment) -> Iterator[list[str]]:
    """The templates that are compiled meanwhile."""
    compiled: list[str] = []
    compile_one = environment.compile

    def noting(source: str, name: str, *rest: object) -> object:
        compiled.append(name)
        return compile_one(source, name, *rest)  # type: ignore[call-overload]  # as it was called

    vars(environment)["compile"] = noting
    yield compiled


def test_the_theme_searches_nothing_where_ours_is_searched(once: Path) -> None:
    index = once / at.SITE / "search/search_index.json"
    assert b'"docs":[]' in index.read_bytes()
    assert b"data-search-exclude" not in (once / at.SITE / "briefs/two/index.html").read_bytes()
    build_site(once, DAY, strict=False, cache=True)
    assert index.read_bytes().count(b'"location"') > ALL, "there is no other: all pages are in it"
