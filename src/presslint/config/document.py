"""YAML as plain values that remember their lines.

Every scalar is a text, whatever it looks like: YAML's own idea of types turns ``0211`` into 137 and ``no`` into False.
Read from the stream of events, never as a tree, so that neither deep nesting nor aliases can hurt.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from presslint.errors import PackError, PresslintError

Path = tuple[str | int, ...]

MAX_BYTES = 256 * 1024
_MAX_DEPTH = 100
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Document(NamedTuple):
    """A YAML file: its mapping, and the line, counted from 1, of everything in it."""

    shown: str
    value: dict[str, Any]
    lines: dict[Path, int]

    def at(self, *path: str | int) -> str:
        """Return ``file:line`` of the value at ``path``, or of the nearest value around it."""
        return f"{self.shown}:{self.line(*path)}"

    def line(self, *path: str | int) -> int:
        """Return the line of the value at ``path``, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1) if path else 1


def read_document(data: bytes, shown: str, fault: type[PresslintError] = PackError) -> Document:
    """Return the mapping in ``data``.

    Raises ``fault``, with file and line, for what is not UTF-8, not YAML, too long, nested too deep, not one mapping,
    or uses what such a file never needs and an attack does: aliases, anchors, tags, keys given twice.
    """
    if len(data) > MAX_BYTES:
        raise fault(f"{shown}:1: longer than {MAX_BYTES // 1024} KB")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise fault(f"{shown}:{_line(data, error.start)}: not UTF-8") from error
    builder = _Builder(shown, fault)
    try:
        value = builder.document(iter(yaml.parse(data, Loader=_LOADER)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise fault(f"{shown}:{mark.line + 1 if mark else 1}: not YAML: {error.problem}") from error
    except yaml.reader.ReaderError as error:
        raise fault(f"{shown}:{_line(data, error.position)}: not YAML: {error.reason}") from error
    return Document(shown, value, builder.lines)


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


def _line_of(event: Any) -> int:
    return int(event.start_mark.line) + 1


class _Builder:
    def __init__(self, shown: str, fault: type[PresslintError]) -> None:
        self.shown = shown
        self.fault = fault
        self.lines: dict[Path, int] = {}

    def document(self, events: Iterator[Any]) -> dict[str, Any]:
        for event in events:
            if isinstance(event, yaml.MappingStartEvent):
                value = self._value(event, events, ())
                next(events)  # the end of the document
                self._alone(next(events))
                return dict(value)
            if isinstance(event, (yaml.SequenceStartEvent, yaml.ScalarEvent)):
                raise self._error(event, "a mapping of keys to values is expected")
        raise self.fault(f"{self.shown}:1: empty")

    def _alone(self, event: Any) -> None:
        if not isinstance(event, yaml.StreamEndEvent):
            raise self._error(event, "only one YAML document is expected")

    def _value(self, event: Any, events: Iterator[Any], path: Path) -> Any:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._error(event, "anchors and aliases are not allowed")
        if event.tag is not None:
            raise self._error(event, "tags are not allowed")
        if len(path) > _MAX_DEPTH:
            raise self._error(event, "nested too deep")
        self.lines.setdefault(path, _line_of(event))
        if isinstance(event, yaml.ScalarEvent):
            return None if not event.style and event.value in {"", "~", "null"} else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, path)
        return self._mapping(events, path)

    def _list(self, events: Iterator[Any], path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], path: Path) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.tag is not None or event.anchor is not None:
                raise self._error(event, "a key must be a plain text")
            key = event.value
            if key in entries:
                raise self._error(event, f'key "{key}" is given twice')
            self.lines[(*path, key)] = _line_of(event)
            entries[key] = self._value(next(events), events, (*path, key))
        return entries

    def _error(self, event: Any, text: str) -> PresslintError:
        return self.fault(f"{self.shown}:{_line_of(event)}: {text}")
