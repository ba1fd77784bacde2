"""Seals: whether something was kept by this user here, or by whoever else writes into a project."""

import hmac
from hashlib import sha256


def seal(text: str, key: bytes) -> bytes:
    """A text below its keyed hash (HMAC-SHA-256, RFC 2104)."""
    data = text.encode()
    return _hash(data, key) + b"\n" + data


def unseal(data: bytes, key: bytes) -> str | None:
    """The text, if it was sealed with the key; None for all that the disk or somebody else changed."""
    said, _, whole = data.partition(b"\n")
    return whole.decode() if hmac.compare_digest(said, _hash(whole, key)) else None


def _hash(data: bytes, key: bytes) -> bytes:
    return hmac.new(key, data, sha256).hexdigest().encode()
