"""Word and OpenDocument files made of texts or of their own markup, for tests and measurements."""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    }.items()
)
_OPEN = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "meta": "meta",
        "manifest": "manifest",
    }.items()
)
_OPEN += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_OPEN += ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive of these parts, in this order; ``mimetype`` is not packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2026, 3, 2, 8, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            packed.writestr(info, content)
    return file.getvalue()


def element(name: str, content: str, prefix: str = "w") -> str:
    """Return an element of Word's markup as the root of a part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{prefix}:{name} {_SPACES}>{content}</{prefix}:{name}>'


def relations(*told: tuple[str, str, str]) -> str:
    """Return references, each an id, the last word of its type, and a target; an address is outside the package."""
    mode = {True: ' TargetMode="External"', False: ""}
    found = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{type_}" Target="{escape(target)}"{mode[":" in target]}/>'
        for name, type_, target in told
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0"?><Relationships xmlns="{space}">{found}</Relationships>'


def docx(body: str, parts: Mapping[str, str | bytes] | None = None, *told: tuple[str, str, str]) -> bytes:
    """Return a Word document: the markup of its body, further parts by name, and what the main part refers to."""
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("a", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(*told),
            "word/document.xml": element("document", f"<w:body>{body}</w:body>"),
            **(parts or {}),
        }
    )


def run(text: str, looks: str = "") -> str:
    """Return a run of Word's markup; ``looks`` is the markup of its properties."""
    shown = escape(_CONTROL.sub("", text)).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:r>{properties}<w:t xml:space='preserve'>{shown}</w:t></w:r>"


def paragraph(*runs: str, shape: str = "") -> str:
    """Return a paragraph of Word's markup; what is no markup is a run."""
    inner = "".join(one if one.startswith(("<w:", "<mc:")) else run(one) for one in runs)
    properties = f"<w:pPr>{shape}</w:pPr>" if shape else ""
    return f"<w:p>{properties}{inner}</w:p>"


def docx_of(text: str) -> bytes:
    """Return a text as it is when it is pasted into Word: every line is a paragraph."""
    return docx("".join(paragraph(line) if line else "<w:p/>" for line in _lines(text)))


def odt(
    body: str, styles: str = "", common: str = "", meta: str = "", parts: Mapping[str, str | bytes] | None = None
) -> bytes:
    """Return an OpenDocument text: the markup of its body, its styles, common parts and properties."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return archive(
        {
            "mimetype": ODT_TYPE,
            "content.xml": f"{head}<office:document-content {_OPEN}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"{head}<office:document-styles {_OPEN}>{common}</office:document-styles>",
            "meta.xml": f"{head}<office:document-meta {_OPEN}><office:meta>{meta}</office:meta></office:document-meta>",
            "META-INF/manifest.xml": f"{head}<manifest:manifest {_OPEN}/>",
            **(parts or {}),
        }
    )


def odt_of(text: str) -> bytes:
    """Return a text as it is when it is pasted into an OpenDocument text: every line is a paragraph."""
    return odt("".join(f"<text:p>{_open_line(line)}</text:p>" for line in _lines(text)))


def _open_line(line: str) -> str:
    shown = escape(_CONTROL.sub("", line)).replace("\t", "<text:tab/>")
    return re.sub(r"^ +| (?= )", lambda blank: f'<text:s text:c="{len(blank[0])}"/>', shown)


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|[\r\n\f\v\x85\u2028\u2029]", text)
