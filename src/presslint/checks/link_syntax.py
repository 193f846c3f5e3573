"""What makes an address unusable, told from its text alone."""

import re
from typing import NamedTuple

from presslint.facts.hosts import Address, is_host_ending, is_ip, split
from presslint.text.lazy import regex
from presslint.text.suffixes import unicode_host

# soft hyphen, zero-width and direction signs, byte order mark
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_INVISIBLE = regex(f"[{_UNSEEN}]|%C2%AD|%E2%80%8[B-F]|%E2%81%A0|%EF%BB%BF", re.IGNORECASE)
_BROKEN_SCHEME = regex(
    r"(h?tt?ps?)(?:(?://|[;.]/{1,3}|:/(?!/)|:\\{1,2}|::/{1,2}|:/{3,})|:(?=www\.|\w[\w-]{0,62}\.[^\W\d_]{2}))",
    re.IGNORECASE,
)
_DOUBLED = regex(r"https?:?/{1,2}(?=https?(?::?/{1,2}|:)|https?//)", re.IGNORECASE)
_GLUED = regex(r"(?<![/=?&#%:@])(?<!%20)https?://", re.IGNORECASE)
_COMMA = regex(r"(www[^/,]*),([\w-]+)", re.IGNORECASE)
# beyond ASCII nearly everything is a letter, or a mark on one that \w does not know
_LABEL = regex(r"(?:[^\W_]|[^\x00-\xa0])(?:(?:[\w-]|[^\x00-\xa0]){0,61}(?:[^\W_]|[^\x00-\xa0]))?|_[\w-]{1,62}")
_PERCENT = regex(r"%(?![0-9A-Fa-f]{2})")
_NO_ASCII = regex(r"[^\x21-\x7e]")
_UNSAFE = regex(r"[^\x21-\x7e]|[\[\]{}\\^`|]")
_TEMPLATE = regex(r"[{}<>$]|%[A-Z_]{3,}%|\[[A-Z_ ]{2,}\]")


class Flaw(NamedTuple):
    """What is wrong with an address (a case of the rule), and what was obviously meant; empty where nothing is."""

    case: str
    meant: str = ""


def is_template(target: str) -> bool:
    """Tell whether an address has a place to be filled in, which is another rule's matter."""
    return _TEMPLATE.search(target) is not None


def is_misspelt_scheme(scheme: str) -> bool:
    """Tell whether a scheme is ``http`` or ``https`` with letters missing, doubled or in another order."""
    letters = set(scheme)
    likely = 3 <= len(scheme) <= 7 and letters <= set("htps") and "t" in letters and len(letters) > 1
    return likely and scheme not in ("http", "https")


def flaw_of(target: str, *, bare: bool) -> Flaw | None:
    """Return what is wrong with an address; ``bare`` is one that stands in the text and needs no scheme there."""
    parts = split(target)
    flaw = _scheme_flaw(target, parts) or _comma_flaw(target)
    if flaw is None and parts.host and _GLUED.search(target, 1):
        flaw = Flaw("glued")
    if flaw is None and (parts.scheme in ("http", "https") or (bare and parts.host)):
        flaw = _host_flaw(parts)
    return flaw


def _scheme_flaw(target: str, parts: Address) -> Flaw | None:
    doubled = _DOUBLED.match(target)
    if doubled is not None:
        return Flaw("scheme", _mended_scheme(target[doubled.end() :]))
    if is_misspelt_scheme(parts.scheme):
        scheme = "https" if "s" in parts.scheme else "http"
        return Flaw("scheme", scheme + target[len(parts.scheme) :])
    if not parts.host and _BROKEN_SCHEME.match(target):
        return Flaw("scheme", _mended_scheme(target))
    return None


def _comma_flaw(target: str) -> Flaw | None:
    match = _COMMA.match(target)
    if match is None or ("." in match[1] and not is_host_ending(match[2])):
        return None
    return Flaw("comma", match[1] + "." + target[match.start(2) :])


def encoded(target: str) -> str:
    """Return an address with everything escaped that a program may stumble over; its host stays readable."""
    head, slashes, rest = target.partition("://")
    if not slashes:
        head, rest = "", "/" + target
    host, slash, path = rest.partition("/")
    path, mark, query = path.partition("?")
    path = _UNSAFE.sub(_escape, _PERCENT.sub("%25", path))
    return head + slashes + host + (slash if slashes else "") + path + mark + _NO_ASCII.sub(_escape, query)


def without_invisible(text: str) -> str:
    """Return ``text`` without characters that nobody sees, raw or escaped."""
    return _INVISIBLE.sub("", text)


def _escape(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))


def _mended_scheme(target: str) -> str:
    match = _BROKEN_SCHEME.match(target)
    if match is None:
        return target
    rest = target[match.end() :].lstrip("/\\")
    scheme = "https" if match[1].lower().endswith("s") else "http"
    return f"{scheme}://{rest}" if split(rest).host else ""


def _host_flaw(parts: Address) -> Flaw | None:
    host = parts.host
    if is_ip(host):
        return None if host.startswith("[") or all(int(part) < 256 for part in host.split(".")) else Flaw("host")
    if parts.port and not (parts.port.isdigit() and int(parts.port) < 65536):
        return Flaw("host")
    labels = host.rstrip(".").split(".")
    if not host or not all(map(_is_label, labels)):
        return Flaw("host") if host else None
    return None


def _is_label(label: str) -> bool:
    if _LABEL.fullmatch(label) is None:
        return False
    return not label.startswith("xn--") or unicode_host(label) != label


def continues(target: str, following: str) -> bool:
    """Tell whether ``following``, the first word of the next line, is the rest of an address that was broken there."""
    if not following or not (following[0].islower() or following[0].isdigit() or following[0] in "/?&=#%_-"):
        return False
    if split(following).host or "@" in following or "/" not in target.partition("://")[2]:
        return False
    word = following.rstrip(".,;:!?)")
    if target[-1] in "-_=&?%":
        return len(word) > 2 and word.isascii()
    listed = any(sign in word for sign in "=&%_") or word.endswith((".html", ".htm", ".php", ".pdf", ".aspx"))
    return listed or word.count("/") > 1 or word.count("-") > 2
