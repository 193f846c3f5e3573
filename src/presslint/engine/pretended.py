"""Examples as releases: texts that are read by their loader, and documents that are made up around a text."""

from typing import Any

from presslint.config.house import house_of
from presslint.load import load, source_from_bytes
from presslint.model.release import FieldOrigin, Page, Paging, Release, Trace, TraceKind
from presslint.model.rule import Example
from presslint.model.source import Source
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

# formats whose files are no text: an example of them is the text that a loader would make
_HEADER = regex(r"(?:From|Subject|MIME-Version): ")
_DOCUMENTS = frozenset({"docx", "odt", "pdf", "eml"})
_ORIGINS = {
    "docx": FieldOrigin.PROPERTY,
    "odt": FieldOrigin.PROPERTY,
    "pdf": FieldOrigin.PROPERTY,
    "eml": FieldOrigin.HEADER,
    "html": FieldOrigin.META,
    "ninjs": FieldOrigin.JSON,
    "newsml": FieldOrigin.XML,
}


def origin(format_: str) -> FieldOrigin:
    """Return where the metadata of a format stands."""
    return _ORIGINS.get(format_, FieldOrigin.FRONTMATTER)


def loaded(example: Example, text: str, format_: str) -> Release:
    """Return the text of an example as a release, with its traces and pages. Raises LoadError."""
    path = example.path or "-"
    # a scan has no text, which no other file may lack
    bare = format_ in _DOCUMENTS and not text.strip()
    source = Source(path, text) if bare else source_from_bytes(text.encode(), path)
    if format_ not in _DOCUMENTS or (format_ == "eml" and _HEADER.match(text)):
        release = load(source, house_of(example.house), format_)
    else:
        release = load(source, house_of(example.house), "text")
        release = release._replace(source=source._replace(derived=True), format=format_)
    traces = tuple(_trace(**trace) for trace in example.traces)
    return release._replace(traces=release.traces + traces, paging=_paging(example.paging, text, format_))


def _trace(kind: str, text: str = "", author: str = "", where: str = "") -> Trace:
    return Trace(TraceKind(kind), text, author, None, where)


def _paging(told: Any, text: str, format_: str) -> Paging:
    told = dict(told)
    pictured, unmapped = told.pop("pictured", []), told.pop("unmapped", [])
    recognised = told.pop("recognised", False)
    pages = tuple(_pages(text, pictured, unmapped, recognised)) if format_ == "pdf" else ()
    if pages and "total" not in told:
        told |= {"total": len(pages), "certain": True}
    for name in ("margins", "first_only"):
        told[name] = tuple(told.get(name, ()))
    return Paging(**told, pages=pages)


def _pages(text: str, pictured: list[float], unmapped: list[int], recognised: bool) -> "list[Page]":  # noqa: FBT001
    pages = []
    start = 0
    for number, part in enumerate(text.split("\f"), 1):
        share = pictured[number - 1] if number <= len(pictured) else 0.0
        unknown = unmapped[number - 1] if number <= len(unmapped) else 0
        at = SourceSpan(start, start + len(part))
        count = len("".join(part.split()))
        pages.append(Page(number, at, (), (), share, count, unknown, recognised))
        start = at.end + 1
    return pages
