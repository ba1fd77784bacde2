"""A published site is re-checked from its manifest alone."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from briefgen.cli.main import main
from briefgen.site.manifest import seal
from briefgen.site.own import SiteBuildError
from briefgen.site.signature import sign
from tests.browser import serve
from tests.record.story import BRIEF, STEPS
from tests.repository import ROOT

_PAGE = '<p>The bridge is old.</p><a class="found" href="#x">✓</a>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site of the first step of a brief's life: its record as it was compiled, and pages in small."""
    project = tmp_path / "project"
    for path, text in STEPS[0].files.items():
        assert isinstance(text, str)
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    assert main(["lock", "--date", "2025-05-10", "--root", str(project)]) == 0
    assert main(["compile", "--root", str(project)]) == 0
    folder = tmp_path / "site"
    for path in ("briefs/bridge/index.html", "sources/herald2025bridge/index.html", "index.html"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(_PAGE, "utf-8")
    for name in ("manifest.json", "annotations.json"):
        shutil.copy(project / "docs" / name, folder / name)
    seal(folder)
    return folder


def verified(site: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[str]:
    capsys.readouterr()
    code = main(["verify-site", str(site), *more])
    *faults, _ = capsys.readouterr().out.splitlines()
    assert code == bool(faults)
    return faults


def test_an_untouched_site_is_as_its_manifest_says(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(site, capsys) == []
    said = (site / "manifest.json").read_text("utf-8")
    assert said == json.dumps(json.loads(said), ensure_ascii=False, indent=1) + "\n"


_ALTERED: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "text": (
        lambda site: (site / "briefs/bridge/index.html").write_text(_PAGE.replace("old", "new"), "utf-8"),
        ["altered: briefs/bridge/index.html, the text of the brief bridge"],
    ),
    "capture": (
        lambda site: (site / "sources/herald2025bridge/index.html").write_text("<p>Nothing.</p>", "utf-8"),
        ["altered: sources/herald2025bridge/index.html, which shows the capture of herald2025bridge"],
    ),
    "missing page": (lambda site: (site / "index.html").unlink(), ["missing: index.html"]),
    "added quotation": (
        lambda site: (site / "briefs/bridge/index.html").write_text(_PAGE * 2, "utf-8"),
        [
            "altered: briefs/bridge/index.html, the text of the brief bridge",
            "added quotation: briefs/bridge/index.html marks 2 as found, and the manifest has 1",
        ],
    ),
    "added page": (
        lambda site: (site / "more.html").write_text("", "utf-8"),
        ["not in the manifest: more.html"],
    ),
}


@pytest.mark.parametrize("what", _ALTERED)
def test_what_was_altered_is_found(what: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alter, expected = _ALTERED[what]
    alter(site)
    assert verified(site, capsys) == expected


_HOSTILE: dict[str, tuple[str, int, str]] = {
    "deep": ("[" * 100_000, 2, "no manifest"),
    "deep inside": ('{"briefgen": ' + "[" * 100_000, 2, "no manifest"),
    "no list of files": ('{"briefgen": 1, "outputs": [1]}', 2, "no manifest"),
    "a file of the machine": ('{"briefgen": 1, "outputs": {"/etc/passwd": "0"}}', 1, "no path of a site"),
    "a file above": ('{"briefgen": 1, "outputs": {"../secret.txt": "0"}}', 1, "no path of a site"),
    "a NUL": ('{"briefgen": 1, "outputs": {"a\\u0000b": "0"}}', 1, "no path of a site"),
    "half a character": ('{"briefgen": 1, "outputs": {"\\ud800": "0"}}', 1, "no path of a site"),
    "a name beyond length": (f'{{"briefgen": 1, "outputs": {{"{"a" * 9000}": "0"}}}}', 1, "missing: aaa"),
    "a link out": ('{"briefgen": 1, "outputs": {"out/secret.txt": "0"}}', 1, "missing: out/secret.txt"),
    "a pipe": ('{"briefgen": 1, "outputs": {"pipe": "0"}}', 1, "missing: pipe"),
    "pages that are none": (
        '{"briefgen": 1, "outputs": {"a": "0"}, "captures": [{"page": [], "work": 1}], '
        '"briefs": [{"page": {}, "slug": 1}]}',
        1,
        "missing: a",
    ),
}


@pytest.mark.parametrize("case", _HOSTILE)
def test_a_manifest_of_somebody_else_reads_nothing_outside(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, code, said = _HOSTILE[case]
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "manifest.json").write_text(text, "utf-8")
    if sys.platform != "win32":
        (site / "out").symlink_to("..")
        os.mkfifo(site / "pipe")
    assert main(["verify-site", str(site)]) == code
    told = "".join(capsys.readouterr())
    assert said in told
    assert "altered" not in told


needs_ssh_keygen = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="there is no ssh-keygen")


def _key(folder: Path) -> tuple[Path, Path]:
    """A key, and the list of signers that has it."""
    key, signers = folder / "key", folder / "signers"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key], check=True)
    kind, public, *_ = key.with_suffix(".pub").read_text().split()
    signers.write_text(f"desk@example.org {kind} {public}\n")
    return key, signers


