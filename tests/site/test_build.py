import gzip
from pathlib import Path

import pytest

from briefgen.model.layout.site import MARK
from briefgen.site.build import build_site, find_site
from briefgen.site.coming import Coming
from briefgen.site.own import SiteBuildError

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
    (project / "site" / MARK).write_text("old", encoding="utf-8")
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


def test_what_is_coming_has_its_place_from_the_beginning(project: Path) -> None:
    """No link to it is a broken one, the site is whole, and known again; what is left out stays so."""
    settings = SETTINGS.replace("name: mkdocs,", "name: material, font: false,")
    (project / "mkdocs.yml").write_text(f"{settings}exclude_docs: b.png\n", encoding="utf-8")
    (project / "docs/index.md").write_text("# Home\n\n![A](cards/a.png)\n", encoding="utf-8")

    def make() -> dict[str, bytes]:
        (project / "docs/cards").mkdir()
        made = {"cards/a.png": b"drawn", "cards/b.png": b"unseen"}
        for path, data in made.items():
            (project / "docs" / path).write_bytes(data)
        return made

    many = tuple(f"cards/{number:04}/{'long ' * 10}.png" for number in range(2000))
    coming = Coming(("cards/a.png", "cards/b.png", *many), make, lambda: None)
    site = Path(build_site(project, DAY, strict=True, cache=True, coming=coming))
    assert (site / "cards/a.png").read_bytes() == b"drawn"
    assert not (site / "cards/b.png").exists()
    assert find_site(project, DAY, strict=True)[0] == site
    (project / "docs/cards/a.png").write_bytes(b"another")
    assert find_site(project, DAY, strict=True)[0] is None


