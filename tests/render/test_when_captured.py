"""When a copy was made, as readers are told it: a day only where somebody noted it."""

import re
from html import unescape
from pathlib import Path

from briefgen.pipeline import compile_briefs
from tests.evidence.projects import brief, make_project

WORKS = {
    "noted": ("2025-06-17", ""),
    "timed": ("2025-06-17T13:34Z", ""),
    "nobody": ("unknown", ""),
    "dated": ("on or after 2025-06-17", "2025-06-17"),
}
SAID = {
    "en": {
        "noted": [("Copied on", "17 June 2025")],
        "timed": [("Copied on", "17 June 2025, 13:34 UTC")],
        "nobody": [("Copied", "the day is not known")],
        "dated": [("Copied", "on or after 17 June 2025"), ("Date on the document", "17 June 2025")],
    },
    "de": {
        "noted": [("Kopiert am", "17. Juni 2025")],
        "timed": [("Kopiert am", "17. Juni 2025, 13:34 UTC")],
        "nobody": [("Kopiert", "der Tag ist nicht bekannt")],
        "dated": [("Kopiert", "am 17. Juni 2025 oder später"), ("Datum auf dem Dokument", "17. Juni 2025")],
    },
}


def test_readers_are_told_no_more_than_is_known(tmp_path: Path) -> None:
    texts = {key: f"The {key} bridge is closed.\n" for key in WORKS}
    briefs = {
        f"{lang}-{key}": brief(f"> {text.strip()} [@{key}]", lang=lang, about=key)
        for lang in SAID
        for key, text in texts.items()
    }
    root = make_project(tmp_path / "p", texts, briefs)
    listed = root / "sources" / "captures.yml"
    entries = listed.read_text("utf-8")
    for key, (captured, stamped) in WORKS.items():
        more = f"\n  stamped: {stamped}" if stamped else ""
        head, found, tail = entries.partition(f"{key}:\n  captured: '2025-05-07'")
        assert found
        entries = f"{head}{key}:\n  captured: {captured}{more}{tail}"
    listed.write_text(entries, "utf-8")
    compiled = compile_briefs(root)
    assert not compiled.findings
    pages = {page.path: page.text for page in compiled.value.pages}
    for lang, said in SAID.items():
        for key, rows in said.items():
            page = unescape(pages[f"briefs/{lang}-{key}.md"])
            told: list[tuple[str, str]] = re.findall(r"^([^\n]+)\n:   ([^\n]+)$", page, re.MULTILINE)
            assert [row for row in told if row[0] in _TERMS] == rows


_TERMS = {term for said in SAID.values() for rows in said.values() for term, _ in rows}
