"""Which properties of a ninjs item people read, whatever the version calls them."""

from collections.abc import Iterator
from typing import NamedTuple

from presslint.load.drafts import APART, Draft, Line, Run
from presslint.load.inset import json_inset
from presslint.load.json_reader import Atom, Members, Text, Value
from presslint.model.release import BlockKind, Zone

_HTML_ROLES = ("xhtml", "html", "html5", "richhtml5", "main", "body", "")
_TEXT_ROLES = ("text", "plain", "plaintext", "txt")
_PHONES = frozenset(("phone", "telephone", "tel", "mobile", "cell", "cellphone", "fax", "telefax"))
_MAILS = frozenset(("email", "e-mail", "mail"))
_WEB = frozenset(("web", "url", "website", "homepage"))
_LABELS = {
    "phone": ("Phone: ", "Telefon: "),
    "mobile": ("Mobile: ", "Mobil: "),
    "fax": ("Fax: ", "Fax: "),
    "mail": ("E-mail: ", "E-Mail: "),
    "web": ("Web: ", "Web: "),
}
_PICTURES = frozenset(("picture", "graphic", "video", "audio", "animation"))
_ADDRESS = ("lines", "postalCode", "postalcode", "locality", "area", "country")


class Body(NamedTuple):
    """The body to read; ``markup`` says that it is HTML, None that its look decides."""

    text: Text
    markup: bool | None


class ContactLine(NamedTuple):
    """A line of a contact: a label that the file does not have, and the value."""

    label: str
    value: Text


def language(item: Members) -> str:
    """Return the language of an item as written, in small letters."""
    found = item.text("language")
    return found.value.lower() if found else ""


def headline(item: Members) -> Text | None:
    """Return the headline: the main one of several; the title only where there is no other."""
    listed = [(entry.text("role"), entry.text("value")) for entry in item.objects("headlines")]
    main = [value for role, value in listed if value and (role is None or role.value.lower() in ("main", "headline"))]
    if main:
        return main[0]
    found = item.text("headline", "headline_main", "headline_text")
    if found is None:
        found = next((value for _, value in listed if value), None)
    if found is None:
        key = next((key for key in sorted(item.values) if key.startswith("headline_") and item.text(key)), "")
        found = item.text(key) if key else None
    return found or item.text("title")


def body(item: Members) -> Body | None:
    """Return the body that a browser would show: HTML before plain text, other formats last."""
    bodies = [
        (entry.text("role"), entry.text("contentType", "contenttype"), entry.text("value"))
        for entry in item.objects("bodies")
    ]
    found: list[tuple[int, Body]] = []
    for role, kind, value in bodies:
        if value is not None:
            found.append(_ranked(role.value.lower() if role else "", kind.value.lower() if kind else "", value))
    for key in item.values:
        name = key.removeprefix("body_") if key.startswith("body_") else "" if key == "body" else None
        value = item.text(key) if name is not None else None
        if value is not None and name is not None:
            found.append(_ranked(name, "", value))
    return min(found, key=lambda ranked: ranked[0])[1] if found else None


def _ranked(role: str, kind: str, value: Text) -> tuple[int, Body]:
    if "html" in kind or (not kind and "html" in role):
        return (_HTML_ROLES.index(role) if role in _HTML_ROLES else 8), Body(value, markup=True)
    if kind == "text/plain" or (not kind and role in _TEXT_ROLES):
        return 20, Body(value, markup=False)
    if "xml" in kind or "nitf" in kind or "nitf" in role or value.value.lstrip().startswith("<?xml"):
        return 40, Body(value, markup=True)
    return 30, Body(value, markup=None)


def lines(item: Members, *, described: bool) -> Iterator[tuple[Text, Zone]]:
    """Yield the short texts between headline and body; the description is all the text where there is no body."""
    byline = item.text("byline", "by")
    if byline is not None:
        yield byline, Zone.SUBHEAD
    located = item.text("located")
    if located is not None:
        yield located, Zone.DATELINE
    for text in descriptions(item):
        yield text, _description_zone(item, described=described)


def _description_zone(item: Members, *, described: bool) -> Zone:
    if is_picture(item):
        return Zone.CAPTION
    return Zone.LEAD if described else Zone.SUBHEAD


def is_picture(item: Members) -> bool:
    """Tell whether an item is a picture, a film or the like, not a text."""
    kind = item.text("type")
    return kind is not None and kind.value in _PICTURES


def descriptions(item: Members) -> Iterator[Text]:
    """Yield the descriptions that say what the item is about: the first of those in several forms."""
    listed = [(entry.text("role"), entry.text("value")) for entry in item.objects("descriptions")]
    for role, value in listed:
        if value is not None and (role is None or role.value.lower() in ("text", "caption", "main", "summary", "")):
            yield value
            return
    found = item.text("description_text", "description_caption", "description", "description_xhtml", "description_html")
    if found is not None:
        yield found


def captions(item: Members) -> Iterator[Text]:
    """Yield the captions of the pictures that belong to an item."""
    inside = item.values.get("associations")
    entries = item.objects("associations")
    if isinstance(inside, Members) and not any(key in inside.values for key in ("uri", "type")):
        entries = [entry for entry in inside.values.values() if isinstance(entry, Members)]
    for entry in entries:
        if is_picture(entry):
            yield from descriptions(entry)


def contacts(item: Members, *, german: bool) -> Iterator[list[ContactLine]]:
    """Yield the contacts of an item, and of the people and organisations in it, line by line."""
    for owner in (
        item,
        *item.objects("people", "person", "organisations", "organisation", "infoSources", "infosource"),
    ):
        inside = owner.objects("contactInfo", "contactinfo")
        if not inside:
            continue
        name = owner.text("name") if owner is not item else None
        found = [ContactLine("", name)] if name is not None else []
        for entry in inside:
            found += _contact_lines(entry, german=german)
        if len(found) > (name is not None):
            yield found


def _contact_lines(entry: Members, *, german: bool) -> Iterator[ContactLine]:
    name = entry.text("name")
    if name is not None:
        yield ContactLine("", name)
    kind, value = entry.text("type"), entry.text("value")
    if value is not None:
        label = _LABELS.get(_kind(kind.value.lower() if kind else ""))
        yield ContactLine(label[german] if label and not value.value.startswith(label[german]) else "", value)
    for address in entry.objects("address"):
        for key in _ADDRESS:
            for part in _strings(address.values.get(key)):
                yield ContactLine("", part)


def _kind(kind: str) -> str:
    if "fax" in kind:
        return "fax"
    if kind in ("mobile", "cell", "cellphone"):
        return "mobile"
    return "phone" if kind in _PHONES else "mail" if kind in _MAILS else "web" if kind in _WEB else ""


def _strings(value: Value | None) -> Iterator[Text]:
    if isinstance(value, Text):
        if value.value.strip():
            yield value
    elif value is not None and not isinstance(value, (Atom, Members)):
        for inside in value.values:
            yield from _strings(inside)


def contact_draft(source: str, contact: list[ContactLine]) -> Draft:
    """Return a contact as one block with a line for each of its parts."""
    lines = []
    for number, (label, value) in enumerate(contact):
        inset = json_inset(source, *value)
        shown = value.value.strip()
        start = value.value.index(shown)
        runs = [Run(value.start, value.start, label)] if label else []
        runs += inset.runs(Run(start, start + len(shown)))
        lines.append(Line(runs, label + shown, hard=number > 0))
    return Draft(BlockKind.PARAGRAPH, lines, zone=Zone.CONTACT, gap=APART)
