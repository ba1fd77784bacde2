"""Projects of any size, made by rule: briefs of about 6 KB with everything that authors use every day."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

NOUNS = (
    "bridge council river order report engineer minister treaty worker border station decision morning paper "
    "witness harbour village contract number article agency soldier builder deputy office letter region army"
).split()
WORDS = (
    *NOUNS,
    *(
        "summer closed signed opened crossed denied carried ordered named built said wrote found moved "
        "took gave old new foreign local first second official public northern eastern long short careful "
        "joint former the a of to in on with from by after before under over against and or that which "
        "who while"
    ).split(),
)
CAPTURES = 20
WORKS = 200


@dataclass(slots=True)
class Author:
    """Writes sentences, always the same ones for the same seed."""

    seed: str
    choose: Random = field(init=False)

    def __post_init__(self) -> None:
        self.choose = Random(self.seed)

    def words(self, count: int) -> str:
        return " ".join(self.choose.choices(WORDS, k=count))

    def sentence(self) -> str:
        return f"{self.words(self.choose.randint(8, 22)).capitalize()}."

    def title(self) -> str:
        return self.words(4).capitalize()

    def name(self) -> str:
        return self.choose.choice(NOUNS).capitalize()


def key(number: int) -> str:
    return f"work{number:03d}"


def capture(number: int) -> list[str]:
    """The sentences of a captured work."""
    author = Author(f"capture {number}")
    return [author.sentence() for _ in range(120)]


def brief(number: int) -> str:
    """The text of a brief."""
    author = Author(f"brief {number}")
    choose = author.choose
    cited = [choose.randrange(WORKS) for _ in range(15)]
    examined = number % CAPTURES
    passages = capture(examined)

    def cite() -> str:
        page = choose.choice(("", "", f", p. {choose.randint(1, 300)}"))
        return f"[@{key(choose.choice(cited))}{page}]"

    def paragraph(note: str = "") -> str:
        emphasised = f"{author.words(3).capitalize()} *{author.words(2)}* {author.words(6)} {cite()}."
        quoted = f"The report says “{choose.choice(passages).rstrip('.')}” [@{key(examined)}]."
        sentences = [
            author.sentence(),
            emphasised,
            author.sentence() + note,
            choose.choice((quoted, author.sentence())),
        ]
        return " ".join(sentences)

    def passage(which: int) -> str:
        return f"> {passages[which].rstrip('.')}"

    rows = "\n".join(f"| {author.words(2)} | {choose.randint(1, 99)} | {cite()} |" for _ in range(4))
    return f"""---
title: {author.title()} {number}
date: 20{choose.randint(10, 25)}-0{choose.randint(1, 9)}-1{choose.randint(0, 9)}
tags: [{choose.choice(NOUNS)}]
about: {key(examined)}
---

::: keypoints
- {author.sentence()[:-1]} {cite()}.
- {author.sentence()[:-1]} {cite()}.
- {author.sentence()[:-1]} {cite()}.
:::

## {author.title()}

{paragraph("[^one]")}

{paragraph()}

{passage(1)}
> [@{key(examined)}]

{paragraph()}

::: context
### {author.title()}

{author.sentence()} {author.sentence()[:-1]} {cite()}.

- {author.sentence()}
- {author.sentence()}
    1. {author.sentence()}
    2. {author.sentence()}
:::

## {author.title()}

{paragraph()}

| what | how many | source |
|:-----|---------:|--------|
{rows}

{paragraph("[^two]")}

:::: {{.correction #first}}
### {author.title()}

{passage(2)}

::: translation
{author.sentence()}
:::

{author.sentence()[:-1]} [@{key(CAPTURES + number % (WORKS - CAPTURES))}].

{author.sentence()}
::::

::: {{.claim #second verdict=loaded}}
### {author.title()}

{passage(3)}

{author.sentence()}
:::

## {author.title()}

{paragraph()}

1. {author.sentence()}
2. {author.sentence()[:-1]} {cite()}.

{paragraph()}

[^one]: {author.sentence()} {author.sentence()[:-1]} {cite()}.

[^two]: {author.sentence()}

    - {author.sentence()}
    - {author.sentence()}
"""


def write_project(root: Path, briefs: int, works: int = WORKS) -> None:
    """A whole project below `root`, a folder that does not exist yet; it cites the first WORKS works."""
    for folder in ("sources", "seeds", "docs"):
        (root / folder).mkdir(parents=True)
    _write(root / "mkdocs.yml", "site_name: A benchmark\n")
    records = []
    for number in range(CAPTURES):
        text = " ".join(capture(number)) + "\n"
        _write(root / "seeds" / f"{number}.txt", text)
        digest = hashlib.sha256(text.encode()).hexdigest()
        records.append(
            f"{key(number)}:\n  file: seeds/{number}.txt\n  sha256: {digest}\n"
            "  captured: 2025-05-05\n  language: en\n"
        )
    _write(root / "sources" / "captures.yml", "\n".join(records))
    _write(root / "sources" / "references.bib", bibliography(works))
    for number in range(briefs):
        _write(root / "sources" / f"brief-{number:04d}.md", brief(number))


def bibliography(works: int = WORKS) -> str:
    """The entries of this many works."""
    author = Author("bibliography")
    return "\n".join(
        f"@article{{{key(number)},\n  author = {{{author.name()}, Ann and Lee, Ben}},\n"
        f"  title = {{{author.title()}}},\n  journaltitle = {{The {author.name()}}},\n"
        f"  date = {{20{10 + number % 15}-05-0{1 + number % 9}}},\n  langid = {{english}},\n}}\n"
        for number in range(works)
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
