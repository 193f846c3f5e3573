"""Text inside XML."""

from presslint.report.face import Face

_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
_FACE = Face()


def attributes(**values: object) -> str:
    """Return attributes, each with a blank in front."""
    return "".join(f' {key}="{escaped(str(value))}"' for key, value in values.items())


def escaped(text: str) -> str:
    """Return text as XML; characters that XML cannot hold, or that do not show, are written as escapes."""
    return _FACE.show(text).translate(_ENTITIES)
