"""The release date: one answer with its witnesses."""

from collections.abc import Iterator

from presslint.facts import Facts
from presslint.model.facts import ReleaseDate, Witness
from presslint.model.release import Release


def extract(release: Release, facts: Facts) -> Iterator[ReleaseDate]:
    """Yield the release date."""
    if facts.release_date is not None:
        yield ReleaseDate(facts.release_date, (Witness(facts.release_date, "option", None, ""),))
        return
    yield ReleaseDate(None)
