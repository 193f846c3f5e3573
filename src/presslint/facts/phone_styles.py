"""How a phone number is written: what sets its parts apart, and how it looks in another style.

The styles are those of DIN 5008 and E.123 (``spaces``: ``0211 837-2417``, ``+49 211 837 2417``), the older German
ones (``slash``, ``brackets``), that of American agencies (``hyphens``), ``dots``, groups of two (``pairs``: French,
and many German ones) and no separators at all (``compact``, E.164). A hyphen in front of the last digits is no style
of its own: it marks the extension.
"""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from presslint.text.lazy import regex

_COUNTRY = regex(r"\s*\(?(?:\+ ?\d{1,3}|00\d{2,3})\)?(?=[ \u00a0/.()-])")
_TRUNK = regex(r"[ /–‑-]{0,2}\(\s?0\s?\)[ /–‑-]{0,2}")
_GROUPS = regex(r"\d+")
_BLANKS = " \u00a0\u202f\u2009"
_DASHES = "-–‑"
_NANP = frozenset(("US", "CA"))
_PAIRS = 3
_AREA = 6  # digits of the longest area code with its zero


class Parts(NamedTuple):
    """A number in parts: ``country`` as written (``+49``) or empty, groups of digits, and the signs between them."""

    country: str
    groups: tuple[str, ...]
    gaps: tuple[str, ...]
    bracketed: bool


def parts_of(raw: str) -> Parts:
    """Cut a number at its separators; a zero in brackets behind the country is left out."""
    country = _COUNTRY.match(raw) if raw.lstrip(" (")[:1] in ("+", "0") else None
    if country is not None and raw.lstrip(" (")[:1] == "0" and not raw.lstrip(" (").startswith("00"):
        country = None
    rest = raw[country.end() :] if country else raw
    if country:
        rest = _TRUNK.sub(" ", rest, count=1)
    found = list(_GROUPS.finditer(rest))
    gaps = [rest[one.end() : other.start()] for one, other in pairwise(found)]
    code = country[0].strip(" ()").replace(" ", "") if country else ""
    return Parts(code, tuple(item[0] for item in found), tuple(gaps), "(" in rest)


@lru_cache(maxsize=4096)
def style_of(raw: str) -> str:
    """Return the style of a number; empty where it has no area code that could be set apart."""
    if not raw or raw[0] in _DASHES:
        return ""
    parts = parts_of(raw)
    if not parts.country and raw.lstrip()[0] not in "+0(" and not _is_american(parts.groups):
        return ""
    signs = "".join(parts.gaps)
    sign = next((style for sign, style in (("/", "slash"), (".", "dots")) if sign in signs), "")
    if parts.bracketed:
        return "mixed" if sign else "brackets"
    return sign or _plain_style(parts)


def _plain_style(parts: Parts) -> str:
    """Return the style of a number that has blanks and hyphens at most."""
    if len(parts.groups) < 2:
        return "compact"
    first, *others = parts.groups
    if parts.gaps[0].strip(_BLANKS):
        return "compact" if len(first) > _AREA and not others[1:] else "hyphens"
    pairs = len(others) >= _PAIRS and all(len(group) == 2 for group in others)
    return "pairs" if pairs and not "".join(parts.gaps).strip(_BLANKS) else "spaces"


def _is_american(groups: tuple[str, ...]) -> bool:
    lengths = [len(group) for group in groups]
    return lengths in ([3, 3, 4], [1, 3, 3, 4])


def styled(raw: str, style: str, area: str, region: str) -> str:
    """Return a number in another style, or nothing where its parts are not known well enough.

    ``area`` is its area code without the zero. Digits never change; a hyphen stays only where it marks an extension.
    """
    parts = parts_of(raw)
    digits = "".join(parts.groups)
    zero = "" if parts.country or not digits.startswith("0") else "0"
    code = zero + area
    if not area or not digits.startswith(code) or len(digits) - len(code) < 3:
        return ""
    number = digits[len(code) :]
    if region in _NANP:
        return _american(parts.country, code, number, style)
    extension = parts.groups[-1] if _has_extension(parts, style_of(raw)) else ""
    number = number[: -len(extension)] + "-" + extension if extension else number
    national = {"spaces": f"{code} {number}", "slash": f"{code}/{number}", "brackets": f"({code}) {number}"}.get(style)
    if not national or (parts.country and style == "brackets"):
        return ""
    return f"{parts.country} {national}" if parts.country else national


def _american(country: str, code: str, number: str, style: str) -> str:
    if len(number) != 7:
        return ""
    local = (number[:3], number[3:])
    shown = {
        "hyphens": f"{code}-{local[0]}-{local[1]}",
        "brackets": f"({code}) {local[0]}-{local[1]}",
        "dots": f"{code}.{local[0]}.{local[1]}",
        "spaces": f"{code} {local[0]} {local[1]}",
    }.get(style, "")
    return f"{country} {shown}" if country and shown else shown


def _has_extension(parts: Parts, style: str) -> bool:
    """Tell whether the last hyphen of a number marks an extension: the only one, and not that of the area code."""
    dashed = [gap for gap in parts.gaps if gap.strip(_BLANKS) in tuple(_DASHES)]
    first = style == "hyphens"
    return bool(parts.gaps) and parts.gaps[-1] in tuple(_DASHES) and len(dashed) == 1 and not first
