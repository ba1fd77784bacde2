"""Printed references, free of any markup: those of our own pattern, and those in a style of CSL."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.model.inline import Citation


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of text that is shown in one way: plain, emphasised (a title), or as a link to `url`.

    `text` is plain Unicode: whoever prints it escapes it. `script` is ``sub`` or ``sup`` for lowered and
    raised letters. `strong` and `small_caps` are asked for by styles of CSL alone. `lang` is that of a title
    that is a link, where the page has another.
    """

    text: str
    emphasised: bool = False
    url: str = ""
    script: str = ""
    strong: bool = False
    small_caps: bool = False
    lang: str = ""


Fragments = tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class StyledCitation:
    """A citation in a style: what its note says, or what stands in the text; `names` is what stands in the
    text of a narrative citation whose note says the rest."""

    text: Fragments
    names: Fragments = ()


@dataclass(frozen=True, slots=True)
class StyledBrief:
    """What a style makes of one brief: its citations, and the entries of its list of works in their order."""

    citations: Mapping[Citation, StyledCitation] = field(default_factory=dict)
    entries: Mapping[str, Fragments] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Styled:
    """What a style makes of all briefs, by the paths of their files, and of each work by itself.

    A brief's is the text of the answer about it: most pages are as they were, and nobody reads it.

    With `in_notes` the notes are the citations. Otherwise these stand in the text, unless they are
    `numbers`, for which the marks of our own notes stand.
    """

    in_notes: bool
    numbers: bool
    briefs: Mapping[str, str]
    works: Mapping[str, Fragments]
