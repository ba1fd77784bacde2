"""Social cards from end to end: drawn once, written beside the pages, the same bytes everywhere."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from briefgen.cli.main import main
from tests.repository import ROOT, run

SETTINGS = """\
site_name: The Test Desk
site_url: https://example.org/
theme: {name: material, logo: assets/mark.svg}
"""
BRIEF = "---\ntitle: {title}\ndate: 2025-05-06\n---\n\nText.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two briefs, with an address and a font of their own."""
    return make_project(tmp_path / "project")


def make_project(root: Path) -> Path:
    (root / "sources").mkdir(parents=True)
    (root / "fonts").mkdir()
    (root / "fonts/korean.ttf").write_bytes((ROOT / "tests/data/fonts/korean.ttf").read_bytes())
    settings = SETTINGS + "extra: {briefgen: {card_fonts: [fonts/korean.ttf]}}\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    write_brief(root, "bridge", "How old is the bridge?")
    write_brief(root, "공병", "천 명의 공병")
    return root


def write_brief(root: Path, slug: str, title: str) -> None:
    (root / f"sources/{slug}.md").write_text(BRIEF.format(title=title), encoding="utf-8")


def pictures(root: Path) -> dict[str, str]:
    """The hashes of the cards in docs/ by their names."""
    folder = root / "docs/briefs/cards"
    return {place.name: sha256(place.read_bytes()).hexdigest() for place in sorted(folder.glob("*"))}


def drawn(root: Path) -> dict[str, int]:
    """When each picture that is kept was drawn."""
    return {place.name: place.stat().st_mtime_ns for place in (root / ".briefgen/cards").glob("*.png")}


def test_each_brief_has_a_card_and_the_site_has_one(project: Path) -> None:
    assert main(["compile", "--root", str(project), "--strict"]) == 0
    assert pictures(project).keys() == {"bridge.png", "index.png", "공병.png"}
    for name in pictures(project):
        with Image.open(project / "docs/briefs/cards" / name) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630))
    manifest = json.loads((project / "docs/.briefgen.json").read_text(encoding="utf-8"))
    listed = {path: told for path, told in manifest["files"].items() if path.endswith(".png")}
    assert listed == {f"briefs/cards/{name}": told for name, told in pictures(project).items()}


def test_checking_draws_nothing(project: Path) -> None:
    assert main(["check", "--root", str(project), "--strict"]) == 0
    assert not (project / ".briefgen").exists()


def test_what_has_not_changed_is_not_drawn_again(project: Path) -> None:
    main(["compile", "--root", str(project)])
    before, times = pictures(project), drawn(project)
    write_brief(project, "bridge", "How old is that bridge?")
    main(["compile", "--root", str(project)])
    after = pictures(project)
    assert [name for name in after if after[name] != before[name]] == ["bridge.png"]
    kept = drawn(project)
    assert len(kept) == len(times) == 3  # the old one is forgotten
    assert len(kept.items() & times.items()) == 2


def test_a_card_that_is_no_more_goes(project: Path) -> None:
    main(["compile", "--root", str(project)])
    (project / "sources/bridge.md").unlink()
    main(["compile", "--root", str(project)])
    assert pictures(project).keys() == {"index.png", "공병.png"}
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("site_url: https://example.org/\n", ""), "utf-8")
    main(["compile", "--root", str(project)])
    assert not (project / "docs/briefs/cards").exists()
    assert drawn(project) == {}


def test_a_picture_made_by_hand_is_not_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = project / "docs/briefs/cards/bridge.png"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"mine")
    assert main(["compile", "--root", str(project)]) == 1
    assert "docs/briefs/cards/bridge.png:1:1: error[BG400] file-in-the-way" in capsys.readouterr().out
    assert place.read_bytes() == b"mine"


@pytest.mark.parametrize("link", ["fonts/korean.ttf", "fonts"])
def test_a_font_outside_the_project_is_refused(
    project: Path, link: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / link).rename(tmp_path / "outside")
    (project / link).symlink_to(tmp_path / "outside")
    assert main(["check", "--root", str(project)]) == 1
    said = capsys.readouterr().out
    assert "card-font-unusable" in said or "outside-project" in said


def test_the_same_bytes_in_another_folder_locale_and_zone(tmp_path: Path) -> None:
    made = []
    for name, environment in {
        "one": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LANG": "C.UTF-8"},
        "another folder": {"PYTHONHASHSEED": "77", "TZ": "Asia/Pyongyang", "LC_ALL": "POSIX", "HOME": "/"},
    }.items():
        root = make_project(tmp_path / name)
        done = run("-m", "briefgen", "compile", "--root", root, **environment)
        assert done.returncode == 0, done.stdout + done.stderr
        made.append(pictures(root))
    assert made[0] == made[1]
    assert len(made[0]) == 3
