"""Which tables hold data, and which only put a page in order."""

from presslint.load.html_tree import Element, Tree

_LAYOUT = frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "ul",
        "ol",
        "article",
        "section",
        "header",
        "footer",
        "nav",
        "form",
        "blockquote",
    ]
)
_CELLS = frozenset(("td", "th"))
_LONGEST = 400  # characters in a cell of a table that holds data


def table_of(row: Element) -> Element | None:
    """Return the table that a row stands in; a row may stand alone in a fragment."""
    table = row.parent
    while table is not None and table.name != "table":
        table = table.parent
    return table


def holds_data(table: Element, tree: Tree) -> bool:
    """Tell whether a table holds data: short cells, some of them beside others, and no parts of a page."""
    if table.value("role") in ("presentation", "none"):
        return False
    widest = cells = 0
    row: Element | None = None
    for index in range(table.index + 1, table.inside):  # no slice: tables may be nested without end
        element = tree.elements[index]
        if element.name in _LAYOUT:
            return False
        if element.name in _CELLS:
            if element.length > _LONGEST:
                return False
            cells = cells + 1 if element.parent is row else 1
            row = element.parent
            widest = max(widest, cells)
    return widest > 1
