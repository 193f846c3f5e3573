"""The file as it was read."""

from typing import NamedTuple


class Source(NamedTuple):
    """One input, decoded.

    ``text`` keeps the line ends of the file and has no byte order mark; ``bom`` says whether the file began with one.
    ``path`` is shown to people as it was given, with forward slashes; it is ``-`` for standard input without a name.
    ``encoding`` is a Python codec name; ``newline`` is the line end that the file uses most; ``digest`` is the
    SHA-256 of the bytes, in hexadecimal.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    newline: str = "\n"
    bom: bool = False
    digest: str = ""
    data: bytes = b""
