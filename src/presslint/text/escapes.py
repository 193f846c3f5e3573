r"""Escapes that were meant for a program and are shown to the reader instead: ``\_``, ``&nbsp;``, ``\n``."""

from collections.abc import Iterator
from typing import NamedTuple

from presslint.text.lazy import regex
from presslint.text.span import Span

_ESCAPE = regex(
    r"(?P<slashes>\\{1,4})(?:(?P<sign>[_*\[\]()#&~'\"])|(?P<control>[nrt])(?![a-zäöüß]))"
    r"|&(?P<entity>amp|nbsp|quot|lt|gt|apos|shy|ndash|mdash|hellip|euro|copy|reg|trade|deg|middot|bull|szlig"
    r"|[lrsb]d?quo|[lr]aquo|[aeiouAEIOU](?:uml|acute|grave|circ)|[cC]cedil|[nN]tilde|[aA]ring|[oO]slash|[aA]Elig"
    r"|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
)
_PATH = regex(r"(?:^|[\"'(„“])(?:[A-Za-z]:|\\\\\w|%\w+%|[.~]?\\\w)")
_FORMULA = regex(r"\\(?:[a-z]{3,}(?![a-z])|[a-zA-Z]+\{)|\\[dwsbDWSB][+*?{]|\$[^$\n]{1,80}\\[^$\n]{0,80}\$")
_LINE_BEFORE = regex(r"[\w.!?:,;)\]\"'“”’»%]$|^$|\\[nrt]$")


class Escape(NamedTuple):
    """A visible escape. ``mark`` is the part that must go or be decoded; ``plain`` what should be seen instead.

    ``kind`` is ``backslash``, ``entity`` or ``control`` (a line end or tab that shows as its letter).
    """

    span: Span
    mark: Span
    plain: str
    kind: str


def visible_escapes(text: str) -> Iterator[Escape]:
    """Yield the escapes that a reader of ``text`` sees; those of paths, formulas and patterns are none."""
    if "\\" not in text and "&" not in text:
        return
    for found in _ESCAPE.finditer(text):
        span = Span(*found.span())
        if found["entity"] is not None:
            yield Escape(span, Span(span.start, span.start + 1), _unescaped(found[0]), "entity")
            continue
        before = text[max(span.start - 200, 0) : span.start]
        if _is_program_text(text, span, before):
            continue
        if found["sign"] is not None:
            if before[-1:] != "¯":  # the shrugging face is meant
                yield Escape(span, Span(*found.span("slashes")), found["sign"], "backslash")
        elif len(found["slashes"]) == 1 and _LINE_BEFORE.search(before):
            yield Escape(span, span, " ", "control")


def _is_program_text(text: str, span: Span, before: str) -> bool:
    token = before.rsplit(maxsplit=1)[-1] if before and not before[-1].isspace() else ""
    if _PATH.search(token):
        return True
    if not token and text.startswith("\\\\", span.start):
        return _PATH.search(text[span.start : span.end + 20]) is not None
    return _FORMULA.search(text, max(span.start - 100, 0), span.end + 100) is not None


def _unescaped(entity: str) -> str:
    from html import unescape  # noqa: PLC0415 - its table of names is large, and few texts need it

    return unescape(entity)
