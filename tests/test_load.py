import os
import unicodedata
from pathlib import Path

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.load import load_files
from briefgen.model.project import ProjectError, ProjectFiles


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    for path, content in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def load(root: Path) -> tuple[ProjectFiles, list[Diagnostic]]:
    loaded = load_files(root)
    return loaded.value, list(loaded.findings)


def places(findings: list[Diagnostic]) -> list[str]:
    return [
        f"{finding.span.path}:{finding.span.line}:{finding.span.column} {finding.rule.name}"
        for finding in findings
    ]


def test_each_file_has_its_place(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "sources/b.md": "b",
            "sources/a/c.md": "c",
            "sources/Z.md": "Z",
            "sources/ä.md": "ä",
            "sources/context/treaty.de.md": "Vertrag",
            "sources/references.bib": "@misc{x}",
            "sources/captures.yml": "x:",
            "sources/notes.txt": "not read",
            "sources/a/references.bib": "not read",
            "seeds/more/scan.jpg": b"\xff\xd8\0",
            "seeds/a.txt": "a",
            "mkdocs.yml": "site_name: S",
            "docs/index.md": "# Home",
        },
    )
    files, findings = load(tmp_path)
    assert places(findings) == [
        "sources/a/references.bib:1:1 file-passed-over",
        "sources/notes.txt:1:1 file-passed-over",
    ]
    assert [file.path for file in files.briefs] == [
        "sources/Z.md",
        "sources/a/c.md",
        "sources/b.md",
        "sources/ä.md",
    ]
    assert [file.path for file in files.contexts] == ["sources/context/treaty.de.md"]
    assert [file.text for file in files.bibliography] == ["@misc{x}"]
    assert files.captures is not None
    assert files.settings is not None
    assert files.settings.path == "mkdocs.yml"
    assert [(blob.path, blob.data) for blob in files.blobs] == [
        ("seeds/a.txt", b"a"),
        ("seeds/more/scan.jpg", b"\xff\xd8\0"),
    ]
    assert files.blobs[0].sha256 == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    assert files.written == ("index.md",)


def test_what_may_be_missing_is_none(tmp_path: Path) -> None:
    files, findings = load(write(tmp_path, {"sources/a.md": "a"}))
    assert findings == []
    assert (files.bibliography, files.captures, files.settings) == ((), None, None)
    assert (files.contexts, files.blobs, files.written) == ((), (), ())


@pytest.mark.parametrize("name", [".hidden.md", "a.md~", "#a.md#", ".#a.md", ".obsidian/a.md", "old~/a.md"])
def test_hidden_files_and_backups_are_ignored(tmp_path: Path, name: str) -> None:
    write(tmp_path, {f"sources/{name}": "", "sources/a.md": "a", f"seeds/{name}": ""})
    files, findings = load(tmp_path)
    assert findings == []
    assert [file.path for file in files.briefs] == ["sources/a.md"]
    assert files.blobs == ()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbf---\n", "---\n"),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa"),
        (b"a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("tab\t, „Grüße“ \u2028 \f".encode(), "tab\t, „Grüße“ \u2028 \f"),
    ],
)
def test_texts_come_in_one_form(tmp_path: Path, data: bytes, text: str) -> None:
    files, findings = load(write(tmp_path, {"sources/a.md": data}))
    assert findings == []
    assert files.briefs[0].text == text


def test_names_are_compared_in_one_form(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "sources/Grüße aus Pjöngjang.md")
    files, findings = load(write(tmp_path, {decomposed: "x"}))
    assert findings == []
    assert files.briefs[0].path == unicodedata.normalize("NFC", decomposed)
    assert files.briefs[0].text == "x"


