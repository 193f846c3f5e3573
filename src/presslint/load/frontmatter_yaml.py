"""YAML front matter: a strict reader for flat ``key: value`` lines, and libyaml's events for everything else."""

import re
from collections.abc import Iterable
from typing import Any

from presslint.load.field_names import RawField
from presslint.load.frontmatter import FrontMatterError
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

MAX_DEPTH = 20

_LINE = regex(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
# one line that means the same to every YAML parser: a plain key, and a value without anything to interpret
_FLAT = regex(
    r"([^\W\d][\w-]{0,100}):"
    r"(?:[ ]+(?:\"([^\"\\]*)\"|'([^']*)'|([^\s?:,\[\]{}#&*!|>'\"%@`=-](?:[^:#]|:(?=[^ ])|(?<! )#)*)))?[ ]*"
)
_IGNORED = regex(r"[ ]*(?:#.*)?")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def read_yaml(text: str, start: int, end: int) -> list[RawField] | None:
    """Return the scalars of the YAML between two offsets, None where it is no mapping.

    Raises FrontMatterError for what is no YAML, or more than front matter may have.
    """
    flat = read_flat(text, start, end)
    return _read_events(text, start, end) if flat is None else flat


def read_flat(text: str, start: int, end: int) -> list[RawField] | None:
    """Return the scalars of lines that need no YAML parser; None where any line might.

    Loading a YAML parser costs more time than checking a release. Tests hold this reader to the parser's answers.
    """
    fields: list[RawField] = []
    keys: set[str] = set()
    place = start
    while place < end:
        line = _LINE.match(text, place, end)
        if line is None:
            return None
        place = line.end()
        content = line[1]
        if not content.isprintable():
            return None
        if _IGNORED.fullmatch(content):
            continue
        field = _FLAT.fullmatch(content)
        if field is None or field[1] in keys:
            return None
        keys.add(field[1])
        fields.append(_flat_field(field, line.start()))
    return fields or None


def _flat_field(field: re.Match[str], start: int) -> RawField:
    group = field.lastindex or 1
    if group == 1:
        place = start + field.end(1) + 1
        return RawField(field[1], "", SourceSpan(place, place))
    value = field[group].rstrip(" ") if group == 4 else field[group]
    place = start + field.start(group)
    shown = "" if group == 4 and value in _NULLS else value
    return RawField(field[1], shown, SourceSpan(place, place + len(value)))


class _Frame:
    """A mapping or a list that has begun."""

    __slots__ = ("index", "key", "keys", "path")

    def __init__(self, path: str, *, mapping: bool) -> None:
        self.path = path
        self.keys: set[str] | None = set() if mapping else None
        self.key: str | None = None
        self.index = 0

    def step(self) -> str:
        """Return the path of the value that comes next, and go on."""
        if self.keys is None:
            self.index += 1
            return f"{self.path}[{self.index - 1}]"
        key, self.key = self.key, None
        return f"{self.path}.{key}" if self.path else f"{key}"


def _read_events(text: str, start: int, end: int) -> list[RawField] | None:
    import yaml  # noqa: PLC0415 - costs more than all the rest of loading

    fields: list[RawField] = []
    frames: list[_Frame] = []
    content = text[start:end]
    try:
        events: Iterable[Any] = yaml.parse(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for event in events:
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                _refuse(event, start, frames)
                mapping = isinstance(event, yaml.MappingStartEvent)
                if not frames and not mapping:
                    return None
                frames.append(_Frame(frames[-1].step() if frames else "", mapping=mapping))
            elif isinstance(event, yaml.ScalarEvent):
                _refuse(event, start, frames)
                if not frames:
                    return None
                _scalar(event, start, text, frames[-1], fields)
            elif isinstance(event, yaml.AliasEvent):
                place = start + event.start_mark.index  # type: ignore[union-attr]
                raise FrontMatterError(
                    place,
                    f"aliases (*{event.anchor}) are not allowed",
                    f"Verweise (*{event.anchor}) sind nicht erlaubt",
                )
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                frames.pop()
    except yaml.MarkedYAMLError as error:
        raise _located(error, start) from None
    except yaml.YAMLError as error:
        place = getattr(error, "position", 0)
        raise FrontMatterError(
            start + min(place, len(content)), "it has a character that YAML does not allow"
        ) from None
    return fields


def _located(error: Any, start: int) -> FrontMatterError:
    problem = error.problem or "this is no YAML"
    mark = error.problem_mark
    if error.context_mark is not None and (mark is None or "end of stream" in problem):
        # what was never closed is to be mended where it was opened
        mark, problem = error.context_mark, f"{error.context}: {problem}"
    return FrontMatterError(start + (mark.index if mark else 0), problem)


def _refuse(event: Any, start: int, frames: list[_Frame]) -> None:
    place = start + event.start_mark.index
    if event.anchor:
        raise FrontMatterError(
            place, f"anchors (&{event.anchor}) are not allowed", f"Anker (&{event.anchor}) sind nicht erlaubt"
        )
    if event.tag and event.tag != "!":
        raise FrontMatterError(place, f"tags ({event.tag}) are not allowed", f"Tags ({event.tag}) sind nicht erlaubt")
    if len(frames) >= MAX_DEPTH:
        raise FrontMatterError(
            place, f"it is nested more than {MAX_DEPTH} levels deep", f"mehr als {MAX_DEPTH} Ebenen tief verschachtelt"
        )
    if frames and frames[-1].keys is not None and frames[-1].key is None and not hasattr(event, "value"):
        raise FrontMatterError(place, "a key must be a plain text", "ein Schlüssel muss ein einfacher Text sein")


def _scalar(event: Any, start: int, text: str, frame: _Frame, fields: list[RawField]) -> None:
    first, last = start + event.start_mark.index, start + event.end_mark.index
    if frame.keys is not None and frame.key is None:
        if event.value in frame.keys:
            raise FrontMatterError(
                first, f"the key {event.value!r} stands there twice", f"den Schlüssel {event.value!r} gibt es zweimal"
            )
        frame.keys.add(event.value)
        frame.key = event.value
        return
    value = event.value
    if event.style in ("'", '"'):
        span = SourceSpan(first + 1, last - 1)
    elif event.style in ("|", ">"):
        value = value.rstrip("\n")
        span = _block_scalar(text, first, last)
    else:
        span = SourceSpan(first, last)
        if value in _NULLS:
            value = ""
    fields.append(RawField(frame.step(), value, span))


def _block_scalar(text: str, first: int, last: int) -> SourceSpan:
    """Return the place of the lines of a block scalar, without its header and the white space around."""
    content = text[first:last]
    header = _LINE.match(content)
    skip = header.end() if header else 0
    inner = content[skip:]
    begin = first + skip + len(inner) - len(inner.lstrip())
    return SourceSpan(begin, max(begin, first + len(content.rstrip())))
