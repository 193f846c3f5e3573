"""What tests of several loaders share."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from presslint.load import load, source_from_bytes
from presslint.model.release import Release


@pytest.fixture(scope="session")
def office() -> ModuleType:
    """Return the module that makes Word and OpenDocument files."""
    return _of_bench("office_files")


@pytest.fixture(scope="session")
def pdfs() -> ModuleType:
    """Return the module that makes PDF files."""
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    return _of_bench("pdf_files")


def _of_bench(name: str) -> ModuleType:
    path = Path(__file__).parents[2] / "bench" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Word:
    """Makes Word documents of their markup and reads them."""

    def __init__(self, office: ModuleType) -> None:
        self.office: Any = office

    def read(self, body: str, parts: dict[str, str | bytes] | None = None, *told: tuple[str, str, str]) -> Release:
        """Read a document: its body, further parts by name, and what its main part refers to."""
        return load(source_from_bytes(self.office.docx(body, parts, *told), "a.docx"))

    def p(self, *runs: str, shape: str = "") -> str:
        """Return a paragraph."""
        paragraph: str = self.office.paragraph(*runs, shape=shape)
        return paragraph

    def r(self, text: str, looks: str = "") -> str:
        """Return a run."""
        run: str = self.office.run(text, looks)
        return run

    def styles(self, *styles: str, defaults: str = "") -> dict[str, str | bytes]:
        """Return the part with these styles."""
        return {"word/styles.xml": self.office.element("styles", defaults + "".join(styles))}


@pytest.fixture(scope="session")
def word(office: ModuleType) -> Word:
    """Return what makes Word documents and reads them."""
    return Word(office)
