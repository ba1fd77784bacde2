"""The map of where things lie (`briefgen/model/layout/`) is the only one.

Its names are written nowhere else in Python, and what the theme's style sheets, scripts and templates know of
our pages is in it. What pages hold is taken from what is built of real projects.
"""

import ast
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

import pytest

from briefgen.catalogue import CATALOGUE
from briefgen.cli.main import main
from briefgen.disk.packaged import packaged_below
from briefgen.model.box import KNOWN_KINDS
from briefgen.model.brief import Status
from briefgen.model.finding import FindingVerdict
from briefgen.model.layout import anchors, classes, pages, project, site, ways
from tests.repository import ROOT

PACKAGE = ROOT / "briefgen"
THEME = {
    path: data.decode()
    for path, data in packaged_below("theme").items()
    if not path.endswith((".woff2", ".png"))
}
STYLES = "\n".join(text for path, text in THEME.items() if path.endswith(".css"))
SCRIPTS = "\n".join(text for path, text in THEME.items() if path.endswith(".js"))
TEMPLATES = "\n".join(text for path, text in THEME.items() if path.endswith(".html"))

EXCEPTIONS = {
    "rules/": "what rules say to people, and the small projects of their examples",
    "intake/annotations/zotero.py": "the HTML of another program",
    "intake/readers/word.py": "the HTML of another program",
}
"""Where paths or classes may be spelt out, each with the reason."""


def names(module: ModuleType) -> dict[str, str]:
    return {name: value for name, value in vars(module).items() if isinstance(value, str) and name.isupper()}


CLASSES = names(classes)
OF_VALUES = {*FindingVerdict, *KNOWN_KINDS, *Status}
"""Classes that are the names of values."""

# A path from the project's root or from docs/, written out: something stands behind the folder.
PATH = re.compile(
    r"(?<![\w.<-])(?:sources|seeds|docs|briefs|topics|timeline|corrections|errata|method|assets|pagefind)/[\w.{<*]"
    r"|\.briefgen(?:/|-|$)|\.briefgen\.json"
)
FILES = {
    path
    for module in (project, site, pages)
    for path in names(module).values()
    if re.search(r"\w[./]\w", path)
}
HTML_CLASS = re.compile(r'class="([^"]*)"')
LISTED_CLASS = re.compile(r"\{ \.[a-z]")  # `{ .name }`; what authors write has no space there
IDENTIFIER = re.compile(r'\bid="[^"{]|\{ #[a-z]|\]\(#[a-z]')


