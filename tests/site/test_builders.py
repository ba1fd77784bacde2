"""Plain files outlive a builder: what `compile` wrote is built by MkDocs and by ProperDocs alike.

The torture page uses everything an author may write.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.repository import ROOT, run
from tests.site.articles import Article, article_html, read_article
from tests.site.desk import copy_desk
from tests.sweep import sampled

TORTURE = ROOT / "tests" / "torture"


def copy_torture(target: Path) -> Path:
    return Path(shutil.copytree(TORTURE, target))


@pytest.fixture(scope="module", params=sampled([copy_torture, copy_desk], 2))
def sites(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same briefs, built by MkDocs and by ProperDocs."""
    copy: Callable[[Path], Path] = request.param
    project = copy(tmp_path_factory.mktemp("builders") / "project")
    done = run("-m", "briefgen", "compile", "--root", project)
    assert done.returncode == 0, done.stdout + done.stderr
    return build("mkdocs", project), build("properdocs", project)


def build(builder: str, project: Path) -> Path:
    target = project / f"site-{builder}"
    options = ("build", "--strict", "-f", project / "mkdocs.yml", "-d", target)
    done = run("-m", builder, *options, NO_MKDOCS_2_WARNING="1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr
    return target


def pages(site: Path) -> dict[str, Path]:
    """The pages of the briefs, by their slugs; empty for the page that lists them."""
    folder = site / "briefs"
    return {str(page.parent.relative_to(folder)): page for page in sorted(folder.rglob("index.html"))}


def test_every_builder_makes_the_same_articles(sites: tuple[Path, Path]) -> None:
    mkdocs, properdocs = (pages(site) for site in sites)
    assert len(mkdocs) >= 2
    assert mkdocs.keys() == properdocs.keys()
    for slug, page in mkdocs.items():
        assert article_html(page) == article_html(properdocs[slug])
        assert read_article(page) == read_article(properdocs[slug])


def test_footnotes_are_numbered_as_they_are_met(sites: tuple[Path, Path]) -> None:
    for site in sites:
        articles = {slug: read_article(page) for slug, page in pages(site).items()}
        assert any(article.notes for article in articles.values())
        for article in articles.values():
            check_numbers(article)


def check_numbers(article: Article) -> None:
    """Every mark shows the place of its note in the list, and the first marks of all notes count upwards."""
    numbers = {note: str(number) for number, note in enumerate(article.notes, start=1)}
    assert [shown for shown, _ in article.marks] == [numbers[note] for _, note in article.marks]
    assert list(dict.fromkeys(note for _, note in article.marks)) == list(article.notes)


def test_the_torture_page_is_built_as_our_site_is() -> None:
    ours, theirs = (yaml.safe_load((root / "mkdocs.yml").read_text("utf-8")) for root in (ROOT, TORTURE))
    assert ours["markdown_extensions"] == theirs["markdown_extensions"]
