"""No field that Pandoc prints is lost: every type of entry, in three languages.

What is compared are facts, not punctuation: each field of an entry has a word or a number of its own, and
where Pandoc's reference holds it, ours does.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from briefgen.bibliography.reference import format_reference
from briefgen.bibliography.works_of_files import parse_bibliography
from briefgen.text import TextFile
from tests.bibliography.entry_types import ENTRIES, as_bib
from tests.bibliography.reading import marked
from tests.pandoc import pandoc_path

LANGUAGES = ("de", "en", "fr")
WORD = re.compile(r"[^\W_]{2,}|\d+")
# What is said in other words, or not at all, and why.
IN_OTHER_WORDS = frozenset(
    {"date", "urldate", "eventdate", "language", "origlanguage", "type", "edition", "series"}
)
LEFT_OUT: dict[str, str] = {
    "url": "a DOI takes the place of the address",
    "urldate": "said with the address alone",
    "issn": "names the journal, which is named",
    "volumes": "of one volume its number is said, of all of them how many they are",
}


@cache
def by_pandoc(lang: str) -> dict[str, str]:
    """Pandoc's references by the keys of their entries."""
    bib = "\n".join(as_bib(kind) for kind in ENTRIES)
    command = [
        str(pandoc_path()),
        "--from",
        "biblatex",
        "--citeproc",
        "--to",
        "json",
        "--metadata",
        f"lang={lang}",
    ]
    done = subprocess.run(command, input=bib.encode(), capture_output=True, timeout=120, check=True)
    return dict(_references(json.loads(done.stdout)["blocks"]))


def _references(nodes: list[Any]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if node["t"] == "Div":
            (name, _, _), inside = node["c"]
            if name.startswith("ref-"):
                yield name.removeprefix("ref-"), " ".join(_texts(inside))
            else:
                yield from _references(inside)


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if node.get("t") == "Str":
            yield node["c"]
        elif node.get("t") == "Link":
            yield from _texts(node["c"][1])
            yield node["c"][2][0]
        else:
            yield from _texts(node.get("c"))
    elif isinstance(node, list):
        for one in node:
            yield from _texts(one)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_lost(lang: str) -> None:
    lost = {}
    for kind, fields in ENTRIES.items():
        theirs, ours = WORD.findall(by_pandoc(lang)[kind]), WORD.findall(by_us(kind, lang))
        for name in fields.keys() - IN_OTHER_WORDS - LEFT_OUT.keys():
            if words := [one for one in WORD.findall(fields[name]) if one in theirs and one not in ours]:
                lost[kind, name] = words
    assert lost == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_is_printed_though_pandoc_has_less(lang: str) -> None:
    lost = {}
    for kind, fields in ENTRIES.items():
        ours = WORD.findall(by_us(kind, lang))
        for name in fields.keys() - IN_OTHER_WORDS - LEFT_OUT.keys():
            if words := [one for one in WORD.findall(fields[name]) if one not in ours]:
                lost[kind, name] = words
    assert lost == {}


def by_us(kind: str, lang: str) -> str:
    works = parse_bibliography(TextFile("sources/references.bib", as_bib(kind)), lambda _: None)
    return marked(format_reference(works[0], lang))


def test_all_are_asked() -> None:
    assert len(ENTRIES) >= 30
    assert by_pandoc("en").keys() == ENTRIES.keys()
