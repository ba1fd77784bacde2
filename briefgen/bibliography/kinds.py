"""Entry types of BibTeX and BibLaTeX, and the reference pattern each is printed by."""

from briefgen.model.work import WorkKind

_KINDS = {
    WorkKind.ARTICLE: "article review suppperiodical newspaper newsarticle magazine",
    WorkKind.BOOK: """
        book mvbook collection mvcollection reference mvreference proceedings mvproceedings periodical
    """,
    WorkKind.CHAPTER: """
        inbook bookinbook suppbook incollection suppcollection inreference inproceedings conference
    """,
    WorkKind.REPORT: "report techreport booklet manual standard patent",
    WorkKind.THESIS: "thesis phdthesis mastersthesis mathesis bathesis",
    WorkKind.WEB: "online electronic www webpage",
    WorkKind.LEGAL: "legislation legal jurisdiction legadminmaterial commentary",
    WorkKind.DATASET: "dataset data",
    WorkKind.SOFTWARE: "software code",
    WorkKind.MEDIA: "video audio movie music performance image artwork",
}
_BY_TYPE = {entry_type: kind for kind, types in _KINDS.items() for entry_type in types.split()}


def kind_of(entry_type: str) -> WorkKind:
    """The reference pattern for a lower-case entry type; `GENERAL` for every type not known here."""
    return _BY_TYPE.get(entry_type, WorkKind.GENERAL)
