"""Feeds as Atom (RFC 4287) and as JSON Feed 1.1.

XML is written by the standard library: what is needed of Atom are some ten elements, and a library for feeds
brings a parser of XML in C, clocks and defaults along.
"""

import json
import re
from xml.etree import ElementTree as ET

from briefgen.model.settings import Settings
from briefgen.render.feeds.entries import Entry, Feed

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, not even as a reference."""


def atom(feed: Feed, own: str, page: str) -> str:
    """A feed as Atom; `own` is its address, `page` that of the page for people."""
    root = ET.Element("feed", {"xmlns": _ATOM, _LANG: feed.lang})
    _put(root, "id", own)
    _put(root, "title", feed.title)
    _put(root, "updated", _moment(feed.updated))
    _put(root, "link", rel="self", type="application/atom+xml", href=own)
    _put(root, "link", rel="alternate", type="text/html", href=page)
    for entry in feed.entries:
        _put_entry(root, entry)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def json_feed(feed: Feed, own: str, page: str, settings: Settings) -> str:
    """A feed as JSON Feed."""
    items = [
        {
            "id": entry.identifier,
            "url": entry.address,
            "title": entry.title,
            "content_text": entry.text,
            "date_published": _moment(entry.published),
            "date_modified": _moment(entry.updated),
            "authors": [{"name": name} for name in entry.authors],
            "language": feed.lang,
        }
        | ({"tags": list(entry.tags)} if entry.tags else {})
        for entry in feed.entries
    ]
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": page,
        "feed_url": own,
        "language": feed.lang,
        "authors": [{"name": settings.publisher or settings.site_name}],
        "items": items,
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _put_entry(root: ET.Element, entry: Entry) -> None:
    told = ET.SubElement(root, "entry")
    _put(told, "id", entry.identifier)
    _put(told, "title", entry.title)
    _put(told, "link", rel="alternate", type="text/html", href=entry.address)
    _put(told, "published", _moment(entry.published))
    _put(told, "updated", _moment(entry.updated))
    for name in entry.authors:
        _put(ET.SubElement(told, "author"), "name", name)
    for tag in entry.tags:
        _put(told, "category", term=tag)
    _put(told, "summary", entry.text)


def _put(parent: ET.Element, name: str, text: str = "", **attributes: str) -> None:
    element = ET.SubElement(parent, name, {key: _NOT_XML.sub("", value) for key, value in attributes.items()})
    if text:
        element.text = _NOT_XML.sub("", text)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
