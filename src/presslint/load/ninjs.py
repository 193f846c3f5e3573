"""ninjs, the news of IPTC in JSON: 1.x, 2.x and 3.x.

https://iptc.org/std/ninjs/ says what the properties mean. A reader sees one headline, the byline, the place, the
summary where there is one, one of the bodies, the captions and the contacts; all else is metadata.
"""

from collections.abc import Iterator

from presslint.errors import LoadError
from presslint.load import ninjs_parts as parts
from presslint.load.assembly import assemble
from presslint.load.drafts import Draft, RawMark
from presslint.load.inset import json_inset
from presslint.load.json_reader import Members, Text, read_json
from presslint.load.ninjs_fields import fields_of
from presslint.load.wire import (
    MAX_CHARACTERS,
    folded,
    html_drafts,
    is_markup,
    plain_drafts,
    too_long,
    zoned,
)
from presslint.model.house import House
from presslint.model.release import BlockKind, Release, Trace, Zone
from presslint.model.source import Source

_SIGNS_NAMES = (
    "headline headlines body_text body_xhtml body_html bodies description_text descriptions versioncreated"
    " versionCreated pubstatus pubStatus firstcreated firstCreated representationtype representationType urgency"
    " copyrightholder copyrightHolder slugline located byline by renditions associations subject subjects"
)
_SIGNS = frozenset(_SIGNS_NAMES.split())


def load(source: Source, house: House) -> Release:
    """Read a news item. Raises LoadError for what is no JSON, or JSON that is no ninjs."""
    if len(source.text) > MAX_CHARACTERS:
        raise too_long()
    item = read_json(source.text)
    if not isinstance(item, Members) or not is_item(item):
        raise _no_ninjs(item)
    reader = _Reader(source.text, item)
    drafts = reader.drafts()
    release = assemble(
        source._replace(escaping="json"),
        "ninjs",
        drafts,
        marks=reader.marks,
        fields=fields_of(item, house.fields),
        reordered=True,
    )
    # a picture, or what only announces a text
    return release._replace(traces=tuple(reader.traces), cover=parts.body(item) is None or parts.is_picture(item))


def is_item(item: Members) -> bool:
    """Tell whether an object is a news item: ``uri``, the one property that is required, and any other of ninjs."""
    standard = item.values.get("standard")
    name = standard.text("name") if isinstance(standard, Members) else None
    if name is not None and name.value.lower() == "ninjs":
        return True
    keys = item.values.keys()
    signs = sum(key in _SIGNS or key.startswith(("body_", "headline_", "description_")) for key in keys)
    return signs > 0 if "uri" in keys else signs > 1


def _no_ninjs(item: object) -> LoadError:
    if isinstance(item, Members):
        return LoadError(
            'this is JSON but no news item (ninjs): it has no "uri" with a headline, a body or other news properties',
            "das ist JSON, aber keine Nachricht (ninjs): eine „uri“ mit Überschrift, Text oder anderen"
            " Nachrichteneigenschaften fehlt",
        )
    return LoadError(
        "this is JSON but no news item (ninjs), which is one object in braces: give each item a file of its own",
        "das ist JSON, aber keine Nachricht (ninjs), die ein Objekt in geschweiften Klammern ist:"
        " jede Nachricht braucht eine eigene Datei",
    )


class _Reader:
    """Puts the texts of an item together as people read them."""

    def __init__(self, source: str, item: Members) -> None:
        self.source = source
        self.item = item
        self.marks: list[RawMark] = []
        self.traces: list[Trace] = []
        self.german = parts.language(item).startswith("de")

    def drafts(self) -> list[Draft]:
        item = self.item
        body = self._body()
        top = folded("".join(draft.text for draft in body[:4]))
        found: list[Draft] = []
        headline = parts.headline(item)
        titled = bool(body) and body[0].kind is BlockKind.HEADING and body[0].level == 1
        if headline is not None and not titled and not top.startswith(folded(headline.value)):
            found += self._headline(headline)
        for text, zone in parts.lines(item, described=not body):
            if folded(text.value) not in top[: len(text.value) + 400]:
                found += zoned(self._text(text), zone)
        found += body
        for caption in parts.captions(item):
            found += zoned(self._text(caption), Zone.CAPTION)
        for contact in parts.contacts(item, german=self.german):
            found.append(parts.contact_draft(self.source, contact))
        return found

    def _body(self) -> list[Draft]:
        body = parts.body(self.item)
        if body is None:
            return []
        drafts = self._text(body.text, markup=body.markup)
        first = drafts[0] if drafts else None
        if first is not None and first.kind is BlockKind.HEADING and first.zone is Zone.UNKNOWN:
            headline = parts.headline(self.item)
            if headline is not None and folded(headline.value) == folded(first.text):
                first.zone = Zone.HEADLINE
        return drafts

    def _headline(self, text: Text) -> Iterator[Draft]:
        for draft in self._text(text):
            draft.kind, draft.level, draft.zone = BlockKind.HEADING, 1, Zone.HEADLINE
            yield draft

    def _text(self, text: Text, *, markup: bool | None = None) -> list[Draft]:
        inset = json_inset(self.source, *text)
        if markup is None:
            markup = is_markup(text.value)
        shown = html_drafts(inset) if markup else plain_drafts(inset)
        self.marks += shown.marks
        self.traces += shown.traces
        return shown.drafts
