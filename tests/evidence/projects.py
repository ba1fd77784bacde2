"""Small projects of cases from trials, and what `check` finds in them."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.pipeline import compile_briefs

HERE = Path(__file__).parent


def cases(name: str) -> Any:
    """The cases of a file beside this one."""
    return json.loads((HERE / f"{name}.json").read_text("utf-8"))


def make_project(
    root: Path,
    texts: Mapping[str, str],
    briefs: Mapping[str, str],
    *,
    uncaptured: tuple[str, ...] = (),
    language: str = "en",
) -> Path:
    """A project with a captured text for each key of `texts`, works without one, and briefs by slug."""
    (root / "sources").mkdir(parents=True)
    (root / "seeds").mkdir()
    records = {}
    entries = []
    for key, text in texts.items():
        data = text.encode()
        (root / "seeds" / f"{key}.txt").write_bytes(data)
        records[key] = {
            "file": f"seeds/{key}.txt",
            "sha256": sha256(data).hexdigest(),
            "captured": "2025-05-07",
            "language": language,
        }
    for key in (*texts, *uncaptured):
        entries.append(
            f"@online{{{key}, title = {{[Title of {key}]}}, author = {{Author, {key.capitalize()}}},"
            f" date = {{2025-05-06}}, url = {{https://example.org/{key}}}}}\n"
        )
    (root / "sources" / "references.bib").write_text("".join(entries), "utf-8")
    (root / "sources" / "captures.yml").write_text(yaml.safe_dump(records, allow_unicode=True), "utf-8")
    for slug, brief in briefs.items():
        (root / "sources" / f"{slug}.md").write_text(brief, "utf-8")
    return root


def brief(text: str, *, lang: str = "en", title: str = "Probe", **front: str) -> str:
    """A brief with this text."""
    head = yaml.safe_dump({"title": title, "date": "2025-05-08", "lang": lang, **front}, allow_unicode=True)
    return f"---\n{head}---\n\n{text}\n"


def check(root: Path) -> list[Diagnostic]:
    """What `check` finds in a project."""
    return list(compile_briefs(root, only_findings=True).findings)


def errors(findings: list[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def told(findings: list[Diagnostic]) -> str:
    """The findings, a line each, for a failing test."""
    return "\n".join(
        f"{one.rule.code} {one.rule.name} {one.span.path}:{one.span.line}: {one.message}" for one in findings
    )
