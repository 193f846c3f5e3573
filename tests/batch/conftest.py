"""Archives made by hand, and what checks them."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presslint.batch.rows import Columns, Setup

BAD = "Die Pressekonferenz ist am Montag, 3. März 2026.\n\nPressekontakt: Wibke Olsen, Tel. 0421 98765-17\n"
GOOD = BAD.replace("Montag", "Dienstag")


def setup_for(**columns: str) -> Setup:
    return Setup({"select": ("DAT002",)}, date(2026, 3, 2), None, "en", Columns(**columns))


@pytest.fixture(name="setup")
def _setup(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Setup:
    monkeypatch.chdir(tmp_path)
    return setup_for()


@pytest.fixture(name="archive")
def _archive(tmp_path: Path) -> Callable[[Sequence[Any]], Path]:
    def write(rows: Sequence[Any]) -> Path:
        path = tmp_path / "archive.jsonl"
        path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows))
        return path

    return write


@pytest.fixture(name="texts")
def _texts() -> list[dict[str, str]]:
    """Return 300 rows, a third of them bad."""
    return [{"id": f"r{number}", "text": GOOD if number % 3 else BAD} for number in range(300)]
