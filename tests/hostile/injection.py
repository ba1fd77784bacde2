"""A project whose every field holds an attempt to run code: one family of attempts at a time.

`⟦how name⟧` in the files below is a field; its attempt calls `canary("name")`. `how` says how the file's own
syntax wants the text: an attempt must get past its readers to be one.
"""

import json
import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from tests.stamps.authority import OPENSSL, authority

FAMILIES = {
    # out of a text, an attribute of either kind, a title, a script, a comment, a style
    "markup": (
        '"\'><img src=x onerror=canary("NAME")></title></style></script></textarea><!--'
        '--><script>canary("NAME")</script><svg onload=canary("NAME")> onmouseover=canary("NAME") x="'
    ),
    # out of a script, JSON, XML, a template of Jinja, a table of figures; addresses; references decoded twice
    "code": (
        '=canary(1)+cmd|\' /C calc\'!A0 \\";canary("NAME");// ${canary("NAME")} {{ canary(\'NAME\') }} '
        "{% include '/etc/passwd' %} ]]> &lt;img src=x onerror=canary(&quot;NAME&quot;)&gt; "
        "&#60;script&#62;canary(1)&#60;/script&#62; javascript:canary(1) {: onclick=canary(1) } \u2028 </"
    ),
}


def _markdown(text: str) -> str:
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def _bibtex(text: str) -> str:
    signs = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\^{}"}
    return "".join(signs.get(sign, f"\\{sign}" if sign in "&%$#_" else sign) for sign in text)


def _unrefused(text: str) -> str:
    """Where nothing can be escaped, a template and attributes of another program are refused."""
    return text.replace("{% include '/etc/passwd' %} ", "").replace("{: onclick=canary(1) } ", "")


def _unquoted(text: str) -> str:
    """Without what would be looked up in the work that the sentence cites."""
    return re.sub(r"[\"']", "", re.sub(r'"[\w-]+"', "1", text))


HOW: Mapping[str, Callable[[str], str]] = {
    "yaml": json.dumps,
    "short": lambda text: json.dumps(text[:60]),  # what becomes an address
    "md": _markdown,
    "unquoted": lambda text: _markdown(_unquoted(text)[:60]),
    "raw": str,
    "plain": _unrefused,
    "names": lambda text: json.dumps(f"Example Town, {text}"),
    "bib": _bibtex,
    "attribute": lambda text: _unrefused(text).replace("\\", "\\\\").replace('"', '\\"'),
    "quoted": lambda text: _markdown(text).replace('\\"', "\\'"),
}

