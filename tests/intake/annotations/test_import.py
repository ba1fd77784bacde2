"""`briefgen import`: what other tools exported becomes the draft of a brief."""

import json
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest

from briefgen.cli.main import main
from briefgen.intake.annotations import NotAnnotationsError, read_annotations

ADDRESS = "https://zeitung.example/pioniere"
TEXT = 'Er sprach von „tausend [1.000] Pionieren*“ & mehr. "2 < 3", sagte er. - Ein Strich. 1. Ein Punkt.\n'
WORKS = f"""\
@online{{zeitung2025, title = {{Pioniere}}, date = {{2025-06-17}}, url = {{{ADDRESS}}}}}
@book{{braun1998, author = {{von Braun, Lena}}, title = {{Brücken}}, date = {{1998}}}}
"""


def row(number: int, exact: str, text: str, **more: object) -> dict[str, object]:
    """An annotation as Hypothesis' API describes it."""
    selectors: list[dict[str, object]] = [
        {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]"},
        {"type": "TextPositionSelector", "start": number * 10, "end": number * 10 + len(exact)},
        {"type": "TextQuoteSelector", "exact": exact, "prefix": "… ", "suffix": " …"},
    ]
    return {
        "id": f"id{number}",
        "created": f"2025-06-1{number}T09:00:00.000000+00:00",
        "updated": f"2025-06-1{number}T09:00:00.000000+00:00",
        "user": "acct:ina@hypothes.is",
        "uri": ADDRESS,
        "text": text,
        "tags": ["Kursk"] if number == 1 else [],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": ADDRESS, "selector": selectors}] if exact else [{"source": ADDRESS}],
        "document": {"title": ["Tausend Pioniere"]},
        "links": {},
    } | more


ROWS = [
    row(3, "1. Ein Punkt.", ""),
    row(2, "“2 < 3”", "Does *this* add up?"),
    row(5, "", "It does not.", references=["id2"]),
    row(1, "„tausend [1.000] Pionieren*“ & mehr", ""),
    row(0, "", "A note on the whole page."),
]
EXPORT = {
    "export_date": "2025-06-18T10:00:00.000Z",
    "export_userid": "acct:ina@hypothes.is",
    "client_version": "1.1400.0",
    "annotations": ROWS,
}
SCAFFOLD = """\
---
title: "Notes on Tausend Pioniere"
date: 2025-06-13
status: draft
tags: ["Kursk"]
about: "zeitung2025"
---

*ina:* A note on the whole page.

> „tausend \\[1.000\\] Pionieren\\*“ \\& mehr
> [@zeitung2025]

> “2 \\< 3”
> [@zeitung2025]

*ina:* Does *this* add up?

*ina:* It does not.

> 1\\. Ein Punkt.
> [@zeitung2025]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for folder in ("sources", "seeds", "docs"):
        (root / folder).mkdir(parents=True)
    (root / "sources/references.bib").write_text(WORKS, encoding="utf-8")
    (root / "seeds/a.txt").write_text(TEXT, encoding="utf-8")
    (root / "sources/captures.yml").write_text(
        f"zeitung2025:\n  file: seeds/a.txt\n  sha256: {sha256(TEXT.encode()).hexdigest()}\n"
        "  captured: 2025-06-17\n  language: de\n",
        encoding="utf-8",
    )
    (root / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    return root


def write(root: Path, text: str, name: str = "export.json") -> str:
    path = root.parent / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name", ["annotations", "rows"])
def test_hypothesis(name: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The client's export and the API's answer; in the order of the page, replies below what they answer."""
    export = EXPORT if name == "annotations" else {"total": len(ROWS), "rows": ROWS}
    assert main(["import", write(project, json.dumps(export)), "--root", str(project)]) == 0
    assert capsys.readouterr() == (SCAFFOLD, "")


