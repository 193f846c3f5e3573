"""JSON with the place of every value: what rules report and fixes replace stands in the file, not in a tree.

Stricter than the library: keys that stand twice, halves of characters and endless nesting are refused, since every
reader of a feed would make something else of them.
"""

from collections.abc import Callable
from json import JSONDecodeError, decoder
from typing import NamedTuple

from presslint.errors import LoadError
from presslint.load.drafts import MOST, too_many
from presslint.text.lazy import regex
from presslint.text.lines import LineIndex

MAX_DEPTH = 100

_SPACE = regex(r"[ \t\r\n]*")
_NUMBER = regex(r"-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][-+]?\d{1,4})?(?![\w.+-])")
_WORD = regex(r"(?:true|false|null)(?!\w)")
_BARE = regex(r"[\w.+-]{1,40}")
_SURROGATE = regex(r"[\ud800-\udfff]")
_GERMAN = {
    "Invalid control character at": "ein Steuerzeichen, etwa ein Zeilenende, muss als \\n geschrieben sein",
    "Invalid \\escape": "hinter dem umgekehrten Schrägstrich steht kein erlaubtes Zeichen",
    "Invalid \\uXXXX escape": "hinter \\u stehen keine vier hexadezimalen Ziffern",
    "Unterminated string starting at": "der Text, der hier beginnt, endet nirgends",
}
# documented nowhere, but what json itself reads strings with: the value, and where the string ends
_scan_string: Callable[[str, int, bool], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined]


class Text(NamedTuple):
    """A string: its value, and the stretch of the source between its quotation marks."""

    value: str
    start: int
    end: int


class Atom(NamedTuple):
    """A number, ``true``, ``false`` or ``null``, as written."""

    value: str
    start: int
    end: int


class Items(NamedTuple):
    """A list."""

    values: "tuple[Value, ...]"
    start: int
    end: int


class Members(NamedTuple):
    """An object: its values by key, in the order of the file."""

    values: "dict[str, Value]"
    start: int
    end: int

    def text(self, *keys: str) -> Text | None:
        """Return the first of the values under ``keys`` that is a string with more than white space in it."""
        for key in keys:
            value = self.values.get(key)
            if isinstance(value, Text) and value.value.strip():
                return value
        return None

    def objects(self, *keys: str) -> "list[Members]":
        """Return the objects in the lists, or the one object, under ``keys``; those of an object by name too."""
        found: list[Members] = []
        for key in keys:
            value = self.values.get(key)
            if isinstance(value, Items):
                found += [item for item in value.values if isinstance(item, Members)]
            elif isinstance(value, Members):
                found.append(value)
        return found


Value = Text | Atom | Items | Members


def read_json(text: str) -> Value:
    """Return the value that ``text`` is. Raises LoadError with line and column for what is no JSON."""
    reader = _Reader(text)
    value, place = reader.value(reader.skip(0), 0)
    if reader.skip(place) < len(text):
        raise reader.problem(reader.skip(place), "something stands behind the end", "hinter dem Ende steht noch etwas")
    return value


class _Reader:
    __slots__ = ("count", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.count = 0

    def problem(self, place: int, english: str, german: str) -> LoadError:
        """Return what is wrong at a place, for people."""
        line, column = LineIndex(self.text).position(min(place, len(self.text)))
        return LoadError(
            f"line {line}, column {column}: this is no JSON: {english}",
            f"Zeile {line}, Spalte {column}: das ist kein JSON: {german}",
        )

    def skip(self, place: int) -> int:
        """Return where white space that begins at ``place`` ends."""
        space = _SPACE.match(self.text, place)
        return space.end() if space else place

    def value(self, place: int, depth: int) -> tuple[Value, int]:
        """Read the value at ``place``; return it and where it ends."""
        self.count += 1
        if self.count > MOST:
            raise too_many("values", "Werte")
        sign = self.text[place : place + 1]
        if sign == '"':
            string, end = self.string(place)
            return Text(string, place + 1, end - 1), end
        if sign in {"{", "["}:
            if depth >= MAX_DEPTH:
                raise self.problem(
                    place,
                    f"it is nested more than {MAX_DEPTH} levels deep",
                    f"mehr als {MAX_DEPTH} Ebenen tief verschachtelt",
                )
            return self._members(place, depth) if sign == "{" else self._items(place, depth)
        atom = _NUMBER.match(self.text, place) or _WORD.match(self.text, place)
        if atom is None:
            raise self._no_value(place)
        return Atom(atom[0], *atom.span()), atom.end()

    def string(self, place: int) -> tuple[str, int]:
        """Read the string whose quotation mark stands at ``place``."""
        try:
            value, end = _scan_string(self.text, place + 1, True)  # noqa: FBT003 - positional in the library
        except JSONDecodeError as error:
            reason = next((german for english, german in _GERMAN.items() if error.msg.startswith(english)), "")
            english = error.msg.removesuffix(" at")
            raise self.problem(error.pos, english[:1].lower() + english[1:], reason or error.msg) from None
        half = _SURROGATE.search(value) if "\\u" in self.text[place:end] else None
        if half:
            code = f"\\u{ord(half[0]):04x}"
            raise self.problem(place, f"{code} is half of a character", f"{code} ist nur die Hälfte eines Zeichens")
        return value, end

    def _no_value(self, place: int) -> LoadError:
        found = _BARE.match(self.text, place)
        if found and found[0].lstrip("+-")[:1].isdigit():
            return self.problem(place, "this number is not one that JSON has", "so schreibt JSON keine Zahl")
        shown = found[0] if found else ""
        if shown:
            return self.problem(place, f"a value was expected, not {shown}", f"erwartet war ein Wert, nicht {shown}")
        return self.problem(place, "a value was expected", "erwartet war ein Wert")

    def _members(self, start: int, depth: int) -> tuple[Members, int]:
        values: dict[str, Value] = {}
        place = self.skip(start + 1)
        if self.text[place : place + 1] == "}":
            return Members(values, start, place + 1), place + 1
        while True:
            if self.text[place : place + 1] != '"':
                raise self.problem(
                    place, "a key in quotation marks was expected", "erwartet war ein Schlüssel in Anführungszeichen"
                )
            key, end = self.string(place)
            if key in values:
                shown = key[:40]
                raise self.problem(
                    place,
                    f"the key {shown!r} stands there twice in one object; readers take one or the other",
                    f"den Schlüssel {shown!r} hat dieses Objekt zweimal; jedes Programm nimmt einen anderen davon",
                )
            place = self.skip(end)
            if self.text[place : place + 1] != ":":
                raise self.problem(place, "a colon was expected", "erwartet war ein Doppelpunkt")
            values[key], place = self.value(self.skip(place + 1), depth + 1)
            place, closed = self._next(place, "}")
            if closed:
                return Members(values, start, place), place

    def _items(self, start: int, depth: int) -> tuple[Items, int]:
        values: list[Value] = []
        place = self.skip(start + 1)
        if self.text[place : place + 1] == "]":
            return Items((), start, place + 1), place + 1
        while True:
            value, place = self.value(place, depth + 1)
            values.append(value)
            place, closed = self._next(place, "]")
            if closed:
                return Items(tuple(values), start, place), place

    def _next(self, place: int, closing: str) -> tuple[int, bool]:
        place = self.skip(place)
        sign = self.text[place : place + 1]
        if sign == closing:
            return place + 1, True
        if sign != ",":
            raise self.problem(place, f"a comma or {closing} was expected", f"erwartet war ein Komma oder {closing}")
        return self.skip(place + 1), False
