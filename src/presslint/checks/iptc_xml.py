"""NewsML-G2 against the XML Schema that IPTC publishes: what a value must look like, and what must be there.

The schema shipped is that of the core conformance level of 2.24, which all later versions and the power level extend.
Items of core 2.24 and before are held to all of it; of other items only what no extension has changed is looked at:
values that are not of their type, and attributes that are missing.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from presslint.model.values import Words
from presslint.text.lazy import regex

MAX_PROBLEMS = 20
MAX_TAGS = 20_000  # where all elements are wrong, libxml2 takes time for each pair of them

_CORE = (2, 24)
_SCHEMA = "newsml-g2-2.24-core.xsd"
_BRACES = regex(r"\{[^{}]{1,200}\}")
_QUOTED = regex(r"'([^']{0,200})'")
# libxml2: xmlSchemaValidError
_VALUE, _MISSING = 1824, 1868
_FACETS = range(1829, 1841)
_UNCHANGED = frozenset(("versionCreated", "embargoed", "sent"))
_ITEMS = ("newsItem", "packageItem", "planningItem", "conceptItem", "knowledgeItem", "catalogItem")
_NAR = "{http://iptc.org/std/nar/2006-10-01/}"
_FREE_OF_CATALOGUES = (2, 30)  # from then on an item needs none (change request 211)
_EXPECTED = regex(r"Expected is (?:one of )?\( ([^)]{1,400}) \)")
_TYPES = {
    "xs:dateTime": Words("a date and time with T between them", "Datum und Uhrzeit mit T dazwischen"),
    "TruncatedDateTimeType": Words("a date such as 2018-02-23", "ein Datum wie 2018-02-23"),
    "DateOptTimeType": Words("a date such as 2018-02-23", "ein Datum wie 2018-02-23"),
    "xs:positiveInteger": Words("a whole number from 1 on", "eine ganze Zahl ab 1"),
    "QCodeType": Words("a code with its scheme, as stat:usable", "ein Code mit Schema wie stat:usable"),
}


class Problem(NamedTuple):
    """Something that the schema does not allow: the line of the element, its name, and what is wrong."""

    line: int
    name: str
    words: Words


def can_check() -> bool:
    """Tell whether the library that reads XML schemas is installed."""
    from importlib.util import find_spec  # noqa: PLC0415 - only news items are held to schemas

    return find_spec("lxml") is not None


def is_whole(version: str, conformance: str) -> bool:
    """Tell whether items of a version and conformance level are held to all of the schema."""
    parts = numbers(version)
    return conformance in ("", "core") and bool(parts) and parts <= _CORE


def numbers(version: str) -> tuple[int, ...]:
    """Return the two numbers of a version, or nothing where it is none."""
    parts = version.split(".")
    return tuple(map(int, parts)) if len(parts) == 2 and all(part.isdecimal() for part in parts) else ()


def is_large(text: str) -> bool:
    """Tell whether a text has more elements than are held to the schema."""
    return text.count("<") > MAX_TAGS


def problems(text: str, *, whole: bool) -> list[Problem]:
    """Return what the schema does not allow in a NewsML-G2 text, at most ``MAX_PROBLEMS``, in the order of the file.

    ``whole`` says to hold it to all of the schema. A text that is no XML, or too large, has no problems here.
    """
    if is_large(text):
        return []
    from lxml import etree  # noqa: PLC0415 - an extra, and only news items are held to schemas

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(_without_declaration(text).encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return []
    found = [] if whole else list(_lacking(root))
    schema = _schema()
    if schema.validate(root):
        return found
    told: dict[tuple[int, str], Problem] = {}
    for entry in schema.error_log:
        if whole or _holds_everywhere(entry):
            problem = _problem(entry)
            key = problem.line, problem.name
            if entry.type == _VALUE:  # told before for the part of its type that it misses
                told[key] = problem
            else:
                told.setdefault(key, problem)
    return [*found, *told.values()][:MAX_PROBLEMS]


def _lacking(root: Any) -> Iterator[Problem]:
    """Yield what items lack that every version wants."""
    for item in root.iter(*(_NAR + name for name in _ITEMS)):
        name = item.tag.removeprefix(_NAR)
        if item.find(f"{_NAR}itemMeta") is None:
            yield Problem(item.sourceline, name, Words("itemMeta is missing in it", "itemMeta fehlt darin"))
        version = numbers(item.get("standardversion", ""))
        if version and version < _FREE_OF_CATALOGUES and not _has_catalogue(item):
            yield Problem(item.sourceline, name, Words("catalogRef is missing in it", "catalogRef fehlt darin"))


def _has_catalogue(item: Any) -> bool:
    return any(item.find(_NAR + name) is not None for name in ("catalogRef", "catalog", "catalogContainer"))


@cache
def _schema() -> Any:
    from importlib.resources import as_file, files  # noqa: PLC0415 - as above

    from lxml import etree  # noqa: PLC0415 - as above

    with as_file(files("presslint.schemas_data")) as folder:
        return etree.XMLSchema(etree.parse(str(folder / _SCHEMA)))


def _without_declaration(text: str) -> str:
    """Return the text without the encoding that it says it has; line ends stay, since lines are counted."""
    start = len(text) - len(text.lstrip())
    end = text.find("?>", start)
    if not text.startswith("<?xml", start) or end < 0:
        return text
    return "\n" * text.count("\n", 0, end) + text[end + 2 :]


def _holds_everywhere(entry: Any) -> bool:
    """Tell whether later versions and the power level cannot have allowed what is reported.

    Types have got more values in 2.28 and later; those of a few timestamps are what they were.
    """
    if entry.type == _MISSING:
        return True
    name = _QUOTED.search(_BRACES.sub("", entry.message))
    return entry.type == _VALUE and name is not None and name[1] in _UNCHANGED


def _problem(entry: Any) -> Problem:
    message = _BRACES.sub("", entry.message)
    quoted = _QUOTED.findall(message)
    name = quoted[0] if quoted else ""
    if entry.type == _MISSING and len(quoted) > 1:
        return Problem(
            entry.line, name, Words(f"the attribute {quoted[1]} is missing", f"das Attribut {quoted[1]} fehlt")
        )
    if entry.type == _VALUE and len(quoted) > 2:
        kind = _TYPES.get(quoted[-1])
        shown = kind.en if kind else quoted[-1]
        return Problem(entry.line, name, Words(f"expected {shown}", f"erwartet: {kind.de if kind else shown}"))
    if entry.type in _FACETS:
        shown = quoted[1] if "attribute" in message and len(quoted) > 1 else name
        return Problem(
            entry.line,
            name,
            Words(f"{shown} has another form in the standard", f"{shown} hat im Standard eine andere Form"),
        )
    expected = _EXPECTED.search(message)
    if expected:
        names = ", ".join(expected[1].split(", ")[:3])
        if "Missing child" in message:
            return Problem(entry.line, name, Words(f"{names} is missing in it", f"{names} fehlt darin"))
        return Problem(
            entry.line, name, Words(f"not allowed here, but {names}", f"hier nicht erlaubt, sondern {names}")
        )
    return Problem(entry.line, name, Words("not allowed here", "hier nicht erlaubt"))
