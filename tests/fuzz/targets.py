"""What is fuzzed: each target with the inputs it begins with.

Several texts in one input are parted by a line ``%%``.
"""

import io
import json
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from briefgen.bibliography.export_bibtex import bibtex
from briefgen.bibliography.export_csl import csl_json
from briefgen.bibliography.export_ris import ris
from briefgen.bibliography.reference import format_reference
from briefgen.bibliography.works_of_files import parse_bibliography
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.failure import CannotRunError
from briefgen.intake.annotations import NotAnnotationsError, make_scaffold, read_annotations
from briefgen.intake.fetch.exchange import Exchange, Fetched
from briefgen.intake.fetch.judge import why_not_the_page
from briefgen.intake.readers.attempt import attempt_at
from briefgen.intake.readers.document import Document, Missing, Reading, Refused
from briefgen.intake.readers.facts import facts_of
from briefgen.load.texts import decode_text
from briefgen.matching.fold import fold
from briefgen.matching.haystack import prepare
from briefgen.matching.lookup import look_up
from briefgen.model.capture import Blob
from briefgen.model.project import ProjectFiles
from briefgen.model.verdict import Found, Missed
from briefgen.moving.convert import convert, open_text
from briefgen.moving.seen import Around
from briefgen.moving.shape import Shape
from briefgen.moving.targets import find_targets
from briefgen.parse import parse_workspace
from briefgen.quick import QuickMarkdown
from briefgen.render import draft_pages, render_site
from briefgen.resolve import resolve_citations
from briefgen.terminal.formats.text import full
from briefgen.text import TextFile
from briefgen.verify import verify_quotations
from tests.documents import PAGE
from tests.fuzz.proofs import run_signature, run_stamp, signatures, stamps
from tests.quick.test_same import LINES, PIECES, converted
from tests.repository import ROOT

_PARTED = "\n%%\n"
_FRONT = "---\ntitle: Fuzzed\ndate: 2025-05-10\n---\n"
_DOCUMENT = ROOT / "tests/intake/readers/data/libreoffice.docx"
_WORD_BODY = "word/document.xml"
_BASE = ROOT / "tests/golden/_base"


