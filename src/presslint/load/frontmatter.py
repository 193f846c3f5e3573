"""The metadata in front of a text: YAML between ``---``, TOML between ``+++``, or a JSON object.

Values stay texts as written: YAML 1.1 would read ``0211`` as 137, ``no`` as false, and fail on 2017-02-30, which a
rule is to report. A thematic break at the beginning of a text is not front matter.
"""

import re
from collections.abc import Callable, Mapping

from presslint.errors import LoadError
from presslint.load.field_names import RawField, is_known, named
from presslint.model.release import Field
from presslint.text.lazy import regex

MAX_LENGTH = 256 * 1024

_FENCE = regex(r"(---|\+\+\+)[ \t]{0,100}(?:\r\n|\r|\n)")
_YAML_END = regex(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]{0,100}(?:\r\n|\r|\n|\Z)")
_TOML_END = regex(r"(?:^|(?<=[\r\n]))\+\+\+[ \t]{0,100}(?:\r\n|\r|\n|\Z)")
_JSON = regex(r"\{\s{0,100}[\"}]")
_YAML_KEY = regex(r"([\w-][\w .-]{0,60}?)\s?:(?=\s|\Z)|[\"']([\w .-]{1,60})[\"']\s?:(?=\s|\Z)")
_TOML_KEY = regex(r"[\"']?([\w.-]{1,60})[\"']?\s?=|\[{1,2}\s?[\w.\"'-]{1,60}\s?\]{1,2}")
_LINE = regex(r"[^\r\n]+")
_BLANK_LINES = regex(r"(?:[ \t]{0,100}(?:\r\n|\r|\n)){0,20}")


class FrontMatterError(Exception):
    """What is wrong with front matter, and at which offset of the source."""

    def __init__(self, offset: int, reason: str, german: str = "") -> None:
        super().__init__(reason)
        self.offset = offset
        self.reason = reason
        self.german = german or reason


def read_front_matter(text: str, house: Mapping[str, str]) -> tuple[tuple[Field, ...], int]:
    """Return the fields and the offset at which the body begins: no fields and 0 where there is no front matter.

    Raises LoadError, with the line and the reason, for front matter that cannot be read, or that has duplicate keys,
    aliases, tags, or is nested too deeply.
    """
    # site generators skip blank lines before the fence, and editors leave them there unseen
    blank = _BLANK_LINES.match(text)
    fence = _FENCE.match(text, blank.end() if blank else 0)
    try:
        if fence is None:
            return _json(text, house) if _JSON.match(text) else ((), 0)
        if fence[1] == "---":
            from presslint.load.frontmatter_yaml import read_yaml  # noqa: PLC0415 - most texts have none

            return _fenced(text, fence.end(), house, _YAML_END, _looks_like_yaml, read_yaml)
        from presslint.load.frontmatter_toml import read_toml  # noqa: PLC0415 - rare

        return _fenced(text, fence.end(), house, _TOML_END, _looks_like_toml, read_toml)
    except FrontMatterError as error:
        line = _line(text, error.offset)
        raise LoadError(
            f"line {line}: the front matter cannot be read: {error.reason}",
            f"Zeile {line}: die Metadaten sind nicht lesbar: {error.german}",
        ) from None


def _line(text: str, offset: int) -> int:
    before = text[:offset]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1


def _fenced(
    text: str,
    start: int,
    house: Mapping[str, str],
    end: re.Pattern[str],
    looks_right: Callable[[str], bool],
    read: Callable[[str, int, int], list[RawField] | None],
) -> tuple[tuple[Field, ...], int]:
    closing = end.search(text, start)
    if closing is None:
        return (), 0
    content = text[start : closing.start()]
    if not content.strip():
        return (), closing.end()
    meant = looks_right(content)
    if len(content) > MAX_LENGTH:
        if meant:
            raise FrontMatterError(start, f"it has more than {MAX_LENGTH} characters", f"mehr als {MAX_LENGTH} Zeichen")
        return (), 0
    try:
        raw = read(text, start, closing.start())
    except FrontMatterError:
        if meant:
            raise
        return (), 0
    return (named(raw, house), closing.end()) if raw is not None else ((), 0)


def _looks_like_yaml(content: str) -> bool:
    return _looks_right(content, _YAML_KEY, ("-", " ", "\t", "#", "]", "}"))


def _looks_like_toml(content: str) -> bool:
    return _looks_right(content, _TOML_KEY, (" ", "\t", "#", "]", "}", '"', "'"))


def _looks_right(content: str, key: re.Pattern[str], others: tuple[str, ...]) -> bool:
    """Tell whether somebody meant this as metadata: it begins with a known key, or most of its lines have keys."""
    if content[0] in "\r\n":
        return False
    keys = rest = 0
    for line in _LINE.finditer(content[:20_000]):
        found = key.match(line.group())
        if found:
            if keys == rest == 0 and is_known(found[1] or found[found.re.groups] or ""):
                return True
            keys += 1
        elif not line.group().startswith(others):
            rest += 1
    return keys >= 2 and keys > rest


def _json(text: str, house: Mapping[str, str]) -> tuple[tuple[Field, ...], int]:
    from presslint.load.frontmatter_json import read_json  # noqa: PLC0415 - rare

    raw, end = read_json(text)
    return named(raw, house), end
