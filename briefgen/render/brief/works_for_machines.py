"""Works as schema.org has them."""

from briefgen.bibliography.reference import format_reference, plain
from briefgen.model.work import Work, WorkKind

_SCHEMA_TYPES = {
    WorkKind.ARTICLE: "Article",
    WorkKind.BOOK: "Book",
    WorkKind.CHAPTER: "Chapter",
    WorkKind.REPORT: "Report",
    WorkKind.THESIS: "Thesis",
    WorkKind.WEB: "Article",
    WorkKind.LEGAL: "Legislation",
    WorkKind.DATASET: "Dataset",
    WorkKind.SOFTWARE: "SoftwareApplication",
    WorkKind.MEDIA: "MediaObject",
    WorkKind.GENERAL: "CreativeWork",
}


def work_object(work: Work) -> dict[str, object]:
    """A work that is cited or examined."""
    names = [
        {"@type": "Organization", "name": name.literal}
        if name.literal
        else {"@type": "Person", "name": name.full}
        for name in work.authors
    ]
    said: dict[str, object] = {
        "@type": _SCHEMA_TYPES[work.kind],
        "name": work.title or plain(format_reference(work, "en")),
        "author": names,
        "datePublished": work.date.iso() if work.date else "",
        "inLanguage": work.language,
        "url": work.url,
        "identifier": f"https://doi.org/{work.doi}" if work.doi else "",
    }
    return {key: value for key, value in said.items() if value}
