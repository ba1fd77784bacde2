"""Reading the settings of a site of mkdocs-bibtex: what the plugin is told, and where."""

from dataclasses import dataclass

from briefgen.decode.nodes import Entry, Mapping, Node, Scalar, Sequence
from briefgen.model.layout import project
from briefgen.moving.yaml_values import Value, inside, mapping_of, settings_of, text_of, value_of
from briefgen.text import Span, TextFile

SITE = project.SETTINGS
PLUGIN = "bibtex"
_OURS = frozenset(
    "bib_file bib_dir bib_command bib_by_default full_bib_command csl_file csl_file_encoding cite_inline "
    "footnote_format unescape_for_arithmatex footnote_format".split()
)


@dataclass(frozen=True, slots=True)
class Bibtex:
    """What a site tells the plugin, and where in its settings it stands.

    `place` is the item of the list of plugins, of which `indent` is the column.
    """

    options: dict[str, Value]
    place: Span
    docs: str
    theme: str

    def option(self, key: str, default: str = "") -> str:
        """An option as a text."""
        return text_of(self.options.get(key)) or default


def has_bibtex(file: TextFile) -> bool:
    """Whether settings name the plugin."""
    return read_bibtex(file) is not None


def read_bibtex(file: TextFile) -> Bibtex | None:
    """What settings say to the plugin; None where they do not name it. Raises CannotRunError."""
    values = settings_of(file)
    root = mapping_of(file.span(0, len(file.text)))
    if root is None:
        return None
    theme = inside(values, "theme")
    docs = text_of(inside(values, "docs_dir")) or project.DOCS
    name = text_of(theme) or text_of(inside(theme, "name"))
    for entry in root.all_of("plugins"):
        for item in _items(entry.value):
            found = _plugin(item)
            if found is not None:
                return Bibtex(*found, docs.rstrip("/"), name)
    return None


def _items(node: Node) -> tuple[Node | Entry, ...]:
    if isinstance(node, Sequence):
        return node.items
    return node.entries if isinstance(node, Mapping) else ()


def _plugin(item: Node | Entry) -> tuple[dict[str, Value], Span] | None:
    """The options of the plugin and its place in the list, if it is this item."""
    if isinstance(item, Entry) and item.key == PLUGIN:
        return _mapping(value_of(item.value)), item.key_span.to(item.value.span)
    if isinstance(item, Scalar) and item.value == PLUGIN:
        return {}, item.span
    if isinstance(item, Mapping) and (named := item.all_of(PLUGIN)):
        end = max(named[0].key_span.end + 1, named[0].value.span.end)
        return _mapping(value_of(named[0].value)), item.span.file.span(named[0].key_span.start, end)
    return None


def _mapping(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}
