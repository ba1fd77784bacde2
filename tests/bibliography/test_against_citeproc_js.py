"""Works in three styles as citeproc-js prints them, recorded; where we differ, it is judged in this table."""

import json
import re
from pathlib import Path

import pytest

from tests.bibliography.by_citeproc_js import RECORDED, STYLES
from tests.bibliography.styles import ENTRIES, LANGUAGES, citations, entries, page, project, styled

BY_JS: dict[str, dict[str, list[str]]] = json.loads(RECORDED.read_text("utf-8"))
JUDGED = {
    ("apa", "dataset"): ("[Dataset]", "[Datensatz]"),
    ("apa", "report"): ("No. 7", "Nr. 7"),
    ("apa", "video"): ("[Video recording]", "[Videoaufnahme]"),
    ("chicago-notes-bibliography", "chapter"): ("hg. von", "hrsg. von"),
    ("chicago-notes-bibliography", "report"): ("no. 7", "Nr. 7"),
    ("modern-language-association", "report"): ("no. 7", "Nr. 7"),
}
"""In German alone: pandoc brings older words of that language along than citeproc-js was given."""


def plain(text: str, said: str = "", _: str = "") -> str:
    """A text without kinds of spaces and its last full stop; `said` is written in one way."""
    text = re.sub(r"\s+", " ", text).strip().removesuffix(".")
    return re.sub(re.escape(said), said, text, flags=re.IGNORECASE) if said else text


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_as_citeproc_js_prints_the_same_works(style: str, lang: str, tmp_path: Path) -> None:
    body = "\n\n".join(f"It is so [@{key}, {page(lang)} 9]." for key in ENTRIES)
    ours = styled(project(tmp_path, {"one": body}, style, lang=lang))
    listed = entries(ours, "one")
    for key, cited in zip(ENTRIES, citations(ours, "one"), strict=True):
        by_js = [plain(one) for one in BY_JS[f"{style} {lang}"][key]]
        if lang == "de" and (judged := JUDGED.get((style, key))):
            said, instead = judged
            assert instead in " ".join(by_js)
            by_js = [re.sub(re.escape(instead), said, one) for one in by_js]
        else:
            judged = ("", "")
        assert [plain(cited, *judged), plain(listed[key], *judged)] == by_js
