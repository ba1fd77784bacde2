"""The commands for a built site: `build --offline` and `csp`."""

from base64 import b64encode
from hashlib import sha256
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
    assert main(["csp", "--root", str(site.parent), "--accept", "all"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(HEADER)
    assert out.count("\n") == 1
    assert "wasm-unsafe-eval" not in out
    assert err == ""


def test_a_search_by_pagefind_needs_webassembly(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "pagefind").mkdir()
    (site / "pagefind/pagefind.js").touch()
    assert main(["csp", "--site", str(site), "--accept", "all"]) == 0
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
    assert main(["csp", "--site", str(site), "--format", name, "--accept", "all"]) == 0
    assert capsys.readouterr().out.startswith(begins)


def test_it_is_written_into_the_pages(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["csp", "--site", str(site), "--write", "--accept", "all"]) == 0
    assert capsys.readouterr().out == "site/: the policy stands in 2 pages\n"
    once = (site / "briefs/index.html").read_bytes()
    assert once.startswith(b'<!doctype html><html><head><meta http-equiv="Content-Security-Policy"')
    assert main(["csp", "--site", str(site), "--write", "--accept", "all"]) == 0
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
    assert main(["csp", "--site", str(site), "--write", "--accept", "all"]) == 0
    assert main(["csp", "--site", str(site), "--accept", "all"]) == 0
    assert capsys.readouterr().err == ""


FOREIGN = """<!doctype html><html><head><title>x</title>
<script>a = 1</script>
</head><body onload="b()">
<p style="color: red">c</p><table><td style="text-align: right;">d</td></table>
<img src="https://e.example/p.png"><img src="q.png">
<script src="assets/briefgen.js"></script>
<script src="f.js"></script><script src="data:text/javascript,g"></script>
<a href="java&#10;script:h()">i</a><a href="javascript:void(0)">j</a>
<script type="application/json">{"k": 1}</script>
<iframe src="//l.example/"></iframe>
</body></html>
"""

HASHES = {
    text: f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
    for text in ("a = 1", "b()", "color: red")
}


def test_what_is_not_the_themes_is_named_and_not_allowed(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "index.html").write_text("<title>x</title>", encoding="utf-8")
    (site / "briefs/index.html").write_text(FOREIGN, encoding="utf-8")
    assert main(["csp", "--site", str(site)]) == 1
    out, err = capsys.readouterr()
    assert [line for line in err.split("\n") if not line.startswith(" ")] == [
        "site/briefs/index.html:2: a script: a = 1",
        "site/briefs/index.html:3: onload= of <body>: b()",
        "site/briefs/index.html:4: a style of <p>: color: red",
        "site/briefs/index.html:5: img of <img> from https://e.example",
        "site/briefs/index.html:6: a script from the file briefs/assets/briefgen.js",
        "site/briefs/index.html:7: a script from the file briefs/f.js",
        "site/briefs/index.html:7: script of <script> from data:",
        "site/briefs/index.html:8: href= of <a> that runs code: java script:h()",
        "site/briefs/index.html:10: frame of <iframe> from https://l.example",
        "9 things that neither the theme nor briefgen wrote: the policy above does not allow it",
        "",
    ]
    for source in (*HASHES.values(), "e.example", "l.example", "data:;", "unsafe-hashes'; script"):
        assert source not in out.replace("img-src 'self' data:;", "")


def test_two_handlers_of_one_tag_are_two_things(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = '<title>x</title><a onclick="go()" onfocus="come()">y</a>'
    (site / "index.html").write_text(page, encoding="utf-8")
    (site / "briefs/index.html").unlink()
    assert main(["csp", "--site", str(site)]) == 1
    err = capsys.readouterr().err
    for said, code in (("onclick= of <a>: go()", "go()"), ("onfocus= of <a>: come()", "come()")):
        digest = b64encode(sha256(code.encode()).digest()).decode()
        assert f"{said}\n    = if it is yours: --accept sha256-{digest}\n" in err


def test_each_is_accepted_by_its_name(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "index.html").write_text(FOREIGN.replace("java&#10;script:h()", "h"), encoding="utf-8")
    (site / "briefs/index.html").unlink()
    words = [*HASHES.values(), "https://e.example", "https://l.example", "f.js", "data:"]
    assert main(["csp", "--site", str(site), *(part for word in words for part in ("--accept", word))]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert all(word in out for word in words if word != "f.js")
    assert main(["csp", "--site", str(site), "--accept", "all"]) == 0
    assert capsys.readouterr().out == out
    assert main(["csp", "--site", str(site), "--write", "--accept", "https://e.example"]) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert (site / "index.html").read_text("utf-8").count("Content-Security-Policy") == 0


def test_scripts_that_the_settings_name(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = ("assets/briefgen.js", "/x/y/own.js", "m.mjs")
    page = "".join(f'<script src="{file}"></script>' for file in files)
    (site / "index.html").write_text(page, encoding="utf-8")
    (site / "briefs/index.html").unlink()
    (site.parent / "mkdocs.yml").write_text(
        "site_name: x\nextra_javascript:\n- y/own.js\n- path: m.mjs\n  type: module\n", encoding="utf-8"
    )
    assert main(["csp", "--root", str(site.parent)]) == 0
    assert capsys.readouterr().err == ""
