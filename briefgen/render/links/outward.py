"""Addresses that lead out of the site."""

from urllib.parse import urlsplit

_PROGRAMS = frozenset(
    """bookends devonthink evernote file hook joplin mendeley notion obsidian onenote papers3 things vscode
    x-devonthink-item zotero""".split()
)


def opens_program(address: str) -> str:
    """The scheme of an address that only its author can follow, on his own machine; empty for any other."""
    scheme = address.partition(":")[0].lower()
    return scheme if ":" in address and scheme in _PROGRAMS else ""


def without_scheme(address: str) -> str:
    """What is to be written of an address of the web that begins with its host; empty of any other."""
    host = address.partition("/")[0].lower()
    is_host = host.startswith("www.") or (host.count(".") and host.rpartition(".")[2] in _DOMAINS)
    return f"https://{address}" if is_host else ""


_DOMAINS = frozenset("com de edu eu fr gov int io net org ru uk".split())


def incomplete(address: str) -> tuple[str, str] | None:
    """What a web, mail or telephone address lacks, and a way out."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return f"`{address}` is no address", "write it as in `https://example.org/page`"
    if parts.scheme in ("http", "https") and not parts.hostname:
        return f"`{address}` names no host", "write it as in `https://example.org/page`"
    if parts.scheme in ("mailto", "tel") and not parts.path:
        return f"nothing stands after `{address}`", "write it as in `mailto:desk@example.org`"
    if parts.netloc and not parts.scheme:
        return f"`{address}` does not say how the host is reached", f"write `https:{address}`"
    return None
