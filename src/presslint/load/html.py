"""HTML: a release as a bare fragment, as a document, or within a whole page."""

from presslint.errors import LoadError
from presslint.load.assembly import assemble
from presslint.load.drafts import Draft
from presslint.load.furniture import is_dateline
from presslint.load.html_blocks import BlockReader
from presslint.load.html_meta import near_headline, read_fields
from presslint.load.html_tokens import tokens
from presslint.load.html_tree import Tree
from presslint.load.page_release import Selection, select
from presslint.load.shapes import is_prose
from presslint.model.house import House
from presslint.model.release import BlockKind, Release, Zone
from presslint.model.source import Source
from presslint.text.lazy import regex

_XML = regex(r"\s{0,100}<\?xml\b")


def load(source: Source, house: House) -> Release:
    """Read an HTML release. Raises LoadError for a page without any text, or with more than any release has."""
    text = source.text
    tree = Tree(text, tokens(text, xml=_XML.match(text) is not None))
    fields, titles = read_fields(tree, house)
    chosen = select(tree, titles)
    if not any(field.name == "date" for field in fields):
        fields = (*near_headline(tree, chosen.headline, chosen.dropped), *fields)
    reader = _read(tree, chosen)
    if chosen.page and not reader.out.drafts:  # nothing is left of a page that is all menus: then it is all text
        reader = _read(tree, Selection((tree.root,)))
    out = reader.out
    if not out.drafts:
        raise LoadError(
            "the page has no text: a program may only fill it in a browser; save the release as a text",
            "die Seite hat keinen Text: vielleicht füllt ihn erst ein Programm im Browser; als Text speichern",
        )
    _date(out.drafts)
    release = assemble(source._replace(escaping="xml"), "html", out.drafts, marks=out.marks, fields=fields)
    return release._replace(traces=tuple(reader.traces)) if reader.traces else release


def _date(drafts: list[Draft]) -> None:
    """Take what has nothing but a date above the text for that, whatever its letters or its place in a list."""
    for draft in drafts:
        if is_prose(draft):
            return
        if len(draft.lines) == 1 and is_dateline(draft.text.replace("\t", ": ")):
            if draft.kind is BlockKind.HEADING:
                draft.zone = Zone.DATELINE
            elif draft.kind in (BlockKind.ITEM, BlockKind.ROW):
                draft.kind, draft.level, draft.zone = BlockKind.PARAGRAPH, 0, Zone.UNKNOWN


def _read(tree: Tree, chosen: Selection) -> BlockReader:
    reader = BlockReader(tree, chosen.dropped, page=chosen.page)
    for root in chosen.roots:
        reader.read(root)
    return reader