SETTINGS = """\
site_name: ⟦yaml site_name⟧
site_description: ⟦yaml site_description⟧
site_author: ⟦yaml site_author⟧
site_url: https://briefs.example.org/x/
repo_url: https://forge.example/desk
repo_name: ⟦yaml repo_name⟧
edit_uri: ⟦yaml edit_uri/⟧
copyright: Copyright &copy; <a href="https://desk.example" target="_blank">The Desk</a>
theme:
  name: material
  custom_dir: .briefgen/theme
  language: en
  font: false
  logo: ⟦yaml logo⟧
  favicon: ⟦yaml favicon⟧
  direction: ltr
  features: [navigation.tabs, navigation.footer, navigation.path, content.action.edit, content.action.view]
  palette:
    - media: ⟦yaml media⟧
      scheme: default
      primary: ⟦yaml primary⟧
      toggle: {icon: material/weather-night, name: ⟦yaml toggle⟧}
    - scheme: slate
      toggle: {icon: material/weather-sunny, name: ⟦yaml toggle-back⟧}
plugins: [search]
extra_css: [⟦yaml extra_css⟧]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - pymdownx.superfences
  - tables
  - toc: {permalink: true, title: ⟦yaml toc-title⟧}
nav:
  - ⟦yaml nav-home⟧: index.md
  - Briefs: briefs/index.md
  - ⟦yaml nav-section⟧:
      - ⟦yaml nav-topics⟧: topics/index.md
      - hand.md
      - ⟦yaml nav-link⟧: https://desk.example/
not_in_nav: "*"
extra:
  generator: false
  homepage: ⟦yaml homepage⟧
  status: {new: ⟦yaml status⟧}
  social:
    - {icon: material/library, link: ⟦yaml social-link⟧, name: ⟦yaml social-name⟧}
  alternate:
    - {name: ⟦yaml alternate-name⟧, link: ⟦yaml alternate-link⟧, lang: ⟦yaml alternate-lang⟧}
  consent:
    title: ⟦yaml consent-title⟧
    description: ⟦yaml consent-description⟧
    cookies: {analytics: ⟦yaml cookie⟧}
  analytics:
    feedback:
      title: ⟦yaml feedback-title⟧
      ratings:
        - icon: material/emoticon-happy-outline
          name: ⟦yaml rating-name⟧
          data: ⟦yaml rating-data⟧
          note: <b>Thank you</b>
  anything: ⟦yaml anything⟧
  briefgen:
    authors: [⟦yaml site-authors⟧]
    publisher: ⟦yaml publisher⟧
    license: ⟦yaml site-license⟧
    report_errors: errors@example.org
    names: [⟦names names⟧]
    about:
      text: ⟦yaml about-text⟧
      selection: ⟦yaml about-selection⟧
      imprint: ⟦yaml about-imprint⟧
      people:
        - {name: ⟦short person⟧, role: ⟦yaml person-role⟧, interests: ⟦yaml person-interests⟧}
    trusted_roots: ['seeds/<img src=x onerror=canary(2)>.pem']
    touch_icon: 'a.png" onx="1'
    site_name: {de: ⟦yaml site_name-de⟧}
    nav: {de: {Briefs: ⟦yaml nav-de⟧}}
"""

BRIEF = """\
---
title: ⟦yaml title⟧
description: ⟦yaml description⟧
date: 2026-01-20
updated: 2026-02-01
version: ⟦yaml version⟧
authors: [⟦yaml authors⟧]
reviewers: [⟦yaml reviewers⟧]
lang: en
tags: [⟦short tags⟧]
about: herald2025bridge
aliases: [old-bridge]
license: ⟦yaml license⟧
reply:
  - {work: herald2025bridge, asked: 2026-01-05, answered: 2026-01-06, said: ⟦yaml reply⟧}
errata:
  - date: 2026-02-01
    kind: correction
    was: ⟦yaml erratum-was⟧
    now: ⟦yaml erratum-now⟧
---

::: keypoints
- Key: ⟦md key-point⟧
:::

## Heading ⟦md heading⟧

Text ⟦md text⟧ *⟦md emphasis⟧* **⟦md strong⟧** ~~⟦md struck⟧~~, `⟦raw code⟧`, and a
[link ⟦md link-text⟧](https://example.org/?q=⟦address link⟧ '⟦quoted link-title⟧') [@os2024sheet, p. 4].

![Alt ⟦md alt⟧](../docs/assets/p.png '⟦quoted image-title⟧')

The council decided “to keep one lane open” [@herald2025bridge].

The council decided [“to keep […] lane open”]{elision_ok="⟦attribute elision⟧"} [@herald2025bridge].

Names: [⟦md before⟧ @os2024sheet, ⟦md locator⟧].

The Council of ⟦unquoted compared⟧ Westhaven paid 5,000 ⟦unquoted unit⟧ in 2019 [@herald2025bridge, p. 2].

It says nothing of the railway [@herald2025bridge, no "⟦quoted absent⟧"].

> ⟦md quotation⟧ [@herald2025bridge]

::: {.correction #river}
### Title ⟦md box-heading⟧

> The old bridge across the Severn

The bridge crosses the Teme, ⟦md correction⟧ [@os2024sheet, grid square 5974].
:::

::: {.note #method title="Note"}
⟦md note⟧ [@os2024sheet].
:::

It [⟦md event⟧]{.event date=2024-05-05} and [too]{.event date=2024-06/.. title="⟦attribute event-title⟧"}.

::: {.event date=2024~ title="⟦attribute event-box⟧"}
⟦md event-text⟧
:::

::: {.claim verdict=loaded}
> to keep one lane open [@herald2025bridge]

⟦md claim⟧ [@os2024sheet].
:::

::: {.claim verdict=loaded of=herald2025bridge absent="⟦attribute box-absent⟧"}
> to keep one lane open [@herald2025bridge]

⟦md absence⟧.
:::

::: {.context include=rivers}
:::

- Item ⟦md item⟧
  1. Inside ⟦md inner-item⟧
- [x] Done ⟦md task⟧

| A ⟦md head⟧ | B |
| ---: | --- |
| ⟦md cell⟧ | `c` |

Term ⟦md term⟧

:   Meaning ⟦md meaning⟧

```html
⟦raw fence⟧
```

    ⟦raw indented⟧

<details open><summary title="⟦html html-attribute⟧">⟦html html-text⟧</summary></details>

A short form, ETC.[^a]

[^a]: Note ⟦md footnote⟧ [@os2024sheet, p. 5].

*[ETC]: ⟦plain abbreviation⟧
"""

