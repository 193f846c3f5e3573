"""What tests of several loaders share."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


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
