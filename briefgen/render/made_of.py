"""What pages are made from that are made of many briefs: of each the name of all that it is made from."""

from collections.abc import Iterable
from hashlib import sha256

from briefgen.digests import digest_of
from briefgen.each import Needs
from briefgen.summed import HasSummary


def made_of(briefs: Iterable[HasSummary], *beside: object) -> Needs:
    """What a page needs that is made of these briefs, in their order, and of what is said `beside` them.

    Nothing where of one of them nobody can tell.
    """
    names = [one.summary.name + one.around for one in briefs]
    if not all(names):
        return ()
    return (
        "make a page of many briefs",
        sha256("\n".join(names).encode()).hexdigest(),
        digest_of(beside, places=False),
    )
