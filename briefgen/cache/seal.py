"""Seals: whether something was kept by this user here, or by whoever else writes into a project.

A seal holds for what was kept `as_` one thing alone: another file of ours in its place is as good as none.
"""

import hmac


def seal(text: str, key: bytes, as_: str) -> bytes:
    """A text below its keyed hash (HMAC-SHA-256, RFC 2104)."""
    return seal_bytes(text.encode(), key, as_)


def unseal(data: bytes, key: bytes, as_: str) -> str | None:
    """The text, if it was sealed with the key; None for all that the disk or somebody else changed."""
    whole = unseal_bytes(data, key, as_)
    return None if whole is None else whole.decode()


def seal_bytes(data: bytes, key: bytes, as_: str) -> bytes:
    """Bytes below their keyed hash."""
    return _hash(data, key, as_) + b"\n" + data


def unseal_bytes(data: bytes, key: bytes, as_: str) -> bytes | None:
    """The bytes, as `unseal` has the text."""
    said, _, whole = data.partition(b"\n")
    return whole if hmac.compare_digest(said, _hash(whole, key, as_)) else None


def _hash(data: bytes, key: bytes, as_: str) -> bytes:
    """With a key of its own for each thing, so that what may be large need not be copied."""
    return hmac.digest(hmac.digest(key, as_.encode(), "sha256"), data, "sha256").hex().encode()
