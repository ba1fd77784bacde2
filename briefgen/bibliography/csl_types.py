"""What CSL and BibLaTeX call the same thing: types of works, roles, and fields."""

TYPES = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "legislation",
    "book": "book",
    "broadcast": "video",
    "chapter": "incollection",
    "classic": "book",
    "collection": "collection",
    "dataset": "dataset",
    "document": "misc",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "event": "misc",
    "figure": "image",
    "graphic": "image",
    "hearing": "legadminmaterial",
    "interview": "misc",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "map": "image",
    "motion_picture": "movie",
    "musical_score": "music",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "personal_communication": "letter",
    "post": "online",
    "post-weblog": "online",
    "regulation": "legislation",
    "report": "report",
    "review": "review",
    "review-book": "review",
    "software": "software",
    "song": "music",
    "speech": "unpublished",
    "standard": "standard",
    "thesis": "thesis",
    "treaty": "legislation",
    "webpage": "online",
}
"""BibLaTeX's entry types by CSL's."""

NAMES = {
    "author": "author",
    "editor": "editor",
    "editorial-director": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
    "chair": "chair",
    "collection-editor": "serieseditor",
    "compiler": "compiler",
    "composer": "composer",
    "contributor": "contributor",
    "curator": "curator",
    "director": "director",
    "executive-producer": "producer",
    "guest": "guest",
    "host": "host",
    "illustrator": "illustrator",
    "interviewer": "interviewer",
    "narrator": "narrator",
    "organizer": "organizer",
    "original-author": "originalauthor",
    "performer": "performer",
    "producer": "producer",
    "recipient": "recipient",
    "reviewed-author": "reviewed",
    "script-writer": "scriptwriter",
    "series-creator": "creator",
}
"""BibLaTeX's fields of names by CSL's variables."""

DATES = {
    "issued": "date",
    "accessed": "urldate",
    "event-date": "eventdate",
    "original-date": "origdate",
}

_TEXTS = {
    "title": "title",
    "title-short": "shorttitle",
    "shortTitle": "shorttitle",
    "collection-title": "series",
    "number-of-volumes": "volumes",
    "volume": "volume",
    "volume-title": "titleaddon",
    "part-number": "part",
    "part": "part",
    "edition": "edition",
    "version": "version",
    "page": "pages",
    "chapter-number": "chapter",
    "event": "eventtitle",
    "event-title": "eventtitle",
    "event-place": "venue",
    "original-title": "origtitle",
    "original-publisher": "origpublisher",
    "original-publisher-place": "origlocation",
    "publisher": "publisher",
    "publisher-place": "location",
    "status": "pubstate",
    "medium": "howpublished",
    "archive": "archive",
    "archive_location": "archive-location",
    "archive-place": "archive-place",
    "archive_place": "archive-place",
    "authority": "institution",
    "references": "citation",
    "genre": "type",
    "language": "language",
    "abstract": "abstract",
    "annote": "annote",
    "keyword": "keywords",
    "note": "note",
    "DOI": "doi",
    "URL": "url",
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMID": "pmid",
    "PMCID": "pmcid",
}

_ARTICLES = frozenset(
    {"article", "article-journal", "article-magazine", "article-newspaper", "review", "review-book"}
)

_IN_SECTIONS = frozenset({"article-newspaper", "article-magazine", "hearing"})


def field_of(kind: str, variable: str) -> str:
    """The field of BibLaTeX's for a variable of an item; the variable itself where there is none."""
    if variable == "container-title":
        if kind in _ARTICLES or kind in ("legal_case", "legislation", "bill"):
            return "journaltitle"
        return "organization" if TYPES.get(kind) == "online" else "booktitle"
    if variable == "section" and kind in _IN_SECTIONS:
        return "titleaddon"
    if variable in ("dimensions", "scale"):
        return "addendum"
    if variable == "collection-number":
        return "number"
    if variable == "number":
        return "eid" if kind in _ARTICLES else "number"
    if variable == "issue":
        return "number" if kind in _ARTICLES else "issue"
    if variable == "publisher" and kind in ("thesis", "report"):
        return "institution"
    return _TEXTS.get(variable, variable)
