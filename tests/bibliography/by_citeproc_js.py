"""What citeproc-js makes of the works of `styles.py`, recorded: a second opinion beside pandoc's engine.

    npm install citeproc@2.4.63     # elsewhere: by its licence (CPAL, AGPL) it is none of our packages
    python -m tests.bibliography.by_citeproc_js FOLDER LOCALES

writes `citeproc_js.json` anew. FOLDER is where npm was run, LOCALES a copy of
github.com/citation-style-language/locales. The works are handed on as we hand them on to pandoc.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from briefgen.styling.find import find_style
from briefgen.styling.requests import Items
from tests.bibliography.styles import ENTRIES, LANGUAGES, project, verified

RECORDED = Path(__file__).with_name("citeproc_js.json")
STYLES = ("apa", "chicago-notes-bibliography", "modern-language-association")
TAGS = {"de": "de-DE", "en": "en-US"}


def main(folder: str, locales: str) -> None:
    """Ask all of it, and write it down."""
    with TemporaryDirectory() as root:
        text = "\n\n".join(f"A [@{key}]." for key in ENTRIES)
        works = verified(project(Path(root), {"one": text}, "apa")).works
    asked: list[dict[str, Any]] = [
        {
            "name": f"{style} {lang}",
            "style": find_style(style, None).for_briefs,
            "lang": TAGS[lang],
            "items": [json.loads(item.text) for item in Items(works).of(ENTRIES, lang)],
        }
        for style in STYLES
        for lang in LANGUAGES
    ]
    words = {tag: (Path(locales) / f"locales-{tag}.xml").read_text("utf-8") for tag in TAGS.values()}
    script = Path(__file__).parent / "reference" / "citeproc_js.cjs"
    done = subprocess.run(
        ["node", str(script), folder],
        input=json.dumps({"asked": asked, "locales": words}),
        capture_output=True,
        text=True,
        check=True,
    )
    RECORDED.write_text(json.dumps(json.loads(done.stdout), ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
