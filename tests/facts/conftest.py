"""Releases made by hand, so that facts are tested without a loader."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from presslint.facts import Facts
from presslint.model.house import House
from presslint.model.release import Block, BlockKind, Field, Release, Zone
from presslint.model.source import Source
from presslint.text.sourcemap import ViewBuilder
from presslint.text.span import Span

_BLOCK = re.compile(r"\S.*?(?=\n\n|\Z)", re.DOTALL)


def _read(
    text: str,
    language: str = "",
    released: date | None = None,
    *,
    path: str = "release.txt",
    zones: tuple[Zone, ...] = (),
    fields: tuple[Field, ...] = (),
    house: House | None = None,
) -> Facts:
    view = ViewBuilder(text)
    view.verbatim(0, len(text))
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, zones[index] if index < len(zones) else Zone.BODY, Span(*found.span()))
        for index, found in enumerate(_BLOCK.finditer(text))
    )
    release = Release(Source(path, text), "text", view.build(), blocks, fields, language=language)
    return Facts(release, house, released)


@pytest.fixture(scope="session")
def facts_of() -> Callable[..., Facts]:
    """Return a function that gives the facts of a text whose paragraphs are its blocks."""
    return _read