CONTEXT = """\
---
title: ⟦yaml context-title⟧
as_of: 2026-01-01
---
Rivers ⟦md context⟧.
"""

WORKS = """\
@online{herald2025bridge,
  author = {{⟦bib organisation⟧}},
  title = {⟦bib work-title⟧},
  subtitle = {⟦bib subtitle⟧},
  date = {2025-05-01},
  url = {https://example.org/a},
  organization = {⟦bib publisher-of-page⟧},
  addendum = {⟦bib addendum⟧},
  langid = {english},
}
@incollection{os2024sheet,
  author = {{⟦bib author⟧} and Other, Ann},
  title = {⟦bib part-title⟧},
  booktitle = {⟦bib booktitle⟧},
  editor = {{⟦bib editor⟧}},
  publisher = {⟦bib publisher⟧},
  location = {⟦bib place⟧},
  series = {⟦bib series⟧},
  number = {⟦bib number⟧},
  pages = {⟦bib pages⟧},
  date = {2024},
  doi = {10.1000/xyz},
  howpublished = {⟦bib howpublished⟧},
}
"""

CAPTURES = """\
herald2025bridge:
  - file: seeds/h.txt
    sha256: ⟦hash seeds/h.txt⟧
    captured: 2025-06-17
    language: en
    obtained: ⟦yaml obtained⟧
    archive: https://archive.example.org/1
    source_line: ⟦yaml source_line⟧
    publish: full
    stamp: seeds/h.txt.tsr
  - file: seeds/h-2.txt
    sha256: ⟦hash seeds/h-2.txt⟧
    captured: 2025-09-01
    language: en
    obtained: ⟦yaml obtained-again⟧
    publish: full
    stamp: seeds/h-2.txt.tsr
os2024sheet:
  capture: none
  why: ⟦yaml why⟧
"""

DOCUMENT = """\
The council met. The report says: "The old bridge across the Severn is closed."
It decided to keep one lane open.

⟦raw quotation⟧

⟦raw document⟧
"""

LATER = """\
The council met. The report says: "The old bridge across the Severn is ⟦raw put-in⟧ closed."
It decided to keep one lane open ⟦raw at-the-end⟧.

⟦raw quotation⟧
"""

BY_HAND = """\
---
⟦yaml hand-key⟧: x
title: ⟦yaml hand-title⟧
description: ⟦yaml hand-description⟧
author: ⟦yaml hand-author⟧
subtitle: ⟦yaml hand-subtitle⟧
status: new
---
# Heading ⟦html hand-heading⟧

Text ⟦html hand-text⟧ and `⟦raw hand-code⟧`.

The council decided “to keep one lane open” [@herald2025bridge]. A map shows it
[⟦md hand-before⟧ @os2024sheet, ⟦md hand-locator⟧], and
@os2024sheet [⟦unquoted hand-narrative⟧] says nothing of it [@herald2025bridge, no "⟦quoted hand-absent⟧"].

\\full_bibliography
"""

