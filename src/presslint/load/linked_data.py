"""What JSON-LD in a page says of the article (schema.org): headline, dates, author, with the place of every value."""

from collections.abc import Iterator

from presslint.errors import LoadError
from presslint.load.json_reader import Atom, Items, Members, Text, Value, read_json
from presslint.model.release import Field, FieldOrigin
from presslint.text.span import SourceSpan

PREFIX = "jsonld."
# types of schema.org that are the text itself; a page is heard only where no article is told of
_ARTICLES = frozenset(
    [
        "Article",
        "NewsArticle",
        "PressRelease",
        "ReportageNewsArticle",
        "BlogPosting",
        "SocialMediaPosting",
        "Report",
        "TechArticle",
        "ScholarlyArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "AdvertiserContentArticle",
        "SpecialAnnouncement",
    ]
)
_PAGES = frozenset(("WebPage", "ItemPage", "AboutPage"))
_NAMES = {
    "datePublished": "date",
    "dateModified": "updated",
    "inLanguage": "language",
    "expires": "expires",
    "author": "author",
    "author.name": "author",
    "publisher.name": "issuer",
    "description": "summary",
}
# objects of an article that tell of other things
_LEFT = frozenset(
    ("isPartOf", "breadcrumb", "potentialAction", "comment", "mentions", "hasPart", "mainEntity", "about")
)
_LONGEST = 2000  # characters of a value: longer ones are the text once more
_DEEPEST = 4
_MOST = 200


def read_linked_data(text: str, start: int, end: int) -> list[Field]:
    """Return the fields of the article that the JSON from ``start`` to ``end`` tells of; none where it is no JSON."""
    try:
        value = read_json(text[start:end])
    except LoadError:
        return []
    objects = list(_objects(value, 0))
    chosen = [item for item in objects if _types(item) & _ARTICLES] or [
        item for item in objects if _types(item) & _PAGES
    ]
    fields: list[Field] = []
    for item in chosen[:1]:
        for path, leaf in _leaves(item, "", 0):
            if len(fields) < _MOST and leaf.value.strip() and len(leaf.value) <= _LONGEST:
                span = SourceSpan(start + leaf.start, start + leaf.end)
                name = _NAMES.get(path.replace("[0]", ""), PREFIX + path)
                fields.append(Field(name, PREFIX + path, leaf.value, FieldOrigin.LINKED_DATA, span))
    return fields


def _objects(value: Value, depth: int) -> Iterator[Members]:
    """Yield the objects at the top: one, those of a list, those of a graph."""
    if isinstance(value, Members):
        yield value
        graph = value.values.get("@graph")
        if graph is not None and depth < _DEEPEST:
            yield from _objects(graph, depth + 1)
    elif isinstance(value, Items) and depth < _DEEPEST:
        for item in value.values:
            yield from _objects(item, depth + 1)


def _types(item: Members) -> set[str]:
    kind = item.values.get("@type")
    written = [kind] if isinstance(kind, Text) else list(kind.values) if isinstance(kind, Items) else []
    return {one.value.rpartition("/")[2].rpartition(":")[2] for one in written if isinstance(one, Text)}


def _leaves(value: Value, path: str, depth: int) -> Iterator[tuple[str, Text | Atom]]:
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Atom):
        if value.value != "null":
            yield path, value
    elif depth < _DEEPEST:
        if isinstance(value, Members):
            for key, inner in value.values.items():
                if key[:1] != "@" and key not in _LEFT:
                    yield from _leaves(inner, f"{path}.{key}" if path else key, depth + 1)
        else:
            for index, inner in enumerate(value.values):
                yield from _leaves(inner, f"{path}[{index}]", depth + 1)