def test_the_scaffold_is_a_brief_whose_quotations_are_found(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, output = write(project, json.dumps(EXPORT)), project / "sources/notes.md"
    assert main(["import", file, "--root", str(project), "--output", str(output)]) == 0
    assert capsys.readouterr().out == f"{output}: 3 quotations, as a draft\n"
    assert output.read_text(encoding="utf-8") == SCAFFOLD
    assert main(["check", "--drafts", "--root", str(project)]) == 0, capsys.readouterr().out
    output.write_text(SCAFFOLD.replace("1.000", "1.100"), encoding="utf-8")
    assert main(["check", "--drafts", "--root", str(project)]) == 1
    capsys.readouterr()
    assert main(["import", file, "--root", str(project), "--output", str(output)]) == 2
    assert "is there already, and is not overwritten" in capsys.readouterr().err


def w3c(**more: object) -> dict[str, object]:
    selector = {"type": "TextQuoteSelector", "exact": "Ein Strich.", "prefix": "- "}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://notes.example/1",
        "type": "Annotation",
        "created": "2025-06-18T09:00:00Z",
        "body": [
            {"type": "TextualBody", "value": "Striking.", "format": "text/markdown"},
            {"type": "TextualBody", "purpose": "tagging", "value": "lines"},
        ],
        "target": {
            "source": f"{ADDRESS}#p3",
            "selector": [{"type": "XPathSelector", "value": "/p"}, selector],
        },
    } | more


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: one,
        lambda one: [one],
        lambda one: {"type": "AnnotationPage", "items": [one]},
        lambda one: {"type": ["AnnotationCollection"], "first": {"type": "AnnotationPage", "items": [one]}},
    ],
)
def test_w3c(wrap: object, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(wrap)
    assert main(["import", write(project, json.dumps(wrap(w3c()))), "--root", str(project)]) == 0
    assert capsys.readouterr().out == (
        '---\ntitle: "Notes"\ndate: 2025-06-18\nstatus: draft\ntags: ["lines"]\nabout: "zeitung2025"\n---\n\n'
        "> Ein Strich.\n> [@zeitung2025]\n\nStriking.\n"
    )


def test_w3c_of_other_shapes() -> None:
    refined = {
        "type": "FragmentSelector",
        "value": "x",
        "refinedBy": {"type": "TextQuoteSelector", "exact": "in"},
    }
    several = ["https://a.example/", {"id": "https://b.example/", "selector": refined}]
    one, two = read_annotations(json.dumps(w3c(body="https://x.example/", bodyValue="Said.", target=several)))
    assert (one.address, one.quotation, one.comments) == ("https://a.example/", "", ("Said.",))
    assert (two.address, two.quotation, two.comments) == ("https://b.example/", "in", ("Said.",))


def zotero(*, exported: bool) -> str:
    """A note made of annotations, as the translator “Note HTML” exports it, or as the editor holds it."""
    annotation = quote(json.dumps({"attachmentURI": "http://zotero.org/users/1/items/A", "pageLabel": "46"}))
    citation = quote(json.dumps({"citationItems": [{"uris": ["http://zotero.org/users/1/items/B"]}]}))
    highlight = "" if exported else f' data-annotation="{annotation}"'
    cited = "" if exported else f' data-citation="{citation}"'
    body = (
        "<h1>Annotationen<br>(17.6.2025, 13:34:00)</h1>\n"
        f'<p><span class="highlight"{highlight}>“Brücken *verbinden*”</span> '
        f'<span class="citation"{cited}>(<span class="citation-item">von Braun, 1998, p. 46</span>)</span> '
        "<em>Nur</em> ein Bild?</p>\n"
        f'<p><span class="highlight"{highlight}><span style="background-color: #ffd40080">„Zwei &amp; drei“'
        f'</span></span> <span class="citation"{cited}>(<span class="citation-item">von Braun, 1998, '
        'S. 47–48</span>)</span> (<a href="zotero://open-pdf/library/items/A?page=47">pdf</a>) </p>\n'
        f'<p><span class="underline"{highlight}>“Fremd”</span> '
        f'<span class="citation"{cited}>(<span class="citation-item">Niemand, 2001</span>)</span></p>\n'
        "<p>Ein freier Absatz.</p>"
    )
    if exported:
        return (
            '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><div class="zotero-notes">'
            f'<div class="zotero-note">{body}</div></div></body></html>'
        )
    return f'<div data-citation-items="%5B%5D" data-schema-version="9">{body}</div>'


def test_a_draft_is_the_same_wherever_it_goes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Marks of direction and tabs in quoted words are the document's: a changed draft would quote falsely."""
    words = "say \u2066abc\u2069, \u202bxyz\u202c and\tno more"
    row = ROWS[0] | {"target": [{"selector": [{"type": "TextQuoteSelector", "exact": words}]}]}
    file, output = write(project, json.dumps({"total": 1, "rows": [row]})), project / "sources/notes.md"
    assert main(["import", file, "--root", str(project)]) == 0
    printed = capsys.readouterr().out
    assert main(["import", file, "--root", str(project), "--output", str(output)]) == 0
    assert printed == output.read_text(encoding="utf-8")
    assert "\u2066abc\u2069" in printed


@pytest.mark.parametrize("exported", [True, False])
def test_zotero(
    exported: bool, project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.cli.import_.today", lambda: "2025-06-20")
    file = write(project, zotero(exported=exported), "note.html")
    assert main(["import", file, "--root", str(project), "--title", "Über Brücken"]) == 0
    assert capsys.readouterr() == (
        '---\ntitle: "Über Brücken"\ndate: 2025-06-20\nstatus: draft\n---\n\n'
        "> Brücken \\*verbinden\\*\n> [@braun1998, p. 46]\n\nNur ein Bild?\n\n"
        "> Zwei \\& drei\n> [@braun1998, pp. 47–48]\n\n"
        "> Fremd\n> [@work1]\n\nEin freier Absatz.\n",
        "put into sources/references.bib, under keys of your choice:\n"
        "    @online{work1, title = {Niemand, 2001}}\n",
    )


def test_who_wrote_what_and_what_was_hidden(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        row(1, "Ein Strich.", "Really?", user_info={"display_name": "Ina [Desk]"}),
        row(2, "", "No.", references=["id1"], user="acct:ben@hypothes.is"),
        row(3, "Ein Punkt.", "Rude.", hidden=True),
        row(4, "", "Rude, too.", references=["id1"], hidden=True),
    ]
    file = write(project, json.dumps({"total": 4, "rows": rows}))
    assert main(["import", file, "--root", str(project)]) == 0
    out = capsys.readouterr().out
    assert "\n*Ina \\[Desk\\]:* Really?\n\n*ben:* No.\n" in out
    assert "Rude" not in out
    assert "Ein Punkt" not in out


def test_raised_letters_and_comments_on_pictures(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = (
        '<div class="zotero-note znv1"><p><span class="highlight">“in the first treaty<sup>2</sup> of '
        '10<sup>5</sup> men and H<sub>2</sub>O”</span> <span class="citation">(<span class="citation-item">'
        'von Braun, 1998, p. 12</span>)</span></p><p><img alt=""><br><span class="citation">('
        '<span class="citation-item">von Braun, 1998, p. 13</span>)</span> Comment on a picture</p></div>'
    )
    assert main(["import", write(project, note, "note.html"), "--root", str(project)]) == 0
    out = capsys.readouterr().out
    assert "> in the first treaty² of 10⁵ men and H₂O\n> [@braun1998, p. 12]\n" in out
    assert "\nComment on a picture [@braun1998, p. 13]\n" in out


def test_what_is_imported_passes_but_for_what_is_to_do(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = zotero(exported=True).replace("Ein freier Absatz.", "a == b, %%c%%, ==d==, $e$, [[f]], {{g}}, ^h^")
    output = project / "sources/notes.md"
    file = write(project, note, "note.html")
    assert main(["import", file, "--root", str(project), "--key", "braun1998", "--output", str(output)]) == 0
    capsys.readouterr()
    assert main(["check", "--drafts", "--root", str(project)]) == 0, capsys.readouterr().out


def test_one_key_for_all_of_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(project, zotero(exported=True), "note.html")
    assert main(["import", file, "--root", str(project), "--key", "braun1998"]) == 0
    captured = capsys.readouterr()
    assert 'about: "braun1998"' in captured.out
    assert "> Fremd\n> [@braun1998]" in captured.out
    assert captured.err == ""


def test_no_project_is_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "export.json"
    file.write_text(json.dumps(EXPORT), encoding="utf-8")
    assert main(["import", str(file), "--root", str(tmp_path)]) == 0
    captured = capsys.readouterr()
    assert "[@work1]" in captured.out
    assert f"@online{{work1, title = {{Tausend Pioniere}}, url = {{{ADDRESS}}}}}" in captured.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this holds no annotations"),
        ("{", "this looks like JSON, but is damaged"),
        ("[]", "this holds no annotations"),
        ('{"rows": []}', "this holds no annotations"),
        ("<p>A page.</p>", "this holds no annotations"),
    ],
)
def test_what_is_none_is_refused(
    text: str, said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", write(project, text), "--root", str(project)]) == 1
    assert f"import-unreadable: {said}" in capsys.readouterr().out


@pytest.mark.parametrize("value", [None, 1, "x", [], {}, [None], {"x": {}}, [[1]]])
def test_json_of_any_shape_does_no_harm(value: object) -> None:
    for name in (
        "target",
        "body",
        "created",
        "bodyValue",
        "type",
        "tags",
        "document",
        "uri",
        "references",
        "text",
    ):
        for make in ({"rows": [row(1, "a", "b") | {name: value}]}, w3c(**{name: value})):
            try:
                read_annotations(json.dumps(make))
            except NotAnnotationsError:
                continue
