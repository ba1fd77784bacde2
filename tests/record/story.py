"""The steps of a brief's life, from its publication to the day on which a capture of it is withheld."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

BRIEF, RENAMED = "sources/bridge.md", "sources/the-old-bridge.md"
CAPTURE = "In Example Town the old bridge closes on Monday, the council says.\nIt was built in 1911.\n"
HASH = sha256(CAPTURE.encode()).hexdigest()
CHECK, COMPILE = ("check",), ("compile",)


def lock(day: str) -> tuple[str, ...]:
    return ("lock", "--date", day)


@dataclass(frozen=True)
class Step:
    """What an author does: files that he changes, what he runs; and what is read afterwards, by a pattern."""

    title: str
    files: Mapping[str, str | Callable[[str], str]] = field(default_factory=dict)
    commands: tuple[tuple[str, ...], ...] = (CHECK,)
    read: tuple[tuple[str, str], ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)
    """Files that come back under another name, with what they held last."""


def change(*pairs: tuple[str, str]) -> Callable[[str], str]:
    """The file with some words in the place of others, each of which it has."""

    def changed(text: str) -> str:
        for before, after in pairs:
            assert before in text, before
            text = text.replace(before, after, 1)
        return text

    return changed


_SITE = """site_name: The Example Desk
site_url: https://example.org/
theme:
  name: material
  language: en
"""
_CAPTURES = f"""herald2025bridge:
  file: seeds/herald.txt
  sha256: {HASH}
  captured: 2025-05-02
  language: en
"""
_WITHHELD = f"""herald2025bridge:
  capture: withheld
  sha256: {HASH}
  why: the publisher demanded it by a letter of 1 March 2026
