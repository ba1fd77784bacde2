"""Documents nobody means well with: read, or refused with the reason; no traceback, and nothing stored."""

import os
import pickle
import re
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path, PurePath

import pypdfium2
import pytest

from briefgen import rules
from briefgen.cli.main import main
from briefgen.intake import child
from briefgen.intake.child import read_apart
from briefgen.intake.readers import Document, Missing, Reading, Refused, attempt_at
from briefgen.model.limits import ReadingLimits
from briefgen.model.spans import SpanKind, TextSpan
from tests.hostile.documents import (
    BOOKS,
    DOCUMENTS,
    HTML,
    PDFS,
    SAID,
    Hostile,
    answer,
    html,
    pdf,
    record,
    word,
)
from tests.sweep import SWEEP, sampled

_SECONDS = 20.0
_LIMITS = ReadingLimits(unpacked=100, text=30)
"""Less than the usual ones, so that what goes beyond them is made and read in less time."""
_CODES = {rule.code for rule in rules.RULES}
_APART = (
    "an ordinary one",
    "elements 20,000 deep",
    "a charset that is none: punycode",
    "entities that double",
    "tables 300 deep",
    "a length beyond all",
    "zeros without end",
    "a date beyond all",
    "a group that never ends",
    "dictionaries 50,000 deep",
)


_DEAR = frozenset(
    (
        "Word: 20,000 empty runs in a paragraph",
        "Word: six million elements",
        "WACZ: a bomb of an archive",
        "gzip: zeros without end",
        "mail: 5,000 parts",
        "mail: encoded words",
        "mail: parameters by the thousand",
        "mail: parts in parts, a thousand",
        "styles of semicolons",
    )
)
"""Those that take a second or more, each with another of its kind beside it: for the sweep."""


def _as_expected(hostile: Hostile, outcome: object) -> None:
    match outcome:
        case Reading():
            assert hostile.expected != "refused", outcome.text[:100]
            assert hostile.expected == "either" or SAID in " ".join(outcome.text.split())
        case Refused():
            assert hostile.expected != "read", outcome
            assert outcome.code in _CODES
            assert outcome.what
            assert hostile.reason in " ".join((outcome.what, *outcome.notes)), outcome
        case _:
            raise AssertionError(outcome)


def test_the_dear_ones_are_there() -> None:
    assert DOCUMENTS.keys() >= _DEAR


@pytest.mark.parametrize("name", sampled([name for name in DOCUMENTS if SWEEP > 1 or name not in _DEAR], 3))
def test_a_hostile_document_comes_out_as_expected(name: str) -> None:
    hostile = DOCUMENTS[name]
    data = hostile.make()
    began = time.process_time()
    outcome = attempt_at(Document(data, limits=_LIMITS), hostile.ending)
    assert time.process_time() - began < _SECONDS
    _as_expected(hostile, outcome)


@pytest.mark.parametrize("name", sampled([name for name in DOCUMENTS if name.endswith(_APART)], 4))
def test_it_comes_out_the_same_in_a_process_of_its_own(name: str) -> None:
    hostile = DOCUMENTS[name]
    _as_expected(hostile, read_apart(Document(hostile.make(), limits=_LIMITS), hostile.ending))


_UNSEEN = "Nobody sees this"
_LAYERS = "/OCProperties << /OCGs [9 0 R] /D << /OFF [9 0 R] >> >>"


def _layered(*, off: bool) -> bytes:
    """A page with words in a layer."""
    words = f"BT /F 12 Tf 72 700 Td ({SAID}) Tj ET /OC /L BDC BT /F 12 Tf 72 600 Td ({_UNSEEN}) Tj ET EMC\n"
    made = pdf(words.encode(), more=_LAYERS if off else _LAYERS.replace("/OFF", "/ON"))
    layer = b"/Properties << /L 9 0 R >> /Font"
    return made.replace(b"/Font", layer, 1).replace(
        b"xref", b"9 0 obj\n<< /Type /OCG /Name (L) >>\nendobj\nxref", 1
    )