def test_a_failing_build_leaves_the_old_site_alone(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site = old_site(project)
    (project / "docs/index.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(SiteBuildError, match="MkDocs could not build the site"):
        build_site(project, DAY, strict=True)
    assert [path.read_text(encoding="utf-8") for path in site.iterdir()] == ["old", "old"]
    assert "nowhere.md" in capfd.readouterr().err
    build_site(project, DAY, strict=False)
    assert "nowhere" in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("more", ["plugins: []", "plugins: [search]\nhooks: []"])
def test_a_place_that_is_not_there_fails_a_strict_build(
    project: Path, more: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """On a page by hand, and where MkDocs is left alone because of settings that are not known here, too."""
    settings = SETTINGS.replace("plugins: []", more)
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (project / "docs/index.md").write_text("# Home\n\n[there](other.md#nowhere)\n", encoding="utf-8")
    (project / "docs/other.md").write_text("# Other\n", encoding="utf-8")
    build_site(project, DAY, strict=False)
    with pytest.raises(SiteBuildError, match="MkDocs could not build the site"):
        build_site(project, DAY, strict=True)
    assert "does not contain an anchor '#nowhere'" in capfd.readouterr().err
    said = settings + "validation: {links: {anchors: info}}\n"
    (project / "mkdocs.yml").write_text(said, encoding="utf-8")
    build_site(project, DAY, strict=True)


def test_a_build_that_was_killed_between_the_renames(project: Path) -> None:
    site = old_site(project)
    site.rename(project / ".briefgen/site-old")
    (project / ".briefgen/site-new").mkdir()
    (project / ".briefgen/site-new/half").touch()
    (project / "mkdocs.yml").write_text(SETTINGS.replace("mkdocs,", "no-such-theme,"), encoding="utf-8")
    with pytest.raises(SiteBuildError):
        build_site(project, DAY, strict=False)
    assert [path.read_text(encoding="utf-8") for path in site.iterdir()] == ["old", "old"]


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


def unmarked_site(project: Path) -> Path:
    """A site as it was built before sites had a mark, by a theme with our script."""
    (project / ".briefgen/theme/assets").mkdir()
    (project / ".briefgen/theme/assets/briefgen.js").write_text("//", encoding="utf-8")
    site = Path(build_site(project, DAY, strict=False))
    (site / MARK).unlink()
    return site


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_of_before_there_were_marks_is_adopted_once(project: Path) -> None:
    site = unmarked_site(project)
    (site / "pagefind/fragment").mkdir(parents=True)
    (site / "pagefind/fragment/en_12ab.pf_fragment").touch()
    (site / "assets/main.0a1b2c3d.min.css").touch()
    (project / "docs/assets").mkdir()
    (project / "docs/assets/main.f9e8d7c6.min.css").touch()
    build_site(project, DAY, strict=False)
    assert (site / MARK).is_file()
    (site / "later.txt").touch()
    build_site(project, DAY, strict=False)
    assert not (site / "later.txt").exists()


@pytest.mark.parametrize(
    "path", ["thesis.txt", "pagefind/thesis.txt", "about/index.html", "img/me.0a1b2c3d.png"]
)
def test_a_site_without_a_mark_and_with_something_else_is_left_as_it_is(project: Path, path: str) -> None:
    site = unmarked_site(project)
    (site / path).parent.mkdir(exist_ok=True)
    (site / path).write_text("only copy", encoding="utf-8")
    before = contents(site)
    with pytest.raises(
        SiteBuildError, match=rf"has no mark of briefgen .* {path}\. Nothing in it was changed"
    ):
        build_site(project, DAY, strict=False)
    assert contents(site) == before


def test_a_page_of_ones_own_is_no_site_of_ours(project: Path) -> None:
    """Its place is that of a page that the build would make; nothing else says that it is one."""
    site = unmarked_site(project)
    for path in sorted(site.rglob("*"), reverse=True):
        if path.name != "index.html" or path.parent != site:
            path.rmdir() if path.is_dir() else path.unlink()
    with pytest.raises(SiteBuildError, match=r"has no mark of briefgen .* index\.html\."):
        build_site(project, DAY, strict=False)


@pytest.mark.parametrize("at", ["site", ".briefgen/site-new", ".briefgen/site-old"])
def test_what_a_link_leads_to_is_never_removed(
    project: Path, tmp_path_factory: pytest.TempPathFactory, at: str
) -> None:
    foreign = tmp_path_factory.mktemp("foreign")
    for name in ("index.html", MARK):
        (foreign / name).write_text("mine", encoding="utf-8")
    old_site(project)
    if at == "site":
        (project / at).rename(project / "was")
    (project / at).symlink_to(foreign)
    if at == "site":
        with pytest.raises(SiteBuildError, match="something else than a built site"):
            build_site(project, DAY, strict=False)
    else:
        build_site(project, DAY, strict=False)
    assert contents(foreign) == {"index.html": b"mine", MARK: b"mine"}


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
    (project / "sources").mkdir()
    (project / "sources/brief.md").write_text("Text.\n", encoding="utf-8")
    with pytest.raises(SiteBuildError) as caught:
        build_site(project, DAY, strict=False)
    for name in lacking:
        assert name in str(caught.value)
    assert not (project / "site").exists()


# ---------------------------------------------------------------------------------------- offline


def test_the_offline_site_lies_beside_the_other_one(project: Path) -> None:
    site = old_site(project)
    (project / "docs/about.md").write_text("[Home](index.md)\n", encoding="utf-8")
    assert build_site(project, DAY, "site-offline", strict=True) == project / "site-offline"
    assert [path.read_text(encoding="utf-8") for path in site.iterdir()] == ["old", "old"]
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
        build_site(project, DAY, "site-offline", strict=False)
    assert (project / "site-offline/index.html").read_text(encoding="utf-8") == "earlier"
    assert [path.read_text(encoding="utf-8") for path in site.iterdir()] == ["old", "old"]


def test_a_folder_in_the_way_of_the_offline_site_is_not_replaced(project: Path) -> None:
    (project / "site-offline").mkdir()
    (project / "site-offline/thesis.docx").write_text("mine", encoding="utf-8")
    with pytest.raises(SiteBuildError, match="site-offline is something else than a built site"):
        build_site(project, DAY, "site-offline", strict=False)
    assert (project / "site-offline/thesis.docx").read_text(encoding="utf-8") == "mine"
    assert not (project / "site").exists()


def test_an_offline_site_without_a_home_page(project: Path) -> None:
    (project / "docs/index.md").rename(project / "docs/about.md")
    build_site(project, DAY, "site-offline", strict=True)
    assert (project / "site-offline/about.html").is_file()
