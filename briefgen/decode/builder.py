"""What of mkdocs.yml the site's builder needs to show briefs as they are written."""

from collections.abc import Iterator

from briefgen.decode.compose import compose
from briefgen.decode.nodes import Mapping, Node, Scalar, Sequence, Unread
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.layout import project
from briefgen.model.named import Reference
from briefgen.text import TextFile

EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "pymdownx.superfences")
"""What our output is written for, beside what MkDocs has on of itself."""


_BUNDLES = {
    "extra": ("attr_list", "def_list", "footnotes", "md_in_html"),
    "pymdownx.extra": ("attr_list", "def_list", "footnotes", "md_in_html", "pymdownx.superfences"),
}


def lacking_settings(file: TextFile) -> tuple[str, ...]:
    """What mkdocs.yml lacks, each in words an author can add; nothing of a file that cannot be read."""
    found: list[Diagnostic] = []  # what is wrong with the file is said where its settings are decoded
    root = compose(file.span(0, len(file.text)), found.append, foreign=True)
    if not isinstance(root, Mapping):
        return ()
    names = {
        name.removeprefix("markdown.extensions.") for name in _names(_value(root, "markdown_extensions"))
    }
    names |= {part for bundle in names & _BUNDLES.keys() for part in _BUNDLES[bundle]}
    lacking = [f"markdown_extensions: {name}" for name in EXTENSIONS if name not in names]
    theme = _value(root, "theme")
    folder = _value(theme, "custom_dir") if isinstance(theme, Mapping) else None
    if not isinstance(folder, Scalar) or folder.value.strip("./") != project.THEME.strip("./"):
        lacking.append(f"theme: custom_dir: {project.THEME}")
    return tuple(lacking)


_KEYS = frozenset(
    """copyright docs_dir draft_docs edit_uri edit_uri_template exclude_docs extra extra_css extra_javascript
    markdown_extensions nav not_in_nav plugins repo_name repo_url site_author site_description site_name
    site_url strict theme use_directory_urls validation""".split()
)
_THEME_KEYS = frozenset(
    "custom_dir direction favicon features font icon language logo name palette variant".split()
)
_PLAIN_EXTENSIONS = frozenset(
    """abbr admonition attr_list codehilite def_list extra fenced_code footnotes md_in_html meta nl2br
    sane_lists smarty tables toc pymdownx.caret pymdownx.details pymdownx.extra pymdownx.highlight
    pymdownx.inlinehilite pymdownx.keys pymdownx.mark pymdownx.superfences pymdownx.tabbed pymdownx.tasklist
    pymdownx.tilde""".split()
)
_PLAIN_PLUGINS = frozenset({"search", "material/search"})


def needs_only_docs(file: TextFile) -> bool:
    """Whether the builder, set up by this mkdocs.yml, makes a site of ``docs/`` and our theme alone.

    Not where the file asks for anything that is not known here, which may read other files, ask the
    machine for its settings (``!ENV``), or run code.
    """
    found: list[Diagnostic] = []
    root = compose(file.span(0, len(file.text)), found.append, foreign=True)
    if not isinstance(root, Mapping) or found or "!" in file.text:
        return False
    docs, theme, plugins = (_value(root, key) for key in ("docs_dir", "theme", "plugins"))
    extensions = _names(_value(root, "markdown_extensions"))
    return (
        {entry.key for entry in root.entries} <= _KEYS
        and {*_names(docs)} <= {project.DOCS}
        and isinstance(theme, Mapping)
        and {entry.key for entry in theme.entries} <= _THEME_KEYS
        and not lacking_settings(file)
        and {*_names(plugins)} <= _PLAIN_PLUGINS
        and {name.removeprefix("markdown.extensions.") for name in extensions} <= _PLAIN_EXTENSIONS
    )


def says_of_anchors(file: TextFile) -> bool:
    """Whether mkdocs.yml says what the builder is to do about links to places that are not on their page."""
    found: list[Diagnostic] = []
    root = compose(file.span(0, len(file.text)), found.append, foreign=True)
    said = _value(root, "validation") if isinstance(root, Mapping) else None
    of_links = _value(said, "links") if isinstance(said, Mapping) else None
    return any(isinstance(one, Mapping) and one.all_of("anchors") for one in (said, of_links))


def listed_scripts(file: TextFile) -> frozenset[str]:
    """The files of scripts that mkdocs.yml has the builder put into pages; nothing of what cannot be read."""
    found: list[Diagnostic] = []
    root = compose(file.span(0, len(file.text)), found.append, foreign=True)
    listed = _value(root, "extra_javascript") if isinstance(root, Mapping) else None
    items = listed.items if isinstance(listed, Sequence) else ()
    paths = (_value(item, "path") if isinstance(item, Mapping) else item for item in items)
    return frozenset(path.value for path in paths if isinstance(path, Scalar))


def places_of_builder(file: TextFile, report: Report) -> Iterator[tuple[str, Reference]]:
    """The files and folders that mkdocs.yml has its builder read, each with the key that names it.

    A value that only the builder can work out (``!ENV``) is none. What cannot be read as YAML is reported.
    """
    root = compose(file.span(0, len(file.text)), report, foreign=True)
    if not isinstance(root, Mapping):
        return
    theme = _value(root, "theme")
    named: list[tuple[str, Node | None]] = [
        (key, _value(root, key)) for key in (PARENT, DOCS_FOLDER, "hooks")
    ]
    named += [("theme.custom_dir", _value(theme, "custom_dir"))] if isinstance(theme, Mapping) else []
    for extension, settings in _with_settings(_value(root, "markdown_extensions")):
        if extension.rpartition(".")[2] == "snippets" and isinstance(settings, Mapping):
            named.append((f"{extension}.base_path", _value(settings, "base_path")))
    for key, node in named:
        for item in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(item, Scalar) and item.value.strip():
                yield key, Reference(item.value.strip(), item.span)


PARENT, DOCS_FOLDER = "INHERIT", "docs_dir"
"""The keys of mkdocs.yml that name the settings it adds to, and the folder of pages."""


def _with_settings(node: Node | None) -> Iterator[tuple[str, Node]]:
    """The extensions that have settings, with them."""
    for item in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(item, Mapping):
            yield from ((entry.key, entry.value) for entry in item.entries)


def _value(mapping: Mapping, key: str) -> Node | None:
    entries = mapping.all_of(key)
    return entries[-1].value if entries else None


def _names(node: Node | None) -> Iterator[str]:
    """The names of a list whose items are names, or names with settings below."""
    match node:
        case Scalar():
            yield node.value
        case Sequence():
            for item in node.items:
                yield from _names(item)
        case Mapping():
            yield from (entry.key for entry in node.entries)
        case Unread() | None:
            pass