@pytest.mark.parametrize("before", ["7 Tr", "0.001 0 0 0.001 10 10 cm", "0 0 1 1 re W n"])
def test_letters_that_nobody_sees_are_not_read(before: str) -> None:
    unseen = f"q {before} BT /F 12 Tf 72 600 Td ({_UNSEEN}) Tj ET Q"
    shown = f"BT /F 12 Tf 72 700 Td ({SAID}) Tj ET {unseen}\n"
    outcome = attempt_at(Document(pdf(shown.encode()), limits=_LIMITS), "pdf")
    assert isinstance(outcome, Reading)
    assert outcome.text.split() == SAID.split()


@pytest.mark.parametrize("off", [True, False])
def test_a_layer_is_read_where_it_is_painted(*, off: bool) -> None:
    outcome = attempt_at(Document(_layered(off=off), limits=_LIMITS), "pdf")
    assert isinstance(outcome, Reading)
    assert SAID in outcome.text
    assert (_UNSEEN in outcome.text) is not off


_FORM = "/XObject << /A 9 0 R >> /Font"
_INNER = b"9 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] "


def _page_with(content: str, *, in_form: bool) -> bytes:
    """A page that shows what `content` draws, or draws it by a form."""
    if not in_form:
        return pdf(content.encode())
    form = _INNER + f"/Length {len(content)} >>\nstream\n{content}\nendstream\nendobj\nxref".encode()
    return pdf(b"/A Do\n").replace(b"/Font", _FORM.encode(), 1).replace(b"xref", form, 1)


def _painted(data: bytes) -> bytes:
    return bytes(pypdfium2.PdfDocument(data)[0].render().buffer)


@pytest.mark.parametrize("in_form", [False, True])
@pytest.mark.parametrize(
    ("shown", "said", "read", "told"),
    [
        ("(denied) Tj", "(confirmed)", "denied", 0),
        ("(denied) Tj", "<FEFF0063006F006E006600690072006D00650064>", "denied", 0),
        ("(denied) Tj", "(\\t)", "denied", 0),
        ("(a denial) Tj", "(denial)", "a denial", 0),
        ("(10) Tj /F 7 Tf 5 Ts (2) Tj", "(102)", "10²", 0),
        ("(-5) Tj", "(5)", "-5", 0),
        ("(\\001d\\001) Tj", "(confirmed)", "\N{REPLACEMENT CHARACTER}d\N{REPLACEMENT CHARACTER}", 0),
        ("(SMALL) Tj", "(Small)", "Small", 0),
        ("(\\001\\001) Tj", "(fine)", "fine", 1),
        ("(e\\001cient) Tj", "(efficient)", "efficient", 1),
        ("(e) Tj 1 g (\\001) Tj 0 g (cient) Tj", "(efficient)", "e cient", 0),
    ],
)
def test_letters_are_read_as_they_are_shown(
    shown: str, said: str, read: str, told: int, *, in_form: bool
) -> None:
    before = f"BT /F 12 Tf 72 700 Td ({SAID}) Tj ET BT /F 12 Tf 72 600 Td"
    meant = f"{before} /Span << /ActualText {said} >> BDC {shown} EMC ET\n"
    data = _page_with(meant, in_form=in_form)
    assert _painted(data) == _painted(_page_with(f"{before} {shown} ET\n", in_form=in_form))
    outcome = attempt_at(Document(data, limits=_LIMITS), "pdf")
    assert isinstance(outcome, Reading)
    assert outcome.text.split() == [*SAID.split(), *read.split()]
    notes = [note for note in outcome.notes if "ActualText" in note]
    assert len(notes) == told
    assert all(note.startswith("at a place of page 1 ") for note in notes)


def test_what_letters_of_a_layer_are_said_to_mean_does_not_show_it() -> None:
    made = _layered(off=True).replace(b"/Type /OCG", b"/Type /OCG /ActualText (x)")
    outcome = attempt_at(Document(made, limits=_LIMITS), "pdf")
    assert outcome == attempt_at(Document(_layered(off=True), limits=_LIMITS), "pdf")


