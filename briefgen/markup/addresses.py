"""Addresses as browsers read them (WHATWG URL): what they begin with, and whether they run code."""

import re
from urllib.parse import SplitResult, urlsplit

_ENDS = "".join(map(chr, range(0x21)))
"""C0 controls and the space, which browsers take off both ends."""
_REMOVED = str.maketrans("", "", "\t\n\r")
"""What browsers drop wherever it stands."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")

_RUN_CODE = frozenset(
    """about blob chrome chrome-extension data feed file filesystem intent jar javascript livescript mhtml
    mocha moz-extension ms-appinstaller ms-msdt resource search-ms vbscript view-source wyciwyg""".split()
)
"""Schemes that run code, show what stands nowhere else, or reach into the reader's machine."""

LEAD_OUT = frozenset(
    """callto doi ftp ftps gemini geo gopher http https im info ipfs irc ircs magnet mailto matrix news nntp
    openpgp4fpr sftp sip sips sms ssh tel urn webcal xmpp""".split()
)
"""The schemes that raw HTML may use: the list is of what is known to be harmless."""


def as_read(address: str) -> str:
    """An address as a browser reads it: nothing invisible at its ends, no tab and no line end in it."""
    return address.strip(_ENDS).translate(_REMOVED)


def scheme_of(address: str) -> str:
    """What an address begins with, in lower case: `https`; empty where it leads on from its page."""
    found = _SCHEME.match(as_read(address))
    return found[1].lower() if found else ""


def runs_code(address: str) -> bool:
    """Whether following or loading an address may run code, or show what its site does not hold."""
    return scheme_of(address) in _RUN_CODE


def parts_of(address: str) -> SplitResult:
    """The parts of an address; none of them has anything where it is no address at all (`https://[`)."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")
