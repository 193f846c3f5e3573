"""TOML front matter: tomllib decides what is valid, a scan of the text finds where the values stand."""

import re
from typing import Any

from presslint.load.field_names import RawField
from presslint.load.frontmatter import FrontMatterError
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

MAX_DEPTH = 20

_STRING = regex(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\r\n]|\\.)*"'
    r"|'[^'\r\n]*'",
    re.DOTALL,
)
_TOKEN = regex(rf"{_STRING.pattern}|\#[^\r\n]*|[\[\]{{}}=,.]|[\r\n]", re.DOTALL)
_SPACE = regex(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_BARE_KEY = regex(r"[\w-]+")
_BARE = regex(r"[^\s,\]}#]+(?:[ ]\d\d:[^\s,\]}#]+)?")
_WHERE = regex(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_LINE = regex(r"[^\n]*\n")


def read_toml(text: str, start: int, end: int) -> list[RawField]:
    """Return the scalars of the TOML between two offsets.

    Raises FrontMatterError for what is no TOML, or more than front matter may have.
    """
    import tomllib  # noqa: PLC0415 - front matter is rarely TOML

    content = text[start:end]
    _refuse_depth(content, start)
    try:
        values = tomllib.loads(content.replace("\r\n", "\n"))
    except ValueError as error:
        raise _located(str(error), content, start) from None
    return _Scanner(text, start, end, values).read()


def _refuse_depth(content: str, start: int) -> None:
    """Refuse what would take the library long: it is recursive in brackets and quadratic in dotted keys."""
    depth = dots = 0
    for token in _TOKEN.finditer(content):
        sign = token.group()
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        dots = dots + 1 if sign == "." else 0 if sign in "=,\r\n" else dots
        if depth > MAX_DEPTH or dots > MAX_DEPTH:
            raise FrontMatterError(
                start + token.start(),
                f"it is nested more than {MAX_DEPTH} levels deep",
                f"mehr als {MAX_DEPTH} Ebenen tief verschachtelt",
            )


def _located(message: str, content: str, start: int) -> FrontMatterError:
    where = _WHERE.search(message)
    place = len(content.rstrip())
    if where is not None and where[1]:
        lines = list(_LINE.finditer(content))
        number = int(where[1]) - 1
        place = lines[number].start() if number < len(lines) else place
    reason = _WHERE.sub("", message)
    return FrontMatterError(start + place, reason[:1].lower() + reason[1:])


class _Scanner:
    """Walks through TOML that is known to be valid."""

    __slots__ = ("_end", "_fields", "_lists", "_place", "_text", "_values")

    def __init__(self, text: str, start: int, end: int, values: dict[str, Any]) -> None:
        self._text = text
        self._place = start
        self._end = end
        self._values = values
        self._fields: list[RawField] = []
        self._lists: dict[tuple[str | int, ...], int] = {}

    def read(self) -> list[RawField]:
        """Return all scalars."""
        table: tuple[str | int, ...] = ()
        while self._sign():
            if self._sign() == "[":
                table = self._header()
            else:
                path = (*table, *self._key())
                self._place += 1  # the equals sign
                self._value(path)
        return self._fields

    def _sign(self) -> str:
        """Return the next sign that is neither white space nor comment; empty at the end."""
        space = _SPACE.match(self._text, self._place, self._end)
        self._place = space.end() if space else self._place
        return self._text[self._place : self._place + 1] if self._place < self._end else ""

    def _header(self) -> tuple[str | int, ...]:
        many = self._text.startswith("[[", self._place)
        self._place += 2 if many else 1
        path: tuple[str | int, ...] = ()
        keys = self._key()
        for number, key in enumerate(keys):
            path = (*path, key)
            if many and number == len(keys) - 1:
                self._lists[path] = self._lists.get(path, -1) + 1
            if path in self._lists:
                path = (*path, self._lists[path])
        self._sign()
        self._place += 2 if many else 1
        return path

    def _key(self) -> list[str]:
        keys = []
        while True:
            if self._sign() in ("'", '"'):
                keys.append(self._quoted())
            else:
                bare = _BARE_KEY.match(self._text, self._place, self._end)
                keys.append(bare.group() if bare else "")
                self._place = bare.end() if bare else self._end
            if self._sign() != ".":
                return keys
            self._place += 1

    def _quoted(self) -> str:
        """Return a quoted key; it is decoded only as far as it has nothing to decode, which keys do not."""
        string = _STRING.match(self._text, self._place, self._end)
        self._place = string.end() if string else self._end
        return string.group()[1:-1] if string else ""

    def _value(self, path: tuple[str | int, ...]) -> None:
        sign = self._sign()
        if sign == "[":
            self._place += 1
            index = 0
            while self._sign() != "]":
                self._value((*path, index))
                index += 1
                self._comma()
            self._place += 1
        elif sign == "{":
            self._place += 1
            while self._sign() != "}":
                keys = self._key()
                self._place += 1
                self._value((*path, *keys))
                self._comma()
            self._place += 1
        else:
            self._scalar(path)

    def _comma(self) -> None:
        if self._sign() == ",":
            self._place += 1

    def _scalar(self, path: tuple[str | int, ...]) -> None:
        string = _STRING.match(self._text, self._place, self._end)
        start = self._place
        if string is not None:
            marks = 3 if string.group().startswith(('"""', "'''")) else 1
            self._place = string.end()
            value, span = self._known(path, string.group()), SourceSpan(start + marks, string.end() - marks)
        else:
            bare = _BARE.match(self._text, start, self._end)
            self._place = bare.end() if bare else self._end
            value, span = self._text[start : self._place], SourceSpan(start, self._place)
        self._fields.append(RawField(_dotted(path), value, span))

    def _known(self, path: tuple[str | int, ...], raw: str) -> str:
        """Return the value of a string as the library decoded it."""
        value: Any = self._values
        for step in path:
            value = value.get(step) if isinstance(value, dict) else _element(value, step)
        return value.strip("\n") if isinstance(value, str) else raw


def _element(value: Any, step: str | int) -> Any:
    return value[step] if isinstance(value, list) and isinstance(step, int) else None


def _dotted(path: tuple[str | int, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