def test_a_page_whose_corners_are_given_in_another_order_is_read() -> None:
    made = pdf(f"BT /F 12 Tf 72 700 Td ({SAID}) Tj ET\n".encode())
    for usual, turned in ((b"[0 0 600 800]", b"[600 800 0 0]"), (b"[0 0 612 792]", b"[612 792 0 0]")):
        made = made.replace(usual, turned)
    assert b" 0 0]" in made
    outcome = attempt_at(Document(made, limits=_LIMITS), "pdf")
    assert isinstance(outcome, Reading)
    assert outcome.text.split() == SAID.split()


def test_a_library_that_aborts_ends_as_a_file_that_cannot_be_read() -> None:
    letters = f"BT /F 12 Tf 72 700 Td ({SAID}) Tj ET {'/Span BMC ' * 100_000}"
    outcome = read_apart(Document(pdf(letters.encode()), limits=_LIMITS), "pdf")
    assert isinstance(outcome, Refused)
    assert outcome.what == "cannot be read"
    assert outcome.notes == ("the library that reads it crashed (SIGABRT)",)


_LONG = b"\xff\xfe\x80" * 2_000


@pytest.mark.parametrize(
    ("head", "kind", "body", "read"),
    [
        (b"Subject: " + _LONG, b"text/plain", SAID, SAID),
        (b"Subject: \x1b[31m\x07", b"text/plain", SAID, f"Subject: \ufffd[31m\ufffd\n\n{SAID}"),
        (
            b"Subject: =?utf-8?Q?a=0D=0AFrom:_b=00?=",
            b"text/plain",
            SAID,
            f"Subject: a From: b\ufffd\n\n{SAID}",
        ),
        (b"X: y", b"text/plain; charset=utf-7", f"{SAID} +2AA-", f"{SAID} \ufffd"),
    ],
)
def test_what_no_text_may_hold_is_not_written(head: bytes, kind: bytes, body: str, read: str) -> None:
    data = b"From: a@b\r\n" + head + b"\r\nContent-Type: " + kind + b"\r\n\r\n" + body.encode()
    outcome = attempt_at(Document(data, limits=_LIMITS), "eml")
    assert isinstance(outcome, Reading)
    assert outcome.text.startswith("From: a@b\n")
    assert read in outcome.text
    assert outcome.text.encode().decode("utf-8") == outcome.text
    assert not re.search(r"[\0-\x08\x0e-\x1b]", outcome.text)


def test_a_page_is_called_by_no_control_character() -> None:
    labels = "/PageLabels << /Nums [0 << /S /D /P (a\x1b\n[31m) >>] >>"
    catalog = pdf(f"BT /F 12 Tf 72 700 Td ({SAID}) Tj ET\n".encode(), more=labels)
    outcome = attempt_at(Document(catalog, limits=_LIMITS), "pdf")
    assert isinstance(outcome, Reading)
    assert [one.label.isprintable() for one in outcome.spans] == [True]


def _project(root: Path) -> None:
    (root / "sources").mkdir()
    (root / "sources" / "references.bib").write_text("@misc{key, title = {T}, date = {2024}}\n")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", DOCUMENTS["Word: tables 300 deep"].make),
        ("a.warc", DOCUMENTS["WARC: a length of fifty digits"].make),
        ("a.html", HTML["a charset that is none: zlib"].make),
        ("a.epub", BOOKS["book: a file, as an entity"].make),
        ("a.pdf", PDFS["PDF: head and end"].make),
        ("a.eml", DOCUMENTS["mail: no mail"].make),
    ],
)
def test_nothing_is_stored_of_what_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: object
) -> None:
    assert callable(data)
    _project(tmp_path)
    (tmp_path / name).write_bytes(data())
    before = sorted(tmp_path.rglob("*"))
    told = ["--key", "key", "--captured", "2026-01-01", "--language", "en", "--obtained", "x"]
    assert main(["--root", str(tmp_path), "capture", str(tmp_path / name), *told]) == 1
    said = capsys.readouterr()
    assert "nothing is stored" in said.out
    assert "Traceback" not in said.out + said.err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_library_says_nothing_in_our_name(tmp_path: Path) -> None:
    _project(tmp_path)
    (tmp_path / "a.warc").write_bytes(
        record(answer(f"<p>{SAID}</p>".encode()), address="http://a/ \x1b[31m\x07")
    )
    told = ["--key", "key", "--captured", "2026-01-01", "--language", "en", "--obtained", "x"]
    command = [
        sys.executable,
        "-m",
        "briefgen",
        "--root",
        str(tmp_path),
        "capture",
        str(tmp_path / "a.warc"),
        *told,
    ]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0
    assert not [byte for byte in done.stdout + done.stderr if byte < 0x20 and byte != 0x0A]


