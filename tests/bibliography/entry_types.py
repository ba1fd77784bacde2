"""An entry of every type, each field with a word or number of its own: so a reference shows what it has."""

_COMMON = {
    "title": "Tides",
    "subtitle": "Waves",
    "titleaddon": "Facsimile",
    "date": "1987-04-23",
    "language": "latin",
    "url": "https://address.example/x",
    "urldate": "2011-09-14",
    "addendum": "Stained",
    "pubstate": "Shelved",
}
_PEOPLE = {"author": "Gill, Ana", "translator": "Tann, Uri", "editor": "Oak, Ben"}
_ROLES = {
    "commentator": "Moss, Com",
    "annotator": "Nett, Ann",
    "introduction": "Intra, Ida",
    "foreword": "Ford, Fay",
    "afterword": "Aft, Ava",
}
_HOUSE = {"publisher": "Harbour", "location": "Oslo"}
_WHOLE = {
    "booktitle": "Baskets",
    "booksubtitle": "Reeds",
    "booktitleaddon": "Gathered",
    "maintitle": "Mainsail",
    "mainsubtitle": "Jib",
    "volume": "317",
    "part": "6",
    "chapter": "44",
    "pages": "871--879",
    "series": "Seabird",
    "number": "5521",
    "edition": "3",
    "isbn": "978-3-16-148410-0",
}
_ORIGINAL = {
    "origdate": "1904",
    "origtitle": "Gezeiten",
    "origlanguage": "german",
    "origpublisher": "Urhaus",
    "origlocation": "Bremen",
}
_EVENT = {"eventtitle": "Symposium", "venue": "Lerum", "eventdate": "1986-05-19"}
_BOOK = {
    **_COMMON, **_PEOPLE, **_ROLES, **_HOUSE, **_ORIGINAL,
    "edition": "3", "volumes": "77", "series": "Seabird", "number": "5521", "pages": "871--879",
    "isbn": "978-3-16-148410-0",
}  # fmt: skip
_CHAPTER = {**_COMMON, **_PEOPLE, **_HOUSE, **_WHOLE, **_ORIGINAL, "bookauthor": "Book, Bo"}
_VOLUME = {"maintitle": "Mainsail", "mainsubtitle": "Jib", "volume": "317", "part": "6"}
_ARTICLE = {
    **_COMMON,
    "author": "Gill, Ana",
    "journaltitle": "Journey",
    "journalsubtitle": "Roads",
    "series": "3",
    "volume": "317",
    "number": "5521",
    "pages": "871--879",
    "issuetitle": "Issuance",
    "issn": "1234-5679",
    "doi": "10.1000/qwert",
    "eprint": "2401.00077",
    "eprinttype": "arxiv",
}
_INSTITUTION = {"institution": "Canal Office", "location": "Oslo"}
_REPORT = {
    **_COMMON, **_INSTITUTION, "author": "Gill, Ana", "type": "White paper", "number": "5521",
    "version": "8.2", "pages": "871--879", "series": "Seabird",
}  # fmt: skip
_PLAIN = {
    **_COMMON,
    "author": "Gill, Ana",
    "howpublished": "Leaflet",
    "organization": "Bureau",
    "location": "Oslo",
}

ENTRIES: dict[str, dict[str, str]] = {
    "article": _ARTICLE,
    "review": _ARTICLE,
    "suppperiodical": _ARTICLE,
    "periodical": {
        **_COMMON, "editor": "Oak, Ben", "issuetitle": "Issuance", "volume": "317", "number": "5521",
    },
    "book": {**_BOOK, **_VOLUME},
    "mvbook": _BOOK,
    "collection": {**_BOOK, **_VOLUME},
    "mvcollection": _BOOK,
    "reference": _BOOK,
    "proceedings": {**_COMMON, **_HOUSE, **_EVENT, "editor": "Oak, Ben", "organization": "Bureau"},
    "inbook": _CHAPTER,
    "bookinbook": _CHAPTER,
    "suppbook": _CHAPTER,
    "incollection": _CHAPTER,
    "suppcollection": _CHAPTER,
    "inreference": _CHAPTER,
    "inproceedings": {**_CHAPTER, **_EVENT, "organization": "Bureau"},
    "booklet": {**_PLAIN, "type": "Brochure"},
    "manual": {**_PLAIN, "version": "8.2", "edition": "3", "type": "Handbuch"},
    "report": _REPORT,
    "techreport": {**_REPORT, "publisher": "Harbour"},
    "thesis": {**_COMMON, **_INSTITUTION, "author": "Gill, Ana", "type": "phdthesis"},
    "phdthesis": {**_COMMON, "author": "Gill, Ana", "institution": "Canal Office", "publisher": "Harbour"},
    "mastersthesis": {**_COMMON, "author": "Gill, Ana", "school": "Canal School"},
    "patent": {**_COMMON, "author": "Gill, Ana", "holder": "Bolt, Bea", "number": "5521", "type": "patentus"},
    "online": {**_COMMON, "author": "Gill, Ana", "organization": "Bureau", "version": "8.2"},
    "unpublished": {
        **_COMMON, **_EVENT, "author": "Gill, Ana", "howpublished": "Leaflet", "location": "Oslo",
    },
    "misc": {**_PLAIN, **_ORIGINAL, "type": "Poster", "version": "8.2"},
    "letter": {**_COMMON, "author": "Gill, Ana", "location": "Oslo"},
    "dataset": {
        **_COMMON, **_HOUSE, "author": "Gill, Ana", "version": "8.2", "number": "5521",
        "doi": "10.1000/qwert",
    },
    "software": {**_COMMON, **_HOUSE, "author": "Gill, Ana", "version": "8.2"},
    "video": {**_COMMON, **_HOUSE, "author": "Gill, Ana", "type": "Clip"},
    "audio": {**_COMMON, **_HOUSE, "author": "Gill, Ana"},
    "movie": {**_COMMON, **_HOUSE, "author": "Gill, Ana"},
    "music": {**_COMMON, **_HOUSE, "author": "Gill, Ana"},
    "image": {**_COMMON, **_HOUSE, "author": "Gill, Ana", "howpublished": "Leaflet"},
    "artwork": {**_COMMON, **_HOUSE, "author": "Gill, Ana"},
    "performance": {**_COMMON, **_EVENT, "author": "Gill, Ana"},
    "legislation": {**_COMMON, "number": "5521", "volume": "317", "journaltitle": "Journey", "pages": "871"},
    "jurisdiction": {
        **_COMMON, "institution": "Canal Court", "journaltitle": "Journey", "volume": "317", "pages": "871",
    },
    "standard": {**_COMMON, "organization": "Bureau", "number": "5521", "location": "Oslo"},
}  # fmt: skip


def as_bib(kind: str) -> str:
    """The entry of a type, its key named after it."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in ENTRIES[kind].items())
    return f"@{kind}{{{kind},\n{fields}}}\n"
