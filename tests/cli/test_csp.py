"""The commands for a built site: `build --offline` and `csp`."""

from pathlib import Path

import pytest

from briefgen.cli.main import main

PAGE = "<!doctype html><html><head><title>x</title></head><script>a</script></html>"
HEADER = "Content-Security-Policy: default-src 'none'; script-src 'self' 'sha256-"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages, as any builder could have made it."""
    folder = tmp_path / "site"
    (folder / "briefs").mkdir(parents=True)
    for path in ("index.html", "briefs/index.html"):
        (folder / path).write_text(PAGE, encoding="utf-8")
    return folder


def test_the_policy_of_a_site_is_printed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["csp", "--root", str(site.parent)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(HEADER)
    assert out.count("\n") == 1
    assert "wasm-unsafe-eval" not in out
    assert err == ""


def test_a_search_by_pagefind_needs_webassembly(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "pagefind").mkdir()
    (site / "pagefind/pagefind.js").touch()
    assert main(["csp", "--site", str(site)]) == 0
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("nginx", "add_header "),
        ("apache", "Header always set "),
        ("netlify", "/*\n  Content-Security-Policy: "),
        ("meta", "<meta http-equiv="),
    ],
)
def test_it_is_printed_as_a_host_wants_it(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, begins: str
) -> None:
    assert main(["csp", "--site", str(site), "--format", name]) == 0
    assert capsys.readouterr().out.startswith(begins)


def test_it_is_written_into_the_pages(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["csp", "--site", str(site), "--write"]) == 0
    assert capsys.readouterr().out == "site/: the policy stands in 2 pages\n"
    once = (site / "briefs/index.html").read_bytes()
    assert once.startswith(b'<!doctype html><html><head><meta http-equiv="Content-Security-Policy"')
    assert main(["csp", "--site", str(site), "--write"]) == 0
    assert (site / "briefs/index.html").read_bytes() == once


def test_where_there_is_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        assert main(["csp", "--site", str(place)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err == f"briefgen: {place} is no built site: `briefgen build` makes one\n"


@pytest.mark.parametrize("options", [[], ["--write"]])
def test_a_page_that_cannot_be_read(
    site: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    (site / "old.html").write_bytes(b"<p>Gr\xfc\xdfe")
    assert main(["csp", "--site", str(site), *options]) == 2
    assert capsys.readouterr().err == (
        f"briefgen: {site / 'old.html'} is not UTF-8, so it cannot be read as a page\n"
    )
    assert (site / "index.html").read_text(encoding="utf-8") == PAGE


@pytest.mark.parametrize(
    "html", ["", "<", "<a", "<script>", "<script", "<style><!--", "<!", "<![CDATA[", "</", "\0", "<a href='>"]
)
def test_no_page_is_too_broken(site: Path, capsys: pytest.CaptureFixture[str], html: str) -> None:
    (site / "index.html").write_text(html, encoding="utf-8")
    assert main(["csp", "--site", str(site), "--write"]) == 0
    assert main(["csp", "--site", str(site)]) == 0
    assert capsys.readouterr().err == ""
