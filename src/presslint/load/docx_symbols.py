"""Signs of the symbol fonts of Windows as the characters that readers take them for."""

# code in the private use area → character, as Microsoft maps the fonts
_WINGDINGS = {
    0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x37: "⌨", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™",
    0xE2: "®", 0xE3: "©", 0xE4: "™", 0x61: "α", 0x62: "β", 0x67: "γ", 0x6D: "µ",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}
_PRIVATE = 0xF000
UNKNOWN = "\u25a1"  # a sign that readers see and this table does not know


def shown(font: str, code: str) -> str:
    """Return the character that a sign of a font stands for; ``code`` is hexadecimal."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    number -= _PRIVATE if number >= _PRIVATE else 0
    table = _FONTS.get(font.casefold())
    if table is None:
        return chr(number) if 0x20 < number < 0x7F else UNKNOWN
    return table.get(number) or (chr(number) if font.casefold() == "symbol" and 0x20 <= number < 0x40 else UNKNOWN)
