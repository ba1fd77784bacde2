"""Projects of other programs whose every field holds an attempt, as in `injection.py`."""

from collections.abc import Mapping

HIDDEN = "Nobody is shown this"
"""What stands in comments alone, behind what would end one of HTML."""
ENDS = f"a ---> {HIDDEN} <!-- b --> {HIDDEN} --!> {HIDDEN} -"
NAME = "d`<img src=x onerror=canary(1)>`: a #1"
"""A name that files may have, of which neither YAML nor Markdown may make more."""
KEY = "<svg/onload=canary`1`>"

_WORKS = f"@book{{{KEY}, title = {{A}}}}\n@book{{b, title = {{B}}}}\n"
_FRONT = """\
---
title: ⟦yaml title⟧
subtitle: ⟦yaml subtitle⟧
description: ⟦yaml description⟧
author:
  - ⟦short author⟧
  - name: ⟦short named⟧
    affiliation: ⟦yaml affiliation⟧
keywords: [⟦short tag⟧]
version: ⟦yaml version⟧
lang: ⟦yaml lang⟧
license: ⟦yaml license⟧
date: ⟦yaml date⟧
about: [⟦yaml about⟧]
aliases: [⟦short alias⟧]
"a\\n\\n## Forged\\n\\n- b": 1
⟦yaml key⟧: 1
controls: "\\e \\x7f \\x9b \\u2028 \\u202e"
---

"""

FOREIGN: Mapping[str, Mapping[str, str]] = {
    "quarto": {
        "_quarto.yml": f"""\
project: {{type: website}}
website: {{title: ⟦yaml site⟧}}
lang: ⟦yaml lang⟧
csl: "{NAME}.csl"
""",
        f"{NAME}.csl": "<style/>",
        f"{NAME}.png": "a picture",
        f"{NAME}) <img src=x onerror=canary(1)>": "data",
        "works.bib": _WORKS,
        "a.qmd": f"""\
{_FRONT}## Heading ⟦md heading⟧

Words [@{KEY}], [@b]. [A file](<{NAME}) <img src=x onerror=canary(1)>>).

![⟦md caption⟧](<{NAME}.png>){{#fig-a fig-alt="A ---> B"}}

::: {{.callout-note title="⟦attribute callout⟧"}}
Text.
:::

::: {{.content-hidden when-format="html"}}
{ENDS}

{HIDDEN}.
:::

{{{{< include _part.qmd >}}}}
""",
        "_part.qmd": f'---\ntitle: "{ENDS}"\n---\n\nA part.\n',
        f"{NAME}.qmd": "# A \x7f title \x9b ⟦raw untitled⟧\n\nWords.\n",
    },
    "myst": {
        "myst.yml": "project: {title: ⟦yaml site⟧}\n",
        "works.bib": _WORKS,
        "a.md": f"""\
{_FRONT}% {ENDS}

Words {{cite}}`{KEY}`, {{ref}}`⟦unquoted role⟧`.

```{{admonition}} ⟦raw directive⟧
Text.
```
""",
    },
    "obsidian": {
        ".obsidian/app.json": "{}",
        f"{NAME}.png": "a picture",
        "works.bib": _WORKS,
        "a.md": f"""\
{_FRONT}%%{ENDS}%%

Words. %%> {HIDDEN}%% [[b|⟦raw link⟧]] ![[{NAME}.png]]

> [!note] ⟦raw callout⟧
> Text.
""",
        "b.md": "Words.\n",
        f"{NAME}.md": "Words.\n",
    },
    "mkdocs-bibtex": {
        "mkdocs.yml": f"""\
site_name: ⟦yaml site⟧
plugins:
- bibtex: {{bib_file: works.bib, csl_file: '{NAME}.csl'}}
""",
        f"{NAME}.csl": "<style/>",
        "works.bib": _WORKS,
        "docs/a.md": "# A\n\nWords [@b].\n",
        f"docs/{NAME}.md": "Words.\n",
    },
}
