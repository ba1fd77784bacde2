"""The manual's table of formats has the numbers that are written and read."""

import json
import re

from briefgen.decode.published import encode_published
from briefgen.decode.spans import spans_text
from briefgen.matching.fold import FOLD_VERSION
from briefgen.model.manifest import Manifest
from briefgen.model.published import PublishedLock
from briefgen.render.record import MANIFEST_VERSION
from tests.repository import ROOT, run


def test_each_number_is_the_one_in_what_briefgen_writes() -> None:
    text = (ROOT / "docs/manual/formats.md").read_text("utf-8")
    told = [int(number) for number in re.findall(r"^\| .+ \| (\d+) \| .+ \|$", text, re.MULTILINE)]
    lock = (ROOT / "sources/verified.lock").read_text("utf-8").split("\n")
    published = encode_published(PublishedLock())
    findings = json.loads(run("-m", "briefgen", "check", "--root", ROOT, "--format", "json").stdout)
    locks = [json.loads(lock[0])["lock"], json.loads(published)["published"]]
    written = [*locks, json.loads(Manifest().encode())["version"], MANIFEST_VERSION, findings["version"]]
    assert told == [*written, json.loads(spans_text((), ""))["version"], FOLD_VERSION]
    assert json.loads(lock[1])["fold"] == FOLD_VERSION
