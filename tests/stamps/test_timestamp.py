"""`briefgen timestamp`: an authority is asked once; its stamp is checked, kept and shown."""

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from briefgen.cli.main import main
from briefgen.pipeline import compile_briefs
from tests.evidence.projects import brief, make_project
from tests.stamps.authority import OPENSSL, Authority, authority

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="no openssl")
TEXT = "One lane stays open.\n"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("authorities") / "town")


@contextmanager
def serving(town: Authority, old: bytes = b"") -> Iterator[str]:
    """The authority as a server on this machine; one that always sends the same answer, if that is given."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.headers["Content-Type"] == "application/timestamp-query"
            assert TEXT.encode().strip() not in query
            answer = old or town.answer(query)
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *_: object) -> None:  # noqa: A002, the base class calls it so
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def project(root: Path) -> Path:
    """A project with one captured work, of which a comment stands in the list."""
    made = make_project(root, {"q": TEXT}, {"b": brief("The council says “One lane stays open” [@q].")})
    listed = made / "sources" / "captures.yml"
    listed.write_text("# Ours.\n" + listed.read_text("utf-8"), "utf-8")
    return made


def timestamp(root: Path, *arguments: str) -> int:
    return main(["timestamp", "q", "--root", str(root), *arguments])


def trust(root: Path, town: Authority) -> None:
    """Name the root of an authority in the settings."""
    (root / "seeds" / "roots").mkdir()
    (root / "seeds" / "roots" / "town.pem").write_bytes(town.root)
    (root / "mkdocs.yml").write_text(
        "extra:\n  briefgen:\n    trusted_roots: [seeds/roots/town.pem]\n", "utf-8"
    )


def pages(root: Path) -> tuple[str, str]:
    """The work's page and the brief's."""
    made = {page.path: page.text for page in compile_briefs(root).value.pages}
    return made["sources/q.md"], made["briefs/b.md"]


def test_an_authority_is_asked_and_its_stamp_is_kept_and_shown(
    town: Authority, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "p")
    before = (root / "sources" / "captures.yml").read_text("utf-8")
    with serving(town) as address:
        assert timestamp(root, "--authority", address) != 0, "of this machine, and that was not allowed"
        assert timestamp(root, "--authority", address, "--own-network") == 0
    assert "existed before 20" in capsys.readouterr().out
    after = (root / "sources" / "captures.yml").read_text("utf-8")
    assert after.replace("  stamp: seeds/q.txt.tsr\n", "") == before
    work, own = pages(root)
    assert "a time stamp of Example Clock (Example Town), whose root is not trusted" in work
    assert "existed" not in work + own
    assert main(["check", "--root", str(root)]) == 0
    assert "BG656" in capsys.readouterr().out
    trust(root, town)
    work, own = pages(root)
    assert "Our copy existed before" in work
    assert "copy existed by" in own
    assert main(["check", "--strict", "--root", str(root)]) == 0
    (root / "seeds" / "q.txt.tsr").write_bytes(town.stamp(b"another file"))
    assert main(["check", "--root", str(root)]) == 1
    said = capsys.readouterr().out
    assert "BG655" in said
    assert "sources/captures.yml:" in said
    assert "briefgen timestamp q" in said


def test_an_answer_to_another_question_is_not_kept(
    town: Authority, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "p")
    with serving(town, town.stamp(TEXT.encode())) as address:
        assert timestamp(root, "--authority", address, "--own-network") != 0
    assert "does not repeat the number" in capsys.readouterr().err
    assert not (root / "seeds" / "q.txt.tsr").exists()


def test_who_sends_too_much_or_nothing_is_said_once(
    town: Authority, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "p")
    with serving(town, b"0" * 300_000) as address:
        assert timestamp(root, "--authority", address) != 0
        assert timestamp(root, "--authority", address, "--own-network") != 0
    first, second = capsys.readouterr().err.splitlines()
    assert first.endswith("; nothing was stored. If that is meant, say --own-network")
    assert second.endswith("sends more than 200 KB; nothing was stored")
    assert len(list((root / "seeds").iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are other things there")
def test_a_stamp_goes_through_no_link_and_over_no_file(
    town: Authority, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    token = tmp_path / "right.tsr"
    token.write_bytes(town.stamp(TEXT.encode()))
    root = project(tmp_path / "p")
    place, listed = root / "seeds/q.txt.tsr", (root / "sources/captures.yml").read_bytes()
    for to, words in (
        (tmp_path / "new", "is a link"),
        (root / "mkdocs.yml", "is a link"),
        (None, "in the way"),
    ):
        if to is None:
            os.mkfifo(place)
        else:
            place.symlink_to(to)
        assert timestamp(root, "--token", str(token)) != 0
        assert words in capsys.readouterr().err
        assert place.is_symlink() != place.is_fifo()
        place.unlink()
    os.mkfifo(tmp_path / "pipe")
    for other in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        assert timestamp(root, "--token", str(other)) != 0
        assert "not an ordinary file" in capsys.readouterr().err
    assert (root / "sources/captures.yml").read_bytes() == listed
    assert not (tmp_path / "new").exists()
    monkeypatch.delenv("HOME", raising=False)
    assert timestamp(root, "--token", str(token)) == 0


def test_a_stamp_at_hand_is_kept_if_it_is_one_of_the_capture(
    town: Authority, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "p")
    (tmp_path / "false.tsr").write_bytes(town.stamp(b"another file"))
    (tmp_path / "right.tsr").write_bytes(town.stamp(TEXT.encode()))
    assert timestamp(root, "--token", str(tmp_path / "false.tsr")) != 0
    assert "of another file" in capsys.readouterr().err
    (root / "seeds/q.txt.tsr").write_bytes(b"of a run that was killed before it could name it")
    listed = root / "sources/captures.yml"
    listed.write_text(listed.read_text("utf-8"), "utf-8-sig")
    assert timestamp(root, "--token", str(tmp_path / "right.tsr")) == 0
    assert listed.read_text("utf-8-sig").count("stamp: seeds/q.txt-2.tsr\n") == 1
    assert listed.read_bytes().startswith(BOM_UTF8)
    assert timestamp(root, "--token", str(tmp_path / "right.tsr")) != 0, "it has one"


def test_a_document_is_captured_with_its_stamp_or_not_at_all(town: Authority, tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    document = tmp_path / "later.txt"
    document.write_text("No lane stays open.\n", "utf-8")
    stamp = tmp_path / "later.tsr"
    said = ("--key", "q", "--captured", "2025-06-18", "--language", "en", "--obtained", "council")
    arguments = ["capture", str(document), *said, "--stamp", str(stamp), "--root", str(root)]
    stamp.write_bytes(town.stamp(b"another file"))
    assert main(arguments) != 0
    assert len(list((root / "seeds").iterdir())) == 1
    stamp.write_bytes(town.stamp(document.read_bytes()))
    assert main(arguments) == 0
    assert (root / "seeds" / "q-2.txt.tsr").read_bytes() == stamp.read_bytes()
    assert "stamp: seeds/q-2.txt.tsr" in (root / "sources" / "captures.yml").read_text("utf-8")


def test_without_what_checks_stamps_none_counts(
    town: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "p")
    (tmp_path / "right.tsr").write_bytes(town.stamp(TEXT.encode()))
    assert timestamp(root, "--token", str(tmp_path / "right.tsr")) == 0
    trust(root, town)
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    assert [one.rule.code for one in compile_briefs(root).findings] == ["BG656"]
    work, own = pages(root)
    assert "With it is a time stamp, which was not checked." in work
    assert "existed" not in work + own
