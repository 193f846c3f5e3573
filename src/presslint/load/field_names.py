"""Which release field a metadata key stands for: data, and the one rule where two keys claim the same field."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from presslint.model.release import Field
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan


class RawField(NamedTuple):
    """One scalar as read: the full key, the value without quotation marks, and where it stands."""

    key: str
    value: str
    span: SourceSpan


# release field → keys as static site generators, content systems and press offices write them, without separators
_NAMES: dict[str, str] = {
    "title": "title headline titel überschrift ueberschrift schlagzeile titre título titulo titolo",
    "subtitle": "subtitle subheadline subhead untertitel unterzeile",
    "date": (
        "date datum releasedate pubdate datepublished veröffentlichungsdatum veroeffentlichungsdatum erscheinungsdatum"
        " datetime fecha"
    ),
    "published": (
        "publishdate published publishedat publishedon publicationdate dateofpublication veröffentlicht veroeffentlicht"
        " veröffentlichtam publishat"
    ),
    "updated": (
        "updated updatedat lastmod lastmodified modified datemodified lastupdated aktualisiert aktualisiertam stand"
    ),
    "expires": "expires expirydate expirationdate unpublishdate validuntil gültigbis gueltigbis ablaufdatum",
    "embargo": "embargo embargountil embargoed embargoeduntil embargodate sperrfrist sperrfristbis",
    "language": "language lang sprache locale",
    "issuer": "issuer organisation organization publisher herausgeber absender company firma",
    "author": "author authors autor autorin autoren byline",
    "contact": "contact contacts presscontact mediacontact pressekontakt medienkontakt kontakt ansprechpartner",
    "slug": "slug",
    "summary": "summary teaser description abstract excerpt beschreibung zusammenfassung vorspann",
    "place": "place location ort city",
    "type": "type",
}
_OTHERS = "layout tags categories category keywords draft image weight url aliases permalink presslint id"
_COMMON = frozenset(_OTHERS.split())
_CANONICAL = {key: name for name, keys in _NAMES.items() for key in keys.split()}
_PARTS = {
    "phone": "phone tel telefon telephone fon mobile mobil",
    "fax": "fax telefax",
    "email": "email mail",
    "name": "name",
    "url": "url web website homepage",
}
_PART = {key: name for name, keys in _PARTS.items() for key in keys.split()}
# the release fields, and those of a contact, as in "contact.phone"
FIELDS = tuple(_NAMES)
CONTACT_PARTS = tuple(_PARTS)
_SEPARATORS = regex(r"[-_\s]")
_INDEX = regex(r"\[\d+\]")


def is_known(key: str) -> bool:
    """Tell whether a key is one that releases have, whatever it stands for."""
    return _folded(key) in _CANONICAL or _folded(key) in _COMMON


def named(raw: Iterable[RawField], house: Mapping[str, str]) -> tuple[Field, ...]:
    """Give every scalar the name of its release field. ``house`` maps keys as written to names and wins.

    A key such as ``publishDate`` is the date of the release only where no key says so itself: with both, it tells
    when a web site shows the page.
    """
    fields = [Field(_name(field.key, house), field.key, field.value, span=field.span) for field in raw]
    if any(field.name == "date" and field.value for field in fields):
        return tuple(fields)
    return tuple(
        field._replace(name="date") if field.name == "published" and _is_dated(field.value) else field
        for field in fields
    )


def _is_dated(value: str) -> bool:
    return any(character.isdigit() for character in value)


def _name(key: str, house: Mapping[str, str]) -> str:
    if key in house:
        return house[key]
    path: Sequence[str] = _INDEX.sub("", key).split(".")
    head = _CANONICAL.get(_folded(path[0]), path[0])
    if head == "contact" and len(path) > 1:
        return ".".join((head, _PART.get(_folded(path[1]), path[1]), *path[2:]))
    return ".".join((head, *path[1:]))


def _folded(key: str) -> str:
    return _SEPARATORS.sub("", key).casefold()
