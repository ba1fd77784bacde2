"""Cuts and omissions in many languages: what must be warned of, and what must stay silent, in equal parts.

The tables are in cases/context-*.yml; each verdict was decided by hand. Everything is asked of the whole
`check`, as an author meets it.
"""

from pathlib import Path
from typing import TypedDict

import pytest

from tests.evidence.projects import brief, check, make_project, told
from tests.tables import read_table


class Table(TypedDict):
    """A source, and what is quoted from it."""

    lang: str
    source: str
    warn: list[str]
    silent: list[str]


TABLES: list[Table] = [
    table
    for file in sorted((Path(__file__).parent / "cases").glob("context-*.yml"))
    for table in read_table(file)
]


def as_brief(quotation: str, lang: str) -> str:
    return brief(quotation if "[@h]" in quotation else f"> {quotation} [@h]", lang=lang)


def test_there_are_enough_of_both() -> None:
    warned = sum(len(table["warn"]) for table in TABLES)
    silent = sum(len(table["silent"]) for table in TABLES)
    assert warned + silent >= 400
    assert abs(warned - silent) <= 0.1 * warned
    assert len({table["lang"] for table in TABLES}) >= 20


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table['lang']}-{table['source'][:12]}")
def test_only_what_misleads_is_warned_of(table: Table, tmp_path: Path) -> None:
    quotations = [*((one, True) for one in table["warn"]), *((one, False) for one in table["silent"])]
    briefs = {f"b{at:03}": as_brief(one, table["lang"]) for at, (one, _) in enumerate(quotations)}
    findings = check(make_project(tmp_path / "p", {"h": table["source"]}, briefs, language=table["lang"]))
    wrong = []
    for at, (quotation, warned) in enumerate(quotations):
        own = [one for one in findings if one.span.path == f"sources/b{at:03}.md"]
        if bool(own) is not warned:
            wrong.append(f"{quotation!r}: {told(own) or 'no finding'}")
    assert not wrong, "\n".join(wrong)
