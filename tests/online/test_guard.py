"""Which addresses may be asked: a table, and not one packet."""

from ipaddress import IPv4Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.online.guard import is_web_port, kind_of, literal, may_reach

PUBLIC = [
    *("1.1.1.1", "8.8.8.8", "93.184.216.34", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1"),
    *("191.255.255.255", "192.0.1.1", "192.167.1.1", "198.17.255.255", "198.20.0.1", "223.255.255.255"),
    *("9.255.255.255", "11.0.0.1", "126.255.255.255", "128.0.0.1", "169.253.1.1", "169.255.1.1"),
    *("2001:4860:4860::8888", "2606:4700::1111", "2a02:26f0::1", "2001:200::1"),
]
REFUSED = {
    "unspecified": ["0.0.0.0", "0.1.2.3", "::"],  # noqa: S104 - nothing is bound
    "private": ["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "fc00::1", "fdff::1"],
    "shared": ["100.64.0.0", "100.100.100.200", "100.127.255.255"],
    "loopback": ["127.0.0.1", "127.1.2.3", "127.255.255.255", "::1"],
    "link-local": ["169.254.0.1", "169.254.169.254", "fe80::1", "febf::1"],
    "metadata": ["168.63.129.16"],
    "protocol": ["192.0.0.1", "192.0.0.8", "192.0.0.192", "192.0.0.255", "2001:2::1", "2001:20::1"],
    "documentation": ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"],
    "relay": ["192.88.99.1"],
    "benchmark": ["198.18.0.1", "198.19.255.255"],
    "multicast": ["224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1"],
    "reserved": ["240.0.0.1", "255.255.255.255", "100::1", "4000::1", "5f00::1"],
    "mapped": ["::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:7f00:1", "::ffff:0:7f00:1"],
    "compatible": ["::7f00:1", "::127.0.0.1", "::8.8.8.8"],
    "nat64": ["64:ff9b::7f00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::a00:1"],
    "teredo": ["2001:0:53aa:64c:0:0:80ff:fffe", "2001::1"],
    "6to4": ["2002:7f00:1::", "2002:a00:1::1", "2002:808:808::1"],
    "site-local": ["fec0::1"],
    "unknown": ["", "localhost", "127.1", "0x7f.0.0.1", "2130706433", "0177.0.0.1", "fe80::1%eth0", "::g", "1.2.3.4.5"],
}
TABLE = [(kind, address) for kind, addresses in REFUSED.items() for address in addresses]


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert kind_of(address) == ""
    assert may_reach(address)


@pytest.mark.parametrize(("kind", "address"), TABLE)
def test_refused(kind: str, address: str) -> None:
    assert kind_of(address) == kind
    assert not may_reach(address)


@pytest.mark.parametrize(("kind", "address"), TABLE)
def test_a_house_may_let_its_own_machines_be_asked_and_nothing_else(kind: str, address: str) -> None:
    assert may_reach(address, is_allowed=True) == (kind in {"private", "shared", "loopback"})


@given(st.ip_addresses(v=4).map(str))
def test_no_wrapping_makes_a_refused_address_public(address: str) -> None:
    number = int(IPv4Address(address))
    wrapped = [
        f"::ffff:{address}",
        f"::{address}",
        f"64:ff9b::{address}",
        str(ip_address((0x2002 << 112) | (number << 80))),
        str(ip_address((0x20010000 << 96) | (number ^ 0xFFFFFFFF))),
    ]
    assert not any(map(may_reach, wrapped))


@given(st.ip_addresses())
def test_what_is_let_through_is_public_for_python_too(address: object) -> None:
    if may_reach(str(address)):
        checked = ip_address(str(address))
        assert checked.is_global
        assert not checked.is_multicast


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    kind_of(text)
    literal(text)


@pytest.mark.parametrize("host", ["127.0.0.1", "8.8.8.8", "255.255.255.255", "0.0.0.0"])  # noqa: S104 - it is only read
def test_an_address_is_its_own(host: str) -> None:
    assert literal(host) == host


@pytest.mark.parametrize(("host", "address"), [("::1", "::1"), ("[::1]", "::1"), ("fe80::1%25eth0", "fe80::1%25eth0")])
def test_an_address_of_ipv6_is_its_own(host: str, address: str) -> None:
    assert literal(host) == address


@pytest.mark.parametrize(
    "host",
    [
        *("2130706433", "0x7f000001", "0X7F.1", "0177.0.0.1", "127.1", "127.0.1", "0x7f.0.0.1", "127.0.0.1."),
        *("017700000001", "127.0.0.0x1", "0", "256.1.1.1", "1.1.1.1.", "00.0.0.0", "3232235777", "0xa9fea9fe"),
    ],
)
def test_a_number_in_disguise_is_nobody(host: str) -> None:
    assert literal(host) == ""


@pytest.mark.parametrize("host", ["localhost", "www.stadt-ahrenfeld.de", "1.1.1.1.de", "xn--mnchen-3ya.de", "1und1.de"])
def test_a_name_is_no_address(host: str) -> None:
    assert literal(host) is None


@pytest.mark.parametrize(("port", "answer"), [(80, True), (443, True), (8080, True), (1024, True), (65535, True)])
def test_ports_of_the_web(port: int, answer: bool) -> None:  # noqa: FBT001 - the table says what it is
    assert is_web_port(port) is answer


@pytest.mark.parametrize("port", [0, 22, 25, 110, 143, 631, 1023, 65536, -1])
def test_ports_of_other_services(port: int) -> None:
    assert not is_web_port(port)
