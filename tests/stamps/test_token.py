"""Time stamps made by `openssl` are read as they are meant; false ones are refused with a reason."""

import re
from base64 import b64decode
from pathlib import Path
from random import Random

import pytest

from briefgen.model.stamp import Stamp, StampState
from briefgen.stamps.token import RootUnusableError, StampRefusedError, check_stamp
from tests.stamps.authority import FOR_OTHERS, OPENSSL, Authority, authority, chained, long_ago, run
from tests.sweep import SWEEP

DOCUMENT = b"One lane stays open.\n"

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="no openssl")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("authorities") / "town")


@pytest.fixture(scope="module")
def token(town: Authority) -> bytes:
    stamp = town.stamp(DOCUMENT)
    town.statement(stamp)
    return stamp


def refused(token: bytes, document: bytes, roots: list[bytes]) -> str:
    with pytest.raises(StampRefusedError) as caught:
        check_stamp(token, document, roots)
    return str(caught.value)


def nested(depth: int) -> bytes:
    """Sequences in sequences."""
    made = b""
    for _ in range(depth):
        length = len(made).to_bytes(3, "big")
        made = b"\x30\x83" + length + made if len(made) < 199_000 else made
    return made


@pytest.mark.parametrize(("digest", "brings_root"), [("sha256", True), ("sha384", False), ("sha512", True)])
def test_a_stamp_that_leads_to_a_trusted_root(town: Authority, digest: str, brings_root: bool) -> None:
    stamp = check_stamp(town.stamp(DOCUMENT, digest=digest, brings_root=brings_root), DOCUMENT, [town.root])
    assert stamp.state is StampState.TRUSTED
    assert (stamp.authority, stamp.root) == ("Example Clock (Example Town)", "Example Root (Example Town)")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp.time)


def test_a_root_that_nobody_named_vouches_for_nothing(town: Authority, token: bytes, tmp_path: Path) -> None:
    other = authority(tmp_path / "other").root
    bare = town.stamp(DOCUMENT, brings_root=False)
    stamps: list[Stamp] = [
        check_stamp(one, DOCUMENT, roots) for one in (token, bare) for roots in ([], [other])
    ]
    assert {(one.state, one.root) for one in stamps} == {(StampState.UNTRUSTED, "")}


def test_a_stamp_of_another_file_or_an_altered_one_is_refused(town: Authority, token: bytes) -> None:
    assert "of another file" in refused(token, b"Two lanes stay open.\n", [town.root])
    forged = bytearray(token)
    forged[-5] ^= 1
    for roots in ([], [town.root]):
        assert "altered" in refused(bytes(forged), DOCUMENT, roots)
    said = town.statement(token)
    (stated,) = re.findall(rb"20\d{12}Z", said)
    moved = token.replace(stated, b"20200101000000Z")
    assert "says 2020-01-01" in refused(moved, DOCUMENT, [town.root])
    assert "no time stamp" in refused(b"One lane stays open.\n", DOCUMENT, [])
    assert "no time stamp" in refused(token[:-20], DOCUMENT, [])
    endless = b"\x30\x80" + token[4:] + b"\0\0"  # of a length that is not said: BER, and no DER
    assert "no time stamp" in refused(endless, DOCUMENT, [])
    assert "no time stamp" in refused(nested(50_000), DOCUMENT, [])
    assert "more than 200,000 bytes" in refused(token + b"\0" * 200_000, DOCUMENT, [])


@pytest.mark.parametrize(
    "usage", ["timeStamping", "critical,timeStamping,serverAuth", "critical,serverAuth", ""]
)
def test_a_certificate_that_is_not_for_time_stamps_is_refused(
    town: Authority, token: bytes, usage: str, tmp_path: Path
) -> None:
    other = authority(tmp_path / "other", usage=usage)
    signed = other.token(town.statement(token))
    assert "not one for time stamps alone" in refused(signed, DOCUMENT, [other.root])


@pytest.mark.parametrize(
    ("days", "root_days"), [("-1", "3000"), ("30", "-1")], ids=["its own", "of its root"]
)
def test_certificates_have_to_be_valid_when_they_sign(
    town: Authority, token: bytes, days: str, root_days: str, tmp_path: Path
) -> None:
    other = authority(tmp_path / "other", days=days, root_days=root_days)
    signed = other.token(town.statement(token))
    assert "was valid from" in refused(signed, DOCUMENT, [other.root])


_NAMES = f"{FOR_OTHERS}nameConstraints=critical,{{}};dirName:names\n[names]\nO={{}}\n"


