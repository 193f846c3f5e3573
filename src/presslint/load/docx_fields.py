"""Fields of a Word document: text that the program puts in, such as page numbers and links (ISO/IEC 29500-1, 17.16)."""

import re

from presslint.text.lazy import regex

_PAGE = frozenset(("PAGE", "SECTIONPAGES"))
_TOTAL = frozenset(("NUMPAGES",))
# what these hold is for an index, a form letter or a program, not for readers
_UNSEEN = frozenset(("XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE"))
_LINK = regex(r"HYPERLINK\s(?:\s{0,20}\\[nhmt])*\s{0,20}(?:\"([^\"]*)\"|([^\s\"\\]+))?", re.IGNORECASE)
_ANCHOR = regex(r"\\l\s{1,20}(?:\"([^\"]*)\"|([^\s\"]+))", re.IGNORECASE)
NUMBER = "#"  # stands for a number that the program puts in: no rule may take it for a number that somebody typed


class Field:
    """A field that has begun: its code so far, whether its result has begun, and where that stands in the text."""

    __slots__ = ("code", "kind", "shown", "start", "target", "told")

    def __init__(self) -> None:
        self.code = ""
        self.kind = ""
        self.target = ""
        self.shown = False
        self.told = False
        self.start = 0

    def settle(self, start: int) -> None:
        """Take the code for complete; its result begins at ``start``."""
        self.shown = True
        self.start = start
        code = self.code.strip()
        self.kind = code.partition(" ")[0].upper()
        if self.kind == "HYPERLINK":
            self.target = target(code)

    @property
    def is_page(self) -> bool:
        """Tell whether it prints the number of a page."""
        return self.kind in _PAGE

    @property
    def is_total(self) -> bool:
        """Tell whether it prints the number of pages."""
        return self.kind in _TOTAL

    @property
    def hides(self) -> bool:
        """Tell whether what stands in it now is not what readers see: its code, a number, an entry of an index."""
        return not self.shown or self.is_page or self.is_total or self.kind in _UNSEEN

    @property
    def label(self) -> str:
        """What is shown of a button, which has no result: the words behind its name."""
        words = self.code.split(None, re.IGNORECASE)
        return words[2] if self.kind == "MACROBUTTON" and len(words) > 2 else ""


def target(code: str) -> str:
    """Return the address of a link, with the bookmark behind a number sign; nothing where the code names none."""
    link, anchor = _LINK.match(code), _ANCHOR.search(code)
    address = (link.group(1) or link.group(2) or "") if link else ""
    bookmark = (anchor.group(1) or anchor.group(2) or "") if anchor else ""
    return f"{address}#{bookmark}" if bookmark else address