def _asked(address: str, capsys: pytest.CaptureFixture[str], *more: str) -> list[str]:
    """What `verify-site` says of an address."""
    capsys.readouterr()
    code = main(["verify-site", address, *more])
    *faults, _ = capsys.readouterr().out.splitlines()
    assert code == bool(faults)
    return faults


@needs_ssh_keygen
def test_an_altered_manifest_is_found_where_it_is_signed(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, signers = _key(site.parent)
    asked = ("--signers", str(signers), "--identity", "desk@example.org")
    assert verified(site, capsys, *asked) == ["missing: manifest.json.sig, the signature of the manifest"]
    place = site / "manifest.json"
    subprocess.run(
        ["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", "briefgen", place],
        check=True,
        capture_output=True,
    )
    assert verified(site, capsys, *asked) == []
    said = json.loads(place.read_text("utf-8"))
    said["briefs"][0]["version"] = "9.0"
    place.write_text(json.dumps(said), "utf-8")
    assert verified(site, capsys) == []
    assert verified(site, capsys, *asked) == ["altered: manifest.json is not what desk@example.org signed"]


@needs_ssh_keygen
def test_a_build_signs_with_the_key_of_the_settings(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key, signers = _key(site.parent)
    sign(site, key)
    first = (site / "manifest.json.sig").read_bytes()
    asked = ("--signers", str(signers), "--identity", "desk@example.org")
    assert verified(site, capsys, *asked) == []
    sign(site, key)
    assert (site / "manifest.json.sig").read_bytes() == first
    with pytest.raises(SiteBuildError, match="there is no such file"):
        sign(site, site.parent / "no-key")
    with pytest.raises(SiteBuildError, match="could not sign"):
        sign(site, signers)
    assert not (site / "manifest.json.sig").exists()


@needs_ssh_keygen
def test_a_site_is_re_checked_over_the_network(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key, signers = _key(site.parent)
    (site / "straße & co.html").write_text(_PAGE, "utf-8")
    seal(site)
    sign(site, key)
    asked = ("--own-network", "--signers", str(signers), "--identity", "desk@example.org")
    with serve(site) as address:
        assert _asked(address, capsys, *asked) == []
        assert main(["verify-site", address]) == 2
        assert "--own-network" in capsys.readouterr().err
        _ALTERED["added quotation"][0](site)
        (site / "index.html").unlink()
        assert _asked(address, capsys, *asked) == [
            *_ALTERED["added quotation"][1],
            *_ALTERED["missing page"][1],
        ]
        manifest = site / "manifest.json"
        manifest.write_text(manifest.read_text("utf-8").replace("1.0", "9.0"), "utf-8")
        assert "altered: manifest.json is not what desk@example.org signed" in _asked(address, capsys, *asked)


def test_the_manifest_is_as_its_schema_says(site: Path) -> None:
    schema = json.loads((ROOT / "docs/manual/reference/manifest.schema.json").read_text("utf-8"))
    validator = Draft202012Validator
    validator.check_schema(schema)
    said = json.loads((site / "manifest.json").read_text("utf-8"))
    validator(schema).validate(said)
    (quotation,) = said["quotations"]
    quote, place = quotation["selector"]
    assert quote["exact"] == "the old bridge closes on Monday"
    assert (place["start"], place["end"]) == (16, 47)
    assert BRIEF.endswith(f"{said['briefs'][0]['slug']}.md")


def test_annotations_have_the_words_of_the_manifest(site: Path) -> None:
    said = json.loads((site / "annotations.json").read_text("utf-8"))
    assert said["@context"] == "http://www.w3.org/ns/anno.jsonld"
    (annotation,) = said["items"]
    assert annotation["target"]["source"] == "https://example.com/bridge"
    assert annotation["body"]["source"] == "https://example.org/briefs/bridge/"
