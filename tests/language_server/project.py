"""A small project with a capture, for an editor to have open."""

import hashlib
from pathlib import Path

MINUTES = """Minutes of the council of Example Town.

The old bridge closes on Monday. Cars may use the ferry, *which is free of charge*, until a new one opens.
The engineer said that the piers are sound. “Nobody was hurt”, she added.
The old mill stays open, and 😀 so does the café.
"""

WORKS = """@report{minutes2025,
  author = {{Example Town Council}},
  title = {Minutes of 2 May 2025},
  date = {2025-05-02},
  langid = {english},
}

@article{herald2025,
  author = {Doe, Jane},
  title = {The bridge that closes},
  journaltitle = {The Example Herald},
  date = {2025-05-03},
}
"""

BRIDGE = """---
title: The old bridge
date: 2025-05-10
about: minutes2025
---

## What was said {#said}

The council says: “The old bridge closes on Monday” [@minutes2025].
The paper agrees [@herald2025].
"""

MILL = """---
title: The old mill
date: 2025-05-11
---

The mill “stays open” [@minutes2025], as [the bridge](bridge.md#said) does not.

## Grain {#grain}

It grinds.
"""

BOX = """---
title: What the council is
as_of: 2025-05-01
---

The council has nine members.
"""


def write_project(root: Path) -> Path:
    """The project below `root`, a folder that is not there yet."""
    files = {
        "mkdocs.yml": "site_name: Example\nextra:\n  briefgen:\n    publisher: Example Desk\n",
        "docs/index.md": "# Briefs\n",
        "seeds/minutes.txt": MINUTES,
        "sources/references.bib": WORKS,
        "sources/captures.yml": (
            "minutes2025:\n  file: seeds/minutes.txt\n"
            f"  sha256: {hashlib.sha256(MINUTES.encode()).hexdigest()}\n"
            "  captured: 2025-05-05\n  language: en\n"
        ),
        "sources/bridge.md": BRIDGE,
        "sources/mill.md": MILL,
        "sources/context/council.en.md": BOX,
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return root