# ------------------------------------------------------------------------------ what ends the process


def test_time_is_limited() -> None:
    limits = ReadingLimits(seconds=1)
    slow = Document(html("<p>x</p>" * 2_000_000), limits=limits)
    outcome = read_apart(slow, "html")
    assert outcome == Refused(
        "BG317",
        "cannot be read within 1 seconds",
        (),
        "if it only is large, the settings can allow more: `extra: briefgen: reading: seconds:`",
    )


def test_memory_is_limited() -> None:
    document = Document(html("<p>x</p>" * 2_000_000), limits=ReadingLimits(memory=300))
    outcome = read_apart(document, "html")
    assert isinstance(outcome, Refused)
    assert outcome.code == "BG317"
    assert outcome.what.startswith("cannot be read")


def test_text_is_limited() -> None:
    document = Document(b"x" * 2_000_000, limits=ReadingLimits(text=1))
    outcome = read_apart(document, "txt")
    assert isinstance(outcome, Refused)
    assert outcome.what == "holds more than 1 MB"


def test_what_is_unpacked_is_limited_and_the_limit_can_be_raised() -> None:
    data = word("<w:p><w:r><w:t>" + SAID * 90_000 + "</w:t></w:r></w:p>")
    small = attempt_at(Document(data, limits=ReadingLimits(unpacked=1)), "docx")
    assert isinstance(small, Refused)
    assert small.what == "unpacks to more than 1 MB"
    assert isinstance(attempt_at(Document(data), "docx"), Reading)


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (
            "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
            "the library that reads it crashed (SIGSEGV)",
        ),
        ("import os; os._exit(9)", "reading it ended with exit code 9"),
        ("print('nonsense')", "reading it ended with exit code 0"),
        ("import sys; sys.stdin.close(); raise SystemExit(5)", "reading it ended with exit code 5"),
        ("raise SystemExit(3)", ""),
    ],
)
def test_a_process_that_ends_otherwise_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str, said: str
) -> None:
    _becomes(monkeypatch, tmp_path, program)
    outcome = read_apart(Document(b"x" * 1_000_000), "txt")
    assert isinstance(outcome, Refused)
    assert outcome.code == "BG317"
    assert outcome.what.startswith("cannot be read")
    assert said in " ".join(outcome.notes)


@pytest.mark.parametrize(
    "answer_",
    [
        "os.system, ('touch taken',)",
        "print, ('taken',)",
        "getattr, (__import__('briefgen.intake.readers.document', fromlist=['x']).Reading, 'text')",
        "__import__('briefgen.intake.readers.document', fromlist=['x']).Document, (b'',)",
        "__import__('briefgen.intake.readers.document', fromlist=['x']).Reading, (7,)",
        "__import__('briefgen.intake.readers.document', fromlist=['x']).Refused, ('BG999', 'x')",
        "__import__('briefgen.intake.readers.document', fromlist=['x']).Missing, ([],)",
    ],
)
def test_a_process_that_was_taken_over_makes_nothing_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer_: str
) -> None:
    program = (
        "import os, pickle, sys\nsys.stdin.buffer.read()\n"
        f"class X:\n    def __reduce__(self): return {answer_}\n"
        "sys.stdout.buffer.write(pickle.dumps(X()))"
    )
    _becomes(monkeypatch, tmp_path, program)
    outcome = read_apart(Document(b"x"), "txt")
    assert isinstance(outcome, Refused)
    assert not (Path.cwd() / "taken").exists()


