"""A file of CSL-YAML, taken apart into items with their places."""

from briefgen import rules
from briefgen.decode.compose import compose
from briefgen.decode.nodes import Mapping, Node, Scalar, Sequence, Unread
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.csl import CslItem
from briefgen.text import TextFile


def decode_csl_yaml(file: TextFile, report: Report) -> tuple[CslItem, ...]:
    """The items of a list, or of one under ``references``; all other keys of the file are not ours."""
    found: list[Diagnostic] = []
    root = compose(file.span(0, len(file.text)), found.append, foreign=True)
    # A field with a character that cannot be shown, an abstract mostly, does without: nobody typed it.
    for finding in (one for one in found if one.rule is not rules.YAML_CHARACTER):
        report(Diagnostic(rules.BIBTEX_SYNTAX, finding.span, finding.message, finding.notes, finding.hint))
    if isinstance(root, Mapping):
        listed = [entry.value for entry in root.all_of("references")]
        root = listed[0] if listed else None
    if not isinstance(root, Sequence):
        return ()
    return tuple(_item(node) for node in root.items if isinstance(node, Mapping))


def _item(node: Mapping) -> CslItem:
    return CslItem({entry.key: _plain(entry.value) for entry in node.entries}, node.span)


def _plain(node: Node) -> object:
    match node:
        case Scalar():
            return None if node.null else node.value
        case Sequence():
            return [_plain(item) for item in node.items]
        case Mapping():
            return {entry.key: _plain(entry.value) for entry in node.entries}
        case Unread():
            return None
