"""Front matter."""

from collections.abc import Mapping

from presslint.model.release import Field


def read_front_matter(text: str, house: Mapping[str, str]) -> tuple[tuple[Field, ...], int]:
    """Return the fields and where the body begins."""
    return (), 0