@dataclass(frozen=True, slots=True)
class Target:
    """One function that is fuzzed."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]


# ------------------------------------------------------------------------------------------ what must hold


def _check_findings(findings: Iterable[Diagnostic]) -> None:
    told = tuple(findings)
    for finding in told:
        assert 0 <= finding.span.start <= finding.span.end <= len(finding.span.file.text)
    shown = full(told)
    assert all(mark == "\n" or mark >= " " for mark in shown), "a control character reaches the terminal"


def _project(brief: str, **others: str) -> ProjectFiles:
    """The base project of the golden workspaces with this brief, and what else is not as there."""
    return ProjectFiles(
        briefs=(TextFile("sources/fuzzed.md", brief),),
        contexts=(),
        bibliography=tuple(filter(None, [_file("sources/references.bib", others)])),
        captures=_file("sources/captures.yml", others),
        settings=_file("mkdocs.yml", others),
        blobs=_blobs(),
        written=(),
    )


def _compile(files: ProjectFiles) -> None:
    """All stages; as in a build, a brief with an error is not rendered."""
    workspace = parse_workspace(files)
    corpus = resolve_citations(workspace.value)
    verified = verify_quotations(corpus.value)
    findings = (*workspace.findings, *corpus.findings, *verified.findings)
    _check_findings(findings)
    if not any(finding.severity is Severity.ERROR for finding in findings):
        _check_findings(render_site(verified.value, None).findings)
        draft_pages(verified.value)


def _file(path: str, others: Mapping[str, str]) -> TextFile:
    return TextFile(path, others.get(path.rpartition("/")[2].partition(".")[0]) or _of_base(path))


@cache
def _of_base(path: str) -> str:
    return (_BASE / path).read_text("utf-8")


@cache
def _blobs() -> tuple[Blob, ...]:
    seeds = sorted(path for path in (_BASE / "seeds").iterdir())
    read = [(f"seeds/{path.name}", path.read_bytes()) for path in seeds]
    return tuple(Blob(name, data, sha256(data).hexdigest()) for name, data in read)


def _brief(data: bytes) -> None:
    """A brief, from its first line to its last."""
    _compile(_project(_text(data)))


def _body(data: bytes) -> None:
    """The text of a brief, whose front matter is right."""
    _brief(_FRONT.encode() + data)


def _bibliography(data: bytes) -> None:
    findings: list[Diagnostic] = []
    works = parse_bibliography(TextFile("sources/references.bib", _text(data)), findings.append)
    _check_findings(findings)
    keys = "; ".join(f"@{work.key}" for work in works)
    _compile(_project(f"{_FRONT}Text [{keys}].\n", references=_text(data)))


def _library(path: str, data: bytes) -> None:
    """The works of a file of another program, as they are printed and handed on."""
    findings: list[Diagnostic] = []
    works = parse_bibliography(TextFile(path, _text(data)), findings.append)
    _check_findings(findings)
    for work in works:
        assert format_reference(work, "en") is not None
    assert len(json.loads(csl_json(works))) == len(works)
    bibtex(works)
    ris(works)


def _settings(data: bytes) -> None:
    """The list of captures and the settings."""
    captures, _, settings = _text(data).partition(_PARTED)
    quoting = f"{_FRONT}“{_of_base('seeds/herald.txt')[:30]}” [@herald2025bridge].\n"
    _compile(_project(quoting, captures=captures, mkdocs=settings))


def _fold(data: bytes) -> None:
    text = unicodedata.normalize("NFC", _text(data))
    folded = fold(text)
    before = 0
    for at in range(len(folded.text)):
        start, end = folded.source_range(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= before
        before = start


def _lookup(data: bytes) -> None:
    """Words of a text are found in it at their place; words that are found stand in it."""
    quotation, _, text = _text(data).partition(_PARTED)
    text = unicodedata.normalize("NFC", text)
    found = look_up(quotation, prepare(text))
    places: Iterable[tuple[int, int]] = ()
    match found:
        case Found():
            places = found.ranges
            assert places
        case Missed():
            places = found.positions
    for start, end in places:
        assert 0 <= start <= end <= len(text)


def _read(ending: str, data: bytes) -> None:
    match attempt_at(Document(data), ending):
        case Reading(text=text):
            assert text.strip()
        case Refused(what=what):
            assert what
        case Missing(said=said):
            raise AssertionError(said)


def _facts(data: bytes) -> None:
    """What a page says of itself, and whether it is the one that was asked for."""
    address, _, page = _text(data).partition(_PARTED)
    facts = facts_of(page)
    for said in (facts.title, facts.outlet, facts.date, facts.language, facts.address, *facts.authors):
        assert "\n" not in said
    try:
        url = parse_url(address.partition("\n")[0]).url
    except LocationParseError:
        return
    asked = Exchange("https://example.org/news/bridge", "192.0.2.1", "/news/bridge", (), 302, "", (), b"")
    html = (("Content-Type", "text/html"),)
    answer = Exchange(url, "192.0.2.1", "/", (), 200, "", html, page.encode())
    why = why_not_the_page(Fetched((asked, answer)), page, facts)
    assert "\n" not in why


def _annotations(data: bytes) -> None:
    """The annotations of another tool, and the scaffold that is made of them."""
    try:
        annotations = read_annotations(_text(data))
    except NotAnnotationsError:
        return
    _compile(_project(make_scaffold(annotations, (), title="Fuzzed").text))


def _word(data: bytes) -> None:
    """The text of a Word document; the archive around it is whole."""
    packed = io.BytesIO()
    with zipfile.ZipFile(_DOCUMENT) as document, zipfile.ZipFile(packed, "w") as changed:
        for name in document.namelist():
            changed.writestr(name, data if name == _WORD_BODY else document.read(name))
    _read("docx", packed.getvalue())


def _moving(data: bytes) -> None:
    """A text of another program; its first byte says of which."""
    shape = list(Shape)[(data[:1] or b"0")[0] % len(Shape)]
    file = TextFile("a.md", _text(data[1:]))
    try:
        opened = open_text(file, "a", Around(shape))
        targets = find_targets(opened.seen, opened.title_line)
        made = convert(open_text(file, "a", Around(shape, targets=targets)), draft=False, abstract="Abstract")
    except CannotRunError:  # of YAML that grows without end
        return
    assert len(made.lines) == len(made.text.split("\n"))
    assert all(0 < place.line <= file.text.count("\n") + 1 for place in made.lines)


def _text(data: bytes) -> str:
    """A text as `load` hands it on."""
    findings: list[Diagnostic] = []
    text = decode_text("sources/fuzzed.md", data, findings.append).text
    _check_findings(findings)
    return text


# -------------------------------------------------------------------------------------- what it begins with


def _golden(pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted((ROOT / "tests/golden").glob(pattern)) if path.is_file()]


def _bodies() -> list[bytes]:
    return [brief.partition(b"\n---\n")[2] for brief in _golden("*/sources/*.md")]


def _pairs() -> list[bytes]:
    text = _of_base("seeds/herald.txt")
    sentence = text[: text.find(".") + 1]
    quotations = (sentence, f"{sentence[:20]} […] {sentence[-20:]}", f"[T]{sentence[1:]}")
    return [f"{quotation}{_PARTED}{text}".encode() for quotation in quotations]


def _csl_libraries() -> list[bytes]:
    ek = {"family": "Ek", "given": "Ada"}
    full = {
        "id": "ek",
        "type": "book",
        "title": "Tides of <i>Homo</i>",
        "author": [ek],
        "issued": {"date-parts": [[2001, 2], [2002]]},
        "note": "original-date: 1901\nkey: value",
        "page": "1-2",
    }
    page = {"id": 1, "type": "webpage", "URL": "https://example.org", "issued": {"raw": "2001?"}}
    return [json.dumps([full]).encode(), json.dumps({"items": [page | {"language": "de-DE"}]}).encode()]


def _ris_libraries() -> list[bytes]:
    return [
        b"TY  - JOUR\nAU  - Ek, Ada, Jr.\nTI  - Tides\nJO  - Harbour\nPY  - 2001/02/03/\nSP  - 1\nEP  - 2\n"
        b"UR  - https://example.org\nDO  - 10.1000/1\nER  - \n",
        b"TY  - CHAP\nA1  - Ek, Ada\nA2  - Li, Bo\nT2  - Boats\nN1  - a note\n  going on\nID  - ek\nER  - \n",
    ]


def _fact_pages() -> list[bytes]:
    parted = _PARTED.encode()
    return [
        b"https://example.org/login?next=1" + parted + b'<title>Log in</title><input type="password">',
        b"https://example.org/de/"
        + parted
        + b"<html lang=de><meta property=og:title content=x><p>Alle akzeptieren",
    ]


def _annotation_files() -> list[bytes]:
    closed = {"type": "TextQuoteSelector", "exact": "closed"}
    target = {"source": "https://example.org", "selector": [closed]}
    row = {
        "uri": "https://example.org",
        "text": "note",
        "tags": ["a"],
        "created": "2025-06-11",
        "target": [target],
    }
    w3c = {"type": "Annotation", "body": {"value": "note"}, "target": target | {"selector": closed}}
    zotero = (
        "# Annotations\n(2025/6/11)\n\n“The bridge is closed.” ([Ek, 2001, p. 3](zotero://select/x)) note\n"
    )
    return [json.dumps({"total": 1, "rows": [row]}).encode(), json.dumps(w3c).encode(), zotero.encode()]


def _word_bodies() -> list[bytes]:
    with zipfile.ZipFile(_DOCUMENT) as document:
        return [document.read(_WORD_BODY)]


def _moved() -> list[bytes]:
    """A text of each project that is moved in, the shapes in turn."""
    texts = sorted((ROOT / "tests/moving/projects").glob("*/source/*.*md"))
    return [f"{number % len(Shape)}".encode() + text.read_bytes()[:4000] for number, text in enumerate(texts)]


def _settings_seeds() -> list[bytes]:
    captures, settings = _golden("*/sources/captures.yml"), _golden("*/mkdocs.yml")
    parted = _PARTED.encode()
    return [one + parted + settings[0] for one in captures] + [captures[0] + parted + one for one in settings]


def _mails() -> list[bytes]:
    return [
        b"From: a@example.org\nSubject: x\nDate: Thu, 1 Jan 1970 00:00:00 +0000\n\nThe bridge is closed.\n",
        b"MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
        b"--b\nContent-Type: text/html\n\n<p>closed</p>\n--b--\n",
    ]


def _records() -> list[bytes]:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The bridge is closed.</p>"
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
    return [head + b"Content-Length: %d\r\n\r\n" % len(body) + body + b"\r\n\r\n"]


def _pages() -> list[bytes]:
    return [PAGE.encode(), b"<table><tr><td>The bridge<td>is <del>open</del><sup>1</sup> closed.</table>"]


def _quick(data: bytes) -> None:
    """Python-Markdown with our shortcuts says the same as without."""
    text = _text(data)
    assert converted(text, QuickMarkdown()) == converted(text)


_PIECES = tuple(dict.fromkeys((*PIECES, *(f"\n{line}" for line in LINES))))


def _pieces(data: bytes) -> None:
    """The same of texts that are put together of what means something, a byte for each piece."""
    _quick("".join(_PIECES[byte % len(_PIECES)] for byte in data).encode())


def _piece_seeds() -> list[bytes]:
    """Each piece beside the next, and beside one that is far from it."""
    every = range(len(_PIECES))
    return [bytes(every)] + [bytes([one, (one * 7 + 3) % len(_PIECES), one]) for one in every[::3]]


TARGETS: Mapping[str, Target] = {
    "body": Target(_body, _bodies),
    "brief": Target(_brief, lambda: _golden("*/sources/*.md")),
    "bibliography": Target(_bibliography, lambda: _golden("*/sources/references.bib")),
    "csl": Target(partial(_library, "sources/works.json"), _csl_libraries),
    "ris": Target(partial(_library, "sources/works.ris"), _ris_libraries),
    "settings": Target(_settings, _settings_seeds),
    "fold": Target(_fold, _bodies),
    "lookup": Target(_lookup, _pairs),
    "html": Target(partial(_read, "html"), _pages),
    "mail": Target(partial(_read, "eml"), _mails),
    "warc": Target(partial(_read, "warc"), _records),
    "facts": Target(_facts, _fact_pages),
    "annotations": Target(_annotations, _annotation_files),
    "word": Target(_word, _word_bodies),
    "stamp": Target(run_stamp, stamps),
    "signature": Target(run_signature, signatures),
    "moving": Target(_moving, _moved),
    "quick": Target(_quick, lambda: _golden("*/expected/docs/briefs/*.md")[::4]),
    "pieces": Target(_pieces, _piece_seeds),
}
