"""The signature of a packed web archive (WACZ Signing and Verification 0.1.0), checked offline.

What is signed is the list of the archive's files with their hashes: by a key that names nobody, or by that of
a domain together with a time stamp of the signature.
"""

import io
import json
import struct
import zipfile
import zlib
from base64 import b64decode
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from briefgen.model.stamp import Signature, Stamp, StampState
from briefgen.stamps.token import LibraryMissingError, StampRefusedError, check_stamp, is_weak, read_root

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

SIGNED = ".wacz"
_DIGEST = "datapackage-digest.json"
_PACKAGE = "datapackage.json"
_ARCHIVES = "archive/"
_MOST_LISTED = 20_000_000
_MOST_UNPACKED = 4_000_000_000
_MOST_RATIO = 200
_RATIO_FROM = 100_000_000
_MOST_FILES = 50_000
_IN_THE_LIST = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_PIECE = 1 << 20
_AT_ONCE = timedelta(minutes=10)
_SHOWN = 16
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)


def check_signature(archive: bytes, roots: Sequence[bytes]) -> Signature | None:
    """Who signed an archive, and when; None where nobody did.

    Raises StampRefusedError where the signature is not of all that is in the archive, LibraryMissingError.
    """
    if _DIGEST.encode() not in archive:
        return None
    if archive.count(_IN_THE_LIST) > _MOST_FILES:
        raise StampRefusedError(f"the archive holds more than {_MOST_FILES:,} files")
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as files:
            if _DIGEST not in files.namelist():
                return None
            _refuse_bombs(files, len(archive))
            digest = _object(_small(files, _DIGEST))
            signed = digest.get("signedData")
            if not isinstance(signed, dict):
                return None
            listed = _small(files, _PACKAGE)
            hashed = f"sha256:{sha256(listed).hexdigest()}"
            if digest.get("hash") != hashed or signed.get("hash") != hashed:
                raise StampRefusedError(f"it is one of another {_PACKAGE} than is in the archive")
            _refuse_unlisted(files, listed)
    except _BROKEN as error:
        raise StampRefusedError("the archive cannot be read") from error
    try:
        return _anonymous(signed) if "publicKey" in signed else _of_domain(signed, roots)
    except (StampRefusedError, LibraryMissingError):
        raise
    except ModuleNotFoundError as error:
        raise LibraryMissingError from error
    except Exception as error:  # what a library raises for a broken signature is not to be foreseen
        raise StampRefusedError("it holds what cannot be read") from error


def _refuse_bombs(files: zipfile.ZipFile, packed: int) -> None:
    """Raise StampRefusedError where an archive is packed as none is, or becomes too large unpacked."""
    infos = files.infolist()
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise StampRefusedError("the archive is encrypted")
    if any(info.compress_type not in _METHODS for info in infos):
        raise StampRefusedError("the archive is packed in a way that such files never are")
    size = sum(info.file_size for info in infos)  # no more than that is read of each
    if size > _MOST_UNPACKED or (size > _RATIO_FROM and size > _MOST_RATIO * packed):
        raise StampRefusedError("the archive unpacks to more than can be checked")


def _small(files: zipfile.ZipFile, name: str) -> bytes:
    if files.getinfo(name).file_size > _MOST_LISTED:
        raise StampRefusedError(f"{name} is larger than any such list")
    with files.open(name) as opened:
        return opened.read(_MOST_LISTED)


