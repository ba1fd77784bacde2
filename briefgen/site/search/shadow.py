"""A record as the page that Pagefind is given, and what is added to what Pagefind makes of it."""

from collections.abc import Callable, Iterator
from html import escape

from briefgen.site.search.records import Record, RecordKind

Marking = Callable[[str], str]
"""What is done to text before it is indexed."""

_NOTE_NAME = 12
"""Words of a footnote that name it in a list of hits."""


def address_of(record: Record) -> str:
    """The address that the index has of a record, which no other record has; they stand in its order."""
    folder = record.page.address.removesuffix("/")
    name = "-".join(filter(None, (record.kind, record.language, str(record.number), record.page.date)))
    return f"{folder}~/{name}.html"


def shadow_page(record: Record, marking: Marking, *, with_metadata: bool = False) -> str:
    """The record as HTML: its filters and its text.

    No metadata: Pagefind would search that as if it were text, and whoever looks for “brief” would find
    every record. `added_to_fragment` puts it where it is only read. (An empty title, as it would take that of
    the first heading.) `with_metadata` is for a Pagefind whose files cannot be added to.
    """
    lines = [f'<!doctype html><html lang="{record.language}"><head><meta charset="utf-8"></head>']
    lines.append("<body data-pagefind-body>")
    lines += [
        f'<i data-pagefind-meta="{name}[v]" v="{escape(value)}"></i>'
        for name, value in ({"title": ""} | (metadata(record) if with_metadata else {})).items()
    ]
    lines += [
        f'<i data-pagefind-filter="{name}[v]" v="{escape(value)}"></i>' for name, value in _filters(record)
    ]
    for piece in record.pieces:
        text = escape(marking(piece.text), quote=False)
        attributes = _id(piece.identifier) + _weight(record.kind, piece.element)
        lines.append(f"<{piece.element}{attributes}>{text}</{piece.element}>")
    lines.append("</body></html>")
    return "\n".join(lines)


def metadata(record: Record) -> dict[str, str]:
    """What a list of hits shows of a record."""
    said = {
        "title": record.page.title,
        "page": record.page.address,
        "kind": str(record.kind),
        "date": record.page.date,
        "lang": record.page.title_language,
    }
    return {name: value for name, value in said.items() if value or name == "page"}


def added_to_fragment(fragment: dict[str, object], record: Record) -> dict[str, object]:
    """A record as Pagefind stores it, with its metadata, and without what no list of hits shows.

    That is the text of footnotes a second time, and filters but for the work that a record is.
    """
    anchors = fragment["anchors"]
    assert isinstance(anchors, list)
    shortened = [
        anchor | {"text": " ".join(anchor["text"].split()[:_NOTE_NAME])}
        if anchor["element"] == "li"
        else anchor
        for anchor in anchors
    ]
    works = {"work": list(record.page.works)} if record.kind is RecordKind.WORK else {}
    return fragment | {"meta": metadata(record), "anchors": shortened, "filters": works}


def _filters(record: Record) -> Iterator[tuple[str, str]]:
    page = record.page
    yield "kind", record.kind
    if page.date:
        yield "year", page.date[:4]
    for name, values in (("topic", page.topics), ("verdict", page.verdicts), ("work", page.works)):
        for value in values:
            yield name, value


def _weight(kind: RecordKind, element: str) -> str:
    # A work is little more than its title, which would put every work before the briefs about it.
    return ' data-pagefind-weight="1"' if kind is RecordKind.WORK and element == "h1" else ""


def _id(identifier: str) -> str:
    return f' id="{escape(identifier)}"' if identifier else ""
