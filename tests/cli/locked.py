"""A project with quotations to be locked, and what its lock says."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.repository import ROOT

BASE = ROOT / "tests/golden/_base"
BRIEF = """\
---
title: The bridge
description: What a report says.
date: 2025-05-06
lang: en
---

The report says: “Some 1,200 drivers use the bridge each day” [@herald2025bridge].

It came “as a bolt from the blue” [@herald2025bridge], and “The old bridge […] will be closed”
[@herald2025bridge]. The council says “anything it likes” [@council2025minutes].
"""


def make_project(root: Path) -> Path:
    """Three quotations that stand in a capture, and one of a work without any."""
    shutil.copytree(BASE, root)
    with (root / "sources/captures.yml").open("a", encoding="utf-8") as captures:
        captures.write("\ncouncil2025minutes: {capture: none, why: it lends nothing}\n")
    write(root, BRIEF)
    return root


def write(root: Path, text: str, name: str = "bridge") -> None:
    """A brief as nobody has had it yet: what guards published texts is looked at in `tests.record`."""
    (root / "sources/published.lock").unlink(missing_ok=True)
    (root / f"sources/{name}.md").write_text(text, encoding="utf-8")


def lock_of(root: Path) -> str:
    return (root / "sources/verified.lock").read_text(encoding="utf-8")


def entries(root: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in lock_of(root).splitlines()[1:]]


def rewrite_lock(root: Path, old: str, new: str) -> None:
    text = lock_of(root)
    assert old in text
    (root / "sources/verified.lock").write_text(text.replace(old, new), encoding="utf-8")


def replace_capture(root: Path, old: str, new: str) -> None:
    """A newer capture in the place of the old one, with its hash in captures.yml."""
    place, records = root / "seeds/herald.txt", root / "sources/captures.yml"
    before = place.read_bytes()
    after = b"Updated at noon.\n\n" + before.replace(old.encode(), new.encode())
    place.write_bytes(after)
    hashes = hashlib.sha256(before).hexdigest(), hashlib.sha256(after).hexdigest()
    records.write_text(records.read_text("utf-8").replace(*hashes), encoding="utf-8")


def run(root: Path, *arguments: str) -> int:
    return main([*arguments, "--root", str(root)])


def names(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    run(root, "check", "--format", "json")
    return [finding["name"] for finding in json.loads(capsys.readouterr().out)["findings"]]
