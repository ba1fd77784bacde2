"""The extension for VS Code, as far as its texts go. `bash .ci/editors` packages and runs it."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from briefgen import __version__, cli
from briefgen.cli.main import main
from briefgen.found import modules_in
from briefgen.model.box import KNOWN_KINDS, BoxKind
from briefgen.model.finding import FindingVerdict
from briefgen.model.layout import project
from tests.repository import ROOT
from tests.rules.projects import lay_out

HERE = ROOT / "editors/vscode"
MANIFEST: dict[str, Any] = json.loads((HERE / "package.json").read_text("utf-8"))
CONTRIBUTED = MANIFEST["contributes"]
CODE = (HERE / "src/extension.ts").read_text("utf-8")
README = (HERE / "README.md").read_text("utf-8")
MANUAL = (ROOT / "docs/manual/editors.md").read_text("utf-8")
SNIPPETS: dict[str, dict[str, Any]] = json.loads((HERE / "snippets/briefs.json").read_text("utf-8"))
LOCK: dict[str, Any] = json.loads((HERE / "package-lock.json").read_text("utf-8"))


def test_the_manifest_is_one_that_vs_code_reads() -> None:
    schema = json.loads((ROOT / "tests/editors/manifest.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(MANIFEST, schema, jsonschema.Draft202012Validator)
    assert MANIFEST["version"] == __version__
    assert MANIFEST["license"] == "MIT"
    assert (HERE / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert MANIFEST["engines"]["vscode"] == f"^{MANIFEST['devDependencies']['@types/vscode']}"


def test_nothing_runs_in_a_folder_that_is_not_trusted() -> None:
    assert MANIFEST["capabilities"]["untrustedWorkspaces"]["supported"] is False
    assert CONTRIBUTED["configuration"]["properties"]["briefgen.path"]["scope"] == "machine-overridable"


def test_its_commands_and_settings_are_those_of_the_code_and_of_what_is_read() -> None:
    commands = {one["command"]: one["title"] for one in CONTRIBUTED["commands"]}
    assert set(re.findall(r'registerCommand\("([\w.]+)"', CODE)) == commands.keys()
    assert set(re.findall(r"^\| briefgen: (.+?) \|", README, re.MULTILINE)) == {*commands.values()}
    settings = CONTRIBUTED["configuration"]["properties"].keys()
    assert settings == {"briefgen.path", "briefgen.trace.server"}
    read = re.findall(r'getConfiguration\(NAME\)\.get\("(\w+)"', CODE)
    assert {f"briefgen.{name}" for name in read} | {"briefgen.trace.server"} == settings
    assert [name for name in ("briefgen.path", *commands.values()) if name not in MANUAL] == []
    started = re.search(r"ARGUMENTS = (\[.*\])", (HERE / "src/server.ts").read_text("utf-8"))
    assert started
    words = json.loads(started[1])
    words += re.findall(r'runInProject\("\w+", \["(\w+)"', CODE)
    assert {*words} <= modules_in(cli.__path__).keys()


def test_what_it_looks_for_is_what_the_map_has() -> None:
    projects = (HERE / "src/projects.ts").read_text("utf-8")
    assert f'["{project.SETTINGS}", "{project.SOURCES}"]' in projects
    assert f"{{{project.SETTINGS},{project.SOURCES}/**,{project.SEEDS}/**}}" in CODE
    (schema,) = CONTRIBUTED["yamlValidation"]
    assert schema["fileMatch"] == [
        f"**/{project.CAPTURES}"
    ]  # and no mkdocs.yml: other projects have one, too
    assert (ROOT / "docs/manual/reference" / schema["url"].rpartition("/")[2]).is_file()
    locks = {name for one in CONTRIBUTED["languages"] for name in one["filenames"]}
    assert locks == {path.rpartition("/")[2] for path in (project.LOCK, project.PUBLISHED)}


# ------------------------------------------------------------------------------------------- snippets


def test_each_kind_of_box_has_a_snippet_with_all_its_verdicts() -> None:
    bodies = {one["prefix"]: "\n".join(one["body"]) for one in SNIPPETS.values()}
    assert bodies.keys() == {*(f"box-{kind}" for kind in KNOWN_KINDS), "brief"}
    for kind in (BoxKind.CORRECTION, BoxKind.CLAIM):
        (offered,) = re.findall(r"verdict=\$\{\d\|(.*?)\|\}", bodies[f"box-{kind}"])
        assert offered.split(",") == [one.value for one in FindingVerdict if one.of is kind]


def filled(body: list[str], number: int) -> str:
    """What a snippet writes, with the words of a person in its gaps."""
    text = "\n".join(body).replace("$0", "")
    text = re.sub(r"\$\{\d\|([^,|]*).*?\|\}", r"\1", text)
    for name, value in (("YEAR", "2025"), ("MONTH", "05"), ("DATE", "10")):
        text = text.replace(f"$CURRENT_{name}", value)
    gaps = {
        "id": f"box-{number}",
        "key": "herald2025bridge",
        "other": "minutes2025",
        "the passage, word for word": "the old bridge closes on Monday",
    }
    return re.sub(r"\$\{\d:(.*?)\}", lambda gap: gaps.get(gap[1], gap[1]), text)


def test_what_they_write_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out((), tmp_path)
    texts = {
        one["prefix"].removeprefix("box-"): filled(one["body"], number)
        for number, one in enumerate(SNIPPETS.values())
    }
    passage = "> the old bridge closes on Monday [@herald2025bridge]\n\n"
    order = ["brief", "keypoints", "correction", "claim", "context", "event", "note", "translation"]
    assert {*order} == texts.keys()
    texts["translation"] = passage + texts["translation"]
    (tmp_path / "sources/bridge.md").write_text("\n".join(texts[name] for name in order), encoding="utf-8")
    ended = main(["check", "--root", str(tmp_path), "--drafts", "--format", "concise"])
    assert (ended, capsys.readouterr().out) == (0, "")


# --------------------------------------------------------------------------------------------- supply


def test_its_lock_has_hashes_and_no_addresses() -> None:
    packages = {name: one for name, one in LOCK["packages"].items() if name}
    assert len(packages) > 200
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())
    assert "://" not in json.dumps([{**one, "funding": None} for one in packages.values()])
    assert LOCK["packages"][""]["devDependencies"] == MANIFEST["devDependencies"]


def held_by(place: str) -> set[str]:
    """A package of the lock with all that it needs, by their places: one of its own stands inside of it."""
    packages = LOCK["packages"]
    held = {place}
    for name in packages[place].get("dependencies", {}):
        inside = place
        while f"{inside}/node_modules/{name}".lstrip("/") not in packages:
            assert inside, name
            inside = inside.rpartition("/node_modules/")[0]
        held |= held_by(f"{inside}/node_modules/{name}".lstrip("/"))
    return held


def test_the_licences_of_what_it_holds_are_told() -> None:
    supply = (ROOT / "docs/dev/supply.md").read_text("utf-8")
    table = supply.partition("| in the extension | licence |\n| --- | --- |\n")[2].partition("\n\n")[0]
    told = dict(re.findall(r"^\| ([a-z-]+) \| (.+) \|$", table, re.MULTILINE))
    held = held_by("node_modules/vscode-languageclient")
    assert told == {
        place.rpartition("node_modules/")[2]: LOCK["packages"][place]["license"] for place in held
    }
