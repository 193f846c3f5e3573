"""HTML to tokens with exact places, as browsers cut it (WHATWG HTML, 13.2.5 Tokenization).

A token is a plain tuple ``(kind, start, end, name)``: a page has thousands, and anything else takes three times as
long to make. ``start`` and ``end`` are offsets of the text; ``name`` is the name of a tag in small letters, or what a
character reference stands for. A tag that the end of the text cuts off shows nothing, as in a browser.
"""

import re

from presslint.errors import LoadError
from presslint.load.html_references import decoded
from presslint.text.lazy import regex

TEXT, REFERENCE, OPEN, CLOSE, COMMENT, BOGUS = range(6)
Token = tuple[int, int, int, str]

# the longest page of the press offices seen has 20,000
MOST_TOKENS = 400_000

# what stands between the name of a tag and its end; a quoted value without its second quotation mark has no end
INSIDE = (
    r"(?:[\t\n\f\r /]++|[^\t\n\f\r />][^\t\n\f\r />=]*+"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r >]++|(?=>)))?+)*+"
)
_NAME = r"[A-Za-z][^\t\n\f\r />]*+"
_TOKEN = regex(
    r"([^<&]++)"
    rf"|<({_NAME})({INSIDE})>"
    rf"|</({_NAME}){INSIDE}>"
    r"|&(\#[0-9]++;?|\#[xX][0-9a-fA-F]++;?|[A-Za-z][A-Za-z0-9]{0,40};?)"
    r"|<!--()"
    r"|(<(?=/?[A-Za-z]))"
    r"|<(?:[!?]|/(?!\Z))([^>]*+)>?"
    r"|((?:(?:<(?![A-Za-z!/?])|</\Z|&(?!\#?[A-Za-z0-9])|&\#(?![0-9])(?![xX][0-9a-fA-F]))[^<&]*+)++|.)",
    re.DOTALL,
)
# the groups of that pattern
_OPEN, _CLOSE, _REFERENCE, _COMMENT, _CUT = 3, 4, 5, 6, 7
_SHOWN = frozenset((1, 9))

