"""Nothing in the package is idle: what is defined at the top of a module, or in a class, is named elsewhere.

By name alone, so what is found is idle, and what shares its name with something used is not seen.
"""

import ast
import re
from collections.abc import Iterator

from tests.repository import ROOT

FOUND_BY_FOLDER = {
    "briefgen/cli/": {"PLACE", "SUMMARY", "add_arguments", "run"},
    "briefgen/parse/checks/": {"CHECK"},
    "briefgen/terminal/formats/": {"written"},
}
"""What a module of these folders has, for `found.modules_in`."""

CALLED_BY_LIBRARIES = re.compile(
    r"handle_\w+|emit|unknown_decl|find_class|persistent_(?:id|load)|validateLink|makeFootnotesDiv|extendMarkdown|unique_ref|_value_|__\w+__"
    # MkDocs, jinja2, watchdog and http.server, of what serves a site to its author
    r"|on_(?:config|serve|files|nav|env|pre_build|pre_page|page_context|post_page|any_event)|is_modified|copy_static_files|(?:load|dump)_bytecode|do_[A-Z]+|log_message|handle_error"
    # Python-Markdown's parser of HTML, of what is told where the tags are
    r"|at_line_start|block_level_tags|get_(?:end|start)tag_text|goahead|line_offset"
    r"|protocol_version|daemon_threads|block_on_close|update_date|edit_uri|ended|(?:server|sys)_version"
)

MEANT = {
    "abstract": "a field of the bibliography, kept and printed nowhere (docs/manual/references.md)",
    "de": "read by the name of a language",
    "en": "read by the name of a language",
    "isbn": "a field of the bibliography, kept and printed nowhere",
    "parse_bibliography": "reads one file as all are read; where tests and the fuzzer begin",
    "quote_space": "put into the marks as it is read",
    **dict.fromkeys(
        ("title_addon", "container_addon", "issue_title", "how_published", "addendum"),
        "a field of a work, printed by its name (bibliography/parts.py)",
    ),
    "BriefgenPlugin": "the entry for MkDocs (pyproject.toml)",
    "manual_pages": "makes docs/manual/rules: python -m tests.rules.pages",
    "UNREAD": "said to tests/test_layout.py",
}


def defined(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The names of a module and of its classes; members of enums are looked up by their values."""
    for node in tree.body:
        yield from _names(node)
        if isinstance(node, ast.ClassDef) and not any("Enum" in ast.unparse(base) for base in node.bases):
            for inner in node.body:
                yield from _names(inner)


def _names(node: ast.stmt) -> Iterator[tuple[int, str]]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield node.lineno, name
        case ast.Assign(targets=targets):
            for target in targets:
                yield from ((node.lineno, part.id) for part in ast.walk(target) if isinstance(part, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield node.lineno, name


def named(tree: ast.Module) -> Iterator[str]:
    """Every name that a module reads, in quoted annotations, too."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()):
                yield name
            case ast.alias(name=name):
                yield name
            case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=annotation) if annotation:
                yield from _quoted(annotation)
            case ast.FunctionDef(returns=returns) if returns:
                yield from _quoted(returns)
            case ast.Call(func=ast.Name(id="cast"), args=[annotation, _]):
                yield from _quoted(annotation)


def _quoted(annotation: ast.expr) -> Iterator[str]:
    for node in ast.walk(annotation):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from re.findall(r"\w+", node.value)


def is_meant(path: str, name: str) -> bool:
    of_folder = any(path.startswith(folder) and name in names for folder, names in FOUND_BY_FOLDER.items())
    by_parts = path == "briefgen/catalogue/theme_words.py" and name.startswith(
        "search_"
    )  # words[`search_${…}`]
    is_rule = path.startswith("briefgen/rules/") and name.isupper()  # tests/rules show that each is found
    return of_folder or by_parts or is_rule or name in MEANT or bool(CALLED_BY_LIBRARIES.fullmatch(name))


def test_nothing_is_idle() -> None:
    trees = {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "briefgen").rglob("*.py"))
    }
    templates = (ROOT / "briefgen/theme").rglob("*.html")
    used = {name for tree in trees.values() for name in named(tree)}
    used |= {word for path in templates for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}
    scripts = (ROOT / "briefgen/theme/assets").glob("*.js/*.js")
    used |= {word for path in scripts for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}
    idle = [
        f"{path}:{line} {name}"
        for path, tree in trees.items()
        for line, name in defined(tree)
        if name not in used and not is_meant(path, name)
    ]
    assert idle == []
