"""Checking a time stamp (RFC 3161) of a file, offline: rfc3161-client and cryptography stop here.

rfc3161-client, by Trail of Bits and kept for Sigstore, reads the token in Rust and has OpenSSL check the
signature and the certificates as of the time that it states: better looked after than any ASN.1 of ours.
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from briefgen.model.stamp import Stamp, StampState
from briefgen.stamps.der import as_answer

if TYPE_CHECKING:
    from cryptography.x509 import Certificate, Name
    from rfc3161_client import TimeStampResponse

_MOST = 200_000
"""So large is a token at most: a few certificates and a signature are some kilobytes."""


_HASHES = {
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
}
_FORGED = frozenset({"md5", "sha1"})
_SHORTEST, _SHORTEST_CURVE = 2048, 224
"""Of a key, in bits."""


class StampRefusedError(Exception):
    """A time stamp that proves nothing; the message says why, as the end of a sentence."""


class LibraryMissingError(Exception):
    """What checks time stamps is not installed; the message says so, in words."""

    def __init__(self) -> None:
        super().__init__(
            "rfc3161-client, which checks time stamps, is not installed: pip install 'briefgen[stamps]'"
        )


class RootUnusableError(Exception):
    """A file that holds no certificate of a root; the message says why."""


def check_stamp(
    token: bytes, document: bytes, roots: Sequence[bytes], certificates: Sequence[bytes] = ()
) -> Stamp:
    """What a time stamp says of a document, if it is one of that very document and was not tampered with.

    Its certificates are judged as of the time that it states, up to one of `roots`: one that has expired
    since was valid when it was needed. `certificates` (DER) are what is kept beside the token, and vouch for
    nothing. Nothing is asked of the network, so whether a certificate was revoked
    is not known. Raises StampRefusedError, RootUnusableError, LibraryMissingError.
    """
    trusted = [read_root(root) for root in roots]
    answer = read_answer(token, certificates)
    try:
        with catch_warnings():
            simplefilter("ignore")  # cryptography's, of certificates that it will refuse one day
            return _checked(answer, document, trusted)
    except StampRefusedError:
        raise
    except Exception as error:  # what a library raises for a broken token is not to be foreseen
        raise StampRefusedError(f"it holds what cannot be read ({_first_line(error)})") from error


def _checked(answer: "TimeStampResponse", document: bytes, trusted: "Sequence[Certificate]") -> Stamp:
    leaf, embedded = _certificates(answer)
    told = answer.tst_info.gen_time.astimezone(UTC)
    time, authority = told.strftime("%Y-%m-%dT%H:%M:%SZ"), called(leaf.subject)
    _refuse_other_file(answer, document)
    _refuse_usage(leaf)
    _refuse_weak(answer, leaf, _vouching(leaf, embedded, trusted))
    _refuse_expired(_chain(leaf, [*embedded, *trusted]), told)
    for root in trusted:
        if _leads_to(root, answer):
            return Stamp(StampState.TRUSTED, time, authority, called(root.subject))
    # Whether it was tampered with can be told of a stamp that brings its root along, whoever trusts that.
    own = [one for one in embedded if one.issuer == one.subject]
    if own and not any(_leads_to(root, answer) for root in own):
        raise StampRefusedError("its certificates do not lead to the root that it brings along")
    return Stamp(StampState.UNTRUSTED, time, authority)


def read_answer(token: bytes, certificates: Sequence[bytes] = ()) -> "TimeStampResponse":
    """A time stamp as values. Raises StampRefusedError, LibraryMissingError."""
    try:
        from rfc3161_client import decode_timestamp_response
    except ModuleNotFoundError as error:
        raise LibraryMissingError from error
    if len(token) > _MOST:
        raise StampRefusedError(f"it has more than {_MOST:,} bytes, which no time stamp has")
    try:
        answer = decode_timestamp_response(as_answer(token, certificates))
        if answer.status != 0:
            said = "; ".join(answer.status_string)
            raise StampRefusedError(f"the authority did not grant it{f': {said}' if said else ''}")
        _ = answer.tst_info.gen_time, answer.signed_data.signer_infos
    except ValueError as error:
        raise StampRefusedError(f"it is no time stamp of RFC 3161 ({_first_line(error)})") from error
    return answer


def read_root(data: bytes) -> "Certificate":
    """The one certificate of a file, PEM or DER. Raises RootUnusableError, LibraryMissingError."""
    try:
        from cryptography.x509 import (
            BasicConstraints,
            ExtensionNotFound,
            load_der_x509_certificate,
            load_pem_x509_certificates,
        )
    except ModuleNotFoundError as error:
        raise LibraryMissingError from error
    try:
        found = (
            load_pem_x509_certificates(data) if b"-----BEGIN" in data else [load_der_x509_certificate(data)]
        )
        (root,) = found
        if not root.extensions.get_extension_for_class(BasicConstraints).value.ca:
            raise RootUnusableError("its certificate is none that may vouch for others")
    except ExtensionNotFound as error:
        raise RootUnusableError("its certificate is none that may vouch for others") from error
    except ValueError as error:
        raise RootUnusableError("it does not hold one certificate (X.509, as PEM or DER)") from error
    return root


def called(name: "Name") -> str:
    """Whose certificate it is, in words: its common name, and the organisation behind it."""
    from cryptography.x509.oid import NameOID

    oids = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
    said = [" ".join(str(one.value).split()) for oid in oids for one in name.get_attributes_for_oid(oid)[:1]]
    said = [one for one in said if one] or [name.rfc4514_string()]
    return said[0] if said[1:2] in ([], said[:1]) else f"{said[0]} ({said[1]})"


def _certificates(answer: "TimeStampResponse") -> "tuple[Certificate, list[Certificate]]":
    """The certificate that signed, and all that the stamp brings along."""
    from cryptography.x509 import load_der_x509_certificate

    try:
        embedded = [load_der_x509_certificate(one) for one in sorted(answer.signed_data.certificates)]
        signers = list(answer.signed_data.signer_infos)
        for one in embedded:
            _ = one.subject, one.issuer, one.extensions
    except ValueError as error:
        raise StampRefusedError(f"a certificate in it cannot be read ({_first_line(error)})") from error
    if len(signers) != 1:
        raise StampRefusedError(f"{len(signers)} signed it, and of a time stamp it is one")
    own = [
        one
        for one in embedded
        if one.issuer == signers[0].issuer and one.serial_number == signers[0].serial_number
    ]
    if not own:
        raise StampRefusedError("it does not hold the certificate of who signed it: ask for one with it")
    if len(own) > 1:  # the library would take one of them, and not always the same
        raise StampRefusedError("two certificates in it are called as that of who signed it")
    return own[0], embedded


def _refuse_other_file(answer: "TimeStampResponse", document: bytes) -> None:
    imprint = answer.tst_info.message_imprint
    name = _HASHES.get(imprint.hash_algorithm.dotted_string)
    if name is None:
        raise StampRefusedError("it stamps a hash that is none of SHA-256, SHA-384 and SHA-512")
    if hashlib.new(name, document).digest() != imprint.message:
        raise StampRefusedError(
            "it is the time stamp of another file: the hash that it stamps is not of this one"
        )


def _refuse_usage(leaf: "Certificate") -> None:
    from cryptography.x509 import ExtendedKeyUsage, ExtensionNotFound
    from cryptography.x509.oid import ExtendedKeyUsageOID

    try:
        usage = leaf.extensions.get_extension_for_class(ExtendedKeyUsage)
    except ExtensionNotFound:
        usage = None
    if usage is None or not usage.critical or list(usage.value) != [ExtendedKeyUsageOID.TIME_STAMPING]:
        raise StampRefusedError(
            f"the certificate of {called(leaf.subject)} is not one for time stamps alone (extended key usage "
            "timeStamping, critical)"
        )


def _vouching(
    leaf: "Certificate", embedded: "Sequence[Certificate]", trusted: "Sequence[Certificate]"
) -> "list[Certificate]":
    """What is brought along under the names of those who vouch for a certificate, up to a trusted one.

    OpenSSL chooses among several of one name, and we do not know which: so they are all of them.
    """
    found: list[Certificate] = []
    seen, waiting = {one.subject for one in trusted}, [leaf.issuer]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            here = [one for one in embedded if one.subject == name]
            found += here
            waiting += [one.issuer for one in here]
    return found


def _refuse_weak(answer: "TimeStampResponse", leaf: "Certificate", above: "Sequence[Certificate]") -> None:
    """Raise StampRefusedError where somebody else than its authority could have made a stamp."""
    if not {one.dotted_string for one in answer.signed_data.digest_algorithms} <= _HASHES.keys():
        raise StampRefusedError("what was signed is a hash that is none of SHA-256, SHA-384 and SHA-512")
    for one in (leaf, *above):
        whose = f"the certificate of {called(one.subject)}"
        if is_weak(one.public_key()):
            raise StampRefusedError(f"{whose} has a key so short that others can find it out")
        hashed = one.signature_hash_algorithm
        if one.subject != one.issuer and hashed is not None and hashed.name in _FORGED:
            raise StampRefusedError(f"{whose} was signed by {hashed.name.upper()}, which can be forged")
    for one in above:
        if not _vouches_for_stamps(one):
            raise StampRefusedError(f"{called(one.subject)} may vouch for others, but not for time stamps")


def is_weak(key: object) -> bool:
    """Whether a public key is so short that its secret can be found out."""
    from cryptography.hazmat.primitives.asymmetric.dsa import DSAPublicKey
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    if isinstance(key, EllipticCurvePublicKey):
        return key.key_size < _SHORTEST_CURVE
    return isinstance(key, RSAPublicKey | DSAPublicKey) and key.key_size < _SHORTEST


def _vouches_for_stamps(one: "Certificate") -> bool:
    """Whether nothing in a certificate keeps what it vouches for from stamping."""
    from cryptography.x509 import ExtendedKeyUsage, ExtensionNotFound
    from cryptography.x509.oid import ExtendedKeyUsageOID

    try:
        usage = one.extensions.get_extension_for_class(ExtendedKeyUsage).value
    except ExtensionNotFound:
        return True
    return not {ExtendedKeyUsageOID.TIME_STAMPING, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE}.isdisjoint(
        usage
    )


def _refuse_expired(chain: "Sequence[Certificate]", told: datetime) -> None:
    for one in chain:
        since, until = one.not_valid_before_utc, one.not_valid_after_utc
        if not since <= told <= until:
            raise StampRefusedError(
                f"the certificate of {called(one.subject)} was valid from {since:%Y-%m-%d} to "
                f"{until:%Y-%m-%d}, and the stamp says {told:%Y-%m-%d}"
            )


def _chain(leaf: "Certificate", others: "Sequence[Certificate]") -> "list[Certificate]":
    """A certificate and those that vouch for it, by their names, to say of each whether it was valid."""
    chain = [leaf]
    while chain[-1].issuer != chain[-1].subject and len(chain) <= len(others):
        above = next((one for one in others if one.subject == chain[-1].issuer), None)
        if above is None:
            break
        chain.append(above)
    return chain


def _leads_to(root: "Certificate", answer: "TimeStampResponse") -> bool:
    """Whether all of a stamp holds, up to this root. Raises StampRefusedError where its signature fails."""
    from rfc3161_client import VerificationError, VerifierBuilder

    # Certificates that a stamp brings along are never handed to the verifier: it would trust them.
    verifier = VerifierBuilder(roots=[root]).build()
    try:
        return verifier.verify(answer, answer.tst_info.message_imprint.message)
    except VerificationError as error:
        said = str(error)
        if "Verify error" in said:  # OpenSSL's words of a chain, which it looks at first
            return False
        raise StampRefusedError("its signature does not hold: it was altered after it was made") from error


def _first_line(error: Exception) -> str:
    said = str(error).strip().splitlines()
    return said[0][:120] if said else type(error).__name__
