"""What a PDF says of itself: document information, XMP, language, tags, protection."""

import re
from ctypes import create_string_buffer
from typing import Any

from pypdfium2 import raw as pdfium

from presslint.load.pdf_open import is_encrypted, may_copy
from presslint.load.pdf_structure import Structure
from presslint.model.release import Field, FieldOrigin
from presslint.text.lazy import regex

_INFO = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_XMP = (
    "dc:title",
    "dc:creator",
    "dc:description",
    "dc:language",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:CreatorTool",
    "pdfuaid:part",
)
_VALUE = regex(r"<rdf:li\b[^>]{0,200}>([^<]{1,1000})</rdf:li>")
_ENTITY = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#39;": "'", "&amp;": "&"}
_LONGEST = 2000


def fields_of(document: Any, structure: Structure) -> tuple[Field, ...]:
    """Return the properties of a document, empty ones left out.

    The keys are ``pdf:`` and the name in the document information; ``pdf:Lang``, ``pdf:Marked`` (tagged),
    ``pdf:DisplayDocTitle``, ``pdf:Encrypted``, ``pdf:Copy`` and ``pdf:Pages`` tell of the whole; XMP properties have
    the key that XMP gives them. None of them stands for a release field: programs fill them in by themselves.
    """
    found = [(f"pdf:{key}", _info(document, key)) for key in _INFO]
    found += [
        ("pdf:Lang", _language(document)),
        ("pdf:Marked", _word(bool(pdfium.FPDFCatalog_IsTagged(document)))),
        ("pdf:DisplayDocTitle", _word(structure.shows_title())),
        ("pdf:Encrypted", _word(is_encrypted(document))),
        ("pdf:Copy", _word(may_copy(document))),
        ("pdf:Pages", str(pdfium.FPDF_GetPageCount(document))),
    ]
    xmp = structure.metadata()
    found += [(key, _xmp(xmp, key)) for key in _XMP] if xmp else []
    return tuple(Field(key, key, value, FieldOrigin.PROPERTY) for key, value in found if value)


def _word(value: bool) -> str:  # noqa: FBT001 - there is nothing else to say
    return "true" if value else "false"


def _info(document: Any, key: str) -> str:
    length = pdfium.FPDF_GetMetaText(document, key.encode(), None, 0)
    if not 2 < length <= 2 * _LONGEST:
        return ""
    buffer = create_string_buffer(length)
    pdfium.FPDF_GetMetaText(document, key.encode(), buffer, length)
    return _clean(buffer.raw[: length - 2].decode("utf-16-le", "replace"))


def _language(document: Any) -> str:
    buffer = (pdfium.FPDF_WCHAR * 64)()
    length = pdfium.FPDFCatalog_GetLanguage(document, buffer, 128)
    return _clean(bytes(buffer)[: length - 2].decode("utf-16-le", "replace")) if 2 < length <= 128 else ""


def _clean(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text).strip()


def _xmp(xmp: str, key: str) -> str:
    """Return the first value of a property, written as an element or as an attribute."""
    name = re.escape(key)
    element = re.search(rf"<{name}\b[^>]{{0,200}}>(.{{0,4000}}?)</{name}>", xmp, re.DOTALL)
    if element is None:
        attribute = re.search(rf"\s{name}=[\"']([^\"']{{1,1000}})[\"']", xmp)
        value = attribute[1] if attribute else ""
    else:
        item = _VALUE.search(element[1])
        value = item[1] if item else "" if "<" in element[1] else element[1]
    for entity, char in _ENTITY.items():
        value = value.replace(entity, char)
    return _clean(value)[:_LONGEST]
