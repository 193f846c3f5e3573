"""Whether metadata has the form that programs read: front matter as YAML takes it, news items as IPTC's schemas do."""

import re
from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.model.finding import FieldRef, Hit
from presslint.model.house import House
from presslint.model.release import Field, FieldOrigin, Release
from presslint.model.values import Quoted
from presslint.text.lazy import regex

_DATES = frozenset({"date", "published", "updated", "expires", "embargo"})
_NO_ISO = regex(
    r"\s*(?:\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?\d{2,4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}[./]\d{1,2}[./]\d{1,2})"
    r"(?:[ ,T]{1,4}\d{1,2}[:.]\d\d(?::\d\d)?(?: ?Uhr)?)?\s*"
)
# YAML 1.1: https://yaml.org/type/int.html and https://yaml.org/type/bool.html
_OCTAL = regex(r"0[0-7]{2,20}")
_SIXTIES = regex(r"[1-9]\d{0,2}(?::[0-5]?\d){1,3}")
_BOOLEAN = frozenset(["yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N"])
_NUMBERED = regex(r"phone|tel|fon|fax|mobil|vorwahl|area|zip|plz|postal|postleit|number|nummer|code", re.IGNORECASE)
_TIMED = regex(r"time|zeit|uhr|beginn|start|end|from|until|von|bis", re.IGNORECASE)
_NEWS = ("ninjs", "newsml")
_TEMPLATE = regex(r"\{\{|\{%|<%|\$\{")


@check("schemas.metadata", says=("key", "text", "problem", "number"), partly=("iptc",))
def metadata(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report metadata that programs read otherwise than it looks, or not at all.

    Case ``date`` a date that is not in the form of ISO 8601; ``octal``, ``sixties`` and ``boolean`` what YAML 1.1 makes
    a number or a truth value of; ``missing``, ``empty`` and ``unknown`` what the house has configured; ``standard``
    what the schema of a ninjs or NewsML-G2 item does not allow.
    """
    release = ctx.release
    for field in release.fields:
        if field.origin is FieldOrigin.FRONTMATTER:
            yield from _front_matter(field, release)
    if not release.cover:
        yield from _house(release, ctx.facts.house)
    if release.format in _NEWS:
        from presslint.checks.news_schemas import problems  # noqa: PLC0415 - only news items are held to schemas

        yield from problems(release)


def _front_matter(field: Field, release: Release) -> Iterator[Hit]:
    value = field.value
    if not value or _TEMPLATE.search(value):
        return
    if field.name in _DATES and _NO_ISO.fullmatch(value):
        yield Hit(FieldRef(field.key), {"key": field.key, "text": Quoted(value)}, "date")
    elif _is_plain_yaml(field, release):
        case, number = _changed(field)
        if case:
            yield Hit(FieldRef(field.key), {"key": field.key, "text": Quoted(value), "number": number}, case)


def _is_plain_yaml(field: Field, release: Release) -> bool:
    """Tell whether a value stands in YAML without quotation marks, which would keep it a text."""
    text = release.source.text
    if field.span is None or not text.lstrip("\ufeff \t\r\n").startswith("---"):
        return False
    return text[field.span.start - 1 : field.span.start] not in ("'", '"')


def _changed(field: Field) -> tuple[str, str]:
    """Return what YAML 1.1 makes of a value, as case and number."""
    value, key = field.value, field.key.rpartition(".")[2]
    if _OCTAL.fullmatch(value) and _NUMBERED.search(key):
        return "octal", str(int(value, 8))
    if _SIXTIES.fullmatch(value) and _TIMED.search(key):
        number = 0
        for part in value.split(":"):
            number = number * 60 + int(part)
        return "sixties", str(number)
    if value in _BOOLEAN and field.name == "language":
        return "boolean", "true" if value[0] in "yY" or value.lower() == "on" else "false"
    return "", ""


def _house(release: Release, house: House) -> Iterator[Hit]:
    for name in house.required_fields:
        field = next((field for field in release.fields if name in (field.name, field.key)), None)
        if field is None:
            inside = any(name in (one.name.partition(".")[0], one.key.partition("[")[0]) for one in release.fields)
            if not inside:
                yield Hit(None, {"key": name}, "missing")
        elif not field.value.strip():
            yield Hit(FieldRef(field.key), {"key": field.key}, "empty")
    if house.known_fields:
        for field in release.fields:
            head = field.key.partition(".")[0].partition("[")[0]
            known = head in house.known_fields or head.startswith(("x-", "presslint")) or head in house.required_fields
            if field.origin is FieldOrigin.FRONTMATTER and not known:
                yield Hit(FieldRef(field.key), {"key": Quoted(head)}, "unknown")
