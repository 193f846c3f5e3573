"""Whether metadata has the form that programs read: front matter as YAML takes it, news items as IPTC's schemas do."""

import re
from collections.abc import Iterator

from presslint.checks import Context, NoParams, check, iptc_json, iptc_xml
from presslint.load.json_reader import Items, Members, Value, read_json
from presslint.model.finding import FieldRef, Hit
from presslint.model.house import House
from presslint.model.release import Field, FieldOrigin, Release
from presslint.model.values import Args, Quoted, Words
from presslint.text.lazy import regex
from presslint.text.lines import LineIndex
from presslint.text.span import SourceSpan

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
    if release.format == "ninjs" and iptc_json.can_check():
        yield from _ninjs(release)
    elif release.format == "newsml" and iptc_xml.can_check():
        yield from _newsml(release)


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


def _ninjs(release: Release) -> Iterator[Hit]:
    import json  # noqa: PLC0415 - only news items are held to schemas

    text = release.source.text
    root = read_json(text)
    version, found = iptc_json.problems_of(json.loads(text))
    for problem in found:
        place = _place(root, problem.path)
        span = SourceSpan(place.start, place.end)
        if span.end - span.start > 200:  # what is missing in an object is missing at its beginning
            span = SourceSpan(span.start, span.start + 1)
        pointer = "".join(f"/{_pointed(key)}" for key in problem.path) or "/"
        args: Args = {"key": Quoted(pointer), "problem": problem.words, "text": _ninjs_name(version)}
        yield Hit(span, args, "standard")


def _place(root: Value, path: tuple[str | int, ...]) -> Value:
    """Return the value that a path leads to, or the last one on the way that is there."""
    place = root
    for key in path:
        inside: Value | None = None
        if isinstance(key, str):
            inside = place.values.get(key) if isinstance(place, Members) else None
        elif isinstance(place, Items) and key < len(place.values):
            inside = place.values[key]
        if inside is None:
            break
        place = inside
    return place


def _pointed(key: str | int) -> str:
    """Return a step of a JSON pointer (RFC 6901)."""
    return str(key).replace("~", "~0").replace("/", "~1")


def _ninjs_name(version: str) -> str:
    return f"ninjs {version}"


def _newsml(release: Release) -> Iterator[Hit]:
    text = release.source.text
    version, conformance = _declared(release)
    whole = iptc_xml.is_whole(version, conformance)
    lines = LineIndex(text)
    for problem in iptc_xml.problems(text, whole=whole):
        line = min(problem.line, lines.count)
        start = text.rfind(f"{problem.name}", 0, lines.start(line) + len(lines.line(line)))
        span = SourceSpan(start, start + len(problem.name)) if start >= 0 else SourceSpan(0, 0)
        yield Hit(span, {"key": Quoted(problem.name), "problem": problem.words, "text": "NewsML-G2"}, "standard")


def _declared(release: Release) -> tuple[str, str]:
    fields = {field.key.partition("@")[2]: field.value for field in release.fields if "@" in field.key}
    return fields.get("standardversion", ""), fields.get("conformance", "")


def unchecked(release: Release) -> Iterator[Words]:
    """Yield why a news item was not held to its schema, or not to all of it."""
    installs = 'pip install "presslint[iptc]"'
    if (release.format == "ninjs" and not iptc_json.can_check()) or (
        release.format == "newsml" and not iptc_xml.can_check()
    ):
        yield Words(f"the schema of IPTC needs {installs}", f"das Schema der IPTC braucht {installs}")
    elif release.format == "newsml" and iptc_xml.is_large(release.source.text):
        yield Words("the file is too large for the schema of IPTC", "die Datei ist zu groß für das Schema der IPTC")
    elif release.format == "newsml":
        version, conformance = _declared(release)
        if not iptc_xml.is_whole(version, conformance):
            level = conformance or "core"
            yield Words(
                f"no schema for all of NewsML-G2 {version or '2'} ({level}) is shipped",
                f"ein Schema für ganz NewsML-G2 {version or '2'} ({level}) liegt nicht bei",
            )
