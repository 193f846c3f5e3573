"""What kind of file this is: by its content first, then by its name."""

import re

from presslint.errors import LoadError
from presslint.load.decode import PDF, ZIP, is_mail
from presslint.model.source import Source
from presslint.text.lazy import regex

_PAGE = regex(
    r"\s{0,100}(?:<!--.{0,2000}?-->\s{0,100}){0,5}(?:<!doctype html|<html|<head|<body)", re.IGNORECASE | re.DOTALL
)
_XML = regex(r"\s{0,100}<\?xml\b")
_NEWS = regex(r"<(?:[\w.-]{1,40}:)?(?:newsItem|newsMessage|packageItem|conceptItem|knowledgeItem|planningItem)\b")
_XHTML = regex(r"<(?:html)\b", re.IGNORECASE)
# documents of office programs in one file of XML: the root element, and how people call the kind
_OFFICE = regex(r"<(pkg:package|w:wordDocument|office:document)\b")
_OFFICE_NAMES = {
    "pkg:package": ("a Word document as one XML file (Flat OPC)", "ein Word-Dokument als eine XML-Datei (Flat OPC)"),
    "w:wordDocument": ("a Word 2003 XML document", "ein XML-Dokument von Word 2003"),
    "office:document": ("a flat OpenDocument file", "eine OpenDocument-Datei aus einem Stück"),
}
_JSON = regex(r"\s{0,100}\{\s{0,100}[\"}]")
_MARKDOWN = regex(
    r"^(?:#{1,6} \S|```|---[ \t]*\r?\n[\w\"']|\+\+\+[ \t]*\r?\n|\[[^\]\n]{1,200}\]: ?\S)"
    r"|\]\((?:https?:|mailto:|/|#)|\*\*[^\s*]",
    re.MULTILINE,
)
_NAMES = {
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "pdf": "a PDF document",
    "eml": "a mail",
    "html": "an HTML page",
    "ninjs": "JSON",
    "newsml": "XML",
    "text": "plain text",
    "markdown": "Markdown",
}
_GERMAN = {
    "docx": "ein Word-Dokument",
    "odt": "ein OpenDocument-Text",
    "pdf": "ein PDF-Dokument",
    "eml": "eine E-Mail",
    "html": "eine HTML-Seite",
    "ninjs": "JSON",
    "newsml": "XML",
    "text": "reiner Text",
    "markdown": "Markdown",
}
_SUFFIX = {
    "docx": ".docx",
    "odt": ".odt",
    "pdf": ".pdf",
    "eml": ".eml",
    "html": ".html",
    "ninjs": ".json",
    "newsml": ".xml",
    "text": ".txt",
    "markdown": ".md",
}
# a file with one of these names that is another format was renamed or saved wrongly: its reader would be misled
_BINARY = frozenset({"docx", "odt", "pdf"})


def told(source: Source, named: str) -> str:
    """Return the format of a source; ``named`` is the one that its suffix stands for, or empty.

    Raises LoadError for what no loader reads, and for a document with the suffix of another format.
    """
    found = _by_bytes(source) if not source.text else _by_text(source.text, named)
    if found != named and (named in _BINARY or (found in _BINARY and named)):
        raise LoadError(
            f"this is {_NAMES[found]}, although its name says {_NAMES[named]}: rename it to {_SUFFIX[found]}"
            f" or save it again as {_SUFFIX[named]}",
            f"das ist {_GERMAN[found]}, obwohl der Name {_GERMAN[named]} verspricht: in {_SUFFIX[found]} umbenennen"
            f" oder neu als {_SUFFIX[named]} speichern",
        )
    return found


def _by_bytes(source: Source) -> str:
    data = source.data
    if data.startswith(ZIP):
        from presslint.load.archive import document_kind  # noqa: PLC0415 - few files are archives

        return document_kind(data)
    if is_mail(data, source.path) and not data.startswith(PDF):
        return "eml"
    return "pdf"


def _by_text(text: str, named: str) -> str:
    found = _markup(text, named)
    if found:
        return found
    if named == "ninjs" or (_JSON.match(text) and not named):
        return "ninjs"
    if named in {"eml", "html"}:
        return named
    if named in _BINARY:
        return "text"
    return named or ("markdown" if _MARKDOWN.search(text, 0, 100_000) else "text")


def _markup(text: str, named: str) -> str:
    if _PAGE.match(text):
        return "html"
    if _XML.match(text) or named == "newsml":
        office = _OFFICE.search(text, 0, 2000)
        if office:
            from presslint.load.archive import unread  # noqa: PLC0415 - as above

            raise unread(*_OFFICE_NAMES[office.group(1)])
        page = _XHTML.search(text, 0, 2000) and not _NEWS.search(text, 0, 20_000)
        return "html" if page else "newsml"
    return ""
