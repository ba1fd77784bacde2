import gzip
from pathlib import Path

import pytest

from briefgen.site.build import SiteBuildError, build_site

SETTINGS = """\
site_name: Test
site_url: https://example.org/
theme: {name: mkdocs, custom_dir: .briefgen/theme}
markdown_extensions: [admonition, pymdownx.extra]
plugins: []
"""
DAY = "2025-06-18"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / ".briefgen/theme").mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def old_site(project: Path) -> Path:
    (project / "site").mkdir()
    (project / "site/index.html").write_text("old", encoding="utf-8")
    return project / "site"


def test_a_new_site_takes_the_place_of_the_old_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    site = old_site(project)
    (site / "gone.html").touch()
    (project / "markdown.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    build_site(project, DAY, strict=True)
    assert ">Home</h1>" in (site / "index.html").read_text(encoding="utf-8")
    assert not (site / "gone.html").exists()
    assert "<lastmod>2025-06-18</lastmod>" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()
    assert sorted(path.name for path in (project / ".briefgen").iterdir()) == [
        ".gitignore",
        "build.lock",
        "theme",
    ]
    out, err = capfd.readouterr()
    assert out == ""
    assert "Documentation built" in err


@pytest.mark.parametrize("newest", ["", "1899-12-31"])
def test_days_that_no_archive_can_name(project: Path, newest: str) -> None:
    build_site(project, newest, strict=False)
    assert "1970-01-01" in (project / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_failing_build_leaves_the_old_site_alone(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site = old_site(project)
    (project / "docs/index.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(SiteBuildError, match="MkDocs could not build the site"):
        build_site(project, DAY, strict=True)
    assert [path.read_text(encoding="utf-8") for path in site.iterdir()] == ["old"]
    assert "nowhere.md" in capfd.readouterr().err
    build_site(project, DAY, strict=False)
    assert "nowhere" in (site / "index.html").read_text(encoding="utf-8")


def test_a_build_that_was_killed_between_the_renames(project: Path) -> None:
    site = old_site(project)
    site.rename(project / ".briefgen/site-old")
    (project / ".briefgen/site-new").mkdir()
    (project / ".briefgen/site-new/half").touch()
    (project / "mkdocs.yml").write_text(SETTINGS.replace("mkdocs,", "no-such-theme,"), encoding="utf-8")
    with pytest.raises(SiteBuildError):
        build_site(project, DAY, strict=False)
    assert [path.read_text(encoding="utf-8") for path in site.iterdir()] == ["old"]


def test_without_settings(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    with pytest.raises(SiteBuildError, match=r"has no mkdocs\.yml"):
        build_site(project, DAY, strict=False)


def test_a_folder_that_is_no_site_is_not_replaced(project: Path, tmp_path: Path) -> None:
    site = project / "site"
    site.mkdir()
    (site / "thesis.docx").write_text("mine", encoding="utf-8")
    with pytest.raises(SiteBuildError, match="something else than a built site"):
        build_site(project, DAY, strict=False)
    assert (site / "thesis.docx").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("settings", "lacking"),
    [
        ("site_name: Test\n", ["markdown_extensions: footnotes", "custom_dir: .briefgen/theme"]),
        (SETTINGS.replace(", pymdownx.extra", ""), ["attr_list", "md_in_html", "pymdownx.superfences"]),
        (SETTINGS.replace(", custom_dir: .briefgen/theme", ""), ["custom_dir: .briefgen/theme"]),
    ],
)
def test_settings_that_would_show_raw_text_are_named(
    project: Path, settings: str, lacking: list[str]
) -> None:
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with pytest.raises(SiteBuildError) as caught:
        build_site(project, DAY, strict=False)
    for name in lacking:
        assert name in str(caught.value)
    assert not (project / "site").exists()


# ---------------------------------------------------------------------------------------- offline


def test_the_offline_site_lies_beside_the_other_one(project: Path) -> None:
    site = old_site(project)
    (project / "docs/about.md").write_text("[Home](index.md)\n", encoding="utf-8")
    assert build_site(project, DAY, strict=True, offline=True) == project / "site-offline"
    assert [path.read_text(encoding="utf-8") for path in site.iterdir()] == ["old"]
    page = (project / "site-offline/about.html").read_text(encoding="utf-8")
    assert '<a href="index.html">Home</a>' in page
    assert "canonical" not in page
    for name in ("sitemap.xml", "sitemap.xml.gz", "404.html"):
        assert not (project / "site-offline" / name).exists()
    assert build_site(project, DAY, strict=True) == site
    assert 'href="https://example.org/about/"' in (site / "about/index.html").read_text(encoding="utf-8")
    assert (project / "site-offline/about.html").read_text(encoding="utf-8") == page


def test_an_offline_build_that_was_killed_leaves_the_other_site_alone(project: Path) -> None:
    site = old_site(project)
    (project / ".briefgen/site-offline-old").mkdir()
    (project / ".briefgen/site-offline-old/index.html").write_text("earlier", encoding="utf-8")
    (project / "mkdocs.yml").write_text(SETTINGS.replace("mkdocs,", "no-such-theme,"), encoding="utf-8")
    with pytest.raises(SiteBuildError):
        build_site(project, DAY, strict=False, offline=True)
    assert (project / "site-offline/index.html").read_text(encoding="utf-8") == "earlier"
    assert [path.read_text(encoding="utf-8") for path in site.iterdir()] == ["old"]


def test_a_folder_in_the_way_of_the_offline_site_is_not_replaced(project: Path) -> None:
    (project / "site-offline").mkdir()
    (project / "site-offline/thesis.docx").write_text("mine", encoding="utf-8")
    with pytest.raises(SiteBuildError, match="site-offline is something else than a built site"):
        build_site(project, DAY, strict=False, offline=True)
    assert (project / "site-offline/thesis.docx").read_text(encoding="utf-8") == "mine"
    assert not (project / "site").exists()


def test_an_offline_site_without_a_home_page(project: Path) -> None:
    (project / "docs/index.md").rename(project / "docs/about.md")
    build_site(project, DAY, strict=True, offline=True)
    assert (project / "site-offline/about.html").is_file()
