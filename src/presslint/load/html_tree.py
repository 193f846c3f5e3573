"""Tokens to elements: which start tag each end tag ends, forgiving as browsers are, and how much text each holds.

No document tree of the standard: text is never moved, so places stay in order. Elements are ranges of tokens that nest.
"""

from collections.abc import Collection

from presslint.load.html_attributes import NONE, Attribute, attributes
from presslint.load.html_tokens import CLOSE, OPEN, REFERENCE, TEXT, Token
from presslint.text.lazy import regex

VOID = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_INLINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var slot"
)
INLINE = frozenset(_INLINE.split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
# what nobody reads as text: programs, styles, drawings, and controls of forms
UNREAD = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "svg",
        "iframe",
        "select",
        "textarea",
        "button",
        "option",
        "datalist",
        "object",
        "audio",
        "video",
        "canvas",
        "noframes",
        "noembed",
        "applet",
        "map",
        "progress",
        "meter",
    ]
)
# what ends when one of these begins (WHATWG HTML, 13.1.2.4 Optional tags), and what it does not reach out of
_ENDS = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr", "caption"), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tbody": (("tbody", "thead", "tfoot", "caption", "colgroup"), ("table",)),
    "tfoot": (("tbody", "thead", "tfoot", "caption", "colgroup"), ("table",)),
    "thead": (("tbody", "thead", "tfoot", "caption", "colgroup"), ("table",)),
    "option": (("option",), ("select", "datalist", "optgroup")),
    "a": (("a",), ("table", "body")),
    "body": (("head",), ()),
}
_ENDS_PARAGRAPH = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dd",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "plaintext",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "ul",
        "xmp",
    ]
)
_SCOPES = frozenset(("table", "td", "th", "caption", "template", "html", "body"))
_CELLS = frozenset(("td", "th", "caption"))
_OUT_OF_CELLS = frozenset(("table", "tr", "tbody", "thead", "tfoot", "html", "body"))
_BLOCKS_STOP: Collection[str] = frozenset(("html", "body", "table"))
_SINGLE = frozenset(("svg", "math", "path", "use", "g", "rect", "circle", "polygon", "line", "ellipse"))
_LOOK = 100  # tokens without text that are looked through for some
_DEPTH = 200  # elements that an end tag looks back: deeper nesting is made to hang programs
_FILLED = regex(r"[^\t\n\f\r ]")


class Element:
    """One element. ``first`` is the index of its start tag among the tokens, ``last`` of the token that ends it.

    ``start`` and ``end`` are its offsets in the text. ``length`` counts the characters in it, ``linked`` those of them
    in links, without the white space around; ``inside`` is the index of the first element behind it.
    """

    __slots__ = (
        "attrs",
        "end",
        "first",
        "index",
        "inside",
        "last",
        "length",
        "linked",
        "name",
        "parent",
        "start",
    )

    def __init__(
        self, name: str, attrs: dict[str, Attribute], first: int, start: int, parent: "Element | None"
    ) -> None:
        self.name = name
        self.attrs = attrs
        self.first = first
        self.last = first
        self.start = start
        self.end = start
        self.parent = parent
        self.length = 0
        self.linked = 0
        self.index = 0
        self.inside = 0

    def value(self, name: str) -> str:
        """Return the value of an attribute, or nothing."""
        found = self.attrs.get(name)
        return found.value if found is not None else ""


class Tree:
    """The elements of one page, in the order of their start tags; the first stands for all of it."""

    __slots__ = ("_open", "_stack", "_unread", "at", "elements", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.elements: list[Element] = []
        self.at: dict[int, Element] = {}
        self._stack: list[Element] = []
        self._open: dict[str, int] = {}
        self._unread = 0
        self._build()

    @property
    def root(self) -> Element:
        """All of the page."""
        return self.elements[0]

    def within(self, element: Element) -> list[Element]:
        """Return the elements in one."""
        return self.elements[element.index + 1 : element.inside]

    def shown(self, element: Element, limit: int = 1000) -> str:
        """Return the text in an element with its white space folded, up to some length, without what nobody reads."""
        parts: list[str] = []
        size = 0
        place = element.first
        last = min(element.last, place + limit // 2 + _LOOK)
        while place < last and size < limit:
            kind, start, end, name = self.tokens[place]
            if kind == TEXT:
                parts.append(self.text[start : min(end, start + limit)])
                size += end - start
            elif kind == REFERENCE:
                parts.append(name)
                size += 1
            elif kind == OPEN and (name in UNREAD or name in VOID):
                parts.append(" ")
                inner = self.at.get(place)
                place = inner.last if inner is not None else place
            elif name not in INLINE:
                parts.append(" ")
            place += 1
        return " ".join("".join(parts).split())[:limit]

    def _build(self) -> None:
        text, stack = self.text, self._stack
        self._push("", NONE, -1, 0)
        for number, (kind, start, end, name) in enumerate(self.tokens):
            if kind == TEXT:
                if not self._unread:
                    first = _FILLED.search(text, start, end)
                    if first is not None:
                        stack[-1].length += end - first.start()
            elif kind == OPEN:
                if name not in VOID:
                    self._begin(name, number, start, end)
            elif kind == CLOSE:
                self._end(name, number, end)
            elif kind == REFERENCE:
                stack[-1].length += not self._unread
        while stack:
            self._pop(len(self.tokens), len(text))

    def _begin(self, name: str, number: int, start: int, end: int) -> None:
        if name in _ENDS:
            self._imply(name, number, start)
        if name in _ENDS_PARAGRAPH and "p" in self._open:
            self._pop_to(("p",), _SCOPES, number, start)
        self._push(name, attributes(self.text, name, start, end), number, start)
        if self.text[end - 2] == "/" and name in _SINGLE:
            self._pop(number, end)

    def _imply(self, name: str, number: int, start: int) -> None:
        ended, within = _ENDS[name]
        self._pop_to(ended, within, number, start)

    def _end(self, name: str, number: int, end: int) -> None:
        if name not in self._open:
            return
        if name in INLINE:
            stops: Collection[str] = _BLOCKS_STOP
        else:
            stops = _OUT_OF_CELLS if name in _CELLS else _SCOPES if name not in _SCOPES else ()
        self._pop_to((name,), stops, number, end)

    def _pop_to(self, names: Collection[str], stops: Collection[str], number: int, end: int) -> None:
        """End the innermost element with one of the names, and what is in it, unless a stop is found before."""
        stack = self._stack
        for depth in range(1, min(len(stack), _DEPTH)):
            name = stack[-depth].name
            if name in names:
                for _ in range(depth):
                    self._pop(number, end)
                return
            if name in stops or (stops is _BLOCKS_STOP and name not in INLINE):
                return

    def _push(self, name: str, attrs: dict[str, Attribute], number: int, start: int) -> None:
        stack = self._stack
        element = Element(name, attrs, number, start, stack[-1] if stack else None)
        element.index = len(self.elements)
        self.elements.append(element)
        if number >= 0:
            self.at[number] = element
        stack.append(element)
        self._open[name] = self._open.get(name, 0) + 1
        self._unread += name in UNREAD

    def _pop(self, number: int, end: int) -> None:
        element = self._stack.pop()
        name = element.name
        element.last, element.end, element.inside = number, end, len(self.elements)
        left = self._open[name] - 1
        if left:
            self._open[name] = left
        else:
            del self._open[name]
        self._unread -= name in UNREAD
        parent = element.parent
        if parent is not None:
            parent.length += element.length
            parent.linked += element.length if name == "a" else element.linked
