"""The targets of ``mailto`` links (RFC 6068)."""

from presslint.text.lazy import regex

_ESCAPE = regex(r"(?:%[0-9A-Fa-f]{2})+")


def recipients(target: str) -> tuple[str, ...]:
    """Return the addresses of a ``mailto`` target as a mail program reads them; empty where there is none.

    A comma between two addresses separates them, any other belongs to a broken address.
    """
    path = target.partition(":")[2].partition("?")[0].lstrip("/")
    parts: list[str] = []
    for part in _unquoted(path).split(","):
        if parts and "@" not in part:
            parts[-1] += "," + part
        else:
            parts.append(part)
    return tuple(part.strip() for part in parts if part.strip())


def is_malformed(target: str) -> bool:
    """Tell whether a ``mailto`` target has blanks or slashes where the address has to begin."""
    path = target.partition(":")[2]
    return path[:1] in ("/", " ") or path[:3] == "%20"


def _unquoted(text: str) -> str:
    return _ESCAPE.sub(lambda match: bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace"), text)
