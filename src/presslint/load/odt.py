"""OpenDocument texts (ODT, OASIS OpenDocument 1.3), as they read when all tracked changes are accepted."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from presslint.errors import LoadError
from presslint.load import xml_tree
from presslint.load.archive import Archive, locked
from presslint.load.odt_body import Walker
from presslint.load.odt_meta import properties
from presslint.load.odt_names import MANIFEST, OFFICE, STYLE, TEXT
from presslint.load.odt_styles import Styles
from presslint.load.xml_document import Document, assembled, language
from presslint.load.xml_story import Margin, Story
from presslint.load.xml_tree import Parts
from presslint.model.house import House
from presslint.model.release import Paging, Release, TraceKind
from presslint.model.source import Source

_SHEET = "application/vnd.oasis.opendocument.spreadsheet"
_USUAL = "Standard"  # the name that programs give to the usual kind of page
_KINDS = (
    ("header", "header", False),
    ("header", "header-first", True),
    ("header", "header-left", False),
    ("footer", "footer", False),
    ("footer", "footer-first", True),
    ("footer", "footer-left", False),
)


def load(source: Source, house: House) -> Release:
    """Read an OpenDocument text. Raises LoadError where it is damaged, encrypted, or not what an office writes."""
    del house
    try:
        return _load(source)
    except RecursionError:
        raise xml_tree.too_deep() from None


def _load(source: Source) -> Release:
    parts = Parts(Archive(source.data))
    story = Story()
    for name in _manifest(parts):
        story.beside(TraceKind.ATTACHMENT, name, "embedded")
    content, common = parts.tree("content.xml"), parts.tree("styles.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise LoadError(
            "the OpenDocument file has no text part (content.xml): open it in its program and save it again",
            "der OpenDocument-Datei fehlt der Textteil (content.xml): im Programm öffnen und neu speichern",
        )
    styles = Styles(common, content)
    walker = Walker(story, styles)
    walker.blocks(body)
    walker.end()
    walker.read_notes()
    prose = len(story.paragraphs)
    margins = _Margins(story, styles, _first_master(body, styles))
    margins.read(common)
    told, pages = properties(parts.tree("meta.xml"))
    paging = Paging(
        total=pages,
        numbered=walker.numbered or margins.numbered,
        totalled=walker.totalled or margins.totalled,
        margins=tuple(margins.texts),
        first_only=tuple(margins.first_only),
    )
    fields = (*told, *language("fo:language", walker.languages, styles.default_language, story))
    return assembled(source, "odt", Document(story, prose, tuple(margins.shown), fields, paging))


def _manifest(parts: Parts) -> Iterator[str]:
    """Yield the sheets that are embedded. Raises LoadError where the document is encrypted."""
    root = parts.tree("META-INF/manifest.xml")
    if "encrypted-package" in parts.archive or (
        root is not None and next(root.iter(f"{MANIFEST}encryption-data"), None) is not None
    ):
        raise locked("an OpenDocument text", "ein OpenDocument-Text")
    for entry in root if root is not None else ():
        name = entry.get(f"{MANIFEST}full-path", "")
        if entry.get(f"{MANIFEST}media-type") == _SHEET and name != "/":
            yield name.rstrip("/")


def _first_master(body: Element, styles: Styles) -> str:
    """Return the kind of page that the document begins with."""
    first = next((part for part in body.iter() if part.tag in (f"{TEXT}p", f"{TEXT}h")), None)
    return (styles.master(first.get(f"{TEXT}style-name", "")) if first is not None else "") or _USUAL


class _Margins:
    """Headers and footers, each read once."""

    def __init__(self, story: Story, styles: Styles, first: str) -> None:
        self.story = story
        self.styles = styles
        self.first = first
        self.shown: list[Margin] = []
        self.texts: dict[str, None] = {}
        self.first_only: dict[str, None] = {}
        self.numbered = self.totalled = False

    def read(self, root: Element | None) -> None:
        """Read those of all kinds of pages."""
        for master in root.iter(f"{STYLE}master-page") if root is not None else ():
            name = master.get(f"{STYLE}name", "")
            begins = name == self.first
            following = master.get(f"{STYLE}next-style-name", name)
            titled = any(master.find(f"{STYLE}{kind}") is not None for _, kind, first in _KINDS if first)
            for kind, tag, first in _KINDS:
                element = master.find(f"{STYLE}{tag}")
                if element is None or element.get(f"{STYLE}display") == "false":
                    continue
                on_first = begins and (first or (not titled and not tag.endswith("-left")))
                self._margin(element, kind, on_first=on_first, only=first or (begins and following != name))

    def _margin(self, element: Element, kind: str, *, on_first: bool, only: bool) -> None:
        story = self.story
        where = f"first {kind}" if only else kind
        first = len(story.paragraphs)
        start = story.offset + bool(first)
        walker = Walker(story, self.styles, where)
        walker.blocks(element)
        walker.end()
        self.numbered, self.totalled = self.numbered or walker.numbered, self.totalled or walker.totalled
        text = story.since(start).strip()
        if not text:
            return
        story.trace(TraceKind.MARGIN, text, start=start, where=where)
        self.texts[text] = None
        if only:
            self.first_only[text] = None
        if on_first:
            self.shown.append(Margin(kind, first, len(story.paragraphs)))
