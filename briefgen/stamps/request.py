"""Asking an authority for a time stamp: what is sent, and whether the answer is one to it."""

from briefgen.stamps.token import LibraryMissingError, StampRefusedError, read_answer

MEDIA_TYPE = "application/timestamp-query"
ANSWER_TYPE = "application/timestamp-reply"
MOST = 200_000


def request_for(document: bytes) -> tuple[bytes, int]:
    """What is sent for a document, its SHA-256 and nothing else of it; and a number that the answer repeats.

    Raises LibraryMissingError.
    """
    try:
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder
    except ModuleNotFoundError as error:
        raise LibraryMissingError from error
    request = TimestampRequestBuilder().data(document).hash_algorithm(HashAlgorithm.SHA256).build()
    assert request.nonce is not None, "asked for"
    return request.as_bytes(), request.nonce


def refuse_old(answer: bytes, nonce: int) -> None:
    """Raise StampRefusedError where an answer is to another question than ours."""
    if read_answer(answer).tst_info.nonce != nonce:
        raise StampRefusedError(
            "it does not repeat the number that was sent: it may be an answer of long ago"
        )
