"""Which addresses may be asked for, and where: names are looked up first, and only public IP addresses are connected to.

An address of an entry is a stranger's. Asked for from inside a network, it could reach what the network keeps from
strangers. So every IP address that a name stands for is looked at, the connection is made to one of those looked at
(whoever answers for the name cannot change it meanwhile), and a redirection is looked at like a new address.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import quote, urlsplit

from generator.phrase import Phrase, phrase

_SIGNS = "/%:@!$&'()*+,;=~?[]|"
PORTS = {"http": 80, "https": 443}
_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_NEVER = tuple(
    ip_network(one)
    for one in (
        "192.0.0.0/24",
        "192.88.99.0/24",
        "2001::/32",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20",
    )  # protocols, tunnels, examples
)


class Refused(ValueError):  # noqa: N818 - it is no error of the program
    """An address that is not asked for; ``why`` says it in any language."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an address is asked for: the host as it is named to the server, the IP addresses to connect to, and what to ask for."""

    scheme: str
    host: str
    port: int
    ips: tuple[str, ...]
    target: str

    @property
    def authority(self) -> str:
        """The host as it stands in a request, with its port where that is no usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def destination(url: str, private: bool = False) -> Destination:
    """Where to ask for an address; ``private`` allows any IP address and port.

    Raises Refused, and OSError where the name stands for nothing.
    """
    if any(not sign.isprintable() or sign in ' \\"<>' for sign in url):
        raise Refused(phrase("it has signs in it that no address has"))
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Refused(phrase("it is no address")) from None
    if parts.scheme not in PORTS:
        raise Refused(phrase("only http and https are asked for"))
    if "@" in parts.netloc:
        raise Refused(phrase("it has a user name or password in it"))
    port = PORTS[parts.scheme] if port is None else port
    if port not in PORTS.values() and not private:
        raise Refused(phrase("only the ports 80 and 443 are asked, not %(port)s", port=str(port)))
    host = _host(parts.hostname or "")
    path, query = quote(parts.path or "/", safe=_SIGNS), quote(parts.query, safe=_SIGNS)
    target = f"{path}?{query}" if query else path
    return Destination(parts.scheme, host, port, _ips(host, port, private), target)


def is_public(ip: str) -> bool:
    """Whether an IP address belongs to the public Internet, and not to a machine, a network, a group or nobody."""
    try:
        address = _plain(ip_address(ip))
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address not in _UNICAST:
        return False
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    return not any(address in network for network in _NEVER if network.version == address.version)


def _plain(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that one of IPv6 stands for, where it does."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def _host(name: str) -> str:
    """The name of a host in ASCII, without the dot that may end it."""
    name = name.removesuffix(".")
    if not name or "%" in name:
        raise Refused(phrase("it names no host"))
    try:
        return name.encode("idna").decode() if ":" not in name else name
    except UnicodeError:
        raise Refused(phrase("it names no host")) from None


def _ips(host: str, port: int, private: bool) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError:
        raise Refused(phrase("it names no host")) from None
    ips = tuple(dict.fromkeys(str(place[0]) for *_, place in found))
    if not private and not all(is_public(ip) for ip in ips):
        raise Refused(phrase("it leads to a machine or network that is not public"))
    return ips
