"""Whatever people write into titles and errata breaks out of no file that other programs read."""

import csv
import json
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.settings import Settings
from briefgen.render.evidence import cell
from briefgen.render.feeds.entries import Entry, Feed
from briefgen.render.feeds.written import atom, json_feed

_HOSTILE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "</title><script>alert(1)</script>",
            "]]>",
            "<![CDATA[x]]>",
            "&amp;&lt;",
            '" onload="x',
            "=HYPERLINK(1)",
            "\x00\x0b\ufffe",
            "a\nb\r\nc",
            "</script>",
            '","',
        ]
    ),
)
_ATOM = "{http://www.w3.org/2005/Atom}"
_PAGE = "https://example.org/"


def _feed(text: str) -> Feed:
    entry = Entry(_PAGE, f"{_PAGE}b/", text, text, "2025-05-10", "2025-05-11", (text,), (text,))
    return Feed(text, "en", "briefs/index.md", (entry,))


@given(_HOSTILE)
def test_atom_says_what_was_written(text: str) -> None:
    root = ET.fromstring(atom(_feed(text), f"{_PAGE}feed.xml", _PAGE))
    (entry,) = root.findall(f"{_ATOM}entry")
    names = ["id", "title", "link", "published", "updated", "author", "category", "summary"]
    assert [one.tag.removeprefix(_ATOM) for one in entry] == names
    said = entry.findtext(f"{_ATOM}title") or ""
    kept = "".join(char for char in text if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff"))
    kept = "".join(char for char in kept if not "\ud800" <= char <= "\udfff")
    assert said == kept.replace("\r\n", "\n").replace("\r", "\n")


@given(_HOSTILE)
def test_json_feed_says_what_was_written(text: str) -> None:
    said = json.loads(json_feed(_feed(text), f"{_PAGE}feed.json", _PAGE, Settings()))
    assert (said["title"], said["items"][0]["title"], said["items"][0]["tags"]) == (text, text, [text])


@given(_HOSTILE)
def test_a_cell_is_one_cell_and_no_formula(text: str) -> None:
    lines: list[str] = []

    class Lines:
        def write(self, line: str) -> None:
            lines.append(line)

    csv.writer(Lines(), lineterminator="\n").writerow([cell(text), "x"])
    ((said, after),) = csv.reader(lines)
    assert after == "x"
    assert said[:1] not in ("=", "+", "-", "@")
    assert "\n" not in said
