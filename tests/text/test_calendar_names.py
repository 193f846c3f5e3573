"""The generated names of months and weekdays."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from presslint.text import calendar_names

ROOT = Path(__file__).resolve().parents[2]


def _generator() -> ModuleType:
    pytest.importorskip("babel")
    spec = importlib.util.spec_from_file_location("gen_calendar", ROOT / "tools" / "gen_calendar.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_committed_file_is_what_the_generator_writes() -> None:
    written = (ROOT / "src" / "presslint" / "text" / "calendar_names.py").read_text(encoding="utf-8")
    assert written == _generator().render()


@pytest.mark.parametrize("language", sorted(calendar_names.MONTHS))
def test_every_language_is_complete(language: str) -> None:
    assert len(calendar_names.MONTHS[language]) == 12
    assert len(calendar_names.WEEKDAYS[language]) == 7
    assert all(calendar_names.MONTHS[language])
    assert [names[0] for names in calendar_names.MONTHS[language]] == list(calendar_names.MONTHS_WIDE[language])
    assert [names[0] for names in calendar_names.WEEKDAYS[language]] == list(calendar_names.WEEKDAYS_WIDE[language])


def test_monday_comes_first() -> None:
    assert calendar_names.WEEKDAYS_WIDE["de"][0] == "Montag"
    assert calendar_names.WEEKDAYS_WIDE["en"][6] == "Sunday"