def python_files() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith("model/layout/"):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The texts of a module with their lines, `{}` for what is put into them; no docstrings."""
    passed = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed.update(map(id, node.values))
            parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
            yield node.lineno, "".join(map(str, parts))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node.lineno, node.value


def is_spelt_out(text: str) -> bool:
    """Whether a text says where something lies by itself. A sentence may call a file by its name."""
    in_html = any(name.replace("{}", "").strip() for name in HTML_CLASS.findall(text))
    alone = " " not in text and text.strip("/") in FILES | {name for name in CLASSES.values() if "-" in name}
    return bool(in_html or alone or any(one.search(text) for one in (PATH, LISTED_CLASS, IDENTIFIER)))


def is_excepted(name: str, text: str) -> bool:
    if name.startswith("catalogue/") and not PATH.search(text):
        return True  # headings of a page of prose have ids of their own
    return name.startswith(tuple(EXCEPTIONS))


@pytest.mark.parametrize(
    "text",
    [
        "sources/captures.yml",
        "add it to sources/references.bib",
        "mkdocs.yml",
        ".briefgen/theme",
        "briefs/{}.md",
        "../sources/{}.md",
        "topics/index.md",
        "assets/briefgen.js",
        '<div class="passage" id="{}">',
        '<div class="{} unchecked">',
        "{}{ .found }",
        "work-card",
        "## {} { #sources }",
        "[{}](#errata)",
    ],
)
def test_what_is_spelt_out_is_seen(text: str) -> None:
    assert is_spelt_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "what captures.yml says of it",
        "a file of docs/",
        '<div class="{} {}">',
        "as in `{.note #id}`",
        "{}/{}",
        "context",
    ],
)
def test_what_is_not_is_not(text: str) -> None:
    assert not is_spelt_out(text)


def test_nothing_of_the_map_is_written_elsewhere() -> None:
    found = [
        f"briefgen/{name}:{line}: {text!r}"
        for name, tree in python_files()
        for line, text in texts(tree)
        if is_spelt_out(text) and not is_excepted(name, text)
    ]
    assert not found, "\n".join(found)


def test_no_class_of_a_page_is_compared_with_a_text() -> None:
    """``"passage" in element.classes`` would be a class that no search for the map's name finds."""
    found = [
        f"briefgen/{name}:{node.lineno}"
        for name, tree in python_files()
        if name.startswith(("render/", "site/"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and isinstance(node.left, ast.Constant)
        and any(isinstance(one, ast.Attribute) and one.attr == "classes" for one in node.comparators)
    ]
    assert not found


def test_one_name_has_one_meaning() -> None:
    for module in (classes, pages, project, site):
        values = [value for name, value in names(module).items() if not name.endswith("_BY_TIME")]
        twice = sorted({value for value in values if values.count(value) > 1})
        assert twice == ([site.INDEX] if module is site else [pages.INDEX] if module is pages else []), (
            module.__name__
        )


def test_nothing_in_the_map_is_idle() -> None:
    used = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for _, tree in python_files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Name)
    }
    for module in (anchors, classes, pages, project, site, ways):
        own = {
            name for name, value in vars(module).items() if name.isupper() or is_own_function(module, value)
        }
        text = Path(str(module.__file__)).read_text(encoding="utf-8")
        within = {name for name in own if len(re.findall(rf"\b{name}\b", text)) > 1}
        told = {"UNREAD"}  # to this test alone
        public = {name for name in own if not name.startswith("_")}
        assert public - used - within - told == set(), module.__name__


def is_own_function(module: ModuleType, value: object) -> bool:
    return (
        callable(value)
        and getattr(value, "__module__", "") == module.__name__
        and not isinstance(value, type)
    )


# ------------------------------------------------------------------------- the theme, held to the map


def classes_in_styles() -> set[str]:
    rules = re.sub(r"/\*.*?\*/|\"[^\"]*\"|url\([^)]*\)", "", STYLES, flags=re.DOTALL)
    return set(re.findall(r"\.([a-zA-Z_][\w-]*)", rules))


def classes_in_selectors_of_scripts() -> set[str]:
    asked = re.findall(r"""(?:querySelector(?:All)?|closest|matches)\((["'`])(.*?)\1""", SCRIPTS)
    selectors = (re.sub(r"\$\{[^}]*\}", "", selector) for _, selector in asked)
    return {name for selector in selectors for name in re.findall(r"\.([a-zA-Z_][\w-]*)", selector)}


def classes_made_by_the_theme() -> set[str]:
    """Those that its own scripts and templates give to what they make."""
    scripts = re.findall(r"""class(?:Name|",)?\s*[:= ]\s*["'`]([\w -]+)["'`]""", SCRIPTS)
    added = re.findall(r"""classList\.(?:add|toggle)\(["']([\w-]+)["']""", SCRIPTS)
    return {
        name for written in (*scripts, *added, *HTML_CLASS.findall(TEMPLATES)) for name in written.split()
    }


MATERIALS = re.compile(r"md-.*|js")
"""Classes of Material's, which our style sheets and scripts change or ask for."""


def test_styles_and_scripts_know_only_classes_of_the_map() -> None:
    known = {*CLASSES.values(), *OF_VALUES, *classes_made_by_the_theme()}
    asked = classes_in_styles() | classes_in_selectors_of_scripts()
    assert {name for name in asked - known if not MATERIALS.fullmatch(name)} == set()


