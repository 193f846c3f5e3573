"""News items held to the schemas of IPTC."""

import json
from collections.abc import Iterator

from presslint.checks import iptc_json, iptc_xml
from presslint.load.json_reader import Items, Members, Value, read_json
from presslint.model.finding import Hit
from presslint.model.release import Release
from presslint.model.values import Args, Quoted, Words
from presslint.text.lines import LineIndex
from presslint.text.span import SourceSpan


def problems(release: Release) -> Iterator[Hit]:
    """Yield what the schema of a ninjs or NewsML-G2 item does not allow, where it can be asked."""
    if release.format == "ninjs" and iptc_json.can_check():
        yield from _ninjs(release)
    elif release.format == "newsml" and iptc_xml.can_check():
        yield from _newsml(release)


def _ninjs(release: Release) -> Iterator[Hit]:
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
