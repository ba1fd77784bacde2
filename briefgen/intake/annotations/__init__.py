"""Annotations made with other tools: read, and written down as the scaffold of an annotated source file.

`hypothesis`, `w3c` and `zotero` read one format each; `scaffold` writes.
"""

import json

from briefgen.intake.annotations.annotation import Annotation, NotAnnotationsError
from briefgen.intake.annotations.hypothesis import is_hypothesis, read_hypothesis
from briefgen.intake.annotations.scaffold import Scaffold, make_scaffold
from briefgen.intake.annotations.w3c import read_w3c
from briefgen.intake.annotations.zotero import read_zotero

__all__ = ["Annotation", "NotAnnotationsError", "Scaffold", "make_scaffold", "read_annotations"]


def read_annotations(text: str) -> tuple[Annotation, ...]:
    """The annotations of an exported file, in its order. Raises NotAnnotationsError."""
    if text.lstrip()[:1] in ("{", "["):
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise NotAnnotationsError("looks like JSON, but is damaged", (str(error),)) from error
        found = read_hypothesis(value) if is_hypothesis(value) else read_w3c(value)
    else:
        found = read_zotero(text)
    if not found:
        raise NotAnnotationsError("holds no annotations", ())
    return found
