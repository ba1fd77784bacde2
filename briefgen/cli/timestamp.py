"""`briefgen timestamp`."""

import argparse
from typing import TYPE_CHECKING

from briefgen.cli._arguments import Options
from briefgen.failure import CannotRunError
from briefgen.model.stamp import StampState
from briefgen.terminal.speak import CLEAN, FOR_PEOPLE, say
from briefgen.terminal.visible import visible

if TYPE_CHECKING:
    from briefgen.intake.stamp import Stamped

PLACE = 85
SUMMARY = "have a capture stamped with the time, or keep a stamp of it"


class _Options(Options):
    key: str
    authority: str | None
    token: str | None
    own_network: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the work, who is asked, and a stamp that is there already."""
    parser.add_argument("key", metavar="KEY", help="the citation key; its newest capture is stamped")
    parser.add_argument(
        "--authority",
        metavar="ADDRESS",
        help="who is asked, by RFC 3161; sent is the SHA-256 of the capture, and nothing else of it",
    )
    parser.add_argument("--token", metavar="FILE", help="a time stamp of it that you have; nobody is asked")
    parser.add_argument(
        "--own-network", action="store_true", help="the authority may be on this machine or its network"
    )


def run(options: _Options) -> int:
    """Put a time stamp beside a capture. Raises CannotRunError, ProjectError, OSError."""
    from briefgen.intake.stamp import keep_stamp

    if (options.authority is None) == (options.token is None):
        raise CannotRunError("say who is asked, --authority ADDRESS, or which stamp is kept, --token FILE")
    if options.token is not None:
        from briefgen.cli._documents import read_document

        token = read_document(options.root, options.token)
    else:
        token = _asked(options, options.authority or "")
    say(FOR_PEOPLE, _words(keep_stamp(options.root, options.key, token)))
    return CLEAN


def _asked(options: _Options, authority: str) -> bytes:
    """The answer of an authority, which was made for this question."""
    from briefgen.intake.fetch import Sent, post
    from briefgen.intake.readers import LibraryMissingError as NoNetworkError
    from briefgen.intake.stamp import document_of
    from briefgen.stamps import request
    from briefgen.stamps.token import LibraryMissingError, StampRefusedError
    from briefgen.terminal.progress import doing

    document = document_of(options.root, options.key)
    try:
        body, nonce = request.request_for(document)
        sent = Sent(body, request.MEDIA_TYPE, request.ANSWER_TYPE)
        with doing(f"asking {authority}"):
            answer = post(authority, sent, request.MOST, own_network=options.own_network)
        request.refuse_old(answer, nonce)
    except StampRefusedError as error:
        raise CannotRunError(
            f"what {authority} sent is no time stamp: {error}; nothing was stored"
        ) from error
    except (LibraryMissingError, NoNetworkError) as error:
        raise CannotRunError(f"{error}; nothing was stored") from error
    return answer


def _words(done: "Stamped") -> str:
    """What was stored, and what it is worth."""
    stamp = done.stamp
    vouching = f"up to {stamp.root}, which the settings trust"
    if stamp.state is not StampState.TRUSTED:
        vouching = "whose root the settings do not trust: readers are told so"
    return (
        f"{visible(done.path)}: {visible(done.file)} existed before {stamp.time}, "
        f"says {visible(stamp.authority)}, {visible(vouching)}\n"
    )