def test_what_a_text_is_made_of_comes_from_each_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before 3.11.4 a member of an enumeration is pickled as what `getattr` gives."""
    reading = Reading("One.", spans=(TextSpan(SpanKind.PAGE, 0, 4, "1"),))
    assert child._value_of(pickle.dumps(reading)) == reading
    monkeypatch.setattr(
        SpanKind, "__reduce_ex__", lambda one, _: (getattr, (SpanKind, one.name)), raising=False
    )
    assert child._value_of(pickle.dumps(reading)) == reading


def _becomes(monkeypatch: pytest.MonkeyPatch, folder: Path, program: str) -> None:
    """The process that reads is another program."""
    (folder / "another_process.py").write_text(program)
    monkeypatch.setenv("PYTHONPATH", f"{folder}{os.pathsep}{Path(__file__).parents[2]}")
    monkeypatch.setattr(child, "_PROCESS", "another_process")


def test_a_process_that_sleeps_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _becomes(monkeypatch, tmp_path, "import sys, time\nsys.stdin.buffer.read()\ntime.sleep(600)")
    monkeypatch.setattr(child, "_PATIENCE", 2)
    outcome = read_apart(Document(b"x", limits=ReadingLimits(seconds=1)), "txt")
    assert isinstance(outcome, Refused)
    assert outcome.what == "cannot be read within 1 seconds"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupt_ends_both(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    (tmp_path / "another_process.py").write_text(
        "import os, pathlib, signal, sys, time\n"
        "signal.signal(signal.SIGINT, signal.SIG_IGN)\nsys.stdin.buffer.read()\n"
        f"pathlib.Path({str(mark)!r}).write_text(str(os.getpid()))\ntime.sleep(600)"
    )
    program = (
        # A shell's jobs in the background ignore it, and hand that on.
        "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from briefgen.intake import child\nfrom briefgen.intake.readers import Document\n"
        "child._PROCESS = 'another_process'\nchild.read_apart(Document(b'x'), 'txt')"
    )
    path = f"{tmp_path}{os.pathsep}{Path(__file__).parents[2]}"
    process = subprocess.Popen(
        [sys.executable, "-c", program], env=os.environ | {"PYTHONPATH": path}, stderr=subprocess.DEVNULL
    )
    for _ in range(6000):
        if mark.exists() and mark.read_text():
            break
        time.sleep(0.05)
    inner = int(mark.read_text())
    process.send_signal(signal.SIGINT)
    process.wait(120)
    with pytest.raises(ProcessLookupError):
        os.kill(inner, 0)


def test_no_file_is_written_and_none_is_inherited(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = (
        "import os, pickle, sys\nfrom briefgen.intake import reader_process\n"
        "from briefgen.intake.readers.document import Reading\n"
        "asked, ending = pickle.load(sys.stdin.buffer)\nreader_process._limit(asked.limits)\n"
        f"try:\n    with open({str(tmp_path / 'written')!r}, 'w') as file: file.write('x' * 100000)\n"
        "    said = 'written'\nexcept OSError: said = 'refused'\n"
        "places = [(n, f'/proc/self/fd/{n}') for n in os.listdir('/proc/self/fd') if int(n) > 2]\n"
        "said += ' ' + ' '.join(n for n, at in places if os.path.isfile(at))\n"
        "said += ' ' + os.environ.get('TOKEN', 'no token')\n"
        "sys.stdout.buffer.write(pickle.dumps(Reading(said)))"
    )
    if not Path("/proc/self/fd").exists():
        pytest.skip("needs /proc")
    _becomes(monkeypatch, tmp_path, program)
    monkeypatch.setenv("TOKEN", "secret")
    with (tmp_path / "open").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        outcome = read_apart(Document(b"x"), "txt")
    assert outcome == Reading("refused  no token")


def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "mammoth.py").write_text("raise ModuleNotFoundError('mammoth')")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{Path(__file__).parents[2]}")
    outcome = read_apart(Document(word("")), "docx")
    assert isinstance(outcome, Missing)
    assert "mammoth" in outcome.said


def test_the_hash_of_what_is_stored_is_that_of_the_document(tmp_path: Path) -> None:
    _project(tmp_path)
    data = html(f"<p>{SAID}</p>")
    (tmp_path / "a.html").write_bytes(data)
    told = ["--key", "key", "--captured", "2026-01-01", "--language", "en", "--obtained", "x"]
    assert main(["--root", str(tmp_path), "capture", str(tmp_path / "a.html"), *told]) == 0
    assert sha256(data).hexdigest() in (tmp_path / PurePath("sources/captures.yml")).read_text()
