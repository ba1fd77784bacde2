"""What a time stamp beside a capture says, and how far it was checked."""

from dataclasses import dataclass
from enum import StrEnum


class StampState(StrEnum):
    """How far a time stamp could be checked.

    `trusted`: its signature and its certificates hold, up to a root that the settings name. `untrusted`: they
    lead to no such root. `unchecked`: what checks stamps is not installed.
    """

    TRUSTED = "trusted"
    UNTRUSTED = "untrusted"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who says that a file was there at a time.

    `time` is ISO 8601 in UTC, `authority` is whose stamp it is, as its certificate names it, `root` the root
    that vouches for that, where one does. All are empty in a stamp that was not checked.
    """

    state: StampState
    time: str = ""
    authority: str = ""
    root: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a packed web archive: the domain whose key it was, with a stamp of the time.

    Without a `stamp` the key names nobody, and `signer` is the beginning of its hash. A stamp counts as
    trusted only where both its root and that of the domain are.
    """

    signer: str
    stamp: Stamp | None
