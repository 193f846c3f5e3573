"""Phone numbers, judged by libphonenumber's data.

The library is asked only about what is taken for a phone number already: it reads postcodes, dates and words as
numbers. Three traps of it are kept away here: letters count as keys of a phone there; the zero of ``+49 (0)211`` is
dropped without a word; a number without an area code is "too short" though a neighbour can dial it.
"""

from functools import lru_cache
from typing import NamedTuple

from presslint.facts.phone_finder import digits_of
from presslint.text.lazy import regex

# phonenumbers.PhoneNumberType, by number: the package is imported late
_TYPES = {0: "fixed", 1: "mobile", 2: "either", 3: "free", 4: "premium", 5: "shared", 99: ""}
_TRUNK = regex(r"^(\s*\(?(?:\+|00)\s?\d{1,3}\)?[\s./-]{0,3})\(\s?0\s?\)")
_EXTENSION = regex(r"[-–‑] ?(\d{1,5})$")


class Number(NamedTuple):
    """What is known of a number. ``e164`` is empty where it cannot be told, as for one without an area code."""

    e164: str
    possible: bool
    valid: bool
    region: str = ""
    problem: str = ""
    type: str = ""
    area: str = ""


UNKNOWN = Number("", possible=True, valid=True)


@lru_cache(maxsize=4096)
def dialled(raw: str) -> str:
    """Return what is dialled: digits, with ``+`` in front of a country; the zero in ``+49 (0)211`` is left out."""
    digits = digits_of(_TRUNK.sub(r"\1", raw) if "(" in raw else raw)
    if raw.lstrip(" (")[:1] == "+":
        return "+" + digits
    return "+" + digits[2:] if digits.startswith("00") and len(digits) > 9 else digits


def extension_of(raw: str) -> str:
    """Return the digits behind the last hyphen, which DIN 5008 keeps for the extension."""
    match = _EXTENSION.search(raw)
    return match[1] if match else ""


def with_extension(raw: str, extension: str) -> str:
    """Return the number ``raw`` with another extension, or nothing where it shows none.

    A shorter extension replaces the last digits: ``837-2417/18`` means ``837-2418``.
    """
    match = _EXTENSION.search(raw)
    if match is None:
        return ""
    kept = match[1][: -len(extension)] if len(extension) < len(match[1]) else ""
    return raw[: match.start(1)] + kept + extension


@lru_cache(maxsize=4096)
def judge(number: str, region: str) -> Number:
    """Judge a number as :func:`dialled` returns it; ``region`` is the country of national numbers, or empty."""
    import phonenumbers  # noqa: PLC0415 - 46 ms that a release without phone numbers must not pay

    if not number.startswith("+") and (not region or _is_local(number, region)):
        return UNKNOWN
    try:
        parsed = phonenumbers.parse(number, region or None)
    except phonenumbers.NumberParseException as error:
        reasons = {0: "country", 1: "short", 2: "short", 3: "short", 4: "long"}
        return Number("", possible=False, valid=False, problem=reasons[error.error_type])
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    results = phonenumbers.ValidationResult
    local = reason == results.IS_POSSIBLE_LOCAL_ONLY and not number.startswith("+")
    possible = reason == results.IS_POSSIBLE or local
    problem = "" if possible else "long" if reason == results.TOO_LONG else "short"
    length = phonenumbers.length_of_geographical_area_code(parsed)
    return Number(
        e164=phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164),
        possible=possible,
        valid=phonenumbers.is_valid_number(parsed),
        region=phonenumbers.region_code_for_number(parsed) or "",
        problem=problem,
        type=_TYPES.get(phonenumbers.number_type(parsed), "other"),
        area=phonenumbers.national_significant_number(parsed)[:length],
    )


def _is_local(number: str, region: str) -> bool:
    """Tell whether a national number lacks its area code: neighbours can dial it, nobody can judge it."""
    from phonenumbers import PhoneMetadata  # noqa: PLC0415 - as above

    metadata = PhoneMetadata.metadata_for_region(region)
    if metadata is None:
        return True
    if metadata.national_prefix == "0":
        return not number.startswith("0")
    return metadata.general_desc is not None and len(number) in metadata.general_desc.possible_length_local_only
