"""What stands at a place of a file, read without any of presslint's own code.

Text formats are cut by line and column, and what was cut is looked for in what a parser of that format makes of the
file. DOCX and ODT are unpacked and their paragraphs counted; PDF is read by pdftotext, mail by the standard library.
"""

import email
import html
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from email import policy
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_BODY = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}body"
_BREAK = "\u2028"
_PROPERTIES = {"docx": "docProps/core.xml", "odt": "meta.xml"}

Place = dict[str, Any]


def right(path: str, place: Place) -> bool:
    """Tell whether the file holds, at the place of a finding, the text that was reported there."""
    suffix = path.rpartition(".")[2]
    snippet = place["snippet"]
    if not snippet:
        return (place["line"], place["column"]) == (1, 1)
    if place["place"].startswith("field:") and suffix in {"docx", "odt", "pdf", "eml"}:
        return folded(snippet) in folded(_properties(path, suffix))
    if suffix == "pdf":
        return _on_page(path, place)
    held = cut(lines(path, suffix), place)
    return folded(held[: len(snippet)]) == folded(snippet) and _known(path, suffix, snippet)


def folded(text: str) -> str:
    """Return a text with every run of white space as one blank."""
    return " ".join(text.replace(_BREAK, " ").split())


def cut(found: tuple[str, ...], place: Place) -> str:
    """Return what stands between two places, lines and columns from 1."""
    first, last = int(place["line"]) - 1, int(place["end_line"]) - 1
    if last >= len(found):
        return ""
    if first == last:
        return found[first][place["column"] - 1 : place["end_column"] - 1]
    inner = found[first + 1 : last]
    return "\n".join((found[first][place["column"] - 1 :], *inner, found[last][: place["end_column"] - 1]))


@cache
def lines(path: str, suffix: str) -> tuple[str, ...]:
    """Return the lines of a file, as people count them in its format."""
    if suffix == "docx":
        return tuple(_word_paragraphs(path))
    if suffix == "odt":
        return tuple(_open_paragraphs(path))
    if suffix == "eml":
        message = email.message_from_bytes(Path(path).read_bytes(), policy=policy.default)
        part = message.get_body(("plain", "html"))
        text = str(part.get_content()) if part is not None else ""
    else:
        text = Path(path).read_bytes().decode("utf-8")
    return tuple(re.split(r"\r\n|\n|\r", text))


def _tree(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - of files that this program has made


def _word_paragraphs(path: str) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        body = _tree(package.read("word/document.xml"))
    signs = {f"{_W}tab": "\t", f"{_W}br": _BREAK, f"{_W}cr": _BREAK, f"{_W}noBreakHyphen": "\u2011"}
    for paragraph in body.iter(f"{_W}p"):
        parts = [
            one.text or "" if one.tag == f"{_W}t" else signs.get(one.tag, "")
            for one in _below(paragraph, f"{_W}p", f"{_W}pPr")
        ]
        yield "".join(parts)


def _below(element: ET.Element, *closed: str) -> Iterator[ET.Element]:
    for child in element:
        if child.tag not in closed:
            yield child
            yield from _below(child, *closed)


def _open_paragraphs(path: str) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        body = _tree(package.read("content.xml")).find(_BODY)
    for element in body.iter() if body is not None else ():
        if element.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
            yield "".join(_open_text(element))


def _open_text(element: ET.Element) -> Iterator[str]:
    yield _blank_folded(element.text)
    for child in element:
        if child.tag == f"{_TEXT}line-break":
            yield _BREAK
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}s":
            yield " " * int(child.get(f"{_TEXT}c", "1"))
        elif child.tag not in {f"{_TEXT}p", f"{_TEXT}h"}:
            yield from _open_text(child)
        yield _blank_folded(child.tail)


def _blank_folded(text: str | None) -> str:
    """OpenDocument takes runs of white space for one blank; those that count are elements."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _on_page(path: str, place: Place) -> bool:
    """Tell whether the lines of the page hold the text."""
    page = _page(path, place["page"] or 1)
    return folded(place["snippet"]) in folded(" ".join(page[place["line"] - 1 : place["end_line"]]))


@cache
def _page(path: str, number: int) -> tuple[str, ...]:
    program = shutil.which("pdftotext")
    if program is None:
        raise SystemExit("pdftotext is not installed: it is what places in PDF are compared with")
    command = [program, "-f", str(number), "-l", str(number), "-layout", "-enc", "UTF-8", path, "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    return tuple(line.strip() for line in text.replace("\f", "").split("\n") if line.strip())


@cache
def _properties(path: str, suffix: str) -> str:
    if suffix in _PROPERTIES:
        with zipfile.ZipFile(path) as package:
            parts = [package.read(name).decode() for name in package.namelist() if name.endswith(".xml")]
        return html.unescape(" ".join(parts))
    if suffix == "eml":
        message = email.message_from_bytes(Path(path).read_bytes(), policy=policy.default)
        return " ".join(str(value) for value in message.values())
    told = subprocess.run(["pdfinfo", path], capture_output=True, check=False).stdout.decode("utf-8", "replace")
    told = re.sub(r":\s+yes$", ": true", re.sub(r":\s+no$", ": false", told, flags=re.MULTILINE), flags=re.MULTILINE)
    return told + Path(path).read_bytes().decode("latin-1")


def _known(path: str, suffix: str, snippet: str) -> bool:
    """Tell whether a parser of a text format finds the text as well, without its markup."""
    parser = _PARSERS.get(suffix)
    return parser is None or parser(path, snippet)


def _in_json(path: str, snippet: str) -> bool:
    try:
        shown = json.loads(f'"{snippet}"')
    except ValueError:
        shown = snippet
    return any(shown in value for value in _strings(json.loads(Path(path).read_text(encoding="utf-8"))))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _in_xml(path: str, snippet: str) -> bool:
    tree = _tree(Path(path).read_bytes())
    values = " ".join((*tree.itertext(), *(value for element in tree.iter() for value in element.attrib.values())))
    return folded(_bare(snippet)) in folded(values)


@cache
def _html_parser() -> Any:
    """Return html5lib, or None where it is not installed: pages are only cut by line and column then."""
    return import_module("html5lib") if find_spec("html5lib") else None


def _in_page(path: str, snippet: str) -> bool:
    parser = _html_parser()
    if parser is None:
        return True
    tree = parser.parse(Path(path).read_text(encoding="utf-8"), namespaceHTMLElements=False)
    values = " ".join((*tree.itertext(), *(value for element in tree.iter() for value in element.attrib.values())))
    return folded(_bare(snippet)) in folded(values)


def _bare(snippet: str) -> str:
    return html.unescape(re.sub(r"</?[A-Za-z!][^<>]*>", "", snippet))


_PARSERS: dict[str, Callable[[str, str], bool]] = {"json": _in_json, "xml": _in_xml, "html": _in_page}
