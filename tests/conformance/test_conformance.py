"""Ten invented releases in every format give the same facts and the same findings, but for what a format adds or lacks.

``docs/formats.md`` has the table of the differences, from :data:`DIFFERENCES`.
"""

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presslint import api
from presslint.facts import Facts
from presslint.load import load, read_source
from presslint.model import facts as kinds
from presslint.model.house import House

sys.path.insert(0, str(Path(__file__).parent))

import saving

TODAY = date(2026, 3, 2)
SUFFIXES = ("txt", "html", "json", "xml", "eml", *saving.OFFICE)

# suffix → rule → why a finding of it is there in this format alone, or not there although it is in Markdown
DIFFERENCES: Mapping[str, Mapping[str, str]] = {
    "pdf": {
        "MET004": "the program that wrote the file declared another language than that of the text",
        "MET005": "the file was made after the release date",
        "MET006": "the file does not ask viewers to show its title",
        "PAG007": "only pages can lack their numbers",
    },
    "docx": {"MET004": "as PDF", "MET005": "as PDF"},
    "odt": {"MET004": "as PDF", "MET005": "as PDF"},
}


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with all releases in all formats; what LibreOffice wrote is checked in."""
    folder = tmp_path_factory.mktemp("conformance")
    saving.save(folder)
    for suffix in saving.OFFICE:
        shutil.copytree(saving.SAVED / suffix, folder / suffix)
    return folder


def findings(path: Path) -> Counter[tuple[str, str]]:
    result = api.check_path(str(path), today=TODAY, config_file=None)
    assert result.error is None
    ignored = DIFFERENCES.get(path.suffix[1:], {})
    return Counter((found.rule, found.message) for found in result.findings if found.rule not in ignored)


def facts(path: Path) -> set[tuple[Any, ...]]:
    release = load(read_source(path), House())
    return set(_values(Facts(release, House(), None)))


def _values(found: Facts) -> Iterator[tuple[Any, ...]]:
    yield "language", found.language
    yield "release date", found.one(kinds.ReleaseDate).value
    for day in found.of(kinds.DateFact):
        yield "date", " ".join(day.text.split()), day.start, day.until, day.precision.value, day.weekday
    for time in found.of(kinds.TimeFact):
        yield "time", time.start, time.until
    for phone in found.of(kinds.PhoneFact):
        yield "phone", phone.e164
    for mail in found.of(kinds.EmailFact):
        yield "mail", mail.local, mail.domain
    for quote in found.of(kinds.QuoteFact):
        yield "quote", " ".join(quote.text.split())


@pytest.mark.parametrize("name", saving.names())
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_gives_the_same(name: str, suffix: str, folder: Path) -> None:
    written = folder / "md" / f"{name}.md"
    saved = folder / suffix / f"{name}.{suffix}"
    assert facts(saved) == facts(written)
    assert findings(saved) == findings(written)


def test_the_releases_have_something_to_find_and_one_has_not(folder: Path) -> None:
    found = {name: findings(folder / "md" / f"{name}.md") for name in saving.names()}
    assert len(found) == 10
    assert [name for name, rules in found.items() if not rules] == ["sauber"]
    assert len({rule for rules in found.values() for rule, _ in rules}) >= 10


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_what_is_checked_in_is_what_the_program_writes(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "html", tmp_path / "html")
    saving.save_office(tmp_path, shutil.which("soffice") or "")
    for suffix in saving.OFFICE:
        for name in saving.names():
            made, saved = (place / suffix / f"{name}.{suffix}" for place in (tmp_path, folder))
            assert facts(made) == facts(saved)
            assert findings(made) == findings(saved)


def test_every_difference_is_told_in_the_docs() -> None:
    told = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    for rules in DIFFERENCES.values():
        for rule in rules:
            assert rule in told
