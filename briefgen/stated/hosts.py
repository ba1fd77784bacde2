"""Whether a document is of another place than its entry says: by the address that it gives as its own."""

from urllib.parse import urlsplit

_RESOLVING = frozenset(
    "doi handle urn n2t purl nbn-resolving archive perma webcitation archive-it ghostarchive bit tinyurl goo "
    "lnkd dlvr t".split()
)
"""Names of hosts that lead to any site: `doi.org`, `web.archive.org`, `bit.ly`."""
_COMMON = frozenset(
    "web www www2 m mobile amp com co org net gov gob gouv edu ac info news blog media press online".split()
)
"""Labels that any host may have."""
_SAME = 4
"""How many letters at the beginning of two labels make them one name: `nyti` and `nytimes`."""


def other_host(entry: str, document: str, text: str) -> str:
    """The host of a document's own address, where it shares no name with that of its entry; else empty.

    `text`: what else the document says of itself; if the host of the entry is named there, nothing is said.
    """
    theirs = _host(document)
    ours, named = _labels(_host(entry)), _labels(theirs)
    if not ours or not named or any(label in text.lower() for label in ours):
        return ""
    if any(one[:_SAME] == other[:_SAME] for one in ours for other in named):
        return ""
    return theirs


def _host(address: str) -> str:
    try:
        parts = urlsplit(address.strip())
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _labels(host: str) -> tuple[str, ...]:
    """What a host is called by, without what is common to many; none where it leads to any site."""
    labels = host.split(".")[:-1]
    if labels and labels[-1] in _RESOLVING:
        return ()
    return tuple(label for label in labels if label not in _COMMON)
