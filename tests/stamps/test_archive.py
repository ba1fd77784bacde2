"""Signatures of web archives are checked with all that they sign; false ones are refused with a reason."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
import yaml

from briefgen.cli.main import main
from briefgen.model.stamp import StampState
from briefgen.pipeline import compile_briefs
from briefgen.stamps.archive import check_signature
from briefgen.stamps.token import StampRefusedError
from tests.evidence.projects import brief, make_project
from tests.hostile.documents import answer, record, wacz
from tests.stamps.authority import OPENSSL, Authority, authority
from tests.stamps.signed import DOMAIN, anonymous, by_domain, packed, unpacked, with_signature
from tests.sweep import SWEEP

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="no openssl")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("authorities") / "town")


@pytest.fixture(scope="module")
def archive() -> bytes:
    return wacz(record(answer(b"<p>One lane stays open.</p>")))


@pytest.fixture(scope="module")
def signed(archive: bytes, town: Authority, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return with_signature(archive, by_domain(archive, town, tmp_path_factory.mktemp("domain") / "d"))


def refused(archive: bytes, roots: list[bytes]) -> str:
    with pytest.raises(StampRefusedError) as caught:
        check_signature(archive, roots)
    return str(caught.value)


def test_a_domain_signed_it_and_a_stamp_says_when(signed: bytes, archive: bytes, town: Authority) -> None:
    assert check_signature(archive, [town.root]) is None
    found = check_signature(signed, [town.root])
    assert found is not None
    assert found.stamp is not None
    assert (found.signer, found.stamp.state) == (DOMAIN, StampState.TRUSTED)
    found = check_signature(signed, [])
    assert found is not None
    assert found.stamp is not None
    assert (found.stamp.state, found.stamp.root) == (StampState.UNTRUSTED, "")


def test_a_key_that_names_nobody_is_said_to_be_one(archive: bytes, tmp_path: Path) -> None:
    made = anonymous(archive, tmp_path / "key")
    found = check_signature(with_signature(archive, made), [])
    assert found is not None
    assert found.stamp is None
    assert found.signer == sha256((tmp_path / "key" / "public").read_bytes()).hexdigest()[:16]
    other = anonymous(archive, tmp_path / "other")
    mixed = made | {"publicKey": other["publicKey"]}
    assert "does not hold" in refused(with_signature(archive, mixed), [])


def test_what_was_changed_after_it_was_signed_is_refused(signed: bytes, town: Authority) -> None:
    files, roots = unpacked(signed), [town.root]
    (page,) = (name for name in files if name.startswith("archive/"))
    assert "not the file that was signed" in refused(packed(files | {page: b"another"}), roots)
    assert "not among what was signed" in refused(packed(files | {"archive/more.warc": b""}), roots)
    listed = files["datapackage.json"]
    assert "another datapackage.json" in refused(packed(files | {"datapackage.json": listed + b" "}), roots)


def marked(archive: bytes, at: int, value: int, *, bits: bool = False) -> bytes:
    """An archive with another byte in each entry of its list of files."""
    made, place = bytearray(archive), -1
    while (place := made.find(b"PK\x01\x02", place + 1)) >= 0:
        made[place + at] = made[place + at] | value if bits else value
    return bytes(made)


def test_what_a_library_trips_over_is_refused_with_words(signed: bytes) -> None:
    """Each of these ended in a traceback, or took minutes: encrypted, packed otherwise, no name, cut off."""
    assert "encrypted" in refused(marked(signed, 8, 1, bits=True), [])
    for method in (12, 14, 99):
        assert "packed in a way" in refused(marked(signed, 10, method), [])
    nameless = marked(marked(signed, 9, 8), 46, 0xFF)  # its names are called UTF-8, and are none
    assert "cannot be read" in refused(nameless, [])
    assert "cannot be read" in refused(signed[:-8], [])
    assert "more than can be checked" in refused(marked(signed, 27, 0x7F), [])
    assert "more than 50,000 files" in refused(signed + b"PK\x01\x02" * 50_001, [])


def test_damaged_archives_are_refused_or_say_the_same(archive: bytes, tmp_path: Path) -> None:
    signed = with_signature(archive, anonymous(archive, tmp_path / "key"))
    choose, right = Random(3), check_signature(signed, [])
    for _ in range(400 * SWEEP):
        damaged = bytearray(signed)
        for _ in range(choose.choice((1, 2, 4))):
            damaged[choose.randrange(len(damaged))] = choose.randrange(256)
        with suppress(StampRefusedError):
            assert check_signature(bytes(damaged), []) in (right, None)


def test_a_false_domain_or_stamp_is_refused(archive: bytes, town: Authority, tmp_path: Path) -> None:
    roots = [town.root]
    right = by_domain(archive, town, tmp_path / "right")
    other = by_domain(archive, town, tmp_path / "other", domain="another.example")
    expired = by_domain(archive, town, tmp_path / "expired", days="-1")
    cases = {
        "is none of observer.example": other,
        "was valid from": expired,
        "does not hold": right | {"domainCert": other["domainCert"]},
        "of another file": right | {"timeSignature": other["timeSignature"]},
        "long before or after": right | {"created": "2020-01-01T00:00:00Z"},
        "cannot be read": right | {"timeSignature": "%"},
    }
    for why, said in cases.items():
        assert why in refused(with_signature(archive, said), roots)


def test_it_is_checked_and_shown_and_a_false_one_is_not_captured(
    signed: bytes, town: Authority, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_project(tmp_path / "p", {"q": "One lane stays open."}, {"b": brief("“One lane” [@q].")})
    listed = root / "sources" / "captures.yml"
    (entry,) = yaml.safe_load(listed.read_text("utf-8")).values()
    (root / "seeds" / "q.wacz").write_bytes(signed)
    entry |= {
        "file": "seeds/q.wacz",
        "sha256": sha256(signed).hexdigest(),
        "text": entry["file"],
        "text_by": "hand",
    }
    listed.write_text(yaml.safe_dump({"q": entry}), "utf-8")
    told = compile_briefs(root)
    page = next(one.text for one in told.value.pages if one.path == "sources/q.md")
    assert told.findings == ()
    assert f"bears a signature of {DOMAIN} and a time stamp of Example Clock" in page
    (root / "seeds" / "town.pem").write_bytes(town.root)
    (root / "mkdocs.yml").write_text("extra:\n  briefgen:\n    trusted_roots: [seeds/town.pem]\n", "utf-8")
    page = next(one.text for one in compile_briefs(root).value.pages if one.path == "sources/q.md")
    assert f"{DOMAIN} signed the archive before" in page
    false = packed(unpacked(signed) | {"archive/more.warc": record(answer(b"<p>No lane stays open.</p>"))})
    (tmp_path / "q.wacz").write_bytes(false)
    said = ("--captured", "2025-06-18", "--language", "en", "--obtained", "council", "--page", "http://a/")
    assert main(["capture", str(tmp_path / "q.wacz"), *said, "--root", str(root)]) != 0
    assert "not among what was signed" in capsys.readouterr().err
    (root / "seeds" / "q.wacz").write_bytes(false)
    listed.write_text(yaml.safe_dump({"q": entry | {"sha256": sha256(false).hexdigest()}}), "utf-8")
    assert [one.rule.code for one in compile_briefs(root).findings] == ["BG655"]
