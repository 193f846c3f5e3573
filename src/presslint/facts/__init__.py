"""Floor 2: facts drawn from a release. Each kind is extracted once, when it is first asked for."""

from collections.abc import Callable, Iterable
from datetime import date
from importlib import import_module
from typing import Any, TypeVar

from presslint.model import facts as kinds
from presslint.model.house import House
from presslint.model.outside import FileFact, Outside, VisitFact
from presslint.model.release import Release
from presslint.model.repository import NumberFact

K = TypeVar("K")

# kind of fact → module of this floor whose `extract` yields it; imported when the kind is first asked for
EXTRACTORS: dict[type, str] = {
    kinds.Language: "language",
    kinds.QuoteFact: "quotes",
    kinds.LinkFact: "links",
    kinds.EmailFact: "emails",
    kinds.DateFact: "dates",
    kinds.RangeFact: "ranges",
    kinds.ReleaseDate: "release_date",
    kinds.TimeFact: "times",
    kinds.PageFact: "pages",
    kinds.EmbargoFact: "embargo",
    kinds.PhoneFact: "phones",
    kinds.ContactFact: "contacts",
    VisitFact: "visits",
    FileFact: "files",
    NumberFact: "release_numbers",
}


class Facts:
    """The facts of one release.

    ``release_date`` is the day that the user gave, which beats what the text says. ``outside`` is what may be looked
    at beside the release; without it, facts of what lies there are empty.
    """

    __slots__ = ("_known", "_language", "house", "outside", "release", "release_date")

    def __init__(
        self,
        release: Release,
        house: House | None = None,
        release_date: date | None = None,
        outside: Outside | None = None,
    ) -> None:
        self.release = release
        self.house = house or House()
        self.release_date = release_date
        self.outside = outside or Outside()
        self._known: dict[type, Any] = {}
        self._language: str | None = None

    def of(self, kind: type[K]) -> tuple[K, ...]:
        """Return all facts of a kind, in the order of the text. Raises KeyError for a kind that has no extractor.

        A kind that only facts share among themselves is extracted by the module of this floor that defines it.
        """
        known: tuple[K, ...] | None = self._known.get(kind)
        if known is None:
            extract = _EXTRACT.get(kind) or _extractor(kind)
            known = self._known[kind] = tuple(extract(self.release, self))
        return known

    def one(self, kind: type[K]) -> K:
        """Return the only fact of a kind that every release has exactly once (Language, ReleaseDate)."""
        (fact,) = self.of(kind)
        return fact

    @property
    def language(self) -> str:
        """The language of the text as a primary subtag, or empty when nothing tells."""
        if self._language is None:
            self._language = self.one(kinds.Language).code
        return self._language


Extract = Callable[[Release, Facts], Iterable[Any]]
_EXTRACT: dict[type, Extract] = {}


def _extractor(kind: type) -> Extract:
    """Return what extracts a kind, importing its module. Raises KeyError for a kind that has no extractor."""
    own = kind.__module__.startswith(f"{__name__}.")
    module = import_module(kind.__module__ if own else f"{__name__}.{EXTRACTORS[kind]}")
    found: Extract = module.extract
    _EXTRACT[kind] = found
    return found
