"""Where in a text a web address stands that no markup marks.

Three kinds are found: with a scheme (also a misspelt one, ``http//``), with ``www`` (also ``www,``), and plain
domains such as ``stadt-ahrenfeld.de``. A plain domain must be beyond doubt: file names, abbreviations, gendered words
(``Schüler.in``) and missing spaces (``Ende.Im``) look much like one. What belongs to the sentence is left out:
quotation marks, a final stop, a bracket that was opened before.
"""

import re
from collections.abc import Iterator

from presslint.facts.hosts import is_host_ending
from presslint.text.lazy import regex

# every address has one of these, and prose hardly any: the rest of the work is done only here
_ANCHOR = regex(r"\.(?=[^\W\d_]{2})|://|:\\|\\\\")
_DELIMITERS = frozenset('<>"„“”«»‹›‚‘`|·•…')
_TOKEN = regex(r"[^\s<>\"„“”«»‹›‚‘`|·•…]+")
_START = regex(
    r"(?<![A-Za-z0-9])(?:[A-Za-z][A-Za-z0-9+-]{1,20}:/{2,3}|[hH][tT]{1,3}[pP]{1,2}[sS]?(?:[:;.]?//|::?/|:\\\\|:(?=www|\w[\w-]{0,62}\.[^\W\d_]{2})|//)"
    r"|[wW]{3}\d{0,2}[.,](?=\w))|(?<![A-Za-z0-9])[A-Z]:\\(?=\w)|(?<![\\\w])\\\\(?=[\w.-]{2,63}\\\w)"
)
_DOMAIN = regex(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}([^\W\d_]{2,24}|xn--[a-z0-9-]{2,59})")
_AFTER_DOMAIN = regex(r"(?::\d{2,5})?(?:[/?#]|$|[.,;:!?)\]}'’*_]+(?:$|[(\[\W])|-(?=[A-ZÄÖÜ])|–)")
_NEXT = regex(r"[,;](?=https?:|www\.|\w[\w.+-]{0,63}@)")
_GLUED = regex(r"\.(?=[A-ZÄÖÜ](?:[a-zäöüß]|-))")
# a host that ends before a comma: what follows it is the sentence's
_HOST = regex(r"(?:[A-Za-z+-]{2,20}:/{1,3})?[\w.-]{1,200}\.(\w{2,24})(?=,)")
_FILE_END = regex(r"\.(?:html?|php|pdf|aspx?|jpe?g|png)$", re.IGNORECASE)
_TRAILING = ".,;:!?'’*–—"
_BRACKETS = {")": "(", "]": "[", "}": "{"}

# top-level domains that are also endings of files, and of words that lack a space behind a full stop
_FILES = frozenset(("zip", "mov", "md", "py", "sh", "rs", "ps", "so", "dot", "docs", "cab"))
_WORDS = frozenset(("test", "in", "im", "am", "an", "so", "zu", "da", "er", "et", "as", "do", "my", "us", "me"))
_ABBREVIATIONS = frozenset(
    (
        *("etc", "usw", "bzw", "ca", "inkl", "evtl", "ggf", "mio", "mrd", "nr", "tel", "str", "st", "dr", "prof"),
        *("max", "min", "co", "inc", "ltd", "corp", "vs", "approx", "no", "gmbh", "jr", "sr", "mr", "mrs", "ms"),
        *("hon", "rev", "dipl"),
    )
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each address in ``text``, in order and without overlap. Linear in the text."""
    done = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < done:
            continue
        start = _token_start(text, anchor.start(), done)
        token = _TOKEN.match(text, start)
        if token is None:
            continue
        done = token.end()
        yield from _in_token(text, start, token.end())


def _token_start(text: str, place: int, lowest: int) -> int:
    lowest = max(lowest, place - 300)
    while place > lowest and text[place - 1] not in _DELIMITERS and not text[place - 1].isspace():
        place -= 1
    return place


def _in_token(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the addresses between two delimiters: mostly one, but ``www.a.de,www.b.de`` are two."""
    while start < end:
        match = _START.search(text, start, end)
        if match is None:
            yield from _plain(text, start, end)
            return
        if match.start() > start:
            yield from _plain(text, start, match.start())
        following = _NEXT.search(text, match.end(), end)
        last = _end(text, match.start(), following.start() if following else end)
        if match.start() == 0 or text[match.start() - 1] != "@":
            yield match.start(), last
        start = following.end() if following else max(last, match.end())


def _end(text: str, start: int, end: int) -> int:
    """Return where the address that begins at ``start`` ends at the latest before ``end``, without sentence marks."""
    depth = {"(": 0, "[": 0, "{": 0}
    for place in range(start, end):
        sign = text[place]
        if sign in depth:
            depth[sign] += 1
        elif sign in _BRACKETS:
            depth[_BRACKETS[sign]] -= 1
            if depth[_BRACKETS[sign]] < 0:
                end = place
                break
    host = _HOST.match(text, start, end)
    if host is not None and is_host_ending(host[1]):
        end = host.end(1)
    for glued in _GLUED.finditer(text, start, end):
        before = text[start : glued.start()]
        if _FILE_END.search(before) or ("/" not in before[8:] and is_host_ending(before.rpartition(".")[2])):
            end = glued.start()
            break
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end


def _plain(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield plain domains in a token that holds neither a scheme nor ``www``."""
    place = start
    while (match := _DOMAIN.search(text, place, end)) is not None:
        place = match.end()
        if (match.start() and text[match.start() - 1] in "@.-_/\\=&#%+~") or not _is_domain(text, match, end):
            continue
        last = _end(text, match.start(), end) if place < end and text[place] in ":/?#" else place
        yield match.start(), last
        place = max(place, last)


def _is_domain(text: str, match: re.Match[str], end: int) -> bool:
    name, top = match[0], match[1]
    if not top.islower() or not is_host_ending(top):
        return False
    if not _AFTER_DOMAIN.match(text, match.end(), end) and match.end() != end:
        return False
    labels = name.lower().split(".")
    own = labels[-2]
    has_path = match.end() < end and text[match.end()] == "/"
    if own in _ABBREVIATIONS or not any(map(str.isalpha, own)) or (len(own) < 2 and not has_path):
        return False
    if labels[-1] in _FILES and not has_path:
        return False
    return labels[-1] not in _WORDS or len(labels) > 2 or has_path
