"""What the head of a page says of the release: title, meta elements, canonical address, structured data, language."""

from collections.abc import Collection, Iterator

from presslint.load.html_attributes import Attribute, attributes
from presslint.load.html_tokens import OPEN, REFERENCE, TEXT
from presslint.load.html_tree import Element, Tree
from presslint.load.linked_data import read_linked_data
from presslint.model.house import House
from presslint.model.release import Field, FieldOrigin
from presslint.text.span import SourceSpan

# release field → names and properties of meta elements that are evidence of it, in small letters; the best first
_DATES = (
    "article:published_time datepublished dcterms.issued dc.date.issued og:article:published_time publish_date"
    " publish-date publishdate published_time pubdate parsely-pub-date sailthru.date citation_publication_date"
    " dcterms.available dc.date dcterms.date dcterms:issued date datum release_date releasedate dcterms.created"
    " dc.date.created og:published_time"
)
_NAMES: dict[str, str] = {
    "updated": (
        "article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified dc.date.updated"
        " last-modified revised lastmod"
    ),
    "expires": "article:expiration_time",
    "author": "author dc.creator dcterms.creator article:author",
    "issuer": "dc.publisher dcterms.publisher",
    "summary": "description",
    "language": "content-language language dc.language dcterms.language",
}
_NAMED = {key: name for name, keys in _NAMES.items() for key in keys.split()} | dict.fromkeys(_DATES.split(), "date")
_RANKS = {key: rank for rank, key in enumerate(_DATES.split())}
_PREFIXES = ("og:", "twitter:", "article:", "dc.", "dcterms.", "dc:", "dcterms:")
_KEYS = ("property", "name", "itemprop", "http-equiv")
_LINKED_DATA = "application/ld+json"
MOST_FIELDS = 1000
_NEAR = 30  # elements before and behind the headline


def read_fields(tree: Tree, house: House) -> tuple[tuple[Field, ...], tuple[str, ...]]:
    """Return the fields of a page, and what they call it.

    Of several dates of publication the one whose name says so best comes first.
    """
    fields: list[Field] = []
    for field in _found(tree):
        own = house.fields.get(field.key)
        fields.append(field._replace(name=own) if own else field)
        if len(fields) >= MOST_FIELDS:
            break
    dates = sorted((field for field in fields if field.name == "date"), key=_rank)
    if dates:
        fields = [*dates, *(field for field in fields if field.name != "date")]
    titles = [field.value for field in fields if field.key in ("title", "og:title", "jsonld.headline", "twitter:title")]
    return tuple(fields), tuple(titles)


def _rank(field: Field) -> int:
    return _RANKS.get(field.key.lower(), len(_RANKS) if field.key.startswith("jsonld.") else len(_RANKS) + 1)


def _found(tree: Tree) -> Iterator[Field]:
    text = tree.text
    titled = False
    for number, (kind, start, end, name) in enumerate(tree.tokens):
        if kind != OPEN:
            continue
        if name == "meta":
            yield from _meta(attributes(text, name, start, end))
        elif name == "link":
            yield from _canonical(attributes(text, name, start, end))
        elif name in ("html", "title", "script", "time"):
            element = tree.at[number]
            if name == "html":
                yield from _language(element)
            elif name == "title":
                if not titled and not _is_drawn(element):
                    titled = True
                    yield from _title(tree, element)
            elif name == "time":
                yield from _time(element)
            elif element.value("type").strip().lower() == _LINKED_DATA:
                yield from _linked(tree, element)
        elif name == "body" and (element := tree.at[number]).attrs:
            yield from _language(element)


def _field(name: str, key: str, at: Attribute, origin: FieldOrigin) -> Field:
    return Field(name, key, at.value.strip(), origin, SourceSpan(at.start, at.end))


def _meta(attrs: dict[str, Attribute]) -> Iterator[Field]:
    content = attrs.get("content")
    if content is None or not content.value.strip():
        return
    for attribute in _KEYS:
        written = attrs.get(attribute)
        if written is None:
            continue
        key = written.value.strip()
        folded = key.lower()
        if attribute == "http-equiv" and folded != "content-language":
            continue
        if folded in _NAMED or folded.startswith(_PREFIXES):
            yield _field(_NAMED.get(folded, key), key, content, FieldOrigin.META)
            return


def _canonical(attrs: dict[str, Attribute]) -> Iterator[Field]:
    relation, address = attrs.get("rel"), attrs.get("href")
    if relation is not None and address is not None and "canonical" in relation.value.lower().split():
        yield _field("url", "canonical", address, FieldOrigin.META)


def _language(element: Element) -> Iterator[Field]:
    for name in ("lang", "xml:lang"):
        declared = element.attrs.get(name)
        if declared is not None:
            yield _field("language", f"{element.name} lang", declared, FieldOrigin.ATTRIBUTE)
            return


def _is_drawn(element: Element) -> bool:
    """Tell whether a title is that of a drawing."""
    return element.parent is not None and element.parent.name in ("svg", "symbol", "g")


def _title(tree: Tree, element: Element) -> Iterator[Field]:
    parts = []
    start = end = -1
    for kind, first, last, name in tree.tokens[element.first + 1 : element.last]:
        if kind in (TEXT, REFERENCE):
            parts.append(tree.text[first:last] if kind == TEXT else name)
            start, end = first if start < 0 else start, last
    value = "".join(parts)
    if value.strip():
        written = tree.text[start:end]
        start += len(written) - len(written.lstrip())
        end -= len(written) - len(written.rstrip())
        yield Field("title", "title", " ".join(value.split()), FieldOrigin.META, SourceSpan(start, end))


def _time(element: Element) -> Iterator[Field]:
    """Yield when the release was published, where a time element says that it tells so."""
    stamp = element.attrs.get("datetime")
    if stamp is None or not stamp.value.strip():
        return
    what = element.value("itemprop").lower()
    if "datepublished" in what or "pubdate" in element.attrs:
        yield _field("date", "datePublished", stamp, FieldOrigin.META)
    elif "datemodified" in what:
        yield _field("updated", "dateModified", stamp, FieldOrigin.META)


def near_headline(tree: Tree, headline: Element | None, dropped: Collection[int]) -> tuple[Field, ...]:
    """Return the moment that a time element beside the headline tells, if there is one and no other."""
    if headline is None:
        return ()
    found: dict[str, Field] = {}
    for element in tree.elements[max(headline.index - _NEAR, 0) : headline.inside + _NEAR]:
        if element.name == "time" and element.index not in dropped:
            stamp = element.attrs.get("datetime")
            if stamp is not None and stamp.value[:4].isdigit():
                found.setdefault(stamp.value[:10], _field("date", "time datetime", stamp, FieldOrigin.ATTRIBUTE))
    return tuple(found.values()) if len(found) == 1 else ()


def _linked(tree: Tree, element: Element) -> Iterator[Field]:
    if element.last > element.first + 1:
        _, start, end, _ = tree.tokens[element.first + 1]
        yield from read_linked_data(tree.text, start, end)
