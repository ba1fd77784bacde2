"""A small site of hand-written pages, and its search index as the dialog expects it: one “shadow” page for
each record, indexed by Pagefind. The step of the build that makes such records is tested elsewhere."""

import json
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from briefgen.write import write_theme
from tests.repository import run

SETTINGS = """\
site_name: A small site
theme:
  name: material
  custom_dir: .briefgen/theme
  language: en
  font: false
  features: [search.highlight]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      accent: custom
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      accent: custom
plugins: [search]
markdown_extensions: [attr_list, footnotes, md_in_html, toc]
extra: {generator: false}
"""

_LONG = "\n\n".join(["A paragraph that makes the page long enough to scroll."] * 30)

PAGES = {
    "index.md": f"---\ntitle: Home\n---\n# Home\n\n{_LONG}\n\n<label>Name <input id=own></label>\n",
    "treaty.md": f"""\
---
title: The treaty of 2024
---
# The treaty of 2024 {{#the-treaty}}

The parties signed treaties.[^tass]

{_LONG}

## What it says {{#what-it-says}}

Each ministry was told of the obligations.

{_LONG}

## Footnotes {{#footnotes}}

[^tass]: TASS, “Shoigu in Pyongyang”, 17 June 2025: a thousand sappers and five thousand builders.
""",
    "haus.md": """\
---
title: Häuser am Fluss
lang: de
---
# Häuser am Fluss {#haus}

Die Überschwemmung traf die Häuser.

## Was geschah {#was-geschah}

Die Klimaschutzmaßnahmen griffen nicht.

<div id="kasten" class="admonition" markdown="1">

Die Regierung des Landes verstieß gegen Auflagen.

</div>
""",
    "dogovor.md": "---\ntitle: Договор\nlang: ru\n---\n# Договор {#dogovor}\n\nНарушения договора.\n",
    "joyak.md": "---\ntitle: 조약\nlang: ko\n---\n# 조약 {#joyak}\n\n두 나라는 조약을 체결했다.\n",
    "amal.md": "---\ntitle: المعاهدة\nlang: ar\n---\n# المعاهدة {#amal}\n\nوقّع الطرفان.\n",
    "source.md": """\
---
title: Shoigu in Pyongyang
---
# Shoigu in Pyongyang {#source}

A report of 17 June 2025.

## Quoted passages {#passages}

<div id="q-1" markdown="1">

Тысяча сапёров прибудет в область.

</div>
""",
    **{
        f"letter-{n}.md": f"# Letter {n} {{#letter}}\n\nThe envoy wrote letter number {n}.\n"
        for n in range(1, 9)
    },
}


@dataclass(frozen=True)
class Record:
    page: str
    kind: str
    lang: str
    title: str
    body: str
    page_lang: str = ""
    date: str = ""
    filters: dict[str, list[str]] = field(default_factory=dict)

    def shadow(self) -> str:
        meta = {
            "title": self.title,
            "page": self.page,
            "kind": self.kind,
            "lang": self.page_lang or self.lang,
        }
        metas = (meta | {"date": self.date} if self.date else meta).items()
        filters = {"kind": [self.kind], **self.filters}.items()
        marks = [f'<span data-pagefind-meta="{escape(f"{key}:{value}")}"></span>' for key, value in metas]
        marks += [
            f'<span data-pagefind-filter="{escape(f"{key}:{value}")}"></span>'
            for key, values in filters
            for value in values
        ]
        return (
            f'<!doctype html><html lang="{self.lang}"><body><article data-pagefind-body>'
            f"{''.join(marks)}{self.body}</article></body></html>"
        )


_TREATY = {"topic": ["Treaties", "Russia"], "year": ["2025"], "verdict": ["false"], "work": ["tass2025"]}

RECORDS = [
    Record("", "page", "en", "Home", '<h1 id="home">Home</h1><p>A paragraph that makes the page long.</p>'),
    Record(
        "treaty/",
        "brief",
        "en",
        "The treaty of 2024",
        '<h1 id="the-treaty">The treaty of 2024</h1><p>The parties signed treaties.</p>'
        '<h2 id="what-it-says">What it says</h2><p>Each ministry was told of the obligations '
        "&amp; the <i>if</i> a &lt;b&gt; stands here.</p>",
        date="2025-06-18",
        filters=_TREATY,
    ),
    Record(
        "treaty/",
        "footnotes",
        "en",
        "The treaty of 2024",
        '<h2 id="footnotes">Footnotes</h2><ol><li id="fn:tass">TASS, “Shoigu in Pyongyang”, 17 June 2025: a '
        "thousand sappers and five thousand builders under the treaty.</li></ol>",
        date="2025-06-18",
        filters=_TREATY,
    ),
    Record(
        "haus/",
        "brief",
        "de",
        "Häuser am Fluss",
        '<h1 id="haus">Häuser am Fluss</h1><p>Die Überschwemmung traf die Häuser.</p>'
        '<h2 id="was-geschah">Was geschah</h2><p>Die Klima\u2060-schutz\u2060-maßnahmen griffen nicht.</p>'
        '<div id="kasten"><p>Die Regierung des Landes verstieß gegen Auflagen.</p></div>',
        date="2024-02-29",
        filters={"topic": ["Klima"], "year": ["2024"], "verdict": ["misleading"]},
    ),
    Record("dogovor/", "page", "ru", "Договор", '<h1 id="dogovor">Договор</h1><p>Нарушения договора.</p>'),
    Record("joyak/", "page", "ko", "조약", '<h1 id="joyak">조약</h1><p>두 나라는 조약을 체결했다.</p>'),
    Record(
        "source/",
        "work",
        "en",
        "Shoigu in Pyongyang",
        '<h1 id="source">Shoigu in Pyongyang</h1><p>A report of 17 June 2025.</p>',
        filters={"year": ["2025"], "work": ["tass2025"]},
    ),
    Record(
        "source/",
        "passages",
        "ru",
        "Shoigu in Pyongyang",
        '<h2 id="passages" lang="en">Quoted passages</h2>'
        '<div id="q-1"><p>Тысяча сапёров прибудет в область.</p></div>',
        page_lang="en",
        filters={"work": ["tass2025"]},
    ),
    *(
        Record(
            f"letter-{n}/",
            "page",
            "en",
            f"Letter {n}",
            f'<h1 id="letter">Letter {n}</h1><p>The envoy wrote it.</p>',
        )
        for n in range(1, 9)
    ),
]


LANGUAGES = sorted({record.lang for record in RECORDS})


def build(folder: Path) -> Path:
    """The built site, without an index."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for name, text in PAGES.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    (folder / ".briefgen").mkdir()
    write_theme(folder)
    done = run("-m", "mkdocs", "build", "--strict", "--config-file", folder / "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def add_index(site: Path, shadows: Path) -> None:
    """Index the records and tell the built site's pages that there is an index."""
    shadows.mkdir(parents=True)
    for number, record in enumerate(RECORDS):
        (shadows / f"{number}.html").write_text(record.shadow(), encoding="utf-8")
    done = run("-m", "pagefind", "--site", shadows, "--output-path", site / "pagefind")
    assert done.returncode == 0, done.stderr
    announce(site, {"languages": LANGUAGES, "offline": False})


def announce(site: Path, settings: dict[str, object]) -> None:
    """Write the last line of the theme's script, as the index step does."""
    script = site / "assets/briefgen.js"
    *lines, last = script.read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert last.startswith(("/* search: none */", "briefgen.search(")), last
    script.write_text("\n".join([*lines, f"briefgen.search({json.dumps(settings)});", ""]), encoding="utf-8")