@pytest.mark.parametrize(
    ("data", "place", "message", "notes", "hint"),
    [
        (
            "\ufeffTitel\r\n„Grüße".encode() + b"\xfc!\r\n\xfc",
            "2:7",
            "byte 0xfc here: this is not UTF-8",
            ("in the encoding Windows-1252 this is “ü”",),
            "save the file in the encoding UTF-8",
        ),
        (
            "cut off: „".encode()[:-1],
            "1:10",
            "bytes 0xe2 80 here: this is not UTF-8",
            (),
            "save the file in the encoding UTF-8",
        ),
        (
            "title: Grüße".encode("utf-16"),
            "1:1",
            "byte 0xff here: this is not UTF-8",
            ("in the encoding Windows-1252 this is “ÿ”",),
            "save the file as UTF-8: it looks like UTF-16",
        ),
    ],
)
def test_bytes_that_are_not_utf8_are_named_and_replaced(
    tmp_path: Path, data: bytes, place: str, message: str, notes: tuple[str, ...], hint: str
) -> None:
    files, findings = load(write(tmp_path, {"sources/a.md": data}))
    first = findings[0]
    assert places([first]) == [f"sources/a.md:{place} not-utf8"]
    assert (first.message, first.notes, first.hint) == (message, notes, hint)
    assert first.span.text == "\ufffd"
    assert "\ufffd" in files.briefs[0].text


def test_nul_characters_are_reported_once_and_replaced(tmp_path: Path) -> None:
    files, findings = load(write(tmp_path, {"sources/references.bib": b"a\nb\0\0", "sources/a.md": "a"}))
    assert places(findings) == ["sources/references.bib:2:2 nul-character"]
    assert findings[0].message == "a NUL character stands here, and 1 more below"
    assert [file.text for file in files.bibliography] == ["a\nb\ufffd\ufffd"]


def test_captures_are_bytes_and_never_judged_here(tmp_path: Path) -> None:
    files, findings = load(write(tmp_path, {"sources/a.md": "a", "seeds/x.txt": b"\xef\xbb\xbf\0\xff\r\n"}))
    assert findings == []
    assert files.blobs[0].data == b"\xef\xbb\xbf\0\xff\r\n"


def test_links_inside_the_project_are_followed(tmp_path: Path) -> None:
    write(tmp_path, {"sources/a.md": "a", "shared/x.txt": "x"})
    (tmp_path / "seeds").symlink_to("shared")
    (tmp_path / "sources/b.md").symlink_to("a.md")
    files, findings = load(tmp_path)
    assert findings == []
    assert [file.path for file in files.briefs] == ["sources/a.md", "sources/b.md"]
    assert [blob.path for blob in files.blobs] == ["seeds/x.txt"]


