import re

import pytest

from presslint.engine.diagnostics import DIAGNOSTICS, SKIPPED, diagnose
from presslint.model.finding import Location, Severity
from presslint.model.values import Words

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
TEXTS = [
    *((f"{code}.{case}", words) for code, one in DIAGNOSTICS.items() for case, words in one.cases.items()),
    *SKIPPED.items(),
]


@pytest.mark.parametrize(("name", "words"), TEXTS, ids=[name for name, _ in TEXTS])
def test_texts_are_there_in_both_languages(name: str, words: Words) -> None:
    assert words.en
    assert words.de
    assert set(_PLACEHOLDER.findall(words.en)) == set(_PLACEHOLDER.findall(words.de))
    if name.startswith("SYS"):
        assert words.en.endswith(".")
        assert words.de.endswith(".")
    assert not re.search(r"\b(please|bitte)\b", f"{words.en} {words.de}", re.IGNORECASE)


def test_a_diagnostic_is_a_finding() -> None:
    where = Location(2, 3, 2, 9)
    finding = diagnose("SYS001", "legacy-encoding", {"encoding": "Windows-1252"}, "de", where)
    assert finding.rule == "SYS001"
    assert finding.severity is Severity.WARNING
    assert finding.message == "Die Datei ist nicht UTF-8; sie wurde als Windows-1252 gelesen."
    assert finding.where == where


def test_codes_and_names_are_unique() -> None:
    assert len({one.name for one in DIAGNOSTICS.values()}) == len(DIAGNOSTICS)