def test_each_class_is_read_by_something() -> None:
    by_python = {
        CLASSES[node.attr]
        for name, tree in python_files()
        if name.startswith(("site/search/", "render/guard/"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "classes"
    }
    read = classes_in_styles() | classes_in_selectors_of_scripts() | by_python
    assert set(CLASSES.values()) - read == classes.UNREAD


def test_scripts_and_templates_have_the_paths_of_the_map() -> None:
    assert pages.SITE_CARD in TEMPLATES
    assert site.META_PREFIX in TEMPLATES
    assert f"'{site.SCRIPT}'" in TEMPLATES
    assert f'new URL("{site.SEARCH}/"' in SCRIPTS
    assert f'load("{site.OFFLINE_SEARCH.rpartition("/")[2]}")' in SCRIPTS
    assert f'startsWith("{anchors.NOTE_PREFIX}")' in SCRIPTS
    folders = "assets|briefs|sources|topics|pagefind"
    written = re.findall(rf"""["'`]((?:{folders})/[^"'`]*)["'`]""", TEMPLATES + SCRIPTS)
    joined = {above for path in THEME for above in ways.parents(path) if above.endswith((".css", ".js"))}
    there = {*packaged_below("theme"), *joined, pages.SITE_CARD, f"{site.SEARCH}/"}
    assert {path for path in written if not any(one.startswith(path) for one in there)} == set()


def test_links_in_the_words_lead_to_pages_of_the_map() -> None:
    links = {
        link for words in CATALOGUE.values() for link in re.findall(r"\]\(([^)]*)\)", str(asdict(words)))
    }
    assert links == {"{errata}", "{sources}"}


# ---------------------------------------------------------------------------- what pages really hold


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The generated pages of the document with every construct, and of a brief with errata, withdrawn briefs
    and captures."""
    made: dict[str, str] = {}
    for number, layers in enumerate(
        (
            ["torture"],
            ["golden/_base", "golden/brief-with-errata"],
            ["golden/_base", "golden/brief-withdrawn"],
        )
    ):
        root = tmp_path_factory.mktemp("project") / str(number)
        for layer in layers:
            shutil.copytree(
                ROOT / "tests" / layer, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected")
            )
        before = set((root / "docs").rglob("*.md"))
        assert main(["--root", str(root), "compile"]) == 0
        for place in {*(root / "docs").rglob("*.md")} - before:
            made[f"{number}/{place.relative_to(root / 'docs').as_posix()}"] = place.read_text(
                encoding="utf-8"
            )
    return made


def test_pages_hold_only_classes_of_the_map(generated: dict[str, str]) -> None:
    text = "\n".join(generated.values())
    held = {name for written in HTML_CLASS.findall(text) for name in written.split()}
    held |= {
        name
        for listed in re.findall(r"\{ ((?:\.[\w-]+ ?)+)", text)
        for name in listed.replace(".", " ").split()
    }
    held |= {
        name for written in re.findall(r"^ *!!! ([\w -]+)", text, re.MULTILINE) for name in written.split()
    }
    assert held - {*CLASSES.values(), *OF_VALUES} == set()
    assert len(held) > 40


def test_pages_lie_where_the_map_says(generated: dict[str, str]) -> None:
    paths = {name.partition("/")[2] for name in generated}
    lists = {
        pages.HOME,
        pages.BRIEFS,
        pages.TOPICS,
        pages.WORKS,
        pages.TIMELINE,
        pages.CORRECTIONS,
        pages.ERRATA,
        pages.METHOD,
    }
    assert lists <= paths
    folders = {
        path.partition("/")[0]
        for path in (*lists, pages.brief_path("x"), pages.work_path("x"), pages.topic_path("x"))
    }
    assert {path.partition("/")[0] for path in paths} <= folders


POSSESSIVE_GROUP = re.compile(r"(?<!\\)(?:\)|%b)(?:[*+?]|\{\d*,?\d*\})\+")


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Up to Python 3.11.2 such a group keeps what a repetition took that failed; ``(?>(…)*)`` does not."""
    assert POSSESSIVE_GROUP.search(r"(?:a|b(?=c))*+")
    found = [
        f"{place.relative_to(ROOT).as_posix()}:{number}"
        for place in sorted((ROOT / "briefgen").rglob("*.py"))
        for number, line in enumerate(place.read_text("utf-8").splitlines(), 1)
        if POSSESSIVE_GROUP.search(line)
    ]
    assert found == []
