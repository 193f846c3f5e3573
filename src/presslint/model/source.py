"""The file as it was read."""

from typing import NamedTuple


class Source(NamedTuple):
    """One input, decoded.

    ``text`` keeps the line ends of the file and has no byte order mark; ``bom`` says whether the file began with one.
    ``path`` is shown to people as it was given, with forward slashes; it is ``-`` for standard input without a name.
    ``encoding`` is a Python codec name; ``newline`` is the line end that the file uses most; ``digest`` is the
    SHA-256 of the bytes, in hexadecimal.

    A format that is no text (DOCX, PDF, mail) has no ``text`` and no ``encoding`` until its loader has made one that
    people can count in: ``derived`` is true then, and nothing may be written back. ``escaping`` names how text must be
    written so that the file stays what it is: ``json``, ``xml``, or nothing.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    newline: str = "\n"
    bom: bool = False
    digest: str = ""
    data: bytes = b""
    derived: bool = False
    escaping: str = ""