_COMMENT_END = regex(r"--(!?)>")
_CDATA_END = "]]>"
# elements whose content is no markup: up to their end tag, all of it is text (RCDATA: with character references)
RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "noscript"))
WITH_REFERENCES = frozenset(("title", "textarea"))
_CONTENT = RAW | WITH_REFERENCES | {"plaintext"}
_FOREIGN = frozenset(("svg", "math"))
_RAW_END = {
    name: regex(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII) for name in sorted(RAW | WITH_REFERENCES)
}
_SCRIPT = regex(r"<!(?=--)|-->|</?script(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII)
_RCDATA = regex(r"[^&]++|&(\#[0-9]++;?|\#[xX][0-9a-fA-F]++;?|[A-Za-z][A-Za-z0-9]{0,40};?)|&")


def tokens(text: str, start: int = 0, *, xml: bool = False) -> list[Token]:
    """Return the tokens from ``start`` on. ``xml`` says that ``<![CDATA[`` holds text anywhere, not in drawings only.

    Raises LoadError for a page with more tokens than any release has.
    """
    return Tokenizer(text, xml=xml).read(start)


class Tokenizer:
    """Cuts one text. The content model that a start tag sets is kept between two tokens."""

    __slots__ = ("_foreign", "_tokens", "_xml", "text")

    def __init__(self, text: str, *, xml: bool = False) -> None:
        self.text = text
        self._xml = xml
        self._foreign = 0
        self._tokens: list[Token] = []

    def read(self, start: int = 0) -> list[Token]:
        """Return the tokens from ``start`` to the end of the text."""
        text, found, match = self.text, self._tokens, _TOKEN.match
        place, length = start, len(text)
        while place < length:
            token = match(text, place)
            if token is None or token.lastindex == _CUT:
                break
            what, end = token.lastindex, token.end()
            if what in _SHOWN:
                found.append((TEXT, place, end, ""))
            elif what == _OPEN:
                end = self._tag(token[2].lower(), place, end)
            elif what == _CLOSE:
                name = token[4].lower()
                found.append((CLOSE, place, end, name))
                if name in _FOREIGN and self._foreign:
                    self._foreign -= 1
            elif what == _REFERENCE:
                end = self._reference(token[5], place, end)
            else:
                end = self._comment(place) if what == _COMMENT else self._bogus(place, end)
            place = end
            if len(found) > MOST_TOKENS:
                raise _too_many()
        return found

    def _tag(self, name: str, start: int, end: int) -> int:
        """Note a start tag; return where what it makes no markup ends."""
        self._tokens.append((OPEN, start, end, name))
        if name in _CONTENT:
            return self.content(name, end)
        if name in _FOREIGN and self.text[end - 2] != "/":
            self._foreign += 1
        return end

    def _reference(self, written: str, start: int, end: int) -> int:
        shown, used = decoded(written)
        if not used:
            self._tokens.append((TEXT, start, end, ""))
            return end
        self._tokens.append((REFERENCE, start, start + 1 + used, shown))
        return start + 1 + used

    def _comment(self, start: int) -> int:
        found = _COMMENT_END.search(self.text, start + 2)
        if found is not None and found[1] and found.start() < start + 4:
            found = _COMMENT_END.search(self.text, start + 4)
        end = found.end() if found is not None else len(self.text)
        self._tokens.append((COMMENT, start, end, ""))
        return end

    def _bogus(self, start: int, end: int) -> int:
        text = self.text
        if (self._xml or self._foreign) and text.startswith("<![CDATA[", start):
            inner = start + len("<![CDATA[")
            close = text.find(_CDATA_END, inner)
            close, end = (len(text), len(text)) if close < 0 else (close, close + len(_CDATA_END))
            if close > inner:
                self._tokens.append((TEXT, inner, close, ""))
        else:
            self._tokens.append((BOGUS, start, end, ""))
        return end

    def content(self, name: str, start: int) -> int:
        """Read the content of an element without markup; return where its end tag begins."""
        end = len(self.text) if name == "plaintext" else content_end(self.text, name, start)
        if name in WITH_REFERENCES:
            self._with_references(start, end)
        elif end > start:
            self._tokens.append((TEXT, start, end, ""))
        return end

    def _with_references(self, start: int, end: int) -> None:
        for part in _RCDATA.finditer(self.text, start, end):
            place = part.start()
            shown, used = decoded(part[1]) if part[1] else ("", 0)
            if used:
                self._tokens.append((REFERENCE, place, place + 1 + used, shown))
                place += 1 + used
            if place < part.end():
                self._tokens.append((TEXT, place, part.end(), ""))
            if len(self._tokens) > MOST_TOKENS:
                raise _too_many()


def content_end(text: str, name: str, start: int) -> int:
    """Return where the end tag of an element without markup begins, or the end of the text."""
    if name != "script":
        found = _RAW_END[name].search(text, start)
        return found.start() if found else len(text)
    escaped = doubled = False
    for sign in _SCRIPT.finditer(text, start):
        written = sign[0]
        if written == "<!":
            escaped = True
        elif written == "-->":
            escaped = doubled = False
        elif written[1] == "/":
            if not doubled:
                return sign.start()
            doubled = False
        elif escaped:
            doubled = True
    return len(text)


def comment_text(text: str, start: int, end: int) -> str:
    """Return what a comment holds, which stands from ``start`` to ``end``."""
    inner = text[start + 4 : end]
    for sign in ("--!>", "-->", "->", ">"):
        if inner.endswith(sign) and (len(sign) > 2 or len(inner) == len(sign)):
            return inner[: -len(sign)]
    # the end of the text cut it off, within the sign that ends a comment perhaps
    return next((inner.removesuffix(sign) for sign in ("--!", "--", "-") if inner.endswith(sign)), inner)


def _too_many() -> LoadError:
    return LoadError(
        f"the page has more than {MOST_TOKENS} tags and pieces of text: that is no press release",
        f"die Seite hat mehr als {MOST_TOKENS} Tags und Textstücke: das ist keine Pressemitteilung",
    )
