"""Signed web archives (WACZ): their keys and signatures are made by the program `openssl`."""

import base64
import json
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from tests.stamps.authority import Authority, run

DOMAIN = "observer.example"
_KEY = ("-name", "prime256v1", "-genkey", "-noout", "-out")


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The files in an archive."""
    with zipfile.ZipFile(BytesIO(archive)) as files:
        return {name: files.read(name) for name in files.namelist()}


def packed(files: Mapping[str, bytes]) -> bytes:
    """An archive of files."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def with_signature(archive: bytes, signed: Mapping[str, Any]) -> bytes:
    """An archive with the file that its signature is in."""
    digest = {"path": "datapackage.json", "hash": signed["hash"], "signedData": signed}
    return packed(unpacked(archive) | {"datapackage-digest.json": json.dumps(digest).encode()})


def by_domain(
    archive: bytes, town: Authority, folder: Path, *, domain: str = DOMAIN, days: str = "30"
) -> dict[str, str]:
    """The signature of a domain, whose certificate and time stamp are of one authority."""
    folder.mkdir()
    run(folder, "ecparam", *_KEY, "key")
    run(folder, "req", "-new", "-key", "key", "-subj", f"/CN={domain}", "-out", "csr")
    (folder / "ext").write_text(
        f"subjectAltName=DNS:{domain}\nextendedKeyUsage=serverAuth\nkeyUsage=critical,digitalSignature\n"
        "basicConstraints=CA:FALSE\nauthorityKeyIdentifier=keyid\nsubjectKeyIdentifier=hash\n"
    )
    own = town.folder
    run(
        folder,
        *("x509", "-req", "-in", "csr", "-CA", str(own / "root.pem"), "-CAkey", str(own / "root.key")),
        *("-set_serial", "9", "-days", days, "-extfile", "ext", "-out", "cert"),
    )
    signed = _signed(archive, folder)
    stamp = town.stamp(signed["signature"].encode(), brings_root=False)
    return signed | {
        "domain": DOMAIN,
        "domainCert": (folder / "cert").read_text(),
        "timeSignature": base64.b64encode(stamp).decode(),
        "timestampCert": (own / "tsa.pem").read_text() + town.root.decode(),
    }


def anonymous(archive: bytes, folder: Path) -> dict[str, str]:
    """The signature of a key that names nobody, written as browsers write it: two numbers of 48 bytes."""
    folder.mkdir()
    run(folder, "ecparam", "-name", "secp384r1", "-genkey", "-noout", "-out", "key")
    run(folder, "ec", "-in", "key", "-pubout", "-outform", "DER", "-out", "public")
    signed = _signed(archive, folder)
    numbers = _numbers(base64.b64decode(signed["signature"]))
    signed["signature"] = base64.b64encode(b"".join(one.to_bytes(48, "big") for one in numbers)).decode()
    return signed | {"publicKey": base64.b64encode((folder / "public").read_bytes()).decode()}


def _signed(archive: bytes, folder: Path) -> dict[str, str]:
    hashed = f"sha256:{sha256(unpacked(archive)['datapackage.json']).hexdigest()}"
    (folder / "hash").write_text(hashed)
    run(folder, "dgst", "-sha256", "-sign", "key", "-out", "signature", "hash")
    return {
        "hash": hashed,
        "created": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "software": "tests",
        "version": "0.1.0",
        "signature": base64.b64encode((folder / "signature").read_bytes()).decode(),
    }


def _numbers(signature: bytes) -> list[int]:
    """The two numbers of a signature in DER: a sequence of two integers, all shorter than 128 bytes."""
    first = signature[4 : 4 + signature[3]]
    rest = signature[4 + signature[3] :]
    return [int.from_bytes(first, "big"), int.from_bytes(rest[2 : 2 + rest[1]], "big")]