def _object(data: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise StampRefusedError("a list in the archive is not JSON") from error
    return value if isinstance(value, dict) else {}


def _refuse_unlisted(files: zipfile.ZipFile, listed: bytes) -> None:
    """Each file that the signed list names is there as it says, and no archive is there beside them."""
    resources = _object(listed).get("resources")
    told = {
        str(one.get("path", "")): str(one.get("hash", ""))
        for one in (resources if isinstance(resources, list) else [])
        if isinstance(one, dict)
    }
    for path, hashed in told.items():
        digest = sha256()
        with files.open(path) as opened:
            while piece := opened.read(_PIECE):
                digest.update(piece)
        if hashed != f"sha256:{digest.hexdigest()}":
            raise StampRefusedError(f"{path} in the archive is not the file that was signed")
    for name, times in Counter(files.namelist()).items():
        is_archive = name.startswith(_ARCHIVES) and not name.endswith("/")
        if times > 1 or (is_archive and name not in told):
            raise StampRefusedError(f"{name} in the archive is not among what was signed")


def _anonymous(signed: Mapping[str, Any]) -> Signature:
    """A signature with a key of which nothing is known."""
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    public = b64decode(signed["publicKey"], validate=True)
    _refuse_false(load_der_public_key(public), signed)
    return Signature(sha256(public).hexdigest()[:_SHOWN], None)


def _of_domain(signed: Mapping[str, Any], roots: Sequence[bytes]) -> Signature:
    """A signature with the key of a domain, and a time stamp of it."""
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509 import DNSName, SubjectAlternativeName, load_pem_x509_certificates

    chain = load_pem_x509_certificates(signed["domainCert"].encode())
    domain = str(signed["domain"])
    _refuse_false(chain[0].public_key(), signed)
    names = chain[0].extensions.get_extension_for_class(SubjectAlternativeName).value
    if domain not in names.get_values_for_type(DNSName):
        raise StampRefusedError(f"its certificate is none of {domain}")
    beside = load_pem_x509_certificates(signed["timestampCert"].encode()) if "timestampCert" in signed else []
    stamp = check_stamp(
        b64decode(signed["timeSignature"], validate=True),
        signed["signature"].encode("ascii"),
        roots,
        [one.public_bytes(Encoding.DER) for one in beside],
    )
    told = datetime.fromisoformat(stamp.time)
    created = datetime.fromisoformat(signed["created"])
    if abs(told - (created if created.tzinfo else created.replace(tzinfo=UTC))) > _AT_ONCE:
        raise StampRefusedError("it was stamped long before or after the time that it states")
    since, until = chain[0].not_valid_before_utc, chain[0].not_valid_after_utc
    if not since <= told <= until:
        raise StampRefusedError(
            f"the certificate of {domain} was valid from {since:%Y-%m-%d} to {until:%Y-%m-%d}, and the stamp "
            f"says {told:%Y-%m-%d}"
        )
    if stamp.state is StampState.TRUSTED and not _is_trusted(domain, chain, told, roots):
        stamp = Stamp(StampState.UNTRUSTED, stamp.time, stamp.authority)
    return Signature(domain, stamp)


def _refuse_false(key: object, signed: Mapping[str, Any]) -> None:
    """Raise StampRefusedError where the signature of the list's hash is not one with this key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256

    if not isinstance(key, EllipticCurvePublicKey):
        raise StampRefusedError("its key is none of ECDSA")
    if is_weak(key):
        raise StampRefusedError("its key is so short that others can find it out")
    signature = b64decode(signed["signature"], validate=True)
    size = (key.key_size + 7) // 8
    if len(signature) == 2 * size:  # as browsers write it: two numbers and nothing around them
        pair = (int.from_bytes(signature[:size], "big"), int.from_bytes(signature[size:], "big"))
        signature = encode_dss_signature(*pair)
    try:
        key.verify(signature, signed["hash"].encode("ascii"), ECDSA(SHA256()))
    except InvalidSignature as error:
        raise StampRefusedError("it does not hold: it was altered, or made with another key") from error


def _is_trusted(domain: str, chain: "Sequence[Certificate]", told: datetime, roots: Sequence[bytes]) -> bool:
    """Whether the certificate of a domain led to one of the roots at a time."""
    from cryptography.x509 import DNSName
    from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

    builder = PolicyBuilder().store(Store([read_root(root) for root in roots])).time(told)
    try:
        builder.build_server_verifier(DNSName(domain)).verify(chain[0], list(chain[1:]))
    except VerificationError:
        return False
    return True
