"""Whatever people write into titles and errata breaks out of no file that other programs read."""

import csv
import json
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.cli.main import main
from briefgen.model.settings import Settings
from briefgen.render.evidence import cell
from briefgen.render.feeds.entries import Entry, Feed
from briefgen.render.feeds.written import atom, json_feed
from tests.record.story import CAPTURE, HASH
from tests.render.site_markdown import site_html
from tests.sweep import SWEEP

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


_ATTEMPTS = (
    "</title></script><script>canary()</script><img src=x onerror=canary()>",
    "]]></summary><entry/><!-- --> <![CDATA[x]]>",
    "&lt;img src=x onerror=canary()&gt; &#60;script&#62;",
    '" onload="canary()" x=\'',
    '=HYPERLINK("https://evil.example/")',
    "![x](javascript:canary()) [y](javascript:canary()) <javascript:canary()>",
    "{: onclick=canary() } {{ canary() }} ${canary()} {% x %}",
    "# x { #__config }  | a | b |",
    '","headline":"x"}',
    "*a _b `c ~d~ ^e^ ==f== ++g++ [^1] --8<-- *[HTML]: x",
    "\\",
    "\u2028\u202e\u200b\ufeff",
)
_TEXT = st.one_of(st.sampled_from(_ATTEMPTS), st.text(max_size=30)).filter(
    lambda text: any(letter.isalpha() for letter in text) and len(text.split()) == len(text.split(" "))
)
_FIELDS = "reviewer reply was now why where person role interests name".split()


@settings(max_examples=4 * SWEEP, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(_FIELDS, _TEXT)))
def test_what_stands_in_any_field_of_the_record_breaks_out_of_nothing(said: dict[str, str]) -> None:
    _compile_and_look(said)


def test_most_attempts_are_printed_and_not_refused() -> None:
    assert _compile_and_look(dict(zip(_FIELDS, cycle(_ATTEMPTS[:8]), strict=False)))


def _compile_and_look(said: dict[str, str]) -> bool:
    """Whether it was published, and not refused with a word why."""
    with TemporaryDirectory() as name:
        root = Path(name)
        _write(root, {field: json.dumps(text) for field, text in said.items()}, said)
        if main(["compile", "--no-cache", "-q", "--root", str(root)]) != 0:
            return False
        docs = root / "docs"
        for place in docs.rglob("*.xml"):
            ET.fromstring(place.read_text("utf-8"))
        for place in docs.rglob("*.json"):
            json.loads(place.read_text("utf-8"))
        (table,) = docs.rglob("*.evidence.csv")
        rows = [*csv.reader(table.read_text("utf-8").splitlines())]
        assert {len(row) for row in rows} == {len(rows[0])}
        for place in docs.rglob("*.md"):
            head, _, body = place.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
            front = yaml.safe_load(head)
            assert isinstance(front, dict), place
            seen = _Harmful()
            seen.feed(site_html(body))
            assert seen.found == [], place
        page = (docs / "briefs/bridge.md").read_text("utf-8").split("\n---\n")[0].removeprefix("---\n")
        ours = yaml.safe_load(page)["briefgen"]
        assert ours["schema"]["@type"] == "Report"
        assert [review["@type"] for review in ours["reviews"]] == ["ClaimReview"]
        assert ours["schema"]["headline"] == "The bridge"
    return True


def test_the_property_can_fail() -> None:
    seen = _Harmful()
    seen.feed(site_html("<b onclick=canary()>x</b> [y](javascript:canary()) <script>canary()</script>"))
    assert len(seen.found) == 3


class _Harmful(HTMLParser):
    """What on a page would run, or load what nobody named."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "img", "iframe", "object", "embed", "base", "meta", "style"):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith(("javascript:", "data:")):
                self.found.append(f"{tag} {name}={value}")


def _write(root: Path, quoted: dict[str, str], said: dict[str, str]) -> None:
    (root / "sources").mkdir()
    (root / "seeds").mkdir()
    (root / "seeds/herald.txt").write_text(CAPTURE, "utf-8")
    (root / "mkdocs.yml").write_text(
        f"""site_name: The Example Desk
site_url: https://example.org/
theme: {{name: material, language: en}}
extra:
  briefgen:
    names: [{json.dumps("Example, " + said["name"])}]
    about:
      people: [{{name: {quoted["person"]}, role: {quoted["role"]}, interests: {quoted["interests"]}}}]
""",
        "utf-8",
    )
    (root / "sources/captures.yml").write_text(
        f"herald:\n  file: seeds/herald.txt\n  sha256: {HASH}\n  captured: 2025-05-02\n  language: en\n",
        "utf-8",
    )
    (root / "sources/references.bib").write_text(
        "@online{herald, title = {The old bridge}, date = {2025-05-02}, url = {https://example.com/bridge}}\n"
        "@online{post, title = {The post}, date = {2025-05-02}, url = {https://example.com/post}}\n",
        "utf-8",
    )
    (root / "sources/bridge.md").write_text(
        f"""---
title: The bridge
date: 2025-05-10
updated: 2026-01-10
version: "1.1"
status: withdrawn
about: herald
aliases: [old-bridge]
reviewers: [{quoted["reviewer"]}]
reply:
  - {{work: herald, asked: 2025-05-03, answered: 2025-05-04, said: {quoted["reply"]}}}
errata:
  - {{date: 2025-06-01, kind: correction, was: {quoted["was"]}, now: {quoted["now"]}}}
  - {{date: 2026-01-10, kind: retraction, was: {quoted["where"]}, now: {quoted["why"]}}}
---

:::: {{.correction #monday verdict=false}}
### The day

> the old bridge closes on Monday
> [@herald]

It closes on Sunday [@post].
::::

It was [opened]{{.event date=1911-02-28}}, and [closed]{{.event date=2025-05-05}} again.
""",
        "utf-8",
    )
