"""Where in a page the release stands, among menus, teasers, buttons and imprints.

Judged by elements and roles that say so, by the names of classes, by where the headline stands, and by how much of the
text is prose and how much is links. A text without such parts is taken whole.
"""

from collections.abc import Sequence
from typing import NamedTuple

from presslint.load.html_hidden import hides, is_spoken_only
from presslint.load.html_tree import HEADINGS, INLINE, UNREAD, Element, Tree
from presslint.load.page_hints import (
    CONTACT,
    DATA,
    FURNITURE,
    MAILBOX,
    PHONE,
    PRESS_MAILBOX,
    is_article,
    is_named_furniture,
    is_trail,
    names_others,
)
from presslint.text.lazy import regex

_WORD = regex(r"\w+")
_PROSE = 80  # characters of a block that is more than a line
_MOST = 0.72  # share of all prose that the element of the release holds at least
_ARTICLE = 0.4  # share of all prose that an article around the headline holds at least
_NEAR = 400  # characters around it that still belong to it: a date, a label, a caption
_CARD = 1200  # characters of the longest box with a contact
_TRAIL = 300  # characters of the longest way to a page
_LEVELS = 10  # elements around one that are looked at
_DEPTH = 100
_LISTS = frozenset(["ul", "ol", "dl", "div", "section", "table", "p", "menu"])
_HEADS = frozenset((*HEADINGS, "header"))
_PAGE = frozenset(("html", "body", ""))


class Selection(NamedTuple):
    """The elements that hold the release, in order and apart from each other, and what in them is left out.

    ``page`` says that it is a whole page, of which they are a part.
    """

    roots: tuple[Element, ...]
    dropped: frozenset[int] = frozenset()
    headline: Element | None = None
    page: bool = False


def select(tree: Tree, titles: Sequence[str]) -> Selection:
    """Return where the release stands. ``titles`` are what the metadata calls the page."""
    if not _has_furniture(tree):
        return Selection((tree.root,))
    return _Finder(tree, titles).find()


def _has_furniture(tree: Tree) -> bool:
    return any(
        element.name in FURNITURE or is_article(element) or is_named_furniture(element) for element in tree.elements
    )


