"""Places are right in the formats that the standard library writes; ``bench/places.py`` has the others, too."""

import sys
from pathlib import Path

import pytest

BENCH = str(Path(__file__).parents[1] / "bench")


def test_every_reported_place_holds_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(BENCH)
    import place_files
    import places

    releases = place_files.invented(3, seed=5)
    formats = place_files.save(tmp_path, releases, office=None)
    found = places.findings(tmp_path, formats)
    assert set(found) == set(formats) == {"md", "txt", "html", "json", "xml", "eml"}
    for suffix in formats:
        assert places.recall(releases, found[suffix]) == (21, 21), suffix
    assert places.judge([(suffix, *one) for suffix, listed in found.items() for one in listed]) == 0
    for name in ("places", "place_files", "place_readers"):
        sys.modules.pop(name, None)