def test_links_out_of_the_project_are_refused(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.md": "secret", "folder/secret.txt": "secret"})
    root = write(tmp_path / "project", {"sources/a.md": "a"})
    (root / "sources/secret.md").symlink_to(outside / "secret.md")
    (root / "sources/references.bib").symlink_to("../../outside/secret.md")
    (root / "seeds").symlink_to(outside / "folder")
    (root / "mkdocs.yml").symlink_to(outside / "secret.md")
    files, findings = load(root)
    assert sorted(places(findings)) == [
        "mkdocs.yml:1:1 outside-project",
        "seeds:1:1 outside-project",
        "sources/references.bib:1:1 outside-project",
        "sources/secret.md:1:1 outside-project",
    ]
    assert [file.path for file in files.briefs] == ["sources/a.md"]
    assert (files.bibliography, files.settings, files.blobs) == ((), None, ())


def test_a_project_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    write(tmp_path / "real", {"sources/a.md": "a"})
    (tmp_path / "link").symlink_to("real")
    files, findings = load(tmp_path / "link")
    assert findings == []
    assert [file.path for file in files.briefs] == ["sources/a.md"]


def test_links_that_lead_nowhere_or_round_and_round(tmp_path: Path) -> None:
    write(tmp_path, {"sources/a.md": "a"})
    (tmp_path / "sources/broken.md").symlink_to("gone.md")
    (tmp_path / "sources/self.md").symlink_to("self.md")
    (tmp_path / "sources/up").symlink_to(".")
    files, findings = load(tmp_path)
    assert sorted(places(findings)) == [
        "sources/broken.md:1:1 unreadable-file",
        "sources/self.md:1:1 unreadable-file",
    ]
    assert [file.path for file in files.briefs] == ["sources/a.md"]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    write(tmp_path, {"sources/a.md": "a"})
    os.mkfifo(tmp_path / "sources/pipe.md")
    _, findings = load(tmp_path)
    assert places(findings) == ["sources/pipe.md:1:1 unreadable-file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_finding(tmp_path: Path) -> None:
    write(tmp_path, {"sources/a.md": "a", "sources/b.md": "b", "sources/c/d.md": "d"})
    (tmp_path / "sources/b.md").chmod(0)
    (tmp_path / "sources/c").chmod(0)
    _, findings = load(tmp_path)
    (tmp_path / "sources/c").chmod(0o700)
    assert sorted(places(findings)) == [
        "sources/b.md:1:1 unreadable-file",
        "sources/c:1:1 unreadable-file",
    ]


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    write(tmp_path, {"sources/a.md": "a"})
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/sources/\xfc.md")).write_text("x", encoding="utf-8")
    except OSError:
        pytest.skip("this file system has only names in UTF-8")
    files, findings = load(tmp_path)
    assert places(findings) == [r"sources/\xfc.md:1:1 unreadable-name"]
    assert [file.path for file in files.briefs] == ["sources/a.md"]


@pytest.mark.parametrize(
    "files", [{"sources/README.txt": ""}, {"sources/context/x.de.md": ""}, {"sources/.hidden.md": ""}]
)
def test_sources_without_a_brief(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    _, findings = load(write(tmp_path, files))
    assert places(findings) == ["sources:1:1 no-briefs"]


def test_a_refused_brief_is_not_also_missing(tmp_path: Path) -> None:
    write(tmp_path, {"sources/context/x.de.md": ""})
    (tmp_path / "sources/a.md").symlink_to("/etc/hostname")
    _, findings = load(tmp_path)
    assert places(findings) == ["sources/a.md:1:1 outside-project"]


def test_what_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="has no folder sources/"):
        load(tmp_path)
    with pytest.raises(ProjectError, match="is not a folder"):
        load(tmp_path / "gone")
    write(tmp_path, {"sources": "a file"})
    with pytest.raises(ProjectError, match="has no folder sources/"):
        load(tmp_path)


def test_a_damaged_manifest(tmp_path: Path) -> None:
    write(tmp_path, {"sources/a.md": "a"})
    for text in (
        b"",
        b"\xff",
        b"[]",
        b'{"version": 1}',
        b'{"version": 1, "files": []}',
        b'{"version": 1, "files": {"../x": "0"}}',
        b'{"version": 1, "files": {"/etc/passwd": "0"}}',
        b"[" * 100_000,
    ):
        write(tmp_path, {"docs/.briefgen.json": text})
        with pytest.raises(ProjectError, match="is damaged"):
            load(tmp_path)
    write(tmp_path, {"docs/.briefgen.json": '{"version": 2}'})
    with pytest.raises(ProjectError, match="of version 2"):
        load(tmp_path)


# ------------------------------------------------------------------ files with another name or place


@pytest.mark.parametrize(
    "name",
    [
        "sources/captures.yaml",
        "sources/Captures.yml",
        "sources/capture.yml",
        "sources/captures.yml.txt",
        "sources/captures",
        "sources/captured.yaml",
        "sources/catpures.yml",
        "sources/lists/captures.yml",
        "captures.yml",
        "seeds/captures.yaml",
    ],
)
def test_a_list_of_captures_by_another_name_is_an_error_and_is_read(tmp_path: Path, name: str) -> None:
    files, findings = load(write(tmp_path, {"sources/a.md": "a", name: "x: y"}))
    assert places(findings) == [f"{name}:1:1 file-misnamed"]
    assert "`sources/captures.yml`" in findings[0].message
    assert files.captures is not None
    assert (files.captures.path, files.captures.text) == (name, "x: y")


@pytest.mark.parametrize(
    "name",
    [
        "sources/references.bibtex",
        "sources/references.bib.txt",
        "sources/works/references.bib",
        "references.bib",
        "bibliography.bib",
        "seeds/references.bib",
    ],
)
def test_a_bibliography_by_another_name_is_an_error_and_is_read(tmp_path: Path, name: str) -> None:
    files, findings = load(write(tmp_path, {"sources/a.md": "a", name: "@misc{x}"}))
    assert places(findings) == [f"{name}:1:1 file-misnamed"]
    assert "`sources/references.bib`" in findings[0].message
    assert [file.path for file in files.bibliography] == [name]


def test_files_of_works_are_read_side_by_side(tmp_path: Path) -> None:
    """The @strings come first, then the bibliography; what holds no works is told as any other file."""
    write(
        tmp_path,
        {
            "sources/a.md": "a",
            "sources/Zotero export.bib": "@misc{z}",
            "sources/references.bib": "@misc{x}",
            "sources/strings.bib": "@string{h = {Harbour}}",
            "sources/library.json": '[{"id": "a", "type": "book"}]',
            "sources/works.yaml": "---\nreferences:\n- id: b\n",
            "sources/export.ris": "TY  - BOOK\nER  - \n",
            "sources/data.json": '{"a": 1}',
            "sources/deep/library.json": '[{"id": "a", "type": "book"}]',
        },
    )
    files, findings = load(tmp_path)
    assert [file.path.removeprefix("sources/") for file in files.bibliography] == [
        *("strings.bib", "references.bib", "Zotero export.bib", "export.ris", "library.json", "works.yaml")
    ]
    assert places(findings) == [
        "sources/data.json:1:1 file-passed-over",
        "sources/deep/library.json:1:1 file-passed-over",
    ]


@pytest.mark.parametrize("name", ["mkdocs.yaml", "MkDocs.yml", "sources/mkdocs.yml"])
def test_settings_by_another_name(tmp_path: Path, name: str) -> None:
    """Limits of coverage are set there, so a misnamed one switches checks off."""
    files, findings = load(write(tmp_path, {"sources/a.md": "a", name: "site_name: S"}))
    assert places(findings) == [f"{name}:1:1 file-misnamed"]
    assert files.settings is not None


@pytest.mark.parametrize(
    "name",
    ["sources/pictures.yml", "sources/features.yaml", "paper.bib", "seeds/corpus.bib", "seeds/captures.txt"],
)
def test_other_files_are_not_taken_for_those_we_need(tmp_path: Path, name: str) -> None:
    files, findings = load(write(tmp_path, {"sources/a.md": "a", name: ""}))
    passed = [f"{name}:1:1 file-passed-over"] if name.startswith("sources/") else []
    assert places(findings) == passed
    assert (files.captures, files.bibliography) == (None, ())


def test_of_several_the_right_name_in_a_wrong_place_is_meant(tmp_path: Path) -> None:
    write(tmp_path, {"sources/a.md": "a", "sources/captures.yaml": "a: b", "captures.yml": "x: y"})
    files, findings = load(tmp_path)
    assert places(findings) == [
        "captures.yml:1:1 file-misnamed",
        "sources/captures.yaml:1:1 file-passed-over",
    ]
    assert files.captures is not None
    assert files.captures.text == "x: y"


def test_with_the_right_file_others_are_only_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "sources/a.md": "a",
            "sources/captures.yml": "",
            "sources/captures.yaml": "",
            "sources/references.bib": "",
            "sources/deep/more.bib": "",
            "captures.yml": "",
            "references.bib": "",
            "mkdocs.yml": "",
            "mkdocs.yaml": "",
        },
    )
    _, findings = load(tmp_path)
    assert places(findings) == [
        "sources/captures.yaml:1:1 file-passed-over",
        "sources/deep/more.bib:1:1 file-passed-over",
    ]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("sources/b.markdown", "sources/b.md"),
        ("sources/b.MD", "sources/b.md"),
        ("sources/v1.2 notes.md.txt", "sources/v1.2 notes.md"),
        ("sources/context/treaty.de.mkd", "sources/context/treaty.de.md"),
        ("sources/Verified.lock", "sources/verified.lock"),
    ],
)
def test_what_looks_like_a_brief_or_the_lock_and_is_not_read_is_said(
    tmp_path: Path, name: str, right: str
) -> None:
    files, findings = load(write(tmp_path, {"sources/a.md": "a", name: "---\n"}))
    assert places(findings) == [f"{name}:1:1 file-passed-over"]
    assert findings[0].hint is not None
    assert findings[0].hint.endswith(f"rename it to `{right}`")
    assert len(files.briefs) == 1


@pytest.mark.parametrize(
    "name",
    [
        "README",
        "readme.txt",
        "LICENSE",
        "a.md.bak",
        "a.md.orig",
        "a.swp",
        "~$a.docx",
        "Thumbs.db",
        "verified.lock",
    ],
)
def test_what_belongs_to_no_brief_is_passed_over_in_silence(tmp_path: Path, name: str) -> None:
    _, findings = load(write(tmp_path, {"sources/a.md": "a", f"sources/{name}": ""}))
    assert findings == []