class _Finder:
    """Finds the release in one page."""

    __slots__ = ("_dropped", "_elements", "_headline", "_hidden", "_own", "_prose", "_titles", "_tree")

    def __init__(self, tree: Tree, titles: Sequence[str]) -> None:
        self._tree = tree
        self._titles = titles
        self._elements = tree.elements
        self._dropped: set[int] = set()
        self._prose = [0] * len(tree.elements)
        self._headline: Element | None = None
        self._hidden: frozenset[int] = frozenset()

    def find(self) -> Selection:
        self._drop_hidden()
        self._hidden = frozenset(self._dropped)
        self._headline = self._find_headline()
        self._drop_furniture()
        self._weigh()
        root = self._root()
        self._drop_lists(root)
        self._drop_others(root)
        boxes = self._contacts(root) or self._press_box(root)
        roots = sorted((root, *boxes), key=lambda element: element.first)
        return Selection(tuple(roots), frozenset(self._dropped), self._headline, page=True)

    def _drop_hidden(self) -> None:
        """Note what nobody sees; parts of it are noted too, so that one look tells."""
        dropped = self._dropped
        for element in self._elements:
            parent = element.parent
            if (
                (parent is not None and parent.index in dropped)
                or element.name in UNREAD
                or (element.attrs and (hides(element) or is_spoken_only(element)))
            ):
                dropped.add(element.index)

    def _find_headline(self) -> Element | None:
        """Return the heading that says what the page is called, else the first of the highest level."""
        wanted = set(_WORD.findall(" ".join(self._titles).lower()))
        best: tuple[int, int, Element] | None = None
        first: Element | None = None
        other: Element | None = None
        for element in self._elements:
            if element.name not in HEADINGS or element.index in self._dropped or not element.length:
                continue
            if element.name == "h1" and (first is None or other is None):
                if not self._is_in_furniture(element):
                    first = first or element
                other = other or element
            words = set(_WORD.findall(self._tree.shown(element, 300).lower()))
            common = len(words & wanted)
            if common * 10 >= len(words) * 6 and common:
                rank = common * 3 - int(element.name[1]) - (2 if self._is_in_furniture(element) else 0)
                if best is None or rank > best[0]:
                    best = (rank, common, element)
        if best is not None and (best[1] > 1 or first is None):
            return best[2]
        return first or other

    def _is_in_furniture(self, element: Element) -> bool:
        inner: Element | None = element
        for _ in range(_DEPTH):
            if inner is None:
                break
            top = inner.name == "header" and (inner.parent is None or inner.parent.name in _PAGE)
            if top or inner.name in FURNITURE or is_named_furniture(inner):
                return True
            inner = inner.parent
        return False

    def _drop_furniture(self) -> None:
        """Leave out what says that it is no part of the article, unless it holds the headline or most of the text."""
        headline = self._headline
        whole = max(self._tree.root.length - self._tree.root.linked, 1)
        dropped = self._dropped
        for element in self._elements:
            parent = element.parent
            if element.index in dropped:
                continue
            if parent is not None and parent.index in dropped:
                dropped.add(element.index)
                continue
            if element.name in INLINE or element.name in _PAGE or not self._is_furniture(element):
                continue
            if headline is not None and element.index <= headline.index < element.inside:
                continue
            if (element.length - element.linked) * 2 > whole or self._is_card(element) or self._is_dated(element):
                continue
            dropped.add(element.index)

    def _is_furniture(self, element: Element) -> bool:
        if element.name in FURNITURE:
            return True
        if element.name == "header":
            return element.parent is None or element.parent.name == "body" or element.linked * 2 > element.length
        return is_named_furniture(element)

    def _is_card(self, element: Element) -> bool:
        """Tell whether an element is a box with a contact of the press office."""
        if (
            element.name in ("nav", "footer")
            or not 20 <= element.length <= _CARD
            or element.linked > element.length * 0.8
        ):
            return False
        if element.value("role") in ("contentinfo", "navigation"):
            return False
        text = self._tree.shown(element, _CARD)
        return CONTACT.search(text) is not None and DATA.search(text) is not None

    def _is_dated(self, element: Element) -> bool:
        """Tell whether an element right at the headline has hardly more than a date."""
        headline = self._headline
        if headline is None or not 4 <= element.length <= 120 or abs(element.index - headline.index) > 40:
            return False
        text = self._tree.shown(element, 200)
        return sum(map(str.isdigit, text)) >= 5 and element.linked * 2 <= element.length

    def _weigh(self) -> None:
        """Count the prose in every element: the text of blocks that are longer than a line and no list of links."""
        own = [element.length for element in self._elements]
        for element in self._elements:
            if element.name in INLINE or element.parent is None:
                continue
            holder = element.parent
            while holder.parent is not None and holder.name in INLINE:
                holder = holder.parent
            own[holder.index] -= element.length
        prose = self._prose
        for element in reversed(self._elements):
            index = element.index
            if index in self._dropped:
                prose[index] = 0
                continue
            if element.name not in INLINE and own[index] >= _PROSE and element.linked * 2 < element.length:
                prose[index] += own[index]
            if element.parent is not None:
                prose[element.parent.index] += prose[index]

    def _root(self) -> Element:
        """Return the smallest element with the headline and most of the prose, or what is named an article around."""
        root = self._tree.root
        while True:
            inner = self._best_child(root)
            if inner is None:
                break
            root = inner
        around: Element | None = root
        while around is not None and around.name not in _PAGE:
            if is_article(around):
                return around
            around = around.parent
        article = self._article_in(root)
        if article is not None:
            return article
        for _ in range(_LEVELS):
            around = root.parent
            if around is None or around.name in _PAGE or not self._adds_little(around, root):
                break
            root = around
        return root

    def _article_in(self, root: Element) -> Element | None:
        """Return the article around the headline, if it holds a good part of the text: the rest is a banner."""
        around = self._headline
        while around is not None and around is not root:
            if is_article(around) and self._prose[around.index] >= _ARTICLE * self._prose[root.index] > 0:
                return around if self._prose[around.index] >= _PROSE * 2 else None
            around = around.parent
        return None

    def _best_child(self, root: Element) -> Element | None:
        headline = self._headline
        place = root.index + 1
        while place < root.inside:
            element = self._elements[place]
            if element.name not in INLINE and self._prose[place] >= _MOST * self._prose[root.index] > 0:
                holds = headline is not None and element.index <= headline.index < element.inside
                needed = headline is not None and root.index <= headline.index < root.inside
                return element if holds or not needed else None
            place = element.inside
        return None

    def _adds_little(self, around: Element, root: Element) -> bool:
        added = around.length - root.length
        for element in self._elements[around.index + 1 : around.inside]:
            parent = element.parent
            if element.index in self._dropped and (parent is None or parent.index not in self._dropped):
                added -= 0 if root.index <= element.index < root.inside else element.length
        return added <= _NEAR and around.linked - root.linked <= max(60, added // 2)

    def _drop_lists(self, root: Element) -> None:
        """Leave out lists of links that are no part of the text: menus without a name, teasers."""
        place = root.index + 1
        while place < root.inside:
            element = self._elements[place]
            if element.index in self._dropped:
                place = element.inside
            elif element.length and element.name in _LISTS and self._is_menu(element):
                self._drop(element)
                place = element.inside
            else:
                place += 1

    def _is_menu(self, element: Element) -> bool:
        if not element.linked or self._holds_headline(element):
            return False
        if element.length < _TRAIL and is_trail(self._tree.shown(element, 60)):
            return True
        if element.linked < 0.8 * element.length or element.length < 20:
            return False
        links = [inner for inner in self._tree.within(element) if inner.name == "a" and inner.length]
        if len(links) < 3 or any(link.value("href").lower().startswith(("mailto:", "tel:")) for link in links):
            return False
        return element.linked < 60 * len(links) and not self._is_card(element)

    def _holds_headline(self, element: Element) -> bool:
        return self._headline is not None and element.index <= self._headline.index < element.inside

    def _drop_others(self, root: Element) -> None:
        """Leave out what stands under a heading such as „Weitere Meldungen“."""
        for element in self._tree.within(root):
            if element.name not in _HEADS or element.index in self._dropped or self._holds_headline(element):
                continue
            if not element.length or not names_others(self._tree.shown(element, 100)):
                continue
            self._drop(element)
            part = element
            for _ in range(_LEVELS):
                if part.parent is None or part.parent is root or not self._is_apart(part.parent, root):
                    break
                part = part.parent
            if part is not element:
                self._drop(part)
            else:
                self._drop_behind(element)

    def _is_apart(self, element: Element, root: Element) -> bool:
        """Tell whether an element can be a part of the page beside the release."""
        return not self._holds_headline(element) and self._prose[element.index] * 3 <= self._prose[root.index]

    def _drop_behind(self, heading: Element) -> None:
        """Leave out what follows a heading beside it, up to the next heading."""
        parent = heading.parent
        place = heading.inside
        while parent is not None and place < parent.inside:
            element = self._elements[place]
            if element.name in _HEADS or self._prose[place] > _PROSE * 3 or self._is_card(element):
                return
            self._drop(element)
            place = element.inside

    def _drop(self, element: Element) -> None:
        self._dropped.update(range(element.index, element.inside))

    def _contacts(self, root: Element) -> list[Element]:
        """Return the boxes with a contact that stand beside the release."""
        found: list[Element] = []
        place = 1
        while place < len(self._elements):
            element = self._elements[place]
            if element is root or element.index in self._dropped:
                place = element.inside
                continue
            outside = element.inside <= root.index or element.index >= root.inside
            if outside and element.name not in INLINE and element.name not in _PAGE and self._is_card(element):
                found.append(element)
                place = element.inside
            else:
                place += 1
        return found

    def _press_box(self, root: Element) -> list[Element]:
        """Return the part of the footer that is the contact of the press office, where the release has none itself."""
        if MAILBOX.search(self._tree.shown(root, root.length + _CARD)):
            return []
        footers = [element for element in self._elements if element.name == "footer" and element.inside <= root.index]
        footers += [element for element in self._elements if element.name == "footer" and element.index >= root.inside]
        best: Element | None = None
        for footer in footers:
            for element in (footer, *self._tree.within(footer)):
                if element.name in INLINE or element.index in self._hidden or not 20 <= element.length <= _CARD:
                    continue
                if (best is None or element.length < best.length) and self._is_press(element):
                    best = element
        if best is None:
            return []
        self._dropped.difference_update(set(range(best.index, best.inside)) - self._hidden)
        return [best]

    def _is_press(self, element: Element) -> bool:
        text = self._tree.shown(element, _CARD)
        return PRESS_MAILBOX.search(text) is not None and PHONE.search(text) is not None
