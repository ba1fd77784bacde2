"""Fuzzing proofs of time: what a time stamp says is said by no other bytes, whatever the bytes are."""

import json
from base64 import b64encode
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256

from briefgen.model.stamp import StampState
from briefgen.rules import STAMP_REFUSED
from briefgen.rules.rule import File
from briefgen.stamps.archive import check_signature
from briefgen.stamps.token import StampRefusedError, check_stamp
from tests.hostile.documents import answer, record, wacz
from tests.stamps.signed import packed, unpacked

_PARTED = b"\n%%\n"
_HASH = "HASH"
_LISTED = "datapackage.json"


def run_stamp(data: bytes) -> None:
    """A time stamp: refused, not vouched for, or it says what the right one does."""
    try:
        stamp = check_stamp(data, _of_rule(".txt"), [_of_rule(".pem")])
    except StampRefusedError:
        return
    if stamp.state is StampState.TRUSTED:
        assert stamp == check_stamp(_of_rule(".tsr"), _of_rule(".txt"), [_of_rule(".pem")])


def stamps() -> Iterable[bytes]:
    """The one that the rules' pages show, made by `openssl`; and its token alone."""
    whole = _of_rule(".tsr")
    return [whole, whole[whole.index(b"\x30\x82", 4) :]]


def run_signature(data: bytes) -> None:
    """What is signed of an archive, and its list of files; the archive around them is whole."""
    digest, _, listed = data.partition(_PARTED)
    files = unpacked(_archive())
    listed = listed or files[_LISTED]
    told = digest.replace(_HASH.encode(), f"sha256:{sha256(listed).hexdigest()}".encode())
    with suppress(StampRefusedError):
        check_signature(packed(files | {_LISTED: listed, "datapackage-digest.json": told}), [])


def signatures() -> Iterable[bytes]:
    """A signature by a key that names nobody, and the outline of one by a domain."""
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, derive_private_key
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    key = derive_private_key(1, SECP256R1())
    hashed = f"sha256:{sha256(unpacked(_archive())[_LISTED]).hexdigest()}"
    signature = key.sign(hashed.encode(), ECDSA(SHA256(), deterministic_signing=True))
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    signed = {"hash": _HASH, "signature": b64encode(signature).decode()}
    dated = signed | {"created": "2026-11-30T04:17:37Z", "domain": "a.example", "domainCert": ""}
    told = (signed | {"publicKey": b64encode(public).decode()}, dated | {"timeSignature": "MAA="})
    return [json.dumps({"hash": _HASH, "signedData": one}).encode() for one in told]


def _of_rule(ending: str) -> bytes:
    files = (one for one in STAMP_REFUSED.fixed if isinstance(one, File))
    found = next(one.text for one in files if one.path.endswith(ending))
    return found.encode() if isinstance(found, str) else found


@cache
def _archive() -> bytes:
    return wacz(record(answer(b"<p>One lane stays open.</p>")))
