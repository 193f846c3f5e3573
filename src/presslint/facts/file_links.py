"""Links to files of the repository, and to headings, resolved without asking any server.

A release out of its repository has lost what its links lead to, and a site generator resolves many of them otherwise
than folders do. So a link is called broken only where the tree shows that its target has to be there: the folder
exists and holds files of the same kind, or another link of the same release leads where it says.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from presslint.facts.paths import Found, Tree, alike, suffix
from presslint.model.facts import LinkFact
from presslint.model.outside import FileFact, Files
from presslint.model.release import Release
from presslint.text.anchors import anchors, folded
from presslint.text.lazy import regex

_LONGEST = 1000
_TEXTS = ("md", "markdown")
_HOSTLIKE = ("md", "zip", "mov")  # endings of files that are top-level domains too
_UNUSABLE = regex(r"[\x00-\x1f\x7f<>\"{}|\\^`@$]")
# anchors that nobody writes: they lead to the top of the page, to footnotes, or tell a program what to do
_MADE = regex(r"top$|content$|main$|footer$|header$|fn|[_!/]|[^=:~]*[=:~]", re.IGNORECASE)
_TRIES = 20  # broken links of one release for which what was meant is looked for


class _Guess(NamedTuple):
    """A fact, and the kind of link that has to lead somewhere in this release for it to be believed, or nothing."""

    fact: FileFact
    unless: str = ""


def resolve(release: Release, files: Files | None, links: Iterable[LinkFact]) -> Iterator[FileFact]:
    """Yield those of ``links``, which have no scheme, of which it is known where they lead, in their order."""
    looker = _Looker(release, files)
    for link in links:
        looker.look(link)
    return looker.facts()


class _Looker:
    """Resolves the links of one release."""

    def __init__(self, release: Release, files: Files | None) -> None:
        self.release = release
        self.files = files
        self.tree = Tree(files, release.source.path) if files is not None else None
        self._guesses: list[_Guess] = []
        self._lead: set[str] = set()
        self._anchors: dict[str, frozenset[str]] = {}
        self._tries = _TRIES

    def look(self, link: LinkFact) -> None:
        """Resolve one link and remember what came of it."""
        if len(link.target) > _LONGEST or _UNUSABLE.search(link.target):
            return
        rest, _, fragment = link.target.partition("#")
        path = rest.partition("?")[0]
        if not rest:
            self._anchor(link, unquote(fragment), self.release.source.text)
            return
        decoded = unquote(path)
        if self.tree is None or not path or not decoded.isprintable() or (link.host and not _is_file(link.host, path)):
            return
        found = self.tree.find(path, decoded, near=self._tries > 0)
        if found is None:
            return
        if found.problem:
            self._broken(link, found, link.target[len(path) :])
            return
        self._leads(link, "file")
        if fragment and suffix(found.path) in _TEXTS:
            self._anchor(link, unquote(fragment), self._text(found.path))

    def facts(self) -> Iterator[FileFact]:
        """Yield what is known, in the order of the text."""
        for fact, unless in self._guesses:
            if not unless or unless in self._lead:
                yield fact

    def _leads(self, link: LinkFact, kind: str) -> None:
        self._lead.add(kind)
        self._add(link)

    def _add(self, link: LinkFact, problem: str = "", meant: str = "", unless: str = "") -> None:
        fact = FileFact(link.span, link.text, link.zone, link.confidence, link, problem, meant)
        self._guesses.append(_Guess(fact, unless))

    def _broken(self, link: LinkFact, found: Found, rest: str) -> None:
        self._tries -= 1
        meant = found.meant + rest if found.meant else ""
        # a text is moved and renamed with its site: without a likeness, other links have to show that texts are here
        doubtful = found.problem == "missing" and not meant and suffix(found.path) in _TEXTS
        self._add(link, found.problem, meant, "file" if doubtful else "")

    def _text(self, path: str) -> str:
        return (self.files.text(path) if self.files is not None else None) or ""

    def _anchor(self, link: LinkFact, fragment: str, text: str) -> None:
        if not fragment or _MADE.match(fragment):
            return
        forms = folded(fragment)
        known = self._known(text)
        if known.intersection(forms):
            self._leads(link, "anchor")
        elif known and any(forms):
            self._tries -= 1
            near = self._tries >= 0 and alike(forms[0], known)
            self._add(link, "anchor", unless="" if near else "anchor")

    def _known(self, text: str) -> frozenset[str]:
        if text not in self._anchors:
            self._anchors[text] = anchors(text)
        return self._anchors[text]


def _is_file(host: str, path: str) -> bool:
    """Tell whether what looks like a host is the name of a file."""
    return path.lower() == host and suffix(path) in _HOSTLIKE
