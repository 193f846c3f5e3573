"""What an address for mail may look like in a release.

The policy is stricter than RFC 5322 and looser than a mail server: an address must be one that an editor can type into
any mail program. So it is a dot-atom (RFC 5322, section 3.2.3), an ``@`` and a domain name of at least two labels
(RFC 1035, or RFC 5891 for Unicode). Where a program may judge differently:

* quoted local parts, comments, folding white space and address literals (``"a b"@x.de``, ``a@[192.0.2.1]``) are legal
  and never meant in a release: they are malformed here;
* one label (``presse@stadt``, ``root@localhost``) can work inside a house and never outside: a missing domain;
* a top-level domain that nobody has delegated is legal syntax and cannot work: reported apart;
* an umlaut in the local part is legal with SMTPUTF8 (RFC 6531) and fails in practice: reported apart;
* the reserved names of RFC 2606 and RFC 6761 are well-formed here; that they reach nobody is another rule's matter;
* whether the domain has a mail server is never asked: nothing here uses a network.
"""

from presslint.facts.hosts import is_host_ending
from presslint.text.lazy import regex
from presslint.text.suffixes import is_known_tld, unicode_host

LOCAL_LENGTH = 64
ADDRESS_LENGTH = 254
LABEL_LENGTH = 63

_ATOM = regex(r"[^\x00-\x20\"(),.:;<>@\[\\\]\x7f]+")  # what RFC 5322 calls so, and everything beyond ASCII
_LABEL = regex(r"[^\W_](?:[^\W_]|-)*")
_DOTS = regex(r"\.{2,}")
_SPACES = regex(r"\s+")


def problem(local: str, domain: str) -> str:
    """Say what is wrong with an address, or nothing.

    The answers, the worst first: ``empty``, ``dots`` (two in a row, or one at an end), ``character``,
    ``missing-domain`` (a single label), ``length``, ``unknown-tld``, ``not-ascii``.
    """
    if not local or not domain:
        return "empty"
    if ".." in f".{local}." or ".." in f".{domain}.":
        return "dots"
    labels = domain.split(".")
    if not all(map(_ATOM.fullmatch, local.split("."))) or not all(map(_is_label, labels)):
        return "character"
    if len(labels) < 2:
        return "missing-domain"
    return _hindrance(local, labels)


def _hindrance(local: str, labels: list[str]) -> str:
    """Say why a well-formed address cannot work, or may not."""
    if _too_long(local, labels):
        return "length"
    if not is_known_tld(labels[-1]):
        return "unknown-tld"
    return "" if local.isascii() else "not-ascii"


def mended(address: str) -> str:
    """Return the address that was obviously meant: spaces gone, commas as dots, single dots; or nothing."""
    local, _, domain = _SPACES.sub("", address).rpartition("@")
    local, domain = _DOTS.sub(".", local).strip("."), _DOTS.sub(".", domain.replace(",", ".")).strip(".")
    flaw = problem(local, domain)
    kept = flaw == "unknown-tld" and is_host_ending(domain.rpartition(".")[2])
    return f"{local}@{domain}" if kept or flaw in {"", "not-ascii"} else ""


def _is_label(label: str) -> bool:
    if _LABEL.fullmatch(label) is None or label[-1] == "-":
        return False
    if label[:4].lower() == "xn--":
        return unicode_host(label) != label.lower() and not unicode_host(label).isascii()
    return label[2:4] != "--"


def _too_long(local: str, labels: list[str]) -> bool:
    """Count as mail servers do: octets of UTF-8 in the local part, of the ASCII form in the domain."""
    sizes = [len(label) if label.isascii() else len(label.encode("punycode")) + 4 for label in labels]
    size = len(local.encode("utf-8", "surrogatepass"))
    return size > LOCAL_LENGTH or max(sizes) > LABEL_LENGTH or sum(sizes) + len(labels) + size > ADDRESS_LENGTH
