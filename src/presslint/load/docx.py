"""Word documents (DOCX, ISO/IEC 29500), as they read when all tracked changes are accepted."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from presslint.errors import LoadError
from presslint.load import xml_tree
from presslint.load.docx_body import Walker
from presslint.load.docx_margins import read_margins
from presslint.load.docx_runs import Settings, words
from presslint.load.ooxml_names import WP, W, switch
from presslint.load.ooxml_numbering import Numbering
from presslint.load.ooxml_package import Package
from presslint.load.ooxml_properties import field, properties
from presslint.load.ooxml_styles import Styles
from presslint.load.xml_document import Document, assembled, language
from presslint.load.xml_story import Story
from presslint.model.house import House
from presslint.model.release import Field, Paging, Release, TraceKind, Zone
from presslint.model.source import Source

_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}
_EMBEDDED = "word/embeddings/"


def load(source: Source, house: House) -> Release:
    """Read a Word document. Raises LoadError where it is damaged, encrypted, or not what Word writes."""
    del house
    try:
        return _load(source)
    except RecursionError:
        raise xml_tree.too_deep() from None


def _load(source: Source) -> Release:
    package = Package(source.data)
    root = package.tree(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if root is None or body is None:
        raise LoadError(
            "the text part of the Word document is no text of Word: open it in Word and save it again",
            "der Textteil des Word-Dokuments ist kein Text von Word: in Word öffnen und neu speichern",
        )
    if next(body.iter(f"{W}altChunk"), None) is not None:
        raise LoadError(
            "the text of this Word document is in an embedded file: open it in Word and save it again",
            "der Text dieses Word-Dokuments steckt in einer eingebetteten Datei: in Word öffnen und neu speichern",
        )
    styles = Styles(package.tree(package.part("styles")))
    numbering = Numbering(package.tree(package.part("numbering")))
    settings = Settings(styles, numbering, package.relations, coloured=_is_coloured(root))
    story = Story()
    walker = Walker(story, settings)
    walker.blocks(body)
    walker.end()
    _notes(package, walker)
    prose = len(story.paragraphs)
    margins = read_margins(package, body, story, settings)
    _comments(package, walker)
    _beside(package, story)
    told, pages = properties(package)
    paging = Paging(
        total=pages,
        numbered=walker.numbered or margins.numbered,
        totalled=walker.totalled or margins.totalled,
        margins=margins.texts,
        first_only=margins.first_only,
    )
    fields = (*told, *language("w:lang", walker.languages, styles.default_language, story), *_template(package))
    return assembled(source, "docx", Document(story, prose, margins.shown, fields, paging))


def _is_coloured(root: Element) -> bool:
    """Tell whether the pages have a colour, or a picture behind the text: what is white can be seen then."""
    background = root.find(f"{W}background")
    if background is not None and background.get(f"{W}color", "auto").upper() not in ("AUTO", "FFFFFF"):
        return True
    return any(anchor.get("behindDoc") in ("1", "true") for anchor in root.iter(f"{WP}anchor"))


def _notes(package: Package, walker: Walker) -> None:
    """Read the notes that the text cites, in the order in which it does."""
    walker.zone = Zone.NOTE
    roots: dict[str, dict[str, Element]] = {}
    settings = walker.settings
    for kind, name in tuple(dict.fromkeys(walker.cited)):
        if kind not in roots:
            part = package.part(_NOTES[kind])
            root = package.tree(part) if part else None
            found = root.iter(f"{W}{kind}") if root is not None else ()
            roots[kind] = {note.get(f"{W}id", ""): note for note in found}
            walker.settings = settings._replace(where=kind, relations=package.relations_of(part) if part else {})
        note = roots[kind].get(name)
        if note is not None:
            walker.blocks(note)
            walker.end()


def _comments(package: Package, walker: Walker) -> None:
    part = package.part("comments")
    root = package.tree(part) if part else None
    for comment in root.iter(f"{W}comment") if root is not None else ():
        text = " ".join("".join(words(paragraph)) for paragraph in comment.iter(f"{W}p"))
        at = walker.comments.get(comment.get(f"{W}id", ""))
        walker.story.comment(text, comment.get(f"{W}author", ""), at)


def _beside(package: Package, story: Story) -> None:
    """Note what the settings say, and which files are in the document."""
    part = package.part("settings")
    root = package.tree(part) if part else None
    if root is not None and switch(root, "trackRevisions"):
        story.beside(TraceKind.TRACKING)
    for name in package.archive.names:
        if name.startswith(_EMBEDDED):
            story.beside(TraceKind.ATTACHMENT, name.rpartition("/")[2], "embedded")


def _template(package: Package) -> Iterator[Field]:
    """Yield where the template of the document lies, if it is attached by its path."""
    part = package.part("settings")
    for relation in package.relations_of(part).values() if part else ():
        found = field("attachedTemplate", relation.target) if relation.type == "attachedTemplate" else None
        if found is not None:
            yield found