@pytest.mark.parametrize(
    ("above", "state"),
    [
        (FOR_OTHERS, StampState.TRUSTED),
        (f"{FOR_OTHERS}extendedKeyUsage=timeStamping,serverAuth\n", StampState.TRUSTED),
        (_NAMES.format("excluded", "Other Town"), StampState.TRUSTED),
        ("basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\n", StampState.UNTRUSTED),
        ("keyUsage=critical,keyCertSign\n", StampState.UNTRUSTED),
        ("basicConstraints=critical,CA:TRUE\nkeyUsage=critical,cRLSign\n", StampState.UNTRUSTED),
        (FOR_OTHERS.replace("TRUE", "TRUE,pathlen:0"), StampState.UNTRUSTED),
        (f"{FOR_OTHERS}1.2.3.4.5=critical,ASN1:UTF8String:x\n", StampState.UNTRUSTED),
        (_NAMES.format("excluded", "Example Town"), StampState.UNTRUSTED),
        (_NAMES.format("permitted", "Other Town"), StampState.UNTRUSTED),
    ],
)
@pytest.mark.usefixtures("token")
def test_only_who_may_vouch_for_others_leads_to_a_root(
    town: Authority, above: str, state: StampState, tmp_path: Path
) -> None:
    deeper = [FOR_OTHERS] if "pathlen" in above else []
    stamp = check_stamp(chained(town, tmp_path / "below", [above, *deeper]), DOCUMENT, [town.root])
    assert stamp.state is state


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"key": "rsa1024"}, "a key so short"),
        ({"key": "prime192v1"}, "a key so short"),
        ({"signed": "sha1"}, "was signed by SHA1, which can be forged"),
        ({"digest": "sha1"}, "a hash that is none of"),
        ({"key": "rsa2048", "digest": "md5"}, "a hash that is none of"),
    ],
)
@pytest.mark.usefixtures("token")
def test_what_others_can_forge_today_is_refused(
    town: Authority, how: dict[str, str], words: str, tmp_path: Path
) -> None:
    """A key of RSA with 512 bits was as good as any other: it takes an evening."""
    for roots in ([], [town.root]):
        assert words in refused(chained(town, tmp_path / f"{len(roots)}", **how), DOCUMENT, roots)


@pytest.mark.usefixtures("token")
def test_who_vouches_for_servers_does_not_for_stamps(town: Authority, tmp_path: Path) -> None:
    signed = chained(town, tmp_path / "below", [f"{FOR_OTHERS}extendedKeyUsage=serverAuth\n"])
    assert "but not for time stamps" in refused(signed, DOCUMENT, [town.root])


def test_certificates_that_have_expired_since_are_no_fault(
    town: Authority, token: bytes, tmp_path: Path
) -> None:
    old = long_ago(tmp_path / "old", "20190101", "20210101")
    stated = re.sub(rb"20\d{12}Z", b"20200101000000Z", town.statement(token))
    stamp = check_stamp(old.token(stated), DOCUMENT, [old.root])
    assert (stamp.state, stamp.time) == (StampState.TRUSTED, "2020-01-01T00:00:00Z")


def test_a_token_without_its_answer_is_one_all_the_same(town: Authority, token: bytes) -> None:
    bare = town.token(town.statement(token))
    assert check_stamp(bare, DOCUMENT, [town.root]).state is StampState.TRUSTED


def test_two_certificates_of_one_name_are_no_proof(town: Authority, token: bytes, tmp_path: Path) -> None:
    """Which of them the library judges is left to chance."""
    other = (authority(tmp_path / "other").folder / "tsa.pem").read_text()
    beside = b64decode("".join(other.splitlines()[1:-1]))
    with pytest.raises(StampRefusedError, match="two certificates"):
        check_stamp(token, DOCUMENT, [town.root], [beside])


def test_two_signers_or_another_hash_prove_nothing(town: Authority, token: bytes, tmp_path: Path) -> None:
    chained(town, tmp_path / "other")
    tsa = ("-signer", str(town.folder / "tsa.pem"), "-inkey", str(town.folder / "tsa.key"))
    run(
        tmp_path / "other",
        *("cms", "-sign", "-binary", "-nodetach", "-econtent_type", "1.2.840.113549.1.9.16.1.4", *tsa),
        *("-signer", "0.pem", "-inkey", "0.key", "-in", "statement", "-outform", "DER", "-out", "both"),
    )
    assert "2 signed it" in refused((tmp_path / "other/both").read_bytes(), DOCUMENT, [town.root])
    sha256, sha3 = (b"\x60\x86\x48\x01\x65\x03\x04\x02" + last for last in (b"\x01", b"\x08"))
    stated = town.statement(token).replace(sha256, sha3)
    assert "stamps a hash that is none of" in refused(town.token(stated), DOCUMENT, [town.root])


def test_a_root_is_one_certificate_that_may_vouch_for_others(town: Authority, token: bytes) -> None:
    der = b64decode("".join(town.root.decode().splitlines()[1:-1]))
    assert check_stamp(token, DOCUMENT, [der]).state is StampState.TRUSTED
    leaf = (town.folder / "tsa.pem").read_bytes()
    for unusable in (b"", b"One lane.", leaf, town.root + town.root):
        with pytest.raises(RootUnusableError):
            check_stamp(token, DOCUMENT, [unusable])


def test_damaged_bytes_are_refused_or_say_the_same(town: Authority, token: bytes) -> None:
    """What no signature covers (the order of what it brings along) may be changed; what it says may not."""
    choose, right = Random(1), check_stamp(token, DOCUMENT, [town.root])
    for _ in range(150 * SWEEP):
        damaged = bytearray(token)
        for _ in range(choose.choice((1, 1, 3))):
            damaged[choose.randrange(len(damaged))] = choose.randrange(256)
        try:
            stamp = check_stamp(bytes(damaged), DOCUMENT, [town.root])
        except StampRefusedError:
            continue
        assert stamp == right or stamp.state is StampState.UNTRUSTED