FILES = {
    "mkdocs.yml": SETTINGS,
    "sources/first.md": BRIEF,
    "sources/context/rivers.en.md": CONTEXT,
    "sources/references.bib": WORKS,
    "sources/captures.yml": CAPTURES,
    "seeds/h.txt": DOCUMENT,
    "seeds/h-2.txt": LATER,
    "docs/hand.md": BY_HAND,
    "docs/untitled.md": "# Heading ⟦html untitled⟧\n",
    "docs/x.md": '# X\n\n<script>canary("x")</script>\n\n![a](https://pictures.example/p.png)\n',
    "docs/moved.md": '---\ntemplate: redirect.html\nlocation: "javascript:canary(1)//"\n---\n',
    "docs/moved-too.md": "---\ntemplate: redirect.html\nlocation: ⟦yaml location⟧\n---\n",
    "docs/<img src=x onerror=canary(1)>&quot;.md": "Text.\n",
    "sources/<svg onload=canary(1)>.md": "---\ntitle: Two\ndate: 2026-01-21\n---\nText [@os2024sheet].\n",
}

FAMILIES = {"both": " ".join(FAMILIES.values()), **FAMILIES}

_LONGEST_NAME = 60
"""Of a certificate, in letters."""
TRUSTED = "seeds/<img src=x onerror=canary(2)>.pem"
_OF_STAMPS = re.compile(r"^ *(?:stamp|trusted_roots): .*\n", re.MULTILINE)
"""What takes `openssl`, by which stamps are made."""
_FIELD = re.compile(r"⟦([\w-]+) ([^⟧]+)⟧")


def write_project(folder: Path, family: str) -> None:
    """Write the project, with one family of attempts in its fields."""
    written = FILES if OPENSSL else {path: _OF_STAMPS.sub("", text) for path, text in FILES.items()}
    write_files(folder, written, family)
    if not OPENSSL:
        return
    root, stamp, stranger, policy = (
        attempted(name, family)[:_LONGEST_NAME] for name in ("root", "stamp", "stranger", "policy")
    )
    clock = authority(folder.parent / f"{folder.name}-clock", names=(root, stamp), policy=_number(policy))
    other = authority(folder.parent / f"{folder.name}-stranger", names=(stranger, stranger))
    (folder / TRUSTED).write_bytes(clock.root)
    for name, whose in (("h.txt", clock), ("h-2.txt", other)):
        document = (folder / "seeds" / name).read_bytes()
        (folder / "seeds" / f"{name}.tsr").write_bytes(whose.stamp(document))


def _number(text: str) -> str:
    """The number of a policy whose bytes are a text."""
    first, *rest = text.encode("ascii", "ignore")
    top = min(first // 40, 2)
    return ".".join(map(str, (top, first - 40 * top, *rest)))


def attempted(name: str, family: str) -> str:
    """What is attempted in a field."""
    return FAMILIES[family].replace("NAME", name)


def write_files(folder: Path, files: Mapping[str, str], family: str) -> None:
    """Write files, with one family of attempts in their fields."""

    def attempt(found: re.Match[str]) -> str:
        how, name = found[1], found[2]
        if how == "hash":
            return sha256((folder / name).read_bytes()).hexdigest()
        text = attempted(name, family)
        if how == "address":
            return re.sub(
                r"[^\w.~-]", lambda sign: f"%{ord(sign[0]):02X}" if ord(sign[0]) < 128 else "", text
            )
        if how == "html":
            return re.sub(r"[^\w ]", lambda sign: f"&#{ord(sign[0])};", text)
        if name.endswith("/"):
            return HOW[how](f"https://forge.example/{text}/")
        return HOW[how](text)

    for path, text in sorted(files.items(), key=lambda item: not item[0].startswith("seeds/")):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_FIELD.sub(attempt, text), encoding="utf-8")
