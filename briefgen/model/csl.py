"""Items of CSL, the form in which Zotero, Pandoc and Crossref hand works on."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class CslItem:
    """One item as its file has it: texts, numbers, lists and mappings; `span` is the whole of it."""

    values: Mapping[str, object]
    span: Span
