"""Seals: whether something was kept by this user here, or by whoever else writes into a project."""

import hmac


def seal(text: str, key: bytes) -> bytes:
    """A text below its keyed hash (HMAC-SHA-256, RFC 2104)."""
    return seal_bytes(text.encode(), key)


def unseal(data: bytes, key: bytes) -> str | None:
    """The text, if it was sealed with the key; None for all that the disk or somebody else changed."""
    whole = unseal_bytes(data, key)
    return None if whole is None else whole.decode()


def seal_bytes(data: bytes, key: bytes) -> bytes:
    """Bytes below their keyed hash."""
    return _hash(data, key) + b"\n" + data


def unseal_bytes(data: bytes, key: bytes) -> bytes | None:
    """The bytes, as `unseal` has the text."""
    said, _, whole = data.partition(b"\n")
    return whole if hmac.compare_digest(said, _hash(whole, key)) else None


def _hash(data: bytes, key: bytes) -> bytes:
    return hmac.digest(key, data, "sha256").hex().encode()