"""
_WORKS = """@online{herald2025bridge,
  title = {The old bridge},
  organization = {The Example Herald},
  date = {2025-05-02},
  url = {https://example.com/bridge},
}
"""
_TEXT = """---
title: The bridge of Example Town
date: 2025-05-10
lang: en
---

The bridge is clsoed from Sunday on. The Herald writes that
“the old bridge closes on Monday” [@herald2025bridge].

## Its age {#age}

It was opened in 1911, and is the oldest one.
"""
_OTHER = """---
title: Another brief
date: 2025-05-10
lang: en
---

It says nothing of bridges.
"""
_CORRECTION = """version: "1.1"
updated: 2025-06-01
errata:
  - date: 2025-06-01
    kind: correction
    was: The bridge is closed from Sunday on.
    now: The bridge is closed from Monday on.
    version: "1.1"
"""
_CLARIFICATION = """  - date: 2025-07-01
    kind: clarification
    was: and is the oldest one
    now: and is the oldest one of stone
    where: "#age"
"""
_RETRACTION = """  - date: 2026-01-10
    kind: retraction
    was: We said that the bridge closes.
    now: The council had never decided that; the Herald took its report back.
"""
_PAGE = "tatus|admonition|correction|dateModified|orrect|larif|etract|withdrawn|closed|oldest|ithheld"
FEED, JSON_FEED = (
    ("docs/errata/feed.en.xml", "<id>|<title>|<updated>|<summary>"),
    ("docs/briefs/feed.en.json", ""),
)
PAGE, LOG = ("docs/briefs/bridge.md", _PAGE), ("docs/errata/index.md", r"^\*\*|^:   |^- |^<h|Errat")

STEPS = (
    Step(
        "1. A brief is published, with a slip of the pen in it",
        {
            "mkdocs.yml": _SITE,
            "seeds/herald.txt": CAPTURE,
            "sources/captures.yml": _CAPTURES,
            "sources/references.bib": _WORKS,
            BRIEF: _TEXT,
        },
        (CHECK, lock("2025-05-10"), COMPILE),
        (
            ("sources/published.lock", ""),
            PAGE,
            JSON_FEED,
            ("docs/briefs/bridge.md.txt", ""),
            ("docs/llms.txt", ""),
        ),
    ),
    Step("2. Somebody mends the slip, and says nothing: refused", {BRIEF: change(("clsoed", "closed"))}),
    Step(
        "3. It is a slip indeed: `minor: true`",
        {BRIEF: change(("lang: en\n", "lang: en\nminor: true\n"))},
        (CHECK, lock("2025-05-11"), CHECK),
    ),
    Step(
        "4. Somebody changes the day, and calls it minor: refused, and nothing is locked",
        {BRIEF: change(("from Sunday on", "from Monday on"))},
        (CHECK, lock("2025-06-01")),
    ),
    Step(
        "5. The correction is listed, and the version is forgotten: refused",
        {BRIEF: change(("minor: true\n", _CORRECTION.partition("\n")[2].partition("\n")[2]))},
    ),
    Step(
        "6. The correction is listed, but the wrong sentence still stands: refused",
        {
            BRIEF: change(
                ("errata:", 'version: "1.1"\nupdated: 2025-06-01\nerrata:'),
                ("from Monday on. The", "from Sunday on. The"),
            )
        },
    ),
    Step(
        "7. The correction",
        {BRIEF: change(("from Sunday on. The", "from Monday on. The"))},
        (CHECK, lock("2025-06-01"), COMPILE),
        (PAGE, LOG, FEED),
    ),
    Step(
        "8. A clarification",
        {
            BRIEF: change(
                ('version: "1.1"\nupdated: 2025-06-01', 'version: "1.2"\nupdated: 2025-07-01'),
                ('"1.1"\n---', f'"1.1"\n{_CLARIFICATION}---'),
                ("oldest one.", "oldest one of stone."),
            )
        },
        (CHECK, lock("2025-07-01"), COMPILE),
        (PAGE, LOG, FEED),
    ),
    Step(
        "9. Somebody takes the first erratum out of the record: refused",
        {
            BRIEF: change(
                (
                    "kind: correction\n    was: The bridge is closed from Sunday on.",
                    "kind: update\n    was: It was so.",
                )
            )
        },
    ),
    Step(
        "10. It is back; and later the whole brief turns out to be wrong: a retraction",
        {
            BRIEF: change(
                (
                    "kind: update\n    was: It was so.",
                    "kind: correction\n    was: The bridge is closed from Sunday on.",
                ),
                (
                    'version: "1.2"\nupdated: 2025-07-01',
                    'version: "2.0"\nupdated: 2026-01-10\nstatus: withdrawn',
                ),
                ('where: "#age"\n', f'where: "#age"\n{_RETRACTION}'),
            )
        },
        (CHECK, lock("2026-01-10"), COMPILE),
        (PAGE, LOG, FEED),
    ),
    Step("11. Somebody deletes it: refused", {BRIEF: "", "sources/other.md": _OTHER}),
    Step("12. It has another name now, and the old address leads nowhere: refused", copies={RENAMED: BRIEF}),
    Step(
        "13. The old address is an alias of the new one, and its entries in the locks go along",
        {RENAMED: change(("lang: en\n", "lang: en\naliases: [bridge]\n"))},
        (CHECK, lock("2026-02-01"), COMPILE),
        (
            ("docs/briefs/bridge.md", ""),
            ("sources/published.lock", '"version"|aliases'),
            ("sources/verified.lock", "brief"),
        ),
    ),
    Step("14. Somebody takes the alias out: refused", {RENAMED: change(("aliases: [bridge]\n", ""))}),
    Step(
        "15. It is back; and the publisher of the capture has it withdrawn: its hash and the reason stay",
        {
            RENAMED: change(("lang: en\n", "lang: en\naliases: [bridge]\n")),
            "sources/captures.yml": _WITHHELD,
            "seeds/herald.txt": "",
        },
        (CHECK, lock("2026-03-02"), COMPILE),
        (
            ("docs/briefs/the-old-bridge.md", "[Ww]ithheld"),
            ("docs/sources/herald2025bridge.md", "[Ww]ithheld|SHA"),
            ("sources/verified.lock", "brief"),
        ),
    ),
)
