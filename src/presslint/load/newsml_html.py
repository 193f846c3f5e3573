"""NITF that stands in a string, as blocks: read like HTML, since it may be broken, but by its own elements."""

from collections.abc import Sequence

from presslint.load.collector import Collector
from presslint.load.html_tokens import CLOSE, OPEN, REFERENCE, TEXT, Token
from presslint.load.newsml_elements import Elements
from presslint.load.newsml_xml import value_at
from presslint.text.span import SourceSpan


def read_nitf(text: str, tokens: Sequence[Token], out: Collector) -> None:
    """Read the tokens of a text into a collector."""
    reader = Elements(out)
    for kind, start, end, name in tokens:
        if kind == TEXT:
            reader.text(start, end)
        elif kind == REFERENCE:
            reader.text(start, end, name)
        elif kind == OPEN:
            at = SourceSpan(start, end)
            target_at = value_at(text, at, "href") if name == "a" else None
            reader.start(name, {"href": target_at.of(text)} if target_at else {}, at, target_at)
            if text[end - 2] == "/":
                reader.end(name, end)
        elif kind == CLOSE:
            reader.end(name, end)
    out.close()
