"""Whether a file was changed by a program that changes line ends, as git does unless it is told not to."""

from hashlib import sha256


def only_line_ends_differ(data: bytes, digest: str) -> bool:
    """Whether the file with this hash would be the same one with other line ends."""
    plain = data.replace(b"\r\n", b"\n")
    return any(
        one != data and sha256(one).hexdigest() == digest for one in (plain, plain.replace(b"\n", b"\r\n"))
    )
