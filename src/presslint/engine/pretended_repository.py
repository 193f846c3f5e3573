"""What an example of a rule says about the releases around its own: the index of them, and the states it had before."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from presslint.checks import Context
from presslint.checks.repository_claims import Claims, claims_of
from presslint.checks.repository_entries import Wanted, entry_of
from presslint.checks.repository_index import Index
from presslint.config.house import house_of
from presslint.config.registries import pretended as registries_of
from presslint.engine import pretended
from presslint.engine.places import Places
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.house import House
from presslint.model.outside import Files, Outside
from presslint.model.release import Field, Release
from presslint.model.repository import Claim, Neighbour, Repository, Version
from presslint.model.rule import Example

_RELEASES = (".md", ".txt", ".markdown", ".html")
_EVERYTHING = Wanted(alike=True, translations=True, links=True)


def house(example: Example) -> House:
    """Return the house of an example, with the registries that it names among its files. Raises ConfigError."""
    return house_of(example.house)._replace(registries=registries_of(example.repository, example.files))


def repository(example: Example, files: Files | None, release: Release | None = None) -> Repository:
    """Return the releases of an example, of which ``release`` is its own; read when something is asked about them."""
    around = _Around(example, files, release)
    return Repository(around.claims, around.open)


def history(example: Example) -> "Callable[[str], tuple[Version, ...]]":
    """Return what tells the earlier states of the release of an example."""

    def text(told: Any) -> str:
        return str(told["text"])

    states = tuple(
        Version(_day(told["date"]), int(told.get("changed", 1)), told.get("subject", ""), partial(text, told))
        for told in example.history
    )
    return lambda _path: states


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


class _Around:
    """The releases of one example: its own and those among its files."""

    def __init__(self, example: Example, files: Files | None, release: Release | None) -> None:
        self._own = release
        self._example = example
        self._outside = Outside(None, files)
        self._house = house(example)
        self._known: Claims | None = None

    def claims(self, check: str, path: str) -> tuple[Claim, ...]:
        if self._known is None:
            index = Index()
            for shown, release in sorted(self._releases()):
                facts = Facts(release, self._house, None, self._outside)
                index.add(shown, entry_of(Context(release, facts, date.max), _EVERYTHING))
            self._known = claims_of(index)
        return self._known.get((check, path), ())

    def open(self, path: str) -> Neighbour | None:
        text = self._example.files.get(path)
        if text is None:
            return None
        release = self._loaded(path, text)
        return Neighbour(path, release, Facts(release, self._house, None, self._outside), Places(release).at)

    def _releases(self) -> Iterator[tuple[str, Release]]:
        example = self._example
        if self._own is None:
            own = pretended.loaded(example, example.text, example.format or "text")
            fields = tuple(Field(key, key, value) for key, value in example.fields.items())
            self._own = own._replace(fields=own.fields + fields)
        yield self._own.source.path, self._own
        for path, text in example.files.items():
            if path.endswith(_RELEASES):
                yield path, self._loaded(path, text)

    def _loaded(self, path: str, text: str) -> Release:
        return load(source_from_bytes(text.encode(), path), self._house)
