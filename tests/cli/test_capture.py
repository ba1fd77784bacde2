"""`briefgen capture`: a document becomes evidence, or nothing happens."""

import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefgen.cli.main import main
from briefgen.decode.captures import decode_captures
from briefgen.diagnostics import Diagnostic
from briefgen.intake import capture as capturing
from briefgen.intake.readers import attempt_at
from briefgen.text import TextFile
from tests.documents import ADDRESS, SENTENCE, encrypted_pdf, make_documents, make_warc
from tests.repository import ROOT
from tests.sweep import SWEEP

SEED = "Ein anderer Text, der schon da ist.\n"
CAPTURES = f"""\
# Where our evidence comes from.

other2024:      # handed in
  file: seeds/other.txt
  sha256: {sha256(SEED.encode()).hexdigest()}
  captured: 2024-05-01   # as stamped
  language: de
"""
WORKS = f"""\
@online{{zeitung2025, title = {{Pioniere}}, date = {{2025-06-17}}, url = {{{ADDRESS}}}, langid = {{german}}}}
@misc{{other2024, title = {{Anderes}}, date = {{2024}}}}
@misc{{ru:2024/decree, title = {{Ukas}}, date = {{2024}}}}
"""
BRIEF = """\
---
title: A thousand sappers
description: What a report says.
date: 2025-06-18
lang: en
---

A report says “SENTENCE” [@zeitung2025].
"""
SETTINGS = """\
site_name: Test
theme: {name: material, custom_dir: .briefgen/theme, font: false}
markdown_extensions: [attr_list, def_list, footnotes, md_in_html, tables]
plugins: []
"""
SAID = ("--captured", "2025-06-18", "--language", "de", "--obtained", "from the newspaper's site")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for folder in ("sources", "seeds", "docs"):
        (root / folder).mkdir(parents=True)
    (root / "sources/references.bib").write_text(WORKS, encoding="utf-8")
    (root / "sources/captures.yml").write_text(CAPTURES, encoding="utf-8")
    (root / "sources/sappers.md").write_text(BRIEF.replace("SENTENCE", SENTENCE), encoding="utf-8")
    (root / "seeds/other.txt").write_text(SEED, encoding="utf-8")
    (root / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return root


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are read in this process: that each has one of its own is not asked of what is refused, or
    written down."""
    monkeypatch.setattr(capturing, "read_apart", attempt_at)


@pytest.fixture(scope="module")
def documents(chromium: Browser) -> Mapping[str, bytes]:
    return make_documents(chromium)


def capture(root: Path, file: Path | str, *more: str, key: str = "zeitung2025") -> int:
    return main(["capture", str(file), "--key", key, "--root", str(root), *more])


def write(root: Path, name: str, data: bytes | str) -> Path:
    path = root.parent / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def listed(root: Path) -> str:
    return (root / "sources/captures.yml").read_text(encoding="utf-8")


def evidence(root: Path) -> dict[str, bytes]:
    """Everything that `capture` may write to."""
    paths = [path for folder in ("seeds", "sources") for path in (root / folder).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(paths)}


# --------------------------------------------------------------------------------- to the page and back


@pytest.mark.parametrize("ending", ["txt", "html", "pdf", "docx", "epub", "eml", "warc", "warc.gz", "wacz"])
def test_captured_quoted_checked_published(
    ending: str, project: Path, documents: Mapping[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(project, f"Der Bericht.{ending}", documents[ending])
    assert capture(project, file, *SAID) == 0, capsys.readouterr().out
    assert (project / f"seeds/zeitung2025.{ending}").read_bytes() == documents[ending]
    assert (project / "seeds/zeitung2025.text.txt").exists() == (ending != "txt")
    assert listed(project).startswith(CAPTURES)

    assert main(["check", "--root", str(project)]) == 0, capsys.readouterr().out
    assert main(["compile", "--root", str(project)]) == 0, capsys.readouterr().out
    page = (project / "docs/briefs/sappers.md").read_text(encoding="utf-8")
    assert SENTENCE in page

    capsys.readouterr()
    altered = BRIEF.replace("SENTENCE", SENTENCE.replace("1.000", "1.100"))
    (project / "sources/sappers.md").write_text(altered, encoding="utf-8")
    assert main(["check", "--root", str(project)]) == 1
    assert "quotation-not-in-capture" in capsys.readouterr().out


def test_what_is_written_down(
    project: Path, documents: Mapping[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    more = ("--url-status", "live", "--archive", "https://archive.example/1", "--publish", "none",
            "--source-line", "Quelle: dpa", "--copies", "other2024")  # fmt: skip
    assert capture(project, write(project, "a.html", documents["html"]), *SAID, *more) == 0
    entry = listed(project).removeprefix(CAPTURES)
    text = (project / "seeds/zeitung2025.text.txt").read_bytes()
    spans = (project / "seeds/zeitung2025.spans.json").read_bytes()
    assert re.sub(r"(selectolax|tinycss2) [\d.]+", r"\1 N", entry) == (
        "\n"
        "zeitung2025:\n"
        "  file: seeds/zeitung2025.html\n"
        f"  sha256: {sha256(documents['html']).hexdigest()}\n"
        "  captured: 2025-06-18\n"
        "  language: de\n"
        '  obtained: "from the newspaper\'s site"\n'
        "  url_status: live\n"
        "  archive: https://archive.example/1\n"
        '  source_line: "Quelle: dpa"\n'
        "  text: seeds/zeitung2025.text.txt\n"
        "  text_by: extraction\n"
        f"  text_sha256: {sha256(text).hexdigest()}\n"
        '  extractor: "briefgen html 4, selectolax N, tinycss2 N"\n'
        "  spans: seeds/zeitung2025.spans.json\n"
        f"  spans_sha256: {sha256(spans).hexdigest()}\n"
        "  copies: other2024\n"
        "  publish: none\n"
    )
    said = capsys.readouterr().out
    assert said.startswith("seeds/zeitung2025.html: captured for `zeitung2025`, sha256 ")
    assert "seeds/zeitung2025.text.txt: its text, " in said
    assert said.endswith("sources/captures.yml: entry added\n")


def test_a_text_that_was_changed_is_noticed(
    project: Path, documents: Mapping[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    """As by a newer library, or by hand: yesterday's verdict was about another text."""
    assert capture(project, write(project, "a.html", documents["html"]), *SAID) == 0
    text = project / "seeds/zeitung2025.text.txt"
    text.write_text(text.read_text(encoding="utf-8") + "\nMehr.\n", encoding="utf-8")
    assert main(["check", "--root", str(project)]) == 1
    assert "capture-text-altered" in capsys.readouterr().out


# ----------------------------------------------------------------------------------- nothing is overwritten


def test_the_same_document_twice(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(project, "a.txt", SENTENCE)
    assert capture(project, file, *SAID) == 0
    before = evidence(project)
    capsys.readouterr()
    assert capture(project, file, *SAID) == 0
    assert capsys.readouterr().out == (
        "seeds/zeitung2025.txt: these bytes are a capture of `zeitung2025` already; nothing was written\n"
    )
    assert evidence(project) == before


@pytest.mark.usefixtures("read_here")
def test_other_bytes_get_another_name_and_the_entry_becomes_a_list(
    project: Path, documents: Mapping[str, bytes]
) -> None:
    for number, words in enumerate(("Eins.", "Zwei.", "Drei."), 1):
        page = f"<!doctype html><p>{words}".encode()
        assert capture(project, write(project, f"{number}.html", page), *SAID) == 0
    assert capture(project, write(project, "a.pdf", documents["pdf"]), *SAID) == 0
    found: list[Diagnostic] = []
    records = decode_captures(TextFile("captures.yml", listed(project)), found.append).records
    assert not found
    assert [(record.file, record.text) for record in records if record.key == "zeitung2025"] == [
        ("seeds/zeitung2025.html", "seeds/zeitung2025.text.txt"),
        ("seeds/zeitung2025-2.html", "seeds/zeitung2025-2.text.txt"),
        ("seeds/zeitung2025-3.html", "seeds/zeitung2025-3.text.txt"),
        ("seeds/zeitung2025-4.pdf", "seeds/zeitung2025-4.text.txt"),
    ]
    assert main(["check", "--root", str(project)]) == 0


def test_a_work_of_which_captures_yml_says_that_it_has_none(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{CAPTURES}\nzeitung2025:\n  capture: none   # asked twice\n  why: it lends nothing\n"
    (project / "sources/captures.yml").write_text(text, encoding="utf-8")
    before = evidence(project)
    assert capture(project, write(project, "a.html", b"<!doctype html><p>Eins."), *SAID) == 2
    said = capsys.readouterr().err
    line = text[: text.index("zeitung2025:")].count("\n") + 1
    assert said == (
        f"briefgen: sources/captures.yml:{line} says `capture: none` of `zeitung2025`: "
        "delete that entry, then run this again; nothing was stored\n"
    )
    assert evidence(project) == before


def test_another_work_may_have_none(project: Path) -> None:
    text = f"{CAPTURES}\nanother2025:\n  capture: none   # asked twice\n  why: it lends nothing\n"
    (project / "sources/captures.yml").write_text(text, encoding="utf-8")
    assert capture(project, write(project, "a.html", b"<!doctype html><p>Eins."), *SAID) == 0
    assert listed(project).startswith(text)


def test_a_list_of_captures_by_another_name_is_not_written_beside(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "sources/captures.yml").rename(project / "sources/captures.yaml")
    before = evidence(project)
    assert capture(project, write(project, "a.html", b"<!doctype html><p>Eins."), *SAID) == 1
    assert "file-misnamed" in capsys.readouterr().out
    assert evidence(project) == before


def test_bytes_that_lie_there_already_are_not_stored_twice(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert capture(project, project / "seeds/other.txt", *SAID) == 0
    assert "these bytes lie there already" in capsys.readouterr().out
    assert sorted(path.name for path in (project / "seeds").iterdir()) == ["other.txt"]
    assert "zeitung2025:\n  file: seeds/other.txt\n" in listed(project)


def test_a_key_may_hold_what_a_file_name_may_not(project: Path) -> None:
    assert capture(project, write(project, "a.txt", SENTENCE), *SAID, key="ru:2024/decree") == 0
    assert (project / "seeds/ru-2024-decree.txt").exists()
    assert "ru:2024/decree" in listed(project)
    assert main(["check", "--root", str(project)]) == 0


def test_standard_input(project: Path, documents: Mapping[str, bytes]) -> None:
    command = [sys.executable, "-m", "briefgen", "capture", "-", "--key", "zeitung2025", *SAID]
    done = subprocess.run(
        [*command, "--root", str(project)], input=documents["pdf"], cwd=ROOT, capture_output=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (project / "seeds/zeitung2025.pdf").read_bytes() == documents["pdf"]


def test_the_page_of_an_archive_is_that_of_the_work(
    project: Path, documents: Mapping[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    archive = make_warc(
        documents["html"], compressed=True, more={"https://zeitung.example/b": b"<p>Seite B</p>"}
    )
    file = write(project, "a.warc.gz", archive)
    assert capture(project, file, *SAID) == 0
    assert f"note: read: {ADDRESS}, archived 2025-06-17T11:34:05Z\n" in capsys.readouterr().out
    assert capture(project, file, *SAID, "--page", "https://zeitung.example/b", key="other2024") == 0
    assert (project / "seeds/zeitung2025-2.text.txt").read_text(encoding="utf-8") == "Seite B\n"
    assert "  file: seeds/zeitung2025.warc.gz\n" in listed(project).partition("other2024:")[2]


# ------------------------------------------------------------------------------------- captures.yml stays


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "# Which works have a capture in seeds/, and how it came to us.\n…\n\nNEW"),
        ("# nothing yet\n", "# nothing yet\nNEW"),
        ("one:\n  A\n", "one:\n  A\n\nNEW"),
        ("one:\n  A", "one:\n  A\n\nNEW"),
        ("one:\n  A\n# the end\n", "one:\n  A\n\nNEW\n# the end\n"),
        ("one:\n  A\n  # on this one\n\n# the end\n", "one:\n  A\n  # on this one\n\nNEW\n\n# the end\n"),
        ("\ufeffone:\r\n  A\r\n", "\ufeffone:\r\n  A\r\n\r\nNEW"),
        ("zeitung2025: # mine\n  A\n\none:\n  B\n", "zeitung2025: # mine\n- A\n- NEW\n\none:\n  B\n"),
        ("zeitung2025:\n    A\none:\n  B\n", "zeitung2025:\n  - A\n  - NEW\none:\n  B\n"),
        ("zeitung2025:\n  # how\n  A\n  # why\n", "zeitung2025:\n  # how\n- A\n  # why\n- NEW\n"),
        ("zeitung2025:\n- A\n- B\none:\n  C\n", "zeitung2025:\n- A\n- B\n- NEW\none:\n  C\n"),
        (
            "zeitung2025:\n  - A\n    # note\none:\n  C\n",
            "zeitung2025:\n  - A\n    # note\n  - NEW\none:\n  C\n",
        ),
        ("  zeitung2025:\n    A\n  one:\n    C\n", "  zeitung2025:\n  - A\n  - NEW\n  one:\n    C\n"),
    ],
)
@pytest.mark.usefixtures("read_here")
def test_everything_else_in_the_list_stays_byte_for_byte(before: str, after: str, project: Path) -> None:
    """A, B, C stand for captures; indented as their first line is."""
    list_file = project / "sources/captures.yml"
    list_file.write_bytes(with_captures(before).encode())
    for name in "ABC":
        (project / f"seeds/{name}.txt").write_text(name, encoding="utf-8")
    assert capture(project, write(project, "a.txt", SENTENCE), *SAID) == 0
    found = list_file.read_bytes().decode()
    end = "\r\n" if "\r\n" in before else "\n"
    new = [
        "file: seeds/zeitung2025.txt",
        f"sha256: {sha256(SENTENCE.encode()).hexdigest()}",
        "captured: 2025-06-18",
        "language: de",
        'obtained: "from the newspaper\'s site"',
    ]
    if not after.count("- NEW"):
        margin = "  "
        entry = f"zeitung2025:{end}" + "".join(f"{margin}{line}{end}" for line in new)
        expected = with_captures(after).replace(f"NEW{end}", entry).replace("NEW", entry)
    else:
        margin = re.search(r"( *)- NEW", after)[1] + "  "  # type: ignore[index]
        expected = with_captures(after).replace("NEW", f"{end}{margin}".join(new))
    head = "# Which works have a capture in seeds/, and how it came to us.\n"
    expected = expected.replace(
        f"{head}…\n", f"{head}# A capture is never edited: its bytes are pinned by sha256.\n"
    )
    assert found == expected


def with_captures(text: str) -> str:
    def lines(match: re.Match[str]) -> str:
        margin = match[1].replace("-", " ")
        end = "\r\n" if "\r\n" in text else "\n"
        name = match[2]
        values = [
            f"file: seeds/{name}.txt   # kept",
            f"sha256: {sha256(name.encode()).hexdigest()}",
            "captured: 2024-05-01",
            "source_line: 'a # b'",
            "language: de",
        ]
        return match[1] + f"{end}{margin}".join(values)

    return (
        re.sub(r"^([ -]*)([ABC])$", lines, text.replace("\r\n", "\n"), flags=re.MULTILINE)
        .replace("\r\n", "\n")
        .replace("\n", "\r\n" if "\r\n" in text else "\n")
    )


ONE = f"{{file: seeds/other.txt, sha256: {'0' * 64}, captured: 2025-06-18, language: de}}"


@pytest.mark.parametrize("list_text", [f"{{other2024: {ONE}}}\n", f"zeitung2025: {ONE}\n"])
def test_a_list_that_only_a_person_can_add_to(
    list_text: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "sources/captures.yml").write_text(list_text, encoding="utf-8")
    before = evidence(project)
    assert capture(project, write(project, "a.txt", SENTENCE), *SAID) == 2
    said = capsys.readouterr().err
    assert said.startswith("zeitung2025:\n  file: seeds/zeitung2025.txt\n  sha256: ")
    assert "only a person can add to; nothing was stored" in said
    assert evidence(project) == before


def test_a_list_with_an_error_is_mended_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "sources/captures.yml").write_text(CAPTURES + "  captured: [\n", encoding="utf-8")
    before = evidence(project)
    assert capture(project, write(project, "a.txt", SENTENCE), *SAID) == 1
    assert "sources/captures.yml:" in capsys.readouterr().out
    assert evidence(project) == before


# ---------------------------------------------------------------------------------------- refused in words


@pytest.mark.usefixtures("read_here")
def test_refused_documents_leave_nothing(
    project: Path, documents: Mapping[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    before = evidence(project)
    for name, data, rule in (
        ("empty.txt", b"", "capture-without-text"),
        ("cut.pdf", documents["pdf"][:-900], "capture-damaged"),
        ("cut.docx", documents["docx"][:-900], "capture-damaged"),
        ("cut.epub", documents["epub"][:-900], "capture-damaged"),
        ("cut.html", documents["html"][:-90], "capture-damaged"),
        ("cut.warc.gz", documents["warc.gz"][:-90], "capture-damaged"),
        ("cut.wacz", documents["wacz"][:-90], "capture-damaged"),
        ("locked.pdf", encrypted_pdf(documents["pdf"], "secret"), "capture-encrypted"),
        ("photo.png", b"\x89PNG", "capture-without-text"),
        ("sheet.xlsx", documents["docx"], "capture-format"),
        ("old.txt", "Größe".encode("cp1252"), "capture-encoding"),
    ):
        assert capture(project, write(project, name, data), *SAID) == 1
        said = capsys.readouterr().out
        assert f"{rule}: this " in said
        assert "nothing is stored" in said
        assert name in said
    assert evidence(project) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--key", "zeitung2052", *SAID), "in sources/references.bib: did you mean `zeitung2025`?"),
        (("--key", "zeitung2025"), "nobody can be asked here: say --captured, --obtained as well"),
        (("--key", "other2024", *SAID[:2], *SAID[4:]), "nobody can be asked here: say --language as well"),
        (("--key", "zeitung2025", *SAID, "--captured", "18.6.2025"), "did you mean `2025-06-18`?"),
        (("--key", "zeitung2025", *SAID, "--language", "german!"), "--language is not a language tag"),
        (("--key", "zeitung2025", *SAID, "--publish", "ful"), "did you mean `full`?"),
        (("--key", "zeitung2025", *SAID, "--obtained", " "), "--obtained is empty"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_said(
    arguments: tuple[str, ...],
    said: str,
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", (project / "mkdocs.yml").open(encoding="utf-8"))
    before = evidence(project)
    assert main(["capture", str(write(project, "a.txt", SENTENCE)), "--root", str(project), *arguments]) == 2
    assert said in capsys.readouterr().err
    assert evidence(project) == before
    sys.stdin.close()


def test_the_language_is_that_of_the_bibliography_where_nobody_says_another(project: Path) -> None:
    assert capture(project, write(project, "a.txt", SENTENCE), *SAID[:2], *SAID[4:]) == 0
    assert (
        "  language: de\n"
        in (project / "sources/captures.yml").read_text("utf-8").partition("zeitung2025")[2]
    )


def test_no_such_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert capture(project, project / "nothing.txt", *SAID) == 2
    assert "nothing.txt: No such file or directory" in capsys.readouterr().err


def test_today_is_the_day_of_the_machine(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    assert capture(project, write(project, "a.txt", SENTENCE), *SAID, "--captured", "today") == 0
    assert re.search(r"zeitung2025:\n.*\n.*\n  captured: 20\d\d-\d\d-\d\d\n", listed(project))


def test_what_is_not_said_is_asked_on_the_terminal(project: Path) -> None:
    file = write(project, "a.txt", SENTENCE)
    command = [sys.executable, "-m", "briefgen", "capture", str(file), "--key", "zeitung2025"]
    ours, theirs = pty.openpty()
    command += ["--root", str(project)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=theirs, stdout=pipe, stderr=pipe, cwd=ROOT) as process:
        os.close(theirs)
        os.write(ours, b"gestern\n2025-06-18\n\nvon der Seite der Zeitung\n")
        out, err = process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode == 0, err
    assert err.decode().count("?") >= 4
    assert "this is not a date: `gestern`" in err.decode()
    assert "in which language is it written, as in de or en-GB [de]?" in err.decode()
    assert b"entry added" in out
    assert "  captured: 2025-06-18\n  language: de\n  obtained: von der Seite der Zeitung\n" in listed(
        project
    )


# ------------------------------------------------------------------------------------ killed at any time

# A run that ends at the n-th thing it does to the file system, as if the power had gone.
KILLED_RUN = """
import os, sys
left = int(sys.argv[1])
WRITES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir"}

def count(event, arguments):
    global left
    if event in WRITES or (event == "open" and set(str(arguments[1])) & set("wax+")):
        left -= 1
        if left < 0:
            os._exit(9)

from briefgen.cli.main import main
sys.addaudithook(count)
sys.exit(main(sys.argv[2:]))
"""


def test_whenever_it_is_killed_there_is_the_whole_capture_or_none(
    project: Path, documents: Mapping[str, bytes]
) -> None:
    file = write(project, "a.html", documents["html"])
    clean = project.parent / "clean"
    shutil.copytree(project, clean)
    before = evidence(clean).keys()
    steps, killed = 0, True
    while killed:
        root = project.parent / f"killed-{steps}"
        shutil.copytree(clean, root)
        command = [sys.executable, "-c", KILLED_RUN, str(steps), "capture", str(file), "--key", "zeitung2025"]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        command += [*SAID, "--root", str(root)]
        done = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)
        code = done.returncode
        assert code in (0, 9)
        killed = code == 9
        there = evidence(root)
        if there["sources/captures.yml"] == CAPTURES.encode():
            assert killed
        else:
            assert main(["check", "--root", str(root)]) == 0
            assert there["seeds/zeitung2025.html"] == documents["html"]
        # What is left over is in nobody's way, and the next run ends with what a run that was not killed has.
        assert capture(root, file, *SAID) == 0
        own = {f"seeds/zeitung2025.{ending}" for ending in ("html", "text.txt", "spans.json")}
        assert evidence(root).keys() == before | own
        assert main(["check", "--root", str(root)]) == 0
        steps += 1 if SWEEP > 1 else 22
    assert steps > 6
