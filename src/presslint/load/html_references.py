"""Character references of HTML: ``&auml;``, ``&#228;``, ``&#xE4;`` (WHATWG HTML, 13.2.5.72 to 13.2.5.80)."""

from presslint.text.lazy import regex

_REFERENCE = regex(r"&(\#[0-9]++;?|\#[xX][0-9a-fA-F]++;?|[A-Za-z][A-Za-z0-9]{0,40};?)")
# the names that nearly all references have, so that few pages need the table of two thousand
_COMMON = {
    "amp;": "&",
    "lt;": "<",
    "gt;": ">",
    "quot;": '"',
    "apos;": "'",
    "nbsp;": "\u00a0",
    "shy;": "\u00ad",
    "auml;": "ä",
    "ouml;": "ö",
    "uuml;": "ü",
    "Auml;": "Ä",
    "Ouml;": "Ö",
    "Uuml;": "Ü",
    "szlig;": "ß",
    "eacute;": "é",
    "egrave;": "è",
    "agrave;": "à",
    "ndash;": "–",
    "mdash;": "—",
    "bdquo;": "„",
    "ldquo;": "“",
    "rdquo;": "”",
    "sbquo;": "‚",
    "lsquo;": "‘",
    "rsquo;": "’",
    "laquo;": "«",
    "raquo;": "»",
    "hellip;": "…",
    "euro;": "€",
    "copy;": "©",
    "middot;": "·",
}
# what numbers stand for that name no character: those of Windows-1252 (WHATWG HTML, 13.2.5.80)
_WINDOWS = dict(
    zip(
        (*range(0x80, 0x81), *range(0x82, 0x8D), 0x8E, *range(0x91, 0x9D), 0x9E, 0x9F),
        "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ",
        strict=True,
    )
)
_NO_CHARACTER = "\ufffd"


def decoded(written: str, *, attribute: bool = False, following: str = "") -> tuple[str, int]:
    """Return what a reference stands for and how much of ``written`` it is; 0 where it is none.

    ``written`` is what stands behind the ampersand: a number sign and a number, or letters and digits, with their
    semicolon if there is one. In an attribute a name without semicolon is text where a letter, a digit or an equals
    sign follows it; ``following`` is the sign behind ``written``.
    """
    shown = _COMMON.get(written)
    if shown is not None:
        return shown, len(written)
    if written[0] == "#":
        return _numbered(written.rstrip(";")), len(written)
    from html.entities import html5  # noqa: PLC0415 - a table of two thousand names that few pages need

    length = next((length for length in range(len(written), 1, -1) if written[:length] in html5), 0)
    if attribute and length and written[length - 1] != ";" and _goes_on((written + following)[length : length + 1]):
        return "", 0
    return html5.get(written[:length], ""), length


def _goes_on(sign: str) -> bool:
    return sign == "=" or (sign.isascii() and sign.isalnum())


def _numbered(written: str) -> str:
    digits, base = (written[2:], 16) if written[1] in "xX" else (written[1:], 10)
    digits = digits.lstrip("0")
    if not digits or len(digits) > len("1114111"):
        return _NO_CHARACTER
    code = int(digits, base)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return _NO_CHARACTER
    return _WINDOWS.get(code, chr(code))


def unescaped(raw: str) -> str:
    """Return the value of an attribute with its references decoded."""
    if "&" not in raw:
        return raw
    parts: list[str] = []
    place = 0
    for found in _REFERENCE.finditer(raw):
        shown, used = decoded(found[1], attribute=True, following=raw[found.end() : found.end() + 1])
        if used:
            parts += raw[place : found.start()], shown
            place = found.start() + 1 + used
    return "".join((*parts, raw[place:]))
