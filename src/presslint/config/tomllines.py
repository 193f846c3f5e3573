"""The lines of a TOML file's keys, which the library that reads it does not tell."""

from presslint.text.lazy import regex

Keys = tuple[str | int, ...]

_PART = r"""[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'"""
_KEYS = rf"(?:{_PART})(?:[ \t]*\.[ \t]*(?:{_PART}))*"
_TABLE = regex(rf"[ \t]*\[\[?[ \t]*({_KEYS})[ \t]*\]\]?[ \t]*(?:#.*)?")
_ENTRY = regex(rf"[ \t]*({_KEYS})[ \t]*=(.*)")
_PART_OF = regex(_PART)


def lines_of(text: str) -> dict[Keys, int]:
    """Return the line, counted from 1, of every table and of every key that begins a line of ``text``.

    ``text`` is valid TOML. Keys inside of inline tables are left out; see :func:`line_at`.
    """
    lines: dict[Keys, int] = {}
    table: Keys = ()
    inside = ""  # the quotes of a text over several lines
    for number, line in enumerate(text.split("\n"), 1):
        if inside:
            inside = "" if inside in line else inside
            continue
        header, entry = _TABLE.fullmatch(line.rstrip("\r")), _ENTRY.match(line)
        if header is not None:
            table = _parts(header[1])
            lines.setdefault(table, number)
        elif entry is not None:
            keys = table + _parts(entry[1])
            for length in range(len(table) + 1, len(keys) + 1):
                lines.setdefault(keys[:length], number)
            inside = next((quotes for quotes in ('"""', "'''") if entry[2].count(quotes) % 2), "")
    return lines


def line_at(lines: dict[Keys, int], keys: Keys) -> int | None:
    """Return the line of ``keys``, or of the nearest table around it; None where nothing is known."""
    for length in range(len(keys), 0, -1):
        if keys[:length] in lines:
            return lines[keys[:length]]
    return lines.get(())


def dotted(keys: Keys) -> str:
    """Return a place in data as people write it: ``per_path."*.md".ignore[0]``."""
    text = ""
    for part in keys:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            plain = part.replace("_", "").replace("-", "").isalnum()
            text += f"{'.' if text else ''}{part if plain else chr(34) + part + chr(34)}"
    return text


def _parts(keys: str) -> Keys:
    return tuple(part.strip("\"'") for part in _PART_OF.findall(keys))
