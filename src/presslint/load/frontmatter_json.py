"""JSON front matter: an object at the very beginning of the text, with the place of every value."""

from collections.abc import Callable
from json import JSONDecodeError, decoder
from typing import Any

from presslint.load.field_names import RawField
from presslint.load.frontmatter import MAX_LENGTH, FrontMatterError
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

MAX_DEPTH = 20

_SPACE = regex(r"[ \t\r\n]*")
_ATOM = regex(r"-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][-+]?\d{1,4})?|true|false|null")
_REST = regex(r"[ \t]*(?:\r\n|\r|\n|\Z)")


def read_json(text: str) -> tuple[list[RawField], int]:
    """Return the scalars of the object at the beginning of ``text``, and where the text behind it begins.

    Raises FrontMatterError for what is no JSON object, or more than front matter may have.
    """
    scanner = _Scanner(text)
    place = scanner.value(0, "", 0)
    rest = _REST.match(text, place)
    if rest is None:
        raise FrontMatterError(
            place,
            "the closing brace must be the last sign of its line",
            "hinter der schließenden Klammer steht noch etwas",
        )
    return scanner.fields, rest.end()


# documented nowhere, but what json itself reads strings with: the value, and where the string ends
_scan_string: Callable[[str, int, bool], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined]


class _Scanner:
    __slots__ = ("fields", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.fields: list[RawField] = []

    def value(self, place: int, path: str, depth: int) -> int:
        """Read the value at ``place``; return where it ends."""
        if depth > MAX_DEPTH:
            raise FrontMatterError(
                place,
                f"it is nested more than {MAX_DEPTH} levels deep",
                f"mehr als {MAX_DEPTH} Ebenen tief verschachtelt",
            )
        if place > MAX_LENGTH:
            raise FrontMatterError(place, f"it has more than {MAX_LENGTH} characters", f"mehr als {MAX_LENGTH} Zeichen")
        sign = self.text[place : place + 1]
        if sign == "{":
            return self._members(place, path, depth)
        if sign == "[":
            return self._items(place, path, depth)
        if sign == '"':
            value, end = self._string(place)
            self.fields.append(RawField(path, value, SourceSpan(place + 1, end - 1)))
            return end
        atom = _ATOM.match(self.text, place)
        if atom is None:
            raise FrontMatterError(place, "a value was expected", "erwartet war ein Wert")
        self.fields.append(RawField(path, "" if atom[0] == "null" else atom[0], SourceSpan(*atom.span())))
        return atom.end()

    def _members(self, place: int, path: str, depth: int) -> int:
        keys: set[str] = set()
        place = self._skip(place + 1)
        if self.text[place : place + 1] == "}":
            return place + 1
        while True:
            if self.text[place : place + 1] != '"':
                raise FrontMatterError(
                    place, "a key in quotation marks was expected", "erwartet war ein Schlüssel in Anführungszeichen"
                )
            key, end = self._string(place)
            if key in keys:
                raise FrontMatterError(
                    place, f"the key {key!r} stands there twice", f"den Schlüssel {key!r} gibt es zweimal"
                )
            keys.add(key)
            place = self._skip(end)
            if self.text[place : place + 1] != ":":
                raise FrontMatterError(place, "a colon was expected", "erwartet war ein Doppelpunkt")
            place = self.value(self._skip(place + 1), f"{path}.{key}" if path else key, depth + 1)
            place, closed = self._next(place, "}")
            if closed:
                return place

    def _items(self, place: int, path: str, depth: int) -> int:
        index = 0
        place = self._skip(place + 1)
        if self.text[place : place + 1] == "]":
            return place + 1
        while True:
            place = self.value(place, f"{path}[{index}]", depth + 1)
            index += 1
            place, closed = self._next(place, "]")
            if closed:
                return place

    def _next(self, place: int, closing: str) -> tuple[int, bool]:
        place = self._skip(place)
        sign = self.text[place : place + 1]
        if sign not in (",", closing) or not sign:
            raise FrontMatterError(
                place, f"a comma or {closing} was expected", f"erwartet war ein Komma oder {closing}"
            )
        return (place + 1, True) if sign == closing else (self._skip(place + 1), False)

    def _skip(self, place: int) -> int:
        space: Any = _SPACE.match(self.text, place)
        return int(space.end())

    def _string(self, place: int) -> tuple[str, int]:
        try:
            value, end = _scan_string(self.text, place + 1, True)  # noqa: FBT003 - positional in the library
        except JSONDecodeError as error:
            raise FrontMatterError(error.pos, error.msg) from None
        return value, end
