"""What programs read of two sites: this repository's briefs, and a brief that was corrected and withdrawn."""

import json
from collections.abc import Iterator
from pathlib import Path

import yaml

from briefgen.cli.main import main
from tests.record.story import STEPS
from tests.repository import copy_project

ADDRESS = "https://example.org/"
_RETRACTED = 10
"""The steps of the story up to the day on which the brief is withdrawn."""


def compile_both(folder: Path) -> tuple[Path, Path]:
    """Their folders `docs/`."""
    kursk, story = copy_project(folder / "kursk"), folder / "story"
    settings = kursk / "mkdocs.yml"
    settings.write_text(f"site_url: {ADDRESS}\n{settings.read_text('utf-8')}", "utf-8")
    assert main(["compile", "--no-cache", "--root", str(kursk)]) == 0
    for step in STEPS[:_RETRACTED]:
        for path, change in step.files.items():
            place = story / path
            place.parent.mkdir(parents=True, exist_ok=True)
            before = place.read_text("utf-8") if place.exists() else ""
            place.write_text(change if isinstance(change, str) else change(before), "utf-8")
        for command in step.commands:
            main([*command, "--root", str(story)])
    return kursk / "docs", story / "docs"


def json_ld(docs: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Each JSON-LD of a brief's page, with the name of the page."""
    for page in sorted((docs / "briefs").glob("*.md")):
        head = yaml.safe_load(page.read_text("utf-8").split("\n---\n")[0].removeprefix("---\n"))
        said = head.get("briefgen") or {}
        if "schema" in said:
            yield page.stem, said["schema"]
            yield from ((page.stem, review) for review in said.get("reviews", ()))


def as_typescript(objects: list[dict[str, object]]) -> str:
    """A program that the compiler of TypeScript takes only if these are what schema.org has."""
    lines = ['import type { WithContext, Report, ClaimReview } from "schema-dts";']
    lines += [
        f"export const o{number}: WithContext<{one['@type']}> = {json.dumps(one, ensure_ascii=False)};"
        for number, one in enumerate(objects)
    ]
    return "\n".join(lines) + "\n"
