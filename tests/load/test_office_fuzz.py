"""A short run of ``bench/fuzz_office.py``: whatever is damaged, a document is read or refused with a reason."""

import importlib.util
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


def test_damaged_documents_are_read_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    spec = importlib.util.spec_from_file_location("fuzz_office", BENCH / "fuzz_office.py")
    assert spec
    assert spec.loader
    fuzz = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fuzz)
    documents = fuzz.seeds()
    outcomes = [fuzz.trial(seed, documents) for seed in range(300)]
    assert [problem for problem, _ in outcomes if problem] == []
    assert {outcome for _, outcome in outcomes} == {"read", "refused"}
