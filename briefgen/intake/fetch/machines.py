"""Which machine a name leads to, and whether it may be asked."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import SOCK_STREAM, gaierror, getaddrinfo

from briefgen.intake.fetch.exchange import NotFetchedError

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""RFC 6052: addresses that stand for one of IPv4, in their last four bytes."""


def machines_of(address: str, host: str, port: int, *, own_network: bool) -> Sequence[str]:
    """The addresses of the machines that a name stands for, each judged.

    Whoever looks a name up twice may be led elsewhere the second time: so these are what is connected to.
    Raises NotFetchedError where one of them is of this machine or its network, unless that is allowed.
    """
    try:
        found = getaddrinfo(host, port, type=SOCK_STREAM)
    except (gaierror, UnicodeError) as error:
        raise NotFetchedError(address, f"has no server: the name {host} cannot be found") from error
    machines = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    for machine in machines:
        if not own_network and not is_public(machine):
            raise NotFetchedError(
                address,
                f"leads to {machine}, which is no address of the public network",
                "If that is meant, say --own-network",
            )
    return machines


def is_public(machine: str) -> bool:
    """Whether an address can be that of a server on the public network: none of this machine, of its own
    network, of a link, of a group, or of those that are reserved."""
    found: IPv4Address | IPv6Address = ip_address(machine)
    if isinstance(found, IPv6Address):
        if found in _TRANSLATED:
            found = IPv4Address(found.packed[-4:])
        else:
            found = found.ipv4_mapped or found.sixtofour or found
    is_ours = found.is_multicast or found.is_reserved
    if isinstance(found, IPv6Address):
        is_ours = is_ours or found.is_site_local
    return found.is_global and not is_ours
