"""Cases that begin with a document: it is captured, and then quoted."""

from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.evidence.projects import brief, check, errors, make_project, told
from tests.hostile.documents import word

TOOLBAR = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<script src="//archive.org/includes/athena.js"></script></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp-base" style="display:block">
<div id="wm-ipp"><table><tr><td>Nov</td><td>DEC</td><td>Jan</td></tr>
</table><a href="#">14 captures</a><a href="#e">About this capture</a><div>COLLECTED BY</div>
<div>Collection: Wide Crawl</div></div></div><!-- END WAYBACK TOOLBAR INSERT -->
<p>The old bridge stays open.</p></body></html>"""
HIDDEN = (
    '<w:p><w:r><w:t xml:space="preserve">The council </w:t></w:r>'
    '<w:del w:id="1" w:author="a"><w:r><w:delText>refused</w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="a"><w:r><w:t>approved</w:t></w:r></w:ins>'
    '<w:r><w:t xml:space="preserve"> the plan.</w:t></w:r></w:p>'
    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden words nobody sees.</w:t></w:r>"
    "<w:r><w:rPr><w:webHidden/></w:rPr><w:t>Nor these.</w:t></w:r><w:r><w:t>Plain words.</w:t></w:r></w:p>"
)
PAGES = (
    (
        "11/28/26, 9:23 PM",
        "Report of 2025",
        "file:///C:/report.html",
        "1/3",
        ("The council met.", "It decided to keep"),
    ),
    (
        "11/28/26, 9:23 PM",
        "Report of 2025",
        "file:///C:/report.html",
        "2/3",
        ("one lane open for the", "buses. Nobody has to walk."),
    ),
    ("11/28/26, 9:23 PM", "Report of 2025", "file:///C:/report.html", "3/3", ("There is no ferry.",)),
)


def printed() -> bytes:
    """Three pages as a browser prints them, with its head and foot on each."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for head, title, address, number, lines in PAGES:
        shown = [(40, 775, 8, head), (280, 775, 8, title), (40, 20, 8, address), (540, 20, 8, number)]
        shown += [(72, 700 - 16 * at, 12, line) for at, line in enumerate(lines)]
        stream = "".join(
            f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in shown
        ).encode()
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            % len(objects)
        )
        kids.append(len(objects))
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    made, places = b"%PDF-1.7\n", []
    for at, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (at, one)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)


@pytest.mark.parametrize(
    ("name", "data", "right", "wrong"),
    [
        pytest.param(
            "h.html",
            TOOLBAR.encode(),
            ["The old bridge stays open"],
            ["Collection: Wide Crawl", "COLLECTED BY", "14 captures"],
            id="06-wayback-toolbar-is-quoted",
        ),
        pytest.param(
            "h.docx",
            word(HIDDEN),
            ["The council approved the plan", "Plain words"],
            ["Hidden words nobody sees", "Nor these", "The council refused the plan"],
            id="08-docx-hidden-text-is-quoted",
        ),
        pytest.param(
            "h.pdf",
            printed(),
            ["It decided to keep one lane open for the buses."],
            ["It decided to keep two lanes open", "for the buses. There is a ferry"],
            id="message-01-over-a-page",
        ),
    ],
)
def test_what_a_document_shows_is_what_can_be_quoted(
    tmp_path: Path, name: str, data: bytes, right: list[str], wrong: list[str]
) -> None:
    briefs = {f"right{at}": brief(f"It says “{words}” [@h].") for at, words in enumerate(right)}
    briefs |= {f"wrong{at}": brief(f"It says “{words}” [@h].") for at, words in enumerate(wrong)}
    root = make_project(tmp_path / "p", {}, briefs, uncaptured=("h",))
    (root / "sources" / "captures.yml").unlink()
    (tmp_path / name).write_bytes(data)
    said = ["--captured", "2025-06-18", "--language", "en", "--obtained", "saved"]
    assert main(["capture", str(tmp_path / name), "--key", "h", *said, "--root", str(root)]) == 0
    found = check(root)
    refused = {finding.span.path.removeprefix("sources/").removesuffix(".md") for finding in errors(found)}
    assert refused == {f"wrong{at}" for at in range(len(wrong))}, told(found)
    assert {one.span.path for one in found} == {f"sources/wrong{at}.md" for at in range(len(wrong))}, told(
        found
    )
